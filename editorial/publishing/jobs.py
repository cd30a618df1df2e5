"""The hour of a scheduled dispatch: it is weighed again, as the one who scheduled it."""

import logging
import uuid
from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from editorial.models.dispatch import Dispatch
from editorial.models.person import Person
from editorial.models.saving import saving
from editorial.pipeline.missed import SCHEDULE_MISSED, miss
from editorial.pipeline.overdue import PUBLISH_DUE
from editorial.pipeline.perform import load, perform
from editorial.pipeline.refusal import NotThere, Refused
from editorial.workflow.words import Action, State

log = logging.getLogger("editorial.publishing")


def publish_due(details: dict[str, Any], now: datetime) -> None:
    """Publish the dispatch if its hour has come.

    One that was taken off the schedule, or put to a later hour, is left to itself. Raises Refused
    when the rules say no: the dispatch stays scheduled, with an alarm and an entry, and is tried
    again.
    """
    dispatch_id, by = uuid.UUID(details["dispatch"]), uuid.UUID(details["by"])
    with saving() as session:
        dispatch = load(session, dispatch_id)
        if dispatch is None or not _is_due(dispatch, now):
            return
        person = session.get_one(Person, by)
        refused = _publish(session, person, dispatch_id, now)
    if refused is None:
        return
    with saving() as session:
        dispatch = load(session, dispatch_id)
        if dispatch is not None and _is_due(dispatch, now) and dispatch.publish_at is not None:
            miss(session, dispatch, dispatch.publish_at, str(refused), now)
    raise refused


def _publish(
    session: Session, person: Person, dispatch_id: uuid.UUID, now: datetime
) -> Refused | None:
    """All of it in the caller's transaction, or nothing of it and why."""
    try:
        with session.begin_nested():
            perform(session, person, Action.PUBLISH, dispatch_id, now=now)
    except NotThere:
        return Refused(
            f"{person.name}, who scheduled it, is no longer on this desk; "
            "another publisher has to publish or schedule it."
        )
    except Refused as refusal:
        return refusal
    return None


def schedule_missed(details: dict[str, Any], _now: datetime) -> None:
    """People are told by ``telling``, and the newsroom's own pages show the alarm; this is for
    whoever watches the console."""
    log.warning("dispatch %s can’t keep its hour, %s", details["dispatch"], details["hour"])


def _is_due(dispatch: Dispatch, now: datetime) -> bool:
    """By the hour in the database, never by the job's: it may be of an earlier schedule."""
    return (
        dispatch.state is State.SCHEDULED
        and dispatch.publish_at is not None
        and dispatch.publish_at <= now
    )


JOBS: dict[str, Callable[[dict[str, Any], datetime], None]] = {
    PUBLISH_DUE: publish_due,
    SCHEDULE_MISSED: schedule_missed,
}
