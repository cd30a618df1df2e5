"""Saving the text under a name, and bringing such a text back; nothing is lost by either."""

import uuid

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from editorial.document.content import Content
from editorial.drafting.commands import Asked, locked
from editorial.drafting.draft import labels_of
from editorial.models.dispatch import Dispatch
from editorial.models.named_save import LONGEST_NAME, NamedSave
from editorial.models.person import Person
from editorial.models.working_copy import WorkingCopy
from editorial.pipeline import operation as operations
from editorial.pipeline.authors import authors_of_copy
from editorial.pipeline.named import find_named, named_text
from editorial.pipeline.refusal import Refused
from editorial.pipeline.write import copy_gates, label, why_not_write, write

MOST_NAMED = 200


def save_version(session: Session, asked: Asked, dispatch_id: uuid.UUID, name: str) -> NamedSave:
    """Keep the working copy as it stands under ``name``. Raises NotThere or Refused."""
    person, dispatch = _writer(session, asked, dispatch_id)
    name = " ".join(name.split())
    if not name:
        raise Refused("Give the version a name, such as “before the cut”.")
    if len(name) > LONGEST_NAME:
        raise Refused(f"A name has at most {LONGEST_NAME} characters; this one has {len(name)}.")
    act = operations.fingerprint("name", dispatch_id, name)
    first = operations.begin(session, asked.operation, person.id, act, asked.now)
    if first is not None:
        return session.get_one(NamedSave, uuid.UUID(first["save"]))
    if _count(session, dispatch_id) >= MOST_NAMED:
        raise Refused(f"A dispatch has at most {MOST_NAMED} named versions.")
    saved = _keep(session, asked, dispatch, person, name)
    operations.complete(session, asked.operation, {"save": str(saved.id)})
    return saved


def bring_back(
    session: Session, asked: Asked, dispatch_id: uuid.UUID, save_id: uuid.UUID
) -> NamedSave:
    """Write the named text over the working copy, as an edit like any other. What stood there is
    kept under a name of its own first. Raises NotThere, Refused or InvalidDocument."""
    person, dispatch = _writer(session, asked, dispatch_id)
    saved = find_named(session, dispatch_id, save_id)
    act = operations.fingerprint("bring back", save_id)
    if operations.begin(session, asked.operation, person.id, act, asked.now) is not None:
        return saved
    copy = session.get_one(WorkingCopy, dispatch_id, populate_existing=True)
    content, labels = named_text(saved), saved.content["labels"]
    if Content.from_json(copy.content) != content or labels_of(dispatch) != labels:
        _keep(session, asked, dispatch, person, f"Before “{saved.name}” came back"[:LONGEST_NAME])
        writers = frozenset(map(uuid.UUID, saved.content["writers"])) | {person.id}
        write(session, dispatch, person, content, seen=copy.version, now=asked.now, writers=writers)
        label(session, dispatch, **labels)
        copy_gates(session, dispatch, asked.now)
    operations.complete(session, asked.operation, {})
    return saved


def _writer(session: Session, asked: Asked, dispatch_id: uuid.UUID) -> tuple[Person, Dispatch]:
    person, dispatch = locked(session, asked, dispatch_id)
    if (reason := why_not_write(dispatch, person)) is not None:
        raise Refused(reason)
    return person, dispatch


def _keep(
    session: Session, asked: Asked, dispatch: Dispatch, person: Person, name: str
) -> NamedSave:
    copy = session.get_one(WorkingCopy, dispatch.id, populate_existing=True)
    authors = sorted(map(str, authors_of_copy(session, dispatch)))
    content = {"text": copy.content, "labels": labels_of(dispatch), "writers": authors}
    saved = NamedSave(
        id=uuid.uuid4(),
        dispatch_id=dispatch.id,
        name=name,
        content=content,
        saved_at=asked.now,
        saved_by=person.id,
    )
    session.add(saved)
    session.flush()
    return saved


def _count(session: Session, dispatch_id: uuid.UUID) -> int:
    count = select(func.count()).where(NamedSave.dispatch_id == dispatch_id)
    return session.scalar(count) or 0
