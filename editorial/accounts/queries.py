"""What the profile shows."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.models.desk import Desk
from editorial.models.person import Person
from editorial.web.browser import browser_name
from editorial.web.sign_ins import open_sign_ins
from editorial.workflow.wording import ROLE_WORDS
from editorial.workflow.words import DESK_ROLES


@dataclass(frozen=True, slots=True)
class SignInRow:
    """A browser that is signed in; ``here`` is the one that asks."""

    id: uuid.UUID
    browser: str
    address: str
    began_at: datetime
    seen_at: datetime
    here: bool


@dataclass(frozen=True, slots=True)
class DeskRoles:
    """What the person does on one desk, as words."""

    desk: str
    roles: tuple[str, ...]


def sign_in_rows(
    session: Session, person_id: uuid.UUID, here: uuid.UUID, now: datetime
) -> tuple[SignInRow, ...]:
    """The person's signed-in browsers, the latest used first."""
    return tuple(
        SignInRow(
            one.id,
            browser_name(one.browser),
            one.address,
            one.began_at,
            one.seen_at,
            one.id == here,
        )
        for one in open_sign_ins(session, person_id, now)
    )


def roles_by_desk(session: Session, person: Person) -> tuple[DeskRoles, ...]:
    """The person's roles, desk by desk in the house's order."""
    held = {(grant.desk_id, grant.role) for grant in person.grants}
    desks = session.scalars(select(Desk).order_by(Desk.position, Desk.name)).all()
    rows = []
    for desk in desks:
        roles = tuple(ROLE_WORDS[role] for role in DESK_ROLES if (desk.id, role) in held)
        if roles:
            rows.append(DeskRoles(desk.name, roles))
    return tuple(rows)
