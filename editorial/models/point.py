"""What has to change before a returned dispatch comes back: one point of the editor's list."""

import uuid
from datetime import datetime

from sqlalchemy import ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from editorial.models.base import Base
from editorial.models.person import Person


class Point(Base):
    """Ticked off by who writes; kept, with its tick, for good."""

    __tablename__ = "point"
    __table_args__ = (Index("ix_point_dispatch_id", "dispatch_id", "made_at", "place"),)

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    dispatch_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("dispatch.id", ondelete="RESTRICT"))
    place: Mapped[int]
    text: Mapped[str] = mapped_column(Text)
    made_at: Mapped[datetime]
    made_by: Mapped[uuid.UUID] = mapped_column(ForeignKey("person.id", ondelete="RESTRICT"))
    ticked_at: Mapped[datetime | None]
    ticked_by: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey("person.id", ondelete="RESTRICT")
    )

    person: Mapped[Person] = relationship(lazy="joined", foreign_keys=[made_by])
    ticker: Mapped[Person | None] = relationship(lazy="joined", foreign_keys=[ticked_by])
