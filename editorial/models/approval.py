"""A named person vouches for one revision and its evidence, both by digest."""

import uuid
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from editorial.models.base import Base, word
from editorial.models.person import Person
from editorial.workflow.words import Role

# The gate of the approval itself, which vouches for the whole; other gates bear their own names.
WHOLE = "desk"


class VoidReason(StrEnum):
    """What ended an approval."""

    TEXT = "text"
    EVIDENCE = "evidence"
    MOVED = "moved"
    TAKEN_BACK = "taken_back"
    SPIKED = "spiked"
    DROPPED = "dropped"


class Approval(Base):
    """Holds for exactly ``revision_digest`` and ``evidence_digest`` until it is voided. ``gate`` is
    WHOLE, or the gate that was passed."""

    __tablename__ = "approval"
    __table_args__ = (Index("ix_approval_dispatch_id", "dispatch_id"),)

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    dispatch_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("dispatch.id", ondelete="RESTRICT"))
    revision_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("revision.id", ondelete="RESTRICT"))
    gate: Mapped[str] = mapped_column(String(32), default=WHOLE)
    revision_digest: Mapped[str] = mapped_column(String(64))
    evidence_digest: Mapped[str] = mapped_column(String(64))
    approved_at: Mapped[datetime]
    approved_by: Mapped[uuid.UUID] = mapped_column(ForeignKey("person.id", ondelete="RESTRICT"))
    role: Mapped[Role] = mapped_column(word(Role))
    voided_at: Mapped[datetime | None]
    void_reason: Mapped[VoidReason | None] = mapped_column(word(VoidReason))

    person: Mapped[Person] = relationship(lazy="joined")
