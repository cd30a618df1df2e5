"""What the acts of a random walk are about: a source, a quote, a gate, an hour, a desk."""

import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from hypothesis import strategies as st
from sqlalchemy import select

from editorial.models.dispatch import Dispatch
from editorial.models.person import Person
from editorial.models.settlement import Settlement
from editorial.models.source import Source, SourceKind
from editorial.pipeline.gather import gather
from editorial.pipeline.matter import (
    AtGate,
    Colleague,
    Hour,
    Matter,
    NewSource,
    OldSource,
    Placement,
    TakingBack,
    Vouching,
)
from editorial.vault.beside import vault_beside
from editorial.workflow.words import Action, Gate, SettlementKind
from tests.newsroom import Newsroom

DESKS = ("Politics", "Courts", "Region")
RECORDS = ("MINISTER AKAN:  We will not raise taxes.\n", "MINISTER AKAN:  Nothing at all.\n")


@dataclass(frozen=True, slots=True)
class Here:
    """The dispatch that is acted on, and who is about."""

    room: Newsroom
    key: uuid.UUID
    people: Sequence[Person]


def nothing(_here: Here, _data: st.DataObject) -> None:
    return None


def _at_a_gate(_here: Here, data: st.DataObject) -> Matter:
    return AtGate(data.draw(st.sampled_from(sorted(Gate))))


def _source(here: Here, data: st.DataObject) -> Matter:
    text = data.draw(st.sampled_from(RECORDS)).encode()
    digest = vault_beside(here.room.read()).put(text)
    return NewSource("Press conference", SourceKind.TRANSCRIPT, digest, len(text), "utf-8")


def _any_source(here: Here, data: st.DataObject) -> Matter:
    return OldSource(_any_of(here, data, Source))


def _any_settlement(here: Here, data: st.DataObject) -> Matter:
    return TakingBack(_any_of(here, data, Settlement))


def _any_of(here: Here, data: st.DataObject, kind: type[Source] | type[Settlement]) -> uuid.UUID:
    rows = here.room.read().scalars(select(kind.id).where(kind.dispatch_id == here.key))
    chosen: uuid.UUID = data.draw(st.sampled_from([uuid.UUID(int=1), *rows]))
    return chosen


def _vouching(here: Here, data: st.DataObject) -> Matter:
    session = here.room.read()
    dispatch = session.get_one(Dispatch, here.key)
    quotes = gather(session, dispatch, None, here.room.time).evidence.quotes
    key = data.draw(st.sampled_from(["made up", *(quote.key for quote in quotes)]))
    kind = data.draw(st.sampled_from(sorted(SettlementKind)))
    return Vouching(key, kind, "Akan", here.room.time - timedelta(minutes=5))


def _hour(here: Here, data: st.DataObject) -> Matter:
    return Hour(here.room.time + timedelta(hours=data.draw(st.integers(-2, 30))))


def _placement(here: Here, data: st.DataObject) -> Matter:
    desk = here.room.desk(data.draw(st.sampled_from(DESKS)))
    hours = data.draw(st.sampled_from((None, None, 5)))
    until = None if hours is None else here.room.time + timedelta(hours=hours)
    return Placement(desk, until, None if until is None else "UTC")


def _colleague(here: Here, data: st.DataObject) -> Matter:
    return Colleague(data.draw(st.sampled_from(here.people)).id)


# What an act is about, where it is about something; an act that is not named is about nothing.
MATTERS: dict[Action, Callable[[Here, st.DataObject], Matter | None]] = {
    Action.SCHEDULE: _hour,
    Action.SETTLE: _vouching,
    Action.UNSETTLE: _any_settlement,
    Action.OVERRIDE: _at_a_gate,
    Action.PASS_GATE: _at_a_gate,
    Action.UNPASS_GATE: _at_a_gate,
    Action.ASK_GATE: _at_a_gate,
    Action.UNASK_GATE: _at_a_gate,
    Action.ATTACH: _source,
    Action.DETACH: _any_source,
    Action.MOVE: _placement,
    Action.HAND_ON: _colleague,
}
