"""A person's sign-ins: begun, listed, ended."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from editorial.models.person import Person
from editorial.models.sign_in import IDLE, SignIn
from editorial.web.tokens import new_token, token_hash

LONGEST_ADDRESS = 64
LONGEST_BROWSER = 200


@dataclass(frozen=True, slots=True)
class Visitor:
    """Where a request comes from: network address and the browser's own name."""

    address: str
    browser: str


@dataclass(frozen=True, slots=True)
class Begun:
    """A new sign-in; ``token`` goes into the browser's cookie and is stored nowhere."""

    token: str
    person: Person
    sign_in: SignIn


def begin_sign_in(session: Session, person_id: uuid.UUID, visitor: Visitor, now: datetime) -> Begun:
    """A sign-in for someone who has proved who they are."""
    token = new_token()
    sign_in = SignIn(
        person_id=person_id,
        token_hash=token_hash(token),
        began_at=now,
        seen_at=now,
        address=visitor.address[:LONGEST_ADDRESS],
        browser=visitor.browser[:LONGEST_BROWSER],
    )
    session.add(sign_in)
    session.flush()
    return Begun(token, session.get_one(Person, person_id), sign_in)


def open_sign_ins(session: Session, person_id: uuid.UUID, now: datetime) -> list[SignIn]:
    """Those that still let someone in, the latest used first."""
    return list(
        session.scalars(
            select(SignIn)
            .where(
                SignIn.person_id == person_id,
                SignIn.revoked_at.is_(None),
                SignIn.seen_at >= now - IDLE,
            )
            .order_by(SignIn.seen_at.desc(), SignIn.began_at.desc())
        )
    )


def end_sign_in(session: Session, person_id: uuid.UUID, sign_in: uuid.UUID, now: datetime) -> None:
    """End one of the person's own; one of somebody else's stays as it is."""
    session.execute(
        update(SignIn)
        .where(SignIn.id == sign_in, SignIn.person_id == person_id, SignIn.revoked_at.is_(None))
        .values(revoked_at=now)
    )


def end_sign_ins(
    session: Session, person_id: uuid.UUID, now: datetime, keep: uuid.UUID | None = None
) -> None:
    """End all of the person's but ``keep``."""
    ending = update(SignIn).where(SignIn.person_id == person_id, SignIn.revoked_at.is_(None))
    if keep is not None:
        ending = ending.where(SignIn.id != keep)
    session.execute(ending.values(revoked_at=now))
