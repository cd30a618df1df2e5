"""One quote as the dispatch page shows it: verdict, wordings, sources, settlement, what next."""

import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from editorial.models.override import Override
from editorial.models.settlement import Settlement
from editorial.models.source import Source
from editorial.pipeline.quote import Quote
from editorial.pipeline.shown import TERMS_WORDS, shown_as
from editorial.pipeline.wordings import Pieces, in_the_record, in_the_story
from editorial.quotes.finding import Passage
from editorial.quotes.quotation import Part
from editorial.review.ways import WAYS_WORDS
from editorial.workflow.decide import decide
from editorial.workflow.facts import Facts
from editorial.workflow.steps import STEPS
from editorial.workflow.words import Action, SettlementKind

# The address of a source, or of a place in it.
PassageAddress = Callable[[uuid.UUID, int | None], str]


@dataclass(frozen=True, slots=True)
class SourceLine:
    """Where words stand in the record; ``terms`` is None when they were said on the record,
    ``place`` the page or the time, empty where none is known."""

    title: str
    url: str
    speaker: str | None
    terms: str | None
    place: str = ""


@dataclass(frozen=True, slots=True)
class Settled:
    """Who vouched for the quote, how they know and why."""

    id: uuid.UUID
    initials: str
    name: str
    role: str
    how: str
    reason: str
    contact: str
    contacted_at: datetime | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Passed:
    """The override that let the quote pass."""

    name: str
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class QuoteLine:
    """As ``macros/quote.html`` wants it. ``terms`` is None on the record. ``ways`` are empty where
    this person can't settle it; ``why_not`` says why, where their role would let them."""

    number: int
    key: str
    parts: tuple[Part, ...]
    shown: str
    open: bool
    terms: str | None
    words: str
    speaker: str | None
    reason: str
    here: Pieces
    there: Pieces
    source: SourceLine | None
    elsewhere: tuple[SourceLine, ...]
    settled: Settled | None
    passed: Passed | None
    ways: tuple[tuple[str, str], ...]
    why_not: tuple[str, ...]
    take_back: bool
    why_not_take_back: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Desk:
    """What the lines of one page share: who looks, on what facts, and the names of things;
    ``place`` names the page or the time of a letter of a source."""

    facts: Facts
    sources: Mapping[str, Source]
    overrides: Sequence[Override]
    roles: Mapping[uuid.UUID, str]
    address: PassageAddress
    place: Callable[[Source, int], str] = lambda _source, _offset: ""


def quote_lines(quotes: Sequence[Quote], desk: Desk) -> tuple[QuoteLine, ...]:
    """The quotes in the order of the text; scare quotes and titles are nobody's words."""
    counted = sorted((q for q in quotes if q.counts), key=lambda q: q.quotation.start)
    return tuple(_line(number, quote, desk) for number, quote in enumerate(counted, 1))


def _line(number: int, quote: Quote, desk: Desk) -> QuoteLine:
    quotation, finding = quote.quotation, quote.finding
    places = [_source(passage, desk) for passage in (*finding.passages, *finding.others)]
    may_settle, why_not = _weigh(Action.SETTLE, quote, desk.facts)
    may_take_back, why_not_take_back = _weigh(Action.UNSETTLE, quote, desk.facts)
    waits = quote.open_by_record and quote.settlement is None
    settled = quote.settlement is not None
    return QuoteLine(
        number=number,
        key=quote.key,
        parts=quotation.parts,
        shown=shown_as(finding),
        open=quote.open,
        terms=TERMS_WORDS.get(finding.terms),
        words=quotation.text,
        speaker=quotation.speaker_resolved or quotation.speaker,
        reason=finding.reason,
        here=in_the_story(quotation, finding),
        there=in_the_record(finding),
        source=places[0] if places else None,
        elsewhere=tuple(places[1:]),
        settled=None if quote.settlement is None else _settled(quote.settlement, desk),
        passed=_passed(quote, desk.overrides),
        ways=_ways(quote) if waits and may_settle else (),
        why_not=why_not if waits else (),
        take_back=settled and may_take_back,
        why_not_take_back=why_not_take_back if settled else (),
    )


def _ways(quote: Quote) -> tuple[tuple[str, str], ...]:
    return tuple((way.value, WAYS_WORDS[way]) for way in quote.ways)


def _weigh(action: Action, quote: Quote, facts: Facts) -> tuple[bool, tuple[str, ...]]:
    """Whether the act is allowed; the reasons only where the person's role would let them."""
    about = replace(
        facts,
        note="…",
        quote_can_be_settled=quote.can_be_settled,
        quote_is_not_found=quote.is_absent,
    )
    within = any(
        step.action is action and facts.state in step.before and step.roles & facts.roles
        for step in STEPS
    )
    decision = decide(action, about)
    return decision.allowed, decision.reasons if within else ()


def _source(passage: Passage, desk: Desk) -> SourceLine:
    source = desk.sources[passage.source]
    return SourceLine(
        title=source.title,
        url=desk.address(source.id, passage.start),
        speaker=passage.speaker,
        terms=TERMS_WORDS.get(source.terms),
        place=desk.place(source, passage.start),
    )


def _settled(settlement: Settlement, desk: Desk) -> Settled:
    person = settlement.person
    return Settled(
        id=settlement.id,
        initials=person.initials or "".join(name[0] for name in person.name.split()[:3]),
        name=person.name,
        role=desk.roles.get(settlement.id, ""),
        how=WAYS_WORDS[SettlementKind(settlement.kind)],
        reason=settlement.reason,
        contact=settlement.contact,
        contacted_at=settlement.contacted_at,
        at=settlement.settled_at,
    )


def _passed(quote: Quote, overrides: Sequence[Override]) -> Passed | None:
    if not (quote.open_by_record and quote.overridden and quote.settlement is None):
        return None
    for override in overrides:
        if quote.key in override.quote_keys:
            return Passed(override.person.name, override.reason, override.overridden_at)
    return None
