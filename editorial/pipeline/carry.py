"""Having the mirrors of the website brought up to date."""

import uuid
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from editorial.models.job import Job
from editorial.models.mirror import Mirror
from editorial.outbox.put import put_again

MIRROR = "mirror"


def carry_everywhere(session: Session, now: datetime) -> None:
    """Every mirror that is not paused, in the caller's transaction."""
    for key in session.scalars(
        select(Mirror.id).where(Mirror.paused_at.is_(None)).order_by(Mirror.id)
    ).all():
        carry(session, key, now)


def carry(session: Session, mirror_id: uuid.UUID, now: datetime) -> None:
    """One mirror, at once: an act does not wait until an earlier failure is tried again."""
    key = f"{MIRROR}:{mirror_id}"
    put_again(session, MIRROR, {"mirror": str(mirror_id)}, now, key=key)
    session.flush()
    session.execute(
        update(Job)
        .where(
            Job.dedupe_key.in_((key, f"{key}:next")),
            Job.done_at.is_(None),
            Job.locked_until.is_(None),
            Job.run_at > now,
        )
        .values(run_at=now, attempts=0)
        .execution_options(synchronize_session=False)
    )
