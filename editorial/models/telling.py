"""How each person wants to be told; without a row the house's usual way holds."""

import uuid
from enum import StrEnum

from sqlalchemy import ForeignKey, SmallInteger
from sqlalchemy.orm import Mapped, mapped_column

from editorial.models.base import Base, word
from editorial.workflow.events import Channel, Event


class Rhythm(StrEnum):
    """When mail goes out."""

    AT_ONCE = "at_once"
    DAILY = "daily"


class TellingChoice(Base):
    """Whether one event reaches the person by one channel."""

    __tablename__ = "telling_choice"

    person_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("person.id", ondelete="RESTRICT"), primary_key=True
    )
    event: Mapped[Event] = mapped_column(word(Event), primary_key=True)
    channel: Mapped[Channel] = mapped_column(word(Channel), primary_key=True)
    wanted: Mapped[bool]


class TellingRhythm(Base):
    """``hour`` (0 to 23, in the person's own zone) is when a daily mail goes out."""

    __tablename__ = "telling_rhythm"

    person_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("person.id", ondelete="RESTRICT"), primary_key=True
    )
    rhythm: Mapped[Rhythm] = mapped_column(word(Rhythm))
    hour: Mapped[int] = mapped_column(SmallInteger, default=8)
