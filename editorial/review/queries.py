"""The lists: what waits on the start page, and the dispatches of one's desks."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, func, literal, or_, select
from sqlalchemy.orm import Session, joinedload

from editorial.models.desk import Desk
from editorial.models.dispatch import Dispatch
from editorial.models.person import Person
from editorial.pipeline.assignments import Planned, asked_of
from editorial.pipeline.gate_signs import GateSign, gate_signs
from editorial.pipeline.overdue import why_overdue
from editorial.pipeline.roles import desks_of
from editorial.review.holder import holder
from editorial.review.waiting import BY_NAME, LATE, WAITING, Asking, Waiting, desks_for, is_for
from editorial.workflow.words import Role, State

Address = Callable[[uuid.UUID], str]

ON_START = 20
A_PAGE = 40
MOST_COUNTED = 500
SORTS: dict[str, tuple[str, tuple[Any, ...]]] = {
    "newest": ("Last moved first", (Dispatch.moved_at.desc(),)),
    "oldest": ("Waiting longest first", (Dispatch.moved_at,)),
    "urgency": ("Most urgent first", (Dispatch.urgency, Dispatch.moved_at)),
    "slugline": ("By slugline", (Dispatch.slugline, Dispatch.moved_at.desc())),
}


@dataclass(frozen=True, slots=True)
class Row:
    """A dispatch in a list, as ``macros/row.html`` wants it; ``hour`` when it is scheduled."""

    id: uuid.UUID
    url: str
    headline: str
    slugline: str
    state: str
    desk_name: str
    author: str
    since: datetime
    urgency: int
    open_quotes: int
    embargo: datetime | None
    reason: str | None
    holder: str | None
    hour: datetime | None
    gates: tuple[GateSign, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """One list of the start page; ``count`` is exact up to MOST_COUNTED, then ``many``."""

    name: str
    title: str
    count: int
    many: bool
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Start:
    """``asked`` are the person's assignments; ``clear`` says in words what does not wait."""

    sections: tuple[Section, ...]
    asked: tuple[Planned, ...]
    clear: tuple[str, ...]
    on_a_desk: bool
    may_begin: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """One option of a filter."""

    value: str
    name: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list was asked for; empty means any. ``page`` counts from 1."""

    state: str = ""
    desk: str = ""
    author: str = ""
    words: str = ""
    waiting: str = ""
    sort: str = ""
    page: int = 1


@dataclass(frozen=True, slots=True)
class Found:
    """One page of a list."""

    rows: tuple[Row, ...]
    title: str
    more: bool


def start(session: Session, person: Person, now: datetime, address: Address) -> Start:
    """Everything that waits for this person, at most ON_START rows a list."""
    sections, clear = [], []
    for waiting in WAITING:
        if not is_for(person, waiting):
            continue
        condition = waiting.condition(Asking(session, person, desks_for(person, waiting), now))
        rows = _rows(session, condition, waiting.order, ON_START, 0, address)
        if not rows:
            clear.append(waiting.nothing)
            continue
        if waiting.name == LATE:
            rows = _with_reasons(session, rows, now)
        count = len(rows) if len(rows) < ON_START else _count(session, condition)
        sections.append(
            Section(
                waiting.name, waiting.title, min(count, MOST_COUNTED), count > MOST_COUNTED, rows
            )
        )
    roles = {grant.role for grant in person.grants if person.active}
    return Start(
        tuple(sections),
        asked_of(session, person, now) if person.active else (),
        tuple(clear),
        on_a_desk=bool(desks_of(person)),
        may_begin=bool(roles & {Role.CORRESPONDENT, Role.EDITOR}),
    )


def dispatches(
    session: Session, person: Person, wanted: Wanted, now: datetime, address: Address
) -> Found:
    """The dispatches this person may see and asked for."""
    conditions = [_visible(person)]
    waiting = BY_NAME.get(wanted.waiting)
    if waiting is not None:
        conditions.append(
            waiting.condition(Asking(session, person, desks_for(person, waiting), now))
        )
    if wanted.state:
        conditions.append(Dispatch.state == State(wanted.state))
    if wanted.desk:
        conditions.append(Dispatch.desk_id == uuid.UUID(wanted.desk))
    if wanted.author:
        conditions.append(Dispatch.created_by == uuid.UUID(wanted.author))
    conditions += [_mentions(word) for word in wanted.words.split()]
    rows = _rows(
        session,
        and_(*conditions),
        _order(wanted, waiting),
        A_PAGE + 1,
        A_PAGE * (wanted.page - 1),
        address,
    )
    title = "Dispatches" if waiting is None else waiting.title
    return Found(rows[:A_PAGE], title, len(rows) > A_PAGE)


def desk_choices(session: Session, person: Person) -> tuple[Choice, ...]:
    """The desks whose dispatches this person sees."""
    found = session.execute(
        select(Desk.id, Desk.name)
        .where(Desk.id.in_(desks_of(person)))
        .order_by(Desk.position, Desk.name)
    )
    return tuple(Choice(str(key), name) for key, name in found)


def author_choices(session: Session, person: Person) -> tuple[Choice, ...]:
    """Everyone with a dispatch that this person sees."""
    found = session.execute(
        select(Person.id, Person.name)
        .where(exists().where(Dispatch.created_by == Person.id, _visible(person)))
        .order_by(Person.name)
    )
    return tuple(Choice(str(key), name) for key, name in found)


def _visible(person: Person) -> ColumnElement[bool]:
    return or_(Dispatch.desk_id.in_(desks_of(person)), Dispatch.created_by == person.id)


def _mentions(word: str) -> ColumnElement[bool]:
    """SQLite folds the case of ASCII only, so other letters are asked for in each case."""
    forms = {word} if word.isascii() else {word, word.lower(), word.upper(), word.capitalize()}
    return or_(
        *(
            column.icontains(form, autoescape=True)
            for form in sorted(forms)
            for column in (Dispatch.slugline, Dispatch.headline)
        )
    )


def _order(wanted: Wanted, waiting: Waiting | None) -> tuple[Any, ...]:
    if wanted.sort in SORTS:
        return SORTS[wanted.sort][1]
    return SORTS["newest"][1] if waiting is None else waiting.order


def _count(session: Session, condition: ColumnElement[bool]) -> int:
    some = select(literal(1)).select_from(Dispatch).where(condition).limit(MOST_COUNTED + 1)
    return session.scalar(select(func.count()).select_from(some.subquery())) or 0


def _rows(
    session: Session,
    condition: ColumnElement[bool],
    order: tuple[Any, ...],
    limit: int,
    offset: int,
    address: Address,
) -> tuple[Row, ...]:
    found = session.scalars(
        select(Dispatch)
        .where(condition)
        .order_by(*order, Dispatch.id)
        .limit(limit)
        .offset(offset)
        .options(joinedload(Dispatch.creator), joinedload(Dispatch.claimant))
    ).all()
    gates = gate_signs(session, [dispatch.id for dispatch in found])
    return tuple(_row(dispatch, gates.get(dispatch.id, ()), address) for dispatch in found)


def _with_reasons(session: Session, rows: tuple[Row, ...], now: datetime) -> tuple[Row, ...]:
    """Say beside each late one what stopped it, where the worker knows; and of an hour that can't
    be kept that it is still ahead."""
    keys = [row.id for row in rows]
    why = why_overdue(session, keys)
    ahead = select(Dispatch.id, Dispatch.missed_at).where(
        Dispatch.id.in_(keys), Dispatch.missed_at > now
    )
    for key, hour in session.execute(ahead):
        why[key] = f"Its hour, {hour:%d %B %Y, %H:%M} UTC, is still ahead. {why.get(key, '')}"
    return tuple(replace(row, reason=why.get(row.id)) for row in rows)


def _row(dispatch: Dispatch, gates: tuple[GateSign, ...], address: Address) -> Row:
    told = dispatch.state in (State.RETURNED, State.SPIKED)
    return Row(
        id=dispatch.id,
        url=address(dispatch.id),
        headline=dispatch.headline,
        slugline=dispatch.slugline,
        state=dispatch.state.value,
        desk_name=dispatch.desk.name,
        author=dispatch.creator.name,
        since=dispatch.moved_at,
        urgency=dispatch.urgency,
        open_quotes=dispatch.open_quotes,
        embargo=dispatch.embargo_at,
        reason=dispatch.last_reason if told and dispatch.last_reason else None,
        holder=holder(dispatch),
        hour=dispatch.publish_at,
        gates=gates,
    )
