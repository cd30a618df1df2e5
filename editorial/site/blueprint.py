"""The blueprint of the public website, and what holds for each of its pages."""

from flask import Blueprint, request

from editorial.pipeline.refusal import NotThere
from editorial.web.times import READERS_ZONE, show_times_in

bp = Blueprint("site", __name__)


@bp.before_request
def refuse_what_names_nothing() -> None:
    """PostgreSQL takes no NUL in a text: such an address would fail instead of being missing."""
    if "\0" in request.path:
        raise NotThere


@bp.before_request
def use_the_site_s_clock() -> None:
    """Who is signed in sees the pages that everyone sees."""
    show_times_in(READERS_ZONE)
