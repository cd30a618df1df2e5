"""What readers get, as they get it."""

import re
import uuid
from datetime import timedelta
from typing import Any

import feedparser
import pytest
from sqlalchemy import text

from editorial.models.person import Person
from editorial.models.publication import Publication
from editorial.models.saving import saving
from editorial.models.setting import Setting
from editorial.pipeline.refusal import Refused
from editorial.workflow.words import Action, Role
from tests.newsroom import Browser, Newsroom
from tests.web.site.public import public_bytes

TEXT = "The harbour council met at **dawn**.\n\nNobody left before noon."
HEADLINE = "Harbour council meets at dawn"


@pytest.fixture
def mira(sqlite_newsroom: Newsroom) -> Person:
    return sqlite_newsroom.person("Mira Sol", Role.CORRESPONDENT, Role.EDITOR, timezone="Asia/Baku")


@pytest.fixture
def reader(sqlite_newsroom: Newsroom) -> Browser:
    return sqlite_newsroom.client()


def page(reader: Browser, url: str) -> str:
    answer = reader.get(url)
    assert answer.status_code == 200, url
    return str(answer.get_data(as_text=True))


def address_of(room: Newsroom, key: uuid.UUID) -> str:
    publication = room.read().query(Publication).filter_by(dispatch_id=key, current=True).one()
    return publication.address


def tamper(room: Newsroom, key: uuid.UUID) -> None:
    """Change the stored bytes as somebody with the database's keys could."""
    with saving() as session:
        for (name,) in session.execute(
            text("SELECT name FROM sqlite_master WHERE type='trigger' AND tbl_name='revision'")
        ).all():
            session.execute(text(f"DROP TRIGGER {name}"))
        session.execute(
            text("UPDATE revision SET content = CAST(replace(content, 'dawn', 'dusk') AS BLOB)"),
        )


def test_a_story_stands_on_the_front_in_its_section_and_at_its_address(
    sqlite_newsroom: Newsroom, mira: Person, reader: Browser
) -> None:
    key = sqlite_newsroom.publish(mira, TEXT, headline=HEADLINE)
    url = f"/news/politics/{address_of(sqlite_newsroom, key)}"
    for listing in ("/", "/news/politics"):
        assert f'href="{url}">{HEADLINE}</a>' in page(reader, listing)
    story = page(reader, url)
    assert f"<h1>{HEADLINE}</h1>" in story
    assert "<strong>dawn</strong>" in story
    assert "PORT VESNA</span>, 20 November</span>" in story
    assert "This story quotes nobody." in story


@pytest.mark.parametrize(
    "way",
    [
        (),
        (Action.FILE,),
        (Action.FILE, Action.CLAIM),
        (Action.FILE, Action.CLAIM, Action.APPROVE),
        (Action.FILE, Action.SPIKE),
    ],
    ids=lambda way: "-".join(way) or "draft",
)
def test_what_is_not_published_is_nowhere(
    sqlite_newsroom: Newsroom, mira: Person, reader: Browser, way: tuple[Action, ...]
) -> None:
    omar = sqlite_newsroom.person("Omar Din", Role.EDITOR)
    key = sqlite_newsroom.dispatch(mira, TEXT, headline=HEADLINE)
    for action in way:
        sqlite_newsroom.act(omar if action is not Action.FILE else mira, action, key, note="Why.")
    assert "ouncil met" not in (told := public_bytes(sqlite_newsroom, reader, key))
    assert HEADLINE not in told
    assert (
        reader.get(f"/news/politics/harbour-council-meets-at-dawn-{key.hex[:8]}").status_code == 404
    )


def test_an_embargoed_story_is_nowhere_until_its_instant(
    sqlite_newsroom: Newsroom, mira: Person, reader: Browser
) -> None:
    room = sqlite_newsroom
    omar = room.person("Omar Din", Role.EDITOR, Role.PUBLISHER)
    key = room.dispatch(mira, TEXT, headline=HEADLINE)
    with saving() as session:
        room_dispatch = session.get_one(type(room.get(key)), key)
        room_dispatch.embargo_at = room.time + timedelta(hours=2)
        room_dispatch.embargo_zone = "UTC"
    for person, action in ((mira, Action.FILE), (omar, Action.CLAIM), (omar, Action.APPROVE)):
        room.act(person, action, key)
    with pytest.raises(Refused):
        room.act(omar, Action.PUBLISH, key)
    assert "ouncil met" not in (told := public_bytes(room, reader, key))
    assert HEADLINE not in told
    room.later(hours=3)
    room.act(omar, Action.PUBLISH, key)
    assert HEADLINE in page(reader, "/")
    # What found nothing above finds it now.
    assert public_bytes(room, reader, key).count("ouncil met") >= 7


