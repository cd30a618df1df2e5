"""Desk and embargo saved by themselves while a dispatch is a draft."""

import uuid

from sqlalchemy.orm import Session

from editorial.drafting.commands import Asked, locked
from editorial.drafting.draft import Placing, placed_as, placing_of
from editorial.drafting.place import put_in_place
from editorial.ledger.latest import last_word
from editorial.pipeline.refusal import Refused, Stale
from editorial.pipeline.write import why_not_write

FILED = "Now that it was filed, desk and embargo change with “Save”: the log tells of it."


def place(
    session: Session, asked: Asked, dispatch_id: uuid.UUID, placing: Placing, shown: str
) -> str:
    """Put the draft where ``placing`` says, if it is where the page ``shown`` it; how it is named
    then. Sent again it does the same. Raises NotThere, Refused or Stale."""
    person, dispatch = locked(session, asked, dispatch_id)
    if (reason := why_not_write(dispatch, person)) is not None:
        raise Refused(reason)
    now = placing_of(dispatch)
    if placing == now:
        return placed_as(placing)
    if dispatch.revision_id is not None:
        raise Refused(FILED)
    # A page on which it began shows nothing yet.
    began = shown == "" and now.embargo_at is None
    if shown != placed_as(now) and not began:
        raise Stale(
            "Someone else changed desk or embargo meanwhile; load the page to see them. "
            + last_word(session, dispatch_id, asked.now)
        )
    put_in_place(session, dispatch, person, placing)
    return placed_as(placing)
