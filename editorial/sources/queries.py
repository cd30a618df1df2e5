"""Sources as pages show them."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.models.dispatch import Dispatch
from editorial.models.person import Person
from editorial.models.source import Source, SourceKind, Terms
from editorial.pipeline.gather import Situation, gather
from editorial.pipeline.records import parsed_source
from editorial.pipeline.refusal import NotThere
from editorial.pipeline.roles import can_see
from editorial.quotes.turns import find_turns
from editorial.sources.decode import CODE_PAGES, ENCODINGS, decode, readings
from editorial.sources.lines import Line, Stretch, lines
from editorial.vault.beside import vault_beside
from editorial.workflow.decide import decide
from editorial.workflow.words import Action

KIND_WORDS: dict[SourceKind, str] = {
    SourceKind.TRANSCRIPT: "Transcript",
    SourceKind.RECORDING: "Recording’s transcript",
    SourceKind.DOCUMENT: "Document",
    SourceKind.NOTE: "Note of a call",
    SourceKind.REPORT: "Another outlet’s report",
}
TERMS_WORDS: dict[Terms, str] = {
    Terms.ON_THE_RECORD: "On the record",
    Terms.BACKGROUND: "Background",
    Terms.OFF_THE_RECORD: "Off the record",
}
GUESSED = (*CODE_PAGES, "utf-16-le", "utf-16-be")
A_PAGE = 100_000


@dataclass(frozen=True, slots=True)
class AttachPage:
    """``refusals``: why nothing can be attached now."""

    dispatch_id: uuid.UUID
    slugline: str
    headline: str
    refusals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourcePage:
    """One source, a page of its text at a time; ``before`` and ``after`` are the offsets at which
    the neighbouring pages begin.

    ``readings`` are the encodings its bytes make sense in, by name, where the one in use is a
    guess; ``previewed`` the one that is only being tried. ``refusals``: why it can't be detached.
    """

    dispatch_id: uuid.UUID
    slugline: str
    source: Source
    kind: str
    terms: str
    encoding: str
    lines: list[Line]
    quoted: int
    speakers: int
    before: int | None
    after: int | None
    page: int
    pages: int
    readings: tuple[tuple[str, str], ...]
    previewed: str | None
    refusals: tuple[str, ...]


def seen_dispatch(session: Session, person: Person, dispatch_id: uuid.UUID) -> Dispatch:
    """The dispatch, for someone who may see it. Raises NotThere."""
    dispatch = session.get(Dispatch, dispatch_id)
    if dispatch is None or not can_see(person, dispatch.desk_id, dispatch.created_by):
        raise NotThere
    return dispatch


def seen_source(
    session: Session, person: Person, dispatch_id: uuid.UUID, source_id: uuid.UUID
) -> Source:
    """A source of that dispatch, detached or not. Raises NotThere."""
    seen_dispatch(session, person, dispatch_id)
    source = session.get(Source, source_id)
    if source is None or source.dispatch_id != dispatch_id:
        raise NotThere
    return source


def attached_with(session: Session, dispatch_id: uuid.UUID, digest: str) -> Source | None:
    """The source on the dispatch's record that has these bytes."""
    return session.scalars(
        select(Source).where(
            Source.dispatch_id == dispatch_id,
            Source.digest == digest,
            Source.detached_at.is_(None),
        )
    ).first()


def original(
    session: Session, person: Person, dispatch_id: uuid.UUID, source_id: uuid.UUID
) -> tuple[str, bytes]:
    """A name for the file, and its bytes as received. Raises NotThere or MissingFile."""
    source = seen_source(session, person, dispatch_id, source_id)
    return source.filename or f"{source.title}.txt", vault_beside(session).get(source.digest)


def attach_page(
    session: Session, person: Person, dispatch_id: uuid.UUID, now: datetime
) -> AttachPage:
    """What the page for attaching shows. Raises NotThere."""
    dispatch = seen_dispatch(session, person, dispatch_id)
    facts = gather(session, dispatch, person, now).facts
    refusals = decide(Action.ATTACH, facts).reasons
    return AttachPage(dispatch.id, dispatch.slugline, dispatch.headline, refusals)


def source_page(
    session: Session,
    person: Person,
    dispatch_id: uuid.UUID,
    source_id: uuid.UUID,
    now: datetime,
    at: int = 0,
    preview: str | None = None,
) -> SourcePage:
    """The page of the text that offset ``at`` is on; ``preview`` reads it in another encoding.

    Raises NotThere, MissingFile, or Unreadable for a preview that makes no sense.
    """
    source = seen_source(session, person, dispatch_id, source_id)
    dispatch = seen_dispatch(session, person, dispatch_id)
    # The reason is written with the act; whether it may be detached is asked as if it were.
    situation = gather(session, dispatch, person, now, note="…")
    if preview == source.encoding:
        preview = None
    vault = vault_beside(session)
    if preview is None:
        parsed = parsed_source(source, vault)
        text, turns = parsed.text, parsed.turns
    else:
        text = decode(vault.get(source.digest), preview).text
        turns = find_turns(text)
    passages = [] if preview else _passages(situation, source)
    cuts = _cuts(text)
    page = max(index for index, cut in enumerate(cuts[:-1]) if cut <= max(at, 0))
    guessed = source.encoding in GUESSED and source.detached_at is None
    return SourcePage(
        dispatch_id,
        dispatch.slugline,
        source,
        KIND_WORDS[source.kind],
        TERMS_WORDS[source.terms],
        ENCODINGS.get(source.encoding, source.encoding),
        lines(text, cuts[page], cuts[page + 1], turns, passages),
        len(passages),
        len({turn.speaker for turn in turns.turns if turn.speaker}),
        cuts[page - 1] if page else None,
        cuts[page + 1] if page + 2 < len(cuts) else None,
        page + 1,
        len(cuts) - 1,
        _readings(vault.get(source.digest)) if guessed else (),
        preview,
        _why_not_detach(situation, source),
    )


def _readings(content: bytes) -> tuple[tuple[str, str], ...]:
    return tuple((name, ENCODINGS[name]) for name in readings(content))


def _passages(situation: Situation, source: Source) -> list[Stretch]:
    """Where the story's quotes stand in this source."""
    found = {
        (passage.start, passage.end)
        for quote in situation.evidence.quotes
        for passage in quote.finding.passages
        if passage.source == str(source.id)
    }
    return [Stretch(start, end, "quoted") for start, end in sorted(found)]


def _why_not_detach(situation: Situation, source: Source) -> tuple[str, ...]:
    if source.detached_at is not None:
        return ("It was detached from the record.",)
    return decide(Action.DETACH, situation.facts).reasons


def _cuts(text: str) -> list[int]:
    """Where pages begin, and the end: after a line, else after a word, where there is one."""
    cuts = [0]
    while len(text) - cuts[-1] > A_PAGE:
        first, last = cuts[-1], cuts[-1] + A_PAGE
        line = text.rfind("\n", first, last) + 1
        word = text.rfind(" ", first, last) + 1
        cuts.append(line or word or last)
    return [*cuts, len(text)]
