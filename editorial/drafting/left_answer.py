"""What a browser hears whose person was deactivated."""

import uuid
from collections.abc import Callable

from flask import current_app, jsonify
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from editorial.document.validate import InvalidDocument
from editorial.models.person import Person
from editorial.models.saving import saving
from editorial.pipeline.refusal import NotThere, Refused
from editorial.web.signed_in import left_here

LEFT = (
    "Your account was closed, so nothing of yours changes the desk’s text any more. "
    "What you had typed is kept for the desk’s editors."
)


def left_answer(keep: Callable[[Session, uuid.UUID], None]) -> tuple[Response, int]:
    """Refuses, once ``keep`` has kept what was sent."""
    person: Person | None = left_here()
    assert person is not None
    if not current_app.extensions["editorial_sync_pace"].allows(person.id):
        return jsonify({"refusal": "Too much at once; the rest goes out in a moment."}), 429
    try:
        with saving() as session:
            keep(session, person.id)
    except NotThere:
        return jsonify({"refusal": "There is nothing at this address for you."}), 404
    except Refused as refused:
        return jsonify({"refusal": " ".join(refused.reasons)}), 409
    except InvalidDocument as invalid:
        return jsonify({"refusal": invalid.sentence}), 400
    return jsonify({"refusal": LEFT, "left": True}), 403
