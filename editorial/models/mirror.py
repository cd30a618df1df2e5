"""Copies of the public website elsewhere, kept up by every act that readers see; and their runs."""

import uuid
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from editorial.models.base import Base, word


class MirrorKind(StrEnum):
    """What keeps the copy: a folder here, S3-compatible storage, or another machine by rsync."""

    FOLDER = "folder"
    BUCKET = "bucket"
    RSYNC = "rsync"


class RunOutcome(StrEnum):
    """How a run ended. ``interrupted``: its worker ended in the middle."""

    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    INTERRUPTED = "interrupted"


class Mirror(Base):
    """``address`` is a folder, ``s3://bucket/prefix?endpoint=…`` or what rsync takes. ``secret`` is
    sealed (``pipeline.sealed``), ``account`` who it belongs to. ``compare``: the next run looks at
    what is there instead of trusting what it noted."""

    __tablename__ = "mirror"

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    name: Mapped[str] = mapped_column(String(80), unique=True)
    kind: Mapped[MirrorKind] = mapped_column(word(MirrorKind))
    address: Mapped[str] = mapped_column(String(1000))
    account: Mapped[str] = mapped_column(String(200), default="")
    secret: Mapped[str] = mapped_column(Text, default="")
    made_at: Mapped[datetime]
    paused_at: Mapped[datetime | None]
    compare: Mapped[bool] = mapped_column(default=False)


class MirrorRun(Base):
    """One try to bring a mirror to ``edition``. ``error`` says what failed, ``advice`` what to
    do."""

    __tablename__ = "mirror_run"
    __table_args__ = (Index("ix_mirror_run_mirror_id", "mirror_id", "began_at"),)

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    mirror_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("mirror.id", ondelete="CASCADE"))
    began_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    outcome: Mapped[RunOutcome] = mapped_column(word(RunOutcome), default=RunOutcome.RUNNING)
    edition: Mapped[int] = mapped_column(default=0)
    written: Mapped[int] = mapped_column(default=0)
    removed: Mapped[int] = mapped_column(default=0)
    error: Mapped[str] = mapped_column(Text, default="")
    advice: Mapped[str] = mapped_column(Text, default="")
