"""Readers' reviews: written under a story without an account, a cookie or a script."""

from urllib.parse import urlsplit

from flask import current_app, make_response, redirect, request
from flask.blueprints import BlueprintSetupState
from werkzeug.wrappers import Response

from editorial.models.saving import reading, saving
from editorial.models.setting import setting
from editorial.site.blueprint import bp
from editorial.site.here import page, page_text
from editorial.site.reader_reviews import MOST_SHOWN, reviews_of
from editorial.site.send_review import (
    LONGEST_NAME,
    LONGEST_TEXT,
    TooMany,
    came_in,
    keep_review,
    network_of,
    weigh_flood,
)
from editorial.site.views.stories import found_in
from editorial.web.access import anyone, needs
from editorial.web.clock import now
from editorial.web.typed import one_line, some_lines


@bp.get("/news/<slug>/<address>/reviews")
@needs(anyone)
def reviews(slug: str, address: str) -> Response:
    """All that the desk published of them."""
    publication, desk = found_in(slug, address)
    return page(
        "site/reviews.html",
        language=publication.language,
        publication=publication,
        path=f"/news/{desk.slug}/{publication.address}",
        reviews=reviews_of(reading(), publication.dispatch_id, MOST_SHOWN),
        takes_reviews=setting(reading(), "site.reviews"),
    )


@bp.get("/news/<slug>/<address>/reviewed")
@needs(anyone)
def reviewed(slug: str, address: str) -> Response:
    """Thanks, the same for everybody."""
    publication, desk = found_in(slug, address)
    return page(
        "site/reviewed.html",
        language=publication.language,
        path=f"/news/{desk.slug}/{publication.address}",
    )


@bp.post("/news/<slug>/<address>/reviews")
@needs(anyone)
def send_review(slug: str, address: str) -> Response:
    """Put one before the desk. Whoever fills the field that people don't see is thanked too."""
    publication, desk = found_in(slug, address)
    path = f"/news/{desk.slug}/{publication.address}"
    name, text = one_line(request.form.get("name")), some_lines(request.form.get("text"))
    wrong = _wrong(name, text)
    status = 422
    if not wrong and not request.form.get("website"):
        session, at = reading(), now()
        network = network_of(request.remote_addr or "", current_app.config["SECRET_KEY"])
        try:
            # Looked at first without a lock, so that a flood keeps nobody from writing.
            key = publication.dispatch_id
            weigh_flood(session, key, network, at)
            if not came_in(session, key, name, text, network):
                with saving() as writing:
                    keep_review(writing, key, name, text, network, at)
        except TooMany:
            wrong, status = ["review_too_many"], 429
    if not wrong:
        return redirect(f"{path}/reviewed", 303)
    shown = page_text(
        "site/review_refused.html",
        publication.language,
        path=path,
        wrong=wrong,
        name=name[: LONGEST_NAME * 4],
        text=text[: LONGEST_TEXT * 4],
    )
    answer = make_response(shown, status)
    answer.headers["Cache-Control"] = "no-store"
    if status == 429:
        answer.headers["Retry-After"] = "600"
    return answer


def _wrong(name: str, text: str) -> list[str]:
    """The keys of the words that say why it can't be taken."""
    if not setting(reading(), "site.reviews"):
        return ["review_closed"]
    if not _from_here():
        return ["review_elsewhere"]
    wrong = []
    if not 0 < len(name) <= LONGEST_NAME:
        wrong.append("review_no_name")
    if not 0 < len(text) <= LONGEST_TEXT:
        wrong.append("review_no_text")
    return wrong


def _from_here() -> bool:
    """Whether the form stood on a page of ours (Fetch Metadata; RFC 6454 for Origin).

    A browser that sends neither header is too old to be told from a program.
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None and site != "same-origin":
        return False
    origin = request.headers.get("Origin")
    if origin is None:
        return site is not None
    public = current_app.config.get("PUBLIC_URL") or request.host_url
    try:
        asked = urlsplit(origin)[:2]
    except ValueError:
        return False
    return asked in (urlsplit(public)[:2], urlsplit(request.host_url)[:2])


@bp.record_once
def without_a_token(state: BlueprintSetupState) -> None:
    """The form stands on pages that are files: no cookie, so no token; Origin is checked."""
    state.app.extensions["csrf"].exempt(f"{send_review.__module__}.{send_review.__name__}")
