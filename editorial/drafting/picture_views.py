"""Showing a picture: to readers where it is published, else to those who may see its story."""

from flask import Response, abort, request

from editorial.drafting import pictures
from editorial.drafting.views import bp
from editorial.models.saving import reading
from editorial.pipeline.published_picture import is_published
from editorial.vault.files import MissingFile
from editorial.web.access import anyone, needs
from editorial.web.signed_in import is_signed_in, person_here

__all__ = ["bp"]

A_YEAR = "max-age=31536000, immutable"


@bp.get("/pictures/<digest>")
@needs(anyone)
def picture(digest: str) -> Response:
    """The bytes never change under their digest, so the desk may keep them. Readers' caches may
    too, but ask each time: a picture is withdrawn with its story."""
    session = reading()
    published = is_published(session, digest)
    if not published and not (
        is_signed_in() and pictures.is_seen_by(session, digest, person_here())
    ):
        abort(404)
    try:
        media_type, content = pictures.picture_bytes(session, digest)
    except MissingFile:
        abort(404)
    answer = Response(content, mimetype=media_type)
    answer.headers["Cache-Control"] = "no-cache" if published else f"private, {A_YEAR}"
    answer.headers["Content-Disposition"] = "inline"
    answer.set_etag(digest)
    answer.make_conditional(request)
    return answer
