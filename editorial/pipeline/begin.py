"""A dispatch begins: its row, an empty working copy, and what is written in it first."""

import uuid
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from editorial.document.content import Content
from editorial.models.dispatch import Dispatch
from editorial.models.person import Person
from editorial.models.working_copy import WorkingCopy
from editorial.pipeline.write import write


def begin_dispatch(
    session: Session,
    person: Person,
    desk_id: uuid.UUID,
    content: Content,
    now: datetime,
    **columns: Any,
) -> Dispatch:
    """A draft of ``person`` on a desk where they write, which the caller has seen to; ``columns``
    are the dispatch's own. Raises Refused or InvalidDocument."""
    dispatch = Dispatch(
        id=uuid.uuid4(),
        desk_id=desk_id,
        moved_at=now,
        created_at=now,
        created_by=person.id,
        **columns,
    )
    session.add(dispatch)
    session.flush()
    empty = WorkingCopy(
        dispatch_id=dispatch.id, content=Content().to_json(), saved_at=now, saved_by=person.id
    )
    session.add(empty)
    session.flush()
    write(session, dispatch, person, content, seen=empty.version, now=now)
    return dispatch
