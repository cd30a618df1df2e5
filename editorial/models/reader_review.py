"""What readers write under a published story; nobody else reads it until the desk has."""

import uuid
from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from editorial.models.base import Base, word
from editorial.models.person import Person
from editorial.workflow.words import ReviewStanding


class ReaderReview(Base):
    """``network`` is a keyed hash of where it came from, kept for a day so that one network can
    be told to wait; it says nothing of who wrote."""

    __tablename__ = "reader_review"
    __table_args__ = (
        Index("ix_reader_review_standing", "standing", "sent_at"),
        Index("ix_reader_review_dispatch_id", "dispatch_id", "standing", "sent_at"),
        Index("ix_reader_review_network", "network", "sent_at"),
    )

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    dispatch_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("dispatch.id", ondelete="RESTRICT"))
    name: Mapped[str] = mapped_column(String(80))
    text: Mapped[str] = mapped_column(Text)
    sent_at: Mapped[datetime]
    network: Mapped[str] = mapped_column(String(64), default="")
    standing: Mapped[ReviewStanding] = mapped_column(
        word(ReviewStanding), default=ReviewStanding.WAITING
    )
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey("person.id", ondelete="RESTRICT")
    )

    decider: Mapped[Person | None] = relationship(lazy="joined")
