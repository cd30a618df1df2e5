"""The text being written; it changes all the time and has no standing."""

import uuid
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from editorial.models.base import Base


class WorkingCopy(Base):
    """``content`` is the JSON of ``document.content.Content``; ``writers`` the ids of everyone
    who changed it since the last revision."""

    __tablename__ = "working_copy"

    dispatch_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("dispatch.id", ondelete="RESTRICT"), primary_key=True
    )
    version: Mapped[int] = mapped_column()
    content: Mapped[dict[str, Any]] = mapped_column(JSON)
    writers: Mapped[list[str]] = mapped_column(JSON, default=list)
    saved_at: Mapped[datetime]
    saved_by: Mapped[uuid.UUID] = mapped_column(ForeignKey("person.id", ondelete="RESTRICT"))

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012  (SQLAlchemy's name)
