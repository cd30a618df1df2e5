"""One event on its way to one person or one desk's hook, and how that ended."""

import uuid
from datetime import datetime
from enum import StrEnum

from sqlalchemy import BigInteger, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from editorial.models.base import Base, word
from editorial.models.dispatch import Dispatch
from editorial.models.person import Person
from editorial.workflow.events import Channel, Event


class Outcome(StrEnum):
    """Where a delivery is. ``sending`` is written before anything leaves the house, so that a
    worker that ends in the middle makes it ``unclear``, never a second one."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    DROPPED = "dropped"
    UNCLEAR = "unclear"


class Delivery(Base):
    """``held_until`` is set while it waits for a digest. ``error`` says why it failed, was dropped
    or is tried again."""

    __tablename__ = "delivery"
    __table_args__ = (
        Index("ix_delivery_put_at", "put_at"),
        Index("ix_delivery_person_id", "person_id", "channel", "put_at"),
        Index("ix_delivery_dispatch_id", "dispatch_id", "put_at"),
    )

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    key: Mapped[str] = mapped_column(String(160), unique=True)
    channel: Mapped[Channel] = mapped_column(word(Channel))
    event: Mapped[Event] = mapped_column(word(Event))
    dispatch_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("dispatch.id", ondelete="RESTRICT"))
    sequence: Mapped[int | None] = mapped_column(BigInteger)
    comment: Mapped[str | None] = mapped_column(String(64))
    by: Mapped[str] = mapped_column(String(120), default="")
    person_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey("person.id", ondelete="RESTRICT")
    )
    desk_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("desk.id", ondelete="RESTRICT"))
    put_at: Mapped[datetime]
    held_until: Mapped[datetime | None]
    outcome: Mapped[Outcome] = mapped_column(word(Outcome), default=Outcome.WAITING)
    attempts: Mapped[int] = mapped_column(default=0)
    ended_at: Mapped[datetime | None]
    error: Mapped[str] = mapped_column(Text, default="")

    person: Mapped[Person | None] = relationship(lazy="joined")
    dispatch: Mapped[Dispatch] = relationship(lazy="joined")
