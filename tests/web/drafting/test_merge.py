"""Two texts of one story: both shown, one chosen, or one made of both."""

import uuid
from datetime import UTC, datetime

import pytest

from editorial.models.kept_text import KeptText
from editorial.models.person import Person
from editorial.models.working_copy import WorkingCopy
from editorial.workflow.words import Role, State
from tests.newsroom import Browser, Newsroom
from tests.web.drafting.pages import edit, fields, send


@pytest.fixture
def room(sqlite_newsroom: Newsroom) -> Newsroom:
    return sqlite_newsroom


class Conflict:
    """Two people opened the same page; the colleague saved first."""

    def __init__(self, room: Newsroom, **typed: str) -> None:
        self.author: Person = room.person("Mira Sol", Role.CORRESPONDENT)
        self.colleague: Person = room.person("Jan Roe", Role.CORRESPONDENT)
        self.dispatch: uuid.UUID = room.dispatch(self.author, "It rained.\n\nThe quay held.")
        self.mine: Browser = room.client(self.author)
        page = self.mine.get(edit(self.dispatch)).get_data(as_text=True)
        send(room.client(self.colleague), edit(self.dispatch), body="It snowed.\n\nThe quay held.")
        answer = send(
            self.mine,
            edit(self.dispatch),
            page,
            body="It hailed.\n\nThe quay held.",
            slugline="hail",
            **typed,
        )
        self.address: str = answer.location


def body(room: Newsroom, dispatch: uuid.UUID) -> str:
    return str(room.read().get_one(WorkingCopy, dispatch).content["body"])


def test_both_texts_are_shown_with_their_difference(room: Newsroom) -> None:
    conflict = Conflict(room)
    html = conflict.mine.get(conflict.address).get_data(as_text=True)
    assert "<del>snowed</del><ins>hailed</ins>" in html
    assert "<del>rain-capital</del><ins>hail</ins>" in html
    assert "Jan Roe saved" in html
    assert fields(html)["body"].replace("\r", "").split("\n")[0] == "It hailed."
    assert "It snowed." in html
    assert "snowed" in body(room, conflict.dispatch)


def test_the_kept_text_can_be_saved_on_top(room: Newsroom) -> None:
    conflict = Conflict(room)
    assert send(conflict.mine, conflict.address).status_code == 303
    assert "hailed" in body(room, conflict.dispatch)
    assert room.get(conflict.dispatch).slugline == "hail"
    assert "waits" not in conflict.mine.get(edit(conflict.dispatch)).get_data(as_text=True)


def test_an_embargo_typed_on_the_page_waits_with_its_text(room: Newsroom) -> None:
    conflict = Conflict(room, embargo_at="2026-12-01T06:30", embargo_zone="Asia/Baku")
    assert room.get(conflict.dispatch).embargo_at is None
    html = conflict.mine.get(conflict.address).get_data(as_text=True)
    assert "<ins>01 December 2026, 06:30, Asia/Baku</ins>" in html
    assert fields(html)["embargo_at"] == "2026-12-01T06:30"
    assert send(conflict.mine, conflict.address).status_code == 303
    assert room.get(conflict.dispatch).embargo_at == datetime(2026, 12, 1, 2, 30, tzinfo=UTC)


def test_an_embargo_set_meanwhile_is_not_taken_back_by_a_text_that_waits(room: Newsroom) -> None:
    conflict = Conflict(room)
    colleague = room.client(conflict.colleague)
    send(colleague, edit(conflict.dispatch), embargo_at="2026-12-01T06:30", embargo_zone="UTC")
    send(conflict.mine, conflict.address)
    assert room.get(conflict.dispatch).embargo_at == datetime(2026, 12, 1, 6, 30, tzinfo=UTC)


def test_a_filing_with_an_embargo_is_not_frozen_without_it(room: Newsroom) -> None:
    typed = {"embargo_at": "2026-12-01T06:30", "embargo_zone": "UTC", "then": "file"}
    conflict = Conflict(room, **typed)
    place = f"{conflict.address}/file"
    answer = conflict.mine.post(place, page=conflict.address)
    assert answer.location == conflict.address
    assert "an embargo that the dispatch does not have" in conflict.mine.get(
        conflict.address
    ).get_data(as_text=True)
    assert room.get(conflict.dispatch).state is State.DRAFT
    send(
        conflict.mine,
        edit(conflict.dispatch),
        embargo_at="2026-12-01T06:30",
        embargo_zone="UTC",
    )
    conflict.mine.post(place, page=conflict.address)
    assert room.get(conflict.dispatch).state is State.FILED


def test_one_text_can_be_made_of_both_by_hand(room: Newsroom) -> None:
    conflict = Conflict(room)
    send(conflict.mine, conflict.address, body="It hailed and snowed.")
    assert "hailed and snowed" in body(room, conflict.dispatch)


def test_it_stays_listed_on_the_edit_page_until_it_is_settled(room: Newsroom) -> None:
    conflict = Conflict(room)
    colleague = room.client(conflict.colleague)
    for browser, whose in ((conflict.mine, "Yours"), (colleague, "Mira Sol’s")):
        html = browser.get(edit(conflict.dispatch)).get_data(as_text=True)
        assert "A text waits" in html
        assert f'href="{conflict.address}">{whose}</a>' in html
    answer = conflict.mine.post(conflict.address + "/set-aside", page=conflict.address)
    assert answer.location == edit(conflict.dispatch)
    html = conflict.mine.get(edit(conflict.dispatch)).get_data(as_text=True)
    assert "A text waits" not in html
    assert "snowed" in body(room, conflict.dispatch)
    assert "settled already" in conflict.mine.get(conflict.address).get_data(as_text=True)


def test_a_refused_merge_keeps_what_was_typed(room: Newsroom) -> None:
    conflict = Conflict(room)
    answer = send(conflict.mine, conflict.address, body="New words.", headline="x" * 201)
    assert answer.status_code == 409
    assert fields(answer.get_data(as_text=True))["body"] == "New words."


def test_a_merge_overtaken_by_another_save_is_kept_too(room: Newsroom) -> None:
    conflict = Conflict(room)
    page = conflict.mine.get(conflict.address).get_data(as_text=True)
    send(room.client(conflict.colleague), edit(conflict.dispatch), body="It thundered.")
    answer = send(conflict.mine, conflict.address, page, body="All of it.")
    assert "/kept/" in answer.location
    assert answer.location != conflict.address
    assert "thundered" in body(room, conflict.dispatch)
    waiting = room.read().query(KeptText).filter(KeptText.resolved_at.is_(None)).all()
    assert ["All of it." in str(one.content) for one in waiting] == [True]


def test_a_text_sent_twice_is_kept_once(room: Newsroom) -> None:
    conflict = Conflict(room)
    page = conflict.mine.get(edit(conflict.dispatch)).get_data(as_text=True)
    for _ in range(2):
        answer = send(conflict.mine, edit(conflict.dispatch), page, version="0", body="Twice.")
    assert room.read().query(KeptText).count() == 2
    assert "/kept/" in answer.location


def test_a_kept_text_of_another_dispatch_or_desk_is_not_there(room: Newsroom) -> None:
    conflict = Conflict(room)
    other = room.dispatch(conflict.author)
    wrong = conflict.address.replace(str(conflict.dispatch), str(other))
    assert conflict.mine.get(wrong).status_code == 404
    stranger = room.client(room.person("Ana Far", Role.EDITOR, desk="Sports"))
    assert stranger.get(conflict.address).status_code == 404
