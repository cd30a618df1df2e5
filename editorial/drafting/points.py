"""Ticking points off while writing: with the save, so that nothing typed is left behind."""

import uuid
from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.models.dispatch import Dispatch
from editorial.models.person import Person
from editorial.models.point import Point
from editorial.pipeline.points import mark_points, why_not_tick


def tick_shown(
    session: Session,
    person_id: uuid.UUID,
    dispatch_id: uuid.UUID,
    shown: Collection[uuid.UUID],
    ticked: Collection[uuid.UUID],
    now: datetime,
) -> None:
    """Set the points that the page showed as it was sent. A person who may not tick any more has
    saved all the same; their page says so by what stands open."""
    person = session.get_one(Person, person_id)
    dispatch = session.get_one(Dispatch, dispatch_id)
    if why_not_tick(dispatch, person) is not None:
        return
    points = session.scalars(
        select(Point)
        .where(Point.dispatch_id == dispatch_id, Point.id.in_(shown))
        .execution_options(populate_existing=True)
    ).all()
    mark_points(points, ticked, person, now)