def test_the_address_under_another_desk_leads_to_the_right_one(
    sqlite_newsroom: Newsroom, mira: Person, reader: Browser
) -> None:
    key = sqlite_newsroom.publish(mira, TEXT)
    sqlite_newsroom.desk("Economy")
    address = address_of(sqlite_newsroom, key)
    for slug in ("economy", "no-such-desk"):
        answer = reader.get(f"/news/{slug}/{address}")
        assert answer.status_code == 301
        assert answer.headers["Location"] == f"/news/politics/{address}"
        assert answer.headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize(
    "url",
    ["/news", "/news/nowhere", "/news/politics/none", "/news/politics/page/1", "/feed.xml"],
)
def test_a_missing_page_is_told_inside_the_site(
    sqlite_newsroom: Newsroom, mira: Person, reader: Browser, url: str
) -> None:
    sqlite_newsroom.publish(mira)
    answer = reader.get(url)
    told = answer.get_data(as_text=True)
    assert answer.status_code == 404
    assert answer.headers["Cache-Control"] == "no-store"
    assert 'class="masthead"' in told
    assert 'href="/news/politics"' in told
    assert "Nothing stands at this address" in told


def test_a_person_at_the_desk_sees_the_readers_404_under_news(
    sqlite_newsroom: Newsroom, mira: Person
) -> None:
    browser = sqlite_newsroom.client(mira)
    assert 'class="masthead"' in browser.get("/news/politics/none").get_data(as_text=True)


def test_a_full_front_page_shows_each_story_once_above_the_sections(
    sqlite_newsroom: Newsroom, mira: Person, reader: Browser
) -> None:
    for number in range(16):
        sqlite_newsroom.later(hours=1)
        sqlite_newsroom.publish(mira, headline=f"Story {number}")
    shown = page(reader, "/")
    top, below = shown.split('class="front-sections"')
    above = re.findall(r">(Story \d+)</a>", top)
    assert above == [f"Story {number}" for number in range(15, 2, -1)]
    assert re.findall(r">(Story \d+)</a>", below) == ["Story 12", "Story 11"]


