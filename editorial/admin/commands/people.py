"""Inviting people, and what an administrator changes of them."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from editorial.admin.commands.places import grant_places, someone_here
from editorial.admin.place import Place
from editorial.models.one_time_link import LinkPurpose
from editorial.models.person import Person
from editorial.outbox.put import put
from editorial.pipeline import operation as operations
from editorial.pipeline.record import of_person, record
from editorial.pipeline.refusal import NotThere, Refused
from editorial.web.links import end_links, make_link
from editorial.web.recovery import drop_recovery_codes
from editorial.web.sign_ins import end_sign_ins


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Who is invited."""

    name: str
    email: str
    places: frozenset[Place]
    totp_required: bool


@dataclass(frozen=True, slots=True)
class Invited:
    """``token`` is for the administrator to hand over where no mail can be sent, else None."""

    person_id: uuid.UUID
    token: str | None


def invite(
    session: Session,
    actor: Person,
    newcomer: Newcomer,
    now: datetime,
    *,
    by_mail: bool,
    operation: uuid.UUID | None = None,
) -> Invited:
    """Make a person who can't sign in yet, with their roles, and invite them. Raises Refused."""
    first = operations.begin(session, operation, actor.id, "invite", now)
    if first is not None:
        return Invited(uuid.UUID(first["person"]), None)
    person = Person(
        id=uuid.uuid4(),
        name=newcomer.name,
        email=newcomer.email,
        totp_required=newcomer.totp_required,
        created_at=now,
    )
    _refuse_taken(session, newcomer.email)
    session.add(person)
    _flush(session, newcomer.email)
    record(session, actor, "invite", now, details=of_person(person), operation=operation)
    grant_places(session, actor, person, newcomer.places, now, operation)
    token = _send_invitation(session, person, now, by_mail=by_mail)
    operations.complete(session, operation, {"person": str(person.id)})
    return Invited(person.id, token)


def invite_again(
    session: Session, actor: Person, person_id: uuid.UUID, now: datetime, *, by_mail: bool
) -> Invited:
    """A new link for someone who has not come in yet; the old one is good no more."""
    person = someone_here(session, person_id)
    if person.password_hash is not None:
        raise Refused(f"{person.name} has come in already.")
    record(session, actor, "invite", now, details=of_person(person))
    return Invited(person.id, _send_invitation(session, person, now, by_mail=by_mail))


def reactivate(
    session: Session, actor: Person, person_id: uuid.UUID, now: datetime, *, by_mail: bool
) -> Invited:
    """Bring someone back with the roles they had; they choose a new password by a link."""
    person = session.get(
        Person, person_id, with_for_update={"key_share": True}, populate_existing=True
    )
    if person is None:
        raise NotThere
    if person.active:
        raise Refused(f"{person.name} is here already.")
    person.deactivated_at = None
    record(session, actor, "reactivate", now, details=of_person(person))
    return Invited(person.id, _send_invitation(session, person, now, by_mail=by_mail))


def change_email(
    session: Session, actor: Person, person_id: uuid.UUID, email: str, now: datetime
) -> None:
    """Another address to sign in with; links that were mailed to the old one are good no more."""
    person = someone_here(session, person_id)
    if email == person.email:
        return
    _refuse_taken(session, email)
    before, person.email = person.email, email
    _flush(session, email)
    end_links(session, person.id, now)
    record(
        session,
        actor,
        "change_email",
        now,
        details=of_person(person),
        words={"before": before, "after": email},
    )


def require_second_factor(
    session: Session, actor: Person, person_id: uuid.UUID, now: datetime, *, required: bool
) -> None:
    """Require a second factor of this person, or leave it to them."""
    person = someone_here(session, person_id)
    if person.totp_required is required:
        return
    person.totp_required = required
    action = "require_totp" if required else "release_totp"
    record(session, actor, action, now, details=of_person(person))


def reset_second_factor(
    session: Session, actor: Person, person_id: uuid.UUID, now: datetime
) -> None:
    """Take a lost second factor away and end what was begun with it."""
    person = someone_here(session, person_id)
    if person.totp_confirmed_at is None:
        raise Refused(f"{person.name} has no second factor.")
    forget_second_factor(session, person)
    end_sign_ins(session, person.id, now)
    record(session, actor, "reset_totp", now, details=of_person(person))


def forget_second_factor(session: Session, person: Person) -> None:
    """As if none had been set up."""
    person.totp_secret = person.totp_confirmed_at = person.totp_last_step = None
    drop_recovery_codes(session, person.id)


def places_from(keys: Iterable[str], offered: Iterable[Place]) -> frozenset[Place]:
    """The places that a form named, among those it offered."""
    named = set(keys)
    return frozenset(place for place in offered if place.key in named)


def _send_invitation(
    session: Session, person: Person, now: datetime, *, by_mail: bool
) -> str | None:
    if not by_mail:
        return make_link(session, LinkPurpose.INVITATION, person.id, now)
    put(session, "mail_invitation", {"person": str(person.id)}, now)
    return None


def _refuse_taken(session: Session, email: str) -> None:
    other = session.scalars(select(Person).where(Person.email == email)).one_or_none()
    if other is not None:
        where = "is here" if other.active else "was here; bring them back instead"
        raise Refused(f"{other.name} {where}, with the address {email}.")


def _flush(session: Session, email: str) -> None:
    try:
        session.flush()
    except IntegrityError as error:
        # Two administrators at the same moment.
        raise Refused(f"Somebody with the address {email} was invited this very moment.") from error
