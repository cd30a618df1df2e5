"""What follows typing: the number of open quotes that lists show is counted anew."""

import uuid
from collections.abc import Callable
from datetime import datetime
from typing import Any

from editorial.drafting.sync import COUNT_QUOTES
from editorial.models.dispatch import Dispatch
from editorial.models.saving import reading, saving
from editorial.pipeline.gates import note_gates
from editorial.pipeline.gather import gather
from editorial.pipeline.write import label


def count_quotes(details: dict[str, Any], now: datetime) -> None:
    """Weigh the text without keeping anybody from writing, then set the figures. What is typed
    meanwhile has put the job again."""
    key = uuid.UUID(details["dispatch"])
    session = reading()
    session.rollback()
    dispatch = session.get(Dispatch, key)
    if dispatch is None:
        return
    situation = gather(session, dispatch, None, now)
    with saving() as session:
        dispatch = session.get_one(Dispatch, key)
        label(session, dispatch, open_quotes=len(situation.evidence.open_quotes))
        note_gates(session, dispatch, situation.gates)


JOBS: dict[str, Callable[[dict[str, Any], datetime], None]] = {COUNT_QUOTES: count_quotes}
