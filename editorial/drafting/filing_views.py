"""Filing from a device, and what a device asks before it sends anything."""

import uuid
from datetime import datetime
from pathlib import Path
from typing import Any

from flask import (
    current_app,
    flash,
    jsonify,
    redirect,
    render_template,
    request,
    url_for,
)
from flask_wtf.csrf import generate_csrf
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from editorial.document.validate import InvalidDocument
from editorial.drafting.anothers import anothers_answer, is_anothers_here
from editorial.drafting.chosen_form import chosen_in
from editorial.drafting.commands import Asked
from editorial.drafting.filing import believed, file_kept, file_seen, seen_of
from editorial.drafting.forms import DispatchForm
from editorial.drafting.left_answer import left_answer
from editorial.drafting.left_words import keep_seen
from editorial.drafting.lost import is_lost_here, lost_answer
from editorial.drafting.queries import writing_desks
from editorial.drafting.shell_age import shell_age
from editorial.drafting.sync_views import bp
from editorial.drafting.written import written
from editorial.models.saving import reading, saving
from editorial.models.setting import setting
from editorial.models.source_words import KIND_WORDS, TERMS_WORDS
from editorial.pipeline.refusal import NotThere, Refused
from editorial.web.access import anyone, here_or_left, needs, signed_in
from editorial.web.clock import now
from editorial.web.devices import is_news, lost_among, named_devices, note_device, note_erased
from editorial.web.forms import ActForm
from editorial.web.signed_in import is_signed_in, person_here, sign_in_here

__all__ = ["bp"]


@bp.post("/dispatches/<uuid:dispatch_id>/filing")
@needs(here_or_left)
def file_from_device(dispatch_id: uuid.UUID) -> Response | tuple[Response, int]:
    """Takes ``operation``, ``filed_at``, ``seen`` and its ``digest``, and ``placing`` where desk or
    embargo were chosen; says what came of it."""
    asked = request.get_json(silent=True)
    asked = asked if isinstance(asked, dict) else {}
    if is_lost_here():
        return lost_answer()
    if not is_signed_in():
        return left_answer(lambda session, person: _keep_left(session, person, dispatch_id, asked))
    if is_anothers_here():
        return anothers_answer()
    try:
        with saving() as session:
            act = Asked(person_here().id, now(), _id(asked.get("operation")))
            seen = seen_of(asked.get("seen"), asked.get("digest"))
            filed_at = _moment(asked.get("filed_at"))
            chosen = chosen_in(session, person_here(), dispatch_id, asked.get("placing"))
            filed = file_seen(session, act, dispatch_id, seen, filed_at, chosen)
    except NotThere:
        return _refusal("There is nothing at this address for you."), 404
    except Refused as refused:
        return _refusal(*refused.reasons), 409
    except InvalidDocument as invalid:
        return _refusal(invalid.sentence), 400
    waits = None
    if filed.kept_id is not None:
        waits = url_for(".merge", dispatch_id=dispatch_id, kept_id=filed.kept_id)
    shown = url_for("review.show", dispatch_id=dispatch_id)
    told = {"filed_at": filed.filed_at.isoformat(), "waits": waits, "why": filed.why}
    return jsonify(told | {"shown": shown})


@bp.post("/dispatches/<uuid:dispatch_id>/kept/<uuid:kept_id>/file")
@needs(signed_in)
def file_waiting(dispatch_id: uuid.UUID, kept_id: uuid.UUID) -> Response:
    """Freeze a waiting filing as its author saw it."""
    form = ActForm()
    if not form.validate():
        return redirect(url_for(".merge", dispatch_id=dispatch_id, kept_id=kept_id), 303)
    try:
        with saving() as session:
            act = Asked(person_here().id, now(), form.operation_id)
            file_kept(session, act, dispatch_id, kept_id)
    except NotThere:
        raise
    except (Refused, InvalidDocument) as refused:
        reasons = refused.reasons if isinstance(refused, Refused) else (refused.sentence,)
        flash("Not filed. " + " ".join(reasons), "bad")
        return redirect(url_for(".merge", dispatch_id=dispatch_id, kept_id=kept_id), 303)
    flash("Filed as its author saw it, at the time they filed it.", "ok")
    return redirect(url_for("review.show", dispatch_id=dispatch_id), 303)


@bp.get("/device")
@needs(anyone)
def device() -> Response:
    """Who is signed in at this browser, where they may begin, how long drafts stay on it, and which
    of the devices that it names in ``X-Device`` were reported lost: their drafts are withdrawn."""
    named = named_devices(request.headers.get("X-Device", ""))
    told: dict[str, Any] = {"person": None, "desks": []}
    if is_signed_in():
        person, sign_in = person_here(), sign_in_here()
        own = next((one for one, whose in named.items() if whose == person.id), None)
        if own is not None and is_news(reading(), sign_in, own, now()):
            with saving() as session:
                note_device(session, sign_in, own, now())
            person = person_here()
        desks = writing_desks(reading(), person)
        told = {
            "person": {"id": str(person.id), "name": person.name},
            "desks": [{"id": str(desk.id), "name": desk.name} for desk in desks],
        }
    lost = [str(one.id) for one in lost_among(reading(), named)]
    told |= {"csrf": generate_csrf(), "days": setting(reading(), "device.days"), "lost": lost}
    answer = jsonify(told)
    answer.headers["Cache-Control"] = "no-store"
    return answer


@bp.post("/device/erased")
@needs(anyone)
def device_erased() -> Response:
    """The devices named in ``X-Device`` were reported lost, and what they kept is gone."""
    with saving() as session:
        note_erased(session, named_devices(request.headers.get("X-Device", "")), now())
    return jsonify({})


@bp.get("/write")
@needs(anyone)
def shell() -> str:
    """The page for writing without a link. It holds nothing of anybody: the device fills it."""
    form = DispatchForm(formdata=None)
    form.desk.choices = []
    return render_template("drafting/shell.html", form=form, kinds=KIND_WORDS, terms=TERMS_WORDS)


@bp.get("/writing-worker.js")
@needs(anyone)
def service_worker() -> Response:
    """The service worker, with the age of what it keeps; at the root, as it answers for the pages
    below its own address."""
    assert current_app.static_folder is not None
    assert current_app.template_folder is not None
    static = Path(current_app.static_folder)
    age = shell_age(Path(current_app.template_folder), static)
    code = (static / "editor" / "worker.js").read_text("utf-8")
    answer = Response(f'self.age="{age}";\n{code}', mimetype="text/javascript")
    answer.headers["Cache-Control"] = "no-cache"
    return answer


def _keep_left(
    session: Session, person_id: uuid.UUID, dispatch_id: uuid.UUID, asked: dict[str, Any]
) -> None:
    """A filing that waited on the device of someone deactivated; without a time, all they saw."""
    draft = written(seen_of(asked.get("seen"), asked.get("digest")))
    filed = None if asked.get("filed_at") is None else believed(_moment(asked["filed_at"]), now())
    keep_seen(session, person_id, dispatch_id, draft, now(), filed)


def _moment(value: object) -> datetime:
    try:
        found = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        found = None
    if found is None or found.tzinfo is None:
        raise InvalidDocument("The filing did not arrive whole; it is sent again.")
    return found


def _id(value: object) -> uuid.UUID | None:
    try:
        return uuid.UUID(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _refusal(*reasons: str) -> Response:
    return jsonify({"refusal": " ".join(reasons)})
