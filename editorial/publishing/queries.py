"""The publishers' queue: what is approved, what is scheduled, what went live lately."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session, joinedload

from editorial.models.approval import WHOLE, Approval
from editorial.models.desk import Desk
from editorial.models.dispatch import Dispatch
from editorial.models.person import Person
from editorial.models.publication import Publication
from editorial.pipeline.overdue import is_lost, is_overdue, why_overdue
from editorial.workflow.words import Role, State

MOST = 50
LATELY = 20


@dataclass(frozen=True, slots=True)
class Waiting:
    """An approved dispatch; ``hour`` when it is scheduled, ``why_late`` when that has passed, or
    (``hour_lost``) can't be kept though it is still ahead."""

    id: uuid.UUID
    headline: str
    slugline: str
    desk_name: str
    author: str
    urgency: int
    approved_by: str
    approved_at: datetime | None
    embargo: datetime | None
    hour: datetime | None
    late: bool
    hour_lost: bool
    why_late: str | None


@dataclass(frozen=True, slots=True)
class Published:
    """A text that readers see."""

    dispatch_id: uuid.UUID
    headline: str
    byline: str
    desk_name: str
    desk_slug: str
    address: str
    published_at: datetime


@dataclass(frozen=True, slots=True)
class Queue:
    """At most MOST rows of what waits, LATELY of what went live; the most urgent, the next hour
    and the newest first."""

    approved: tuple[Waiting, ...]
    scheduled: tuple[Waiting, ...]
    published: tuple[Published, ...]


def publishes_on(person: Person) -> frozenset[uuid.UUID]:
    """The desks on which the person is a publisher."""
    if not person.active:
        return frozenset()
    return frozenset(
        grant.desk_id
        for grant in person.grants
        if grant.desk_id is not None and grant.role is Role.PUBLISHER
    )


def queue(session: Session, person: Person, now: datetime) -> Queue:
    """What waits for this publisher, and what went live on their desks."""
    desks = publishes_on(person)
    approved = _dispatches(session, desks, State.APPROVED)
    scheduled = _dispatches(session, desks, State.SCHEDULED)
    vouched = _approvals(session, (*approved, *scheduled))
    why = why_overdue(session, [one.id for one in scheduled if is_overdue(one, now)])
    return Queue(
        tuple(_waiting(one, vouched, why, now) for one in approved),
        tuple(_waiting(one, vouched, why, now) for one in scheduled),
        _published(session, desks),
    )


def _dispatches(
    session: Session, desks: frozenset[uuid.UUID], state: State
) -> tuple[Dispatch, ...]:
    order = Dispatch.publish_at if state is State.SCHEDULED else Dispatch.urgency
    return tuple(
        session.scalars(
            select(Dispatch)
            .where(Dispatch.desk_id.in_(desks), _stands_under(state))
            .order_by(order, Dispatch.moved_at, Dispatch.id)
            .limit(MOST)
            .options(joinedload(Dispatch.creator))
        )
    )


def _stands_under(state: State) -> ColumnElement[bool]:
    """What lost its hour stays among the scheduled, with the alarm."""
    missed = Dispatch.missed_at.is_not(None)
    if state is State.SCHEDULED:
        return or_(Dispatch.state == state, missed)
    return and_(Dispatch.state == state, ~missed)


def _approvals(session: Session, dispatches: Iterable[Dispatch]) -> dict[uuid.UUID, Approval]:
    found = session.scalars(
        select(Approval)
        .where(
            Approval.dispatch_id.in_([one.id for one in dispatches]),
            Approval.gate == WHOLE,
            Approval.voided_at.is_(None),
        )
        .order_by(Approval.approved_at)
    )
    return {approval.dispatch_id: approval for approval in found}


def _waiting(
    dispatch: Dispatch,
    vouched: dict[uuid.UUID, Approval],
    why: dict[uuid.UUID, str],
    now: datetime,
) -> Waiting:
    approval = vouched.get(dispatch.id)
    return Waiting(
        id=dispatch.id,
        headline=dispatch.headline,
        slugline=dispatch.slugline,
        desk_name=dispatch.desk.name,
        author=dispatch.creator.name,
        urgency=dispatch.urgency,
        approved_by="" if approval is None else approval.person.name,
        approved_at=None if approval is None else approval.approved_at,
        embargo=dispatch.embargo_at,
        hour=dispatch.publish_at or dispatch.missed_at,
        late=is_overdue(dispatch, now),
        hour_lost=is_lost(dispatch, now),
        why_late=why.get(dispatch.id),
    )


def _published(session: Session, desks: frozenset[uuid.UUID]) -> tuple[Published, ...]:
    found = session.execute(
        select(Publication, Desk.name, Desk.slug)
        .join(Desk, Desk.id == Publication.desk_id)
        .where(Publication.desk_id.in_(desks), Publication.current.is_(True))
        .order_by(Publication.published_at.desc())
        .limit(LATELY)
    )
    return tuple(
        Published(
            publication.dispatch_id,
            publication.headline,
            publication.byline,
            desk_name,
            desk_slug,
            publication.address,
            publication.published_at,
        )
        for publication, desk_name, desk_slug in found
    )
