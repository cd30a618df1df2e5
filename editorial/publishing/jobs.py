"""The hour of a scheduled dispatch: it is weighed again, as the one who scheduled it."""

import uuid
from collections.abc import Callable
from datetime import datetime
from typing import Any

from editorial.models.dispatch import Dispatch
from editorial.models.person import Person
from editorial.models.saving import saving
from editorial.pipeline.overdue import PUBLISH_DUE
from editorial.pipeline.perform import load, perform
from editorial.pipeline.refusal import NotThere, Refused
from editorial.workflow.words import Action, State


def publish_due(details: dict[str, Any], now: datetime) -> None:
    """Publish the dispatch if its hour has come.

    One that was taken off the schedule, or put to a later hour, is left to itself. Raises Refused
    when the rules say no: the dispatch stays scheduled, which the desk is shown as an alarm.
    """
    dispatch_id, by = uuid.UUID(details["dispatch"]), uuid.UUID(details["by"])
    with saving() as session:
        dispatch = load(session, dispatch_id)
        if dispatch is None or not _is_due(dispatch, now):
            return
        person = session.get_one(Person, by)
        try:
            perform(session, person, Action.PUBLISH, dispatch_id, now=now)
        except NotThere:
            raise Refused(
                f"{person.name}, who scheduled it, is no longer on this desk; "
                "another publisher has to publish or schedule it."
            ) from None


def _is_due(dispatch: Dispatch, now: datetime) -> bool:
    """By the hour in the database, never by the job's: it may be of an earlier schedule."""
    return (
        dispatch.state is State.SCHEDULED
        and dispatch.publish_at is not None
        and dispatch.publish_at <= now
    )


JOBS: dict[str, Callable[[dict[str, Any], datetime], None]] = {PUBLISH_DUE: publish_due}
