"""What is live as RSS 2.0 (rssboard.org/rss-specification), its texts whole."""

from datetime import UTC, datetime
from email.utils import format_datetime
from urllib.parse import urljoin
from xml.etree import ElementTree as Xml

from editorial.site.feed import Entries, Head, updated, whole_html
from editorial.site.pages import Article

NAMESPACES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
}


def rss(head: Head, entries: Entries) -> bytes:
    """The feed as UTF-8."""
    feed = Xml.Element("rss", {"version": "2.0"})
    # Written by hand: Atom's namespace is the unnamed one wherever Atom itself is written.
    for prefix, namespace in NAMESPACES.items():
        feed.set(f"xmlns:{prefix}", namespace)
    channel = Xml.SubElement(feed, "channel")
    _text(channel, "title", head.name)
    _text(channel, "link", head.page)
    _text(channel, "description", head.tagline or head.name)
    _text(channel, "language", head.language)
    _text(channel, "lastBuildDate", _date(updated(head, entries)))
    own = {"rel": "self", "href": f"{head.address}.rss", "type": "application/rss+xml"}
    Xml.SubElement(channel, "atom:link", own)
    for key, article in entries:
        _item(channel, key, article, head.base)
    body: bytes = Xml.tostring(feed, encoding="utf-8", xml_declaration=True)
    return body


def _item(channel: Xml.Element, key: str, article: Article, base: str) -> None:
    item = Xml.SubElement(channel, "item")
    _text(item, "title", article.headline)
    _text(item, "link", urljoin(base, article.path))
    guid = Xml.SubElement(item, "guid", {"isPermaLink": "false"})
    guid.text = key
    _text(item, "pubDate", _date(article.published_at))
    if article.byline:
        _text(item, "dc:creator", article.byline)
    _text(item, "category", article.section_name)
    if article.summary:
        _text(item, "description", article.summary)
    _text(item, "content:encoded", whole_html(article.body_html, base))


def _text(parent: Xml.Element, name: str, text: str) -> None:
    Xml.SubElement(parent, name).text = text


def _date(at: datetime) -> str:
    return format_datetime(at.astimezone(UTC), usegmt=True)
