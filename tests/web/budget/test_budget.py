"""The budget's pages, and the calendar that programs read."""

import re
from typing import Any

import icalendar
import pytest
from sqlalchemy import select

from editorial.models.assignment import Answer, Assignment
from editorial.models.person import Person
from editorial.models.saving import saving
from editorial.workflow.words import Role
from tests.newsroom import Newsroom, hidden_fields

GIVEN = {
    "what": "Bridge opens to traffic",
    "slugline": "bridge-opens",
    "due": "2026-11-20T15:30",
    "place": "PORT VESNA",
    "urgency": "3",
    "brief": "Ask what it cost.",
}


class Desk:
    """Ana, in Berlin, assigns; Mira writes."""

    def __init__(self, room: Newsroom) -> None:
        self.room = room
        self.ana = room.person("Ana Peng", Role.EDITOR, timezone="Europe/Berlin")
        self.mira = room.person("Mira Sol", Role.CORRESPONDENT)

    def assign(self, **fields: str) -> Any:
        given = {**GIVEN, "person": str(self.mira.id), **fields}
        return self.room.client(self.ana).post("/budget/politics/assign", **given)

    def only(self) -> Assignment:
        return self.room.read().scalars(select(Assignment)).one()


@pytest.fixture
def desk(sqlite_newsroom: Newsroom) -> Desk:
    return Desk(sqlite_newsroom)


def html(answer: Any) -> str:
    text: str = answer.get_data(as_text=True)
    return text


def test_a_story_is_assigned_accepted_and_begun(desk: Desk) -> None:
    answer = desk.assign()
    assert answer.headers["Location"] == "/budget/politics?day=2026-11-20"
    assert desk.only().due_at.isoformat() == "2026-11-20T14:30:00+00:00"
    mira = desk.room.client(desk.mira)
    page = html(mira.get("/budget"))
    assert "Asked of you" in page
    assert "not answered" in page
    url = f"/assignments/{desk.only().id}"
    assert mira.post(f"{url}/accept", page=url).status_code == 303
    assert desk.only().answer is Answer.ACCEPTED
    answer = mira.post(f"{url}/begin", page=url)
    assert re.fullmatch(r"/dispatches/[0-9a-f-]{36}/edit", answer.headers["Location"])
    page = html(mira.get(answer.headers["Location"]))
    assert "Bridge opens to traffic" in page
    assert "PORT VESNA" in page
    assert "due 14:30" in html(mira.get("/board"))


def test_declining_needs_a_reason_which_the_desk_sees(desk: Desk) -> None:
    desk.assign()
    mira, url = desk.room.client(desk.mira), f"/assignments/{desk.only().id}"
    answer = mira.post(f"{url}/decline", page=url, reason="")
    assert answer.status_code == 409
    assert "Write why" in html(answer)
    mira.post(f"{url}/decline", page=url, reason="I am on the island.")
    assert "I am on the island." in html(desk.room.client(desk.ana).get("/budget/politics"))


def test_what_was_typed_wrongly_is_kept(desk: Desk) -> None:
    answer = desk.assign(due="", what="Kept words")
    assert answer.status_code == 409
    assert "Kept words" in html(answer)
    answer = desk.assign(person="nobody-known")
    assert answer.status_code == 409
    answer = desk.assign(due="2027-03-28T02:30")
    assert "never show this time" in html(answer)


def test_it_is_changed_cancelled_and_planned_again(desk: Desk) -> None:
    desk.assign()
    ana, url = desk.room.client(desk.ana), f"/assignments/{desk.only().id}"
    given = {**GIVEN, "person": str(desk.mira.id), "what": "Bridge stays shut"}
    version = str(desk.only().version)
    assert ana.post(url, version=version, **given).status_code == 303
    assert desk.only().what == "Bridge stays shut"
    answer = ana.post(url, **{**given, "version": version})
    assert answer.status_code == 409
    assert "meanwhile" in html(answer)
    ana.post(f"{url}/cancel", page=url)
    assert "Bridge stays shut" not in html(ana.get("/budget/politics"))
    ana.post(f"{url}/restore", page=url)
    assert "Bridge stays shut" in html(ana.get("/budget/politics"))
    mira = desk.room.client(desk.mira)
    assert mira.post(f"{url}/cancel", page=url).status_code == 409


