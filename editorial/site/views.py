"""The pages of the public website."""

from collections.abc import Callable
from dataclasses import dataclass

from flask import Blueprint, current_app, make_response, redirect, render_template, request
from markupsafe import Markup
from werkzeug.wrappers import Response

from editorial.models.saving import reading
from editorial.models.setting import setting
from editorial.pipeline.refusal import NotThere
from editorial.site import queries
from editorial.site.feed import Head, atom
from editorial.site.pages import Section
from editorial.web.access import anyone, needs
from editorial.web.address import absolute
from editorial.web.clock import now
from editorial.web.times import READERS_ZONE, show_times_in

FEED_ENTRIES = 30

bp = Blueprint("site", __name__)


@dataclass(frozen=True, slots=True)
class Site:
    """What every page of the site shows."""

    name: str
    tagline: str
    language: str
    sections: tuple[Section, ...]
    feed_url: str
    year: int


def site_here() -> Site:
    """The site as its settings make it."""
    session = reading()
    return Site(
        name=setting(session, "agency.name"),
        tagline=setting(session, "agency.tagline"),
        language=setting(session, "agency.language"),
        sections=queries.sections(session),
        feed_url="/feed.atom",
        year=now().year,
    )


@bp.app_context_processor
def words() -> dict[str, Callable[[], Site]]:
    """The site's own layout for errors, whichever slice they come from."""
    return {"site_here": site_here}


@bp.before_request
def refuse_what_names_nothing() -> None:
    """PostgreSQL takes no NUL in a text: such an address would fail instead of being missing."""
    if "\0" in request.path:
        raise NotThere


@bp.before_request
def use_the_site_s_clock() -> None:
    """Who is signed in sees the pages that everyone sees."""
    show_times_in(READERS_ZONE)


@bp.get("/")
@needs(anyone)
def front() -> Response:
    """The front page."""
    page = queries.front(reading(), now())
    return _answer(
        render_template(
            "site/front.html",
            site=site_here(),
            lead=page.lead,
            latest=page.latest,
            sections=page.sections,
        )
    )


@bp.get("/news/<slug>")
@needs(anyone)
def section(slug: str) -> Response:
    """One desk's stories, newest first."""
    number = request.args.get("page", "1")
    page = int(number) if number.isdecimal() and len(number) < 6 else 1
    shown = queries.section_page(reading(), slug, max(page, 1))
    return _answer(
        render_template(
            "site/section.html",
            site=site_here(),
            section=shown.section,
            teasers=shown.teasers,
            newer_url=shown.newer_url,
            older_url=shown.older_url,
        )
    )


@bp.get("/news/<slug>/<address>")
@needs(anyone)
def article(slug: str, address: str) -> Response:
    """One story; a text that is not the approved one is not shown."""
    session = reading()
    try:
        publication, desk, revision = queries.find_article(session, address)
    except queries.Tampered as error:
        current_app.logger.critical("withheld from readers: %s", error)
        raise NotThere from error
    shown = queries.article(session, publication, desk, revision)
    if desk.slug != slug:
        # Asked for again each time, as a dispatch may move back.
        moved = redirect(shown.path, 301)
        moved.headers["Cache-Control"] = "no-cache"
        return moved
    return _answer(
        render_template(
            "site/article.html",
            site=site_here(),
            article=shown,
            body_html=Markup(shown.body_html),  # noqa: S704  (document.html escaped it)
            url=absolute("site.article", slug=slug, address=address),
            briefs=queries.beside(session, publication, desk),
        )
    )


@bp.get("/feed.atom")
@needs(anyone)
def feed() -> Response:
    """The newest stories as Atom."""
    site, session = site_here(), reading()
    head = Head(site.name, site.tagline, site.language, absolute("site.front"), now())
    articles = [
        (
            f"urn:uuid:{publication.dispatch_id}",
            queries.article(session, publication, desk, revision),
        )
        for publication, desk, revision in queries.newest(session, FEED_ENTRIES)
    ]
    response = make_response(atom(head, articles))
    response.content_type = "application/atom+xml; charset=utf-8"
    return _conditional(response)


def _answer(page: str) -> Response:
    return _conditional(make_response(page))


def _conditional(response: Response) -> Response:
    """Caches may keep it, but must ask: a correction is seen at once."""
    response.headers["Cache-Control"] = "no-cache"
    response.add_etag()
    return response.make_conditional(request)
