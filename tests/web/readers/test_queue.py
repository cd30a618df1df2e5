"""The desk reads what readers wrote: publishes, rejects, undoes."""

import uuid
from html import unescape
from typing import Any

import pytest

from editorial.models.grant import Grant
from editorial.models.person import Person
from editorial.models.publication import Publication
from editorial.models.reader_review import ReaderReview
from editorial.models.saving import saving
from editorial.workflow.words import ReviewStanding, Role
from tests.newsroom import Newsroom


@pytest.fixture
def room(sqlite_newsroom: Newsroom) -> Newsroom:
    return sqlite_newsroom


@pytest.fixture
def omar(room: Newsroom) -> Person:
    return room.person("Omar Dale", Role.EDITOR)


def review(room: Newsroom, name: str = "Ines", desk: str = "Politics") -> uuid.UUID:
    key = uuid.uuid4()
    author = room.person(f"Author {key.hex[:6]}", Role.CORRESPONDENT, desk=desk)
    dispatch = room.publish(author, desk=desk)
    with saving() as session:
        session.add(
            ReaderReview(
                id=key, dispatch_id=dispatch, name=name, text="Well told.", sent_at=room.time
            )
        )
    return key


def decide(room: Newsroom, who: Person, key: uuid.UUID, verdict: str, seen: str = "waiting") -> Any:
    url = f"/readers/{key}/verdict"
    return room.client(who).post(url, page="/readers", verdict=verdict, seen=seen)


def standing(room: Newsroom, key: uuid.UUID) -> ReviewStanding:
    return room.read().get_one(ReaderReview, key).standing


def test_what_is_published_shows_and_can_be_undone(room: Newsroom, omar: Person) -> None:
    key = review(room)
    address = f"/news/politics/{room.read().query(Publication).one().address}"
    assert decide(room, omar, key, "publish").status_code == 303
    assert "Ines" in room.client().get(address).get_data(as_text=True)
    shown = room.client(omar).get("/readers?standing=published").get_data(as_text=True)
    assert "published by Omar Dale" in " ".join(shown.split())
    assert decide(room, omar, key, "undo", "published").status_code == 303
    assert "Ines" not in room.client().get(address).get_data(as_text=True)
    assert standing(room, key) is ReviewStanding.WAITING


def test_what_is_rejected_shows_nowhere_and_can_be_undone(room: Newsroom, omar: Person) -> None:
    key = review(room)
    decide(room, omar, key, "reject")
    assert standing(room, key) is ReviewStanding.REJECTED
    assert "Ines" not in room.client(omar).get("/readers").get_data(as_text=True)
    assert "Ines" in room.client(omar).get("/readers?standing=rejected").get_data(as_text=True)
    decide(room, omar, key, "undo", "rejected")
    assert standing(room, key) is ReviewStanding.WAITING


@pytest.mark.parametrize("role", [Role.CORRESPONDENT, Role.CHECKER])
def test_others_decide_nothing(room: Newsroom, role: Role) -> None:
    key = review(room)
    someone = room.person("Someone", role)
    assert room.client(someone).get("/readers").status_code == 404
    client = room.client(someone)
    start = client.get("/start").get_data(as_text=True)
    assert "/readers" not in start
    assert (
        client.post(
            f"/readers/{key}/verdict", page="/start", verdict="publish", seen="waiting"
        ).status_code
        == 404
    )
    assert standing(room, key) is ReviewStanding.WAITING


def test_an_editor_of_another_desk_sees_and_decides_nothing(room: Newsroom) -> None:
    key = review(room)
    stranger = room.person("Stranger", Role.EDITOR, desk="Sport")
    assert "Ines" not in room.client(stranger).get("/readers").get_data(as_text=True)
    assert decide(room, stranger, key, "publish").status_code == 404
    assert standing(room, key) is ReviewStanding.WAITING


def test_two_who_decide_differently_hear_of_each_other(room: Newsroom, omar: Person) -> None:
    key = review(room)
    ruth = room.person("Ruth Okafor", Role.PUBLISHER)
    decide(room, omar, key, "reject")
    answer = decide(room, ruth, key, "publish")
    assert answer.status_code == 409
    assert "Omar Dale decided on it meanwhile" in unescape(answer.get_data(as_text=True))
    assert standing(room, key) is ReviewStanding.REJECTED
    assert decide(room, ruth, key, "reject").status_code == 303


def test_the_queue_is_filtered_by_desk(room: Newsroom) -> None:
    review(room, "Ines")
    review(room, "Bruno", desk="Economy")
    both = room.person("Both", Role.EDITOR)
    with saving() as session:
        session.add(
            Grant(
                person_id=both.id,
                desk_id=room.desk("Economy"),
                role=Role.EDITOR,
                granted_at=room.time,
            )
        )
    shown = room.client(both).get("/readers").get_data(as_text=True)
    assert "Ines" in shown
    assert "Bruno" in shown
    shown = room.client(both).get("/readers?desk=economy").get_data(as_text=True)
    assert "Ines" not in shown
    assert "Bruno" in shown


def test_an_empty_queue_says_what_will_stand_there(room: Newsroom, omar: Person) -> None:
    assert "Nothing waits" in room.client(omar).get("/readers").get_data(as_text=True)
    for odd in ("?standing=nonsense", "?page=0", "?page=99999999", "?desk=%00"):
        assert room.client(omar).get(f"/readers{odd}").status_code == 200


def test_a_mangled_verdict_is_refused(room: Newsroom, omar: Person) -> None:
    key = review(room)
    assert decide(room, omar, key, "shred").status_code == 409
    assert decide(room, omar, key, "publish", "nonsense").status_code == 409
    assert decide(room, omar, uuid.uuid4(), "publish").status_code == 404
    assert standing(room, key) is ReviewStanding.WAITING
