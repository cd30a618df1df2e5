"""What people of the desk say to each other about a text. Readers never see it."""

import uuid
from datetime import datetime

from sqlalchemy import ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from editorial.models.anchored import Anchored
from editorial.models.base import Base
from editorial.models.person import Person


class Comment(Anchored, Base):
    """A remark, or with ``parent_id`` a reply to one; only remarks are anchored and resolved."""

    __tablename__ = "comment"
    __table_args__ = (Index("ix_comment_dispatch_id", "dispatch_id", "said_at"),)

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    dispatch_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("dispatch.id", ondelete="RESTRICT"))
    parent_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey("comment.id", ondelete="RESTRICT")
    )
    text: Mapped[str] = mapped_column(Text)
    said_at: Mapped[datetime]
    said_by: Mapped[uuid.UUID] = mapped_column(ForeignKey("person.id", ondelete="RESTRICT"))
    resolved_at: Mapped[datetime | None]
    resolved_by: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey("person.id", ondelete="RESTRICT")
    )

    person: Mapped[Person] = relationship(lazy="joined", foreign_keys=[said_by])
    resolver: Mapped[Person | None] = relationship(lazy="joined", foreign_keys=[resolved_by])


class Mention(Base):
    """Someone named in a comment."""

    __tablename__ = "mention"

    comment_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("comment.id", ondelete="RESTRICT"), primary_key=True
    )
    person_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("person.id", ondelete="RESTRICT"), primary_key=True
    )
