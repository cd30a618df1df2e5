"""What a person was told of in the page; read or not."""

import uuid
from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from editorial.models.base import Base, word
from editorial.models.dispatch import Dispatch
from editorial.workflow.events import Event

UNREAD = text("read_at IS NULL")


class Message(Base):
    """Points at the entry of the log (``sequence``) or the comment it is about; ``key`` names the
    event, that and the person, so that nobody is told twice."""

    __tablename__ = "message"
    __table_args__ = (
        Index("ix_message_person_id", "person_id", "told_at"),
        Index(
            "ix_message_unread",
            "person_id",
            "dispatch_id",
            sqlite_where=UNREAD,
            postgresql_where=UNREAD,
        ),
    )

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    key: Mapped[str] = mapped_column(String(160), unique=True)
    person_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("person.id", ondelete="RESTRICT"))
    event: Mapped[Event] = mapped_column(word(Event))
    dispatch_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("dispatch.id", ondelete="RESTRICT"))
    sequence: Mapped[int | None] = mapped_column(BigInteger)
    comment: Mapped[str | None] = mapped_column(String(64))
    by: Mapped[str] = mapped_column(String(120), default="")
    told_at: Mapped[datetime]
    read_at: Mapped[datetime | None]

    dispatch: Mapped[Dispatch] = relationship(lazy="joined")
