"""What waits beside a dispatch: who decides what becomes of it, and that it is decided once."""

import uuid
from datetime import timedelta

import pytest
from sqlalchemy import select

from editorial.admin.commands.gates import switch_gates
from editorial.drafting.aside import set_aside
from editorial.drafting.commands import Asked
from editorial.drafting.filing import file_kept
from editorial.models.dispatch_gate import DispatchGate, Stands
from editorial.models.kept_text import KeptText
from editorial.models.log_entry import LogEntry, LogWords
from editorial.models.person import Person
from editorial.models.revision import Revision
from editorial.models.saving import saving
from editorial.pipeline.refusal import Refused
from editorial.workflow.gates import Switch, When
from editorial.workflow.words import Action, Gate, Role, State
from tests.db.drafting.drafts import save, seen
from tests.newsroom import Newsroom


class Waiting:
    """Mira filed, as a colleague had saved: her filing waits, with another slugline."""

    def __init__(self, room: Newsroom) -> None:
        self.room = room
        self.mira: Person = room.person("Mira Sol", Role.CORRESPONDENT)
        self.jan: Person = room.person("Jan Roe", Role.CORRESPONDENT)
        self.editor: Person = room.person("Eda Lund", Role.EDITOR)
        self.dispatch: uuid.UUID = room.dispatch(self.mira, "It rained.")
        page = seen(room, self.dispatch)
        save(room, self.jan, self.dispatch, body="It snowed.")
        kept = save(
            room,
            self.mira,
            self.dispatch,
            at=page,
            then=Action.FILE,
            body="It hailed.",
            slugline="hail",
            keywords=("inquest",),
        ).kept_id
        assert kept is not None
        self.kept: uuid.UUID = kept

    def row(self) -> KeptText:
        return self.room.read().get_one(KeptText, self.kept)

    def set_aside(self, who: Person, reason: str = "", operation: uuid.UUID | None = None) -> None:
        with saving() as session:
            asked = Asked(who.id, self.room.time, operation)
            set_aside(session, asked, self.dispatch, self.kept, reason)

    def file(self, who: Person, operation: uuid.UUID | None = None) -> None:
        with saving() as session:
            asked = Asked(who.id, self.room.time, operation)
            file_kept(session, asked, self.dispatch, self.kept)

    def actions(self) -> list[str]:
        query = select(LogEntry.action).order_by(LogEntry.sequence)
        return list(self.room.read().scalars(query))


@pytest.fixture
def waiting(newsroom: Newsroom) -> Waiting:
    return Waiting(newsroom)


def test_a_colleague_decides_nothing_of_a_filing_that_waits(waiting: Waiting) -> None:
    with pytest.raises(Refused, match="Mira Sol filed it"):
        waiting.set_aside(waiting.jan, "Mine is better.")
    with pytest.raises(Refused, match="Mira Sol filed it"):
        save(waiting.room, waiting.jan, waiting.dispatch, kept_id=waiting.kept, body="It snowed.")
    assert waiting.row().resolved_at is None


def test_an_editor_sets_a_filing_aside_with_a_reason_that_stands_in_the_log(
    waiting: Waiting,
) -> None:
    with pytest.raises(Refused, match="Say why"):
        waiting.set_aside(waiting.editor, " ")
    assert waiting.row().resolved_at is None
    waiting.set_aside(waiting.editor, "The other desk has it.")
    assert waiting.row().resolved_at == waiting.room.time
    assert waiting.actions() == ["dismiss_filing"]
    words = waiting.room.read().scalars(select(LogWords)).one()
    assert words.text == "The other desk has it."


def test_its_author_sets_a_filing_aside_without_a_word(waiting: Waiting) -> None:
    waiting.set_aside(waiting.mira)
    assert waiting.row().resolved_at is not None
    assert waiting.actions() == []


def test_what_was_decided_meanwhile_is_not_announced_as_done(waiting: Waiting) -> None:
    operation = uuid.uuid4()
    for _ in range(2):
        waiting.set_aside(waiting.mira, operation=operation)
    with pytest.raises(Refused, match="decided on meanwhile"):
        waiting.set_aside(waiting.mira)
    with pytest.raises(Refused, match="decided on meanwhile"):
        waiting.file(waiting.mira)
    assert waiting.room.get(waiting.dispatch).state is State.DRAFT


def test_a_filing_that_is_frozen_twice_is_frozen_once(waiting: Waiting) -> None:
    operation = uuid.uuid4()
    waiting.room.later(hours=1)
    for _ in range(2):
        waiting.file(waiting.mira, operation)
    with pytest.raises(Refused, match="decided on meanwhile"):
        waiting.set_aside(waiting.editor, "Too late.")
    revision = waiting.room.read().scalars(select(Revision)).one()
    assert revision.filed_at == waiting.room.time - timedelta(hours=1)
    assert waiting.actions() == ["file"]


def test_a_filing_is_frozen_with_its_labels_and_the_gates_they_ask_for(waiting: Waiting) -> None:
    room = waiting.room
    administrator = room.person("Ada Root", Role.ADMINISTRATOR)
    switch = Switch(When.SOME, keywords=("inquest",))
    with saving() as session:
        actor = session.get_one(Person, administrator.id)
        switch_gates(session, actor, room.desk(), {Gate.LEGAL: switch}, room.time)
    save(room, waiting.jan, waiting.dispatch, keywords=("courts",))
    waiting.file(waiting.mira)
    now = room.get(waiting.dispatch)
    assert (now.slugline, now.keywords) == ("hail", ["courts", "inquest"])
    gates = room.read().scalars(select(DispatchGate)).all()
    assert [(one.gate, one.stands) for one in gates] == [(Gate.LEGAL, Stands.SHUT)]


def test_a_filing_with_a_label_that_is_too_long_says_so(waiting: Waiting) -> None:
    with saving() as session:
        row = session.get_one(KeptText, waiting.kept)
        row.content = {
            **row.content,
            "labels": {**row.content["labels"], "slugline": "hail-" * 20},
        }
    with pytest.raises(Refused, match="Slugline: At most 60 characters"):
        waiting.file(waiting.mira)
    assert waiting.row().resolved_at is None
