"""What the quote engine read out of one text against one record: derived, rebuildable."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, String
from sqlalchemy.orm import Mapped, mapped_column

from editorial.models.base import Base


class Reading(Base):
    """``key`` names text, record and engine by digest, so a reading is never stale."""

    __tablename__ = "reading"

    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    quotes: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    made_at: Mapped[datetime]
