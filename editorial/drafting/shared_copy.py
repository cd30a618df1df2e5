"""A working copy's shared document in the database: opened, added to, folded together."""

import uuid
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from editorial.document.content import Content
from editorial.document.shared import Shared
from editorial.drafting.draft import Draft, draft_of, labels_of
from editorial.drafting.written import cut, typed_of, written
from editorial.models.copy_state import CopyState
from editorial.models.copy_update import CopyUpdate
from editorial.models.dispatch import Dispatch
from editorial.models.working_copy import WorkingCopy
from editorial.pipeline.gather import WRITING_STATES

FOLD_AFTER = 64
FOLD_BYTES = 256 * 1024
MOST_WITH_WHAT_WENT = 1024 * 1024


@dataclass(slots=True)
class OpenCopy:
    """The document; ``catching_up`` is what had to change in it to read as the working copy does,
    which is written without it too (the text area, a merge): that is not stored yet."""

    shared: Shared
    catching_up: bytes | None


def open_copy(session: Session, dispatch: Dispatch) -> OpenCopy:
    """The document as it is stored, brought in line with the text that everything else reads."""
    state = session.get(CopyState, dispatch.id, populate_existing=True)
    since = 0 if state is None else state.number
    changes = session.scalars(
        select(CopyUpdate.change)
        .where(CopyUpdate.dispatch_id == dispatch.id, CopyUpdate.number > since)
        .order_by(CopyUpdate.number)
    )
    shared = Shared(([] if state is None else [state.state]) + list(changes))
    standing = standing_draft(session, dispatch)
    now = written(shared.read())
    alike = now.content(None) == standing.content(None) and cut(now) == labels_of(dispatch)
    if alike and not shared.is_empty:
        return OpenCopy(shared, None)
    return OpenCopy(shared, shared.change(typed_of(standing)))


def standing_draft(session: Session, dispatch: Dispatch) -> Draft:
    """The working copy and its labels as they are saved."""
    copy = session.get_one(WorkingCopy, dispatch.id, populate_existing=True)
    draft = draft_of(Content.from_json(copy.content), labels_of(dispatch), None)
    return replace(draft, placing=None)


def store_change(
    session: Session, dispatch: Dispatch, change: bytes, sender: uuid.UUID, now: datetime
) -> None:
    """Add an update to the document; the dispatch is locked."""
    number = last_number(session, dispatch.id) + 1
    session.add(
        CopyUpdate(
            dispatch_id=dispatch.id, number=number, change=change, sent_at=now, sent_by=sender
        )
    )
    session.flush()


def last_number(session: Session, dispatch_id: uuid.UUID) -> int:
    """Of the newest update, folded or not."""
    last = session.scalar(
        select(func.max(CopyUpdate.number)).where(CopyUpdate.dispatch_id == dispatch_id)
    )
    if last is not None:
        return last
    state = session.get(CopyState, dispatch_id)
    return 0 if state is None else state.number


def fold(session: Session, dispatch: Dispatch, shared: Shared) -> None:
    """Once many updates have come, put them into one state; ``shared`` holds them all.

    While it is a draft, what was taken out of it can be put back; once it was filed, or where that
    has grown large, it is forgotten here.
    """
    count, size = session.execute(
        select(func.count(), func.coalesce(func.sum(func.length(CopyUpdate.change)), 0)).where(
            CopyUpdate.dispatch_id == dispatch.id
        )
    ).one()
    if count < FOLD_AFTER and size < FOLD_BYTES:
        return
    number = last_number(session, dispatch.id)
    whole = shared.state
    keeps = dispatch.state in WRITING_STATES and len(whole) <= MOST_WITH_WHAT_WENT
    folded = whole if keeps else shared.without_what_went
    state = session.get(CopyState, dispatch.id)
    if state is None:
        session.add(CopyState(dispatch_id=dispatch.id, number=number, state=folded))
    else:
        state.number, state.state = number, folded
    session.flush()
    session.execute(delete(CopyUpdate).where(CopyUpdate.dispatch_id == dispatch.id))
