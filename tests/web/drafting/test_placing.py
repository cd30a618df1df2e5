"""Desk and embargo of a draft save themselves, and never over what someone else chose."""

import uuid
from datetime import UTC, datetime
from html import unescape
from typing import Any

import pytest

from editorial.models.dispatch import Dispatch
from editorial.models.log_entry import LogEntry
from editorial.models.person import Person
from editorial.workflow.words import Action, Role
from tests.newsroom import Newsroom
from tests.web.drafting.pages import edit, fields


@pytest.fixture
def room(sqlite_newsroom: Newsroom) -> Newsroom:
    return sqlite_newsroom


@pytest.fixture
def author(room: Newsroom) -> Person:
    return room.person("Mira Sol", Role.CORRESPONDENT, timezone="Asia/Baku")


def shown(room: Newsroom, who: Person, dispatch: uuid.UUID) -> str:
    page = room.client(who).get(edit(dispatch)).get_data(as_text=True)
    return unescape(page.partition('data-placed="')[2].partition('"')[0])


def place(room: Newsroom, who: Person, dispatch: uuid.UUID, was: str, **chosen: Any) -> Any:
    browser = room.client(who)
    page = fields(browser.get(edit(dispatch)).get_data(as_text=True))
    names = ("csrf_token", "desk", "embargo_at", "embargo_zone")
    data = {name: page[name] for name in names if name in page} | {"shown": was} | chosen
    return browser.client.post(f"/dispatches/{dispatch}/placing", data=data)


def test_a_draft_is_held_without_a_word_in_the_log(room: Newsroom, author: Person) -> None:
    dispatch = room.dispatch(author, "It rained.")
    room.person("Jan Roe", Role.CORRESPONDENT, desk="Sport")
    assert place(room, author, dispatch, "", desk=str(room.desk("Sport"))).status_code == 409
    first = shown(room, author, dispatch)
    answer = place(room, author, dispatch, first, embargo_at="2026-12-01T06:30")
    stands = room.read().get_one(Dispatch, dispatch)
    assert stands.embargo_at == datetime(2026, 12, 1, 2, 30, tzinfo=UTC)
    assert answer.json["shown"] == shown(room, author, dispatch) != first
    assert room.read().query(LogEntry).count() == 0
    # Sent again it does the same; from a page that shows what was before, it changes nothing.
    again = place(room, author, dispatch, first, embargo_at="2026-12-01T06:30")
    assert again.json == answer.json
    stale = place(room, author, dispatch, first, embargo_at="2026-12-02T06:30")
    assert (stale.status_code, "meanwhile" in stale.json["refusal"]) == (409, True)
    gone = place(room, author, dispatch, answer.json["shown"], embargo_at="")
    assert gone.status_code == 200
    assert room.read().get_one(Dispatch, dispatch).embargo_at is None
    # A page on which it began shows nothing yet: that is no claim of what stands.
    assert place(room, author, dispatch, "", embargo_at="2026-12-03T06:30").status_code == 200
    assert place(room, author, dispatch, "", embargo_at="2026-12-04T06:30").status_code == 409


def test_once_it_was_filed_they_are_an_act_of_the_desk(room: Newsroom, author: Person) -> None:
    dispatch = room.dispatch(author, "It rained.")
    was = shown(room, author, dispatch)
    room.act(author, Action.FILE, dispatch)
    editor = room.person("Eda Lund", Role.EDITOR)
    answer = place(room, editor, dispatch, was, embargo_at="2026-12-01T06:30")
    assert answer.status_code == 409
    assert "the log tells of it" in answer.json["refusal"]
    assert room.read().get_one(Dispatch, dispatch).embargo_at is None
