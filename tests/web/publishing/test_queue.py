"""The publishers' page."""

import pytest

from editorial.workflow.words import Action
from tests.newsroom import Newsroom
from tests.web.review.harbour import Desk


@pytest.fixture
def desk(sqlite_newsroom: Newsroom) -> Desk:
    return Desk(sqlite_newsroom)


def test_an_empty_queue_teaches(desk: Desk) -> None:
    html = desk.room.client(desk.publisher).get("/publishing").get_data(as_text=True)
    assert "What an editor approves stands here" in html
    assert "Nothing has gone live on your desks yet" in html


def test_it_shows_who_approved_the_hour_and_the_live_article(desk: Desk) -> None:
    approved, scheduled, live = desk.approved(), desk.scheduled(hours=3), desk.approved()
    desk.room.act(desk.publisher, Action.PUBLISH, live)
    html = desk.room.client(desk.publisher).get("/publishing").get_data(as_text=True)
    assert "approved by Eda Lund" in html
    assert "20 November 2026, 12:00 UTC" in html
    for dispatch in (approved, scheduled, live):
        assert f'href="/dispatches/{dispatch}"' in html
    assert f'href="/news/politics/rain-over-the-capital-{live.hex[:8]}"' in html


def test_a_missed_hour_is_said(desk: Desk) -> None:
    desk.scheduled(minutes=10)
    desk.room.later(minutes=12)
    html = desk.room.client(desk.publisher).get("/publishing").get_data(as_text=True)
    assert "Not published at its hour." in html


def test_only_publishers_find_it(desk: Desk) -> None:
    for person in (desk.author, desk.checker, desk.editor):
        assert desk.room.client(person).get("/publishing").status_code == 404
