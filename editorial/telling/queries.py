"""What the pages of being told show."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import Session

from editorial.models.delivery import Delivery, Outcome
from editorial.models.desk import Desk
from editorial.models.desk_hook import DeskHook
from editorial.models.dispatch import Dispatch
from editorial.models.message import Message
from editorial.models.person import Person
from editorial.pipeline.refusal import NotThere
from editorial.pipeline.roles import can_see, desks_of, is_administrator
from editorial.telling.carried import carried
from editorial.telling.told import Line, line_of
from editorial.workflow.events import EVENT_WORDS, Channel, Event

A_PAGE = 30
MOST_COUNTED = 99
OUTCOME_WORDS = {
    Outcome.WAITING: "on its way",
    Outcome.SENDING: "leaving now",
    Outcome.SENT: "arrived",
    Outcome.FAILED: "failed",
    Outcome.DROPPED: "not sent",
    Outcome.UNCLEAR: "unclear",
}
CHANNEL_WORDS = {Channel.PAGE: "in the page", Channel.MAIL: "by mail", Channel.HOOK: "desk’s hook"}
# It waits, and the job that was to send it was given up.
STUCK = "given up"
AGAIN = frozenset({Outcome.FAILED, Outcome.UNCLEAR})


@dataclass(frozen=True, slots=True)
class Told:
    """One message. ``state`` is the dispatch's now, which may have moved on since."""

    id: uuid.UUID
    event: str
    line: Line
    headline: str
    slugline: str
    state: str
    at: datetime
    unread: bool


@dataclass(frozen=True, slots=True)
class Inbox:
    """One page of a person's messages, newest first; ``unread`` counts all of them."""

    rows: tuple[Told, ...]
    unread: int
    more: bool


@dataclass(frozen=True, slots=True)
class DeliveryLine:
    """What went to whom. ``slugline`` is empty where the asker may not know the dispatch."""

    id: uuid.UUID
    at: datetime
    event: str
    channel: str
    to: str
    dispatch_id: uuid.UUID | None
    slugline: str
    outcome: Outcome
    said: str
    attempts: int
    ended_at: datetime | None
    held_until: datetime | None
    error: str
    may_repeat: bool


@dataclass(frozen=True, slots=True)
class Deliveries:
    """One page of deliveries, newest first."""

    rows: tuple[DeliveryLine, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """Which deliveries; empty means any. ``page`` counts from 1."""

    to: str = ""
    channel: str = ""
    outcome: str = ""
    page: int = 1


def unread_count(session: Session, person: Person) -> int:
    """How many messages the person has not read, up to MOST_COUNTED + 1."""
    some = _mine(person).where(Message.read_at.is_(None)).limit(MOST_COUNTED + 1).subquery()
    return session.scalar(select(func.count()).select_from(some)) or 0


def inbox(session: Session, person: Person, event: str, page: int, *, unread: bool) -> Inbox:
    """The person's messages of dispatches they may still see."""
    found = select(Message).join(Dispatch, Dispatch.id == Message.dispatch_id)
    found = found.where(Message.person_id == person.id, _visible(person))
    if event in set(Event):
        found = found.where(Message.event == Event(event))
    if unread:
        found = found.where(Message.read_at.is_(None))
    rows = session.scalars(
        found.order_by(Message.told_at.desc(), Message.id)
        .offset((page - 1) * A_PAGE)
        .limit(A_PAGE + 1)
    ).all()
    return Inbox(
        tuple(_told(session, row) for row in rows[:A_PAGE]),
        unread_count(session, person),
        len(rows) > A_PAGE,
    )


def deliveries(session: Session, person: Person, asked: Asked) -> Deliveries:
    """What reached whom: all of the house for an administrator, else the person's own."""
    found = select(Delivery).outerjoin(Person, Person.id == Delivery.person_id)
    if not is_administrator(person):
        found = found.where(Delivery.person_id == person.id)
    if asked.to:
        found = found.where(Person.name.icontains(asked.to, autoescape=True))
    if asked.channel in set(Channel):
        found = found.where(Delivery.channel == Channel(asked.channel))
    if asked.outcome in set(Outcome):
        found = found.where(Delivery.outcome == Outcome(asked.outcome))
    rows = session.scalars(
        found.order_by(Delivery.put_at.desc(), Delivery.id)
        .offset((asked.page - 1) * A_PAGE)
        .limit(A_PAGE + 1)
    ).all()
    desks = {desk.id: desk.name for desk in session.execute(select(Desk.id, Desk.name))}
    shown = rows[:A_PAGE]
    waiting = [row for row in shown if row.outcome is Outcome.WAITING]
    stuck = {row.id for row in waiting} - carried(session, waiting)
    return Deliveries(
        tuple(_delivery_line(row, person, desks, row.id in stuck) for row in shown),
        len(rows) > A_PAGE,
    )


def seen_dispatch(session: Session, person: Person, dispatch_id: uuid.UUID) -> Dispatch:
    """The dispatch, for someone who may read it. Raises NotThere."""
    dispatch = session.get(Dispatch, dispatch_id)
    if dispatch is None or not can_see(person, dispatch.desk_id, dispatch.created_by):
        raise NotThere
    return dispatch


def hook_of(session: Session, desk_id: uuid.UUID) -> tuple[Desk, DeskHook | None]:
    """The desk and where it tells its events. Raises NotThere."""
    desk = session.get(Desk, desk_id)
    if desk is None:
        raise NotThere
    return desk, session.get(DeskHook, desk_id)


def _mine(person: Person) -> Select[uuid.UUID]:
    return (
        select(Message.id)
        .join(Dispatch, Dispatch.id == Message.dispatch_id)
        .where(Message.person_id == person.id, _visible(person))
    )


def _visible(person: Person) -> ColumnElement[bool]:
    return or_(Dispatch.desk_id.in_(desks_of(person)), Dispatch.created_by == person.id)


def _told(session: Session, row: Message) -> Told:
    dispatch = row.dispatch
    return Told(
        row.id,
        row.event.value,
        line_of(session, row, dispatch),
        dispatch.headline,
        dispatch.slugline,
        dispatch.state.value,
        row.told_at,
        row.read_at is None,
    )


def _delivery_line(
    row: Delivery, person: Person, desks: dict[uuid.UUID, str], stuck: bool
) -> DeliveryLine:
    dispatch = row.dispatch
    known = can_see(person, dispatch.desk_id, dispatch.created_by)
    to = row.person.name if row.person is not None else f"the desk {desks[row.desk_id]}"  # type: ignore[index]  # a delivery has a person or a desk
    return DeliveryLine(
        row.id,
        row.put_at,
        EVENT_WORDS[row.event].name,
        CHANNEL_WORDS[row.channel],
        to,
        row.dispatch_id if known else None,
        dispatch.slugline if known else "",
        row.outcome,
        STUCK if stuck else OUTCOME_WORDS[row.outcome],
        row.attempts,
        row.ended_at,
        row.held_until if row.outcome is Outcome.WAITING else None,
        row.error,
        is_administrator(person) and (stuck or row.outcome in AGAIN),
    )
