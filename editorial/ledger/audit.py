"""Proving the log to someone who does not believe its keepers: against what left the house."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.ledger.account import Account
from editorial.ledger.checkpoint import read_checkpoint
from editorial.ledger.entry import stamp
from editorial.ledger.fault import Fault
from editorial.ledger.freshness import too_late
from editorial.ledger.note import BadNote, VerifierKey, parse_verifier
from editorial.ledger.receipt import Compared, Receipt, check_receipt, compare
from editorial.ledger.signing import newest_checkpoint
from editorial.ledger.verify import Progress, Verified, verify
from editorial.ledger.witnesses import QUORUM, WITNESSES
from editorial.models.checkpoint import KeptCheckpoint
from editorial.models.setting import DEFAULTS, setting

# How far clocks may differ: an entry of the future would never be late.
AHEAD = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Audited:
    """``checkpoints`` counts the log's own, ``compared`` are the receipts that fit it."""

    verified: Verified
    checkpoints: int
    compared: tuple[Compared, ...]
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
    them, and the newest checkpoint be signed with one. Freshness is last: what should be vouched
    for by ``now`` is, by as many witnesses as the log says.
    """
    verified = verify(session, progress, entries_only=entries_only)
    if verified.fault is not None:
        return Audited(verified, 0, (), verified.fault)
    checked = 0
    for kept in session.scalars(select(KeptCheckpoint).order_by(KeptCheckpoint.size)).yield_per(50):
        fault = _check_kept(session, kept, verified)
        if fault is not None:
            return Audited(verified, checked, (), fault)
        checked += 1
    compared: list[Compared] = []
    keys = [*pins, *(parse_verifier(key) for _since, key in verified.account.keys)]
    for receipt in receipts:
        found = check_receipt(session, receipt, keys, verified.entries, now)
        if isinstance(found, Fault):
            return Audited(verified, checked, tuple(compared), found)
        compared.append(found)
    account = verified.account
    fault = (
        _check_pins(session, account, pins)
        or _check_settings(session, account)
        or _check_clock(account, now)
    )
    late = None if fault is not None else too_late(session, now)
    fault = fault or (None if late is None else Fault(None, late))
    return Audited(verified, checked, tuple(compared), fault)


def _check_pins(session: Session, account: Account, pins: Sequence[VerifierKey]) -> Fault | None:
    """The log may name any key as its own; what a pinned one signed, nobody else can."""
    pinned = {str(pin) for pin in pins}
    if not account.keys:
        return Fault(None, "A key is pinned, but no entry names one.") if pins else None
    since, key = account.keys[-1]
    if key not in pinned:
        return Fault(since, f"from here on the log is signed with a key that is not pinned: {key}")
    newest = newest_checkpoint(session)
    if newest is None:
        return Fault(None, "No checkpoint is kept: the key that is pinned vouches for nothing.")
    note = read_checkpoint(newest.note)[1]
    with suppress(BadNote):
        if any(note.verified_by(pin) for pin in pins):
            return None
    return Fault(
        None,
        f"The newest checkpoint, at {newest.size} entries, is not signed with a pinned key.",
    )


def _check_settings(session: Session, account: Account) -> Fault | None:
    """Who must cosign is what the entries say: anybody could have written the row."""
    for key in (WITNESSES, QUORUM):
        if setting(session, key) != account.settings.get(key, DEFAULTS[key]):
            return Fault(None, f"The setting “{key}” is not what the entries left it at.")
    return None


def _check_clock(account: Account, now: datetime) -> Fault | None:
    at, sequence = account.latest
    if at <= stamp(now + AHEAD):
        return None
    return Fault(sequence, f"it is dated {at}, which is still to come: it would never be late.")


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
    return compare(session, name, said, verified.entries)
