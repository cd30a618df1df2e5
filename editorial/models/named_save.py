"""The text as it stood when somebody gave it a name."""

import uuid
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from editorial.models.base import Base

LONGEST_NAME = 120


class NamedSave(Base):
    """``content`` holds the text, its labels, and whose words it is made of. It has no standing:
    what is approved is a revision."""

    __tablename__ = "named_save"
    __table_args__ = (Index("ix_named_save_dispatch_id", "dispatch_id", "saved_at"),)

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    dispatch_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("dispatch.id", ondelete="RESTRICT"))
    name: Mapped[str] = mapped_column(String(LONGEST_NAME))
    content: Mapped[dict[str, Any]] = mapped_column(JSON)
    saved_at: Mapped[datetime]
    saved_by: Mapped[uuid.UUID] = mapped_column(ForeignKey("person.id", ondelete="RESTRICT"))
