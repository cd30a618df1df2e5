"""A story as a correspondent files it; our central thing."""

import uuid
from datetime import datetime

from sqlalchemy import JSON, ForeignKey, Index, SmallInteger, String, Text
from sqlalchemy.engine.default import DefaultExecutionContext
from sqlalchemy.orm import Mapped, mapped_column, relationship

from editorial.models.base import Base, word
from editorial.models.desk import Desk
from editorial.models.person import Person
from editorial.workflow.words import Live, State

UNPLACED = 32_000


def _as_it_begins(context: DefaultExecutionContext) -> datetime:
    given: dict[str, datetime] = context.get_current_parameters()  # type: ignore[no-untyped-call]  # SQLAlchemy leaves it untyped
    return given["moved_at"]


class Dispatch(Base):
    """What the desk knows of a story; what readers see of it is in its revisions.

    ``version`` rises with every act and stops two editors from both winning.
    """

    __tablename__ = "dispatch"
    __table_args__ = (
        Index("ix_dispatch_desk_id_state", "desk_id", "state", "urgency", "moved_at"),
        Index("ix_dispatch_desk_id_moved_at", "desk_id", "moved_at"),
        Index("ix_dispatch_board", "desk_id", "state", "place", "urgency", "entered_at"),
        Index("ix_dispatch_entered", "desk_id", "state", "entered_at"),
        Index("ix_dispatch_deadline_at", "desk_id", "deadline_at"),
        Index("ix_dispatch_created_by", "created_by", "state"),
        Index("ix_dispatch_state_publish_at", "state", "publish_at"),
        Index("ix_dispatch_slugline", "slugline"),
    )

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    version: Mapped[int] = mapped_column()
    desk_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("desk.id", ondelete="RESTRICT"))
    slugline: Mapped[str] = mapped_column(String(60))
    urgency: Mapped[int] = mapped_column(SmallInteger, default=5)
    keywords: Mapped[list[str]] = mapped_column(JSON, default=list)
    ednote: Mapped[str] = mapped_column(Text, default="")
    embargo_at: Mapped[datetime | None]
    embargo_zone: Mapped[str | None] = mapped_column(String(64))

    state: Mapped[State] = mapped_column(word(State), default=State.DRAFT)
    live: Mapped[Live] = mapped_column(word(Live), default=Live.NOTHING)
    spiked_from: Mapped[State | None] = mapped_column(word(State))
    moved_at: Mapped[datetime]
    # When it came into its state; moved_at tells of the last act.
    entered_at: Mapped[datetime] = mapped_column(default=_as_it_begins)
    deadline_at: Mapped[datetime | None]
    # Its place in its column of the board where an editor gave it one, from 1.
    place: Mapped[int] = mapped_column(SmallInteger, default=UNPLACED)
    created_at: Mapped[datetime]
    created_by: Mapped[uuid.UUID] = mapped_column(ForeignKey("person.id", ondelete="RESTRICT"))
    claimed_by: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey("person.id", ondelete="RESTRICT")
    )
    publish_at: Mapped[datetime | None]
    # An hour that was not kept, and why: stands until a publisher does something about it.
    missed_at: Mapped[datetime | None]
    missed_because: Mapped[str] = mapped_column(Text, default="")
    last_reason: Mapped[str] = mapped_column(Text, default="")

    # Both point forward to a row that points back; set after the revision exists.
    revision_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey("revision.id", ondelete="RESTRICT", use_alter=True)
    )
    live_revision_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey("revision.id", ondelete="RESTRICT", use_alter=True)
    )
    # Copied from the working copy so that a list needs no text.
    headline: Mapped[str] = mapped_column(String(300), default="")
    language: Mapped[str] = mapped_column(String(35), default="en")
    open_quotes: Mapped[int] = mapped_column(default=0)
    words: Mapped[int] = mapped_column(default=0)

    desk: Mapped[Desk] = relationship(lazy="joined")
    creator: Mapped[Person] = relationship(foreign_keys=[created_by], lazy="select")
    claimant: Mapped[Person | None] = relationship(foreign_keys=[claimed_by], lazy="select")

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012  (SQLAlchemy's name)
