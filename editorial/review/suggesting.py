"""Proposing other words, and deciding on them. Only accepting ever touches the text."""

import uuid
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.document.anchor import Found, follow, lines_of
from editorial.document.content import Content
from editorial.document.edit import deletion, insertion, replace_words
from editorial.models.dispatch import Dispatch
from editorial.models.person import Person
from editorial.models.revision import Revision
from editorial.models.suggestion import Change, Fate, Suggestion
from editorial.models.working_copy import WorkingCopy
from editorial.pipeline import operation as operations
from editorial.pipeline.perform import perform
from editorial.pipeline.refusal import Refused
from editorial.pipeline.write import why_not_write, write
from editorial.review.asking import Asked, locked
from editorial.review.commenting import Where, place
from editorial.workflow.steps import OPEN_WORK
from editorial.workflow.words import Action, State

# Where the accepted words are frozen at once, as there was nothing else to freeze.
FREEZES = {State.FILED: Action.FILE, State.IN_REVIEW: Action.REVISE}


@dataclass(frozen=True, slots=True)
class Decided:
    """How many were accepted, declined or withdrawn, and how many could not be: their words have
    changed. ``frozen``: the text was frozen anew."""

    done: int
    stale: int = 0
    frozen: bool = False


def suggest(session: Session, asked: Asked, where: Where, change: Change, new: str) -> uuid.UUID:
    """Propose ``new`` for the words, after them, or their deletion; ``asked.note`` says why.
    Raises Refused or NotThere."""
    person, dispatch = locked(session, asked)
    act = operations.fingerprint("suggest", asked.dispatch_id, asked.note, where, change, new)
    first = operations.begin(session, asked.operation, person.id, act, asked.now)
    if first is not None:
        return uuid.UUID(first["suggestion"])
    if dispatch.state not in OPEN_WORK:
        raise Refused("Nobody works on its text now; there is nothing to suggest a change of.")
    anchored = place(session, asked, dispatch, where)
    if anchored is None:
        raise Refused("Say which words it is about.")
    if change is Change.DELETE:
        new = ""
    elif not new.strip():
        raise Refused("Write the words you suggest.")
    suggestion = Suggestion(
        id=uuid.uuid4(),
        dispatch_id=dispatch.id,
        change=change,
        new=new.strip(),
        why=asked.note.strip(),
        made_at=asked.now,
        made_by=person.id,
    )
    suggestion.put_at(anchored)
    session.add(suggestion)
    session.flush()
    operations.complete(session, asked.operation, {"suggestion": str(suggestion.id)})
    return suggestion.id


def accept(session: Session, asked: Asked, wanted: Collection[uuid.UUID]) -> Decided:
    """Set the suggested words: an edit by who accepts, which makes who suggested an author too.
    Those whose words have changed stay open. Raises Refused or NotThere."""
    person, dispatch = locked(session, asked)
    act = operations.fingerprint("accept", asked.dispatch_id, sorted(map(str, wanted)))
    first = operations.begin(session, asked.operation, person.id, act, asked.now)
    if first is not None:
        return Decided(**first)
    if (reason := why_not_write(dispatch, person)) is not None:
        raise Refused(reason)
    copy = session.get_one(WorkingCopy, dispatch.id, populate_existing=True)
    content = Content.from_json(copy.content)
    untouched = _is_frozen(session, dispatch, content)
    accepted, stale = [], 0
    for suggestion in _open(session, dispatch, wanted):
        edited = applied(content, suggestion)
        if edited is None:
            stale += 1
            continue
        content = edited
        suggestion.fate = Fate.ACCEPTED
        suggestion.decided_at, suggestion.decided_by = asked.now, person.id
        accepted.append(suggestion)
    if not accepted:
        if stale:
            raise Refused("Its words have changed since; read it again and suggest anew.")
        raise Refused("It was decided on already, or taken back.")
    writers = frozenset(suggestion.made_by for suggestion in accepted)
    seen = copy.version
    write(session, dispatch, person, content, seen=seen, now=asked.now, writers=writers)
    frozen = untouched and _freeze(session, asked, person, dispatch)
    decided = Decided(len(accepted), stale, frozen)
    result = {"done": decided.done, "stale": stale, "frozen": frozen}
    operations.complete(session, asked.operation, result)
    return decided


def decline(session: Session, asked: Asked, wanted: Collection[uuid.UUID]) -> Decided:
    """Leave the text as it is. Whoever may write declines; one's own is withdrawn. Raises Refused
    or NotThere."""
    person, dispatch = locked(session, asked)
    refusal = why_not_write(dispatch, person)
    done = 0
    for suggestion in _open(session, dispatch, wanted):
        own = suggestion.made_by == person.id
        if refusal is not None and not own:
            raise Refused(refusal)
        suggestion.fate = Fate.WITHDRAWN if own else Fate.DECLINED
        suggestion.decided_at, suggestion.decided_by = asked.now, person.id
        done += 1
    if not done:
        raise Refused("It was decided on already, or taken back.")
    return Decided(done)


def applied(content: Content, suggestion: Suggestion) -> Content | None:
    """The text with the suggested words; None when the words it is about are not there as they
    were."""
    anchored = suggestion.anchor
    lines = lines_of(content)
    found: Found | None = None if anchored is None else follow(lines, anchored)
    if found is None or not found.exact:
        return None
    text = lines[found.block]
    start, end, new = found.start, found.end, suggestion.new
    if suggestion.change is Change.INSERT:
        start, new = end, insertion(text, end, new)
    elif suggestion.change is Change.DELETE:
        start, end = deletion(text, start, end)
    return replace_words(content, found.block, start, end, new)


def _open(session: Session, dispatch: Dispatch, wanted: Collection[uuid.UUID]) -> list[Suggestion]:
    return list(
        session.scalars(
            select(Suggestion)
            .where(
                Suggestion.dispatch_id == dispatch.id,
                Suggestion.id.in_(wanted),
                Suggestion.fate == Fate.OPEN,
            )
            .order_by(Suggestion.made_at, Suggestion.id)
            .execution_options(populate_existing=True)
        )
    )


def _is_frozen(session: Session, dispatch: Dispatch, content: Content) -> bool:
    if dispatch.revision_id is None or dispatch.state not in FREEZES:
        return False
    return session.get_one(Revision, dispatch.revision_id).digest == content.digest


def _freeze(session: Session, asked: Asked, person: Person, dispatch: Dispatch) -> bool:
    perform(session, person, FREEZES[dispatch.state], dispatch.id, now=asked.now)
    return True
