"""The search page."""

import re

import pytest

from editorial.models.person import Person
from editorial.workflow.words import Role
from tests.newsroom import Browser, Newsroom


@pytest.fixture
def reader(sqlite_newsroom: Newsroom) -> Browser:
    mira: Person = sqlite_newsroom.person("Mira Sol", Role.CORRESPONDENT)
    for number in range(3):
        sqlite_newsroom.later(hours=1)
        sqlite_newsroom.publish(mira, "The ferry left.", headline=f"Story {number}")
    return sqlite_newsroom.client()


def page(reader: Browser, url: str) -> str:
    answer = reader.get(url)
    assert answer.status_code == 200, url
    return str(answer.get_data(as_text=True))


def test_an_empty_search_teaches(reader: Browser) -> None:
    for url in ("/search", "/search?q=", "/search?q=%20%00"):
        shown = page(reader, url)
        assert "the beginning of a word is enough" in shown
        assert 'name="robots" content="noindex"' in shown


def test_a_search_goes_on_over_pages(reader: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("editorial.site.search.A_PAGE", 2)
    first = page(reader, "/search?q=ferry+left")
    assert len(re.findall(r">(Story \d)</a>", first)) == 2
    (onward,) = re.findall(r'rel="next" href="([^"]+)"', first)
    second = page(reader, onward.replace("&amp;", "&"))
    assert len(re.findall(r">(Story \d)</a>", second)) == 1
    assert 'rel="prev" href="/search?q=ferry+left"' in second
    for odd in ("page=0", "page=-3", "page=x", "page=99999999999"):
        page(reader, f"/search?q=ferry&{odd}")


def test_what_is_not_found_is_said_and_the_words_stay_words(reader: Browser) -> None:
    shown = page(reader, "/search?q=%3Cscript%3Ealert(1)%3C/script%3E%22")
    assert "<script>" not in shown
    assert "“&lt;script&gt;alert(1)&lt;/script&gt;&#34;”" in shown
    assert 'value="&lt;script&gt;alert(1)&lt;/script&gt;&#34;"' in shown
