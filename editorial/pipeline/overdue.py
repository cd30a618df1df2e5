"""Scheduled dispatches whose hour passed without them: the desk's alarm."""

import uuid
from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.orm import Session

from editorial.models.dispatch import Dispatch
from editorial.models.job import Job
from editorial.workflow.words import State

PATIENCE = timedelta(minutes=1)
PUBLISH_DUE = "publish_due"


def overdue(now: datetime) -> ColumnElement[bool]:
    """The condition on ``Dispatch``: still scheduled a minute after its hour."""
    return and_(Dispatch.state == State.SCHEDULED, Dispatch.publish_at < now - PATIENCE)


def is_overdue(dispatch: Dispatch, now: datetime) -> bool:
    """The same for one that is loaded."""
    return (
        dispatch.state is State.SCHEDULED
        and dispatch.publish_at is not None
        and dispatch.publish_at < now - PATIENCE
    )


def why_overdue(session: Session, dispatch_ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, str]:
    """What the worker's last attempt said, by dispatch; nothing where it made none."""
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
    return {
        wanted[details["dispatch"]]: error.removeprefix("Refused: ")
        for details, error in jobs
        if details.get("dispatch") in wanted
    }
