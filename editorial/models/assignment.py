"""Who is to report what, from where, by when."""

import uuid
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, SmallInteger, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from editorial.models.base import Base, word
from editorial.models.desk import Desk
from editorial.models.dispatch import Dispatch
from editorial.models.person import Person


class Answer(StrEnum):
    """What the one who was asked says."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"


class Assignment(Base):
    """One planned story. ``what`` is its working headline, ``brief`` what the desk wants of it.
    ``dispatch_id`` once it was begun; ``cancelled_at`` when it is planned no more."""

    __tablename__ = "assignment"
    __table_args__ = (
        Index("ix_assignment_desk_id", "desk_id", "due_at"),
        Index("ix_assignment_person_id", "person_id", "due_at"),
    )

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    version: Mapped[int] = mapped_column()
    desk_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("desk.id", ondelete="RESTRICT"))
    slugline: Mapped[str] = mapped_column(String(60))
    what: Mapped[str] = mapped_column(String(200))
    brief: Mapped[str] = mapped_column(Text, default="")
    place: Mapped[str] = mapped_column(String(120), default="")
    urgency: Mapped[int] = mapped_column(SmallInteger, default=5)
    due_at: Mapped[datetime]
    person_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey("person.id", ondelete="RESTRICT")
    )
    answer: Mapped[Answer] = mapped_column(word(Answer), default=Answer.OPEN)
    reason: Mapped[str] = mapped_column(Text, default="")
    made_by: Mapped[uuid.UUID] = mapped_column(ForeignKey("person.id", ondelete="RESTRICT"))
    made_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    cancelled_at: Mapped[datetime | None]
    dispatch_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey("dispatch.id", ondelete="RESTRICT"), unique=True
    )

    desk: Mapped[Desk] = relationship(lazy="joined")
    person: Mapped[Person | None] = relationship(foreign_keys=[person_id], lazy="joined")
    dispatch: Mapped[Dispatch | None] = relationship(lazy="joined")

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012  (SQLAlchemy's name)
