"""Desks are opened, ordered and closed; settings changed."""

import json
import uuid

import pytest
from sqlalchemy import select

from editorial.admin.commands import desks
from editorial.admin.commands.settings import change_settings
from editorial.admin.queries.desks import desk_rows
from editorial.ledger.wording import EVENTS, sentence
from editorial.models.desk import Desk
from editorial.models.log_entry import LogEntry
from editorial.models.person import Person
from editorial.models.saving import saving
from editorial.models.setting import setting
from editorial.pipeline.refusal import Refused
from editorial.workflow.words import Action, Role
from tests.db.accounts.together import together
from tests.newsroom import Newsroom
from tests.web.accounts.doors import someone


@pytest.fixture
def ada(newsroom: Newsroom) -> Person:
    return someone(newsroom, "Ada Berg", Role.ADMINISTRATOR)


def opened(
    room: Newsroom, actor: Person, name: str, operation: uuid.UUID | None = None
) -> uuid.UUID:
    with saving() as session:
        admin = session.get_one(Person, actor.id)
        words = desks.DeskWords(name, "")
        return desks.open_desk(session, admin, words, room.time, operation)


def said(room: Newsroom) -> list[str]:
    bodies = room.read().scalars(select(LogEntry.body).order_by(LogEntry.sequence))
    entries = [json.loads(body) for body in bodies]
    assert all(entry["action"] in EVENTS for entry in entries)
    return [sentence(entry, None) for entry in entries]


def names(room: Newsroom) -> list[str]:
    return [row.name for row in desk_rows(room.read())]


def test_a_desk_is_opened_last_in_order_with_an_address_of_its_own(
    newsroom: Newsroom, ada: Person
) -> None:
    opened(newsroom, ada, "World")
    opened(newsroom, ada, "Dünya")
    opened(newsroom, ada, "Мир")
    opened(newsroom, ada, "World!")
    rows = desk_rows(newsroom.read())
    assert [row.name for row in rows] == ["Politics", "World", "Dünya", "Мир", "World!"]
    assert [row.slug for row in rows] == ["politics", "world", "dunya", "desk", "world-2"]


def test_a_name_is_taken_once_whatever_its_capitals(newsroom: Newsroom, ada: Person) -> None:
    with pytest.raises(Refused, match="already"):
        opened(newsroom, ada, "POLITICS")


def test_one_name_opened_twice_at_once_makes_one_desk(newsroom: Newsroom, ada: Person) -> None:
    outcomes = together(newsroom, [lambda: opened(newsroom, ada, "World")] * 4)
    assert len([outcome for outcome in outcomes if isinstance(outcome, Refused)]) == 3


def test_a_double_click_opens_one_desk(newsroom: Newsroom, ada: Person) -> None:
    operation = uuid.uuid4()
    assert opened(newsroom, ada, "World", operation) == opened(newsroom, ada, "World", operation)


def test_a_renamed_desk_keeps_its_address(newsroom: Newsroom, ada: Person) -> None:
    key = opened(newsroom, ada, "World")
    with saving() as session:
        words = desks.DeskWords("Abroad", "Everything else.")
        desks.change_desk(session, session.get_one(Person, ada.id), key, words, newsroom.time)
    desk = newsroom.read().get_one(Desk, key)
    assert (desk.name, desk.slug, desk.description) == ("Abroad", "world", "Everything else.")
    assert said(newsroom)[1] == "Ada Berg (administrator) renamed the desk World to Abroad."


def test_a_desk_that_names_people_in_certificates_says_so_in_the_log(
    newsroom: Newsroom, ada: Person
) -> None:
    key = opened(newsroom, ada, "World")
    with saving() as session:
        words = desks.DeskWords("World", "", certificate_names=True)
        desks.change_desk(session, session.get_one(Person, ada.id), key, words, newsroom.time)
    assert newsroom.read().get_one(Desk, key).certificate_names
    assert (
        said(newsroom)[1] == "Ada Berg (administrator) changed the description of the desk World."
    )


def test_the_order_changes_one_place_at_a_time(newsroom: Newsroom, ada: Person) -> None:
    opened(newsroom, ada, "World")
    key = opened(newsroom, ada, "Sport")

    def move(*, up: bool) -> list[str]:
        with saving() as session:
            admin = session.get_one(Person, ada.id)
            desks.move_desk(session, admin, key, newsroom.time, up=up)
        return names(newsroom)

    assert move(up=True) == ["Politics", "Sport", "World"]
    assert move(up=True) == ["Sport", "Politics", "World"]
    assert move(up=True) == ["Sport", "Politics", "World"]
    assert move(up=False) == ["Politics", "Sport", "World"]


def test_a_desk_with_open_work_is_not_closed(newsroom: Newsroom, ada: Person) -> None:
    mira = newsroom.person("Mira Sol", Role.CORRESPONDENT)
    editor = newsroom.person("Ed Stone", Role.EDITOR)
    key = newsroom.dispatch(mira)

    def close() -> None:
        with saving() as session:
            admin = session.get_one(Person, ada.id)
            desks.close_desk(session, admin, newsroom.desk(), newsroom.time)

    with pytest.raises(Refused, match="1 dispatch is still open on Politics"):
        close()
    newsroom.act(editor, Action.SPIKE, key, note="No story.")
    close()
    assert newsroom.read().get_one(Desk, newsroom.desk()).closed_at == newsroom.time
    with saving() as session:
        admin = session.get_one(Person, ada.id)
        desks.reopen_desk(session, admin, newsroom.desk(), newsroom.time)
    assert newsroom.read().get_one(Desk, newsroom.desk()).closed_at is None


def test_each_changed_setting_has_its_entry(newsroom: Newsroom, ada: Person) -> None:
    values = {"agency.name": "Harbour Wire", "agency.tagline": "", "access.totp_required": True}
    with saving() as session:
        admin = session.get_one(Person, ada.id)
        changed = change_settings(session, admin, values, newsroom.time)
    assert changed == ("access.totp_required", "agency.name")
    assert setting(newsroom.read(), "access.totp_required") is True
    assert said(newsroom)[1] == (
        "Ada Berg (administrator) changed the setting agency.name "
        "from “Newsroom” to “Harbour Wire”."
    )
