"""The files of the record: saved as received, played and looked at beside the text.

Nothing that someone sent is ever shown by the browser as a page: what is saved is saved, what is
played has the type that we found in its bytes, and neither may run anything.
"""

import uuid
from collections.abc import Iterator
from urllib.parse import quote

from flask import abort, request
from werkzeug.http import dump_options_header, quote_etag
from werkzeug.wrappers import Response

from editorial.models.saving import reading
from editorial.sources import queries
from editorial.sources.views import bp
from editorial.vault.beside import vault_beside
from editorial.vault.files import MissingFile, Vault
from editorial.web.access import needs, signed_in
from editorial.web.signed_in import person_here

__all__ = ["bp"]

NOTHING_RUNS = "sandbox; default-src 'none'; frame-ancestors 'none'"


@bp.get("/sources/<uuid:source_id>/original")
@needs(signed_in)
def original(dispatch_id: uuid.UUID, source_id: uuid.UUID) -> Response:
    """The bytes as received: always to be saved, never shown by the browser."""
    source = queries.seen_source(reading(), person_here(), dispatch_id, source_id)
    name = source.filename or f"{source.title}.txt"
    answer = _streamed(source.digest, "application/octet-stream")
    answer.headers["Content-Disposition"] = _saved_as(name)
    return answer


@bp.get("/sources/<uuid:source_id>/recording")
@needs(signed_in)
def recording(dispatch_id: uuid.UUID, source_id: uuid.UUID) -> Response:
    """A recording, to be played: any stretch of it, as players ask for them."""
    source = queries.seen_source(reading(), person_here(), dispatch_id, source_id)
    if not source.plays:
        abort(404)
    return _streamed(source.digest, source.media_type)


@bp.get("/sources/<uuid:source_id>/picture")
@needs(signed_in)
def picture(dispatch_id: uuid.UUID, source_id: uuid.UUID) -> Response:
    """The picture of a document, its pixels written anew."""
    source = queries.seen_source(reading(), person_here(), dispatch_id, source_id)
    if source.view_digest is None:
        abort(404)
    return _streamed(source.view_digest, source.media_type)


def _streamed(digest: str, media_type: str) -> Response:
    """The file, or the one range of it that was asked for (RFC 9110, section 14)."""
    vault = vault_beside(reading())
    try:
        size = vault.size(digest)
        first, last, status = _asked_for(size, digest)
        body = _body(vault, digest, first, last)
    except MissingFile:
        abort(404)
    answer = Response(body, status, mimetype=media_type)
    # A type that we found is not to be given a charset.
    answer.headers["Content-Type"] = media_type
    answer.headers["Content-Security-Policy"] = NOTHING_RUNS
    answer.headers["Accept-Ranges"] = "bytes"
    answer.headers["ETag"] = quote_etag(digest)
    answer.headers["Content-Length"] = str(last - first)
    if status == 206:
        answer.headers["Content-Range"] = f"bytes {first}-{last - 1}/{size}"
    elif status == 416:
        answer.headers["Content-Range"] = f"bytes */{size}"
    return answer


def _asked_for(size: int, digest: str) -> tuple[int, int, int]:
    """First byte, the one after the last, and the answer's status."""
    asked = request.range
    only_if = request.if_range
    if asked is None or asked.units != "bytes" or len(asked.ranges) != 1:
        return 0, size, 200
    if only_if.date is not None or (only_if.etag is not None and only_if.etag != digest):
        return 0, size, 200
    found = asked.range_for_length(size)
    if found is None or found[1] is None:
        return 0, 0, 416
    return found[0], found[1], 206


def _body(vault: Vault, digest: str, first: int, last: int) -> Iterator[bytes]:
    return vault.pieces(digest, first, last) if last > first else iter(())


def _saved_as(name: str) -> str:
    """RFC 6266, with the name as it is for whoever can read it."""
    plain = "".join(letter if " " <= letter < "\x7f" else "_" for letter in name)
    told = dump_options_header("attachment", {"filename": plain})
    if plain == name:
        return told
    spelt = f"UTF-8''{quote(name, safe='')}"
    return dump_options_header("attachment", {"filename": plain, "filename*": spelt})
