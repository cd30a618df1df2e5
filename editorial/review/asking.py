"""What every act of the dispatch page carries, and the dispatch it is about."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from editorial.models.dispatch import Dispatch
from editorial.models.person import Person
from editorial.pipeline.perform import as_they_are, load
from editorial.pipeline.refusal import NotThere
from editorial.pipeline.roles import can_see


@dataclass(frozen=True, slots=True)
class Asked:
    """Who asks, when, and the id that the page made."""

    person_id: uuid.UUID
    dispatch_id: uuid.UUID
    now: datetime
    note: str
    operation: uuid.UUID | None


def locked(session: Session, asked: Asked) -> tuple[Person, Dispatch]:
    """Who asks and the dispatch, as they are once nobody else changes it. Raises NotThere."""
    dispatch = load(session, asked.dispatch_id)
    person = as_they_are(session, asked.person_id)
    if dispatch is None or not can_see(person, dispatch.desk_id, dispatch.created_by):
        raise NotThere
    return person, dispatch
