"""Proving who one is. Every guess is counted before it is weighed."""

import hashlib
import hmac
import uuid
from datetime import datetime

import pyotp
from argon2 import PasswordHasher
from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.accounts.password import keep_password, password_fits
from editorial.accounts.throttle import (
    at_account,
    forgive,
    forgive_last,
    from_address,
    take_guess,
)
from editorial.models.person import Person
from editorial.models.saving import saving
from editorial.web.recovery import spend_recovery_code

STEP_SECONDS = 30
# RFC 6238 (5.2) advises one step either way for clocks that differ.
STEPS_EITHER_WAY = 1


def prove_password(
    email: str, password: str, address: str, hasher: PasswordHasher, now: datetime
) -> uuid.UUID | None:
    """The person of that e-mail and password. Opens transactions of its own, so that nobody's
    writing waits for the slow hash. An unknown e-mail takes as long as a known one.

    Raises TooManyGuesses.
    """
    account, origin = at_account("password", email), from_address("password", address)
    with saving() as session:
        take_guess(session, (account, origin), now)
        person = person_of(session, email)
        person_id = None if person is None else person.id
        kept = person.password_hash if person is not None and person.active else None
    if not password_fits(hasher, kept, password):
        return None
    assert kept is not None
    anew = keep_password(hasher, password) if hasher.check_needs_rehash(kept) else kept
    with saving() as session:
        person = session.get_one(
            Person, person_id, with_for_update={"key_share": True}, populate_existing=True
        )
        if not person.active or person.password_hash != kept:
            return None
        person.password_hash = anew
        forgive(session, account)
        forgive_last(session, origin)
    return person_id


def prove_second_factor(
    session: Session, person_id: uuid.UUID, code: str, address: str, now: datetime
) -> bool:
    """True for the app's code of now, once, or for an unused recovery code.

    The caller commits in either case. Raises TooManyGuesses.
    """
    account = at_account("second factor", str(person_id))
    origin = from_address("second factor", address)
    take_guess(session, (account, origin), now)
    person = session.get_one(
        Person, person_id, with_for_update={"key_share": True}, populate_existing=True
    )
    if not (spend_code(person, code, now) or spend_recovery_code(session, person_id, code, now)):
        return False
    forgive(session, account)
    forgive_last(session, origin)
    return True


def spend_code(person: Person, code: str, now: datetime) -> bool:
    """True for a code of the person's app that was not used before (RFC 6238, 5.2)."""
    if person.totp_secret is None:
        return False
    step = step_of_code(person.totp_secret, code, now)
    if step is None or (person.totp_last_step is not None and step <= person.totp_last_step):
        return False
    person.totp_last_step = step
    return True


def step_of_code(secret: str, code: str, now: datetime) -> int | None:
    """The time step whose code this is, or None."""
    typed = "".join(code.split())
    present = int(now.timestamp()) // STEP_SECONDS
    clock = pyotp.TOTP(secret, interval=STEP_SECONDS)
    found = None
    for step in range(present - STEPS_EITHER_WAY, present + STEPS_EITHER_WAY + 1):
        if hmac.compare_digest(clock.at(step * STEP_SECONDS).encode(), typed.encode()):
            found = step
    return found


def person_of(session: Session, email: str) -> Person | None:
    """Whoever has this e-mail, whatever its capitals."""
    return session.scalars(
        select(Person).where(Person.email == email.strip().lower())
    ).one_or_none()


def fingerprint(person: Person) -> str:
    """Changes with the password; tells nothing of it."""
    return hashlib.sha256((person.password_hash or "").encode()).hexdigest()[:16]
