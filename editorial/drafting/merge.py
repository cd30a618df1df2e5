"""What the page of two texts shows: the desk's as it is, and one that was kept."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from editorial.document.content import Content
from editorial.document.difference import Difference, difference
from editorial.drafting.draft import Draft, Placing, embargo_words
from editorial.drafting.kept import (
    asks_why,
    author_left,
    find_kept,
    kept_content,
    kept_draft,
    kept_placing,
    why_it_waits,
    why_not_decide,
)
from editorial.drafting.queries import WritePage, write_page
from editorial.models.desk import Desk
from editorial.models.dispatch import Dispatch
from editorial.models.person import Person
from editorial.models.working_copy import WorkingCopy

LABEL_NAMES = {
    "slugline": "Slugline",
    "urgency": "Urgency",
    "keywords": "Keywords",
    "ednote": "Note",
}
Change = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class MergePage:
    """Two texts. ``refusal``: why this person can't say what becomes of the one that waits;
    ``asks_why``: whether they give a reason to set it aside. ``labels`` differ, desk and embargo
    among them: name, the desk's, what was typed."""

    write: WritePage
    kept_id: uuid.UUID
    typed_by: str
    mine: bool
    kept_at: datetime
    filed_at: datetime | None
    why: str
    settled: bool
    left: bool
    refusal: str | None
    asks_why: bool
    draft: Draft
    difference: Difference
    labels: tuple[Change, ...]


def merge_page(
    session: Session, person: Person, dispatch_id: uuid.UUID, kept_id: uuid.UUID, now: datetime
) -> MergePage:
    """The desk's text and a kept one. Raises NotThere."""
    page = write_page(session, person, dispatch_id, now)
    kept = find_kept(session, dispatch_id, kept_id)
    standing = Content.from_json(session.get_one(WorkingCopy, dispatch_id).content)
    typed = kept_draft(kept, page.placing)
    return MergePage(
        write=page,
        kept_id=kept.id,
        typed_by=session.get_one(Person, kept.person_id).name,
        mine=kept.person_id == person.id,
        kept_at=kept.kept_at,
        filed_at=kept.filed_at,
        why=why_it_waits(kept),
        settled=kept.resolved_at is not None,
        left=bool(author_left(session, kept)),
        refusal=why_not_decide(session, kept, person, session.get_one(Dispatch, dispatch_id)),
        asks_why=asks_why(session, kept, person),
        draft=typed,
        difference=difference(standing, kept_content(kept)),
        labels=(
            *_label_changes(page.draft, typed),
            *_placing_changes(session, page.placing, kept_placing(kept, page.placing)),
        ),
    )


def _label_changes(standing: Draft, typed: Draft) -> tuple[Change, ...]:
    changes = []
    for key, name in LABEL_NAMES.items():
        before, after = _shown(standing.labels[key]), _shown(typed.labels[key])
        if before != after:
            changes.append((name, before, after))
    return tuple(changes)


def _placing_changes(session: Session, standing: Placing, typed: Placing) -> tuple[Change, ...]:
    changes = []
    if standing.desk_id != typed.desk_id:
        before, after = (session.get_one(Desk, one.desk_id).name for one in (standing, typed))
        changes.append(("Desk", before, after))
    before, after = embargo_words(standing), embargo_words(typed)
    if before != after:
        changes.append(("Embargo", before, after))
    return tuple(changes)


def _shown(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
