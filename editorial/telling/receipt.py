"""The receipt of a decision: the checkpoint that signs it, for whoever keeps it outside."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.ledger.witnesses import with_cosignatures, witnessed
from editorial.ledger.wording import sentence
from editorial.models.checkpoint import KeptCheckpoint
from editorial.models.dispatch import Dispatch
from editorial.models.log_entry import LogEntry
from editorial.pipeline.refusal import NotThere


class NotSignedYet(Exception):
    """The checkpoint over the entry is still to be made."""


@dataclass(frozen=True, slots=True)
class Signed:
    """A checkpoint of ``size`` entries, with every cosignature there is by now."""

    size: int
    note: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """What an entry decided; ``signed`` is None until a checkpoint covers it."""

    sequence: int
    at: datetime
    sentence: str
    action: str
    revision: int | None
    digest: str | None
    evidence: str | None
    leaf: str
    signed: Signed | None


def signed_over(session: Session, sequence: int) -> Signed | None:
    """A checkpoint over the entry: one that a quorum cosigned if there is one, else the first."""
    kept = witnessed(session, sequence)
    if kept is None:
        kept = session.scalars(
            select(KeptCheckpoint)
            .where(KeptCheckpoint.size >= sequence)
            .order_by(KeptCheckpoint.size)
            .limit(1)
        ).one_or_none()
    return None if kept is None else Signed(kept.size, str(with_cosignatures(session, kept)))


def receipt(session: Session, dispatch: Dispatch, sequence: int) -> Receipt:
    """The receipt of the dispatch's entry ``sequence``. Raises NotThere."""
    entry = session.get(LogEntry, sequence)
    if entry is None or entry.dispatch_id != dispatch.id:
        raise NotThere
    said: dict[str, Any] = json.loads(entry.body)
    revision = said.get("revision") or {}
    return Receipt(
        sequence,
        entry.at,
        sentence(said, dispatch.slugline),
        entry.action,
        revision.get("number"),
        revision.get("digest"),
        said.get("evidence"),
        entry.leaf.hex(),
        signed_over(session, sequence),
    )
