"""Proving the log: every stored byte is hashed again, and what it says is held against the tables.

The first fault is named by its entry; nothing is believed because a column says so.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from editorial.ledger.account import Account
from editorial.ledger.entries import BATCH, Walk, check_entry, entries
from editorial.ledger.fault import Fault
from editorial.ledger.tables import check_certified, check_dispatches, check_revisions
from editorial.models.log_entry import LogHead

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Verified:
    """The outcome: ``fault`` is None when all of it holds; ``root`` is in hexadecimal."""

    entries: int
    revisions: int
    root: str
    fault: Fault | None
    account: Account = field(default_factory=Account, repr=False, compare=False)


def verify(
    session: Session,
    progress: Progress = lambda _done, _all: None,
    *,
    entries_only: bool = False,
) -> Verified:
    """Check sequence, hashes, root, the continuity of states and the two-person rule; unless
    ``entries_only``, also what is copied and kept beside them: columns, the words behind
    commitments, revisions, and what readers are shown."""
    walk = Walk()
    head = session.get(LogHead, 1, populate_existing=True)
    total = 0 if head is None else head.size
    tree = walk.tree
    for row, words in entries(session, with_tables=not entries_only):
        fault = check_entry(row, words, walk)
        if fault is not None:
            return Verified(tree.size, 0, tree.root().hex(), fault)
        if tree.size % BATCH == 0:
            progress(tree.size, total)
    revisions = 0
    # Asked for anew: reading the entries let the first one go.
    fault = _check_head(session.get(LogHead, 1, populate_existing=True), walk)
    fault = fault or check_certified(session, walk.account)
    if fault is None and not entries_only:
        revisions, fault = check_revisions(session, walk.account)
        fault = fault or check_dispatches(session, walk.account)
    progress(tree.size, total)
    return Verified(tree.size, revisions, tree.root().hex(), fault, walk.account)


def _check_head(head: LogHead | None, walk: Walk) -> Fault | None:
    tree = walk.tree
    if head is None:
        return Fault(None, "The log's head is missing.")
    if head.size != tree.size:
        return Fault(head.size, f"the head counts {head.size} entries, but {tree.size} are stored.")
    if head.root != tree.root():
        return Fault(None, "The head's root is not the root of the entries.")
    return None
