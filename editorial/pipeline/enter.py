"""Coming into a state: when, and how long it was in the one before."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from editorial.models.dispatch import UNPLACED, Dispatch
from editorial.models.stay import Stay
from editorial.workflow.words import State


def enter(session: Session, dispatch: Dispatch, state: State, now: datetime) -> None:
    """Set the state; where it is another, keep how long the last one took and begin anew in the
    order of the board."""
    dispatch.moved_at = now
    if dispatch.state is state:
        return
    session.add(
        Stay(
            dispatch_id=dispatch.id,
            desk_id=dispatch.desk_id,
            state=dispatch.state,
            ended_at=now,
            week=(now - timedelta(days=now.weekday())).date(),
            seconds=max(0, int((now - dispatch.entered_at).total_seconds())),
        )
    )
    dispatch.state, dispatch.entered_at, dispatch.place = state, now, UNPLACED
