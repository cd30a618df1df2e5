"""Giving and taking what is typed: a browser sends what it has, and gets what it lacks."""

import uuid
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.document.schema import EMPTY_BODY
from editorial.document.shared import SCHEMA, Shared
from editorial.drafting.counting import count_soon
from editorial.drafting.draft import Draft
from editorial.drafting.queries import writing_desks
from editorial.drafting.shared_copy import fold, open_copy, store_change
from editorial.drafting.written import cut, too_long, written
from editorial.models.dispatch import Dispatch
from editorial.models.person import Person
from editorial.models.source import Source
from editorial.models.working_copy import WorkingCopy
from editorial.pipeline.gather import missing_for_filing
from editorial.pipeline.perform import load
from editorial.pipeline.refusal import NotThere, Refused
from editorial.pipeline.roles import can_see
from editorial.pipeline.write import label, why_not_write, write
from editorial.workflow.words import State

OLD_PAGE = (
    "The desk has learnt something that this page doesn’t know yet. Load the page again; "
    "what you typed stays on this device."
)


@dataclass(frozen=True, slots=True)
class Sent:
    """What a browser says: which version of the working copy it has taken in (None: none yet), what
    it has of each writer, and what it typed since. ``desk_id`` is where a new dispatch goes."""

    person_id: uuid.UUID
    dispatch_id: uuid.UUID
    now: datetime
    seen: int | None = None
    vector: bytes = b""
    update: bytes | None = None
    schema: int = SCHEMA
    desk_id: uuid.UUID | None = None


@dataclass(slots=True)
class Answer:
    """What the desk has. ``lacking`` None: nothing is new. ``taken``: what was sent is at the desk;
    else the browser takes in ``lacking`` first and sends again. ``wanting`` is what filing still
    needs, ``wrong`` what is too long, by field."""

    version: int
    state: State
    placed: int
    taken: bool = False
    vector: bytes = b""
    lacking: bytes | None = None
    wanting: tuple[str, ...] = ()
    sources: int = 0
    wrong: dict[str, str] = field(default_factory=dict)


def may_meet(session: Session, person_id: uuid.UUID, dispatch_id: uuid.UUID, begins: bool) -> None:
    """Raises NotThere for a dispatch that is not this person's to see, and for one that is not
    there unless it is to begin."""
    dispatch = session.get(Dispatch, dispatch_id)
    person = session.get_one(Person, person_id)
    if dispatch is None and begins:
        return
    if dispatch is None or not can_see(person, dispatch.desk_id, dispatch.created_by):
        raise NotThere


def take_and_give(session: Session, sent: Sent) -> Answer:
    """Merge what was typed, where the browser had taken in all that the desk has; give the rest.

    Sent twice, late or in any order it does the same. Call it in a transaction that writes. Raises
    NotThere, Refused or InvalidDocument, and then nothing is changed.
    """
    if sent.schema != SCHEMA:
        raise Refused(OLD_PAGE)
    person, dispatch, begun = _met(session, sent)
    copy = session.get_one(WorkingCopy, dispatch.id, populate_existing=True)
    shared = Shared() if begun else _opened(session, dispatch, copy.saved_by, sent.now)
    taken = False
    if sent.update is not None:
        if (reason := why_not_write(dispatch, person)) is not None:
            raise Refused(reason)
        if begun or sent.seen == copy.version:
            _take(session, dispatch, person, shared, sent)
            taken = True
    fold(session, dispatch, shared)
    answer = _answer(session, dispatch, shared)
    answer.taken = taken
    answer.lacking = shared.lacking(sent.vector)
    return answer


def has_news(session: Session, sent: Sent) -> Answer | None:
    """An answer that costs next to nothing; None where there is something to take or to give.

    Raises NotThere.
    """
    if sent.update is not None or sent.seen is None:
        return None
    row = session.execute(
        select(
            Dispatch.desk_id,
            Dispatch.created_by,
            Dispatch.state,
            Dispatch.version,
            WorkingCopy.version,
        )
        .join(WorkingCopy, WorkingCopy.dispatch_id == Dispatch.id)
        .where(Dispatch.id == sent.dispatch_id)
    ).one_or_none()
    person = session.get_one(Person, sent.person_id)
    if row is None or not can_see(person, row[0], row[1]):
        raise NotThere
    if row[4] != sent.seen:
        return None
    return Answer(version=row[4], state=row[2], placed=row[3])


def _opened(session: Session, dispatch: Dispatch, saver: uuid.UUID, now: datetime) -> Shared:
    opened = open_copy(session, dispatch)
    if opened.catching_up is not None:
        store_change(session, dispatch, opened.catching_up, saver, now)
    return opened.shared


def _met(session: Session, sent: Sent) -> tuple[Person, Dispatch, bool]:
    """Who sends; the dispatch, locked; and whether it was begun just now, by asking for it."""
    dispatch = load(session, sent.dispatch_id)
    person = session.get_one(Person, sent.person_id, populate_existing=True)
    if dispatch is None and sent.desk_id is not None and sent.update is not None:
        return person, begin_shared(session, person, sent), True
    if dispatch is None or not can_see(person, dispatch.desk_id, dispatch.created_by):
        raise NotThere
    return person, dispatch, False


def begin_shared(session: Session, person: Person, sent: Sent) -> Dispatch:
    """A new dispatch with an empty text, under the id that the browser gave it. Raises Refused."""
    if sent.desk_id not in {desk.id for desk in writing_desks(session, person)}:
        raise Refused("Choose a desk on which you are a correspondent or an editor.")
    dispatch = Dispatch(
        id=sent.dispatch_id,
        desk_id=sent.desk_id,
        slugline="",
        moved_at=sent.now,
        created_at=sent.now,
        created_by=person.id,
    )
    session.add(dispatch)
    session.flush()
    empty = Draft(tree=EMPTY_BODY).content(None)
    session.add(
        WorkingCopy(
            dispatch_id=dispatch.id,
            content=empty.to_json(),
            saved_at=sent.now,
            saved_by=person.id,
        )
    )
    session.flush()
    session.refresh(dispatch)
    return dispatch


def _take(session: Session, dispatch: Dispatch, person: Person, shared: Shared, sent: Sent) -> None:
    """Merge into a copy, judge what comes of it, and only then store it."""
    assert sent.update is not None
    trial = Shared([shared.state])
    change = trial.merge(sent.update)
    if change is None:
        return
    draft = written(trial.read())
    copy = session.get_one(WorkingCopy, dispatch.id)
    before = (copy.content, dispatch.keywords)
    write(
        session,
        dispatch,
        person,
        draft.content(None),
        seen=copy.version,
        now=sent.now,
        weigh=False,
    )
    label(session, dispatch, **cut(draft))
    store_change(session, dispatch, change, person.id, sent.now)
    shared.merge(change)
    # A gate may be asked for by a keyword alone.
    if (copy.content, dispatch.keywords) != before:
        count_soon(session, dispatch.id, sent.now)


def _answer(session: Session, dispatch: Dispatch, shared: Shared) -> Answer:
    copy = session.get_one(WorkingCopy, dispatch.id)
    draft = written(shared.read())
    sources = session.scalars(
        select(Source.id).where(Source.dispatch_id == dispatch.id, Source.detached_at.is_(None))
    ).all()
    return Answer(
        version=copy.version,
        state=dispatch.state,
        placed=dispatch.version,
        vector=shared.vector,
        wanting=missing_for_filing(dispatch, draft.content(None)),
        sources=len(sources),
        wrong=too_long(draft),
    )
