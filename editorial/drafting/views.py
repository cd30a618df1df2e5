"""Beginning, writing and filing a dispatch."""

import uuid
from collections.abc import Callable
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from editorial.document.schema import EMPTY_BODY
from editorial.document.validate import InvalidDocument
from editorial.drafting import aside, commands, queries
from editorial.drafting.commands import Asked, Saved, Seen
from editorial.drafting.draft import Placing
from editorial.drafting.forms import AsideForm, DispatchForm, VersionForm
from editorial.drafting.merge import MergePage, merge_page
from editorial.drafting.pictures import add_picture
from editorial.drafting.points import tick_shown
from editorial.drafting.queries import Standing, WritePage
from editorial.drafting.shared_place import shared_place
from editorial.drafting.sync import Answer as SharedAnswer
from editorial.drafting.sync import Sent, take_and_give
from editorial.models.desk import Desk
from editorial.models.saving import reading, saving
from editorial.pipeline.named import named_lines
from editorial.pipeline.picture import CleanPicture, clean
from editorial.pipeline.refusal import NotThere, Refused, Stale
from editorial.web.access import needs, on_a_desk, signed_in
from editorial.web.clock import now
from editorial.web.forms import ActForm
from editorial.web.prose import pieces, prose
from editorial.web.signed_in import my_id, person_here
from editorial.web.times import zone_here
from editorial.workflow.words import Action

bp = Blueprint("drafting", __name__)
Page = Response | str | tuple[str, int]
Save = Callable[[Session, DispatchForm], Saved]

DONE = {Action.FILE: "filed to the desk", Action.REVISE: "frozen as a correction"}


@bp.route("/dispatches/new", methods=["GET", "POST"])
@needs(on_a_desk)
def new() -> Page:
    """A new dispatch; it exists from its first save."""
    form = DispatchForm()
    desks = queries.writing_desks(reading(), person_here())
    form.offer(desks, None, person_here().timezone)
    if form.is_submitted():
        saved = _saved(form, lambda session, f: commands.begin(session, _asked(f), f.draft()))
        if saved is not None:
            return _after(saved, form)
        form.keep_text()
        return render_template("drafting/new.html", form=form, desks=desks), 409
    shared = shared_place(uuid.uuid4(), None)
    form.byline.data, form.tree = person_here().name, EMPTY_BODY
    form.dateline_date.data = now().astimezone(zone_here()).date()
    naming = VersionForm(formdata=None)
    return render_template(
        "drafting/new.html",
        form=form,
        desks=desks,
        shared=shared,
        wanting=queries.wanting_at_first(form.byline.data, form.dateline_date.data),
        naming=naming,
        versions=(),
    )


@bp.route("/dispatches/<uuid:dispatch_id>/edit", methods=["GET", "POST"])
@needs(signed_in)
def edit(dispatch_id: uuid.UUID) -> Page:
    """The text being written and everything about it."""
    if request.method != "POST":
        page = queries.write_page(reading(), person_here(), dispatch_id, now())
        form = _form(page)
        _fill(form, page, page)
        shared = None if page.refusal else shared_place(dispatch_id, open_for(page))
        return _edit_page(page, form, shared)
    standing = queries.standing(reading(), person_here(), dispatch_id)
    form = _form(standing)
    saved = _saved(form, _save(standing, None))
    if saved is not None:
        return _after(saved, form)
    page = queries.write_page(reading(), person_here(), dispatch_id, now())
    form.show_version(page.version)
    form.keep_text()
    # What this page's editor typed is in the shared copy already; a text area's words are not.
    shared = None
    if form.document.data and not page.refusal:
        shared = shared_place(dispatch_id, open_for(page))
    return _edit_page(page, form, shared), 409


@bp.route("/dispatches/<uuid:dispatch_id>/kept/<uuid:kept_id>", methods=["GET", "POST"])
@needs(signed_in)
def merge(dispatch_id: uuid.UUID, kept_id: uuid.UUID) -> Page:
    """Two texts side by side: save the kept one on top, or what is made of both."""
    page = merge_page(reading(), person_here(), dispatch_id, kept_id, now())
    form = _form(page.write, page.draft.placing)
    if not form.is_submitted():
        _fill(form, page.write, page)
        return _merge_page(page, form)
    saved = _saved(form, _save(page.write, kept_id))
    if saved is not None:
        return _after(saved, form)
    page = merge_page(reading(), person_here(), dispatch_id, kept_id, now())
    form.show_version(page.write.version)
    form.keep_text()
    return _merge_page(page, form), 409


