"""What a person may do where."""

import uuid
from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.models.grant import Grant
from editorial.models.person import Person
from editorial.workflow.words import Role


def roles_on(person: Person, desk_id: uuid.UUID) -> frozenset[Role]:
    """The person's roles on the desk; none once they have left."""
    if not person.active:
        return frozenset()
    return frozenset(grant.role for grant in person.grants if grant.desk_id == desk_id)


def names_with(
    session: Session, desk_id: uuid.UUID, roles: Collection[Role], but: Collection[uuid.UUID] = ()
) -> tuple[str, ...]:
    """Who holds one of ``roles`` on the desk and is still here, by name."""
    return tuple(
        session.scalars(
            select(Person.name)
            .join(Grant, Grant.person_id == Person.id)
            .where(
                Grant.desk_id == desk_id,
                Grant.role.in_(roles),
                Person.deactivated_at.is_(None),
                Person.id.not_in(but),
            )
            .distinct()
            .order_by(Person.name)
        )
    )


def desks_of(person: Person) -> frozenset[uuid.UUID]:
    """The desks on which the person has any role."""
    if not person.active:
        return frozenset()
    return frozenset(grant.desk_id for grant in person.grants if grant.desk_id is not None)


def is_administrator(person: Person) -> bool:
    """Manages people, desks and settings; reads no draft by that alone."""
    return person.active and any(
        grant.desk_id is None and grant.role is Role.ADMINISTRATOR for grant in person.grants
    )


def can_see(person: Person, desk_id: uuid.UUID, created_by: uuid.UUID) -> bool:
    """A desk's drafts are read by its people and by their own author."""
    return person.active and (person.id == created_by or desk_id in desks_of(person))
