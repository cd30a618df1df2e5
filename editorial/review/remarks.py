"""Comments and suggestions as the dispatch page shows them, each beside its words as they are."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.document.anchor import Anchor, follow, lines_of
from editorial.document.content import Content
from editorial.models.comment import Comment
from editorial.models.dispatch import Dispatch
from editorial.models.person import Person
from editorial.models.suggestion import Fate, Suggestion
from editorial.pipeline.gather import Situation
from editorial.pipeline.write import why_not_write
from editorial.review.commenting import people_here
from editorial.review.suggesting import applied
from editorial.workflow.steps import OPEN_WORK

EXCERPT = 60


@dataclass(frozen=True, slots=True)
class Standing:
    """What a remark is about. ``words`` as they were then; ``now`` as they read today, None where
    they are gone; ``changed``: the two differ. Empty words: the whole dispatch."""

    words: str
    now: str | None
    block: str | None
    start: int
    end: int

    @property
    def gone(self) -> bool:
        """Its words are no longer in the text."""
        return bool(self.words) and self.now is None

    @property
    def changed(self) -> bool:
        """They are, in another wording."""
        return self.now is not None and self.now != self.words


@dataclass(frozen=True, slots=True)
class Said:
    """One comment or reply."""

    name: str
    at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class Thread:
    """A comment with its replies. ``number`` counts them as they stand on the page."""

    id: uuid.UUID
    number: int
    said: Said
    replies: tuple[Said, ...]
    about: Standing
    resolved_by: str | None
    resolved_at: datetime | None


@dataclass(frozen=True, slots=True)
class SuggestionLine:
    """One suggestion. ``why_not``: why it can't be accepted now, for who could decide at all."""

    id: uuid.UUID
    number: int
    name: str
    at: datetime
    change: str
    new: str
    why: str
    about: Standing
    fate: str
    decided_by: str | None
    may_accept: bool
    may_decline: bool
    own: bool
    why_not: str | None


@dataclass(frozen=True, slots=True)
class Remarks:
    """``blocks``: what a remark can be about, with the first words of each. ``people`` can be
    named. ``may_suggest``: its text is worked on."""

    open: tuple[Thread, ...]
    resolved: tuple[Thread, ...]
    suggestions: tuple[SuggestionLine, ...]
    decided: tuple[SuggestionLine, ...]
    blocks: tuple[tuple[str, str], ...]
    people: tuple[str, ...]
    may_suggest: bool

    @property
    def acceptable(self) -> int:
        """How many this person could accept at once."""
        return sum(line.may_accept for line in self.suggestions)


def remarks(session: Session, situation: Situation, person: Person) -> Remarks:
    """Everything said about the dispatch, beside the text that its page shows."""
    dispatch, lines = situation.dispatch, lines_of(situation.content)
    threads = _threads(session, dispatch, lines)
    suggestions = _suggestions(session, situation, person, lines)
    names = {name: key for name, key in people_here(session, dispatch).items() if " " in name}
    return Remarks(
        open=tuple(thread for thread in threads if thread.resolved_at is None),
        resolved=tuple(thread for thread in threads if thread.resolved_at is not None),
        suggestions=tuple(line for line in suggestions if line.fate == Fate.OPEN),
        decided=tuple(line for line in suggestions if line.fate != Fate.OPEN),
        blocks=_blocks(lines),
        people=tuple(sorted(name for name, key in names.items() if key != person.id)),
        may_suggest=dispatch.state in OPEN_WORK,
    )


def _threads(session: Session, dispatch: Dispatch, lines: Mapping[str, str]) -> list[Thread]:
    rows = session.scalars(
        select(Comment)
        .where(Comment.dispatch_id == dispatch.id)
        .order_by(Comment.said_at, Comment.id)
    ).all()
    replies: dict[uuid.UUID, list[Said]] = {}
    for row in rows:
        if row.parent_id is not None:
            replies.setdefault(row.parent_id, []).append(_said(row))
    return [
        Thread(
            id=row.id,
            number=number,
            said=_said(row),
            replies=tuple(replies.get(row.id, ())),
            about=_standing(row.anchor, lines),
            resolved_by=None if row.resolver is None else row.resolver.name,
            resolved_at=row.resolved_at,
        )
        for number, row in enumerate((row for row in rows if row.parent_id is None), 1)
    ]


def _suggestions(
    session: Session, situation: Situation, person: Person, lines: Mapping[str, str]
) -> list[SuggestionLine]:
    rows = session.scalars(
        select(Suggestion)
        .where(Suggestion.dispatch_id == situation.dispatch.id)
        .order_by(Suggestion.made_at, Suggestion.id)
    ).all()
    refusal = why_not_write(situation.dispatch, person)
    return [
        _line(row, number, person, refusal, situation.written, lines)
        for number, row in enumerate(rows, 1)
    ]


def _line(
    row: Suggestion,
    number: int,
    person: Person,
    refusal: str | None,
    written: Content,
    lines: Mapping[str, str],
) -> SuggestionLine:
    is_open = row.fate is Fate.OPEN
    why_not = None
    if is_open and refusal is None and applied(written, row) is None:
        why_not = "Its words have changed since; read it again and suggest anew."
    own = row.made_by == person.id
    return SuggestionLine(
        id=row.id,
        number=number,
        name=row.person.name,
        at=row.made_at,
        change=row.change.value,
        new=row.new,
        why=row.why,
        about=_standing(row.anchor, lines),
        fate=row.fate.value,
        decided_by=None if row.decider is None else row.decider.name,
        may_accept=is_open and refusal is None and why_not is None,
        may_decline=is_open and (refusal is None or own),
        own=own,
        why_not=why_not,
    )


def _said(row: Comment) -> Said:
    return Said(row.person.name, row.said_at, row.text)


def _standing(anchored: Anchor | None, lines: Mapping[str, str]) -> Standing:
    if anchored is None:
        return Standing("", None, None, 0, 0)
    found = follow(lines, anchored)
    if found is None:
        return Standing(anchored.words, None, None, 0, 0)
    now = lines[found.block][found.start : found.end]
    return Standing(anchored.words, now, found.block, found.start, found.end)


def _blocks(lines: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Every block that says something, by its first words."""
    named = {"headline": "Headline", "summary": "Summary"}
    found = []
    number = 0
    for block, text in lines.items():
        if block not in named:
            number += 1
        if text.strip():
            first = text if len(text) <= EXCERPT else text[:EXCERPT].rsplit(" ", 1)[0] + " …"
            found.append((block, f"{named.get(block) or f'Paragraph {number}'}: {first}"))
    return tuple(found)
