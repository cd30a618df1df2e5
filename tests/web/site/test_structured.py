"""What an article tells machines about itself."""

import json
import re
from typing import Any

import pytest

from editorial.models.person import Person
from editorial.models.publication import Publication
from editorial.site.structured import data_block
from editorial.workflow.words import Role
from tests.newsroom import Browser, Newsroom

HOSTILE = "</script><script>alert(1)</script> <!-- & \u2028 so on"


@pytest.fixture
def mira(sqlite_newsroom: Newsroom) -> Person:
    return sqlite_newsroom.person("Mira Sol", Role.CORRESPONDENT)


@pytest.fixture
def reader(sqlite_newsroom: Newsroom) -> Browser:
    return sqlite_newsroom.client()


def story(room: Newsroom, reader: Browser) -> tuple[str, str]:
    address = room.read().query(Publication).one().address
    path = f"/news/politics/{address}"
    return path, reader.get(path).get_data(as_text=True)


def data_of(page: str) -> dict[str, Any]:
    (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    told: dict[str, Any] = json.loads(block)
    return told


def test_an_article_tells_who_wrote_and_published_it_and_when(
    sqlite_newsroom: Newsroom, mira: Person, reader: Browser
) -> None:
    sqlite_newsroom.publish(mira, headline="Rain", language="az")
    path, page = story(sqlite_newsroom, reader)
    told = data_of(page)
    assert (told["@context"], told["@type"]) == ("https://schema.org", "NewsArticle")
    assert told["url"] == f"http://localhost{path}"
    assert (told["headline"], told["inLanguage"]) == ("Rain", "az")
    assert told["datePublished"] == told["dateModified"] == "2026-11-20T09:00:00Z"
    assert told["author"] == [
        {"@type": "Person", "name": "Mira Sol", "url": "http://localhost/by/mira-sol"}
    ]
    assert told["publisher"]["name"] == "Newsroom"
    assert told["publisher"]["correctionsPolicy"] == "http://localhost/corrections"
    for image in (*told["image"], told["publisher"]["logo"]["url"]):
        shown = reader.get(image.removeprefix("http://localhost"))
        assert shown.headers["Content-Type"] == "image/png"


def test_no_headline_ends_the_block_of_data(
    sqlite_newsroom: Newsroom, mira: Person, reader: Browser
) -> None:
    headline = HOSTILE.replace("\u2028 ", "")
    sqlite_newsroom.publish(mira, headline=headline)
    _path, page = story(sqlite_newsroom, reader)
    assert page.count("<script") == 1
    assert "alert(1)<" not in page
    assert data_of(page)["headline"] == headline


def test_a_block_of_data_holds_no_letter_that_could_end_it() -> None:
    block = data_block({"headline": HOSTILE})
    assert not set(block) & set("<>&\u2028\u2029")
    assert json.loads(block) == {"headline": HOSTILE}


def test_a_card_for_links_is_complete(
    sqlite_newsroom: Newsroom, mira: Person, reader: Browser
) -> None:
    sqlite_newsroom.publish(mira, headline="Rain & sun", language="en-GB")
    path, page = story(sqlite_newsroom, reader)
    card = dict(re.findall(r'<meta property="([^"]+)"\s+content="([^"]*)">', page))
    assert card == {
        "og:type": "article",
        "og:title": "Rain &amp; sun",
        "og:description": "It has not stopped.",
        "og:url": f"http://localhost{path}",
        "og:site_name": "Newsroom",
        "og:locale": "en_GB",
        "og:image": f"http://localhost{path}/card.png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "Rain &amp; sun",
        "article:published_time": "2026-11-20T09:00:00+00:00",
        "article:modified_time": "2026-11-20T09:00:00+00:00",
        "article:section": "Politics",
        "article:author": "Mira Sol",
    }
