"""Claiming due jobs, and saying how they ended."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from editorial.models.job import Job

HOLD = timedelta(minutes=5)
MOST_ATTEMPTS = 12
LONGEST_WAIT = timedelta(hours=6)


@dataclass(frozen=True, slots=True)
class Kinds:
    """Which jobs a worker does: ``only`` these (None: any), and none of ``but``."""

    only: frozenset[str] | None = None
    but: frozenset[str] = frozenset()


ANY = Kinds()


def anything_due(session: Session, now: datetime, kinds: Kinds = ANY) -> bool:
    """A look without a lock, so that an idle worker keeps nobody from writing."""
    return session.execute(_due(now, kinds).limit(1)).first() is not None


def claim(session: Session, now: datetime, kinds: Kinds = ANY) -> Job | None:
    """The job due longest, held for this worker; None when nothing is due. One whose last attempt
    ended its worker is given up.

    Call it in a transaction of its own, and commit before the job is done.
    """
    found = session.execute(_due(now, kinds).limit(1).with_for_update(skip_locked=True))
    job = found.scalar_one_or_none()
    if job is None:
        return None
    if job.attempts >= MOST_ATTEMPTS:
        job.given_up_at, job.locked_until = now, None
        job.last_error = job.last_error or "Its worker ended each time it was tried."
        return None
    job.locked_until = now + HOLD
    job.attempts += 1
    return job


def finish(job: Job, now: datetime) -> None:
    """It is done."""
    job.done_at, job.locked_until, job.last_error = now, None, ""


def fail(job: Job, error: str, now: datetime) -> None:
    """Try again later, twice as late each time; after the last attempt give it up, visibly."""
    job.last_error = error[:2000]
    job.locked_until = None
    if job.attempts >= MOST_ATTEMPTS:
        job.given_up_at = now
    else:
        job.run_at = now + min(timedelta(seconds=5 * 2**job.attempts), LONGEST_WAIT)


def _due(now: datetime, kinds: Kinds) -> Select[Job]:
    wanted = [Job.name.not_in(kinds.but)] if kinds.but else []
    if kinds.only is not None:
        wanted.append(Job.name.in_(kinds.only))
    return (
        select(Job)
        .where(
            Job.done_at.is_(None),
            Job.given_up_at.is_(None),
            Job.run_at <= now,
            or_(Job.locked_until.is_(None), Job.locked_until < now),
            *wanted,
        )
        .order_by(Job.run_at, Job.put_at)
    )
