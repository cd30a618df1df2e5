"""A filter of the board that someone kept for themselves, under a name of theirs."""

import uuid
from datetime import datetime

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from editorial.models.base import Base


class BoardView(Base):
    """``desk`` is the slug of the board's desk, empty for all of one's desks together; ``query``
    what stands in its address after the question mark."""

    __tablename__ = "board_view"
    __table_args__ = (UniqueConstraint("person_id", "name"),)

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    person_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("person.id", ondelete="RESTRICT"))
    name: Mapped[str] = mapped_column(String(60))
    desk: Mapped[str] = mapped_column(String(80), default="")
    query: Mapped[str] = mapped_column(Text)
    made_at: Mapped[datetime]
