"""A day's budget: what is planned, what is overdue, what is at hand; desk by desk."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from editorial.budget.commands import ASSIGNERS
from editorial.models.assignment import Assignment
from editorial.models.desk import Desk
from editorial.models.dispatch import Dispatch
from editorial.models.grant import Grant
from editorial.models.person import Person
from editorial.pipeline.assignments import OVERDUE_FOR, Planned, not_filed, planned
from editorial.pipeline.roles import desks_of, roles_on
from editorial.pipeline.write import WRITERS
from editorial.workflow.words import State

AT_HAND = (
    State.FILED,
    State.IN_REVIEW,
    State.RETURNED,
    State.APPROVED,
    State.SCHEDULED,
    State.DONE,
)
MOST_A_DESK = 200


@dataclass(frozen=True, slots=True)
class AtHand:
    """A story of the day that nobody planned, or that is planned elsewhere."""

    id: uuid.UUID
    slugline: str
    headline: str
    author: str
    state: str
    since: datetime
    deadline: datetime | None
    words: int
    urgency: int


@dataclass(frozen=True, slots=True)
class DeskDay:
    """One desk's day. ``assigns``: whoever looks may plan on it."""

    id: uuid.UUID
    slug: str
    name: str
    assigns: bool
    overdue: tuple[Planned, ...]
    planned: tuple[Planned, ...]
    at_hand: tuple[AtHand, ...]


def budget(
    session: Session, person: Person, slug: str | None, day: date, zone: ZoneInfo, now: datetime
) -> tuple[DeskDay, ...]:
    """The day, by the clocks of ``zone``, of one desk or of all of the person's."""
    asked = select(Desk).where(Desk.id.in_(desks_of(person))).order_by(Desk.position, Desk.name)
    if slug is not None:
        asked = asked.where(Desk.slug == slug)
    begins = datetime.combine(day, time(), zone)
    ends = datetime.combine(day + timedelta(days=1), time(), zone)
    return tuple(
        _day(session, person, desk, begins, ends, now) for desk in session.scalars(asked).all()
    )


def writers_of(session: Session, desk_id: uuid.UUID) -> tuple[tuple[uuid.UUID, str], ...]:
    """Who can be asked, by name."""
    rows = session.execute(
        select(Person.id, Person.name)
        .join(Grant, Grant.person_id == Person.id)
        .where(Grant.desk_id == desk_id, Grant.role.in_(WRITERS), Person.deactivated_at.is_(None))
        .distinct()
        .order_by(Person.name)
    )
    return tuple((key, name) for key, name in rows)


def _day(
    session: Session, person: Person, desk: Desk, begins: datetime, ends: datetime, now: datetime
) -> DeskDay:
    due = and_(Assignment.due_at >= begins, Assignment.due_at < ends)
    today = begins <= now < ends
    late = and_(Assignment.due_at < begins, Assignment.due_at >= begins - OVERDUE_FOR, not_filed())
    rows = session.scalars(
        select(Assignment)
        .outerjoin(Dispatch, Dispatch.id == Assignment.dispatch_id)
        .where(
            Assignment.desk_id == desk.id,
            Assignment.cancelled_at.is_(None),
            or_(due, late) if today else due,
        )
        .order_by(Assignment.due_at)
        .limit(MOST_A_DESK)
    ).all()
    shown = [planned(row, person, now) for row in rows]
    known = {one.dispatch_id for one in shown if one.dispatch_id is not None}
    return DeskDay(
        desk.id,
        desk.slug,
        desk.name,
        bool(roles_on(person, desk.id) & ASSIGNERS) and desk.closed_at is None,
        tuple(one for one in shown if one.overdue),
        tuple(one for one in shown if not one.overdue),
        _at_hand(session, desk.id, begins, ends, known),
    )


def _at_hand(
    session: Session,
    desk_id: uuid.UUID,
    begins: datetime,
    ends: datetime,
    known: set[uuid.UUID],
) -> tuple[AtHand, ...]:
    of_the_day = (
        (Dispatch.entered_at >= begins, Dispatch.entered_at < ends, Dispatch.state.in_(AT_HAND)),
        (
            Dispatch.deadline_at >= begins,
            Dispatch.deadline_at < ends,
            Dispatch.state != State.SPIKED,
        ),
    )
    # Asked one after the other, as each has an index of its own.
    found: list[uuid.UUID] = []
    for conditions in of_the_day:
        asked = select(Dispatch.id).where(Dispatch.desk_id == desk_id, *conditions)
        found += session.scalars(asked.limit(MOST_A_DESK)).all()
    rows = session.execute(
        select(Dispatch, Person.name)
        .join(Person, Person.id == Dispatch.created_by)
        .where(Dispatch.id.in_(set(found) - known))
        .order_by(Dispatch.urgency, Dispatch.entered_at)
    )
    return tuple(
        AtHand(
            one.id,
            one.slugline,
            one.headline,
            author,
            one.state.value,
            one.entered_at,
            one.deadline_at,
            one.words,
            one.urgency,
        )
        for one, author in rows
    )


def in_calendar(session: Session, person: Person, now: datetime) -> Sequence[Assignment]:
    """What the person's calendar shows: their desks' assignments from a month ago on."""
    return session.scalars(
        select(Assignment)
        .where(
            Assignment.desk_id.in_(desks_of(person)),
            Assignment.due_at >= now - timedelta(days=31),
        )
        .order_by(Assignment.due_at)
        .limit(2000)
    ).all()
