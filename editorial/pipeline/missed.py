"""A schedule that could not be kept: an alarm on the desk, an entry, and an event to be told."""

from datetime import datetime

from sqlalchemy.orm import Session

from editorial.models.approval import VoidReason
from editorial.models.dispatch import Dispatch
from editorial.outbox.put import put
from editorial.pipeline.record import record
from editorial.pipeline.tell import tell_of_event
from editorial.workflow.events import Event

SCHEDULE_MISSED = "schedule_missed"
BECAUSE = {
    VoidReason.TEXT: "the text was changed",
    VoidReason.EVIDENCE: "what the desk knows of its quotes has changed",
    VoidReason.MOVED: "its desk or embargo was changed",
    VoidReason.TAKEN_BACK: "a gate that it rested on was taken back",
}


def miss(session: Session, dispatch: Dispatch, hour: datetime, because: str, now: datetime) -> None:
    """Raise the alarm, once for one hour. One that is still ahead was not missed, but is lost."""
    if dispatch.missed_at == hour:
        return
    dispatch.missed_at, dispatch.missed_because = hour, because
    details = {"slugline": dispatch.slugline, "hour": f"{hour:%d %B %Y, %H:%M} UTC"}
    sequence = record(
        session,
        None,
        "miss_schedule" if hour <= now else "lose_schedule",
        now,
        details=details,
        words={"reason": because},
        dispatch_id=dispatch.id,
    )
    tell_of_event(session, Event.MISSED, dispatch.id, sequence, now)
    put(
        session,
        SCHEDULE_MISSED,
        {"dispatch": str(dispatch.id), "hour": hour.isoformat(), "because": because},
        now,
        dedupe_key=f"{SCHEDULE_MISSED}:{dispatch.id}:{int(hour.timestamp())}",
    )


def forget(dispatch: Dispatch) -> None:
    """Someone has done something about it."""
    dispatch.missed_at, dispatch.missed_because = None, ""
