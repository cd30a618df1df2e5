"""The feed against the rules of RFC 4287."""

import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as Xml

import pytest
from lxml import etree

from editorial.models.person import Person
from editorial.workflow.words import Action, Role
from tests.newsroom import Newsroom

# The grammar of RFC 4287, appendix B.
GRAMMAR = etree.RelaxNG(etree.parse(Path(__file__).with_name("atom.rng")))
ATOM = "{http://www.w3.org/2005/Atom}"
XML = "{http://www.w3.org/XML/1998/namespace}"
# RFC 4287, 3.3, as RFC 3339 narrows it.
DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
FEED_PARTS = {"author", "category", "entry", "id", "link", "subtitle", "title", "updated"}
ENTRY_PARTS = {
    "author",
    "category",
    "content",
    "id",
    "link",
    "published",
    "summary",
    "title",
    "updated",
}


@pytest.fixture
def feed(sqlite_newsroom: Newsroom) -> Xml.Element:
    room = sqlite_newsroom
    mira: Person = room.person("Mira Sol", Role.CORRESPONDENT)
    room.publish(mira, "One & all, <so> to speak.", headline="One & all", language="az")
    room.later(hours=2)
    room.publish(mira, "## Two\n\n- *and* three", headline="Two", summary="")
    answer = room.client().get("/feed.atom")
    return Xml.fromstring(answer.get_data())


def named(element: Xml.Element, name: str) -> list[Xml.Element]:
    return element.findall(ATOM + name)


def text(element: Xml.Element, name: str) -> str:
    (only,) = named(element, name)
    return only.text or ""


def test_the_feed_has_what_a_feed_must_have_and_nothing_else(feed: Xml.Element) -> None:
    assert feed.tag == ATOM + "feed"
    assert {child.tag.removeprefix(ATOM) for child in feed} <= FEED_PARTS
    assert text(feed, "id") == "http://localhost/"
    assert text(feed, "title") == "Newsroom"
    assert text(feed, "updated") == "2026-11-20T11:00:00Z"
    assert [text(author, "name") for author in named(feed, "author")] == ["Newsroom"]
    links = {link.get("rel"): link.get("href") for link in named(feed, "link")}
    assert links == {"self": "http://localhost/feed.atom", "alternate": "http://localhost/"}
    assert feed.get(f"{XML}base") == "http://localhost/"
    assert feed.get(f"{XML}lang") == "en"


def test_each_entry_has_what_an_entry_must_have(feed: Xml.Element) -> None:
    entries = named(feed, "entry")
    assert len(entries) == 2
    for entry in entries:
        assert {child.tag.removeprefix(ATOM) for child in entry} <= ENTRY_PARTS
        assert text(entry, "title")
        assert DATE.fullmatch(text(entry, "updated"))
        assert DATE.fullmatch(text(entry, "published"))
        assert re.fullmatch(
            r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", text(entry, "id")
        )
        (link,) = named(entry, "link")
        assert link.get("rel") == "alternate"
        assert (link.get("href") or "").startswith("http://localhost/news/politics/")
        (category,) = named(entry, "category")
        assert category.get("term") == "Politics"
        (content,) = named(entry, "content")
        assert content.get("type") == "html"
        assert len(named(entry, "summary")) <= 1
    assert len({text(entry, "id") for entry in entries}) == 2


def test_markup_is_escaped_once(feed: Xml.Element) -> None:
    newer, older = named(feed, "entry")
    assert text(older, "title") == "One & all"
    assert text(older, "content") == "<p>One &amp; all, &lt;so&gt; to speak.</p>"
    assert text(newer, "content") == "<h2>Two</h2><ul><li><p><em>and</em> three</p></li></ul>"
    assert older.get(f"{XML}lang") == "az"
    assert named(newer, "summary") == []


def test_an_empty_feed_is_dated_before_all_that_comes(sqlite_newsroom: Newsroom) -> None:
    shown = Xml.fromstring(sqlite_newsroom.client().get("/feed.atom").get_data())
    assert text(shown, "updated") == "2026-01-01T00:00:00Z"
    assert named(shown, "entry") == []


FEEDS = (
    "/feed.atom",
    "/news/politics/feed.atom",
    "/news/economy/feed.atom",
    "/by/mira-sol/feed.atom",
    "/corrections/feed.atom",
)


def test_every_atom_feed_keeps_to_the_grammar_of_the_rfc(sqlite_newsroom: Newsroom) -> None:
    room = sqlite_newsroom
    mira: Person = room.person("Mira Sol", Role.CORRESPONDENT)
    editor, publisher = room.person("Ana Peng", Role.EDITOR), room.person("N", Role.PUBLISHER)
    room.desk("Economy")
    key = room.publish(mira, "One & all, <so> to speak.", headline="One & all", language="az")
    room.act(mira, Action.CORRECT, key, "It was none.")
    room.write(key, mira, "None.", headline="One & all")
    for person, action in ((mira, Action.FILE), (editor, Action.CLAIM), (editor, Action.APPROVE)):
        room.act(person, action, key)
    room.later(hours=1)
    room.act(publisher, Action.PUBLISH, key)
    killed = room.publish(mira, "Two.", headline="Two", summary="")
    room.act(publisher, Action.KILL, killed, "It was invented.")
    for url in FEEDS:
        told = etree.fromstring(room.client().get(url).get_data())
        assert GRAMMAR.validate(told), (url, GRAMMAR.error_log.last_error)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda feed: feed.remove(feed.find(f"{ATOM}id")),
        lambda feed: feed.append(etree.Element(f"{ATOM}headline")),
        lambda feed: feed.find(f"{ATOM}link").attrib.pop("href"),
        lambda feed: setattr(feed.find(f"{ATOM}updated"), "text", "yesterday"),
        lambda feed: feed.set("{http://www.w3.org/XML/1998/namespace}lang", "no such tag"),
        lambda feed: feed.find(f"{ATOM}entry").append(etree.Element(f"{ATOM}updated")),
    ],
)
def test_the_grammar_tells_a_feed_that_is_none(feed: Xml.Element, spoil: Any) -> None:
    told = etree.fromstring(Xml.tostring(feed))
    assert GRAMMAR.validate(told), GRAMMAR.error_log.last_error
    spoil(told)
    assert not GRAMMAR.validate(told)
