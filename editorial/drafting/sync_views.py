"""The one address at which a browser gives what was typed and takes what it lacks."""

import uuid
from base64 import b64decode
from binascii import Error as NoBase64
from typing import Any

from flask import current_app, jsonify, request
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from editorial.document.shared import MOST_UPDATE
from editorial.document.validate import InvalidDocument
from editorial.drafting.anothers import anothers_answer, is_anothers_here
from editorial.drafting.check_views import bp
from editorial.drafting.here import Tab, is_news, note_gone, note_here, others_here, readers_here
from editorial.drafting.left_answer import left_answer
from editorial.drafting.left_words import keep_update
from editorial.drafting.lost import is_lost_here, lost_answer
from editorial.drafting.pace import Pace
from editorial.drafting.shared_place import told
from editorial.drafting.sync import Sent, has_news, may_meet, take_and_give
from editorial.models.copy_reader import LONGEST_PLACE
from editorial.models.saving import reading, saving
from editorial.pipeline.refusal import NotThere, Refused
from editorial.web.access import here_or_left, needs
from editorial.web.clock import now
from editorial.web.signed_in import is_signed_in, person_here

__all__ = ["bp"]

LARGEST = 6 * 1024 * 1024
MOST_AT_ONCE, EACH_SECOND = 120, 6
MOST_VECTOR = 256 * 1024


@bp.record_once
def _keep_sync_pace(state: Any) -> None:
    state.app.extensions["editorial_sync_pace"] = Pace(MOST_AT_ONCE, EACH_SECOND)


@bp.post("/dispatches/<uuid:dispatch_id>/sync")
@needs(here_or_left)
def sync(dispatch_id: uuid.UUID) -> Response | tuple[Response, int]:
    """Takes ``seen``, ``vector``, ``update``, ``schema``, ``desk``, ``tab`` and ``place``; gives
    what ``Answer`` holds and who is ``here``, as JSON. A refusal is one sentence."""
    if (request.content_length or 0) > LARGEST:
        return _refusal("This is more than a text can change at once."), 413
    if is_lost_here():
        return lost_answer()
    if not is_signed_in():
        return left_answer(lambda session, person_id: _keep_left(session, person_id, dispatch_id))
    if is_anothers_here():
        return anothers_answer()
    if not current_app.extensions["editorial_sync_pace"].allows(person_here().id):
        return _refusal("Too much at once; the rest goes out in a moment."), 429
    try:
        given = request.get_json(silent=True)
        begins = isinstance(given, dict) and given.get("desk") is not None
        may_meet(reading(), person_here().id, dispatch_id, begins)
        asked = _asked(given)
        sent, tab = _sent(person_here().id, dispatch_id, asked), _tab(asked)
        if tab is not None and asked.get("gone") is True:
            with saving() as session:
                note_gone(session, dispatch_id, sent.person_id, tab, sent.now)
            return jsonify({})
        answer = has_news(reading(), sent)
        if answer is None:
            with saving() as session:
                answer = take_and_give(session, sent)
                if tab is not None:
                    note_here(session, dispatch_id, sent.person_id, tab, sent.now)
        elif tab is not None and is_news(reading(), dispatch_id, tab, sent.now):
            with saving() as session:
                note_here(session, dispatch_id, sent.person_id, tab, sent.now)
    except NotThere:
        return _refusal("There is nothing at this address for you."), 404
    except Refused as refused:
        return _refusal(*refused.reasons), 409
    except InvalidDocument as invalid:
        return _refusal(invalid.sentence), 400
    others = others_here(reading(), dispatch_id, tab, sent.now)
    others += readers_here(reading(), dispatch_id, sent.person_id, sent.now)
    return jsonify(told(answer, others, sent.person_id))


def _keep_left(session: Session, person_id: uuid.UUID, dispatch_id: uuid.UUID) -> None:
    asked = _asked(request.get_json(silent=True))
    keep_update(session, _sent(person_id, dispatch_id, asked))


def _asked(value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise InvalidDocument("What was typed did not arrive whole; it is sent again.")
    return value


def _sent(person_id: uuid.UUID, dispatch_id: uuid.UUID, asked: dict[str, Any]) -> Sent:
    seen, schema = asked.get("seen"), asked.get("schema")
    return Sent(
        person_id=person_id,
        dispatch_id=dispatch_id,
        now=now(),
        seen=seen if type(seen) is int else None,
        vector=_bytes(asked.get("vector"), MOST_VECTOR) or b"",
        update=_bytes(asked.get("update"), MOST_UPDATE),
        schema=schema if type(schema) is int else 0,
        desk_id=_id(asked.get("desk")),
    )


def _tab(asked: dict[str, Any]) -> Tab | None:
    key, place = _id(asked.get("tab")), asked.get("place")
    if key is None:
        return None
    return Tab(key, place if isinstance(place, str) and len(place) <= LONGEST_PLACE else "")


def _bytes(value: object, most: int) -> bytes | None:
    if value is None:
        return None
    if not isinstance(value, str) or len(value) > most * 4 // 3 + 4:
        raise InvalidDocument("This is more than a text can change at once.")
    try:
        return b64decode(value, validate=True)
    except (NoBase64, ValueError):
        raise InvalidDocument("What was typed did not arrive whole; it is sent again.") from None


def _id(value: object) -> uuid.UUID | None:
    try:
        return uuid.UUID(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _refusal(*reasons: str) -> Response:
    return jsonify({"refusal": " ".join(reasons)})
