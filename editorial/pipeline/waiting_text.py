"""Texts that wait beside a dispatch for someone to decide: filings, and words of who has left."""

import uuid
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.models.kept_text import KeptText
from editorial.models.person import Person


@dataclass(frozen=True, slots=True)
class WaitingText:
    """One of them. ``filed_at``: when its author filed it; ``why`` it waits, if not for the desk's
    text. ``left``: its author was deactivated, so that an editor decides what becomes of it."""

    id: uuid.UUID
    person_id: uuid.UUID
    name: str
    kept_at: datetime
    filed_at: datetime | None
    left: bool
    why: str = ""

    @property
    def words(self) -> str:
        """What waits, in few words."""
        if self.filed_at is not None:
            return f"{self.name}’s filing waits"
        return f"{self.name}’s words wait" if self.left else f"{self.name}’s text waits"


def waiting_texts(
    session: Session, dispatch_ids: Collection[uuid.UUID]
) -> dict[uuid.UUID, tuple[WaitingText, ...]]:
    """What waits beside each, oldest first; nothing for one beside which nothing does."""
    if not dispatch_ids:
        return {}
    rows = session.execute(
        select(
            KeptText.dispatch_id,
            KeptText.id,
            KeptText.person_id,
            Person.name,
            KeptText.kept_at,
            KeptText.filed_at,
            Person.deactivated_at,
            KeptText.content["why"].as_string(),
        )
        .join(Person, Person.id == KeptText.person_id)
        .where(KeptText.dispatch_id.in_(dispatch_ids), KeptText.resolved_at.is_(None))
        .order_by(KeptText.kept_at, KeptText.id)
    )
    found: dict[uuid.UUID, tuple[WaitingText, ...]] = {}
    for dispatch_id, kept_id, person_id, name, kept_at, filed_at, left_at, why in rows:
        left = left_at is not None
        one = WaitingText(kept_id, person_id, name, kept_at, filed_at, left, why or "")
        found[dispatch_id] = (*found.get(dispatch_id, ()), one)
    return found
