"""Who has a working copy open, in which tab, and where their cursor is."""

import uuid
from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from editorial.models.base import Base

LONGEST_PLACE = 600


class CopyReader(Base):
    """``place`` is the browser's own note of the cursor, which only browsers read."""

    __tablename__ = "copy_reader"

    dispatch_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("dispatch.id", ondelete="RESTRICT"), primary_key=True
    )
    tab: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    person_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("person.id", ondelete="RESTRICT"))
    place: Mapped[str] = mapped_column(String(LONGEST_PLACE), default="")
    seen_at: Mapped[datetime]
