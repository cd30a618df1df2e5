"""Whether anything has changed on a board: one row a desk is asked, and no dispatch."""

import hashlib
from datetime import datetime

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from editorial.models.desk import Desk
from editorial.models.desk_pulse import DeskPulse
from editorial.models.person import Person
from editorial.models.presence import Presence
from editorial.pipeline.presence import BELIEVED_FOR
from editorial.pipeline.roles import desks_of

# Made once: putting a question together costs more than asking it.
_PRESENT = (
    select(func.count())
    .where(Presence.desk_id == Desk.id, Presence.seen_at >= bindparam("since"))
    .correlate(Desk)
    .scalar_subquery()
)
_EVERY = (
    select(Desk.id, Desk.slug, DeskPulse.beat, _PRESENT)
    .outerjoin(DeskPulse, DeskPulse.desk_id == Desk.id)
    .where(Desk.id.in_(bindparam("desks", expanding=True)))
    .order_by(Desk.id)
)


def etag(session: Session, person: Person, slug: str | None, now: datetime) -> str | None:
    """An entity tag for what ``person`` would see of the desk, or of all of theirs; None for a
    desk that is not theirs. It changes with the desks' pulses, with who is believed to be there,
    and with the person's own roles."""
    asked = {"desks": list(desks_of(person)), "since": now - BELIEVED_FOR}
    rows = [row for row in session.execute(_EVERY, asked) if slug is None or row.slug == slug]
    if not rows:
        return None
    roles = sorted(f"{grant.desk_id} {grant.role.value}" for grant in person.grants)
    beats = [(str(key), beat, count) for key, _slug, beat, count in rows]
    seen = repr((beats, str(person.id), roles))
    return f'"{hashlib.sha256(seen.encode()).hexdigest()[:24]}"'
