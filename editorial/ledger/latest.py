"""The last thing that happened to a dispatch, for someone whose page is old."""

import json
import uuid
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.ledger.wording import sentence
from editorial.models.dispatch import Dispatch
from editorial.models.log_entry import LogEntry


def last_word(session: Session, dispatch_id: uuid.UUID, now: datetime) -> str:
    """A sentence: who did what, how long ago."""
    row = session.execute(
        select(LogEntry.body, LogEntry.at, Dispatch.slugline)
        .join(Dispatch, Dispatch.id == LogEntry.dispatch_id)
        .where(LogEntry.dispatch_id == dispatch_id)
        .order_by(LogEntry.sequence.desc())
        .limit(1)
    ).one_or_none()
    if row is None:
        return "Someone changed it meanwhile."
    said = sentence(json.loads(row.body), row.slugline).rstrip(".")
    return f"{said}, {_ago(now, row.at)}."


def _ago(now: datetime, at: datetime) -> str:
    seconds = max(0, int((now - at).total_seconds()))
    if seconds < 5:
        return "just now"
    if seconds < 60:
        return f"{seconds} seconds ago"
    if seconds < 120:
        return "a minute ago"
    if seconds < 3600:
        return f"{seconds // 60} minutes ago"
    return f"on {at:%d %B at %H:%M} UTC"
