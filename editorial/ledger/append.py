"""Appending to the log: the one function that writes it."""

import secrets

from sqlalchemy.orm import Session

from editorial.ledger.entry import Entry, body, commitment
from editorial.ledger.head import locked_head
from editorial.ledger.tree import leaf_hash, push, root
from editorial.models.log_entry import LogEntry, LogWords

SALT_BYTES = 32


def append(session: Session, entry: Entry) -> LogEntry:
    """Append ``entry`` in the caller's transaction and return its row.

    The head's row is locked until that transaction ends, so entries are numbered without gaps.
    """
    head = locked_head(session)
    sequence = head.size + 1
    words = {name: text for name, text in entry.words.items() if text}
    salts = {name: secrets.token_bytes(SALT_BYTES) for name in words}
    commitments = {name: commitment(salts[name], text) for name, text in words.items()}
    stored = body(entry, sequence, commitments)
    leaf = leaf_hash(stored)
    peaks = push(head.peaks, head.size, leaf)
    row = LogEntry(
        sequence=sequence,
        at=entry.at,
        action=entry.action,
        actor_id=entry.actor.id,
        dispatch_id=entry.dispatch,
        operation_id=entry.operation,
        body=stored,
        leaf=leaf,
        root=root(peaks),
    )
    session.add(row)
    session.flush()
    session.add_all(
        LogWords(sequence=sequence, field=name, salt=salts[name], text=text)
        for name, text in words.items()
    )
    head.size, head.peaks, head.root = sequence, peaks, row.root
    session.flush()
    return row
