"""A dispatch's revisions, and any of its texts."""

import json
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.document.content import Content
from editorial.document.plain import plain
from editorial.document.words import count_words
from editorial.models.approval import Approval
from editorial.models.dispatch import Dispatch
from editorial.models.person import Person
from editorial.models.revision import Revision
from editorial.models.working_copy import WorkingCopy
from editorial.pipeline.named import find_named, named_text
from editorial.pipeline.refusal import NotThere
from editorial.pipeline.roles import can_see

WORKING = "working"
KEY_LENGTH = 36


@dataclass(frozen=True, slots=True)
class Approved:
    """Someone vouched for a revision; ``ended_at`` is None while that stands."""

    name: str
    at: datetime
    ended_at: datetime | None


@dataclass(frozen=True, slots=True)
class RevisionLine:
    """A revision in the list. ``words`` is None where its text can't be read any more."""

    number: int
    digest: str
    frozen_at: datetime
    filed_at: datetime
    frozen_by: str
    authors: tuple[str, ...]
    approvals: tuple[Approved, ...]
    words: int | None
    intact: bool


@dataclass(frozen=True, slots=True)
class WorkingLine:
    """The working copy in the same list."""

    saved_at: datetime
    saved_by: str
    words: int


@dataclass(frozen=True, slots=True)
class NamedText:
    """A text to compare; ``content`` is None where it can't be read any more."""

    name: str
    label: str
    content: Content | None
    intact: bool = True


def visible_dispatch(session: Session, person: Person, dispatch_id: uuid.UUID) -> Dispatch:
    """The dispatch, for someone who may read it. Raises NotThere."""
    dispatch = session.get(Dispatch, dispatch_id)
    if dispatch is None or not can_see(person, dispatch.desk_id, dispatch.created_by):
        raise NotThere
    return dispatch


def revision_lines(session: Session, dispatch: Dispatch) -> tuple[RevisionLine, ...]:
    """The revisions, newest first."""
    revisions = session.scalars(
        select(Revision).where(Revision.dispatch_id == dispatch.id).order_by(Revision.number.desc())
    ).all()
    return _described(session, revisions)


def revision_numbers(session: Session, dispatch: Dispatch) -> tuple[int, ...]:
    """The numbers of the revisions, newest first."""
    return tuple(
        session.scalars(
            select(Revision.number)
            .where(Revision.dispatch_id == dispatch.id)
            .order_by(Revision.number.desc())
        )
    )


def find_revision(
    session: Session, dispatch: Dispatch, number: int
) -> tuple[RevisionLine, Revision]:
    """Revision ``number`` of the dispatch. Raises NotThere."""
    revision = session.scalars(
        select(Revision).where(Revision.dispatch_id == dispatch.id, Revision.number == number)
    ).one_or_none()
    if revision is None:
        raise NotThere
    return _described(session, [revision])[0], revision


def working_line(session: Session, dispatch: Dispatch) -> WorkingLine:
    """The text being written, as a line of the list."""
    copy = session.get_one(WorkingCopy, dispatch.id)
    body = Content.from_json(copy.content).body
    saver = session.get_one(Person, copy.saved_by)
    return WorkingLine(copy.saved_at, saver.name, count_words(plain(body).text))


def find_text(session: Session, dispatch: Dispatch, name: str) -> NamedText:
    """A text by its name in the address: a revision's number, a named save's id, or ``working``.
    Raises NotThere."""
    if name == WORKING:
        copy = session.get_one(WorkingCopy, dispatch.id)
        return NamedText(name, "the working copy", Content.from_json(copy.content))
    if (key := _key(name)) is not None:
        saved = find_named(session, dispatch.id, key)
        return NamedText(name, f"“{saved.name}”", named_text(saved))
    if not (name.isascii() and name.isdecimal()) or len(name) > 6:
        raise NotThere
    _line, revision = find_revision(session, dispatch, int(name))
    return NamedText(
        name, f"revision {revision.number}", content_of(revision), intact=revision.intact
    )


def _key(name: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(name) if len(name) == KEY_LENGTH else None
    except ValueError:
        return None


def content_of(revision: Revision) -> Content | None:
    """What the revision froze; None where its bytes can't be read any more."""
    try:
        return Content.from_json(json.loads(revision.content))
    except (ValueError, RecursionError):
        return None


def _described(session: Session, revisions: Sequence[Revision]) -> tuple[RevisionLine, ...]:
    names = _names(session, revisions)
    approvals = _approvals(session, revisions)
    return tuple(
        RevisionLine(
            number=revision.number,
            digest=revision.digest,
            frozen_at=revision.frozen_at,
            filed_at=revision.filed_at,
            frozen_by=names[revision.frozen_by],
            authors=tuple(sorted(names[author.person_id] for author in revision.authors)),
            approvals=tuple(approvals.get(revision.id, ())),
            words=None if content is None else count_words(plain(content.body).text),
            intact=revision.intact,
        )
        for revision in revisions
        for content in [content_of(revision)]
    )


def _approvals(
    session: Session, revisions: Sequence[Revision]
) -> dict[uuid.UUID, tuple[Approved, ...]]:
    found: dict[uuid.UUID, tuple[Approved, ...]] = {}
    for row in session.scalars(
        select(Approval)
        .where(Approval.revision_id.in_(revision.id for revision in revisions))
        .order_by(Approval.approved_at)
    ):
        told = Approved(row.person.name, row.approved_at, row.voided_at)
        found[row.revision_id] = (*found.get(row.revision_id, ()), told)
    return found


def _names(session: Session, revisions: Sequence[Revision]) -> dict[uuid.UUID, str]:
    ids = {author.person_id for revision in revisions for author in revision.authors}
    ids |= {revision.frozen_by for revision in revisions}
    rows = session.execute(select(Person.id, Person.name).where(Person.id.in_(ids)))
    return {row.id: row.name for row in rows}
