"""What waits for a person: each list of the start page as one condition, used by both pages."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, case, exists, select

from editorial.models.dispatch import Dispatch
from editorial.models.override import Override
from editorial.models.person import Person
from editorial.pipeline.overdue import overdue
from editorial.workflow.words import Role, State

LATE = "late"
Condition = ColumnElement[bool]
MINE = (
    State.RETURNED,
    State.DRAFT,
    State.FILED,
    State.IN_REVIEW,
    State.APPROVED,
    State.SCHEDULED,
)
BY_URGENCY = (Dispatch.urgency, Dispatch.moved_at)


@dataclass(frozen=True, slots=True)
class Waiting:
    """One list: ``name`` stands in addresses, ``roles`` are those it waits for (none: everyone).

    ``condition`` takes the person, the desks on which they have such a role, and the time.
    """

    name: str
    title: str
    nothing: str
    roles: frozenset[Role]
    condition: Callable[[Person, frozenset[uuid.UUID], datetime], Condition]
    order: tuple[Any, ...] = BY_URGENCY


def _late(_person: Person, desks: frozenset[uuid.UUID], now: datetime) -> Condition:
    return and_(Dispatch.desk_id.in_(desks), overdue(now))


def _mine(person: Person, _desks: frozenset[uuid.UUID], _now: datetime) -> Condition:
    return and_(Dispatch.created_by == person.id, Dispatch.state.in_(MINE))


def _queue(_person: Person, desks: frozenset[uuid.UUID], _now: datetime) -> Condition:
    return and_(Dispatch.desk_id.in_(desks), Dispatch.state.in_((State.FILED, State.IN_REVIEW)))


def _settling(person: Person, desks: frozenset[uuid.UUID], now: datetime) -> Condition:
    return and_(_queue(person, desks, now), Dispatch.open_quotes > 0)


def _overrides(person: Person, desks: frozenset[uuid.UUID], _now: datetime) -> Condition:
    unread = select(Override.dispatch_id).where(Override.read_at.is_(None))
    own = exists().where(
        Override.dispatch_id == Dispatch.id,
        Override.read_at.is_(None),
        Override.overridden_by == person.id,
    )
    return and_(
        Dispatch.id.in_(unread),
        ~own,
        Dispatch.desk_id.in_(desks),
        Dispatch.state != State.SPIKED,
    )


def _publishing(_person: Person, desks: frozenset[uuid.UUID], _now: datetime) -> Condition:
    return and_(Dispatch.desk_id.in_(desks), Dispatch.state == State.APPROVED)


WAITING: tuple[Waiting, ...] = (
    Waiting(
        LATE,
        "Scheduled, but not published",
        "no hour was missed",
        frozenset({Role.EDITOR, Role.PUBLISHER}),
        _late,
        (Dispatch.publish_at,),
    ),
    Waiting(
        "mine",
        "My dispatches",
        "none of yours is under way",
        frozenset(),
        _mine,
        (
            case({state: rank for rank, state in enumerate(MINE)}, value=Dispatch.state),
            Dispatch.moved_at.desc(),
        ),
    ),
    Waiting(
        "queue",
        "The desk’s queue",
        "nothing is filed or in review",
        frozenset({Role.EDITOR}),
        _queue,
    ),
    Waiting(
        "overrides",
        "Overrides to read again",
        "no override waits for a second reading",
        frozenset({Role.EDITOR}),
        _overrides,
    ),
    Waiting(
        "settling",
        "Quotes to settle",
        "no quote is open",
        frozenset({Role.CHECKER}),
        _settling,
    ),
    Waiting(
        "publishing",
        "Approved, waiting to be published",
        "nothing approved waits",
        frozenset({Role.PUBLISHER}),
        _publishing,
    ),
)
BY_NAME = {waiting.name: waiting for waiting in WAITING}


def desks_for(person: Person, waiting: Waiting) -> frozenset[uuid.UUID]:
    """The desks on which the list is this person's to work on."""
    if not person.active:
        return frozenset()
    return frozenset(
        grant.desk_id
        for grant in person.grants
        if grant.desk_id is not None and (not waiting.roles or grant.role in waiting.roles)
    )


def is_for(person: Person, waiting: Waiting) -> bool:
    """False for a list that can never hold anything for this person."""
    return not waiting.roles or bool(desks_for(person, waiting))
