"""Texts that could not be saved over a colleague's: kept whole until someone merges them."""

import uuid
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from editorial.models.base import Base


class KeptText(Base):
    """What a person typed on a page that was stale by the time it was sent.

    ``content`` holds the text, its labels, whose words it is made of, and desk and embargo where
    the page changed them. ``filed_at``: they filed it then, and it waits for them or an editor.
    """

    __tablename__ = "kept_text"
    __table_args__ = (Index("ix_kept_text_dispatch_id", "dispatch_id"),)

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    dispatch_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("dispatch.id", ondelete="RESTRICT"))
    person_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("person.id", ondelete="RESTRICT"))
    kept_at: Mapped[datetime]
    base_version: Mapped[int]
    content: Mapped[dict[str, Any]] = mapped_column(JSON)
    filed_at: Mapped[datetime | None]
    resolved_at: Mapped[datetime | None]
