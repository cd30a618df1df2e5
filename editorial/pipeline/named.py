"""The texts of a dispatch that were saved under a name."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.document.content import Content
from editorial.document.plain import plain
from editorial.document.words import count_words
from editorial.models.named_save import NamedSave
from editorial.models.person import Person
from editorial.pipeline.refusal import NotThere


@dataclass(frozen=True, slots=True)
class NamedLine:
    """One of them in a list."""

    id: uuid.UUID
    name: str
    saved_at: datetime
    saved_by: str
    words: int


def named_lines(session: Session, dispatch_id: uuid.UUID) -> tuple[NamedLine, ...]:
    """All of the dispatch, newest first."""
    rows = session.execute(
        select(NamedSave, Person.name)
        .join(Person, Person.id == NamedSave.saved_by)
        .where(NamedSave.dispatch_id == dispatch_id)
        .order_by(NamedSave.saved_at.desc(), NamedSave.id)
    )
    return tuple(
        NamedLine(
            row.id, row.name, row.saved_at, who, count_words(plain(named_text(row).body).text)
        )
        for row, who in rows
    )


def find_named(session: Session, dispatch_id: uuid.UUID, save_id: uuid.UUID) -> NamedSave:
    """One of that dispatch. Raises NotThere."""
    saved = session.get(NamedSave, save_id)
    if saved is None or saved.dispatch_id != dispatch_id:
        raise NotThere
    return saved


def named_text(saved: NamedSave) -> Content:
    """The text as it was saved."""
    return Content.from_json(saved.content["text"])