def test_an_old_page_accepts_nothing_that_was_planned_otherwise(desk: Desk) -> None:
    desk.assign()
    mira, url = desk.room.client(desk.mira), f"/assignments/{desk.only().id}"
    old = {page: html(mira.get(page)) for page in (url, "/start")}
    given = {**GIVEN, "person": str(desk.mira.id), "due": "2026-11-20T20:00"}
    desk.room.client(desk.ana).post(url, page=url, **given)
    for page in old.values():
        sent = hidden_fields(page, f"{url}/accept")
        answer = mira.client.post(f"{url}/accept", data=sent)
        assert (answer.status_code, "as it is now" in html(answer)) == (409, True)
    assert desk.only().answer is Answer.OPEN
    assert mira.post(f"{url}/accept", page=url).status_code == 303


def test_an_overdue_one_shows(desk: Desk) -> None:
    desk.assign()
    desk.room.later(hours=6)
    assert "overdue" in html(desk.room.client(desk.ana).get("/budget"))


def test_days_go_back_and_forth_and_a_mangled_one_is_today(desk: Desk) -> None:
    desk.assign()
    ana = desk.room.client(desk.ana)
    assert "Bridge opens" in html(ana.get("/budget?day=2026-11-20"))
    assert "Bridge opens" in html(ana.get("/budget?day=x"))
    assert "Bridge opens" not in html(ana.get("/budget?day=2026-11-21"))
    assert "Nothing is planned" in html(ana.get("/budget?day=2026-11-21"))


def made(desk: Desk, person: Person) -> str:
    page = html(desk.room.client(person).post("/calendar"))
    found = re.search(r"http://localhost(/calendar/[\w-]+\.ics)", page)
    assert found is not None
    return found[1]


def test_a_calendar_reads_it_without_signing_in_until_the_address_is_ended(desk: Desk) -> None:
    desk.assign()
    address = made(desk, desk.mira)
    stranger = desk.room.client()
    answer = stranger.get(address)
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert "Set-Cookie" not in answer.headers
    [event] = icalendar.Calendar.from_ical(answer.data).walk("VEVENT")
    assert event["SUMMARY"] == "You: bridge-opens: Bridge opens to traffic"
    assert event["STATUS"] == "TENTATIVE"
    assert str(event["URL"]).endswith(f"/assignments/{desk.only().id}")
    renewed = made(desk, desk.mira)
    assert stranger.get(address).status_code == 404
    assert stranger.get(renewed).status_code == 200
    desk.room.client(desk.mira).post("/calendar/end", page="/calendar")
    assert stranger.get(renewed).status_code == 404


def test_the_calendar_of_someone_who_left_is_no_more(desk: Desk) -> None:
    desk.assign()
    address = made(desk, desk.mira)
    with saving() as session:
        session.get_one(Person, desk.mira.id).deactivated_at = desk.room.time
    assert desk.room.client().get(address).status_code == 404


def test_a_calendar_shows_only_one_s_own_desks(desk: Desk) -> None:
    desk.assign()
    sam = desk.room.person("Sam Low", Role.EDITOR, desk="Sport")
    found = desk.room.client().get(made(desk, sam)).data
    assert not icalendar.Calendar.from_ical(found).walk("VEVENT")


def test_what_is_asked_of_one_is_answered_and_begun_from_the_start_page(desk: Desk) -> None:
    desk.assign()
    desk.assign(what="Ferry owners in court", slugline="ferry-court", due="2026-11-21T09:00")
    mira = desk.room.client(desk.mira)
    assert "Asked of you" not in html(desk.room.client(desk.ana).get("/start"))
    shown = html(mira.get("/start"))
    assert shown.index("Bridge opens to traffic") < shown.index("Ferry owners in court")
    bridge, ferry = re.findall(r'action="(/assignments/[^"]+)/begin"', shown)

    answer = mira.post(f"{ferry}/decline", page="/start", reason=" ", back="start")
    assert (answer.status_code, "Not done yet" in html(answer)) == (409, True)
    answer = mira.post(
        f"{ferry}/decline", page="/start", reason="I am at the bridge.", back="start"
    )
    assert answer.headers["Location"] == "/start"
    shown = html(mira.get("/start"))
    assert "You declined it" in shown
    assert "Ferry owners in court" not in shown
    answer = mira.post(f"{bridge}/accept", page="/start", back="start")
    assert answer.headers["Location"] == "/start"
    shown = html(mira.get("/start"))
    assert "You accepted it." in shown
    assert "not answered" not in shown
    written = mira.post(f"{bridge}/begin", page="/start").headers["Location"]
    assert written.endswith("/edit")
    assert written in html(mira.get("/start"))
