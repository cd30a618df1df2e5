"""Signing checkpoints and asking witnesses, beside the work of the desk and never in its way."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from editorial.ledger.checkpoint import read_checkpoint
from editorial.ledger.key_file import key_file_beside
from editorial.ledger.nodes import range_root
from editorial.ledger.note import parse_note
from editorial.ledger.proofs import consistency
from editorial.ledger.signing import make_checkpoint, newest_checkpoint
from editorial.ledger.witnesses import Witness, witnesses
from editorial.models.cosignature import Cosignature
from editorial.models.saving import reading, saving
from editorial.outbox.put import put, put_again
from editorial.pipeline.due import CHECKPOINT
from editorial.transparency.asking import NotCosigned, OtherSize, ask_to_cosign
from editorial.transparency.certifying import certify_waiting, read_place
from editorial.transparency.commands import begin_key, keep_cosignature

COSIGN = "cosign"


def checkpoint(details: dict[str, Any], now: datetime) -> None:
    """Certify what was published, sign what was added, and have each witness asked. ``details``
    say where an earlier one stopped certifying; what is left is another one's.

    Raises CanNotSign when the log is not the one that was signed before.
    """
    with saving() as session:
        begin_key(session, key_file_beside(session), now)
    try:
        left = certify_waiting(read_place(details.get("after")), now)
    finally:
        # What is signed must be committed before; what is committed is signed, come what may.
        _sign(now)
    if left is not None:
        with saving() as session:
            key = f"{CHECKPOINT}:after:{left.id}"
            put_again(session, CHECKPOINT, {"after": left.to_json()}, now, key=key)


def _sign(now: datetime) -> None:
    with saving() as session:
        kept = make_checkpoint(session, key_file_beside(session), now)
        if kept is None:
            return
        for witness in witnesses(session):
            key = str(witness.key)
            put(session, COSIGN, {"witness": key}, now, dedupe_key=f"cosign:{kept.size}:{key[:90]}")


def cosign(details: dict[str, Any], now: datetime) -> None:  # noqa: ARG001  (a job is given both)
    """Ask one witness to cosign the newest checkpoint. Raises NotCosigned or OSError, and is tried
    again then."""
    session = reading()
    kept = newest_checkpoint(session)
    witness = next((one for one in witnesses(session) if str(one.key) == details["witness"]), None)
    if kept is None or witness is None:
        return
    if session.get(Cosignature, (kept.size, details["witness"])) is not None:
        return
    note, size = parse_note(kept.note), read_checkpoint(kept.note)[0].size
    try:
        answer = ask_to_cosign(witness, note, *_since(session, size, _last_seen(session, witness)))
    except OtherSize as other:
        if other.size > size:
            raise NotCosigned(
                f"{witness.key.name} has seen {other.size} entries of this log, which has {size} "
                "now: its end was lost. Run “editorial log verify”."
            ) from other
        answer = ask_to_cosign(witness, note, *_since(session, size, other.size))
    line, seconds = answer
    with saving() as session:
        at = datetime.fromtimestamp(seconds, UTC)
        keep_cosignature(session, size, witness.key, str(line), at)


def _last_seen(session: Session, witness: Witness) -> int:
    seen = session.scalar(
        select(func.max(Cosignature.size)).where(Cosignature.witness == str(witness.key))
    )
    return seen or 0


def _since(session: Session, size: int, old: int) -> tuple[int, list[bytes]]:
    """The size the witness knows, and why ours goes on from it. Ends what was being read: a
    witness may take its time to answer."""
    proof = consistency(old, size, partial(range_root, session))
    session.rollback()
    return old, proof


JOBS: dict[str, Callable[[dict[str, Any], datetime], None]] = {
    CHECKPOINT: checkpoint,
    COSIGN: cosign,
}
