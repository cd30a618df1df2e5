"""The filters that people keep for themselves."""

import uuid
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from editorial.models.board_view import BoardView
from editorial.pipeline.refusal import NotThere, Refused

MOST_KEPT = 30
LONGEST_QUERY = 2000


def kept_views(session: Session, person_id: uuid.UUID) -> tuple[BoardView, ...]:
    """The person's own, by name."""
    return tuple(
        session.scalars(
            select(BoardView).where(BoardView.person_id == person_id).order_by(BoardView.name)
        )
    )


def keep_view(
    session: Session, person_id: uuid.UUID, name: str, desk: str, query: str, now: datetime
) -> None:
    """Keep a filter; one of that name is replaced. Raises Refused."""
    if len(query) > LONGEST_QUERY:
        raise Refused("This filter is too long to be kept. Ask for fewer words.")
    found = session.scalars(
        select(BoardView).where(BoardView.person_id == person_id, BoardView.name == name)
    ).one_or_none()
    if found is None:
        own = select(func.count()).where(BoardView.person_id == person_id)
        if (session.scalar(own) or 0) >= MOST_KEPT:
            raise Refused(f"You keep {MOST_KEPT} views already. Drop one that you no longer use.")
        found = BoardView(person_id=person_id, name=name)
        session.add(found)
    found.desk, found.query, found.made_at = desk, query, now


def drop_view(session: Session, person_id: uuid.UUID, view_id: uuid.UUID) -> None:
    """Forget one of one's own. Raises NotThere."""
    found = session.get(BoardView, view_id)
    if found is None or found.person_id != person_id:
        raise NotThere
    session.delete(found)
