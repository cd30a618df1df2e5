"""What is sent twice happens once: the first result is kept and shown again."""

import hashlib
import uuid
from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.orm import Session

from editorial.models.operation import Operation
from editorial.pipeline.refusal import Refused


def begin(
    session: Session,
    operation: uuid.UUID | None,
    person_id: uuid.UUID | None,
    act: str,
    now: datetime,
) -> dict[str, Any] | None:
    """Take ``operation`` for ours, or return the result of the first time.

    On PostgreSQL a second transaction waits here for the first to end; on SQLite it already has.
    Raises Refused when the id was used by someone else or for something else.
    """
    if operation is None:
        return None
    insert = sqlite_insert if session.get_bind().dialect.name == "sqlite" else postgresql_insert
    taken = session.execute(
        insert(Operation)
        .values(id=operation, person_id=person_id, act=act, at=now)
        .on_conflict_do_nothing(index_elements=["id"])
        .returning(Operation.id)
    )
    if taken.first() is not None:
        return None
    first = session.execute(select(Operation).where(Operation.id == operation)).scalar_one()
    if first.person_id != person_id or first.act != act:
        raise Refused("This page's form was already used for something else. Reload and try again.")
    return first.result or {}


def fingerprint(act: str, *about: object) -> str:
    """``act`` and all that it is about, so that one page's id can't stand for two acts."""
    return f"{act} {hashlib.sha256(repr(about).encode()).hexdigest()[:32]}"


def complete(session: Session, operation: uuid.UUID | None, result: dict[str, Any]) -> None:
    """Keep what the first time answered."""
    if operation is not None:
        session.execute(
            update(Operation).where(Operation.id == operation).values(result=result),
            execution_options={"synchronize_session": False},
        )
