"""The points of a return: what has to change, and what whoever writes has seen to."""

import uuid
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.models.dispatch import Dispatch
from editorial.models.person import Person
from editorial.models.point import Point
from editorial.pipeline.roles import roles_on
from editorial.pipeline.write import WRITERS
from editorial.workflow.steps import OPEN_WORK


@dataclass(frozen=True, slots=True)
class PointLine:
    """One point; ``ticked_by`` is None while it stands open."""

    id: uuid.UUID
    text: str
    ticked_by: str | None
    ticked_at: datetime | None


@dataclass(frozen=True, slots=True)
class PointList:
    """Those of one return. ``may_tick``: for this person, now."""

    name: str
    at: datetime
    points: tuple[PointLine, ...]
    may_tick: bool

    @property
    def open(self) -> int:
        """How many are not ticked off."""
        return sum(point.ticked_by is None for point in self.points)


def point_lists(session: Session, dispatch: Dispatch, person: Person) -> tuple[PointList, ...]:
    """Every return's list, the last first."""
    rows = session.scalars(
        select(Point)
        .where(Point.dispatch_id == dispatch.id)
        .order_by(Point.made_at.desc(), Point.place)
    ).all()
    may_tick = why_not_tick(dispatch, person) is None
    return tuple(
        PointList(points[0].person.name, made_at, _lines(points), may_tick)
        for made_at, group in groupby(rows, key=lambda point: point.made_at)
        for points in [list(group)]
    )


def mark_points(
    points: Collection[Point], ticked: Collection[uuid.UUID], person: Person, now: datetime
) -> None:
    """Tick off those of ``points`` that are named and open the others. What is so already stays
    so, with whoever ticked it."""
    for point in points:
        done = point.id in ticked
        if (point.ticked_at is not None) is not done:
            point.ticked_at = now if done else None
            point.ticked_by = person.id if done else None


def why_not_tick(dispatch: Dispatch, person: Person) -> str | None:
    """Why the person can't tick points off now."""
    if dispatch.state not in OPEN_WORK:
        return "Its text is not worked on now; the points stay as they are."
    if roles_on(person, dispatch.desk_id) & WRITERS or person.id == dispatch.created_by:
        return None
    return "Points are ticked off by who writes: you need the role of correspondent or editor."


def _lines(points: Sequence[Point]) -> tuple[PointLine, ...]:
    return tuple(
        PointLine(
            point.id,
            point.text,
            None if point.ticker is None else point.ticker.name,
            point.ticked_at,
        )
        for point in points
    )
