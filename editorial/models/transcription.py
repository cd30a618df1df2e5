"""A transcript that is being made of a recording by a program on this machine."""

import uuid
from datetime import datetime

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from editorial.models.base import Base


class Transcription(Base):
    """The last one asked for of that recording. ``beat_at``: when its worker last said that it
    works; ``failed`` is why there is none."""

    __tablename__ = "transcription"

    recording_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("source.id", ondelete="RESTRICT"), primary_key=True
    )
    asked_by: Mapped[uuid.UUID] = mapped_column(ForeignKey("person.id", ondelete="RESTRICT"))
    asked_at: Mapped[datetime]
    beat_at: Mapped[datetime | None]
    percent: Mapped[int] = mapped_column(default=0)
    failed: Mapped[str] = mapped_column(Text, default="")
    done_at: Mapped[datetime | None]
