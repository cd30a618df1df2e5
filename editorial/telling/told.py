"""One thing to tell of, as the outbox's job names it, and what can be said of it."""

import json
import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from editorial.ledger.wording import sentence
from editorial.models.delivery import Delivery
from editorial.models.dispatch import Dispatch
from editorial.models.log_entry import LogEntry, LogWords
from editorial.models.message import Message
from editorial.models.person import Person
from editorial.workflow.events import EVENT_WORDS, Event


@dataclass(frozen=True, slots=True)
class Told:
    """``sequence`` is the act's entry in the log, or ``comment`` names one; ``person_id`` is set
    where exactly one person is meant. ``by_id`` acted; None is the house itself."""

    event: Event
    dispatch_id: uuid.UUID
    sequence: int | None
    comment: str | None
    person_id: uuid.UUID | None
    by_id: uuid.UUID | None
    by: str
    at: datetime

    def key(self, to: object) -> str:
        """Names the event, what it is about and whom it reaches."""
        return f"{self.event.value}:{self.sequence or self.comment}:{to}"


@dataclass(frozen=True, slots=True)
class Line:
    """What one line says of it. ``reason`` is what the actor wrote, where that is not erased."""

    tag: str
    sentence: str
    reason: str


def read_told(session: Session, details: dict[str, Any], now: datetime) -> Told:
    """The job's details, with what the log adds. Raises KeyError or ValueError for others."""
    sequence = details.get("sequence")
    person, by_id = (_uuid(details.get(name)) for name in ("person", "by"))
    by, at = "", now
    if sequence is not None:
        entry = session.get_one(LogEntry, sequence)
        said = json.loads(entry.body)
        by_id, by, at = entry.actor_id, said["actor"]["name"], entry.at
        if person is None and Event(details["event"]) is Event.RECEIPT:
            person = by_id
    elif by_id is not None:
        by = session.get_one(Person, by_id).name
    return Told(
        Event(details["event"]),
        uuid.UUID(details["dispatch"]),
        sequence,
        details.get("comment"),
        person,
        by_id,
        by,
        at,
    )


def line_of(session: Session, one: Message | Delivery, dispatch: Dispatch) -> Line:
    """The words for it, for someone who may see the dispatch."""
    tag = EVENT_WORDS[one.event].tag
    if one.sequence is None:
        return Line(
            tag, f"{one.by or 'Someone'} named you in a comment on {dispatch.slugline}.", ""
        )
    entry = session.get_one(LogEntry, one.sequence)
    words = session.get(LogWords, (one.sequence, "reason"))
    return Line(
        tag,
        sentence(json.loads(entry.body), dispatch.slugline),
        "" if words is None else words.text or "",
    )


def _uuid(text: str | None) -> uuid.UUID | None:
    return None if text is None else uuid.UUID(text)
