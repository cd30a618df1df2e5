"""The Atom feed (RFC 4287) of checkpoints, for whoever keeps them."""

from collections.abc import Sequence
from datetime import UTC, datetime
from xml.etree import ElementTree as Xml

from editorial.models.checkpoint import KeptCheckpoint

ATOM = "http://www.w3.org/2005/Atom"


def checkpoint_feed(
    name: str, base: str, kept: Sequence[tuple[KeptCheckpoint, str]], now: datetime
) -> bytes:
    """The feed as UTF-8; each checkpoint comes with its whole note. ``base`` ends in a slash."""
    Xml.register_namespace("", ATOM)
    feed = Xml.Element(f"{{{ATOM}}}feed")
    _text(feed, "id", f"{base}log/checkpoints.atom")
    _text(feed, "title", f"{name}: checkpoints of the approval log")
    _text(feed, "updated", _stamp(kept[0][0].made_at if kept else now))
    _text(_child(feed, "author"), "name", name)
    _link(feed, "self", f"{base}log/checkpoints.atom")
    for checkpoint, note in kept:
        entry = _child(feed, "entry")
        address = f"{base}log/checkpoints/{checkpoint.size}"
        _text(entry, "id", address)
        _text(entry, "title", f"{checkpoint.size} entries")
        _text(entry, "updated", _stamp(checkpoint.made_at))
        _link(entry, "alternate", address)
        content = _child(entry, "content")
        content.set("type", "text")
        content.text = note
    body: bytes = Xml.tostring(feed, encoding="utf-8", xml_declaration=True)
    return body


def _child(parent: Xml.Element, name: str) -> Xml.Element:
    return Xml.SubElement(parent, f"{{{ATOM}}}{name}")


def _text(parent: Xml.Element, name: str, text: str) -> None:
    _child(parent, name).text = text


def _link(parent: Xml.Element, rel: str, href: str) -> None:
    link = _child(parent, "link")
    link.set("rel", rel)
    link.set("href", href)


def _stamp(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
