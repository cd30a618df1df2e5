"""Proving the log: every stored byte is hashed again, and what it says is held against the tables.

The first fault is named by its entry; nothing is believed because a column says so.
"""

import json
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.ledger.entry import commitment, stamp
from editorial.ledger.tree import leaf_hash, push, root
from editorial.models.dispatch import Dispatch
from editorial.models.log_entry import LogEntry, LogHead, LogWords
from editorial.models.publication import Publication
from editorial.models.revision import Revision, is_intact

BATCH = 2_000


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and at which entry (None: not at an entry)."""

    sequence: int | None
    sentence: str

    def __str__(self) -> str:
        """The sentence with its place."""
        return self.sentence if self.sequence is None else f"Entry {self.sequence}: {self.sentence}"


@dataclass(frozen=True, slots=True)
class Verified:
    """The outcome: ``fault`` is None when all of it holds; ``root`` is in hexadecimal."""

    entries: int
    revisions: int
    root: str
    fault: Fault | None


@dataclass(slots=True)
class _Walk:
    """What the entries read so far say."""

    peaks: bytes = b""
    size: int = 0
    states: dict[str, str] | None = None
    frozen: dict[tuple[str, int], str] | None = None
    live: dict[str, str] | None = None


Progress = Callable[[int, int], None]


def verify(session: Session, progress: Progress = lambda _done, _all: None) -> Verified:
    """Check sequence, hashes, root, commitments, revisions and the continuity of states."""
    walk = _Walk(states={}, frozen={}, live={})
    head = session.get(LogHead, 1, populate_existing=True)
    total = 0 if head is None else head.size
    fault: Fault | None = None
    for row, words in _entries(session):
        fault = _check_entry(row, words, walk)
        if fault is not None:
            return Verified(walk.size, 0, root(walk.peaks).hex(), fault)
        if walk.size % BATCH == 0:
            progress(walk.size, total)
    fault = _check_head(head, walk)
    revisions, revision_fault = _check_revisions(session, walk)
    fault = fault or revision_fault or _check_dispatches(session, walk)
    progress(walk.size, total)
    return Verified(walk.size, revisions, root(walk.peaks).hex(), fault)


def _entries(session: Session) -> Iterator[tuple[LogEntry, list[LogWords]]]:
    after = 0
    while True:
        rows = session.scalars(
            select(LogEntry)
            .where(LogEntry.sequence > after)
            .order_by(LogEntry.sequence)
            .limit(BATCH)
        ).all()
        if not rows:
            return
        after = rows[-1].sequence
        words: dict[int, list[LogWords]] = {}
        for word in session.scalars(
            select(LogWords).where(LogWords.sequence.between(rows[0].sequence, after))
        ):
            words.setdefault(word.sequence, []).append(word)
        for row in rows:
            yield row, words.get(row.sequence, [])
        session.expunge_all()


def _check_entry(row: LogEntry, words: list[LogWords], walk: _Walk) -> Fault | None:
    expected = walk.size + 1
    if row.sequence != expected:
        return Fault(expected, f"it is missing; the next one stored is {row.sequence}.")
    if leaf_hash(row.body) != row.leaf:
        return Fault(expected, "its stored text was changed: the text and its hash differ.")
    walk.peaks = push(walk.peaks, walk.size, row.leaf)
    walk.size = expected
    if root(walk.peaks) != row.root:
        return Fault(expected, "the tree's root recorded with it is not the root of the entries.")
    try:
        said: dict[str, Any] = json.loads(row.body)
    except ValueError:
        return Fault(expected, "its stored text can't be read.")
    return (
        _check_columns(row, said)
        or _check_words(row.sequence, words, said)
        or _follow(row.sequence, said, walk)
    )


def _check_columns(row: LogEntry, said: dict[str, Any]) -> Fault | None:
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


def _follow(sequence: int, said: dict[str, Any], walk: _Walk) -> Fault | None:
    dispatch = said.get("dispatch")
    if dispatch is None or said.get("to") is None:
        return None
    assert walk.states is not None
    assert walk.frozen is not None
    assert walk.live is not None
    before = walk.states.get(dispatch, "draft")
    if said["from"] != before:
        return Fault(
            sequence, f"it says the dispatch was {said['from']}, but entries before say {before}."
        )
    walk.states[dispatch] = said["to"]
    revision = said.get("revision")
    if revision is not None:
        key = (dispatch, revision["number"])
        if walk.frozen.setdefault(key, revision["digest"]) != revision["digest"]:
            return Fault(sequence, "it names a revision by another digest than an earlier entry.")
        if said["action"] == "publish":
            walk.live[dispatch] = revision["digest"]
    return None


def _check_head(head: LogHead | None, walk: _Walk) -> Fault | None:
    if head is None:
        return Fault(None, "The log's head is missing.")
    if head.size != walk.size:
        return Fault(head.size, f"the head counts {head.size} entries, but {walk.size} are stored.")
    if head.root != root(walk.peaks):
        return Fault(None, "The head's root is not the root of the entries.")
    return None


def _check_revisions(session: Session, walk: _Walk) -> tuple[int, Fault | None]:
    assert walk.frozen is not None
    seen = 0
    left = dict(walk.frozen)
    for dispatch_id, number, content, digest in session.execute(
        select(Revision.dispatch_id, Revision.number, Revision.content, Revision.digest)
    ).yield_per(200):
        seen += 1
        name = f"Revision {number} of dispatch {dispatch_id}"
        if not is_intact(content, digest):
            return seen, Fault(None, f"{name}: its text was changed after it was frozen.")
        logged = left.pop((str(dispatch_id), number), None)
        if logged is None:
            return seen, Fault(None, f"{name} stands in no entry of the log.")
        if logged != digest:
            return seen, Fault(None, f"{name}: its digest is not the one in the log.")
    for dispatch, number in left:
        return seen, Fault(None, f"Revision {number} of dispatch {dispatch} is missing.")
    return seen, None


def _check_dispatches(session: Session, walk: _Walk) -> Fault | None:
    assert walk.states is not None
    assert walk.live is not None
    for dispatch_id, state in session.execute(select(Dispatch.id, Dispatch.state)):
        said = walk.states.get(str(dispatch_id), "draft")
        if said != state:
            return Fault(
                None, f"Dispatch {dispatch_id} is {state.value}, but the log left it {said}."
            )
    published = session.execute(
        select(Publication.dispatch_id, Revision.digest)
        .join(Revision, Publication.revision_id == Revision.id)
        .where(Publication.current)
    )
    for dispatch_id, digest in published:
        if walk.live.get(str(dispatch_id)) != digest:
            return Fault(None, f"Dispatch {dispatch_id} shows a text that no entry published.")
    return None


def _text(key: uuid.UUID | None) -> str | None:
    return None if key is None else str(key)
