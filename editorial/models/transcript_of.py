"""Which recording a transcript writes down, so that its quotes play from their timecode."""

import uuid

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from editorial.models.base import Base


class TranscriptOf(Base):
    """A transcript has one recording; a recording may have several transcripts."""

    __tablename__ = "transcript_of"
    __table_args__ = (Index("ix_transcript_of_recording_id", "recording_id"),)

    source_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("source.id", ondelete="RESTRICT"), primary_key=True
    )
    recording_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("source.id", ondelete="RESTRICT"))
