"""The page of where stories wait."""

import re

import pytest

from editorial.workflow.words import Action, Role
from tests.db.board.desk import Desk
from tests.newsroom import Newsroom


@pytest.fixture
def desk(sqlite_newsroom: Newsroom) -> Desk:
    return Desk(sqlite_newsroom)


def test_plots_and_their_numbers_stand_on_one_page(desk: Desk) -> None:
    key = desk.filed()
    desk.room.later(hours=2, minutes=5)
    desk.room.act(desk.ana, Action.CLAIM, key)
    ana = desk.room.client(desk.ana)
    page = ana.get("/board/politics/time").get_data(as_text=True)
    assert len(re.findall(r"<svg viewBox", page)) == 6
    assert "2 h 5 min in the middle" in page
    assert re.search(r"<td>\s*2 h 5 min", page)
    assert "style=" not in page
    assert ana.get("/board/time").status_code == 200
    assert ana.get("/board/nothing/time").status_code == 404


def test_a_desk_without_a_past_says_what_will_be_here(desk: Desk) -> None:
    page = desk.room.client(desk.ana).get("/board/time").get_data(as_text=True)
    assert "No story has come further yet" in page
    sam = desk.room.person("Sam Low", Role.EDITOR, desk="Sport")
    assert desk.room.client(sam).get("/board/politics/time").status_code == 404
