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


def edition_mark(session: Session, edition: int | None = None) -> str:
    """The number of an edition (None: of the newest) with the moment it began, so that two
    histories of a newsroom are told apart: one that was restored counts on from its backup.
    ``0`` before the first, empty for one that never was."""
    query = select(SiteChange.edition, SiteChange.at).order_by(SiteChange.edition.desc()).limit(1)
    if edition is not None:
        query = query.where(SiteChange.edition == edition)
    row = session.execute(query).first()
    if row is None:
        return "" if edition else "0"
    return f"{row.edition} {row.at:%Y-%m-%dT%H:%M:%S.%f}"
