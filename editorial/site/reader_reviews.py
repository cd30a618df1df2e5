"""The readers' reviews that readers see."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.models.reader_review import ReaderReview
from editorial.workflow.words import ReviewStanding

UNDER_A_STORY = 20
MOST_SHOWN = 500


@dataclass(frozen=True, slots=True)
class ShownReview:
    """One review, its paragraphs apart."""

    name: str
    paragraphs: tuple[str, ...]
    sent_at: datetime


def reviews_of(
    session: Session, dispatch_id: uuid.UUID, most: int = UNDER_A_STORY
) -> tuple[ShownReview, ...]:
    """What the desk published, newest first."""
    rows = session.scalars(
        select(ReaderReview)
        .where(
            ReaderReview.dispatch_id == dispatch_id,
            ReaderReview.standing == ReviewStanding.PUBLISHED,
        )
        .order_by(ReaderReview.sent_at.desc(), ReaderReview.id)
        .limit(most)
    )
    return tuple(
        ShownReview(
            row.name, tuple(line for line in row.text.splitlines() if line.strip()), row.sent_at
        )
        for row in rows
    )
