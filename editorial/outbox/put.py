"""Putting a job into the caller's transaction."""

import uuid
from datetime import datetime
from typing import Any

from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.orm import Session

from editorial.models.job import Job


def put(
    session: Session,
    name: str,
    details: dict[str, Any],
    now: datetime,
    *,
    run_at: datetime | None = None,
    dedupe_key: str | None = None,
) -> None:
    """Enqueue ``name``; a second job with the same ``dedupe_key`` is silently the first one."""
    insert = sqlite_insert if session.get_bind().dialect.name == "sqlite" else postgresql_insert
    session.execute(
        insert(Job)
        .values(
            id=uuid.uuid4(),
            name=name,
            details=details,
            dedupe_key=dedupe_key,
            put_at=now,
            run_at=run_at or now,
            attempts=0,
            last_error="",
        )
        .on_conflict_do_nothing(index_elements=["dedupe_key"])
    )
