"""The board's columns: of each state the first cards, in the order the desk gave them."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    CompoundSelect,
    Select,
    and_,
    bindparam,
    func,
    literal,
    select,
    union_all,
)
from sqlalchemy.orm import Session

from editorial.board.card import Card, cards
from editorial.board.search import mentioning
from editorial.board.wanted import Condition, Wanted
from editorial.models.dispatch import Dispatch
from editorial.models.person import Person
from editorial.workflow.words import State

SHOWN = (
    State.DRAFT,
    State.FILED,
    State.IN_REVIEW,
    State.RETURNED,
    State.APPROVED,
    State.SCHEDULED,
    State.DONE,
)
# What has been decided leaves the board after a day; the list has all of it.
FLEETING = (State.DONE, State.SPIKED)
A_DAY = timedelta(days=1)
A_COLUMN = 20
A_PAGE = 60
MOST_COUNTED = 500


@dataclass(frozen=True, slots=True)
class Column:
    """One state. ``count`` is exact up to MOST_COUNTED, then there are ``many``."""

    state: str
    cards: tuple[Card, ...]
    count: int
    many: bool

    @property
    def more(self) -> bool:
        """True when it has more than it shows."""
        return self.count > len(self.cards)


@dataclass(frozen=True, slots=True)
class Asking:
    """Who looks at which desks, for what, when."""

    person: Person
    desks: tuple[uuid.UUID, ...]
    wanted: Wanted
    now: datetime


def columns(session: Session, asking: Asking) -> tuple[Column, ...]:
    """Every column, with at most A_COLUMN cards each."""
    conditions = tuple(_conditions(session, asking))
    found: dict[State, list[Any]] = {state: [] for state in SHOWN}
    for row in session.execute(*_firsts(asking, conditions)) if asking.desks else ():
        found[State(row.state)].append(row)
    chosen = {
        state: [row.id for row in sorted(rows, key=_in_order(state))[:A_COLUMN]]
        for state, rows in found.items()
    }
    shown = [key for keys in chosen.values() for key in keys]
    made = cards(session, asking.person, shown, asking.now)
    full = [state for state, rows in found.items() if len(rows) > A_COLUMN]
    counts = _count(session, asking, full, conditions)
    return tuple(
        Column(
            state.value,
            tuple(made[key] for key in keys if key in made),
            min(counts.get(state, len(keys)), MOST_COUNTED),
            counts.get(state, 0) > MOST_COUNTED,
        )
        for state, keys in chosen.items()
    )


def dense(
    session: Session, asking: Asking, state: State | None, page: int
) -> tuple[tuple[Card, ...], bool]:
    """Page ``page``, from 1, of all that fits, and whether there is more. Without a ``state``, all
    that is under way."""
    states = [state] if state is not None else [one for one in SHOWN if one not in FLEETING]
    order = _order(state or State.FILED)
    found = session.scalars(
        select(Dispatch.id)
        .where(
            Dispatch.desk_id.in_(asking.desks),
            Dispatch.state.in_(states),
            *_conditions(session, asking),
        )
        .order_by(*order)
        .limit(A_PAGE + 1)
        .offset(A_PAGE * (page - 1))
    ).all()
    made = cards(session, asking.person, found[:A_PAGE], asking.now)
    return tuple(made[key] for key in found[:A_PAGE] if key in made), len(found) > A_PAGE


def column_ids(
    session: Session, desk_id: uuid.UUID, state: State, most: int
) -> tuple[uuid.UUID, ...]:
    """The first of a column, unfiltered, in its order."""
    return tuple(
        session.scalars(
            select(Dispatch.id)
            .where(Dispatch.desk_id == desk_id, Dispatch.state == state)
            .order_by(*_order(state))
            .limit(most)
        )
    )


def _conditions(session: Session, asking: Asking) -> list[Condition]:
    conditions = asking.wanted.conditions(asking.person.id, asking.now)
    if asking.wanted.words:
        conditions.append(mentioning(session, asking.wanted.words))
    return conditions


def _firsts(
    asking: Asking, conditions: tuple[Condition, ...]
) -> tuple[CompoundSelect[Any], dict[str, Any]]:
    """The question for the first of every state of each desk, and what is put into it."""
    given: dict[str, Any] = {f"desk{at}": desk for at, desk in enumerate(asking.desks)}
    # Unfiltered it is put together once, which costs more than asking it.
    ask = _unfiltered if not conditions else _question
    return ask(len(given), conditions), {**given, "since": asking.now - A_DAY}


def _question(desks: int, conditions: tuple[Condition, ...]) -> CompoundSelect[Any]:
    return union_all(
        *(_first(bindparam(f"desk{at}"), s, conditions) for s in SHOWN for at in range(desks))
    )


_unfiltered = lru_cache(maxsize=32)(_question)


def _first(
    desk_id: BindParameter[Any], state: State, conditions: Sequence[Condition]
) -> Select[Any]:
    """One desk's first of one state, from the index alone where nothing is filtered."""
    inner = (
        select(Dispatch.id, Dispatch.place, Dispatch.urgency, Dispatch.entered_at)
        .where(Dispatch.desk_id == desk_id, _in_state(state), *conditions)
        .order_by(*_order(state))
        .limit(A_COLUMN + 1)
        .subquery()
    )
    return select(
        inner.c.id,
        inner.c.place,
        inner.c.urgency,
        inner.c.entered_at,
        literal(state.value).label("state"),
    )


def _in_state(state: State) -> Condition:
    if state in FLEETING:
        return and_(Dispatch.state == state, Dispatch.entered_at >= bindparam("since"))
    return Dispatch.state == state


def _order(state: State) -> tuple[Any, ...]:
    if state in FLEETING:
        return (Dispatch.entered_at.desc(),)
    return (Dispatch.place, Dispatch.urgency, Dispatch.entered_at)


def _in_order(state: State) -> Any:
    if state in FLEETING:
        return lambda row: -row.entered_at.timestamp()
    return lambda row: (row.place, row.urgency, row.entered_at)


def _count(
    session: Session, asking: Asking, states: Sequence[State], conditions: Sequence[Condition]
) -> dict[State, int]:
    if not states:
        return {}
    ask = _unfiltered_counts if not conditions else _counts
    given = {"desks": list(asking.desks), "since": asking.now - A_DAY}
    rows = session.execute(ask(tuple(states), tuple(conditions)), given)
    return {State(name): count for name, count in rows}


def _counts(states: tuple[State, ...], conditions: tuple[Condition, ...]) -> CompoundSelect[Any]:
    counts: list[Select[str, int]] = []
    for state in states:
        some = (
            select(literal(1).label("one"))
            .select_from(Dispatch)
            .where(
                Dispatch.desk_id.in_(bindparam("desks", expanding=True)),
                _in_state(state),
                *conditions,
            )
            .limit(MOST_COUNTED + 1)
            .subquery()
        )
        name = literal(state.value).label("state")
        counts.append(select(name, func.count().label("count")).select_from(some))
    return union_all(*counts)


_unfiltered_counts = lru_cache(maxsize=256)(_counts)