def test_a_section_goes_on_over_pages_that_stay(
    sqlite_newsroom: Newsroom, mira: Person, reader: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("editorial.site.listing.A_PAGE", 2)
    for number in range(7):
        sqlite_newsroom.later(hours=1)
        sqlite_newsroom.publish(mira, headline=f"Story {number}")
    seen: dict[str, list[str]] = {}
    url: str | None = "/news/politics"
    while url:
        shown = page(reader, url)
        seen[url] = re.findall(r">(Story \d)</a>", shown)
        following = re.search(r'rel="next" href="([^"]+)"', shown)
        url = following[1] if following else None
    assert seen == {
        "/news/politics": ["Story 6", "Story 5", "Story 4"],
        "/news/politics/page/2": ["Story 3", "Story 2"],
        "/news/politics/page/1": ["Story 1", "Story 0"],
    }
    assert 'rel="prev" href="/news/politics/page/2"' in page(reader, "/news/politics/page/1")
    assert 'rel="prev" href="/news/politics"' in page(reader, "/news/politics/page/2")
    for missing in ("0", "3", "x", "-1", "9999999"):
        assert reader.get(f"/news/politics/page/{missing}").status_code == 404
    oldest = page(reader, "/news/politics/page/1")
    sqlite_newsroom.publish(mira, headline="Story 7")
    assert page(reader, "/news/politics/page/1") == oldest
    assert 'rel="next" href="/news/politics/page/3"' in page(reader, "/news/politics")


def test_what_has_not_changed_is_not_sent_again(
    sqlite_newsroom: Newsroom, mira: Person, reader: Browser
) -> None:
    key = sqlite_newsroom.publish(mira, TEXT)
    story = f"/news/politics/{address_of(sqlite_newsroom, key)}"
    for url in ("/", "/news/politics", story, "/feed.atom"):
        first = reader.get(url)
        assert first.headers["Cache-Control"] == "no-cache"
        again = reader.get(url, headers={"If-None-Match": first.headers["ETag"]})
        assert (again.status_code, again.get_data()) == (304, b"")
    known = reader.get("/").headers["ETag"]
    sqlite_newsroom.publish(mira, headline="A second story")
    assert reader.get("/", headers={"If-None-Match": known}).status_code == 200


def test_the_site_answers_head_and_options(
    sqlite_newsroom: Newsroom, mira: Person, reader: Browser
) -> None:
    sqlite_newsroom.publish(mira, TEXT)
    for url in ("/", "/news/politics", "/feed.atom"):
        head = reader.client.head(url)
        assert (head.status_code, head.get_data()) == (200, b"")
        assert head.headers["ETag"] == reader.get(url).headers["ETag"]
        assert "GET" in reader.client.options(url).headers["Allow"]


def test_a_tampered_text_is_withheld_from_page_and_feed(
    sqlite_newsroom: Newsroom,
    mira: Person,
    reader: Browser,
    caplog: pytest.LogCaptureFixture,
) -> None:
    key = sqlite_newsroom.publish(mira, TEXT, headline=HEADLINE)
    url = f"/news/politics/{address_of(sqlite_newsroom, key)}"
    page(reader, url)
    tamper(sqlite_newsroom, key)
    assert reader.get(url).status_code == 404
    assert "dusk" not in public_bytes(sqlite_newsroom, reader, key)
    assert "withheld from readers" in caplog.text
    assert "dusk" not in caplog.text


def test_who_is_signed_in_sees_the_page_that_everyone_sees(
    sqlite_newsroom: Newsroom, mira: Person, reader: Browser
) -> None:
    key = sqlite_newsroom.publish(mira, TEXT)
    signed_in = sqlite_newsroom.client(mira)
    for url in ("/", "/news/politics", f"/news/politics/{address_of(sqlite_newsroom, key)}"):
        assert page(signed_in, url) == page(reader, url)
    assert "09:00 UTC" in page(signed_in, "/")


@pytest.mark.parametrize(
    ("language", "direction", "dateline", "moment"),
    [
        ("az", "ltr", "20 noyabr", "20 noyabr 2026"),
        ("ru", "ltr", "20 ноября", "20 ноября 2026"),
        ("es", "ltr", "20 de noviembre", "20 de noviembre de 2026"),
        ("de", "ltr", "20. November", "20. November 2026"),
        ("he", "rtl", "20 בנובמבר", "20 בנובמבר 2026"),
        ("x-invented", "ltr", "20 November", "20 November 2026"),
    ],
)
def test_dates_and_direction_follow_the_language(
    sqlite_newsroom: Newsroom,
    mira: Person,
    reader: Browser,
    language: str,
    direction: str,
    dateline: str,
    moment: str,
) -> None:
    key = sqlite_newsroom.publish(mira, TEXT, language=language)
    story = page(reader, f"/news/politics/{address_of(sqlite_newsroom, key)}")
    assert re.search(rf'lang="{language}"\s+dir="{direction}"', story)
    assert f"</span>, {dateline}</span>" in story
    assert moment in story


def test_a_story_that_moved_keeps_its_address(
    sqlite_newsroom: Newsroom, mira: Person, reader: Browser
) -> None:
    room = sqlite_newsroom
    key = room.publish(mira, TEXT)
    address = address_of(room, key)
    assert reader.get(f"/news/politics/{address}").status_code == 200
    with saving() as session:
        session.query(Publication).update({"desk_id": room.desk("Economy")})
    assert reader.get(f"/news/politics/{address}").headers["Location"] == f"/news/economy/{address}"
    assert page(reader, f"/news/economy/{address}")


def test_markup_in_a_headline_is_words(
    sqlite_newsroom: Newsroom, mira: Person, reader: Browser
) -> None:
    headline = "<script>alert(1)</script> & so on"
    key = sqlite_newsroom.publish(mira, "A <b>bold</b> claim.", headline=headline)
    story = f"/news/politics/{address_of(sqlite_newsroom, key)}"
    for url in ("/", "/news/politics", story):
        assert "<script>alert" not in page(reader, url)
        assert "<b>bold" not in page(reader, url)
    assert feed_of(reader).entries[0].title_detail.value == headline


def feed_of(reader: Browser) -> Any:
    parsed = feedparser.parse(reader.get("/feed.atom").get_data(), sanitize_html=False)
    assert not parsed.bozo, parsed.get("bozo_exception")
    return parsed


def test_the_feed_tells_each_story_whole(
    sqlite_newsroom: Newsroom, mira: Person, reader: Browser
) -> None:
    with saving() as session:
        session.add(Setting(key="agency.name", value="Vesna Wire & Sons"))
    older = sqlite_newsroom.publish(mira, "Older.", headline="Older", language="az")
    sqlite_newsroom.later(hours=1)
    newer = sqlite_newsroom.publish(mira, TEXT, headline=HEADLINE)
    parsed = feed_of(reader)
    assert parsed.version == "atom10"
    assert parsed.feed.title == "Vesna Wire & Sons"
    assert [entry.id for entry in parsed.entries] == [f"urn:uuid:{newer}", f"urn:uuid:{older}"]
    first, second = parsed.entries
    assert first.link == f"http://localhost/news/politics/{address_of(sqlite_newsroom, newer)}"
    assert first.content[0].value == (
        "<p>The harbour council met at <strong>dawn</strong>.</p><p>Nobody left before noon.</p>"
    )
    assert first.updated == "2026-11-20T10:00:00Z"
    assert parsed.feed.updated == "2026-11-20T10:00:00Z"
    assert second.author == "Mira Sol"
    assert second.content[0].language == "az"
    assert reader.get("/feed.atom").headers["Content-Type"] == "application/atom+xml; charset=utf-8"


def test_an_empty_site_says_so_and_has_a_valid_feed(
    sqlite_newsroom: Newsroom, reader: Browser
) -> None:
    sqlite_newsroom.desk()
    assert "Nothing is published yet" in page(reader, "/")
    assert "Nothing is published here yet" in page(reader, "/news/politics")
    assert feed_of(reader).entries == []
