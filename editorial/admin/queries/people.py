"""People as administrators see them."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ColumnElement, and_, exists, func, or_, select
from sqlalchemy.orm import Session

from editorial.admin.place import ADMINISTRATOR, HOUSE, Place, places_of
from editorial.models.desk import Desk
from editorial.models.grant import Grant
from editorial.models.person import Person
from editorial.models.sign_in import SignIn
from editorial.pipeline.refusal import NotThere
from editorial.workflow.wording import ROLE_WORDS
from editorial.workflow.words import DESK_ROLES, Role

PAGE = 50


class Standing(StrEnum):
    """Whether someone can sign in."""

    HERE = "here"
    INVITED = "invited"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the list is narrowed to; None means any. Without a standing, those who left are out."""

    text: str = ""
    desk_id: uuid.UUID | None = None
    role: Role | None = None
    standing: Standing | None = None


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person in the list; ``roles`` are words, desk by desk."""

    id: uuid.UUID
    name: str
    email: str
    standing: Standing
    roles: tuple[str, ...]
    second_factor: bool
    seen_at: datetime | None


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """One page of the list."""

    rows: tuple[PersonRow, ...]
    total: int
    more: bool


@dataclass(frozen=True, slots=True)
class DeskLine:
    """One line of the table of roles."""

    name: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class PersonSheet:
    """One person, with what they hold."""

    id: uuid.UUID
    name: str
    email: str
    standing: Standing
    created_at: datetime
    deactivated_at: datetime | None
    second_factor_since: datetime | None
    totp_required: bool
    seen_at: datetime | None
    places: frozenset[Place]


def people_page(session: Session, wanted: Wanted, page: int) -> PeoplePage:
    """People by name, ``PAGE`` at a time; ``page`` counts from 1."""
    chosen = select(Person).where(*_conditions(wanted))
    total = session.execute(select(func.count()).select_from(chosen.subquery())).scalar_one()
    found = session.scalars(
        chosen.order_by(func.lower(Person.name), Person.id).offset((page - 1) * PAGE).limit(PAGE)
    ).all()
    seen = _last_seen(session, [person.id for person in found])
    desks = session.scalars(select(Desk).order_by(Desk.position, Desk.name)).all()
    rows = tuple(
        PersonRow(
            id=person.id,
            name=person.name,
            email=person.email,
            standing=_standing(person),
            roles=_roles(person, desks),
            second_factor=person.totp_confirmed_at is not None,
            seen_at=seen.get(person.id),
        )
        for person in found
    )
    return PeoplePage(rows, total, more=page * PAGE < total)


def person_sheet(session: Session, person_id: uuid.UUID) -> PersonSheet:
    """Raises NotThere."""
    person = session.get(Person, person_id)
    if person is None:
        raise NotThere
    return PersonSheet(
        id=person.id,
        name=person.name,
        email=person.email,
        standing=_standing(person),
        created_at=person.created_at,
        deactivated_at=person.deactivated_at,
        second_factor_since=person.totp_confirmed_at,
        totp_required=person.totp_required,
        seen_at=_last_seen(session, [person.id]).get(person.id),
        places=places_of(person),
    )


def desk_lines(session: Session) -> tuple[DeskLine, ...]:
    """The table of roles: a line for each open desk, and one for the house."""
    desks = session.scalars(
        select(Desk).where(Desk.closed_at.is_(None)).order_by(Desk.position, Desk.name)
    )
    lines = [DeskLine(d.name, tuple(Place(d.id, role) for role in DESK_ROLES)) for d in desks]
    return (*lines, DeskLine(HOUSE, (ADMINISTRATOR,)))


def _conditions(wanted: Wanted) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if wanted.text:
        conditions.append(
            or_(
                Person.name.icontains(wanted.text, autoescape=True),
                Person.email.icontains(wanted.text, autoescape=True),
            )
        )
    if wanted.standing is Standing.LEFT:
        conditions.append(Person.deactivated_at.is_not(None))
    else:
        conditions.append(Person.deactivated_at.is_(None))
    if wanted.standing is Standing.INVITED:
        conditions.append(Person.password_hash.is_(None))
    if wanted.standing is Standing.HERE:
        conditions.append(Person.password_hash.is_not(None))
    held: list[ColumnElement[bool]] = []
    if wanted.desk_id is not None:
        held.append(Grant.desk_id == wanted.desk_id)
    if wanted.role is not None:
        held.append(Grant.role == wanted.role)
    if held:
        conditions.append(exists().where(and_(Grant.person_id == Person.id, *held)))
    return conditions


def _standing(person: Person) -> Standing:
    if not person.active:
        return Standing.LEFT
    return Standing.INVITED if person.password_hash is None else Standing.HERE


def _roles(person: Person, desks: Sequence[Desk]) -> tuple[str, ...]:
    held = places_of(person)
    said = []
    for desk in desks:
        names = [ROLE_WORDS[role] for role in DESK_ROLES if Place(desk.id, role) in held]
        if names:
            said.append(f"{desk.name}: {', '.join(names)}")
    if ADMINISTRATOR in held:
        said.append(ROLE_WORDS[Role.ADMINISTRATOR])
    return tuple(said)


def _last_seen(session: Session, people: list[uuid.UUID]) -> dict[uuid.UUID, datetime]:
    rows = session.execute(
        select(SignIn.person_id, func.max(SignIn.seen_at))
        .where(SignIn.person_id.in_(people))
        .group_by(SignIn.person_id)
    )
    return dict(rows.all())
