"""Devices that keep drafts: seen by their person, reported lost, withdrawn at the next contact."""

import uuid
from typing import Any

import pytest
from sqlalchemy import select

from editorial.ledger.wording import EVENTS
from editorial.models.device import Device
from editorial.models.log_entry import LogEntry
from editorial.models.person import Person
from editorial.models.saving import saving
from editorial.models.working_copy import WorkingCopy
from editorial.web.devices import MOST_OF_A_PERSON
from editorial.workflow.words import Role
from tests.newsroom import Browser, Newsroom, hidden_fields
from tests.web.drafting.shared import open_copy


@pytest.fixture
def newsroom(sqlite_newsroom: Newsroom) -> Newsroom:
    return sqlite_newsroom


@pytest.fixture
def mira(newsroom: Newsroom) -> Person:
    return newsroom.person("Mira Sol", Role.CORRESPONDENT)


class Phone:
    """A browser that keeps its person's drafts."""

    def __init__(self, room: Newsroom, person: Person) -> None:
        self.browser: Browser = room.client(person)
        self.id = uuid.uuid4()
        self.header = {"X-Device": f"{person.id}/{self.id}"}

    def ask(self) -> dict[str, Any]:
        """What the desk says to it."""
        told: dict[str, Any] = self.browser.get("/device", headers=self.header).json
        return told

    def row(self, room: Newsroom) -> Device | None:
        return room.read().get(Device, self.id)


def test_a_person_reports_a_device_lost_and_it_is_withdrawn_at_its_next_contact(
    newsroom: Newsroom, mira: Person
) -> None:
    phone, laptop = Phone(newsroom, mira), newsroom.client(mira)
    assert phone.ask()["lost"] == []
    dispatch = newsroom.dispatch(mira, "It rained.")
    copy = open_copy(newsroom, mira, dispatch)
    copy.browser = phone.browser
    copy.token = hidden_fields(phone.browser.get("/profile").get_data(as_text=True), "/profile")[
        "csrf_token"
    ]
    copy.type("It rained in Vesna.")
    copy.meet()
    newsroom.later(hours=2)
    assert "Where you keep drafts" in laptop.get("/profile").get_data(as_text=True)
    laptop.post(f"/profile/devices/{phone.id}/lost", page="/profile")
    laptop.post(f"/profile/devices/{phone.id}/lost", page="/profile")
    assert "not heard from since" in laptop.get("/profile").get_data(as_text=True)
    # Signed out, and told so all the same.
    told = phone.ask()
    assert told["person"] is None
    assert told["lost"] == [str(phone.id)]
    row = phone.row(newsroom)
    assert row is not None
    assert row.erased_at is None
    phone.browser.client.post(
        "/device/erased", headers={**phone.header, "X-CSRFToken": told["csrf"]}
    )
    row = phone.row(newsroom)
    assert row is not None
    assert row.erased_at == newsroom.time
    assert "lost, erased" in laptop.get("/profile").get_data(as_text=True)
    # What had reached the desk stays.
    stands = newsroom.read().get_one(WorkingCopy, dispatch).content
    assert "It rained in Vesna." in str(stands)
    entries = newsroom.read().scalars(select(LogEntry.action)).all()
    assert entries.count("lose_device") == 1
    assert "lose_device" in EVENTS


def test_a_lost_device_that_signs_in_again_gives_and_takes_nothing(
    newsroom: Newsroom, mira: Person
) -> None:
    phone = Phone(newsroom, mira)
    phone.ask()
    dispatch = newsroom.dispatch(mira, "It rained.")
    newsroom.client(mira).post(f"/profile/devices/{phone.id}/lost", page="/profile")
    copy = open_copy(newsroom, mira, dispatch)
    for address in ("sync", "filing"):
        answer = copy.browser.client.post(
            f"/dispatches/{dispatch}/{address}",
            json={},
            headers={**phone.header, "X-CSRFToken": copy.token},
        )
        assert answer.status_code == 403
        assert answer.json is not None
        assert answer.json["lost"] is True
        assert "reported lost" in answer.json["refusal"]
    # It does not come back by being asked about.
    copy.browser.get("/device", headers=phone.header)
    row = phone.row(newsroom)
    assert row is not None
    assert row.lost_at == newsroom.time


def test_an_administrator_reports_it_for_them_and_nobody_else_does(
    newsroom: Newsroom, mira: Person
) -> None:
    phone = Phone(newsroom, mira)
    phone.ask()
    ada = newsroom.client(newsroom.person("Ada Berg", Role.ADMINISTRATOR))
    omar = newsroom.client(newsroom.person("Omar Kass", Role.EDITOR))
    for path in (f"/profile/devices/{phone.id}/lost", f"/people/{mira.id}/devices/{phone.id}/lost"):
        assert omar.post(path, page="/profile").status_code == 404
    row = phone.row(newsroom)
    assert row is not None
    assert row.lost_at is None
    sheet = f"/people/{mira.id}"
    assert "Where they keep drafts" in ada.get(sheet).get_data(as_text=True)
    ada.post(f"{sheet}/devices/{phone.id}/lost", page=sheet)
    row = phone.row(newsroom)
    assert row is not None
    assert (row.lost_at, row.erased_at) == (newsroom.time, None)
    assert phone.ask()["person"] is None


def test_a_device_is_noted_for_whom_it_belongs_to_and_seldom(
    newsroom: Newsroom, mira: Person
) -> None:
    omar = newsroom.person("Omar Kass", Role.EDITOR)
    phone = Phone(newsroom, mira)
    phone.browser = newsroom.client(omar)
    assert phone.ask()["person"]["name"] == "Omar Kass"
    assert phone.row(newsroom) is None
    phone.browser = newsroom.client(mira)
    first = newsroom.time
    phone.ask()
    newsroom.later(minutes=1)
    phone.ask()
    row = phone.row(newsroom)
    assert row is not None
    assert (row.person_id, row.seen_at) == (mira.id, first)
    newsroom.later(minutes=10)
    phone.ask()
    row = phone.row(newsroom)
    assert row is not None
    assert row.seen_at == newsroom.time
    # Nobody takes another's device by its id, and nobody fills the table.
    theirs = newsroom.client(omar)
    theirs.get("/device", headers={"X-Device": f"{omar.id}/{phone.id}"})
    row = phone.row(newsroom)
    assert row is not None
    assert row.person_id == mira.id
    theirs.get("/device", headers={"X-Device": f"{omar.id}/{uuid.uuid4()}"})
    with saving() as session:
        for _ in range(MOST_OF_A_PERSON - 1):
            one = Device(id=uuid.uuid4(), person_id=omar.id, sign_in_id=row.sign_in_id)
            one.began_at = one.seen_at = newsroom.time
            session.add(one)
    theirs.get("/device", headers={"X-Device": f"{omar.id}/{uuid.uuid4()}"})
    theirs.get("/device", headers={"X-Device": "x, y/z,,/"})
    assert newsroom.read().query(Device).filter_by(person_id=omar.id).count() == MOST_OF_A_PERSON


def test_an_administrator_sets_how_long_a_device_keeps_drafts(newsroom: Newsroom) -> None:
    ada = newsroom.client(newsroom.person("Ada Berg", Role.ADMINISTRATOR))
    shown = ada.get("/settings").get_data(as_text=True)
    assert 'name="device_days"' in shown
    fields = {"name": "Meridian", "language": "en"}
    assert ada.post("/settings", **fields, device_days="0").status_code == 422
    assert ada.post("/settings", **fields, device_days="7").status_code == 303
    assert ada.get("/device").json["days"] == 7
