"""Maps of the site for search engines (sitemaps.org/protocol.html), and of its news."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from xml.etree import ElementTree as Xml

from sqlalchemy.orm import Session

from editorial.models.publication import Publication
from editorial.models.shelf_place import WHOLE_SITE, ShelfPlace
from editorial.site.feed import stamp
from editorial.site.listing import last_number
from editorial.site.live import live

# The protocol allows 50,000 addresses a file; fewer keep a file small to build.
A_PART = 1000
NEWS_AGE = timedelta(days=2)
MOST_NEWS = 1000
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
NEWS = "http://www.google.com/schemas/sitemap-news/0.9"


def parts(session: Session) -> int:
    """How many files the stories fill."""
    return -(-last_number(session, WHOLE_SITE) // A_PART)


def part(session: Session, number: int) -> Sequence[tuple[str, datetime]]:
    """Path and last change of the stories of one file, numbered from 1 by the oldest, so that
    a full file stays as it is."""
    first = (number - 1) * A_PART + 1
    rows = session.execute(
        live()
        .join(ShelfPlace, ShelfPlace.dispatch_id == Publication.dispatch_id)
        .where(
            ShelfPlace.shelf == WHOLE_SITE,
            ShelfPlace.number.between(first, first + A_PART - 1),
        )
        .order_by(None)
        .order_by(ShelfPlace.number)
    ).all()
    return [(f"/news/{desk.slug}/{row.address}", row.published_at) for row, desk in rows]


def recent(session: Session, now: datetime) -> Sequence[tuple[str, Publication]]:
    """Path and publication of the stories of the last two days, newest first."""
    rows = session.execute(
        live().where(Publication.first_published_at > now - NEWS_AGE).limit(MOST_NEWS)
    ).all()
    return [(f"/news/{desk.slug}/{row.address}", row) for row, desk in rows]


def index(addresses: Iterable[str]) -> bytes:
    """The map of the maps."""
    root = Xml.Element("sitemapindex", {"xmlns": SITEMAP})
    for address in addresses:
        _text(Xml.SubElement(root, "sitemap"), "loc", address)
    return _bytes(root)


def urls(pages: Iterable[tuple[str, datetime | None]]) -> bytes:
    """Whole addresses with their last change."""
    root = Xml.Element("urlset", {"xmlns": SITEMAP})
    for address, changed in pages:
        url = Xml.SubElement(root, "url")
        _text(url, "loc", address)
        if changed is not None:
            _text(url, "lastmod", stamp(changed))
    return _bytes(root)


def news(stories: Iterable[tuple[str, Publication]], agency: str) -> bytes:
    """Whole addresses with what Google's news sitemaps ask: name, language, date, title."""
    root = Xml.Element("urlset", {"xmlns": SITEMAP, "xmlns:news": NEWS})
    for address, story in stories:
        url = Xml.SubElement(root, "url")
        _text(url, "loc", address)
        about = Xml.SubElement(url, "news:news")
        publication = Xml.SubElement(about, "news:publication")
        _text(publication, "news:name", agency)
        _text(publication, "news:language", story.language.split("-")[0])
        _text(about, "news:publication_date", stamp(story.first_published_at))
        _text(about, "news:title", story.headline)
    return _bytes(root)


def _text(parent: Xml.Element, name: str, text: str) -> None:
    Xml.SubElement(parent, name).text = text


def _bytes(root: Xml.Element) -> bytes:
    body: bytes = Xml.tostring(root, encoding="utf-8", xml_declaration=True)
    return body
