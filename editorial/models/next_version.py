"""The next version of a published story while it is made, with the notice it will carry."""

import uuid
from datetime import datetime

from sqlalchemy import JSON, ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from editorial.models.base import Base, word
from editorial.workflow.words import NoticeKind


class NextVersion(Base):
    """Gone once it is published or dropped. ``writers`` are the ids of everyone who worded the
    notice: they vouch for it no more than for a text they wrote."""

    __tablename__ = "next_version"

    dispatch_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("dispatch.id", ondelete="RESTRICT"), primary_key=True
    )
    kind: Mapped[NoticeKind] = mapped_column(word(NoticeKind))
    wording: Mapped[str] = mapped_column(Text, default="")
    writers: Mapped[list[str]] = mapped_column(JSON, default=list)
    begun_at: Mapped[datetime]
    begun_by: Mapped[uuid.UUID] = mapped_column(ForeignKey("person.id", ondelete="RESTRICT"))
