"""Telling the website that something readers see is about to change."""

import uuid
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from editorial.models.log_entry import LogHead
from editorial.models.site_change import SiteChange
from editorial.outbox.put import put
from editorial.pipeline.carry import carry_everywhere

PRESS = "press"
TOUCHED = "site_touched"


def touch(session: Session, now: datetime, dispatch_id: uuid.UUID | None = None) -> int:
    """Begin the site's next edition in the caller's transaction: of one story, or (None) of every
    page. Its number. Whoever comes second waits until the first has committed."""
    session.execute(select(LogHead.size).where(LogHead.id == 1).with_for_update())
    edition = newest_edition(session) + 1
    session.add(SiteChange(edition=edition, dispatch_id=dispatch_id, at=now))
    session.flush()
    put(session, PRESS, {}, now, dedupe_key=f"{PRESS}:{edition}")
    carry_everywhere(session, now)
    session.info[TOUCHED] = True
    return edition


def newest_edition(session: Session) -> int:
    """The number of the last change that readers may see."""
    return session.scalar(select(func.max(SiteChange.edition))) or 0
