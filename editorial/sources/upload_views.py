"""Uploads that go on after a broken link, as tus 1.0.0 has them (tus.io/protocols), with its
extensions creation and termination."""

import base64
import binascii
import uuid

from flask import request, url_for
from werkzeug.exceptions import ClientDisconnected
from werkzeug.wrappers import Response

from editorial.models.saving import reading, saving
from editorial.pipeline.refusal import NotThere, Refused
from editorial.sources import uploads
from editorial.sources.archive_views import bp
from editorial.sources.commands import Asked
from editorial.sources.queries import seen_dispatch
from editorial.sources.take import LARGEST_RECORDING
from editorial.web.access import needs, signed_in
from editorial.web.clock import now
from editorial.web.signed_in import person_here

__all__ = ["bp"]

VERSION = "1.0.0"
BODY = "application/offset+octet-stream"


@bp.post("/uploads")
@needs(signed_in)
def begin_upload(dispatch_id: uuid.UUID) -> Response:
    """Begin a file; the answer says where to send it."""
    seen_dispatch(reading(), person_here(), dispatch_id)
    if (odd := _other_version()) is not None:
        return odd
    size, name = _number("Upload-Length"), _filename()
    if size is None:
        return _answer(400, "Say how long the file is.")
    try:
        with saving() as session:
            key = uploads.begin(session, _asked(dispatch_id), name, size)
    except NotThere:
        raise
    except Refused as refused:
        return _answer(413 if size > LARGEST_RECORDING else 409, *refused.reasons)
    answer = _answer(201)
    answer.headers["Location"] = url_for(".grow_upload", dispatch_id=dispatch_id, upload_id=key)
    answer.headers["Upload-Offset"] = "0"
    return answer


@bp.route("/uploads/<uuid:upload_id>", methods=["HEAD"])
@needs(signed_in)
def upload_offset(dispatch_id: uuid.UUID, upload_id: uuid.UUID) -> Response:
    """How much of it has arrived."""
    upload = uploads.find(reading(), _asked(dispatch_id), upload_id)
    answer = _answer(200)
    answer.headers["Upload-Offset"] = str(uploads.arrived(reading(), upload))
    answer.headers["Upload-Length"] = str(upload.size)
    return answer


@bp.patch("/uploads/<uuid:upload_id>")
@needs(signed_in)
def grow_upload(dispatch_id: uuid.UUID, upload_id: uuid.UUID) -> Response:
    """Take the next piece. Whatever arrives of it before a link breaks is kept."""
    uploads.find(reading(), _asked(dispatch_id), upload_id)
    if (odd := _other_version()) is not None:
        return odd
    offset = _number("Upload-Offset")
    if request.mimetype != BODY:
        return _answer(415, f"A piece is sent as {BODY}.")
    if offset is None:
        return _answer(400, "Say where the piece begins.")
    with saving() as session:
        upload = uploads.find(session, _asked(dispatch_id), upload_id)
        upload.touched_at = now()
        path, size = uploads.path_of(session, upload), upload.size
    if offset + (request.content_length or 0) > size:
        return _answer(413, "The piece goes beyond the end of the file.")
    try:
        here = uploads.grow(path, size, offset, request.stream)
    except uploads.Elsewhere as elsewhere:
        answer = _answer(409, *elsewhere.reasons)
        answer.headers["Upload-Offset"] = str(elsewhere.arrived)
        return answer
    except ClientDisconnected:
        return _answer(400, "The link broke. What arrived is kept; ask how much, and go on.")
    answer = _answer(204)
    answer.headers["Upload-Offset"] = str(here)
    return answer


@bp.delete("/uploads/<uuid:upload_id>")
@needs(signed_in)
def end_upload(dispatch_id: uuid.UUID, upload_id: uuid.UUID) -> Response:
    """Give it up."""
    with saving() as session:
        uploads.drop(session, uploads.find(session, _asked(dispatch_id), upload_id))
    return _answer(204)


def _other_version() -> Response | None:
    if request.headers.get("Tus-Resumable", VERSION) == VERSION:
        return None
    answer = _answer(412, "This desk speaks tus 1.0.0.")
    answer.headers["Tus-Version"] = VERSION
    return answer


def _answer(status: int, *reasons: str) -> Response:
    answer = Response(" ".join(reasons), status, mimetype="text/plain")
    answer.headers["Tus-Resumable"] = VERSION
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _asked(dispatch_id: uuid.UUID) -> Asked:
    return Asked(person_here().id, dispatch_id, now())


def _number(header: str) -> int | None:
    text = request.headers.get(header, "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 16 else None


def _filename() -> str:
    """Upload-Metadata is a list of keys, each with its value in Base64."""
    for pair in request.headers.get("Upload-Metadata", "").split(","):
        key, _, value = pair.strip().partition(" ")
        if key == "filename":
            try:
                return base64.b64decode(value, validate=True).decode(errors="replace")
            except binascii.Error:
                break
    return "file"
