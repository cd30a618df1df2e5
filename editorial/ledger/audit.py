"""Proving the log to someone who does not believe its keepers: against what left the house."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.ledger.account import Account
from editorial.ledger.checkpoint import Checkpoint, read_checkpoint
from editorial.ledger.fault import Fault
from editorial.ledger.freshness import too_late
from editorial.ledger.note import BadNote, Note, VerifierKey, parse_verifier
from editorial.ledger.verify import Progress, Verified, verify
from editorial.models.checkpoint import KeptCheckpoint
from editorial.models.log_entry import LogEntry


@dataclass(frozen=True, slots=True)
class Receipt:
    """A checkpoint that someone kept: a file, an answer of a witness. ``name`` says whose."""

    name: str
    note: str


@dataclass(frozen=True, slots=True)
class Audited:
    """``checkpoints`` counts the log's own, ``receipts`` those of others that were compared."""

    verified: Verified
    checkpoints: int
    receipts: int
    fault: Fault | None


def audit(
    session: Session,
    pins: Sequence[VerifierKey],
    receipts: Sequence[Receipt],
    now: datetime,
    progress: Progress = lambda _done, _all: None,
    *,
    entries_only: bool = False,
) -> Audited:
    """``verify``, then every checkpoint, kept here or by others, against the entries.

    ``pins`` are the public keys known from outside the database; the one in force must be among
    them. The signature is freshness' last test: what should be vouched for by ``now`` is.
    """
    verified = verify(session, progress, entries_only=entries_only)
    if verified.fault is not None:
        return Audited(verified, 0, 0, verified.fault)
    fault = _check_pins(verified.account, pins)
    checked = 0
    for kept in session.scalars(select(KeptCheckpoint).order_by(KeptCheckpoint.size)).yield_per(50):
        fault = fault or _check_kept(session, kept, verified)
        if fault is not None:
            return Audited(verified, checked, 0, fault)
        checked += 1
    compared = 0
    for receipt in receipts:
        fault = fault or _check_receipt(session, receipt, pins, verified)
        if fault is not None:
            return Audited(verified, checked, compared, fault)
        compared += 1
    late = None if fault is not None else too_late(session, now)
    fault = fault or (None if late is None else Fault(None, late))
    return Audited(verified, checked, compared, fault)


def _check_pins(account: Account, pins: Sequence[VerifierKey]) -> Fault | None:
    if not account.keys:
        return None
    since, key = account.keys[-1]
    if key in {str(pin) for pin in pins}:
        return None
    return Fault(since, f"from here on the log is signed with a key that is not pinned: {key}")


def _check_kept(session: Session, kept: KeptCheckpoint, verified: Verified) -> Fault | None:
    name = f"The checkpoint at {kept.size} entries"
    key = verified.account.key_at(kept.size)
    try:
        said, note = read_checkpoint(kept.note)
        if key is None or not note.verified_by(parse_verifier(key)):
            return Fault(None, f"{name} is not signed with the key in force.")
    except BadNote as error:
        return Fault(None, f"{name} is not as it was signed: {error}")
    if (said.origin, said.size, said.root) != (kept.origin, kept.size, kept.root):
        return Fault(None, f"{name} says something else than its row.")
    return _compare(session, name, said, verified.entries)


def _check_receipt(
    session: Session, receipt: Receipt, pins: Sequence[VerifierKey], verified: Verified
) -> Fault | None:
    name = f"The checkpoint kept in {receipt.name}"
    keys = [*pins, *(parse_verifier(key) for _since, key in verified.account.keys)]
    try:
        said, note = read_checkpoint(receipt.note)
        if not _is_ours(said, note, keys):
            return Fault(None, f"{name} is not signed with any key of this log.")
    except BadNote as error:
        return Fault(None, f"{name} can't be believed: {error}")
    return _compare(session, name, said, verified.entries)


def _is_ours(said: Checkpoint, note: Note, keys: Sequence[VerifierKey]) -> bool:
    return any(key.name == said.origin and note.verified_by(key) for key in keys)


def _compare(session: Session, name: str, said: Checkpoint, entries: int) -> Fault | None:
    """The roots stored with the entries were computed again by ``verify``."""
    if said.size > entries:
        return Fault(
            entries,
            f"the log ends here, but {name[0].lower()}{name[1:]} counts {said.size}: its end was "
            "deleted, or an old backup was restored.",
        )
    if said.size == 0:
        return None
    root = session.scalar(select(LogEntry.root).where(LogEntry.sequence == said.size))
    if root == said.root:
        return None
    return Fault(None, f"{name} has another root over {said.size} entries: history was rewritten.")
