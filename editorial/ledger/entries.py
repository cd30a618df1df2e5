"""Reading every entry again: stored bytes, sequence, hashes, and what the columns copy of them."""

import json
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.ledger.account import Account
from editorial.ledger.entry import commitment, stamp
from editorial.ledger.fault import Fault
from editorial.ledger.tree import leaf_hash, push, root
from editorial.models.log_entry import LogEntry, LogWords

BATCH = 2_000

COLUMNS = (
    LogEntry.sequence,
    LogEntry.at,
    LogEntry.action,
    LogEntry.actor_id,
    LogEntry.dispatch_id,
    LogEntry.operation_id,
    LogEntry.body,
    LogEntry.leaf,
    LogEntry.root,
)


@dataclass(slots=True)
class Walk:
    """How far the reading came: the tree's peaks over ``size`` entries, and their account."""

    peaks: bytes = b""
    size: int = 0
    account: Account = field(default_factory=Account)


def entries(session: Session, *, with_words: bool) -> Iterator[tuple[Any, list[LogWords]]]:
    """Each stored entry in order, with the words beside it where they are wanted."""
    after = 0
    while True:
        rows = session.execute(
            select(*COLUMNS)
            .where(LogEntry.sequence > after)
            .order_by(LogEntry.sequence)
            .limit(BATCH)
        ).all()
        if not rows:
            return
        first, after = rows[0].sequence, rows[-1].sequence
        words: dict[int, list[LogWords]] = {}
        if with_words:
            for word in session.scalars(
                select(LogWords).where(LogWords.sequence.between(first, after))
            ):
                words.setdefault(word.sequence, []).append(word)
        for row in rows:
            yield row, words.get(row.sequence, [])
        session.expunge_all()


def check_entry(row: Any, walk: Walk, words: list[LogWords] | None) -> Fault | None:
    """Take one stored entry in; None for ``words`` leaves what stands beside it aside."""
    expected = walk.size + 1
    if row.sequence != expected:
        return Fault(expected, f"it is missing; the next one stored is {row.sequence}.")
    # Bytes changed by hand may come back as text: SQLite keeps what it was given.
    if not isinstance(row.body, bytes) or leaf_hash(row.body) != row.leaf:
        return Fault(expected, "its stored text was changed: the text and its hash differ.")
    walk.peaks = push(walk.peaks, walk.size, row.leaf)
    walk.size = expected
    if root(walk.peaks) != row.root:
        return Fault(expected, "the tree's root recorded with it is not the root of the entries.")
    try:
        said: dict[str, Any] = json.loads(row.body)
        return (
            _check_columns(row, said)
            or (None if words is None else _check_words(row.sequence, words, said))
            or walk.account.hear(row.sequence, said)
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return Fault(expected, "its stored text can't be read as an entry.")


def _check_columns(row: Any, said: dict[str, Any]) -> Fault | None:
    columns = {
        "sequence": row.sequence,
        "at": stamp(row.at),
        "action": row.action,
        "dispatch": _text(row.dispatch_id),
        "operation": _text(row.operation_id),
    }
    for name, value in columns.items():
        if said.get(name) != value:
            return Fault(row.sequence, f"its column “{name}” does not say what its text says.")
    if said["actor"]["id"] != _text(row.actor_id):
        return Fault(row.sequence, "its column “actor” does not say what its text says.")
    return None


def _check_words(sequence: int, words: list[LogWords], said: dict[str, Any]) -> Fault | None:
    commitments: dict[str, str] = said.get("commitments", {})
    for name in commitments.keys() - {word.field for word in words}:
        return Fault(sequence, f"the words of its “{name}” are gone without a mark of erasure.")
    for word in words:
        if word.erased_at is not None and word.text is None and word.salt is None:
            continue
        kept = commitment(word.salt or b"", word.text or "")
        if commitments.get(word.field) != kept:
            return Fault(sequence, f"the words of its “{word.field}” were changed.")
    return None


def _text(key: uuid.UUID | None) -> str | None:
    return None if key is None else str(key)
