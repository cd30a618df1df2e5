"""What readers were shown, when: one row for every text that went live."""

import uuid
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, SmallInteger, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from editorial.models.base import Base
from editorial.models.revision import Revision


class Publication(Base):
    """``address`` is the last part of the article's URL and never changes for a dispatch.

    ``ordinal`` counts the texts of one dispatch that went live, from 1. ``quotes`` are the
    figures a reader is told: total, verbatim, light_edit, settled, overridden. ``urgency`` is the
    dispatch's as it was then.
    """

    __tablename__ = "publication"
    __table_args__ = (
        UniqueConstraint("dispatch_id", "ordinal"),
        Index("ix_publication_current", "desk_id", "current", "first_published_at"),
        Index("ix_publication_newest", "current", "first_published_at"),
        Index("ix_publication_address", "address", "current"),
    )

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    dispatch_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("dispatch.id", ondelete="RESTRICT"))
    desk_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("desk.id", ondelete="RESTRICT"))
    revision_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("revision.id", ondelete="RESTRICT"))
    ordinal: Mapped[int]
    address: Mapped[str] = mapped_column(String(120))
    current: Mapped[bool] = mapped_column(default=True)
    first_published_at: Mapped[datetime]
    published_at: Mapped[datetime]
    quotes: Mapped[dict[str, Any]] = mapped_column(JSON)
    # Copied from the revision so that a list of teasers opens no text.
    headline: Mapped[str] = mapped_column(String(300))
    summary: Mapped[str] = mapped_column(String(1000))
    byline: Mapped[str] = mapped_column(String(200))
    language: Mapped[str] = mapped_column(String(35))
    words: Mapped[int] = mapped_column(default=0)
    # Its first picture: digest, width, height, alt, caption, credit.
    picture: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    urgency: Mapped[int] = mapped_column(SmallInteger, default=5)

    revision: Mapped[Revision] = relationship(lazy="select")
