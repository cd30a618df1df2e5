"""The list of dispatches: what the address asks for is what the form shows."""

import re

import pytest

from editorial.review import queries
from editorial.workflow.words import Role
from tests.newsroom import Newsroom
from tests.web.review.harbour import CLEAN, INVENTED, Desk


@pytest.fixture
def desk(sqlite_newsroom: Newsroom) -> Desk:
    return Desk(sqlite_newsroom)


def listed(desk: Desk, query: str = "") -> str:
    answer = desk.room.client(desk.editor).get(f"/dispatches{query}")
    assert answer.status_code == 200
    return str(answer.get_data(as_text=True))


def addresses(html: str) -> list[str]:
    return re.findall(r'row-title">\s*<a href="/dispatches/([\w-]+)"', html)


def test_an_empty_list_teaches(desk: Desk) -> None:
    assert "What the people of your desks write" in listed(desk)


def test_a_filter_keeps_what_was_chosen(desk: Desk) -> None:
    dispatch = desk.filed(CLEAN)
    html = listed(desk, "?state=filed&words=rain&sort=oldest")
    assert addresses(html) == [str(dispatch)]
    assert re.search(r'<option selected value="filed">', html)
    assert re.search(r'<option selected value="oldest">', html)
    assert 'value="rain"' in html


def test_a_filter_that_finds_nothing_says_so_and_can_be_cleared(desk: Desk) -> None:
    desk.filed(CLEAN)
    html = listed(desk, "?words=zebra")
    assert "No dispatch matches" in html
    assert 'href="/dispatches"' in html


@pytest.mark.parametrize(
    "query",
    ["?state=nonsense", "?desk=1", "?author=x", "?sort=z", "?page=0", "?page=x", "?waiting=all"],
)
def test_what_is_asked_for_wrongly_is_not_asked(desk: Desk, query: str) -> None:
    dispatch = desk.filed(CLEAN)
    assert addresses(listed(desk, query)) == [str(dispatch)]


def test_a_desk_that_is_not_theirs_can_t_be_asked_for(desk: Desk) -> None:
    dispatch = desk.filed(CLEAN)
    other = desk.room.dispatch(desk.stranger, CLEAN, desk="Sport")
    html = listed(desk, f"?desk={desk.room.desk('Sport')}&author={desk.stranger.id}")
    assert addresses(html) == [str(dispatch)]
    assert str(other) not in html
    assert "Ana Peng" not in html


def test_a_list_of_the_start_page_can_be_seen_whole(desk: Desk) -> None:
    open_one = desk.filed(INVENTED)
    desk.filed(CLEAN)
    checker = desk.room.client(desk.checker)
    html = checker.get("/dispatches?waiting=settling").get_data(as_text=True)
    assert addresses(html) == [str(open_one)]
    assert "<h1>Quotes to settle</h1>" in html


def test_pages_keep_the_filter(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "A_PAGE", 2)
    for _ in range(5):
        desk.room.dispatch(desk.author, CLEAN)
    html = listed(desk, "?state=draft&page=2")
    assert len(addresses(html)) == 2
    older = re.search(r'rel="next" href="([^"]+)"', html)
    newer = re.search(r'rel="prev" href="([^"]+)"', html)
    assert older
    assert newer
    assert older[1].replace("&amp;", "&") == "/dispatches?state=draft&page=3"
    assert newer[1].replace("&amp;", "&") == "/dispatches?state=draft&page=1"


def test_an_administrator_sees_no_draft_by_that_alone(desk: Desk) -> None:
    desk.filed(CLEAN)
    administrator = desk.room.person("Ada Root", Role.ADMINISTRATOR)
    html = desk.room.client(administrator).get("/dispatches").get_data(as_text=True)
    assert addresses(html) == []
    assert "Rain over the capital" not in html
