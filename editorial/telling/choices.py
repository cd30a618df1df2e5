"""How people choose to be told, and when their mail may go out."""

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from editorial.models.delivery import Delivery, Outcome
from editorial.models.person import Person
from editorial.models.telling import Rhythm, TellingChoice, TellingRhythm
from editorial.workflow.events import OFFERED, Channel, Event

# So many mails within so long; what comes on top waits for one mail with all of it.
FLOOD = 5
FLOOD_WITHIN = timedelta(minutes=15)
USUAL_HOUR = 8
Box = tuple[Event, Channel]
BOXES: tuple[Box, ...] = tuple((event, way) for event, ways in OFFERED.items() for way in ways)


@dataclass(frozen=True, slots=True)
class Choices:
    """What a person is told by which channel, and when their mail goes out."""

    wanted: frozenset[Box]
    rhythm: Rhythm
    hour: int


def choices_of(session: Session, person_id: uuid.UUID) -> Choices:
    """The person's; everything, at once, while they chose nothing else."""
    rows = session.scalars(select(TellingChoice).where(TellingChoice.person_id == person_id))
    chosen = {(row.event, row.channel): row.wanted for row in rows}
    rhythm = session.get(TellingRhythm, person_id)
    return Choices(
        frozenset(box for box in BOXES if chosen.get(box, True)),
        Rhythm.AT_ONCE if rhythm is None else rhythm.rhythm,
        USUAL_HOUR if rhythm is None else rhythm.hour,
    )


def held_until(
    session: Session, person: Person, choices: Choices, now: datetime
) -> datetime | None:
    """Until when a mail to the person waits for others to join it; None: it goes at once."""
    if choices.rhythm is Rhythm.DAILY:
        return next_at(choices.hour, person.timezone, now)
    lately = session.scalar(
        select(func.count()).where(
            Delivery.person_id == person.id,
            Delivery.channel == Channel.MAIL,
            Delivery.put_at > now - FLOOD_WITHIN,
            Delivery.outcome != Outcome.DROPPED,
        )
    )
    if (lately or 0) < FLOOD:
        return None
    seconds = int(FLOOD_WITHIN.total_seconds())
    window = int(now.timestamp()) // seconds + 1
    return datetime.fromtimestamp(window * seconds, now.tzinfo)


def next_at(hour: int, zone: str, now: datetime) -> datetime:
    """The next time that it is ``hour`` o'clock in the zone, in UTC terms of ``now``."""
    try:
        here = ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError):
        here = ZoneInfo("UTC")
    local = now.astimezone(here)
    today = local.replace(hour=hour, minute=0, second=0, microsecond=0)
    ahead = today if today > local else today + timedelta(days=1)
    return ahead.astimezone(now.tzinfo)
