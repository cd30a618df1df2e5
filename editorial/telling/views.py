"""Pages of being told: the messages, the choices, what reached whom, a desk's hook."""

import uuid
from collections.abc import Callable
from typing import Any

from flask import Blueprint, current_app, flash, redirect, render_template, request, url_for
from flask.blueprints import BlueprintSetupState
from werkzeug.wrappers import Response

from editorial.models.desk_hook import HookKind
from editorial.models.person import Person
from editorial.models.saving import reading, saving
from editorial.models.telling import Rhythm
from editorial.pipeline.refusal import NotThere
from editorial.telling import commands, queries
from editorial.telling.choices import choices_of
from editorial.telling.forms import ChoicesForm, DeliveriesForm, HookForm, StopForm, box_key
from editorial.telling.hook import PREFIX, HookRefused
from editorial.telling.post import send_trial
from editorial.telling.receipt import receipt
from editorial.telling.stop import read_stop
from editorial.web.access import administrator, anyone, needs, signed_in
from editorial.web.clock import now
from editorial.web.forms import ActForm
from editorial.web.signed_in import is_signed_in, person_here
from editorial.workflow.events import EVENT_WORDS, OFFERED, Channel, Event

bp = Blueprint("telling", __name__)
Answer = Response | str | tuple[str, int]


@bp.app_context_processor
def words() -> dict[str, Callable[[], int]]:
    """For the head of every page of the desk: how many messages are unread."""
    return {
        "unread_here": lambda: (
            queries.unread_count(reading(), person_here()) if is_signed_in() else 0
        )
    }


@bp.get("/inbox")
@needs(signed_in)
def inbox() -> str:
    """What the person was told, newest first."""
    event, unread = request.args.get("event", ""), request.args.get("unread") == "1"
    page = _page()
    found = queries.inbox(reading(), person_here(), event, page, unread=unread)
    return render_template(
        "telling/inbox.html",
        inbox=found,
        event=event if event in set(Event) else "",
        unread=unread,
        page=page,
        events={one: EVENT_WORDS[one] for one in OFFERED if Channel.PAGE in OFFERED[one]},
        plain=ActForm(formdata=None),
    )


@bp.get("/inbox/<uuid:message_id>")
@needs(signed_in)
def follow(message_id: uuid.UUID) -> Response:
    """Onward to what the message is about; it is read by that."""
    with saving() as session:
        message = commands.mark(session, person_here().id, message_id, now(), read=True)
        dispatch_id, comment = message.dispatch_id, message.comment
    anchor = None if comment is None else f"comment-{comment}"
    return redirect(url_for("review.show", dispatch_id=dispatch_id, _anchor=anchor), 303)


@bp.post("/inbox/<uuid:message_id>/read", defaults={"read": True})
@bp.post("/inbox/<uuid:message_id>/unread", defaults={"read": False})
@needs(signed_in)
def mark(message_id: uuid.UUID, *, read: bool) -> Response:
    """Mark one as read, or as still to be read."""
    with saving() as session:
        commands.mark(session, person_here().id, message_id, now(), read=read)
    return redirect(_back(), 303)


@bp.post("/inbox/read")
@needs(signed_in)
def mark_all() -> Response:
    """Mark all as read."""
    with saving() as session:
        count = commands.mark_all_read(session, person_here().id, now())
    flash("Nothing was unread." if not count else f"{count} marked as read.", "ok")
    return redirect(url_for("telling.inbox"), 303)


@bp.route("/inbox/choices", methods=["GET", "POST"])
@needs(signed_in)
def choices() -> Answer:
    """How the person wants to be told."""
    person_id = person_here().id
    chosen = choices_of(reading(), person_id)
    form = ChoicesForm(
        boxes=[box_key(box) for box in chosen.wanted],
        rhythm=chosen.rhythm.value,
        hour=chosen.hour,
    )
    if form.validate_on_submit():
        with saving() as session:
            commands.choose(
                session, person_id, form.wanted, Rhythm(form.rhythm.data), form.hour.data or 0
            )
        flash("It is kept. From now on you are told this way.", "ok")
        return redirect(url_for("telling.choices"), 303)
    return render_template(
        "telling/choices.html",
        form=form,
        offered=OFFERED,
        event_words=EVENT_WORDS,
        zone=person_here().timezone,
        mail_goes_out=bool(current_app.config["MAIL_URL"] and current_app.config["PUBLIC_URL"]),
    ), 422 if form.errors else 200


