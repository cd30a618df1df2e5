"""Overrides nobody has read again whose dispatch has left the columns since."""

import uuid
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.board.columns import A_DAY
from editorial.models.dispatch import Dispatch
from editorial.models.override import Override
from editorial.models.person import Person
from editorial.workflow.gates import name_of
from editorial.workflow.words import Gate, State


@dataclass(frozen=True, slots=True)
class Unread:
    """``gate`` is the name of the one that ``name`` overrode, the dispatch's last."""

    id: uuid.UUID
    slugline: str
    headline: str
    language: str
    gate: str
    name: str
    at: datetime


def unread_overrides(
    session: Session, desk_ids: Collection[uuid.UUID], now: datetime
) -> tuple[Unread, ...]:
    """One a dispatch, the longest waiting first. Those still in a column are told by their card."""
    rows = session.execute(
        select(
            Dispatch.id,
            Dispatch.slugline,
            Dispatch.headline,
            Dispatch.language,
            Override.gate,
            Person.name,
            Override.overridden_at,
        )
        .join(Override, Override.dispatch_id == Dispatch.id)
        .join(Person, Person.id == Override.overridden_by)
        .where(
            Override.read_at.is_(None),
            Dispatch.desk_id.in_(desk_ids),
            Dispatch.state == State.DONE,
            Dispatch.entered_at < now - A_DAY,
        )
        .order_by(Override.overridden_at)
    )
    found = {row[0]: Unread(*row[:4], name_of(Gate(row[4])), *row[5:]) for row in rows}
    return tuple(found.values())
