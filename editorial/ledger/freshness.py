"""Whether what was decided is vouched for outside by now: the alarm for missing signatures."""

import json
from datetime import UTC, datetime, timedelta

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
    waits = waiting_since(session, 0 if newest is None else newest.size)
    if waits is not None and now - waits > SIGNED_WITHIN:
        return f"No checkpoint was signed for what was decided since {_moment(waits)}."
    wanted = quorum(session)
    if not wanted:
        return None
    seen = witnessed(session)
    waits = waiting_since(session, 0 if seen is None else seen.size)
    if waits is None or now - waits <= WITNESSED_WITHIN:
        return None
    return (
        f"Fewer than {wanted} of {len(witnesses(session))} witnesses have cosigned what was "
        f"decided since {_moment(waits)}. Publishing goes on; tell those who run them."
    )


def waiting_since(session: Session, size: int) -> datetime | None:
    """When the first entry after ``size`` was made, as its own text says; None without one."""
    body = session.scalar(select(LogEntry.body).where(LogEntry.sequence == size + 1))
    if body is None:
        return None
    try:
        return datetime.fromisoformat(json.loads(body)["at"])
    except (ValueError, KeyError, TypeError):
        # Changed by hand: an alarm is what it should raise.
        return datetime.min.replace(tzinfo=UTC)


def _moment(at: datetime) -> str:
    return f"{at:%d %B at %H:%M} UTC"
