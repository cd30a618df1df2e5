"""Beginning a dispatch and saving it; nothing typed is ever overwritten or dropped."""

import uuid
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from editorial.document.content import Content
from editorial.drafting.draft import Draft, Placing, placing_of
from editorial.drafting.kept import (
    author_left,
    find_kept,
    keep,
    kept_placing,
    settle,
    why_not_decide,
    writers_of,
)
from editorial.drafting.place import put_in_place
from editorial.drafting.queries import writing_desks
from editorial.ledger.latest import last_word
from editorial.models.dispatch import Dispatch
from editorial.models.kept_text import KeptText
from editorial.models.person import Person
from editorial.models.working_copy import WorkingCopy
from editorial.pipeline import operation as operations
from editorial.pipeline.begin import begin_dispatch
from editorial.pipeline.matter import Placement
from editorial.pipeline.perform import as_they_are, load, perform
from editorial.pipeline.record import record
from editorial.pipeline.refusal import NotThere, Refused, Stale
from editorial.pipeline.roles import can_see
from editorial.pipeline.void import APPROVED_STATES
from editorial.pipeline.write import Overtaken, copy_gates, label, write
from editorial.workflow.words import Action

THEN = (Action.FILE, Action.REVISE)
NO_VERSION = 0


@dataclass(frozen=True, slots=True)
class Asked:
    """Who asks, when, and the act's own id. ``then``: what to do once the text is saved."""

    person_id: uuid.UUID
    now: datetime
    operation: uuid.UUID | None = None
    then: Action | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """The versions that the page showed: of the working copy, and of the dispatch."""

    copy: int
    dispatch: int | None = None


@dataclass(frozen=True, slots=True)
class Saved:
    """What came of it. ``kept_id``: a colleague had saved meanwhile, so what was typed is kept
    apart. ``refusals``: saved, but what was to follow may not be yet, for these reasons."""

    dispatch_id: uuid.UUID
    kept_id: uuid.UUID | None = None
    voided: bool = False
    refusals: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """As an operation keeps it."""
        return {
            "dispatch": str(self.dispatch_id),
            "kept": None if self.kept_id is None else str(self.kept_id),
            "voided": self.voided,
            "refusals": list(self.refusals),
        }

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> "Saved":
        """The first result of an act that is sent again."""
        kept = value["kept"]
        return cls(
            uuid.UUID(value["dispatch"]),
            None if kept is None else uuid.UUID(kept),
            value["voided"],
            tuple(value["refusals"]),
        )


def begin(session: Session, asked: Asked, draft: Draft) -> Saved:
    """A new dispatch with this text, by this person. Raises Refused or InvalidDocument.

    A page that is sent again with another text begins nothing twice: that text is kept apart.
    """
    first = operations.begin(session, asked.operation, asked.person_id, "begin", asked.now)
    if first is not None:
        if first["typed"] == _typed(asked, draft):
            return Saved.from_json(first)
        return save(session, asked, uuid.UUID(first["dispatch"]), draft, Seen(NO_VERSION))
    person = session.get_one(Person, asked.person_id)
    placing = draft.placing
    if placing is None or placing.desk_id not in {d.id for d in writing_desks(session, person)}:
        raise Refused("Choose a desk on which you are a correspondent or an editor.")
    dispatch = begin_dispatch(
        session,
        person,
        placing.desk_id,
        draft.content(None),
        asked.now,
        embargo_at=placing.embargo_at,
        embargo_zone=placing.embargo_zone,
        **draft.labels,
    )
    saved = Saved(dispatch.id, refusals=_follow(session, dispatch, person, asked))
    typed = {"typed": _typed(asked, draft)}
    operations.complete(session, asked.operation, saved.to_json() | typed)
    return saved


