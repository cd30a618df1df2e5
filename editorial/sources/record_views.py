"""The record beside the text: a page of its own, and a pane of the page for writing."""

import uuid
from typing import Any

from flask import jsonify, render_template, request
from werkzeug.wrappers import Response

from editorial.models.saving import reading
from editorial.pipeline.refusal import NotThere, Refused
from editorial.sources import passages
from editorial.sources.queries import seen_dispatch
from editorial.sources.upload_views import bp
from editorial.web.access import needs, signed_in
from editorial.web.signed_in import person_here
from editorial.web.typed import one_line

__all__ = ["bp"]

MOST_LETTERS = 200


@bp.get("/record")
@needs(signed_in)
def record(dispatch_id: uuid.UUID) -> str:
    """``?q=`` looks through it, ``?source=`` and ``?at=`` read in it; ``?pane=1`` is the pane."""
    pane = passages.record_pane(
        reading(),
        person_here(),
        dispatch_id,
        one_line(request.args.get("q", ""))[:MOST_LETTERS],
        request.args.get("source", type=uuid.UUID),
        request.args.get("at", 0, type=int),
    )
    name = "sources/parts/record.html" if "pane" in request.args else "sources/record.html"
    return render_template(name, pane=pane)


@bp.post("/record/quote")
@needs(signed_in)
def quote(dispatch_id: uuid.UUID) -> Response | tuple[Response, int]:
    """The chosen words as the story would quote them, as JSON; a refusal is one sentence."""
    seen_dispatch(reading(), person_here(), dispatch_id)
    asked: Any = request.get_json(silent=True)
    try:
        source_id, start, end = uuid.UUID(asked["source"]), int(asked["start"]), int(asked["end"])
        language = str(asked.get("language") or "en")[:35]
    except (KeyError, TypeError, ValueError, AttributeError):
        return jsonify({"refusal": "The words did not arrive whole. Choose them again."}), 400
    try:
        made = passages.quote(
            reading(), person_here(), dispatch_id, source_id, start, end, language
        )
    except NotThere:
        raise
    except Refused as refused:
        return jsonify({"refusal": " ".join(refused.reasons)}), 409
    return jsonify({"text": made.text, "shown": made.shown, "speaker": made.speaker})
