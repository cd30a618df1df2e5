"""What accounts needs of a request and of the app that answers it."""

from datetime import datetime

from argon2 import PasswordHasher
from flask import current_app, render_template, request
from werkzeug.wrappers import Response

from editorial.accounts.password import hasher_of_cost
from editorial.accounts.throttle import TooManyGuesses
from editorial.web.clock import now
from editorial.web.forms import Form
from editorial.web.sign_ins import Begun, Visitor
from editorial.web.signed_in import keep_signed_in
from editorial.web.times import moment

Answer = Response | str | tuple[str, int] | tuple[str, int, dict[str, str]]


def hasher() -> PasswordHasher:
    """The app's hasher; PASSWORD_COST holds what ``hasher_of_cost`` takes, where it differs."""
    return hasher_of_cost(**current_app.config.get("PASSWORD_COST", {}))


def visitor() -> Visitor:
    """Who asks, as far as the network tells."""
    return Visitor(request.remote_addr or "", request.user_agent.string)


def keep(begun: Begun) -> None:
    """Put a new sign-in into the browser's cookie."""
    keep_signed_in(begun.token, begun.person, begun.sign_in)


def throttled(template: str, form: Form, refusal: TooManyGuesses, **more: object) -> Answer:
    """The page again, with when to try the next time."""
    form.form_errors.append(too_many(refusal.until))
    page = render_template(template, form=form, **more)
    return page, 429, {"Retry-After": str(_seconds_until(refusal.until))}


def too_many(until: datetime) -> str:
    """When to try again, as a sentence."""
    seconds = _seconds_until(until)
    wait = f"{seconds} seconds" if seconds < 120 else f"{-(-seconds // 60)} minutes"
    return f"Too many tries. Nothing was checked; try again in {wait}, at {moment(until)}."


def _seconds_until(moment_ahead: datetime) -> int:
    return max(1, int((moment_ahead - now()).total_seconds() + 0.999))