def save(
    session: Session,
    asked: Asked,
    dispatch_id: uuid.UUID,
    draft: Draft,
    seen: Seen,
    kept_id: uuid.UUID | None = None,
) -> Saved:
    """Save the text over the version that the page showed; else keep it apart.

    ``kept_id``: the kept text that this one settles. Raises NotThere, Refused, Stale (desk or
    embargo changed meanwhile) or InvalidDocument.
    """
    person, dispatch = locked(session, asked, dispatch_id)
    operation = _own_operation(asked, dispatch_id, draft)
    first = operations.begin(session, operation, asked.person_id, "write", asked.now)
    if first is not None:
        return Saved.from_json(first)
    placing = _new_placing(session, dispatch, draft, seen, asked.now)
    previous = Content.from_json(session.get_one(WorkingCopy, dispatch_id).content)
    content = draft.content(previous.body)
    merged = None if kept_id is None else find_kept(session, dispatch_id, kept_id)
    if merged and (reason := why_not_decide(session, merged, person, dispatch)) is not None:
        raise Refused(reason)
    # Settled meanwhile or not: the words on the page are theirs.
    writers = frozenset({person.id}) | writers_of(merged)
    kept = merged if merged is not None and merged.resolved_at is None else None
    was_approved = dispatch.state in APPROVED_STATES
    try:
        write(session, dispatch, person, content, seen=seen.copy, now=asked.now, writers=writers)
    except Overtaken:
        if merged is not None and draft.placing is None:
            draft = replace(draft, placing=kept_placing(merged, placing_of(dispatch)))
        new = keep(session, dispatch_id, person, asked.now, seen.copy, content, draft, writers)
        if asked.then is Action.FILE:
            new.filed_at = asked.now
        if kept is not None and kept.person_id == person.id:
            settle(session, kept, asked.now)  # the new one holds what became of it
        saved = Saved(dispatch_id, kept_id=new.id)
        operations.complete(session, operation, saved.to_json())
        return saved
    if kept is not None:
        _take_over(session, kept, person, asked.now)
    label(session, dispatch, **draft.labels)
    copy_gates(session, dispatch, asked.now)
    if placing is not None and dispatch.revision_id is None:
        put_in_place(session, dispatch, person, placing)
    refusals = _follow(session, dispatch, person, asked)
    if placing is not None and dispatch.revision_id is not None:
        _move(session, dispatch, person, placing, asked.now)
    voided = was_approved and dispatch.state not in APPROVED_STATES
    saved = Saved(dispatch_id, voided=voided, refusals=refusals)
    operations.complete(session, operation, saved.to_json())
    return saved


def locked(session: Session, asked: Asked, dispatch_id: uuid.UUID) -> tuple[Person, Dispatch]:
    """Who asks, as they are once nobody else changes the dispatch."""
    dispatch = load(session, dispatch_id)
    person = as_they_are(session, asked.person_id)
    if dispatch is None or not can_see(person, dispatch.desk_id, dispatch.created_by):
        raise NotThere
    return person, dispatch


def _typed(asked: Asked, draft: Draft) -> str:
    return operations.fingerprint("type", draft, asked.then)


def _own_operation(asked: Asked, dispatch_id: uuid.UUID, draft: Draft) -> uuid.UUID | None:
    """The id of saving just this: a page that is come back to is sent again with its old id, and
    what was typed there since must not be taken for what was saved."""
    if asked.operation is None:
        return None
    return uuid.uuid5(asked.operation, f"{dispatch_id} {_typed(asked, draft)}")


def _new_placing(
    session: Session, dispatch: Dispatch, draft: Draft, seen: Seen, now: datetime
) -> Placing | None:
    """Desk and embargo where the page changes them, unless someone else did meanwhile."""
    if draft.placing is None or draft.placing == placing_of(dispatch):
        return None
    if seen.dispatch != dispatch.version:
        raise Stale(
            "Desk or embargo are not as this page shows them, or something else was done "
            "meanwhile. " + last_word(session, dispatch.id, now)
        )
    return draft.placing


def _take_over(session: Session, kept: KeptText, person: Person, now: datetime) -> None:
    settle(session, kept, now)
    if left := author_left(session, kept):
        details = {"person": left}
        record(session, person, "take_words", now, details=details, dispatch_id=kept.dispatch_id)


def _move(
    session: Session, dispatch: Dispatch, person: Person, placing: Placing, now: datetime
) -> None:
    matter = Placement(placing.desk_id, placing.embargo_at, placing.embargo_zone)
    perform(session, person, Action.MOVE, dispatch.id, now=now, matter=matter)


def _follow(session: Session, dispatch: Dispatch, person: Person, asked: Asked) -> tuple[str, ...]:
    """Do what is to follow the saving; where it may not be yet, the saving stands."""
    if asked.then not in THEN:
        return ()
    session.flush()
    try:
        with session.begin_nested():
            perform(session, person, asked.then, dispatch.id, now=asked.now)
    except NotThere:
        raise
    except Refused as refused:
        return refused.reasons
    return ()
