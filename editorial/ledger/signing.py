"""Signing checkpoints: only ever of a log that goes on from what was signed before."""

import json
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.ledger.account import KEY_ACTIONS
from editorial.ledger.checkpoint import Checkpoint, sign_checkpoint
from editorial.ledger.head import locked_head
from editorial.ledger.key_file import KeyFile
from editorial.ledger.nodes import keep_nodes
from editorial.models.checkpoint import KeptCheckpoint
from editorial.models.log_entry import LogEntry


class CanNotSign(Exception):
    """Why no checkpoint may be signed; the sentence is for the newsroom's operator."""


def newest_checkpoint(session: Session) -> KeptCheckpoint | None:
    """The one of the largest size."""
    return session.scalars(
        select(KeptCheckpoint).order_by(KeptCheckpoint.size.desc()).limit(1)
    ).one_or_none()


def key_in_force(session: Session) -> str | None:
    """The vkey that the log names as its own; None before the first."""
    newest = newest_checkpoint(session)
    body = session.scalar(
        select(LogEntry.body)
        .where(
            LogEntry.action.in_(KEY_ACTIONS),
            LogEntry.sequence > (0 if newest is None else newest.size),
        )
        .order_by(LogEntry.sequence.desc())
        .limit(1)
    )
    if body is not None:
        key: str = json.loads(body)["details"]["key"]
        return key
    return None if newest is None else newest.key


def make_checkpoint(session: Session, keys: KeyFile, now: datetime) -> KeptCheckpoint | None:
    """Sign what is committed; None when nothing was added since the last one.

    Begin a transaction of its own for it: an entry that is rolled back must never be signed.
    Raises CanNotSign.
    """
    head = locked_head(session)
    newest = newest_checkpoint(session)
    if head.size == (0 if newest is None else newest.size) and (
        newest is None or newest.root == head.root
    ):
        return None
    key = keys.load()
    if key is None or str(key.verifier) != key_in_force(session):
        raise CanNotSign(
            "The key file does not hold the key that the log names. Put it back, or, when it is "
            "lost, run “editorial log key rotate” and tell the witnesses."
        )
    last = keys.last()
    for before in (newest, last if last is not None and last.origin == key.name else None):
        if before is not None and _root_at(session, before.size) != before.root:
            raise CanNotSign(
                f"The log is not the one that was signed at {before.size} entries: it was changed, "
                "or an old backup was restored. Nothing is signed. Run “editorial log verify”."
            )
    checkpoint = Checkpoint(key.name, head.size, head.root)
    note = sign_checkpoint(checkpoint, key)
    keys.remember(note)
    kept = KeptCheckpoint(
        size=head.size,
        origin=key.name,
        root=head.root,
        key=str(key.verifier),
        note=str(note),
        made_at=now,
    )
    session.add(kept)
    session.flush()
    keep_nodes(session, head.size)
    return kept


def _root_at(session: Session, size: int) -> bytes | None:
    return session.scalar(select(LogEntry.root).where(LogEntry.sequence == size))
