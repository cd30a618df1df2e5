"""Having people told of an act: enqueued in its transaction, so never before it is so."""

import uuid
from datetime import datetime

from sqlalchemy.orm import Session

from editorial.outbox.put import put
from editorial.workflow.events import TOLD_OF, Event
from editorial.workflow.words import Action

TELL = "tell"


def tell_of(
    session: Session, action: Action, dispatch_id: uuid.UUID, sequence: int, now: datetime
) -> None:
    """Enqueue what the act, the log's entry ``sequence``, makes known."""
    for event in TOLD_OF.get(action, ()):
        tell_of_event(session, event, dispatch_id, sequence, now)


def tell_of_event(
    session: Session, event: Event, dispatch_id: uuid.UUID, sequence: int, now: datetime
) -> None:
    """Enqueue one event, of which the log's entry ``sequence`` speaks."""
    details = {"event": event.value, "dispatch": str(dispatch_id), "sequence": sequence}
    put(session, TELL, details, now, dedupe_key=f"{TELL}:{event.value}:{sequence}")


def tell_of_mention(
    session: Session,
    dispatch_id: uuid.UUID,
    comment: uuid.UUID,
    person_id: uuid.UUID,
    by: uuid.UUID,
    now: datetime,
) -> None:
    """Enqueue that ``by`` named ``person_id`` in the comment."""
    details = {
        "event": Event.MENTIONED.value,
        "dispatch": str(dispatch_id),
        "comment": str(comment),
        "person": str(person_id),
        "by": str(by),
    }
    put(session, TELL, details, now, dedupe_key=f"{TELL}:mention:{comment}:{person_id}")
