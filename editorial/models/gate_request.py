"""An editor's hand: someone asked that a dispatch pass a gate."""

import uuid
from datetime import datetime

from sqlalchemy import ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from editorial.models.base import Base, word
from editorial.models.person import Person
from editorial.workflow.words import Gate


class GateRequest(Base):
    """Holds for every text of the dispatch until it is taken back."""

    __tablename__ = "gate_request"
    __table_args__ = (Index("ix_gate_request_dispatch_id", "dispatch_id"),)

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    dispatch_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("dispatch.id", ondelete="RESTRICT"))
    gate: Mapped[Gate] = mapped_column(word(Gate))
    reason: Mapped[str] = mapped_column(Text)
    asked_at: Mapped[datetime]
    asked_by: Mapped[uuid.UUID] = mapped_column(ForeignKey("person.id", ondelete="RESTRICT"))
    withdrawn_at: Mapped[datetime | None]
    withdrawn_by: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey("person.id", ondelete="RESTRICT")
    )

    person: Mapped[Person] = relationship(lazy="joined", foreign_keys=[asked_by])
