"""What the dispatch page shows of a story after print: the notice in the making, a withdrawal."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.models.dispatch import Dispatch
from editorial.models.next_version import NextVersion
from editorial.models.notice import Notice
from editorial.models.publication import Publication
from editorial.workflow.wording import NOTICE_WORDS
from editorial.workflow.words import Live, NoticeKind


@dataclass(frozen=True, slots=True)
class NextNotice:
    """The next version that is being made, by its name, and the notice readers will see."""

    name: str
    wording: str


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """Why readers see it no more."""

    killed: bool
    reason: str
    at: datetime
    address: str


def next_notice(row: NextVersion | None) -> NextNotice | None:
    """The notice as it is worded now."""
    return None if row is None else NextNotice(NOTICE_WORDS[row.kind], row.wording)


def withdrawn(session: Session, dispatch: Dispatch) -> Withdrawn | None:
    """The newest withdrawal, while it stands."""
    if dispatch.live is not Live.WITHDRAWAL:
        return None
    row = session.execute(
        select(Notice, Publication.address)
        .join(Publication, Publication.id == Notice.publication_id)
        .where(
            Notice.dispatch_id == dispatch.id,
            Notice.kind.in_([NoticeKind.KILL, NoticeKind.TAKEDOWN]),
        )
        .order_by(Notice.serial.desc())
        .limit(1)
    ).first()
    if row is None:
        return None
    notice, address = row
    return Withdrawn(notice.kind is NoticeKind.KILL, notice.wording, notice.published_at, address)
