"""A review changes hands: handed on by its editor, or taken over with a reason."""

import json
import uuid

import pytest
from sqlalchemy import select

from editorial.ledger.wording import sentence
from editorial.models.log_entry import LogEntry
from editorial.models.person import Person
from editorial.pipeline.matter import Colleague
from editorial.pipeline.refusal import Refused
from editorial.workflow.words import Action, Role
from tests.newsroom import Newsroom


class Cast:
    """Two editors, a checker, and a dispatch that the first has claimed."""

    def __init__(self, room: Newsroom) -> None:
        self.room = room
        self.author = room.person("Mira Sol", Role.CORRESPONDENT)
        self.editor = room.person("Ana Peng", Role.EDITOR)
        self.second = room.person("Omar Dale", Role.EDITOR)
        self.checker = room.person("Ilse Brandt", Role.CHECKER)
        self.stranger = room.person("Sam Low", Role.EDITOR, desk="Sport")
        self.dispatch = room.dispatch(self.author)
        room.act(self.author, Action.FILE, self.dispatch)
        room.act(self.editor, Action.CLAIM, self.dispatch)

    def hand(self, by: Person, to: Person) -> None:
        self.room.act(by, Action.HAND_ON, self.dispatch, matter=Colleague(to.id))

    @property
    def holder(self) -> uuid.UUID | None:
        return self.room.get(self.dispatch).claimed_by

    def last(self) -> str:
        newest = select(LogEntry).order_by(LogEntry.sequence.desc())
        entry = self.room.read().scalars(newest).first()
        assert entry is not None
        return sentence(json.loads(entry.body), "rain-capital")


@pytest.fixture
def cast(newsroom: Newsroom) -> Cast:
    return Cast(newsroom)


def test_a_claim_is_handed_on(cast: Cast) -> None:
    cast.hand(cast.editor, cast.second)
    assert cast.holder == cast.second.id
    assert cast.last() == "Ana Peng (editor) handed rain-capital on to Omar Dale."


def test_only_who_holds_it_hands_it_on(cast: Cast) -> None:
    with pytest.raises(Refused, match="claimed"):
        cast.hand(cast.second, cast.second)


@pytest.mark.parametrize("whom", ["editor", "checker", "stranger"])
def test_it_goes_to_another_editor_of_the_desk(cast: Cast, whom: str) -> None:
    with pytest.raises(Refused, match="another editor"):
        cast.hand(cast.editor, getattr(cast, whom))
    assert cast.holder == cast.editor.id


def test_it_is_taken_over_with_a_reason(cast: Cast) -> None:
    with pytest.raises(Refused, match="reason"):
        cast.room.act(cast.second, Action.TAKE_OVER, cast.dispatch)
    cast.room.act(cast.second, Action.TAKE_OVER, cast.dispatch, note="Ana has gone home.")
    assert cast.holder == cast.second.id
    assert cast.last() == "Omar Dale (editor) took over rain-capital from Ana Peng."


def test_one_s_own_is_not_taken_over(cast: Cast) -> None:
    with pytest.raises(Refused, match="Nobody else"):
        cast.room.act(cast.editor, Action.TAKE_OVER, cast.dispatch, note="Mine.")
