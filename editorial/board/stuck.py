"""Where stories get stuck: how long they stay in each state, week by week."""

import uuid
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date as Day  # noqa: N812  (a field is named for a week)
from datetime import datetime, timedelta

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from editorial.models.dispatch import Dispatch
from editorial.models.stay import Stay
from editorial.workflow.words import State

WEEKS = 12
WATCHED = (
    State.DRAFT,
    State.FILED,
    State.IN_REVIEW,
    State.RETURNED,
    State.APPROVED,
    State.SCHEDULED,
)


@dataclass(frozen=True, slots=True)
class Figure:
    """The stays in one state that ended in one week: how many, the middle one, and the one that
    nine in ten are not longer than; in seconds."""

    count: int
    median: int
    ninth: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """What is in a state now: how many, and for how many seconds the first of them has been."""

    count: int
    longest: int


def weeks_until(now: datetime) -> tuple[Day, ...]:
    """The Mondays (UTC) of the last WEEKS weeks, this week's last."""
    this = (now - timedelta(days=now.weekday())).date()
    return tuple(this - timedelta(weeks=back) for back in reversed(range(WEEKS)))


def time_in_states(
    session: Session, desk_ids: Collection[uuid.UUID], now: datetime
) -> dict[tuple[State, Day], Figure]:
    """A figure for each state and week in which any stay ended on these desks."""
    of_one = (Stay.week, Stay.state)
    ordered = (
        select(
            Stay.state,
            Stay.week,
            Stay.seconds,
            func.row_number().over(partition_by=of_one, order_by=Stay.seconds).label("place"),
            func.count().over(partition_by=of_one).label("count"),
        )
        .where(
            Stay.desk_id.in_(desk_ids),
            Stay.week >= weeks_until(now)[0],
            Stay.state.in_(WATCHED),
        )
        .subquery()
    )
    row = ordered.c
    middle, ninth = (row.count + 1) // 2, (row.count * 9 + 9) // 10
    found: dict[tuple[State, Day], list[tuple[int, int]]] = {}
    for state, week, seconds, count in session.execute(
        select(row.state, row.week, row.seconds, row.count)
        .where(or_(row.place == middle, row.place == ninth))
        .order_by(row.place)
    ):
        found.setdefault((state, week), []).append((count, seconds))
    return {key: Figure(rows[0][0], rows[0][1], rows[-1][1]) for key, rows in found.items()}


def waiting_now(
    session: Session, desk_ids: Collection[uuid.UUID], now: datetime
) -> dict[State, Waiting]:
    """What is in each state at this moment."""
    rows = session.execute(
        select(Dispatch.state, func.count(), func.min(Dispatch.entered_at))
        .where(Dispatch.desk_id.in_(desk_ids), Dispatch.state.in_(WATCHED))
        .group_by(Dispatch.state)
    )
    return {
        state: Waiting(count, max(0, int((now - since).total_seconds())))
        for state, count, since in rows
    }
