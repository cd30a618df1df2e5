"""The log as people read it: a sentence an entry, for those who may see what it is about."""

import json
import uuid
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from editorial.ledger.wording import sentence
from editorial.models.dispatch import Dispatch
from editorial.models.log_entry import LogEntry, LogWords
from editorial.models.person import Person
from editorial.models.source import Source
from editorial.pipeline.confidence import HIDDEN, hidden_from
from editorial.pipeline.roles import can_see, desks_of, is_administrator
from editorial.workflow.words import Action

A_PAGE = 50
WORD_NAMES = {"reason": "Reason", "contact": "Called back", "source": "Source", "for": "For"}


@dataclass(frozen=True, slots=True)
class Line:
    """One entry. Its sentence in three parts: before the dispatch's name, the name, after it.
    ``words`` are the reasons and names beside it, each with its label."""

    sequence: int
    at: datetime
    before: str
    slugline: str
    after: str
    dispatch_id: uuid.UUID | None
    words: tuple[tuple[str, str], ...]
    revision: int | None
    digest: str | None
    evidence: str | None
    leaf: str


@dataclass(frozen=True, slots=True)
class Filter:
    """What to show; None leaves a side open."""

    actor_id: uuid.UUID | None = None
    slugline: str = ""
    since: datetime | None = None
    until: datetime | None = None
    before: int | None = None


@dataclass(frozen=True, slots=True)
class LogPage:
    """One page of the log, newest first; ``older`` is the ``before`` of the next."""

    lines: tuple[Line, ...]
    older: int | None


def log_page(session: Session, person: Person, wanted: Filter) -> LogPage:
    """Entries that ``person`` may read. An administrator sees that every act has its entry, but
    of another desk's dispatch neither its name nor a reason."""
    query = select(LogEntry, Dispatch).outerjoin(Dispatch, Dispatch.id == LogEntry.dispatch_id)
    if not is_administrator(person):
        query = query.where(_visible(person))
    if wanted.actor_id is not None:
        query = query.where(LogEntry.actor_id == wanted.actor_id)
    if wanted.slugline:
        query = query.where(
            Dispatch.slugline.icontains(wanted.slugline, autoescape=True), _visible(person)
        )
    if wanted.since is not None:
        query = query.where(LogEntry.at >= wanted.since)
    if wanted.until is not None:
        query = query.where(LogEntry.at < wanted.until)
    if wanted.before is not None:
        query = query.where(LogEntry.sequence < wanted.before)
    rows = session.execute(query.order_by(LogEntry.sequence.desc()).limit(A_PAGE + 1)).all()
    shown = [(entry, dispatch) for entry, dispatch in rows[:A_PAGE]]
    lines = _lines(session, person, shown)
    return LogPage(lines, shown[-1][0].sequence if len(rows) > A_PAGE else None)


def dispatch_lines(session: Session, person: Person, dispatch: Dispatch) -> tuple[Line, ...]:
    """Everything that happened to a dispatch, newest first."""
    entries = session.scalars(
        select(LogEntry)
        .where(LogEntry.dispatch_id == dispatch.id)
        .order_by(LogEntry.sequence.desc())
    )
    return _lines(session, person, [(entry, dispatch) for entry in entries])


def actors(session: Session, person: Person) -> list[tuple[uuid.UUID, str]]:
    """The people whose acts can be asked for, by name."""
    query = select(Person.id, Person.name).order_by(Person.name)
    if not is_administrator(person):
        seen = select(LogEntry.actor_id).join(Dispatch, Dispatch.id == LogEntry.dispatch_id)
        query = query.where(Person.id.in_(seen.where(_visible(person))))
    return [(row.id, row.name) for row in session.execute(query)]


def _visible(person: Person) -> ColumnElement[bool]:
    return or_(Dispatch.desk_id.in_(desks_of(person)), Dispatch.created_by == person.id)


def _lines(
    session: Session, person: Person, rows: Sequence[tuple[LogEntry, Dispatch | None]]
) -> tuple[Line, ...]:
    words = _words(session, [entry.sequence for entry, _dispatch in rows])
    for sequence in _of_hidden_sources(session, person, [entry for entry, _dispatch in rows]):
        words[sequence] = (("Source", HIDDEN),)
    return tuple(
        _line(entry, dispatch, person, words.get(entry.sequence, ())) for entry, dispatch in rows
    )


def _of_hidden_sources(
    session: Session, person: Person, entries: Sequence[LogEntry]
) -> frozenset[int]:
    """The entries about a source that the person may not see, whose words would tell of it."""
    about = [one for one in entries if one.action in (Action.ATTACH, Action.DETACH)]
    dispatches = {entry.dispatch_id for entry in about}
    sources = session.scalars(
        select(Source).where(Source.confidential, Source.dispatch_id.in_(dispatches))
    ).all()
    hidden = hidden_from(session, person, sources)
    digests = {source.digest for source in sources if str(source.id) in hidden}
    found = set()
    for entry in about:
        details = json.loads(entry.body)["details"]
        # The first entries named a source by its digest alone.
        if details.get("source") in hidden if "source" in details else details["digest"] in digests:
            found.add(entry.sequence)
    return frozenset(found)


def _line(
    entry: LogEntry,
    dispatch: Dispatch | None,
    person: Person,
    words: tuple[tuple[str, str], ...],
) -> Line:
    said: dict[str, Any] = json.loads(entry.body)
    known = dispatch is not None and can_see(person, dispatch.desk_id, dispatch.created_by)
    hidden = dispatch is not None and not known
    slugline = dispatch.slugline if dispatch is not None and known else None
    told = sentence(said, slugline)
    # From its end, as a person's name comes first and may hold the same letters.
    named = slugline if slugline and slugline in told else ""
    before, found, after = told.rpartition(named) if named else (told, "", "")
    revision = said.get("revision")
    return Line(
        sequence=entry.sequence,
        at=entry.at,
        before=before,
        slugline=found,
        after=after,
        dispatch_id=None if hidden else entry.dispatch_id,
        words=() if hidden else words,
        revision=None if revision is None else revision["number"],
        digest=None if revision is None else revision["digest"],
        evidence=said.get("evidence"),
        leaf=entry.leaf.hex(),
    )


def _words(session: Session, sequences: Collection[int]) -> dict[int, tuple[tuple[str, str], ...]]:
    found: dict[int, tuple[tuple[str, str], ...]] = {}
    for row in session.scalars(
        select(LogWords).where(LogWords.sequence.in_(sequences)).order_by(LogWords.field.desc())
    ):
        text = "erased" if row.text is None else row.text
        label = WORD_NAMES.get(row.field, row.field)
        found[row.sequence] = (*found.get(row.sequence, ()), (label, text))
    return found
