"""The pages of correspondents and topics, and of the house itself."""

import re

import pytest

from editorial.models.dispatch import Dispatch
from editorial.models.person import Person
from editorial.models.saving import saving
from editorial.workflow.words import Action, Role
from tests.newsroom import Browser, Newsroom


@pytest.fixture
def mira(sqlite_newsroom: Newsroom) -> Person:
    return sqlite_newsroom.person("Mira Sol", Role.CORRESPONDENT)


@pytest.fixture
def reader(sqlite_newsroom: Newsroom) -> Browser:
    return sqlite_newsroom.client()


def page(reader: Browser, url: str) -> str:
    answer = reader.get(url)
    assert answer.status_code == 200, url
    return str(answer.get_data(as_text=True))


def test_an_article_leads_to_who_wrote_it_and_what_it_is_about(
    sqlite_newsroom: Newsroom, mira: Person, reader: Browser
) -> None:
    room = sqlite_newsroom
    omar = room.person("Omar Din", Role.EDITOR, Role.PUBLISHER)
    key = room.dispatch(mira, byline="Mira Sol and Анна Коваль", headline="Rain")
    with saving() as session:
        session.get_one(Dispatch, key).keywords = ["Inner Sea & coast"]
    for person, action in (
        (mira, Action.FILE),
        (omar, Action.CLAIM),
        (omar, Action.APPROVE),
        (omar, Action.PUBLISH),
    ):
        room.act(person, action, key)
    (address,) = re.findall(r'href="(/news/politics/rain[^"]+)"', page(reader, "/news/politics"))
    story = page(reader, address)
    for rel, name in (
        ("author", "Mira Sol"),
        ("author", "Анна Коваль"),
        ("tag", "Inner Sea &amp; coast"),
    ):
        (url,) = re.findall(rf'href="([^"]+)" rel="{rel}">{name}<', story)
        shelf = page(reader, url)
        assert f'<h1 dir="auto">{name}</h1>' in shelf
        assert f'href="{address}">Rain</a>' in shelf
        assert 'class="kicker"' in shelf


def test_a_correspondent_has_feeds(
    sqlite_newsroom: Newsroom, mira: Person, reader: Browser
) -> None:
    sqlite_newsroom.publish(mira, headline="Mine", byline="Mira Sol")
    sqlite_newsroom.publish(mira, headline="Another’s", byline="Omar Din")
    named = set(re.findall(r'href="(/by/[^"]+)"', page(reader, "/by/mira-sol")))
    feeds = {f"/by/mira-sol/feed.{form}" for form in ("atom", "rss", "json")}
    assert feeds <= named
    for feed in feeds:
        told = page(reader, feed)
        assert "Mine" in told
        assert "Another" not in told
    assert reader.get("/by/nobody/feed.atom").status_code == 404


@pytest.mark.parametrize("url", ["/by/nobody", "/topics/nothing", "/by/mira-sol/page/1", "/by/"])
def test_a_shelf_with_nothing_on_it_is_missing(
    sqlite_newsroom: Newsroom, mira: Person, reader: Browser, url: str
) -> None:
    sqlite_newsroom.publish(mira)
    assert reader.get(url).status_code == 404


def test_readers_are_told_how_quotes_are_checked_and_of_errors(
    sqlite_newsroom: Newsroom, mira: Person, reader: Browser
) -> None:
    sqlite_newsroom.desk()
    foot = page(reader, "/").split('class="foot"')[1]
    for url in ("/about", "/corrections"):
        assert f'href="{url}"' in foot
    assert "Word for word" in page(reader, "/about")
    assert "No story had to be corrected so far" in page(reader, "/corrections")


def test_the_house_tells_how_it_works_in_the_language_of_its_site(
    sqlite_newsroom: Newsroom,
) -> None:
    sqlite_newsroom.change_setting("agency.language", "ru")
    told = page(sqlite_newsroom.client(), "/about")
    assert "Как работает Newsroom" in told
    assert "Слегка отредактировано" in told
    assert "Nobody approves" not in told
