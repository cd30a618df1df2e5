"""Scheduled dispatches whose hour passed without them: the desk's alarm."""

import uuid
from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from editorial.models.dispatch import Dispatch
from editorial.models.job import Job
from editorial.workflow.words import State

PATIENCE = timedelta(minutes=1)
PUBLISH_DUE = "publish_due"


def overdue(now: datetime) -> ColumnElement[bool]:
    """The condition on ``Dispatch``: still scheduled a minute after its hour, or an hour that can't
    be kept any more."""
    late = and_(Dispatch.state == State.SCHEDULED, Dispatch.publish_at < now - PATIENCE)
    return or_(late, Dispatch.missed_at.is_not(None))


def is_overdue(dispatch: Dispatch, now: datetime) -> bool:
    """The same for one that is loaded."""
    return dispatch.missed_at is not None or (
        dispatch.state is State.SCHEDULED
        and dispatch.publish_at is not None
        and dispatch.publish_at < now - PATIENCE
    )


def is_lost(dispatch: Dispatch, now: datetime) -> bool:
    """Its hour is still ahead, and can't be kept."""
    return dispatch.missed_at is not None and dispatch.missed_at > now


def why_overdue(session: Session, dispatch_ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, str]:
    """Why each is late: what the alarm says, or the worker's last attempt; nothing where it made
    none."""
    wanted = {str(dispatch_id): dispatch_id for dispatch_id in dispatch_ids}
    if not wanted:
        return {}
    jobs = session.execute(
        select(Job.details, Job.last_error)
        .where(
            Job.name == PUBLISH_DUE,
            Job.done_at.is_(None),
            Job.given_up_at.is_(None),
            Job.last_error != "",
        )
        .order_by(Job.put_at)
    )
    alarms = session.execute(
        select(Dispatch.id, Dispatch.missed_because).where(
            Dispatch.id.in_(wanted.values()), Dispatch.missed_at.is_not(None)
        )
    )
    return {row[0]: row[1] for row in alarms} | {
        wanted[details["dispatch"]]: error.removeprefix("Refused: ")
        for details, error in jobs
        if details.get("dispatch") in wanted
    }
