"""Reading every entry again: stored bytes, sequence, hashes, and what the columns copy of them."""

import json
import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.ledger.account import Account
from editorial.ledger.entry import commitment, stamp
from editorial.ledger.fault import Fault
from editorial.ledger.tree import Growth, leaf_hash
from editorial.models.log_entry import LogEntry, LogWords

BATCH = 2_000

STORED = (LogEntry.sequence, LogEntry.body, LogEntry.leaf, LogEntry.root)
COPIED = (
    LogEntry.at,
    LogEntry.action,
    LogEntry.actor_id,
    LogEntry.dispatch_id,
    LogEntry.operation_id,
)
read_json = json.JSONDecoder().decode
# As ``stamp`` writes it: compared as text, later is greater.
WHEN = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{6}Z")


@dataclass(slots=True)
class Walk:
    """How far the reading came: the tree over the entries so far, and their account."""

    tree: Growth = field(default_factory=Growth)
    account: Account = field(default_factory=Account)


def entries(session: Session, *, with_tables: bool) -> Iterator[tuple[Any, list[LogWords] | None]]:
    """Each stored entry in order; ``with_tables`` with its copied columns and the words beside it,
    else with None."""
    after = 0
    columns = (*STORED, *COPIED) if with_tables else STORED
    while True:
        rows = session.execute(
            select(*columns)
            .where(LogEntry.sequence > after)
            .order_by(LogEntry.sequence)
            .limit(BATCH)
        ).all()
        if not rows:
            return
        first, after = rows[0].sequence, rows[-1].sequence
        words: dict[int, list[LogWords]] = {}
        if with_tables:
            for word in session.scalars(
                select(LogWords).where(LogWords.sequence.between(first, after))
            ):
                words.setdefault(word.sequence, []).append(word)
        for row in rows:
            yield row, words.get(row.sequence, []) if with_tables else None
        session.expunge_all()


def check_entry(row: Any, words: list[LogWords] | None, walk: Walk) -> Fault | None:
    """Take one stored entry in; None for ``words`` leaves its columns and them aside."""
    sequence, stored, leaf, root = row[:4]
    tree = walk.tree
    if sequence != tree.size + 1:
        return Fault(tree.size + 1, f"it is missing; the next one stored is {sequence}.")
    # Bytes changed by hand may come back as text: SQLite keeps what it was given.
    if not isinstance(stored, bytes) or leaf_hash(stored) != leaf:
        return Fault(sequence, "its stored text was changed: the text and its hash differ.")
    tree.add(leaf)
    if tree.root() != root:
        return Fault(sequence, "the tree's root recorded with it is not the root of the entries.")
    try:
        said: dict[str, Any] = read_json(stored.decode())
        if said["sequence"] != sequence:
            return Fault(sequence, "its text says that it is another entry.")
        if not WHEN.fullmatch(said["at"]):
            return Fault(sequence, "its text does not say when it was made.")
        walk.account.latest = max(walk.account.latest, (said["at"], sequence))
        fault = None
        if words is not None:
            fault = _check_columns(row, said) or _check_words(sequence, words, said)
        return fault or walk.account.hear(sequence, said)
    except (ValueError, KeyError, TypeError, AttributeError):
        return Fault(sequence, "its stored text can't be read as an entry.")


def _check_columns(row: Any, said: dict[str, Any]) -> Fault | None:
    columns = {
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
