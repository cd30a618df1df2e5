"""One quote and what this person may vouch for, for the card beside the text."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from editorial.models.dispatch import Dispatch
from editorial.models.person import Person
from editorial.pipeline.gather import gather
from editorial.pipeline.refusal import NotThere
from editorial.pipeline.roles import can_see
from editorial.review.lines import lines_of
from editorial.review.quote_line import QuoteLine


@dataclass(frozen=True, slots=True)
class Settling:
    """``line`` is None where the text that the desk judges has no such quote; ``filed``: that text
    is the filed one, not the one being written."""

    line: QuoteLine | None
    filed: bool
    version: int


def settling(
    session: Session, person: Person, dispatch_id: uuid.UUID, key: str, now: datetime
) -> Settling:
    """The quote of that key. Raises NotThere."""
    dispatch = session.get(Dispatch, dispatch_id)
    if dispatch is None or not can_see(person, dispatch.desk_id, dispatch.created_by):
        raise NotThere
    situation = gather(session, dispatch, person, now)
    lines = lines_of(session, person, situation, lambda _source, _offset: "")
    found = next((line for line in lines if line.key == key), None)
    return Settling(found, situation.content is not situation.written, dispatch.version)
