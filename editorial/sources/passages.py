"""The record beside the text: looked through by words, read, and quoted from."""

import uuid
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.document.attributed import attributed
from editorial.document.content import Content
from editorial.document.fold import fold
from editorial.document.markdown import from_markdown
from editorial.models.person import Person
from editorial.models.source import Source
from editorial.pipeline.confidence import is_open_to
from editorial.pipeline.evidence import weigh
from editorial.pipeline.places import places_of
from editorial.pipeline.records import parsed_source
from editorial.pipeline.refusal import Refused
from editorial.pipeline.shown import TERMS_WORDS, shown_as
from editorial.quotes.source import Source as Read
from editorial.sources.queries import seen_dispatch, seen_source
from editorial.vault.beside import vault_beside

MOST_FOUND = 40
A_STRETCH = 6_000
LONGEST_QUOTE = 4_000


@dataclass(frozen=True, slots=True)
class Passage:
    """A line of a source, ``text[start:end]`` without its speaker's label; ``place`` is its page or
    time, ``terms`` a word where it was not said on the record."""

    source_id: uuid.UUID
    title: str
    speaker: str | None
    place: str
    terms: str | None
    start: int
    text: str


@dataclass(frozen=True, slots=True)
class RecordPane:
    """``sources`` are ids and titles of those with words; ``passages`` what was looked for, or what
    stands from ``at`` on in the source ``reading``; ``more`` where that goes on."""

    dispatch_id: uuid.UUID
    headline: str
    query: str
    sources: tuple[tuple[uuid.UUID, str], ...]
    passages: tuple[Passage, ...]
    reading: uuid.UUID | None
    more: int | None


@dataclass(frozen=True, slots=True)
class Quoted:
    """What goes into the story, and how it stands there (``shown``)."""

    text: str
    shown: str
    speaker: str | None


def record_pane(
    session: Session,
    person: Person,
    dispatch_id: uuid.UUID,
    query: str,
    reading: uuid.UUID | None = None,
    at: int = 0,
) -> RecordPane:
    """What ``query`` finds on the record, or a stretch of one source. Raises NotThere."""
    dispatch = seen_dispatch(session, person, dispatch_id)
    sources = _sources(session, person, dispatch_id)
    found: list[Passage] = []
    more = None
    words = [fold(word) for word in query.split()]
    if reading is not None:
        source = seen_source(session, person, dispatch_id, reading)
        found, more = _stretch(session, source, max(at, 0))
    elif words:
        for source in sources:
            found += _lines(session, source, words, MOST_FOUND - len(found))
    return RecordPane(
        dispatch.id,
        dispatch.headline or dispatch.slugline,
        query,
        tuple((source.id, source.title) for source in sources),
        tuple(found),
        reading,
        more,
    )


def quote(
    session: Session,
    person: Person,
    dispatch_id: uuid.UUID,
    source_id: uuid.UUID,
    start: int,
    end: int,
    language: str,
) -> Quoted:
    """The words ``start:end`` of a source as the story would quote them, checked as it will be.

    Raises NotThere or Refused.
    """
    source = seen_source(session, person, dispatch_id, source_id)
    read = parsed_source(source, vault_beside(session))
    words = read.text[max(start, 0) : end].strip()
    if not words or end - start > LONGEST_QUOTE:
        raise Refused(f"Choose some words, at most {LONGEST_QUOTE:,} letters.")
    begins = start + (len(read.text[start:end]) - len(read.text[start:end].lstrip()))
    turn = read.turns.at(begins)
    if begins < turn.start or begins + len(words) > turn.end:
        raise Refused("Choose words of one speaker, without the name before them.")
    text = attributed(words, turn.speaker, language)
    content = Content(headline="", summary="", language=language, body=from_markdown(_plain(text)))
    found = [one for one in weigh(session, dispatch_id, content, None).quotes if one.counts]
    if not found:
        raise Refused("These words are too few to be a quotation. Choose more.")
    return Quoted(text, shown_as(found[0].finding), turn.speaker)


def _plain(text: str) -> str:
    """Markdown that means just these letters."""
    return "".join(f"\\{letter}" if letter in r"\`*_[]<>#+-!|~" else letter for letter in text)


def _sources(session: Session, person: Person, dispatch_id: uuid.UUID) -> list[Source]:
    found = session.scalars(
        select(Source)
        .where(Source.dispatch_id == dispatch_id, Source.detached_at.is_(None), is_open_to(person))
        .order_by(Source.added_at, Source.id)
    )
    return [source for source in found if source.words]


def _lines(session: Session, source: Source, words: list[str], most: int) -> list[Passage]:
    """The first lines that hold all the words, in whatever order and form of letters."""
    read = parsed_source(source, vault_beside(session))
    found: list[Passage] = []
    start = 0
    for line in read.text.split("\n"):
        if len(found) >= most:
            break
        folded = fold(line)
        if all(word in folded for word in words):
            found.append(_passage(session, source, read, start, start + len(line)))
        start += len(line) + 1
    return found


def _stretch(session: Session, source: Source, at: int) -> tuple[list[Passage], int | None]:
    read = parsed_source(source, vault_beside(session))
    start = read.text.rfind("\n", 0, at) + 1
    stop = read.text.find("\n", start + A_STRETCH) + 1 or len(read.text)
    found: list[Passage] = []
    for line in read.text[start:stop].split("\n"):
        if line.strip():
            found.append(_passage(session, source, read, start, start + len(line.rstrip())))
        start += len(line) + 1
    return found, stop if stop < len(read.text) else None


def _passage(session: Session, source: Source, read: Read, start: int, end: int) -> Passage:
    turn = read.turns.at(start)
    if turn.label_start >= start and turn.start > start:
        start = min(turn.start, end)
    return Passage(
        source.id,
        source.title,
        turn.speaker,
        places_of(source, vault_beside(session)).words(start),
        TERMS_WORDS.get(source.terms),
        start,
        read.text[start:end],
    )
