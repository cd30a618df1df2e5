"""Letting go of a text that waits: by a writer; by an editor, with a reason, if its author left."""

import uuid

from sqlalchemy.orm import Session

from editorial.drafting.commands import Asked, locked
from editorial.drafting.kept import author_left, find_kept, open_kept, settle, why_not_decide
from editorial.pipeline.record import record
from editorial.pipeline.refusal import Refused
from editorial.pipeline.write import why_not_write


def set_aside(
    session: Session, asked: Asked, dispatch_id: uuid.UUID, kept_id: uuid.UUID, reason: str = ""
) -> None:
    """Let a kept text go; its row stays. Raises NotThere or Refused."""
    person, dispatch = locked(session, asked, dispatch_id)
    found = find_kept(session, dispatch_id, kept_id)
    left = author_left(session, found)
    # Of one whose author is gone nobody else would say that it waits no longer.
    if not left and (refusal := why_not_write(dispatch, person)) is not None:
        raise Refused(refusal)
    if (refusal := why_not_decide(session, found, person, dispatch)) is not None:
        raise Refused(refusal)
    if left and not reason.strip():
        raise Refused("Say why: its author can’t be asked any more.")
    kept = open_kept(session, dispatch_id, kept_id)
    if kept is None:
        return
    settle(session, kept, asked.now)
    if left:
        record(
            session,
            person,
            "dismiss_words",
            asked.now,
            details={"person": left},
            words={"reason": reason.strip()},
            dispatch_id=dispatch_id,
        )
