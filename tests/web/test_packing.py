"""What readers fetch is small: packed on the wire, and a page whole within its weight."""

import gzip
import re
from pathlib import Path

import pytest

from editorial.models.person import Person
from editorial.models.publication import Publication
from editorial.workflow.words import Role
from tests.newsroom import Browser, Newsroom

PACKED = {"Accept-Encoding": "gzip, br"}
A_PAGE, ITS_FONTS = 30_000, 60_000
FONTS = Path(__file__).parents[2] / "editorial" / "static" / "fonts"
ANSWER_S_HEAD = 200
STORY = (
    "The minister said on Monday that the bridge would stand again before the first frost.\n\n" * 20
)


@pytest.fixture
def mira(sqlite_newsroom: Newsroom) -> Person:
    return sqlite_newsroom.person("Mira Sol", Role.CORRESPONDENT)


def story(room: Newsroom, mira: Person) -> str:
    room.publish(mira, STORY)
    return f"/news/politics/{room.read().query(Publication).one().address}"


def weight(reader: Browser, url: str) -> int:
    answer = reader.get(url, headers=PACKED)
    assert answer.status_code == 200, url
    return len(answer.get_data()) + len(str(answer.headers))


def stylesheet(reader: Browser, url: str) -> str:
    """The one that the page loads."""
    html = reader.get(url).get_data(as_text=True)
    (style,) = re.findall(r'rel="stylesheet"\s+href="([^"]+)"', html)
    return str(style)


def test_a_page_a_feed_and_a_stylesheet_are_packed_for_who_takes_it(
    sqlite_newsroom: Newsroom, mira: Person
) -> None:
    path, reader = story(sqlite_newsroom, mira), sqlite_newsroom.client()
    for url in (path, "/feed.atom", "/feed.json", "/static/css/site.css", stylesheet(reader, path)):
        plain, packed = reader.get(url), reader.get(url, headers=PACKED)
        assert "Content-Encoding" not in plain.headers
        assert packed.headers["Content-Encoding"] == "gzip"
        assert gzip.decompress(packed.get_data()) == plain.get_data()
        assert int(packed.headers["Content-Length"]) == len(packed.get_data())
        for answer in (plain, packed):
            assert "Accept-Encoding" in answer.headers["Vary"]
        asked = {**PACKED, "If-None-Match": packed.headers["ETag"]}
        assert reader.get(url, headers=asked).status_code == 304


def test_a_font_is_fetched_once_a_year(sqlite_newsroom: Newsroom) -> None:
    answer = sqlite_newsroom.client().get("/static/fonts/serif-400-latin.woff2")
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"


def test_who_takes_no_gzip_gets_none(sqlite_newsroom: Newsroom) -> None:
    for taken in ("br", "gzip;q=0", "identity"):
        answer = sqlite_newsroom.client().get("/about", headers={"Accept-Encoding": taken})
        assert "Content-Encoding" not in answer.headers


def test_the_desk_s_own_pages_stay_unpacked(sqlite_newsroom: Newsroom, mira: Person) -> None:
    answer = sqlite_newsroom.client(mira).get("/start", headers=PACKED)
    assert answer.status_code == 200
    assert "Content-Encoding" not in answer.headers


def test_an_article_without_pictures_is_light_and_needs_no_script(
    sqlite_newsroom: Newsroom, mira: Person
) -> None:
    path, reader = story(sqlite_newsroom, mira), sqlite_newsroom.client()
    html = reader.get(path).get_data(as_text=True)
    style = stylesheet(reader, path)
    assert re.findall(r"<script(?! type=\"application/ld\+json\")", html) == []
    assert weight(reader, path) + weight(reader, style) <= A_PAGE


# What a browser fetches for the words of an article: text, headline, the rest. A name of the house
# or of a network is in Latin letters wherever it stands.
FACES = ("serif-400", "display-600", "sans-400")
SCRIPTS = {
    "English": [f"{face}-latin" for face in FACES],
    "French, Turkish or Azerbaijani": [
        f"{face}-{cut}" for face in FACES for cut in ("latin", "western", "turkic")
    ],
    "Russian or Ukrainian": [f"{face}-{cut}" for face in FACES for cut in ("latin", "cyrillic")],
    "Arabic": [*(f"{face}-latin" for face in FACES), "arabic-400", "arabic-700"],
}


@pytest.mark.parametrize("language", SCRIPTS)
def test_the_fonts_of_an_article_are_light_in_every_script(language: str) -> None:
    sizes = [(FONTS / f"{name}.woff2").stat().st_size for name in SCRIPTS[language]]
    assert sum(sizes) + ANSWER_S_HEAD * len(sizes) <= ITS_FONTS
