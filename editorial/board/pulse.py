"""Whether anything has changed on a board: one row a desk is asked, and no dispatch."""

import hashlib
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from editorial.models.desk import Desk
from editorial.models.desk_pulse import DeskPulse
from editorial.models.person import Person
from editorial.models.presence import Presence
from editorial.pipeline.presence import BELIEVED_FOR
from editorial.pipeline.roles import desks_of


def etag(session: Session, person: Person, slug: str | None, now: datetime) -> str | None:
    """An entity tag for what ``person`` would see of the desk, or of all of theirs; None for a
    desk that is not theirs. It changes with the desks' pulses, with who is believed to be there,
    and with the person's own roles."""
    present = (
        select(func.count())
        .where(Presence.desk_id == Desk.id, Presence.seen_at >= now - BELIEVED_FOR)
        .correlate(Desk)
        .scalar_subquery()
    )
    asked = (
        select(Desk.id, DeskPulse.beat, present)
        .outerjoin(DeskPulse, DeskPulse.desk_id == Desk.id)
        .where(Desk.id.in_(desks_of(person)))
        .order_by(Desk.id)
    )
    if slug is not None:
        asked = asked.where(Desk.slug == slug)
    rows = session.execute(asked).all()
    if not rows:
        return None
    roles = sorted(f"{grant.desk_id} {grant.role.value}" for grant in person.grants)
    seen = repr(([(str(key), beat, count) for key, beat, count in rows], str(person.id), roles))
    return f'"{hashlib.sha256(seen.encode()).hexdigest()[:24]}"'
