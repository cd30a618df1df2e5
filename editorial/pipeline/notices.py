"""Publishing a notice: numbered, tied to two revisions, and named in the log by its digest."""

import hashlib
import uuid
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from editorial.models.log_entry import LogHead
from editorial.models.notice import Notice
from editorial.models.publication import Publication
from editorial.workflow.words import NoticeKind


def publish_notice(
    session: Session,
    publication: Publication,
    kind: NoticeKind,
    wording: str,
    *,
    before_id: uuid.UUID,
    after_id: uuid.UUID | None,
    now: datetime,
) -> dict[str, Any]:
    """Write the notice down for good; what the log says of it."""
    # Numbers have no gaps and nobody else's: the log's head is what acts queue for.
    session.execute(select(LogHead.size).where(LogHead.id == 1).with_for_update())
    session.flush()
    serial = (session.scalar(select(func.max(Notice.serial))) or 0) + 1
    last = session.scalar(
        select(func.max(Notice.number)).where(
            Notice.dispatch_id == publication.dispatch_id, Notice.kind == kind
        )
    )
    notice = Notice(
        serial=serial,
        dispatch_id=publication.dispatch_id,
        kind=kind,
        number=(last or 0) + 1,
        wording=wording,
        before_id=before_id,
        after_id=after_id,
        publication_id=publication.id,
        published_at=now,
    )
    session.add(notice)
    session.flush()
    return {"kind": kind.value, "number": notice.number, "digest": digest(wording)}


def digest(wording: str) -> str:
    """SHA-256 of the wording, hexadecimal."""
    return hashlib.sha256(wording.encode()).hexdigest()
