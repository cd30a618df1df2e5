"""Another wording that someone proposes. It lies beside the text until an editor accepts it."""

import uuid
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from editorial.models.anchored import Anchored
from editorial.models.base import Base, word
from editorial.models.person import Person


class Change(StrEnum):
    """What is to happen with the words: others for them, none, or more after them."""

    REPLACE = "replace"
    DELETE = "delete"
    INSERT = "insert"


class Fate(StrEnum):
    """What became of a suggestion."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class Suggestion(Anchored, Base):
    """``new`` are the words to set; ``words`` those they are set for, or after."""

    __tablename__ = "suggestion"
    __table_args__ = (Index("ix_suggestion_dispatch_id", "dispatch_id", "made_at"),)

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    dispatch_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("dispatch.id", ondelete="RESTRICT"))
    change: Mapped[Change] = mapped_column(word(Change))
    new: Mapped[str] = mapped_column(Text, default="")
    why: Mapped[str] = mapped_column(Text, default="")
    made_at: Mapped[datetime]
    made_by: Mapped[uuid.UUID] = mapped_column(ForeignKey("person.id", ondelete="RESTRICT"))
    fate: Mapped[Fate] = mapped_column(word(Fate), default=Fate.OPEN)
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey("person.id", ondelete="RESTRICT")
    )

    person: Mapped[Person] = relationship(lazy="joined", foreign_keys=[made_by])
    decider: Mapped[Person | None] = relationship(lazy="joined", foreign_keys=[decided_by])
