"""A quote that its own record lacks, looked for in all that a person may see."""

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from editorial.archive.beside import index_beside
from editorial.archive.texts import Text
from editorial.models.dispatch import Dispatch
from editorial.models.person import Person
from editorial.models.source import Source, SourceKind, Terms, words_of
from editorial.models.source_words import KIND_WORDS
from editorial.pipeline.confidence import is_open_to
from editorial.pipeline.gather import gather
from editorial.pipeline.quote import Quote
from editorial.pipeline.refusal import NotThere
from editorial.pipeline.roles import desks_of
from editorial.pipeline.shown import TERMS_WORDS, shown_as
from editorial.pipeline.wordings import Pieces, in_the_record, in_the_story
from editorial.quotes.archive import Archive
from editorial.quotes.finding import Finding
from editorial.quotes.printed import spoken
from editorial.quotes.quotation import Quotation
from editorial.quotes.source import Source as Excerpt
from editorial.sources.queries import seen_dispatch
from editorial.vault.beside import vault_beside
from editorial.vault.files import MissingFile
from editorial.vault.text import read_text
from editorial.workflow.decide import decide
from editorial.workflow.words import Action

PLACES, OFFERS = 12, 5
STRICTEST = (Terms.OFF_THE_RECORD, Terms.BACKGROUND, Terms.ON_THE_RECORD)
# What settles most stands first.
ORDER = (
    "verbatim",
    "light_edit",
    "second_hand",
    "altered",
    "spliced",
    "misattributed",
    "meaning_changed",
)

# The address of a place in a source of a dispatch.
PlaceAddress = Callable[[uuid.UUID, uuid.UUID, int], str]


@dataclass(frozen=True, slots=True)
class Place:
    """Where the words stand; ``terms`` is None when they were said on the record."""

    title: str
    url: str
    speaker: str | None
    terms: str | None


@dataclass(frozen=True, slots=True)
class Offer:
    """A source of another dispatch, and how the quote would stand with it; ``shown``, ``here``,
    ``there`` and ``source`` are as ``macros/quote.html`` wants them."""

    source_id: uuid.UUID
    shown: str
    reason: str
    here: Pieces
    there: Pieces
    source: Place
    kind: str
    event: str
    date: date | None
    dispatch_id: uuid.UUID
    dispatch: str
    desk: str


@dataclass(frozen=True, slots=True)
class ArchivePage:
    """``searched`` counts the texts that were asked; ``unindexed`` those that are not in the index
    yet. ``refusals``: why nothing can be attached now."""

    dispatch_id: uuid.UUID
    headline: str
    key: str
    words: str
    speaker: str | None
    shown: str
    offers: tuple[Offer, ...]
    searched: int
    unindexed: int
    refusals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    """A source within reach, without what is said of it."""

    id: uuid.UUID
    text: Text
    kind: SourceKind
    terms: Terms


def archive_page(
    session: Session,
    person: Person,
    dispatch_id: uuid.UUID,
    key: str,
    now: datetime,
    address: PlaceAddress,
) -> ArchivePage:
    """What the archive has of the quote ``key``. Raises NotThere."""
    dispatch = seen_dispatch(session, person, dispatch_id)
    situation = gather(session, dispatch, person, now)
    quote = _quote(situation.evidence.quotes, key)
    rows = within_reach(session, person, dispatch_id)
    found, indexed = look_up(session, quote.quotation, rows)
    return ArchivePage(
        dispatch_id=dispatch_id,
        headline=dispatch.headline or dispatch.slugline,
        key=key,
        words=quote.quotation.text,
        speaker=quote.quotation.speaker_resolved or quote.quotation.speaker,
        shown=shown_as(quote.finding),
        offers=tuple(
            _offer(session.get_one(Source, row.id), session, quote.quotation, finding, address)
            for row, finding in found
        ),
        searched=indexed,
        unindexed=len(rows) - indexed,
        refusals=decide(Action.ATTACH, situation.facts).reasons,
    )


def within_reach(session: Session, person: Person, dispatch_id: uuid.UUID) -> dict[str, _Row]:
    """Of each text that the person may see and this dispatch lacks, the source to offer.

    Where one file lies on several records, the strictest terms that it was given on count, then
    the newest.
    """
    own = select(Source.digest).where(
        Source.dispatch_id == dispatch_id, Source.detached_at.is_(None), is_open_to(person)
    )
    visible = or_(Dispatch.desk_id.in_(desks_of(person)), Dispatch.created_by == person.id)
    rows = session.execute(
        select(Source.id, Source.kind, Source.terms)
        .add_columns(Source.medium, Source.digest, Source.encoding, Source.text_digest)
        .join(Dispatch, Dispatch.id == Source.dispatch_id)
        .where(
            visible,
            is_open_to(person),
            Source.dispatch_id != dispatch_id,
            Source.detached_at.is_(None),
        )
        .where(Source.digest.not_in(own))
        .order_by(Source.added_at.desc(), Source.id)
    )
    reach: dict[str, _Row] = {}
    for source_id, kind, terms, *about in rows:
        if (words := words_of(*about)) is None:
            continue
        row = _Row(source_id, Text(*words), kind, terms)
        other = reach.setdefault(row.text.key, row)
        if STRICTEST.index(terms) < STRICTEST.index(other.terms):
            reach[row.text.key] = row
    return reach


def look_up(
    session: Session, quotation: Quotation, rows: Mapping[str, _Row]
) -> tuple[list[tuple[_Row, Finding]], int]:
    """What ``rows`` say of the quotation, the best first; and how many of them are indexed."""
    vault = vault_beside(session)
    read: dict[str, str] = {}

    def excerpt(key: str, start: int, end: int) -> Excerpt:
        row = rows[key]
        if key not in read:
            read[key] = read_text(vault, row.text.digest, row.text.encoding)
        words = read[key][start:end]
        return Excerpt.from_text(key, words, kind=row.kind.value, terms=row.terms.value)

    index = index_beside(session)
    archive = Archive(index.segments().values(), excerpt)
    allowed = frozenset(rows)
    places = archive.places(spoken(quotation.text), PLACES, allowed)
    found = []
    for key in dict.fromkeys(place.source for place in places):
        try:
            finding = archive.check(quotation, frozenset((key,)))
        except MissingFile:
            continue
        if finding.verdict != "not_found":
            found.append((rows[key], finding))
    found.sort(key=lambda each: ORDER.index(shown_as(each[1])))
    return found[:OFFERS], len(allowed.intersection(archive.sources))


def _quote(quotes: tuple[Quote, ...], key: str) -> Quote:
    for quote in quotes:
        if quote.key == key and quote.counts:
            return quote
    raise NotThere


def _offer(
    source: Source,
    session: Session,
    quotation: Quotation,
    finding: Finding,
    address: PlaceAddress,
) -> Offer:
    dispatch = session.get_one(Dispatch, source.dispatch_id)
    passage = finding.passages[0]
    return Offer(
        source_id=source.id,
        shown=shown_as(finding),
        reason=finding.reason,
        here=in_the_story(quotation, finding),
        there=in_the_record(finding),
        source=Place(
            source.title,
            address(dispatch.id, source.id, passage.start),
            passage.speaker,
            TERMS_WORDS.get(source.terms),
        ),
        kind=KIND_WORDS[source.kind],
        event=source.event,
        date=source.date,
        dispatch_id=dispatch.id,
        dispatch=dispatch.headline or dispatch.slugline,
        desk=dispatch.desk.name,
    )
