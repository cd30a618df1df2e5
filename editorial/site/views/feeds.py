"""The feeds: of the site, of each section and correspondent, in three forms."""

from collections.abc import Callable

from sqlalchemy import ColumnElement
from werkzeug.wrappers import Response

from editorial.models.desk import Desk
from editorial.models.saving import reading
from editorial.site import queries, shelves
from editorial.site.atom import atom
from editorial.site.blueprint import bp
from editorial.site.feed import Entries, Head
from editorial.site.here import file, site_here
from editorial.site.json_feed import json_feed
from editorial.site.rss import rss
from editorial.web.access import anyone, needs
from editorial.web.address import absolute
from editorial.web.clock import now

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


def _feed(
    form: str, name: str, tagline: str, home: str, *conditions: ColumnElement[bool]
) -> Response:
    site, session = site_here(), reading()
    head = Head(
        name=name if name == site.name else f"{name} · {site.name}",
        agency=site.name,
        tagline=tagline,
        language=site.language,
        base=absolute("site.front"),
        page=home,
        address=home.rstrip("/") + "/feed",
        now=now(),
    )
    entries = [
        (f"urn:uuid:{publication.dispatch_id}", queries.article(session, publication, desk, text))
        for publication, desk, text in queries.newest(session, FEED_ENTRIES, *conditions)
    ]
    write, media_type = FORMS[form]
    return file(write(head, entries), media_type)
