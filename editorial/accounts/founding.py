"""The first visit: a token from the console makes the first administrator and the first desk."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.models.desk import Desk
from editorial.models.grant import Grant
from editorial.models.one_time_link import LinkPurpose
from editorial.models.person import Person
from editorial.models.setting import Setting
from editorial.pipeline.go_live import slug
from editorial.pipeline.record import of_desk, record
from editorial.pipeline.refusal import Refused
from editorial.web.links import make_link, use_link
from editorial.workflow.words import Role


@dataclass(frozen=True, slots=True)
class Founder:
    """What the first visitor says of the agency and of themselves."""

    agency: str
    desk: str
    roles: tuple[Role, ...]
    name: str
    email: str
    password_hash: str
    timezone: str


def is_empty(session: Session) -> bool:
    """True while nobody is here."""
    return session.execute(select(Person.id).limit(1)).first() is None


def first_administrator_token(session: Session, now: datetime) -> str | None:
    """A token for the first visit to an empty newsroom; None once somebody is here.

    The one given before is good no more.
    """
    if not is_empty(session):
        return None
    return make_link(session, LinkPurpose.FIRST_ADMINISTRATOR, None, now)


def found(session: Session, token: str, founder: Founder, now: datetime) -> uuid.UUID:
    """Make the first administrator, name the agency, open the first desk. Raises Refused."""
    if not use_link(session, LinkPurpose.FIRST_ADMINISTRATOR, token, now) or not is_empty(session):
        raise Refused(
            "This token is not good any more. Start Editorial again: it prints a new one."
        )
    person = Person(
        id=uuid.uuid4(),
        name=founder.name,
        email=founder.email,
        timezone=founder.timezone,
        password_hash=founder.password_hash,
        created_at=now,
    )
    desk = Desk(id=uuid.uuid4(), name=founder.desk, slug=slug(founder.desk) or "desk")
    session.add_all([person, desk, Setting(key="agency.name", value=founder.agency)])
    session.flush()
    _grant(session, person, None, Role.ADMINISTRATOR, now)
    for role in founder.roles:
        _grant(session, person, desk, role, now)
    session.refresh(person, ["grants"])
    record(
        session,
        person,
        "found_newsroom",
        now,
        details={**of_desk(desk), "agency": founder.agency, "roles": list(founder.roles)},
    )
    return person.id


def _grant(session: Session, person: Person, desk: Desk | None, role: Role, now: datetime) -> None:
    session.add(
        Grant(
            person_id=person.id,
            desk_id=None if desk is None else desk.id,
            role=role,
            granted_at=now,
            granted_by=person.id,
        )
    )
    session.flush()
