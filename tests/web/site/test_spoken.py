"""The site's own words around a story: in the story's language, and said to be so."""

import json
import re
import uuid
from xml.etree import ElementTree as Xml

import pytest

from editorial.catalogue.words import words_in
from editorial.workflow.words import Action, Role
from tests.newsroom import Newsroom

OLD = "هطل المطر صباحا.\n\nثانيا.\n\nثالثا.\n\nرابعا.\n\nخامسا."
NEW = "هطل المطر مساء.\n\nثانيا.\n\nثالثا.\n\nرابعا.\n\n**خامسا.**"
WRONG = "قلنا صباحا، والصواب مساء."
ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@pytest.fixture
def room(sqlite_newsroom: Newsroom) -> Newsroom:
    return sqlite_newsroom


@pytest.fixture
def story(room: Newsroom) -> tuple[uuid.UUID, str]:
    """An Arabic story that was corrected, and its path."""
    author = room.person("Mira Sol", Role.CORRESPONDENT)
    editor = room.person("Ana Peng", Role.EDITOR)
    publisher = room.person("Omar Dale", Role.PUBLISHER)
    told = {"headline": "Rain", "language": "ar"}
    key = room.publish(author, OLD, byline="Mira Sol", **told)
    room.later(hours=1)
    room.act(author, Action.CORRECT, key, WRONG)
    room.write(key, author, NEW, byline="Iva Rem", **told)
    room.act(author, Action.FILE, key)
    room.act(editor, Action.CLAIM, key)
    room.act(editor, Action.APPROVE, key)
    room.act(publisher, Action.PUBLISH, key)
    return key, f"/news/politics/rain-{key.hex[:8]}"


def test_what_changed_is_told_in_the_words_of_the_story(
    room: Newsroom, story: tuple[uuid.UUID, str]
) -> None:
    page = room.client().get(f"{story[1]}/versions/2").get_data(as_text=True)
    say = words_in("ar")
    assert f"<dt>{say('field_byline')}</dt>" in page
    for css, words in (
        ("skipped", say("change_skipped", count=1)),
        ("change-note", say("change_form")),
    ):
        told = re.search(rf'<p class="{css}"([^>]*)>([^<]*)</p>', page)
        assert told, css
        assert told[1].split() == ['lang="ar"', 'dir="rtl"']
        assert told[2] == words
    changed = page[page.index(say("what_changed")) : page.index(say("version_text"))]
    assert not re.search(r"[a-z]{3,} [a-z]{3,}", re.sub(r"<[^>]+>", "", changed))


def test_a_feed_tells_of_a_story_in_its_language(
    room: Newsroom, story: tuple[uuid.UUID, str]
) -> None:
    reader, say = room.client(), words_in("ar")
    feed = Xml.fromstring(reader.get("/corrections/feed.atom").get_data())
    (entry,) = feed.iter(f"{ATOM}entry")
    assert entry.get(LANG) == "ar"
    assert entry.findtext(f"{ATOM}title") == f"{say('notice_correction')} 1: Rain"
    publisher = room.person("Nia Berg", Role.PUBLISHER)
    room.act(publisher, Action.KILL, story[0], "لم يحدث ذلك.")
    for url in ("/corrections/feed.json", "/feed.json"):
        item = json.loads(reader.get(url).get_data())["items"][0]
        assert item["language"] == "ar"
        assert item["title"] == say("withdrawn")
        assert "لم يحدث ذلك." in item["content_html"]
    assert say("withdrawn_words") in item["content_html"]


def test_the_page_of_corrections_and_its_feed_are_named_in_the_site_s_language(
    room: Newsroom,
) -> None:
    room.change_setting("agency.language", "de")
    reader = room.client()
    assert "Berichtigungen · " in reader.get("/corrections/feed.rss").get_data(as_text=True)
    assert 'title="Berichtigungen · ' in reader.get("/corrections").get_data(as_text=True)


def test_the_search_of_an_export_has_its_words_from_the_page(room: Newsroom) -> None:
    room.change_setting("agency.language", "de")
    page = room.client().get("/search").get_data(as_text=True)
    assert words_in("de")("search_none", query="{query}") in page
