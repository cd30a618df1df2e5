"""What readers are told of a story that changed after print. Nothing rewrites it, in the database
either."""

import uuid
from datetime import datetime

from sqlalchemy import ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from editorial.models.base import Base, word
from editorial.workflow.words import NoticeKind


class Notice(Base):
    """Ties the revision readers saw to the one that took its place; a withdrawal has none after.

    ``serial`` counts the notices of the house, from 1; ``number`` those of one kind of one
    dispatch. ``publication_id`` is the text that came with it, or the one it withdrew.
    """

    __tablename__ = "notice"
    __table_args__ = (
        UniqueConstraint("serial"),
        UniqueConstraint("dispatch_id", "kind", "number"),
        Index("ix_notice_kind", "kind", "serial"),
    )

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    serial: Mapped[int]
    dispatch_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("dispatch.id", ondelete="RESTRICT"))
    kind: Mapped[NoticeKind] = mapped_column(word(NoticeKind))
    number: Mapped[int]
    wording: Mapped[str] = mapped_column(Text)
    before_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("revision.id", ondelete="RESTRICT"))
    after_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey("revision.id", ondelete="RESTRICT")
    )
    publication_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("publication.id", ondelete="RESTRICT")
    )
    published_at: Mapped[datetime]
