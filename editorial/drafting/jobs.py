"""What follows typing: the number of open quotes that lists show is counted anew."""

import uuid
from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from editorial.drafting.counting import COUNT_QUOTES, count_soon
from editorial.models.dispatch import Dispatch
from editorial.models.log_entry import LogEntry
from editorial.models.saving import reading, saving
from editorial.models.working_copy import WorkingCopy
from editorial.pipeline.gates import note_gates
from editorial.pipeline.gather import gather
from editorial.pipeline.perform import load
from editorial.pipeline.write import label


def count_quotes(details: dict[str, Any], now: datetime) -> None:
    """Weigh the text without keeping anybody from writing, then set the figures, unless something
    was typed or done meanwhile: then it is weighed again."""
    key = uuid.UUID(details["dispatch"])
    session = reading()
    session.rollback()
    dispatch = session.get(Dispatch, key)
    if dispatch is None:
        return
    weighed = _as_it_is(session, dispatch)
    situation = gather(session, dispatch, None, now)
    with saving() as session:
        dispatch = load(session, key)
        assert dispatch is not None  # no dispatch is ever deleted
        if _as_it_is(session, dispatch) != weighed:
            count_soon(session, key, now)
            return
        label(session, dispatch, open_quotes=len(situation.evidence.open_quotes))
        note_gates(session, dispatch, situation.gates)


def _as_it_is(session: Session, dispatch: Dispatch) -> tuple[int | None, ...]:
    """Which text it is, where, and what was done last: an act that changes no column has an entry
    all the same."""
    text = select(WorkingCopy.version).where(WorkingCopy.dispatch_id == dispatch.id)
    last = select(func.max(LogEntry.sequence)).where(LogEntry.dispatch_id == dispatch.id)
    return (session.scalar(text), dispatch.version, session.scalar(last))


JOBS: dict[str, Callable[[dict[str, Any], datetime], None]] = {COUNT_QUOTES: count_quotes}
