"""The witnesses this newsroom asks, how many must agree, and what they put under a checkpoint."""

from contextlib import suppress
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from editorial.ledger.cosignature import cosigned
from editorial.ledger.note import (
    BadNote,
    Note,
    Signature,
    VerifierKey,
    parse_note,
    parse_signatures,
    parse_verifier,
)
from editorial.models.checkpoint import KeptCheckpoint
from editorial.models.cosignature import Cosignature
from editorial.models.setting import setting

WITNESSES, QUORUM = "log.witnesses", "log.quorum"
# Rows with false lines can only have been put there by hand; no need to read through all of them.
MOST_TRIED = 20


@dataclass(frozen=True, slots=True)
class Witness:
    """``url`` is the submission prefix, without a slash at its end."""

    url: str
    key: VerifierKey


def witnesses(session: Session) -> tuple[Witness, ...]:
    """Those configured, in their order."""
    return tuple(
        Witness(one["url"], parse_verifier(one["key"])) for one in setting(session, WITNESSES)
    )


def quorum(session: Session) -> int:
    """How many of them must cosign a checkpoint; 0 while none are asked."""
    wanted: int = setting(session, QUORUM)
    return wanted


def with_cosignatures(session: Session, kept: KeptCheckpoint) -> Note:
    """The checkpoint with every line that witnesses put under it."""
    note = parse_note(kept.note)
    added: list[Signature] = []
    for line in session.scalars(
        select(Cosignature.line)
        .where(Cosignature.size == kept.size)
        .order_by(Cosignature.cosigned_at, Cosignature.witness)
    ):
        # A row that was put there by hand must not silence the others.
        with suppress(BadNote):
            added += parse_signatures(f"{line}\n")
    return Note(note.text, (*note.signatures, *added))


def witnessed(session: Session, least: int = 0) -> KeptCheckpoint | None:
    """The newest checkpoint of at least ``least`` entries that a quorum of the configured
    witnesses cosigned; every signature is verified. Without a quorum set, the newest."""
    keys, wanted = [witness.key for witness in witnesses(session)], quorum(session)
    found = select(KeptCheckpoint).where(KeptCheckpoint.size >= least)
    if wanted:
        lines = (
            select(func.count())
            .where(
                Cosignature.size == KeptCheckpoint.size,
                Cosignature.witness.in_([str(key) for key in keys]),
            )
            .correlate(KeptCheckpoint)
            .scalar_subquery()
        )
        found = found.where(lines >= wanted)
    for kept in session.scalars(found.order_by(KeptCheckpoint.size.desc()).limit(MOST_TRIED)):
        if len(cosigned(with_cosignatures(session, kept), keys)) >= wanted:
            return kept
    return None
