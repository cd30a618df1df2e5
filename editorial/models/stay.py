"""How long a dispatch was in a state, once it has left it."""

import uuid
from datetime import date as Day  # noqa: N812  (a column is a day)
from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from editorial.models.base import Base, word
from editorial.workflow.words import State


class Stay(Base):
    """One stay, ended. ``week`` is the Monday (UTC) of the week in which it ended, ``seconds`` how
    long it was; ``desk_id`` the desk that the dispatch was on then."""

    __tablename__ = "stay"
    __table_args__ = (
        Index("ix_stay_desk_id", "desk_id", "week", "state", "seconds"),
        Index("ix_stay_dispatch_id", "dispatch_id"),
    )

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    dispatch_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("dispatch.id", ondelete="RESTRICT"))
    desk_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("desk.id", ondelete="RESTRICT"))
    state: Mapped[State] = mapped_column(word(State))
    ended_at: Mapped[datetime]
    week: Mapped[Day]
    seconds: Mapped[int]
