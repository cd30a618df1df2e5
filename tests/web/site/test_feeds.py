"""The feeds of the site and of a section, as RSS 2.0 and JSON Feed 1.1."""

import json
import re
from email.utils import parsedate_to_datetime
from typing import Any
from xml.etree import ElementTree as Xml

import feedparser
import pytest

from editorial.document.html import html
from editorial.document.markdown import from_markdown
from editorial.models.person import Person
from editorial.site.feed import whole_html
from editorial.workflow.words import Role
from tests.newsroom import Browser, Newsroom

CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
# jsonfeed.org/version/1.1: what may stand at the top and in an item, of what we write.
TOP = {"version", "title", "home_page_url", "feed_url", "language", "authors", "items"}
ITEM = {"id", "url", "title", "content_html", "date_published", "date_modified", "language", "tags"}


@pytest.fixture
def mira(sqlite_newsroom: Newsroom) -> Person:
    return sqlite_newsroom.person("Mira Sol", Role.CORRESPONDENT)


@pytest.fixture
def reader(sqlite_newsroom: Newsroom, mira: Person) -> Browser:
    room = sqlite_newsroom
    room.publish(mira, "One & all, told so.", headline="One & <all>", language="az")
    room.later(hours=2)
    omar = room.person("Omar Din", Role.CORRESPONDENT, desk="Economy")
    room.publish(omar, "Two said so.", desk="Economy", headline="Two", summary="")
    return room.client()


def json_of(reader: Browser, url: str) -> dict[str, Any]:
    answer = reader.get(url)
    assert answer.headers["Content-Type"] == "application/feed+json; charset=utf-8"
    feed: dict[str, Any] = json.loads(answer.get_data())
    return feed


def test_rss_has_what_a_channel_and_its_items_must_have(reader: Browser) -> None:
    answer = reader.get("/feed.rss")
    assert answer.headers["Content-Type"] == "application/rss+xml; charset=utf-8"
    root = Xml.fromstring(answer.get_data())
    assert (root.tag, root.get("version")) == ("rss", "2.0")
    (channel,) = root
    for required in ("title", "link", "description"):
        assert channel.findtext(required)
    items = channel.findall("item")
    assert [item.findtext("title") for item in items] == ["Two", "One & <all>"]
    for item in items:
        assert parsedate_to_datetime(item.findtext("pubDate") or "").tzinfo is not None
        assert (item.findtext("link") or "").startswith("http://localhost/news/")
        guid = item.find("guid")
        assert guid is not None
        assert guid.get("isPermaLink") == "false"
        assert (guid.text or "").startswith("urn:uuid:")
    (own,) = channel.findall("{http://www.w3.org/2005/Atom}link")
    assert own.get("href") == "http://localhost/feed.rss"


def test_feedparser_reads_the_rss_as_rss(reader: Browser) -> None:
    parsed = feedparser.parse(reader.get("/feed.rss").get_data())
    assert not parsed.bozo, parsed.get("bozo_exception")
    assert parsed.version == "rss20"
    assert [entry.author for entry in parsed.entries] == ["Mira Sol", "Mira Sol"]
    assert parsed.entries[1].published == "Fri, 20 Nov 2026 09:00:00 GMT"


def test_both_tell_the_text_whole(reader: Browser) -> None:
    items = Xml.fromstring(reader.get("/feed.rss").get_data()).iter("item")
    in_rss = [item.findtext(CONTENT) for item in items]
    assert in_rss == ["<p>Two said so.</p>", "<p>One &amp; all, told so.</p>"]
    in_json = [item["content_html"] for item in json_of(reader, "/feed.json")["items"]]
    assert in_json == in_rss


def test_pictures_get_whole_addresses_and_words_stay_words() -> None:
    picture = f"/pictures/{'0' * 64}"
    body = html(from_markdown(f'Type src="/x", they say.\n\n![A bridge]({picture})'))
    whole = whole_html(body, "https://wire.example/")
    assert "https://wire.example/x" not in whole
    assert f'src="https://wire.example{picture}"' in whole


def test_the_json_feed_keeps_to_its_rules(reader: Browser) -> None:
    feed = json_of(reader, "/feed.json")
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert set(feed) == TOP
    assert feed["home_page_url"] == "http://localhost/"
    assert feed["feed_url"] == "http://localhost/feed.json"
    for item in feed["items"]:
        assert set(item) - {"summary", "authors"} == ITEM
        assert DATE.fullmatch(item["date_published"])
        assert DATE.fullmatch(item["date_modified"])
    assert len({item["id"] for item in feed["items"]}) == 2
    assert [item["language"] for item in feed["items"]] == ["en", "az"]


@pytest.mark.parametrize("form", ["atom", "rss"])
def test_a_section_s_feed_tells_its_own_stories_only(reader: Browser, form: str) -> None:
    parsed = feedparser.parse(reader.get(f"/news/economy/feed.{form}").get_data())
    assert [entry.title for entry in parsed.entries] == ["Two"]
    assert parsed.feed.title == "Economy · Newsroom"
    links = {link["rel"]: link["href"] for link in parsed.feed.links}
    assert links["self"] == f"http://localhost/news/economy/feed.{form}"
    assert links["alternate"] == "http://localhost/news/economy"


def test_a_section_s_json_feed_names_itself(reader: Browser) -> None:
    feed = json_of(reader, "/news/economy/feed.json")
    assert [item["title"] for item in feed["items"]] == ["Two"]
    assert feed["feed_url"] == "http://localhost/news/economy/feed.json"


@pytest.mark.parametrize("url", ["/news/nowhere/feed.rss", "/feed.xml", "/feed.ATOM"])
def test_a_feed_of_nothing_is_missing(reader: Browser, url: str) -> None:
    assert reader.get(url).status_code == 404


def test_every_feed_that_a_page_names_is_there(reader: Browser) -> None:
    for url, count in (("/", 3), ("/news/economy", 6)):
        named = re.findall(
            r'rel="alternate"\s+type="([^"]+)"\s+title="[^"]+"\s+href="([^"]+)"',
            reader.get(url).get_data(as_text=True),
        )
        assert len(named) == count
        for media_type, feed in named:
            assert reader.get(feed).headers["Content-Type"].startswith(media_type)


def test_the_feeds_of_an_empty_site_are_valid(sqlite_newsroom: Newsroom) -> None:
    reader = sqlite_newsroom.client()
    assert json_of(reader, "/feed.json")["items"] == []
    assert not feedparser.parse(reader.get("/feed.rss").get_data()).bozo
