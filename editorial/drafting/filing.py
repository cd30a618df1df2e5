"""Filing what an author saw, at the time they filed it: from a device that had no link then."""

import hashlib
import uuid
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from editorial.document.canonical import canonical
from editorial.document.content import Content
from editorial.document.shared import CHOSEN, TYPED, Typed
from editorial.document.validate import InvalidDocument
from editorial.drafting.chosen import Chosen, put_as_chosen
from editorial.drafting.commands import Asked, locked
from editorial.drafting.draft import placing_of
from editorial.drafting.kept import (
    DECIDED,
    find_kept,
    keep,
    kept_content,
    kept_draft,
    kept_placing,
    open_kept,
    settle,
    writers_of,
)
from editorial.drafting.written import too_long, written
from editorial.models.working_copy import WorkingCopy
from editorial.pipeline import operation as operations
from editorial.pipeline.perform import perform
from editorial.pipeline.refusal import NotThere, Refused
from editorial.pipeline.roles import roles_on
from editorial.pipeline.write import label, write
from editorial.workflow.words import Action, Role, State

# A device's clock may be a little fast; it is never believed further.
OLDEST = timedelta(days=60)
PLACED_ELSEWHERE = (
    "It was filed with a desk or an embargo that the dispatch does not have. Set them first, or "
    "save it with them as one text of both."
)


@dataclass(frozen=True, slots=True)
class Filed:
    """What came of it. ``kept_id``: the desk's text had moved on, or desk and embargo can't be as
    its author chose (``why``), so that the filing waits for them, with its words and its time."""

    dispatch_id: uuid.UUID
    filed_at: datetime
    kept_id: uuid.UUID | None = None
    why: str | None = None


def seen_of(value: object, digest: object) -> Typed:
    """The text that the author saw, whole: it has the digest that was sent. Raises
    InvalidDocument."""
    if not isinstance(value, dict) or value.keys() != {"fields", "body"}:
        raise InvalidDocument("The filing did not arrive whole; it is sent again.")
    fields = value["fields"]
    if not isinstance(fields, dict) or fields.keys() != {*TYPED, *CHOSEN}:
        raise InvalidDocument("The filing did not arrive whole; it is sent again.")
    if not all(isinstance(one, str) for one in fields.values()):
        raise InvalidDocument("The filing did not arrive whole; it is sent again.")
    try:
        whole = hashlib.sha256(canonical(value)).hexdigest() == digest
    except (ValueError, RecursionError):
        whole = False
    if not whole:
        raise InvalidDocument("The filing did not arrive whole; it is sent again.")
    return Typed(fields, value["body"])


def believed(filed_at: datetime, now: datetime) -> datetime:
    """A device's own time of filing, as far as its clock can be right."""
    return min(max(filed_at, now - OLDEST), now)


def file_seen(
    session: Session,
    asked: Asked,
    dispatch_id: uuid.UUID,
    seen: Typed,
    filed_at: datetime,
    chosen: Chosen | None = None,
) -> Filed:
    """File ``seen`` as of ``filed_at``, where its author put it, if it is what the desk has; else
    it waits for its author.

    Sent again it does the same. Raises NotThere, Refused or InvalidDocument.
    """
    person, dispatch = locked(session, asked, dispatch_id)
    filed_at = believed(filed_at, asked.now)
    draft = written(seen)
    content = draft.content(None)
    if wrong := too_long(draft):
        raise Refused(*_named(wrong))
    act = operations.fingerprint("file seen", dispatch_id, content.digest)
    first = operations.begin(session, asked.operation, person.id, act, asked.now)
    if first is not None:
        return _filed(dispatch_id, first)
    copy = session.get_one(WorkingCopy, dispatch_id, populate_existing=True)
    kept_id = None
    # Without its embargo nothing is filed.
    why = put_as_chosen(session, asked, dispatch, chosen)
    if why is None and Content.from_json(copy.content) == content:
        perform(session, person, Action.FILE, dispatch_id, now=asked.now, filed_at=filed_at)
    else:
        writers = frozenset({person.id})
        if why is not None and chosen is not None:
            # Nor by who freezes it later.
            draft = replace(draft, placing=chosen.placing)
        kept = keep(session, dispatch_id, person, asked.now, copy.version, content, draft, writers)
        kept.filed_at, kept_id = filed_at, kept.id
        if why is not None:
            kept.content = {**kept.content, "why": why}
    result = {
        "filed_at": filed_at.isoformat(),
        "kept": None if kept_id is None else str(kept_id),
        "why": why,
    }
    operations.complete(session, asked.operation, result)
    return _filed(dispatch_id, result)


def file_kept(session: Session, asked: Asked, dispatch_id: uuid.UUID, kept_id: uuid.UUID) -> None:
    """Freeze a waiting filing as its author saw it, at the time they filed it.

    The author may, and an editor of the desk. Sent again it does the same. Raises NotThere, Refused
    or InvalidDocument.
    """
    person, dispatch = locked(session, asked, dispatch_id)
    found = find_kept(session, dispatch_id, kept_id)
    if found.filed_at is None:
        raise NotThere
    if found.person_id != person.id and Role.EDITOR not in roles_on(person, dispatch.desk_id):
        raise Refused("Its author files it, or an editor of the desk.")
    act = operations.fingerprint("file kept", kept_id)
    if operations.begin(session, asked.operation, person.id, act, asked.now) is not None:
        return
    kept = open_kept(session, dispatch_id, kept_id)
    if kept is None:
        raise Refused(DECIDED)
    standing = placing_of(dispatch)
    draft = kept_draft(kept, standing)
    # Each keyword may ask for a gate: one that a colleague gave it meanwhile stays.
    draft = replace(draft, keywords=tuple(dict.fromkeys((*dispatch.keywords, *draft.keywords))))
    if wrong := too_long(draft):
        raise Refused(*_named(wrong))
    if kept_placing(kept, standing) != standing:
        raise Refused(PLACED_ELSEWHERE)
    copy = session.get_one(WorkingCopy, dispatch_id, populate_existing=True)
    content = kept_content(kept)
    write(
        session,
        dispatch,
        person,
        content,
        seen=copy.version,
        now=asked.now,
        # They hand in another's words: those are whose text it is.
        writers=writers_of(kept),
    )
    label(session, dispatch, **draft.labels)
    # In review it is the editor's own act that freezes it.
    action = Action.REVISE if dispatch.state is State.IN_REVIEW else Action.FILE
    perform(session, person, action, dispatch_id, now=asked.now, filed_at=found.filed_at)
    settle(session, kept, asked.now)
    operations.complete(session, asked.operation, {})


def _named(wrong: dict[str, str]) -> list[str]:
    return [f"{name.replace('_', ' ').capitalize()}: {why}" for name, why in wrong.items()]


def _filed(dispatch_id: uuid.UUID, result: dict[str, Any]) -> Filed:
    kept = result["kept"]
    return Filed(
        dispatch_id,
        datetime.fromisoformat(result["filed_at"]),
        None if kept is None else uuid.UUID(kept),
        result.get("why"),
    )
