"""The pages of the public website."""

from dataclasses import dataclass

from flask import Blueprint, current_app, make_response, redirect, render_template, request
from markupsafe import Markup
from werkzeug.wrappers import Response

from editorial.models.saving import reading
from editorial.models.setting import setting
from editorial.pipeline.refusal import NotThere
from editorial.site import queries
from editorial.site.feed import atom
from editorial.site.pages import Section
from editorial.web.access import anyone, needs
from editorial.web.address import absolute
from editorial.web.clock import now

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
    shown = queries.article(publication, desk, revision)
    if desk.slug != slug:
        return redirect(shown.path, 301)
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
    site = site_here()
    base = absolute("site.front").rstrip("/")
    articles = [
        (f"urn:uuid:{publication.dispatch_id}", queries.article(publication, desk, revision))
        for publication, desk, revision in queries.newest(reading(), FEED_ENTRIES)
    ]
    response = _answer(atom(site.name, site.tagline, base, articles, now()))
    response.content_type = "application/atom+xml; charset=utf-8"
    return response


def _answer(body: str | bytes) -> Response:
    """Caches may keep it, but must ask: a correction is seen at once."""
    response = make_response(body)
    response.headers["Cache-Control"] = "no-cache"
    response.add_etag()
    return response.make_conditional(request)
