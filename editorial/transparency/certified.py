"""Which entries vouch for a publication: what a certificate is made of."""

import json
import uuid
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.ledger.account import NEW_TEXT
from editorial.models.log_entry import LogEntry
from editorial.models.publication import Publication

Said = tuple[LogEntry, dict[str, Any]]


def vouched_for(session: Session, publication: Publication) -> dict[str, Any] | None:
    """The details of the entry that certifies ``publication``: digests, and the entries that filed,
    approved and published it, each by number, leaf, role and time. None when no entry did."""
    said = _entries_of(session, publication.dispatch_id)
    published = [one for one in said if one[1]["action"] == "publish"]
    if len(published) < publication.ordinal:
        return None
    publish = published[publication.ordinal - 1]
    before = said[: said.index(publish)]
    revision = publish[1]["revision"]
    approve = _last(before, frozenset({"approve"}), revision)
    file = _last(before, NEW_TEXT, revision)
    if approve is None or file is None or publication.revision.digest != revision["digest"]:
        return None
    acts = {"file": file, "approve": approve, "publish": publish}
    return {
        "dispatch": str(publication.dispatch_id),
        "address": publication.address,
        "ordinal": publication.ordinal,
        "revision": revision,
        "evidence": publish[1]["evidence"],
        "entries": {act: _named(*one) for act, one in acts.items()},
    }


def _entries_of(session: Session, dispatch_id: uuid.UUID) -> list[Said]:
    rows = session.scalars(
        select(LogEntry)
        .where(
            LogEntry.dispatch_id == dispatch_id,
            LogEntry.action.in_([*NEW_TEXT, "approve", "publish"]),
        )
        .order_by(LogEntry.sequence)
    )
    return [(row, json.loads(row.body)) for row in rows]


def _last(said: list[Said], actions: frozenset[str], revision: dict[str, Any]) -> Said | None:
    fitting = [
        one for one in said if one[1]["action"] in actions and one[1]["revision"] == revision
    ]
    return fitting[-1] if fitting else None


def _named(row: LogEntry, said: dict[str, Any]) -> dict[str, Any]:
    return {
        "entry": row.sequence,
        "leaf": row.leaf.hex(),
        "role": said["actor"]["role"],
        "at": said["at"],
    }
