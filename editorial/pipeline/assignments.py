"""An assignment as the person it is shown to meets it, and what is asked of one."""

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from editorial.models.assignment import Answer, Assignment
from editorial.models.dispatch import Dispatch
from editorial.models.person import Person
from editorial.pipeline.roles import desks_of
from editorial.workflow.words import State

UNFILED = (State.DRAFT, State.RETURNED)
MOST = 200
# A story that was due longer ago than this is news no more; it stands under its own day.
OVERDUE_FOR = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Planned:
    """One assignment. ``state`` and ``dispatch_id`` once its dispatch was begun; ``overdue``: its
    hour has passed and nothing was filed."""

    id: uuid.UUID
    version: int
    slugline: str
    what: str
    place: str
    brief: str
    who: str | None
    mine: bool
    answer: Answer
    reason: str
    urgency: int
    due_at: datetime
    overdue: bool
    dispatch_id: uuid.UUID | None
    state: str | None
    desk: str


def asked_of(session: Session, person: Person, now: datetime) -> tuple[Planned, ...]:
    """What is asked of the person and not filed yet, the most pressing first."""
    rows = session.scalars(
        select(Assignment)
        .outerjoin(Dispatch, Dispatch.id == Assignment.dispatch_id)
        .where(
            Assignment.person_id == person.id,
            Assignment.desk_id.in_(desks_of(person)),
            Assignment.cancelled_at.is_(None),
            Assignment.answer != Answer.DECLINED,
            Assignment.due_at >= now - OVERDUE_FOR,
            not_filed(),
        )
        .order_by(Assignment.due_at)
        .limit(MOST)
    ).all()
    return tuple(planned(row, person, now) for row in rows)


def planned(row: Assignment, person: Person, now: datetime) -> Planned:
    """The assignment as ``person`` sees it."""
    state = None if row.dispatch is None else row.dispatch.state
    return Planned(
        id=row.id,
        version=row.version,
        slugline=row.slugline,
        what=row.what,
        place=row.place,
        brief=row.brief,
        who=None if row.person is None else row.person.name,
        mine=row.person_id == person.id,
        answer=row.answer,
        reason=row.reason,
        urgency=row.urgency,
        due_at=row.due_at,
        overdue=row.cancelled_at is None
        and row.due_at < now
        and (state is None or state in UNFILED),
        dispatch_id=row.dispatch_id,
        state=None if state is None else state.value,
        desk=row.desk.name,
    )


def not_filed() -> ColumnElement[bool]:
    """The condition on an assignment outer-joined with its dispatch."""
    return or_(Assignment.dispatch_id.is_(None), Dispatch.state.in_(UNFILED))
