"""Putting a job into the caller's transaction."""

import uuid
from datetime import datetime
from typing import Any

from sqlalchemy import or_, select
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


def put_again(
    session: Session, name: str, details: dict[str, Any], run_at: datetime, *, key: str
) -> None:
    """Have ``name`` done once from ``run_at`` on, with one row for good: a row that is done waits
    anew. While one is being done a second one follows it, as it may have read what is old now."""
    rows = {
        job.dedupe_key: job
        for job in session.scalars(
            select(Job)
            .where(or_(Job.dedupe_key == key, Job.dedupe_key == f"{key}:next"))
            # A worker that takes it just now has read nothing of ours; it is waited for.
            .with_for_update()
            .execution_options(populate_existing=True)
        )
    }
    for each in (key, f"{key}:next"):
        job = rows.get(each)
        if job is None:
            put(session, name, details, run_at, run_at=run_at, dedupe_key=each)
            return
        if job.done_at is not None or job.given_up_at is not None:
            job.done_at = job.given_up_at = job.locked_until = None
            job.attempts, job.run_at, job.put_at = 0, run_at, run_at
            return
        if job.locked_until is None:
            return
