"""Granting and revoking roles."""

import uuid
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.admin.place import ADMINISTRATOR, HOUSE, Place, places_of
from editorial.models.desk import Desk
from editorial.models.grant import Grant
from editorial.models.person import Person
from editorial.pipeline import operation as operations
from editorial.pipeline.record import of_desk, of_person, record
from editorial.pipeline.refusal import NotThere, Refused
from editorial.workflow.words import DESK_ROLES, Role


def change_places(
    session: Session,
    actor: Person,
    person_id: uuid.UUID,
    given: Iterable[Place],
    taken: Iterable[Place],
    now: datetime,
    operation: uuid.UUID | None = None,
) -> None:
    """Grant ``given`` and revoke ``taken``; what is so already stays, unlogged. Raises Refused."""
    if operations.begin(session, operation, actor.id, "change_places", now) is not None:
        return
    person = someone_here(session, person_id)
    taken = frozenset(taken)
    if ADMINISTRATOR in taken & places_of(person):
        someone_else_administers(session, person)
    for place in _in_order(taken & places_of(person)):
        _revoke(session, actor, person, place, now, operation)
    grant_places(session, actor, person, given, now, operation)
    operations.complete(session, operation, {})


def grant_places(
    session: Session,
    actor: Person,
    person: Person,
    given: Iterable[Place],
    now: datetime,
    operation: uuid.UUID | None,
) -> None:
    """Grant what the person does not hold yet."""
    for place in _in_order(frozenset(given) - places_of(person)):
        details = _details(session, person, place)
        grant = Grant(
            person_id=person.id,
            desk_id=place.desk_id,
            role=place.role,
            granted_at=now,
            granted_by=actor.id,
        )
        person.grants.append(grant)
        session.flush()
        record(session, actor, "grant", now, details=details, operation=operation)


def someone_here(session: Session, person_id: uuid.UUID) -> Person:
    """The person, locked, though not against log entries that name them, which would wait for
    each other. Raises NotThere, and Refused once they have left."""
    person = session.get(
        Person, person_id, with_for_update={"key_share": True}, populate_existing=True
    )
    if person is None:
        raise NotThere
    if not person.active:
        raise Refused(f"{person.name} has left; bring them back first.")
    return person


def someone_else_administers(session: Session, person: Person) -> None:
    """Refuse what would leave the house without an administrator who can sign in.

    Locks the administrators' grants, so that two can't send each other away at once.
    """
    of_administrators = Grant.role == Role.ADMINISTRATOR
    session.execute(
        select(Grant.id).where(of_administrators).order_by(Grant.id).with_for_update()
    ).all()
    other = session.execute(
        select(Person.id)
        .join(Grant, Grant.person_id == Person.id)
        .where(
            of_administrators,
            Person.id != person.id,
            Person.deactivated_at.is_(None),
            Person.password_hash.is_not(None),
        )
        .limit(1)
    ).first()
    if other is None:
        raise Refused(
            f"{person.name} is the last administrator who can sign in. "
            "Make someone else an administrator first."
        )


def _revoke(
    session: Session,
    actor: Person,
    person: Person,
    place: Place,
    now: datetime,
    operation: uuid.UUID | None,
) -> None:
    grant = next(g for g in person.grants if Place(g.desk_id, g.role) == place)
    # Logged while it still holds: an administrator who steps down does so as one.
    details = _details(session, person, place)
    record(session, actor, "revoke", now, details=details, operation=operation)
    person.grants.remove(grant)
    session.delete(grant)
    session.flush()


def _details(session: Session, person: Person, place: Place) -> dict[str, Any]:
    return {**of_person(person), "role": place.role.value, **_desk_of(session, place)}


def _desk_of(session: Session, place: Place) -> dict[str, Any]:
    if place.desk_id is None and place.role is Role.ADMINISTRATOR:
        return {"desk": HOUSE, "desk_id": None}
    desk = None if place.desk_id is None else session.get(Desk, place.desk_id)
    if desk is None or place.role not in DESK_ROLES:
        raise Refused("There is no such role on such a desk.")
    return of_desk(desk)


def _in_order(places: Iterable[Place]) -> list[Place]:
    return sorted(places, key=lambda place: (place.desk_id is not None, place.key))
