"""Sources as pages show them."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import exists, or_, select
from sqlalchemy.orm import Session

from editorial.models.dispatch import Dispatch
from editorial.models.grant import Grant
from editorial.models.person import Person
from editorial.models.source import PLAYED, Medium, Source
from editorial.models.source_words import KIND_WORDS, TERMS_WORDS
from editorial.models.transcript_of import TranscriptOf
from editorial.pipeline.confidence import is_open_to, may_see, viewers_of
from editorial.pipeline.gather import Situation, gather
from editorial.pipeline.places import NOWHERE, places_of
from editorial.pipeline.records import parsed_source
from editorial.pipeline.refusal import NotThere
from editorial.pipeline.roles import can_see
from editorial.quotes.turns import find_turns
from editorial.sources.captions import captions
from editorial.sources.decode import CODE_PAGES, ENCODINGS, decode, readings
from editorial.sources.lines import Line, Stretch, lines, put_places
from editorial.vault.beside import vault_beside
from editorial.workflow.decide import decide
from editorial.workflow.words import Action

GUESSED = (*CODE_PAGES, "utf-16-le", "utf-16-be")
A_PAGE = 100_000


@dataclass(frozen=True, slots=True)
class AttachPage:
    """``refusals``: why nothing can be attached now. ``colleagues`` may be named to see a
    confidential source, ``recordings`` may be what a transcript writes down: ids and names."""

    dispatch_id: uuid.UUID
    slugline: str
    headline: str
    refusals: tuple[str, ...]
    colleagues: tuple[tuple[str, str], ...]
    recordings: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class SourcePage:
    """One source, a page of its text at a time; ``before`` and ``after`` are the offsets at which
    the neighbouring pages begin. ``player`` is the recording that is played beside the text: the
    source itself, or what it writes down; ``begins`` the second at which the passage asked for is
    said. ``transcripts`` write this recording down. ``viewers`` see
    a confidential source beside who attached it; ``may_open``: this person says who does.

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
    player: Source | None
    begins: float | None
    transcripts: tuple[Source, ...]
    viewers: tuple[Person, ...]
    may_open: bool
    colleagues: tuple[tuple[str, str], ...]


def seen_dispatch(session: Session, person: Person, dispatch_id: uuid.UUID) -> Dispatch:
    """The dispatch, for someone who may see it. Raises NotThere."""
    dispatch = session.get(Dispatch, dispatch_id)
    if dispatch is None or not can_see(person, dispatch.desk_id, dispatch.created_by):
        raise NotThere
    return dispatch


def seen_source(
    session: Session, person: Person, dispatch_id: uuid.UUID, source_id: uuid.UUID
) -> Source:
    """A source of that dispatch, detached or not. Raises NotThere: for whoever may not see it
    there is none."""
    seen_dispatch(session, person, dispatch_id)
    source = session.get(Source, source_id)
    if source is None or source.dispatch_id != dispatch_id or not may_see(session, person, source):
        raise NotThere
    return source


def attached_with(
    session: Session, person: Person, dispatch_id: uuid.UUID, digest: str
) -> Source | None:
    """The newest source on the dispatch's record that has these bytes and that they may see."""
    return session.scalars(
        select(Source)
        .where(
            Source.dispatch_id == dispatch_id,
            Source.digest == digest,
            Source.detached_at.is_(None),
            is_open_to(person),
        )
        .order_by(Source.added_at.desc(), Source.id)
    ).first()


def attach_page(
    session: Session, person: Person, dispatch_id: uuid.UUID, now: datetime
) -> AttachPage:
    """What the page for attaching shows. Raises NotThere."""
    dispatch = seen_dispatch(session, person, dispatch_id)
    facts = gather(session, dispatch, person, now).facts
    refusals = decide(Action.ATTACH, facts).reasons
    return AttachPage(
        dispatch.id,
        dispatch.slugline,
        dispatch.headline,
        refusals,
        tuple((str(one.id), one.name) for one in colleagues(session, dispatch, person)),
        tuple((str(one.id), one.title) for one in _recordings(session, dispatch, person)),
    )


def colleagues(session: Session, dispatch: Dispatch, person: Person) -> list[Person]:
    """Those but ``person`` who see the dispatch, by name."""
    on_desk = exists().where(Grant.person_id == Person.id, Grant.desk_id == dispatch.desk_id)
    found = session.scalars(
        select(Person)
        .where(or_(on_desk, Person.id == dispatch.created_by), Person.id != person.id)
        .order_by(Person.name)
    )
    return [one for one in found if one.active]


def _recordings(session: Session, dispatch: Dispatch, person: Person) -> list[Source]:
    return list(
        session.scalars(
            select(Source)
            .where(
                Source.dispatch_id == dispatch.id,
                Source.medium.in_(PLAYED),
                Source.detached_at.is_(None),
                is_open_to(person),
            )
            .order_by(Source.added_at)
        )
    )


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
        if source.medium is Medium.CAPTIONS:
            text, _ = captions(text)
        turns = find_turns(text)
    passages = [] if preview else _passages(situation, source)
    cuts = _cuts(text)
    page = max(index for index, cut in enumerate(cuts[:-1]) if cut <= max(at, 0))
    guessed = source.encoding in GUESSED and source.detached_at is None
    shown = lines(text, cuts[page], cuts[page + 1], turns, passages)
    places = NOWHERE if preview else places_of(source, vault)
    put_places(shown, places)
    player, transcripts = _heard_beside(session, person, source)
    return SourcePage(
        dispatch_id,
        dispatch.slugline,
        source,
        KIND_WORDS[source.kind],
        TERMS_WORDS[source.terms],
        ENCODINGS.get(source.encoding, source.encoding),
        shown,
        len(passages),
        len({turn.speaker for turn in turns.turns if turn.speaker}),
        cuts[page - 1] if page else None,
        cuts[page + 1] if page + 2 < len(cuts) else None,
        page + 1,
        len(cuts) - 1,
        _readings(vault.get(source.digest)) if guessed else (),
        preview,
        _why_not_detach(situation, source),
        player,
        places.seconds(at) if at else None,
        transcripts,
        viewers_of(session, source.id) if source.confidential else (),
        source.added_by == person.id,
        tuple((str(one.id), one.name) for one in colleagues(session, dispatch, person)),
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


def _heard_beside(
    session: Session, person: Person, source: Source
) -> tuple[Source | None, tuple[Source, ...]]:
    """The recording beside the text, and what writes it down: what this person may see of it."""
    if source.plays:
        written = session.scalars(
            select(Source)
            .join(TranscriptOf, TranscriptOf.source_id == Source.id)
            .where(TranscriptOf.recording_id == source.id, Source.detached_at.is_(None))
            .order_by(Source.added_at)
        )
        return source, tuple(one for one in written if may_see(session, person, one))
    bound = session.get(TranscriptOf, source.id)
    recording = None if bound is None else session.get_one(Source, bound.recording_id)
    if recording is None or not may_see(session, person, recording):
        return None, ()
    return recording, ()


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
