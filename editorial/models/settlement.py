"""A named person vouches for one quote's exact words, with a reason."""

import uuid
from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from editorial.models.base import Base, word
from editorial.models.person import Person
from editorial.workflow.words import SettlementKind


class Settlement(Base):
    """``quote_key`` names the words, their speaker and the verdict that was settled; when any of
    them changes, the settlement speaks of it no longer."""

    __tablename__ = "settlement"
    __table_args__ = (Index("ix_settlement_dispatch_id", "dispatch_id", "quote_key"),)

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    dispatch_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("dispatch.id", ondelete="RESTRICT"))
    quote_key: Mapped[str] = mapped_column(String(64))
    quote: Mapped[str] = mapped_column(Text)
    speaker: Mapped[str] = mapped_column(Text, default="")
    verdict: Mapped[str] = mapped_column(String(32))
    kind: Mapped[SettlementKind] = mapped_column(word(SettlementKind))
    reason: Mapped[str] = mapped_column(Text)
    contact: Mapped[str] = mapped_column(Text, default="")
    contacted_at: Mapped[datetime | None]
    settled_at: Mapped[datetime]
    settled_by: Mapped[uuid.UUID] = mapped_column(ForeignKey("person.id", ondelete="RESTRICT"))
    withdrawn_at: Mapped[datetime | None]

    person: Mapped[Person] = relationship(lazy="joined")
