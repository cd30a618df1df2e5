"""What a device hears that was reported lost: nothing is taken from it, nothing given."""

from flask import jsonify, request
from werkzeug.wrappers import Response

from editorial.models.saving import reading
from editorial.web.devices import lost_among, named_devices

LOST = (
    "This device was reported lost, so nothing is taken from it and what it keeps is erased. "
    "What had reached the desk stays there."
)


def is_lost_here() -> bool:
    """Whether the device that the request names was reported lost."""
    named = named_devices(request.headers.get("X-Device", ""))
    return bool(lost_among(reading(), named))


def lost_answer() -> tuple[Response, int]:
    """Says so; the browser erases what it keeps."""
    return jsonify({"refusal": LOST, "lost": True}), 403
