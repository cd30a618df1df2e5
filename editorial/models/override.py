"""A gate passed by a named person with a written reason."""

import uuid
from datetime import datetime

from sqlalchemy import JSON, ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from editorial.models.base import Base
from editorial.models.person import Person

# The few that stand on the boards.
UNREAD = text("read_at IS NULL")


class Override(Base):
    """Passes exactly ``quote_keys`` of one revision, or another gate for it with the evidence of
    ``evidence_digest``; stands on the desk until it is read again."""

    __tablename__ = "override"
    __table_args__ = (
        Index("ix_override_dispatch_id", "dispatch_id"),
        Index("ix_override_unread", "dispatch_id", sqlite_where=UNREAD, postgresql_where=UNREAD),
    )

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    dispatch_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("dispatch.id", ondelete="RESTRICT"))
    revision_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("revision.id", ondelete="RESTRICT"))
    gate: Mapped[str] = mapped_column(String(32), default="quotes")
    quote_keys: Mapped[list[str]] = mapped_column(JSON)
    evidence_digest: Mapped[str | None] = mapped_column(String(64))
    reason: Mapped[str] = mapped_column(Text)
    overridden_at: Mapped[datetime]
    overridden_by: Mapped[uuid.UUID] = mapped_column(ForeignKey("person.id", ondelete="RESTRICT"))
    read_at: Mapped[datetime | None]
    read_by: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("person.id", ondelete="RESTRICT"))

    person: Mapped[Person] = relationship(lazy="joined", foreign_keys=[overridden_by])
    reader: Mapped[Person | None] = relationship(lazy="joined", foreign_keys=[read_by])
