"""What people do to their own accounts."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from editorial.accounts.proof import person_of, step_of_code
from editorial.accounts.throttle import TooManyGuesses, at_account, forgive, take_guess
from editorial.models.one_time_link import LinkPurpose
from editorial.models.person import Person
from editorial.outbox.put import put
from editorial.pipeline.record import record
from editorial.pipeline.refusal import NotThere, Refused
from editorial.web.links import end_links, find_link, use_link
from editorial.web.recovery import drop_recovery_codes, make_recovery_codes
from editorial.web.sign_ins import end_sign_ins


@dataclass(frozen=True, slots=True)
class Profile:
    """What people say of themselves."""

    name: str
    initials: str
    timezone: str


def change_profile(session: Session, person_id: uuid.UUID, profile: Profile, now: datetime) -> None:
    """A new name is logged, as earlier entries carry the old one."""
    person = session.get_one(Person, person_id)
    before = person.name
    person.name, person.initials = profile.name, profile.initials
    person.timezone = profile.timezone
    if profile.name != before:
        record(session, person, "rename", now, details={"before": before, "after": profile.name})


def ask_password_reset(session: Session, email: str, now: datetime) -> None:
    """A mail with a link, for a known address; the same row is written for an unknown one."""
    person = person_of(session, email)
    try:
        take_guess(session, (at_account("reset", email),), now)
    except TooManyGuesses:
        # Enough mails for one mailbox; whoever asks learns nothing from it.
        return
    key = str(person.id) if person is not None and person.active else None
    put(session, "mail_password_reset", {"person": key}, now)


def holder(session: Session, purpose: LinkPurpose, token: str, now: datetime) -> Person:
    """Whose link it is. Raises NotThere when it is not good any more."""
    link = find_link(session, purpose, token, now)
    person = None if link is None else session.get(Person, link.person_id)
    if person is None or not person.active:
        raise NotThere
    return person


def reset_password(session: Session, token: str, password_hash: str, now: datetime) -> None:
    """Set the password by a mailed link, and end what was begun with the old one."""
    person = holder(session, LinkPurpose.PASSWORD_RESET, token, now)
    if not use_link(session, LinkPurpose.PASSWORD_RESET, token, now):
        raise NotThere
    forgive(session, at_account("password", person.email))
    set_password(session, person, password_hash, now)


def accept_invitation(
    session: Session, token: str, profile: Profile, password_hash: str, now: datetime
) -> uuid.UUID:
    """Come in: the person as they want to be named, with their password."""
    person = holder(session, LinkPurpose.INVITATION, token, now)
    if not use_link(session, LinkPurpose.INVITATION, token, now):
        raise NotThere
    person.name, person.initials = profile.name, profile.initials
    person.timezone = profile.timezone
    person.password_hash = password_hash
    end_links(session, person.id, now)
    record(session, person, "accept_invitation", now)
    return person.id


def set_password(session: Session, person: Person, password_hash: str, now: datetime) -> None:
    """A new password ends every sign-in and link of the person."""
    person.password_hash = password_hash
    end_sign_ins(session, person.id, now)
    end_links(session, person.id, now)
    record(session, person, "reset_password", now)


def set_up_second_factor(
    session: Session,
    person_id: uuid.UUID,
    secret: str,
    code: str,
    now: datetime,
    here: uuid.UUID | None = None,
) -> tuple[str, ...]:
    """Take ``secret`` for the person's second factor, proved by its code; the recovery codes.

    Ends every sign-in but ``here``: they were begun with the password alone. Raises Refused for a
    wrong code.
    """
    step = step_of_code(secret, code, now)
    if step is None:
        raise Refused("This is not the code of now. Check the clock of your phone and try again.")
    person = session.get_one(
        Person, person_id, with_for_update={"key_share": True}, populate_existing=True
    )
    if person.totp_confirmed_at is not None:
        raise Refused("A second factor is set up already.")
    person.totp_secret, person.totp_confirmed_at, person.totp_last_step = secret, now, step
    end_sign_ins(session, person_id, now, keep=here)
    record(session, person, "set_up_second_factor", now)
    return make_recovery_codes(session, person_id, now)


def drop_second_factor(session: Session, person_id: uuid.UUID, now: datetime) -> None:
    """The person gives up their second factor."""
    person = session.get_one(Person, person_id)
    person.totp_secret = person.totp_confirmed_at = person.totp_last_step = None
    drop_recovery_codes(session, person_id)
    record(session, person, "drop_second_factor", now)
