"""Saying something about a text, answering, and settling what was said."""

import uuid
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.document.anchor import Anchor, anchor, lines_of
from editorial.document.mention import mentioned
from editorial.models.comment import Comment, Mention
from editorial.models.dispatch import Dispatch
from editorial.models.grant import Grant
from editorial.models.person import Person
from editorial.pipeline import operation as operations
from editorial.pipeline.gather import gather
from editorial.pipeline.refusal import NotThere, Refused
from editorial.pipeline.tell import tell_of_mention
from editorial.review.asking import Asked, locked

WORDS_GONE = (
    "These words do not stand in the text any more: it was changed after your page was made. "
    "What you wrote is kept. Choose other words, a paragraph, or the whole dispatch."
)


@dataclass(frozen=True, slots=True)
class Where:
    """The words meant, as the page knew them: without a block wherever they stand, without words
    the whole block, without both the whole dispatch. ``before``: what stood before them, where
    they are said twice."""

    block: str = ""
    words: str = ""
    before: str = ""


def say(session: Session, asked: Asked, where: Where) -> uuid.UUID:
    """A comment on some words, a paragraph or the whole. Whom it names is told. Raises Refused or
    NotThere."""
    person, dispatch = locked(session, asked)
    first = operations.begin(session, asked.operation, person.id, _act(asked, where), asked.now)
    if first is not None:
        return uuid.UUID(first["comment"])
    return _keep(session, asked, person, dispatch, None, place(session, asked, dispatch, where))


def answer(session: Session, asked: Asked, comment_id: uuid.UUID) -> uuid.UUID:
    """A reply to a comment. Raises Refused or NotThere."""
    person, dispatch = locked(session, asked)
    act = _act(asked, comment_id)
    first = operations.begin(session, asked.operation, person.id, act, asked.now)
    if first is not None:
        return uuid.UUID(first["comment"])
    root = _root(session, dispatch, comment_id)
    return _keep(session, asked, person, dispatch, root.id, None)


def resolve(session: Session, asked: Asked, comment_id: uuid.UUID, *, done: bool) -> None:
    """Close what was said, or open it again. What is so already stays so. Raises NotThere."""
    person, dispatch = locked(session, asked)
    root = _root(session, dispatch, comment_id)
    if (root.resolved_at is not None) is done:
        return
    root.resolved_at = asked.now if done else None
    root.resolved_by = person.id if done else None


def place(session: Session, asked: Asked, dispatch: Dispatch, where: Where) -> Anchor | None:
    """Where the words stand in the text that the page shows; None for the whole dispatch. Raises
    Refused when they don't any more."""
    if not where.block and not where.words:
        return None
    lines = lines_of(gather(session, dispatch, None, asked.now).content)
    found = anchor(lines, where.block, where.words, where.before)
    if found is None and where.words:
        found = anchor(lines, "", where.words, where.before)
    if found is None:
        raise Refused(WORDS_GONE)
    return found


def people_here(session: Session, dispatch: Dispatch) -> dict[str, uuid.UUID]:
    """Who can be named: the desk's people and the author, by name and by initials."""
    people = session.scalars(
        select(Person)
        .outerjoin(Grant, Grant.person_id == Person.id)
        .where(
            (Grant.desk_id == dispatch.desk_id) | (Person.id == dispatch.created_by),
            Person.deactivated_at.is_(None),
        )
        .order_by(Person.name)
    ).unique()
    found: dict[str, uuid.UUID] = {}
    for person in people:
        for name in (person.name, person.initials):
            if name:
                found.setdefault(name, person.id)
    return found


def _keep(
    session: Session,
    asked: Asked,
    person: Person,
    dispatch: Dispatch,
    parent: uuid.UUID | None,
    anchored: Anchor | None,
) -> uuid.UUID:
    if not asked.note.strip():
        raise Refused("Write what you want to say.")
    comment = Comment(
        id=uuid.uuid4(),
        dispatch_id=dispatch.id,
        parent_id=parent,
        text=asked.note.strip(),
        said_at=asked.now,
        said_by=person.id,
    )
    comment.put_at(anchored)
    session.add(comment)
    session.flush()
    for named in mentioned(comment.text, people_here(session, dispatch)):
        if named == person.id:
            continue
        session.add(Mention(comment_id=comment.id, person_id=named))
        tell_of_mention(session, dispatch.id, comment.id, named, person.id, asked.now)
    operations.complete(session, asked.operation, {"comment": str(comment.id)})
    return comment.id


def _root(session: Session, dispatch: Dispatch, comment_id: uuid.UUID) -> Comment:
    found = session.get(Comment, comment_id, populate_existing=True)
    if found is None or found.dispatch_id != dispatch.id or found.parent_id is not None:
        raise NotThere
    return found


def _act(asked: Asked, about: object) -> str:
    return operations.fingerprint("comment", asked.dispatch_id, asked.note.strip(), about)
