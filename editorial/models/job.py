"""A job as a row, written in the transaction that caused it."""

import uuid
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from editorial.models.base import Base

OPEN = text("done_at IS NULL AND given_up_at IS NULL")


class Job(Base):
    """Due at ``run_at``; a worker holds it until ``locked_until``."""

    __tablename__ = "job"
    __table_args__ = (Index("ix_job_run_at", "run_at", sqlite_where=OPEN, postgresql_where=OPEN),)

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    name: Mapped[str] = mapped_column(String(64))
    details: Mapped[dict[str, Any]] = mapped_column(JSON)
    dedupe_key: Mapped[str | None] = mapped_column(String(160), unique=True)
    put_at: Mapped[datetime]
    run_at: Mapped[datetime]
    attempts: Mapped[int] = mapped_column(default=0)
    locked_until: Mapped[datetime | None]
    last_error: Mapped[str] = mapped_column(Text, default="")
    done_at: Mapped[datetime | None]
    given_up_at: Mapped[datetime | None]
