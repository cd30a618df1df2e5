"""The start page: what waits, and how to begin where nothing does."""

import re

import pytest
from sqlalchemy import select

from editorial.models.grant import Grant
from editorial.models.person import Person
from editorial.models.saving import saving
from editorial.worker import do_one
from editorial.workflow.words import Action, Role
from tests.newsroom import Newsroom
from tests.web.review.harbour import CLEAN, INVENTED, Desk


@pytest.fixture
def desk(sqlite_newsroom: Newsroom) -> Desk:
    return Desk(sqlite_newsroom)


def start(desk: Desk, who: Person) -> str:
    answer = desk.room.client(who).get("/start")
    assert answer.status_code == 200
    return str(answer.get_data(as_text=True))


def titles(html: str) -> list[str]:
    return [title.strip() for title in re.findall(r'<h2 id="[\w-]+-title">\s*([^<]*)<', html)]


def test_a_person_without_a_desk_is_told_what_to_do(desk: Desk) -> None:
    html = start(desk, desk.room.person("Nora Quill"))
    assert "You have no role on a desk yet" in html
    assert "Begin a dispatch" not in html


def test_an_administrator_is_shown_the_house_and_sent_to_nobody(desk: Desk) -> None:
    html = start(desk, desk.room.person("Ada Root", Role.ADMINISTRATOR))
    assert "You look after the house" in html
    assert "Ask an administrator" not in html


def test_an_author_learns_of_a_spike_and_why_for_two_days(desk: Desk) -> None:
    key = desk.filed(CLEAN)
    desk.room.act(desk.second, Action.SPIKE, key, note="Overtaken by the evening.")
    assert "Overtaken by the evening." in start(desk, desk.author)
    desk.room.later(hours=49)
    assert "Overtaken by the evening." not in start(desk, desk.author)


def test_an_empty_page_teaches_how_to_begin(desk: Desk) -> None:
    html = start(desk, desk.author)
    assert "Nothing waits for you" in html
    assert "attach the record" in html
    assert 'href="/dispatches/new"' in html


def test_a_list_says_what_its_dispatches_are_and_in_what_state(desk: Desk) -> None:
    desk.in_review(INVENTED)
    html = start(desk, desk.second)
    assert titles(html) == ["The desk’s queue"]
    for words in ("Rain over the capital", "rain-capital", "in review", "held by Eda Lund"):
        assert words in html
    assert "1 open quote<" in html


def test_what_does_not_wait_is_said_in_one_line(desk: Desk) -> None:
    desk.filed(CLEAN)
    assert "Nothing else: no hour was missed; none of yours is under way" in start(
        desk, desk.editor
    )


def test_a_returned_dispatch_carries_its_reason(desk: Desk) -> None:
    dispatch = desk.in_review(CLEAN)
    desk.room.act(desk.editor, Action.RETURN, dispatch, note="Whose <words>?")
    assert "Whose &lt;words&gt;?" in start(desk, desk.author)


def test_a_missed_hour_is_an_alarm_with_its_cause(desk: Desk) -> None:
    dispatch = desk.scheduled(minutes=10)
    with saving() as session:
        for grant in session.scalars(select(Grant).where(Grant.person_id == desk.publisher.id)):
            session.delete(grant)
    desk.room.later(minutes=12)
    with desk.room.app.app_context():
        while do_one(desk.room.app):
            pass
    html = start(desk, desk.editor)
    assert titles(html)[0] == "Scheduled, but not published"
    assert "not published at the hour set" in html
    assert "is no longer on this desk" in html
    shown = desk.room.client(desk.editor).get(f"/dispatches/{dispatch}").get_data(as_text=True)
    assert "Not published at its hour" in shown
    assert "is no longer on this desk" in shown


def test_an_hour_that_can_not_be_kept_is_no_missed_one_before_it_has_come(desk: Desk) -> None:
    dispatch = desk.scheduled(minutes=60)
    desk.room.attach(dispatch, desk.author, "MINISTER:  It rained.")
    pages = (f"/dispatches/{dispatch}", "/publishing")
    browser = desk.room.client(desk.publisher)
    shown = [browser.get(page).get_data(as_text=True) for page in pages]
    assert all("It will not be published at its hour" in html for html in shown)
    assert not any("Not published at its hour" in html for html in shown)
    html = start(desk, desk.editor)
    assert "UTC, is still ahead. Its approval is void" in html
    history = browser.get(f"/dispatches/{dispatch}/history").get_data(as_text=True)
    assert "off the schedule for" in history
    assert "could not publish" not in history
    desk.room.later(minutes=90)
    shown = [browser.get(page).get_data(as_text=True) for page in pages]
    assert all("Not published at its hour" in html for html in shown)
    assert "is still ahead" not in start(desk, desk.editor)


def test_only_a_publisher_is_led_to_the_publishers_queue(desk: Desk) -> None:
    assert 'href="/publishing"' in start(desk, desk.publisher)
    assert 'href="/publishing"' not in start(desk, desk.editor)


def test_a_signed_out_visitor_is_asked_to_sign_in(desk: Desk) -> None:
    for path in ("/start", "/dispatches", "/publishing"):
        answer = desk.room.client().get(path)
        assert (answer.status_code, "/sign-in" in answer.location) == (302, True)
