"""Where what was shared from a phone can go."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.drafting.queries import writing_desks
from editorial.models.dispatch import Dispatch
from editorial.models.person import Person
from editorial.pipeline.write import why_not_write
from editorial.workflow.words import State

MOST = 40


def destinations(session: Session, person: Person) -> list[Dispatch]:
    """The dispatches whose text this person may change now, the last moved first."""
    found = session.scalars(
        select(Dispatch)
        .where(
            Dispatch.desk_id.in_([desk.id for desk in writing_desks(session, person)]),
            Dispatch.state.not_in((State.SPIKED, State.DONE)),
        )
        .order_by(Dispatch.moved_at.desc())
        .limit(2 * MOST)
    )
    return [one for one in found if why_not_write(one, person) is None][:MOST]