@bp.get("/deliveries")
@needs(signed_in)
def deliveries() -> str:
    """What reached whom, when, and what failed."""
    form = DeliveriesForm(request.args)
    form.validate()
    asked = queries.Asked(
        (form.to.data or "") if not form.to.errors else "",
        form.channel.data or "",
        form.outcome.data or "",
        _page(),
    )
    return render_template(
        "telling/deliveries.html",
        form=form,
        page=queries.deliveries(reading(), person_here(), asked),
        number=asked.page,
        asked={name: value for name in ("to", "channel", "outcome") if (value := form[name].data)},
        plain=ActForm(formdata=None),
    )


@bp.post("/deliveries/<uuid:delivery_id>/again")
@needs(administrator)
def send_again(delivery_id: uuid.UUID) -> Response:
    """Try one that failed once more."""
    with saving() as session:
        commands.send_again(session, delivery_id, now())
    flash("It is on its way again.", "ok")
    return redirect(url_for("telling.deliveries"), 303)


@bp.get("/dispatches/<uuid:dispatch_id>/receipts/<int(max=999999999999):sequence>")
@needs(signed_in)
def show_receipt(dispatch_id: uuid.UUID, sequence: int) -> str:
    """The receipt of one decision, to be kept outside."""
    session = reading()
    dispatch = queries.seen_dispatch(session, person_here(), dispatch_id)
    return render_template(
        "telling/receipt.html", dispatch=dispatch, receipt=receipt(session, dispatch, sequence)
    )


@bp.route("/stop-mail/<token>", methods=["GET", "POST"])
@needs(anyone)
def stop_mail(token: str) -> str:
    """One click in a mail program, or the button of this page, ends mail of one kind."""
    found = read_stop(current_app.config["SECRET_KEY"], token)
    if found is None:
        raise NotThere
    person_id, event = found
    if request.method == "POST":
        with saving() as session:
            commands.stop_mail(session, person_id, event)
    elif reading().get(Person, person_id) is None:
        raise NotThere
    return render_template(
        "telling/stop.html",
        form=StopForm(),
        token=token,
        event=None if event is None else EVENT_WORDS[event],
        stopped=request.method == "POST",
    )


@bp.route("/desks/<uuid:desk_id>/hook", methods=["GET", "POST"])
@needs(administrator)
def hook(desk_id: uuid.UUID) -> Answer:
    """Where a desk tells its events outside."""
    desk, found = queries.hook_of(reading(), desk_id)
    form = HookForm(obj=found, address="" if found is None else found.url)
    if form.validate_on_submit():
        person_id = person_here().id
        with saving() as session:
            commands.set_hook(
                session,
                session.get_one(Person, person_id),
                desk_id,
                HookKind(form.kind.data),
                form.address.data or "",
                form.chosen,
                now(),
            )
        flash("It is kept. Send a trial to see that the address is reached.", "ok")
        return redirect(url_for("telling.hook", desk_id=desk_id), 303)
    secret = "" if found is None else PREFIX + found.secret
    page = render_template("telling/hook.html", form=form, desk=desk, hook=found, secret=secret)
    return page, 422 if form.errors else 200


@bp.post("/desks/<uuid:desk_id>/hook/trial")
@needs(administrator)
def try_hook(desk_id: uuid.UUID) -> Response:
    """Send a line that says that the address is reached."""
    _desk, found = queries.hook_of(reading(), desk_id)
    if found is None:
        raise NotThere
    try:
        send_trial(reading(), found, now())
    except (HookRefused, OSError) as error:
        said = str(error) if isinstance(error, HookRefused) else "The address does not answer."
        flash(f"The trial did not arrive. {said}", "bad")
    else:
        flash("The trial arrived.", "ok")
    return redirect(url_for("telling.hook", desk_id=desk_id), 303)


@bp.post("/desks/<uuid:desk_id>/hook/drop")
@needs(administrator)
def drop_hook(desk_id: uuid.UUID) -> Response:
    """Tell the desk's events outside no more."""
    person_id = person_here().id
    with saving() as session:
        commands.drop_hook(session, session.get_one(Person, person_id), desk_id, now())
    flash("The desk’s events are told outside no more.", "ok")
    return redirect(url_for("admin.desk", desk_id=desk_id), 303)


@bp.record_once
def _let_mail_programs_stop(state: BlueprintSetupState) -> None:
    """One-click unsubscribing comes from a mail program, which has seen no page of ours."""
    state.app.extensions["csrf"].exempt(stop_mail)


def _page() -> int:
    text = request.args.get("page", "")
    return max(1, int(text)) if text.isdecimal() and len(text) < 6 else 1


def _back() -> str:
    """The list as it was filtered."""
    args: dict[str, Any] = {
        name: value for name in ("event", "unread", "page") if (value := request.form.get(name))
    }
    return url_for("telling.inbox", **args)
