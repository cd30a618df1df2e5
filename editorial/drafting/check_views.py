"""Checking the quotes of a text while it is typed."""

import uuid
from typing import Any

from flask import current_app, jsonify, request, url_for
from werkzeug.wrappers import Response

from editorial.document.content import Content
from editorial.document.validate import InvalidDocument, validate
from editorial.drafting.check import check_text, may_write
from editorial.drafting.language import language_tag
from editorial.drafting.pace import Pace
from editorial.drafting.picture_views import bp
from editorial.models.saving import reading
from editorial.pipeline.refusal import NotThere, Refused
from editorial.web.access import needs, signed_in
from editorial.web.signed_in import person_here
from editorial.web.typed import one_line, some_lines

__all__ = ["bp"]

LARGEST_TEXT = 2 * 1024 * 1024
MOST_AT_ONCE, EACH_SECOND = 30, 3


@bp.record_once
def _keep_pace(state: Any) -> None:
    state.app.extensions["editorial_check_pace"] = Pace(MOST_AT_ONCE, EACH_SECOND)


@bp.post("/dispatches/<uuid:dispatch_id>/check")
@needs(signed_in)
def check(dispatch_id: uuid.UUID) -> Response | tuple[Response, int]:
    """The quotes of the text that is sent, as JSON; a refusal is one sentence. Saves nothing."""

    def passage(source_id: uuid.UUID, offset: int) -> str:
        return url_for(
            "sources.show",
            dispatch_id=dispatch_id,
            source_id=source_id,
            at=offset or None,
            _anchor=f"c{offset}",
        )

    def settling(key: str) -> str:
        return url_for("review.settle_beside", dispatch_id=dispatch_id, key=key)

    if (request.content_length or 0) > LARGEST_TEXT:
        return _refusal("The text is too long to be checked while you type."), 413
    if not current_app.extensions["editorial_check_pace"].allows(person_here().id):
        return _refusal("Too many checks; the next one comes in a moment."), 429
    try:
        may_write(reading(), person_here(), dispatch_id)
        content = _content(request.get_json(silent=True))
    except NotThere:
        raise
    except Refused as refused:
        return _refusal(*refused.reasons), 409
    except InvalidDocument as invalid:
        return _refusal(invalid.sentence), 400
    quotes = check_text(reading(), person_here(), dispatch_id, content, passage)
    for quote in quotes:
        quote["settling"] = settling(quote["key"]) if quote["open"] or quote["settled"] else None
    return jsonify({"quotes": quotes})


def _content(asked: object) -> Content:
    """The part of the page in which quotes are. Raises InvalidDocument."""
    if not isinstance(asked, dict):
        raise InvalidDocument("The text did not arrive whole.")
    headline, summary, language = (
        asked.get(key, "") for key in ("headline", "summary", "language")
    )
    if not all(isinstance(value, str) for value in (headline, summary, language)):
        raise InvalidDocument("The headline and the summary must be text.")
    return Content(
        headline=one_line(headline),
        summary=some_lines(summary),
        language=language_tag(language) or "en",
        body=validate(asked.get("document")),
    )


def _refusal(*reasons: str) -> Response:
    return jsonify({"refusal": " ".join(reasons)})
