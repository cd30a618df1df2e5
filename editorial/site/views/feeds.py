"""The feeds: of the site, of each section and correspondent, in three forms."""

from collections.abc import Callable

from sqlalchemy import ColumnElement
from werkzeug.wrappers import Response

from editorial.catalogue.words import words_in
from editorial.models.desk import Desk
from editorial.models.saving import reading
from editorial.site import notices, queries, shelves
from editorial.site.atom import atom
from editorial.site.blueprint import bp
from editorial.site.feed import Entries, Head
from editorial.site.here import file, site_here
from editorial.site.json_feed import json_feed
from editorial.site.moment import site_moment
from editorial.site.rss import rss
from editorial.web.access import anyone, needs
from editorial.web.address import absolute

FEED_ENTRIES = 30
FORMS: dict[str, tuple[Callable[[Head, Entries], bytes], str]] = {
    "atom": (atom, "application/atom+xml"),
    "rss": (rss, "application/rss+xml"),
    "json": (json_feed, "application/feed+json"),
}


@bp.get("/feed.<any(atom, rss, json):form>")
@needs(anyone)
def feed(form: str) -> Response:
    """The newest stories."""
    site = site_here()
    return _feed(form, site.name, site.tagline, absolute("site.front"))


@bp.get("/news/<slug>/feed.<any(atom, rss, json):form>")
@needs(anyone)
def section_feed(form: str, slug: str) -> Response:
    """The newest stories of one desk."""
    section = queries.find_section(reading(), slug)
    home = absolute("site.section", slug=slug)
    return _feed(form, section.name, section.description, home, Desk.slug == slug)


@bp.get("/by/<slug>/feed.<any(atom, rss, json):form>")
@needs(anyone)
def correspondent_feed(form: str, slug: str) -> Response:
    """The newest stories of one correspondent."""
    who = shelves.correspondent(reading(), slug)
    home = absolute("site.correspondent", slug=slug)
    return _feed(form, who.name, "", home, shelves.by(slug))


@bp.get("/corrections/feed.<any(atom, rss, json):form>")
@needs(anyone)
def corrections_feed(form: str) -> Response:
    """What was put right, and what was withdrawn."""
    home = absolute("site.corrections")
    site = site_here()
    entries = notices.as_entries(notices.corrections(reading(), None).notices, site.language)
    name = f"{words_in(site.language)('corrections')} · {site.name}"
    return _answer(form, name, "", home, entries)


def _feed(
    form: str, name: str, tagline: str, home: str, *conditions: ColumnElement[bool]
) -> Response:
    session = reading()
    rows = queries.newest(session, FEED_ENTRIES, *conditions)
    entries = [
        (f"urn:uuid:{row[0].dispatch_id}", article)
        for row, article in zip(rows, queries.articles(session, rows), strict=True)
    ]
    # Whoever keeps our texts is told which to drop.
    entries += notices.withdrawn(session, site_here().language, *conditions)
    entries.sort(key=lambda entry: entry[1].published_at, reverse=True)
    if name != site_here().name:
        name = f"{name} · {site_here().name}"
    return _answer(form, name, tagline, home, entries)


def _answer(form: str, name: str, tagline: str, home: str, entries: Entries) -> Response:
    site = site_here()
    head = Head(
        name=name,
        agency=site.name,
        tagline=tagline,
        language=site.language,
        base=absolute("site.front"),
        page=home,
        address=home.rstrip("/") + "/feed",
        now=site_moment(reading()),
    )
    write, media_type = FORMS[form]
    return file(write(head, entries), media_type)
