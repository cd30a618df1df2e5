"""A checkpoint that someone kept, or that a witness answered with, against the entries."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.ledger.checkpoint import Checkpoint, read_checkpoint
from editorial.ledger.cosignature import cosigned
from editorial.ledger.fault import Fault
from editorial.ledger.freshness import WITNESSED_WITHIN, waiting_since
from editorial.ledger.note import BadNote, Note, VerifierKey
from editorial.ledger.tree import EMPTY_ROOT
from editorial.models.log_entry import LogEntry


@dataclass(frozen=True, slots=True)
class Receipt:
    """``name`` says whose it is. ``witness`` is the key that must have cosigned it just now, where
    it is the answer of a witness; None for one that was only kept."""

    name: str
    note: str
    witness: VerifierKey | None = None


@dataclass(frozen=True, slots=True)
class Compared:
    """A receipt that fits the log, and how many of its entries it speaks of."""

    name: str
    size: int


def check_receipt(
    session: Session, receipt: Receipt, keys: Sequence[VerifierKey], entries: int, now: datetime
) -> Fault | Compared:
    """``keys`` are those the log signs with, ``entries`` how many it has."""
    name = f"The checkpoint kept in {receipt.name}"
    try:
        said, note = read_checkpoint(receipt.note)
        if not any(key.name == said.origin and note.verified_by(key) for key in keys):
            return Fault(None, f"{name} is not signed with any key of this log.")
    except BadNote as error:
        return Fault(None, f"{name} can't be believed: {error}")
    fault = compare(session, name, said, entries)
    if fault is None and receipt.witness is not None:
        fault = _check_witness(session, receipt.name, said.size, note, receipt.witness, now)
    return fault or Compared(receipt.name, said.size)


def compare(session: Session, name: str, said: Checkpoint, entries: int) -> Fault | None:
    """What a checkpoint says against the stored roots, which ``verify`` computed again."""
    if said.size > entries:
        return Fault(
            entries,
            f"the log ends here, but {name[0].lower()}{name[1:]} counts {said.size}: its end was "
            "deleted, or an old backup was restored.",
        )
    root = EMPTY_ROOT
    if said.size:
        root = session.scalar(select(LogEntry.root).where(LogEntry.sequence == said.size)) or b""
    if root == said.root:
        return None
    return Fault(None, f"{name} has another root over {said.size} entries: history was rewritten.")


def _check_witness(
    session: Session, name: str, size: int, note: Note, key: VerifierKey, now: datetime
) -> Fault | None:
    """That it is the witness who answers, at present, and that it is not kept behind."""
    found = cosigned(note, [key])
    if not found:
        return Fault(None, f"What {name} answered is not cosigned with the key {key}.")
    seconds = timedelta(seconds=int(now.timestamp()) - found[0].at)
    if abs(seconds) > WITNESSED_WITHIN:
        at = datetime.fromtimestamp(found[0].at, UTC)
        return Fault(
            None,
            f"What {name} answered was cosigned on {at:%d %B %Y at %H:%M} UTC: it does not say "
            "what the witness knows now.",
        )
    waits = waiting_since(session, size)
    if waits is None or now - waits <= WITNESSED_WITHIN:
        return None
    return Fault(
        size + 1, f"{name} has not seen it, nor what came after, within {WITNESSED_WITHIN}."
    )
