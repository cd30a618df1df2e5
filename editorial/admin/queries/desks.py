"""Desks as administrators see them."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from editorial.models.desk import Desk
from editorial.models.dispatch import Dispatch
from editorial.models.grant import Grant
from editorial.models.person import Person
from editorial.pipeline.refusal import NotThere
from editorial.workflow.steps import OPEN_WORK


@dataclass(frozen=True, slots=True)
class DeskRow:
    """One desk: its words, its people, its open work."""

    id: uuid.UUID
    name: str
    slug: str
    description: str
    people: int
    open_dispatches: int
    closed_at: datetime | None
    certificate_names: bool


def desk_rows(session: Session) -> tuple[DeskRow, ...]:
    """Every desk in order, the closed ones last."""
    people = dict(
        session.execute(
            select(Grant.desk_id, func.count(Grant.person_id.distinct()))
            .join(Person, Person.id == Grant.person_id)
            .where(Grant.desk_id.is_not(None), Person.deactivated_at.is_(None))
            .group_by(Grant.desk_id)
        ).all()
    )
    work = dict(
        session.execute(
            select(Dispatch.desk_id, func.count())
            .where(Dispatch.state.in_(OPEN_WORK))
            .group_by(Dispatch.desk_id)
        ).all()
    )
    desks = session.scalars(
        select(Desk).order_by(Desk.closed_at.is_not(None), Desk.position, Desk.name)
    )
    return tuple(
        DeskRow(
            id=desk.id,
            name=desk.name,
            slug=desk.slug,
            description=desk.description,
            people=people.get(desk.id, 0),
            open_dispatches=work.get(desk.id, 0),
            closed_at=desk.closed_at,
            certificate_names=desk.certificate_names,
        )
        for desk in desks
    )


def desk_row(session: Session, desk_id: uuid.UUID) -> DeskRow:
    """One of them. Raises NotThere."""
    for row in desk_rows(session):
        if row.id == desk_id:
            return row
    raise NotThere