@bp.post("/dispatches/<uuid:dispatch_id>/kept/<uuid:kept_id>/set-aside")
@needs(signed_in)
def set_aside(dispatch_id: uuid.UUID, kept_id: uuid.UUID) -> Page:
    """The desk's text stands; the kept one is let go."""
    form = AsideForm()
    if form.validate():
        reason = form.reason.data or ""
        try:
            with saving() as session:
                aside.set_aside(session, _asked(form), dispatch_id, kept_id, reason)
        except NotThere:
            raise
        except Refused as refused:
            flash("Not done. " + " ".join(refused.reasons), "bad")
            return redirect(url_for(".merge", dispatch_id=dispatch_id, kept_id=kept_id), 303)
        flash("The desk’s text stands. The other one is no longer listed.", "ok")
    return redirect(url_for(".edit", dispatch_id=dispatch_id), 303)


def _edit_page(page: WritePage, form: DispatchForm, shared: dict[str, Any] | None) -> str:
    return render_template(
        "drafting/edit.html",
        page=page,
        form=form,
        shared=shared,
        naming=VersionForm(formdata=None),
        versions=named_lines(reading(), page.id),
    )


def open_for(page: WritePage) -> SharedAnswer:
    """The shared copy, for a page to begin with."""
    with saving() as session:
        return take_and_give(session, Sent(my_id(), page.id, now()))


def _form(page: WritePage | Standing, typed: Placing | None = None) -> DispatchForm:
    form = DispatchForm()
    if not page.places:
        form.leave_placing()
        return form
    desks = list(queries.writing_desks(reading(), person_here()))
    if typed is not None:
        # Offered as it was typed; who may not choose it is told so.
        desks.append(reading().get_one(Desk, typed.desk_id))
    here = reading().get_one(Desk, page.placing.desk_id)
    form.offer(desks, here, person_here().timezone)
    return form


def _fill(form: DispatchForm, page: WritePage, source: WritePage | MergePage) -> None:
    form.fill(source.draft)
    form.version.data, form.placed_version.data = str(page.copy_version), str(page.version)


def _save(page: WritePage | Standing, kept_id: uuid.UUID | None) -> Save:
    def save(session: Session, form: DispatchForm) -> Saved:
        seen = Seen(form.seen_version or 0, form.seen_placed)
        draft = form.draft(page.placing)
        return commands.save(session, _asked(form), page.id, draft, seen, kept_id)

    return save


def _asked(form: ActForm) -> Asked:
    asked_for = request.form.get("then", "")
    then = Action(asked_for) if asked_for in commands.THEN else None
    return Asked(my_id(), now(), form.operation_id, then)


def _saved(form: DispatchForm, save: Save) -> Saved | None:
    """Check and save; None when it was refused, with the reasons in the form."""
    if not form.validate():
        return None
    try:
        picture = _picture(form)
    except Refused as refused:
        form.picture.errors = [*form.picture.errors, *refused.reasons]
        return None
    try:
        with saving() as session:
            saved = save(session, form)
            shown, ticked = form.points("points_shown"), form.points("points_ticked")
            if shown:
                tick_shown(session, my_id(), saved.dispatch_id, shown, ticked, now())
            if picture is not None:
                add_picture(session, my_id(), saved.dispatch_id, picture, now())
    except NotThere:
        raise
    except InvalidDocument as invalid:
        form.refuse(invalid)
        return None
    except Refused as refused:
        form.form_errors.extend(refused.reasons)
        if isinstance(refused, Stale):
            form.placed_version.data = None
        return None
    return saved


def _picture(form: DispatchForm) -> CleanPicture | None:
    upload = form.picture.data
    return clean(upload.read()) if upload is not None and upload.filename else None


def _after(saved: Saved, form: DispatchForm) -> Response:
    """Where a save leads."""
    if saved.kept_id is not None:
        return redirect(
            url_for(".merge", dispatch_id=saved.dispatch_id, kept_id=saved.kept_id), 303
        )
    then = _asked(form).then
    if saved.voided:
        flash("The approval was taken back: it vouched for what stood here before.", "warn")
    if saved.refusals and then is not None:
        reasons = " ".join(saved.refusals)
        flash(f"Saved, but not {DONE[then]}. {reasons}", "warn")
    else:
        flash("Saved." if then is None else f"Saved and {DONE[then]}.", "ok")
    if form.picture.data is not None and form.picture.data.filename:
        flash("The picture is added. Copy its line into the text where it belongs.", "ok")
        address = url_for(".edit", dispatch_id=saved.dispatch_id, _anchor="pictures")
        return redirect(address, 303)
    if saved.refusals:
        return redirect(url_for(".edit", dispatch_id=saved.dispatch_id), 303)
    return redirect(url_for("review.show", dispatch_id=saved.dispatch_id), 303)


def _merge_page(page: MergePage, form: DispatchForm) -> str:
    fields = [(one.field, pieces(one.runs)) for one in page.difference.fields]
    return render_template(
        "drafting/merge.html",
        page=page.write,
        merge=page,
        form=form,
        fields=fields,
        blocks=prose(page.difference),
        aside=AsideForm(formdata=None),
    )
