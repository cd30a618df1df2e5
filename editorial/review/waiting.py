"""What waits for a person: each list of the start page as one condition, used by both pages."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, case, exists, false, or_, select
from sqlalchemy.orm import Session

from editorial.models.dispatch import Dispatch
from editorial.models.dispatch_gate import DispatchGate, Stands
from editorial.models.override import Override
from editorial.models.person import Person
from editorial.pipeline.overdue import overdue
from editorial.workflow.gates import GATES
from editorial.workflow.words import Gate, Role, State

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
# An author learns of a spike, with its reason, before it leaves the list.
SPIKE_IS_NEWS = timedelta(days=2)
BY_URGENCY = (Dispatch.urgency, Dispatch.moved_at)


@dataclass(frozen=True, slots=True)
class Asking:
    """Who asks what waits for them, on which desks, and when."""

    session: Session
    person: Person
    desks: frozenset[uuid.UUID]
    now: datetime


@dataclass(frozen=True, slots=True)
class Waiting:
    """One list: ``name`` stands in addresses, ``roles`` are those it waits for (none: everyone)."""

    name: str
    title: str
    nothing: str
    roles: frozenset[Role]
    condition: Callable[[Asking], Condition]
    order: tuple[Any, ...] = BY_URGENCY


def _late(asking: Asking) -> Condition:
    return and_(Dispatch.desk_id.in_(asking.desks), overdue(asking.now))


def _mine(asking: Asking) -> Condition:
    lately_spiked = and_(
        Dispatch.state == State.SPIKED, Dispatch.moved_at >= asking.now - SPIKE_IS_NEWS
    )
    return and_(
        Dispatch.created_by == asking.person.id, or_(Dispatch.state.in_(MINE), lately_spiked)
    )


def _queue(asking: Asking) -> Condition:
    return and_(
        Dispatch.desk_id.in_(asking.desks), Dispatch.state.in_((State.FILED, State.IN_REVIEW))
    )


def _settling(asking: Asking) -> Condition:
    return and_(_queue(asking), Dispatch.open_quotes > 0)


def _overrides(asking: Asking) -> Condition:
    # Asked first, as they are few: joined, a database looks through every dispatch of the desk.
    unread = asking.session.execute(
        select(Override.dispatch_id, Override.overridden_by).where(Override.read_at.is_(None))
    ).all()
    own = {dispatch for dispatch, by in unread if by == asking.person.id}
    others = {dispatch for dispatch, _ in unread} - own
    if not others:
        return false()
    return and_(
        Dispatch.id.in_(others),
        Dispatch.desk_id.in_(asking.desks),
        Dispatch.state != State.SPIKED,
    )


def _gates(asking: Asking) -> Condition:
    """Those whose gate the person's role on that desk passes, and that they did not write."""
    held: dict[Gate, set[uuid.UUID]] = {}
    for grant in asking.person.grants:
        for rule in GATES:
            if grant.desk_id is not None and grant.role in rule.passed_by:
                held.setdefault(rule.gate, set()).add(grant.desk_id)
    shut = [
        and_(DispatchGate.gate == gate, Dispatch.desk_id.in_(desks)) for gate, desks in held.items()
    ]
    return and_(
        Dispatch.desk_id.in_(asking.desks),
        Dispatch.created_by != asking.person.id,
        exists().where(
            DispatchGate.dispatch_id == Dispatch.id,
            DispatchGate.stands == Stands.SHUT,
            or_(false(), *shut),
        ),
    )


def _publishing(asking: Asking) -> Condition:
    return and_(Dispatch.desk_id.in_(asking.desks), Dispatch.state == State.APPROVED)


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
            case(
                {state: rank for rank, state in enumerate(MINE)},
                value=Dispatch.state,
                else_=0,
            ),
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
        frozenset({Role.EDITOR, Role.CHIEF}),
        _overrides,
    ),
    Waiting(
        "gates",
        "Gates to pass",
        "no gate waits for you",
        frozenset({Role.EDITOR, Role.CHIEF, Role.LEGAL}),
        _gates,
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
