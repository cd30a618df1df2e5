"""The desks and the people that a board can be asked for."""

import uuid
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.models.desk import Desk
from editorial.models.grant import Grant
from editorial.models.person import Person
from editorial.pipeline.roles import desks_of
from editorial.workflow.words import Role


@dataclass(frozen=True, slots=True)
class DeskName:
    """A desk of the person who asks."""

    id: uuid.UUID
    slug: str
    name: str


def desks_here(session: Session, person: Person) -> tuple[DeskName, ...]:
    """The person's desks, in the house's order."""
    rows = session.execute(
        select(Desk.id, Desk.slug, Desk.name)
        .where(Desk.id.in_(desks_of(person)))
        .order_by(Desk.position, Desk.name)
    )
    return tuple(DeskName(*row) for row in rows)


def people_of(
    session: Session, desk_ids: Collection[uuid.UUID], *roles: Role
) -> tuple[tuple[uuid.UUID, str], ...]:
    """Everyone with one of ``roles`` (any, without) on these desks, by name."""
    asked = (
        select(Person.id, Person.name)
        .join(Grant, Grant.person_id == Person.id)
        .where(Grant.desk_id.in_(desk_ids), Person.deactivated_at.is_(None))
        .distinct()
        .order_by(Person.name)
    )
    if roles:
        asked = asked.where(Grant.role.in_(roles))
    return tuple((key, name) for key, name in session.execute(asked))
