"""How long the proof of a log takes: ``python -m benchmarks.log_verify [ENTRIES]``, on SQLite.

The entries are as the desk writes them: filed, claimed, approved, published, a thousand dispatches
at a time, signed and with the nodes that proofs are made of.
"""

import sys
import tempfile
import time
import uuid
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from sqlalchemy import insert
from sqlalchemy.orm import Session

from editorial.ledger.audit import audit
from editorial.ledger.entry import Actor, Entry, body
from editorial.ledger.key_file import key_file_beside
from editorial.ledger.nodes import range_root
from editorial.ledger.proofs import consistency, inclusion
from editorial.ledger.tree import leaf_hash, push, root
from editorial.models.database import db
from editorial.models.dispatch import Dispatch
from editorial.models.log_entry import LogEntry, LogHead
from editorial.models.migrating import migrate
from editorial.models.saving import reading, saving
from editorial.transparency.jobs import checkpoint
from editorial.workflow.words import Role
from tests.newsroom import Newsroom

START = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
BATCH = 10_000
STEPS = (
    ("file", "draft", "filed"),
    ("claim", "filed", "in_review"),
    ("approve", "in_review", "approved"),
    ("publish", "approved", "done"),
)


def entries_of(dispatch: uuid.UUID, author: Actor, editor: Actor, at: datetime) -> list[Entry]:
    """One dispatch's way to readers."""
    digest, evidence = uuid.uuid4().hex * 2, uuid.uuid4().hex * 2
    return [
        Entry(
            at=at,
            actor=author if action == "file" else editor,
            action=action,
            dispatch=dispatch,
            revision_number=1,
            revision_digest=digest,
            evidence_digest=evidence,
            before=before,
            after=after,
            saw={"approval_stands": True, "open_quotes": 0, "roles": ["editor"]},
            details={"authors": [str(author.id)]} if action == "file" else {},
            operation=uuid.uuid4(),
        )
        for action, before, after in STEPS
    ]


def fill(room: Newsroom, wanted: int) -> None:
    """Write the entries past the pipeline, with the hashes they would have."""
    people = [room.person("Mira Sol", Role.CORRESPONDENT), room.person("Ana Peng", Role.EDITOR)]
    author, editor = (Actor(one.id, one.name, "editor") for one in people)
    desk, size, peaks = room.desk(), 0, b""
    while size < wanted:
        rows, dispatches = [], []
        for _ in range(BATCH // len(STEPS)):
            key = uuid.uuid4()
            dispatches.append(_dispatch(key, desk, people[0].id))
            for entry in entries_of(key, author, editor, START + timedelta(seconds=size)):
                stored = body(entry, size + 1, {})
                leaf = leaf_hash(stored)
                peaks, size = push(peaks, size, leaf), size + 1
                rows.append(_row(entry, size, stored, leaf, root(peaks)))
        with saving() as session:
            session.execute(insert(Dispatch), dispatches)
            session.execute(insert(LogEntry), rows)
            head = session.get_one(LogHead, 1)
            head.size, head.peaks, head.root = size, peaks, root(peaks)


def _dispatch(key: uuid.UUID, desk: uuid.UUID, author: uuid.UUID) -> dict[str, object]:
    return {
        "id": key,
        "desk_id": desk,
        "slugline": "rain",
        "headline": "Rain",
        "moved_at": START,
        "created_at": START,
        "created_by": author,
    }


def _row(entry: Entry, size: int, stored: bytes, leaf: bytes, top: bytes) -> dict[str, object]:
    return {
        "sequence": size,
        "at": entry.at,
        "action": entry.action,
        "actor_id": entry.actor.id,
        "dispatch_id": entry.dispatch,
        "operation_id": entry.operation,
        "body": stored,
        "leaf": leaf,
        "root": top,
    }


def measured(words: str, began: tuple[float, float]) -> None:
    """Say how long it took, on the clock and of the processor."""
    clock, processor = time.perf_counter() - began[0], time.process_time() - began[1]
    print(f"{words}: {clock:.2f} s ({processor:.2f} s of the processor)", flush=True)


def now() -> tuple[float, float]:
    """Both clocks."""
    return time.perf_counter(), time.process_time()


def prove(session: Session) -> None:
    """Time the proof and the proofs."""
    own = key_file_beside(session).load()
    assert own is not None
    began, after = now(), START + timedelta(days=365)
    outcome = audit(session, [own.verifier], [], after, entries_only=True)
    measured(f"verify --entries-only, {outcome.verified.entries:,} entries", began)
    assert outcome.fault is None, outcome.fault
    size, roots = outcome.verified.entries, partial(range_root, session)
    for words, proof in (("inclusion", inclusion), ("consistency", consistency)):
        began = now()
        proof(size // 3, size, roots)
        measured(f"one {words} proof", began)


def main() -> None:
    """Fill, sign, prove."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory() as folder:
        room = Newsroom(f"sqlite:///{folder}/log.db", Path(folder))
        with room.app.app_context():
            migrate(db.engine)
            began = now()
            fill(room, wanted)
            measured(f"fill {wanted:,} entries", began)
            for words in ("the first checkpoint, with its nodes", "a checkpoint with nothing new"):
                began = now()
                checkpoint({}, START)
                measured(words, began)
            prove(reading())
            room.close()


if __name__ == "__main__":
    main()
