"""Having the open quotes counted and the gates weighed anew, a moment after what was typed."""

import uuid
from datetime import datetime

from sqlalchemy.orm import Session

from editorial.outbox.put import put_again

COUNT_QUOTES = "count_quotes"


def count_soon(session: Session, dispatch_id: uuid.UUID, now: datetime) -> None:
    """Once for all that is typed until then."""
    details = {"dispatch": str(dispatch_id)}
    put_again(session, COUNT_QUOTES, details, now, key=f"{COUNT_QUOTES}:{dispatch_id}")
