"""Ticking a point of a return off on the review page."""

import uuid

from sqlalchemy.orm import Session

from editorial.models.point import Point
from editorial.pipeline.points import mark_points, why_not_tick
from editorial.pipeline.refusal import NotThere, Refused
from editorial.review.asking import Asked, locked


def tick(session: Session, asked: Asked, point_id: uuid.UUID, *, done: bool) -> None:
    """Tick a point off, or open it again. What is so already stays so. Raises Refused or
    NotThere."""
    person, dispatch = locked(session, asked)
    point = session.get(Point, point_id, populate_existing=True)
    if point is None or point.dispatch_id != dispatch.id:
        raise NotThere
    if (reason := why_not_tick(dispatch, person)) is not None:
        raise Refused(reason)
    mark_points([point], {point_id} if done else (), person, asked.now)
