"""Whether what was decided is vouched for outside by now: the alarm for missing signatures."""

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.ledger.signing import newest_checkpoint
from editorial.ledger.witnesses import quorum, witnessed, witnesses
from editorial.models.log_entry import LogEntry

SIGNED_WITHIN = timedelta(minutes=20)
WITNESSED_WITHIN = timedelta(hours=1)


def too_late(session: Session, now: datetime) -> str | None:
    """A sentence when entries wait for a checkpoint, or for a quorum of witnesses, for too long.

    A checkpoint is due within ten minutes of an entry, and has as long again before it alarms.
    """
    newest = newest_checkpoint(session)
    waits = _waiting_since(session, 0 if newest is None else newest.size)
    if waits is not None and now - waits > SIGNED_WITHIN:
        return f"No checkpoint was signed for what was decided since {_moment(waits)}."
    wanted = quorum(session)
    due = _newest_before(session, now - WITNESSED_WITHIN) if wanted else None
    if due is None or witnessed(session, due) is not None:
        return None
    seen = witnessed(session)
    waits = _waiting_since(session, 0 if seen is None else seen.size)
    return (
        f"Fewer than {wanted} of {len(witnesses(session))} witnesses have cosigned what was "
        f"decided since {_moment(waits or now)}. Publishing goes on; tell those who run them."
    )


def _newest_before(session: Session, at: datetime) -> int | None:
    return session.scalar(
        select(LogEntry.sequence)
        .where(LogEntry.at <= at)
        .order_by(LogEntry.at.desc(), LogEntry.sequence.desc())
        .limit(1)
    )


def _waiting_since(session: Session, size: int) -> datetime | None:
    return session.scalar(select(LogEntry.at).where(LogEntry.sequence == size + 1))


def _moment(at: datetime) -> str:
    return f"{at:%d %B at %H:%M} UTC"
