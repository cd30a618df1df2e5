"""What a page hears whose device is one person's, where another is signed in at the browser now."""

from flask import jsonify, request
from werkzeug.wrappers import Response

from editorial.web.devices import named_devices
from editorial.web.signed_in import person_here

ANOTHERS = (
    "Someone else is signed in at this browser. What you typed goes to the desk once you are "
    "signed in again."
)


def is_anothers_here() -> bool:
    """Whether the device that the request names keeps the drafts of someone else."""
    whose = set(named_devices(request.headers.get("X-Device", "")).values())
    return bool(whose - {person_here().id})


def anothers_answer() -> tuple[Response, int]:
    """Says so; the browser keeps the words and waits for a sign-in."""
    return jsonify({"refusal": ANOTHERS}), 401
