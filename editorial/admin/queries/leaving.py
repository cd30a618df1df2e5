"""What someone who leaves would leave behind."""

import uuid
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from editorial.models.desk import Desk
from editorial.models.dispatch import Dispatch
from editorial.models.grant import Grant
from editorial.models.person import Person
from editorial.workflow.steps import OPEN_WORK
from editorial.workflow.words import Role, State

# Those who can file, so that what they inherit can go on.
WRITING_ROLES = (Role.CORRESPONDENT, Role.EDITOR)


@dataclass(frozen=True, slots=True)
class Share:
    """The person's open dispatches on one desk."""

    desk_id: uuid.UUID
    desk: str
    dispatches: tuple[uuid.UUID, ...]


@dataclass(frozen=True, slots=True)
class Colleague:
    """Someone who could take them over."""

    id: uuid.UUID
    name: str


def open_work(session: Session, person_id: uuid.UUID) -> tuple[Share, ...]:
    """The dispatches the person began that are neither done nor spiked, desk by desk."""
    rows = session.execute(
        select(Desk.id, Desk.name, Dispatch.id)
        .join(Desk, Desk.id == Dispatch.desk_id)
        .where(Dispatch.created_by == person_id, Dispatch.state.in_(OPEN_WORK))
        .order_by(Desk.position, Desk.name, Dispatch.created_at)
    ).all()
    names = {desk_id: name for desk_id, name, _ in rows}
    return tuple(
        Share(desk_id, name, tuple(key for desk, _, key in rows if desk == desk_id))
        for desk_id, name in names.items()
    )


def claims_held(session: Session, person_id: uuid.UUID) -> int:
    """How many dispatches wait in the person's review."""
    return session.execute(
        select(func.count())
        .select_from(Dispatch)
        .where(Dispatch.claimed_by == person_id, Dispatch.state == State.IN_REVIEW)
    ).scalar_one()


def heirs_of(session: Session, desk_id: uuid.UUID, person_id: uuid.UUID) -> tuple[Colleague, ...]:
    """Everyone else who writes on the desk."""
    rows = session.execute(
        select(Person.id, Person.name)
        .join(Grant, Grant.person_id == Person.id)
        .where(
            Grant.desk_id == desk_id,
            Grant.role.in_(WRITING_ROLES),
            Person.id != person_id,
            Person.deactivated_at.is_(None),
        )
        .distinct()
        .order_by(Person.name)
    )
    return tuple(Colleague(key, name) for key, name in rows)
