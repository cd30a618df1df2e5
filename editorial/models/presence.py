"""Who has which dispatch open now."""

import uuid
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from editorial.models.base import Base, word


class Doing(StrEnum):
    """What someone does with the dispatch they have open."""

    READING = "reading"
    WRITING = "writing"


class Presence(Base):
    """One person at one dispatch, ``seen_at`` last; ``desk_id`` is a copy of the dispatch's."""

    __tablename__ = "presence"
    __table_args__ = (Index("ix_presence_desk_id", "desk_id", "seen_at"),)

    dispatch_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("dispatch.id", ondelete="RESTRICT"), primary_key=True
    )
    person_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("person.id", ondelete="RESTRICT"), primary_key=True
    )
    desk_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("desk.id", ondelete="RESTRICT"))
    doing: Mapped[Doing] = mapped_column(word(Doing))
    seen_at: Mapped[datetime]
