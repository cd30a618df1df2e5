"""Letting go of a text that waits: by a writer; by an editor, with a reason, if its author left or
had filed it."""

import uuid

from sqlalchemy.orm import Session

from editorial.drafting.commands import Asked, locked
from editorial.drafting.kept import (
    DECIDED,
    asks_why,
    author_left,
    find_kept,
    open_kept,
    settle,
    why_not_decide,
)
from editorial.models.person import Person
from editorial.pipeline import operation as operations
from editorial.pipeline.record import record
from editorial.pipeline.refusal import Refused
from editorial.pipeline.write import why_not_write


def set_aside(
    session: Session, asked: Asked, dispatch_id: uuid.UUID, kept_id: uuid.UUID, reason: str = ""
) -> None:
    """Let a kept text go; its row stays. Sent again it does the same. Raises NotThere or
    Refused."""
    person, dispatch = locked(session, asked, dispatch_id)
    found = find_kept(session, dispatch_id, kept_id)
    reason = reason.strip()
    left, told = author_left(session, found), asks_why(session, found, person)
    # Of one whose author is gone nobody else would say that it waits no longer.
    if not left and (refusal := why_not_write(dispatch, person)) is not None:
        raise Refused(refusal)
    if (refusal := why_not_decide(session, found, person, dispatch)) is not None:
        raise Refused(refusal)
    act = operations.fingerprint("set aside", kept_id, reason)
    if operations.begin(session, asked.operation, person.id, act, asked.now) is not None:
        return
    kept = open_kept(session, dispatch_id, kept_id)
    if kept is None:
        raise Refused(DECIDED)
    if told and not reason:
        gone = "its author can’t be asked any more" if left else "its author takes it for filed"
        raise Refused(f"Say why: {gone}.")
    settle(session, kept, asked.now)
    if told:
        author = session.get_one(Person, found.person_id).name
        record(
            session,
            person,
            "dismiss_words" if left else "dismiss_filing",
            asked.now,
            details={"person": author},
            words={"reason": reason},
            dispatch_id=dispatch_id,
        )
    operations.complete(session, asked.operation, {})
