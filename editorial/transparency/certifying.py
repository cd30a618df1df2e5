"""Certifying publications: one entry, without names, for each, a few to a transaction.

What vouches for a publication lies in entries that never change, so it is read without keeping
anybody from writing; only that nobody certified it meanwhile is asked under the log's head.
"""

import time
import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from editorial.ledger.account import CERTIFY
from editorial.ledger.head import locked_head
from editorial.models.certification import Certification
from editorial.models.publication import Publication
from editorial.models.saving import reading, saving
from editorial.pipeline.record import record
from editorial.transparency.certified import vouched_for

A_BATCH = 50
# What one job looks through; others wait for the worker too.
MOST, MOST_SECONDS = 500, 60.0


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the order of publications, newest first, somebody stopped looking."""

    published_at: datetime
    id: uuid.UUID

    def to_json(self) -> list[str]:
        """As a job keeps it."""
        return [self.published_at.isoformat(), str(self.id)]


@dataclass(frozen=True, slots=True)
class Waiting:
    """A publication without a certification; ``details`` are None where no entry vouches for it:
    that is for ``editorial log verify`` to find, not for us to certify."""

    place: Place
    details: dict[str, Any] | None


def read_place(kept: list[str] | None) -> Place | None:
    """The reverse of ``to_json``."""
    return None if kept is None else Place(datetime.fromisoformat(kept[0]), uuid.UUID(kept[1]))


def certify_waiting(after: Place | None, now: datetime) -> Place | None:
    """Certify, the newest first, in transactions of its own; where to go on, None once all were
    looked at."""
    began, seen = time.monotonic(), 0
    while True:
        session = reading()
        session.rollback()
        found = waiting(session, after)
        if any(one.details is not None for one in found):
            with saving() as session:
                certify(session, found, now)
        if len(found) < A_BATCH:
            return None
        after, seen = found[-1].place, seen + len(found)
        if seen >= MOST or time.monotonic() - began > MOST_SECONDS:
            return after


def waiting(session: Session, after: Place | None) -> list[Waiting]:
    """The next few, newest first, with what vouches for them."""
    query = (
        select(Publication)
        .outerjoin(Certification, Certification.publication_id == Publication.id)
        .where(Certification.publication_id.is_(None))
        .order_by(Publication.published_at.desc(), Publication.id.desc())
        .limit(A_BATCH)
    )
    if after is not None:
        at, key = after.published_at, after.id
        older = Publication.published_at < at
        same = and_(Publication.published_at == at, Publication.id < key)
        query = query.where(or_(older, same))
    return [
        Waiting(Place(one.published_at, one.id), vouched_for(session, one))
        for one in session.scalars(query).all()
    ]


def certify(session: Session, found: list[Waiting], now: datetime) -> None:
    """One entry for each that still has none."""
    locked_head(session)
    keys = [one.place.id for one in found]
    done = set(
        session.scalars(
            select(Certification.publication_id).where(Certification.publication_id.in_(keys))
        )
    )
    for one in reversed(found):
        if one.details is None or one.place.id in done:
            continue
        sequence = record(session, None, CERTIFY, now, details=one.details)
        session.add(Certification(publication_id=one.place.id, sequence=sequence))
        session.flush()
