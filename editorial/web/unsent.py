"""What a refused request would have lost: the words that were typed into its form."""

from dataclasses import dataclass

from flask import request

SECRETS = frozenset({"password", "again", "present", "code", "token", "csrf_token"})
LEAST = 12  # letters: less is typed again sooner than it is copied


@dataclass(frozen=True, slots=True)
class Unsent:
    """One field's words; ``name`` as a person reads it."""

    name: str
    text: str


class SignedOutWhileTyping(Exception):
    """A form came in from someone whose sign-in had ended, with words in it."""


def unsent() -> tuple[Unsent, ...]:
    """The written words of this request's form, the longest first, without ids and secrets.

    Empty unless the form stood on a page of ours, so that no other site can put words on one.
    """
    if request.method != "POST" or request.headers.get("Sec-Fetch-Site") != "same-origin":
        return ()
    found = [
        Unsent(name.replace("_", " ").capitalize(), text)
        for name, text in request.form.items(multi=True)
        if name not in SECRETS and len(text) >= LEAST and any(map(str.isspace, text.strip()))
    ]
    return tuple(sorted(found, key=lambda one: -len(one.text)))
