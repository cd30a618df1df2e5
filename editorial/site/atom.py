"""What is live as Atom (RFC 4287)."""

from urllib.parse import urljoin
from xml.etree import ElementTree as Xml

from editorial.site.feed import Entries, Head, stamp, updated
from editorial.site.pages import Article

ATOM = "http://www.w3.org/2005/Atom"
XML = "{http://www.w3.org/XML/1998/namespace}"


def atom(head: Head, entries: Entries) -> bytes:
    """The feed as UTF-8."""
    Xml.register_namespace("", ATOM)
    feed = Xml.Element(f"{{{ATOM}}}feed")
    feed.set(f"{XML}lang", head.language)
    # Pictures and links within the texts are relative to the site.
    feed.set(f"{XML}base", head.base)
    _text(feed, "id", head.page)
    _text(feed, "title", head.name)
    if head.tagline:
        _text(feed, "subtitle", head.tagline)
    _text(feed, "updated", stamp(updated(head, entries)))
    _link(feed, "self", f"{head.address}.atom", "application/atom+xml")
    _link(feed, "alternate", head.page, "text/html")
    # RFC 4287, 4.1.1: a feed whose entries may lack an author names one itself.
    _text(_child(feed, "author"), "name", head.agency)
    for key, article in entries:
        _entry(feed, key, article, head.base)
    body: bytes = Xml.tostring(feed, encoding="utf-8", xml_declaration=True)
    return body


def _entry(feed: Xml.Element, key: str, article: Article, base: str) -> None:
    entry = _child(feed, "entry")
    entry.set(f"{XML}lang", article.language)
    _text(entry, "id", key)
    _text(entry, "title", article.headline)
    _link(entry, "alternate", urljoin(base, article.path), "text/html")
    _text(entry, "published", stamp(article.published_at))
    _text(entry, "updated", stamp(article.updated_at))
    if article.byline:
        _text(_child(entry, "author"), "name", article.byline)
    _child(entry, "category").set("term", article.section_name)
    if article.summary:
        _text(entry, "summary", article.summary)
    content = _child(entry, "content")
    content.set("type", "html")
    content.text = article.body_html


def _child(parent: Xml.Element, name: str) -> Xml.Element:
    return Xml.SubElement(parent, f"{{{ATOM}}}{name}")


def _text(parent: Xml.Element, name: str, text: str) -> None:
    _child(parent, name).text = text


def _link(parent: Xml.Element, rel: str, href: str, media_type: str) -> None:
    link = _child(parent, "link")
    link.set("rel", rel)
    link.set("href", href)
    link.set("type", media_type)
