"""Recovery codes: ten at a time, shown once, stored as hashes, each good for one sign-in."""

import base64
import hashlib
import secrets
import uuid
from datetime import datetime

from sqlalchemy import CursorResult, delete, func, select, update
from sqlalchemy.orm import Session

from editorial.models.recovery_code import RecoveryCode

HOW_MANY = 10
# 80 bits each: too many to guess, so a plain hash is enough.
CODE_BYTES = 10


def make_recovery_codes(session: Session, person_id: uuid.UUID, now: datetime) -> tuple[str, ...]:
    """New codes in place of all earlier ones, as they are to be written down."""
    drop_recovery_codes(session, person_id)
    codes = [base64.b32encode(secrets.token_bytes(CODE_BYTES)).decode() for _ in range(HOW_MANY)]
    session.add_all(
        RecoveryCode(person_id=person_id, code_hash=_hash(code), made_at=now) for code in codes
    )
    return tuple("-".join(code[at : at + 4] for at in range(0, 16, 4)) for code in codes)


def spend_recovery_code(session: Session, person_id: uuid.UUID, code: str, now: datetime) -> bool:
    """True the first time a code is given."""
    spent = session.execute(
        update(RecoveryCode)
        .where(
            RecoveryCode.person_id == person_id,
            RecoveryCode.code_hash == _hash(code),
            RecoveryCode.used_at.is_(None),
        )
        .values(used_at=now)
    )
    assert isinstance(spent, CursorResult)
    return spent.rowcount == 1


def recovery_codes_left(session: Session, person_id: uuid.UUID) -> int:
    """How many are unused."""
    return session.execute(
        select(func.count())
        .select_from(RecoveryCode)
        .where(RecoveryCode.person_id == person_id, RecoveryCode.used_at.is_(None))
    ).scalar_one()


def drop_recovery_codes(session: Session, person_id: uuid.UUID) -> None:
    """No code is good any more."""
    session.execute(delete(RecoveryCode).where(RecoveryCode.person_id == person_id))


def _hash(code: str) -> bytes:
    return hashlib.sha256("".join(c for c in code.upper() if c.isalnum()).encode()).digest()
