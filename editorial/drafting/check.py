"""The quotes of a text that is being typed, each with its finding and its place."""

import uuid
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy.orm import Session

from editorial.document.content import Content
from editorial.document.plain import PlainText, story_text
from editorial.drafting.correction import corrections
from editorial.models.dispatch import Dispatch
from editorial.models.person import Person
from editorial.models.source import Source
from editorial.pipeline.confidence import conceal, hidden_from
from editorial.pipeline.evidence import Evidence, weigh
from editorial.pipeline.places import places_of
from editorial.pipeline.quote import Quote
from editorial.pipeline.records import record_of
from editorial.pipeline.refusal import NotThere, Refused
from editorial.pipeline.roles import can_see
from editorial.pipeline.shown import TERMS_WORDS, past_closing, shown_as
from editorial.pipeline.wordings import in_the_record, in_the_story
from editorial.pipeline.write import why_not_write
from editorial.quotes.around import around
from editorial.quotes.check import check
from editorial.quotes.difference_told import told
from editorial.quotes.record import Record
from editorial.quotes.serial import to_json
from editorial.vault.beside import vault_beside

# The address of a source, or of a place in it.
PassageAddress = Callable[[uuid.UUID, int], str]


@dataclass(frozen=True, slots=True)
class _Desk:
    story: PlainText
    evidence: Evidence
    record: Record
    correct: Callable[[Quote], dict[str, Any]]
    address: PassageAddress
    place: Callable[[Source, int], str]


def may_write(session: Session, person: Person, dispatch_id: uuid.UUID) -> None:
    """Raises NotThere, or Refused where this person may not write now."""
    dispatch = session.get(Dispatch, dispatch_id)
    if dispatch is None or not can_see(person, dispatch.desk_id, dispatch.created_by):
        raise NotThere
    if (reason := why_not_write(dispatch, person)) is not None:
        raise Refused(reason)


def check_text(
    session: Session,
    person: Person,
    dispatch_id: uuid.UUID,
    content: Content,
    address: PassageAddress,
) -> list[dict[str, Any]]:
    """Each quote of ``content`` in the order of the text, as JSON; nothing is saved.

    The fields of ``quotes.serial.to_json``, and: ``number``, ``shown``, ``open``, ``settled``
    (None, or ``name``, ``initials`` and ``reason``), ``places`` (``block``, ``start``, ``end``),
    ``sign`` (``block``, ``at``: after the closing mark), ``here`` and ``there`` (the two wordings
    as pairs of words and kind), ``told`` (what differs, in sentences), ``around`` (each passage
    with the record's words ``before`` and ``after`` it), ``origin`` (None, or ``title``, ``url``,
    ``speaker``, ``terms`` and ``place``), ``key``, and what ``corrections`` gives. Offsets count
    code points.
    """
    story = story_text(content)
    evidence = weigh(session, dispatch_id, content, None)
    record = record_of(evidence.sources, vault_beside(session))
    quotations = tuple(quote.quotation for quote in evidence.quotes)
    body = tuple(one for one in quotations if one.kind != "headline")

    def correct(quote: Quote) -> dict[str, Any]:
        return corrections(quote, story, lambda said: check(said, record, body))

    vault = vault_beside(session)
    desk = _Desk(
        story, evidence, record, correct, address, lambda s, at: places_of(s, vault).words(at)
    )
    seen = conceal(evidence.quotes, hidden_from(session, person, evidence.sources))
    counted = sorted((q for q in seen if q.counts), key=lambda q: q.quotation.start)
    return [_quote(number, quote, desk) for number, quote in enumerate(counted, 1)]


def _quote(number: int, quote: Quote, desk: _Desk) -> dict[str, Any]:
    quotation, finding = quote.quotation, quote.finding
    sign = desk.story.position(past_closing(desk.story.text, quotation.parts[-1].end))
    return {
        **to_json(quotation, finding),
        **desk.correct(quote),
        "key": quote.key,
        "number": number,
        "shown": shown_as(finding),
        "open": quote.open,
        "settled": _settled(quote),
        "places": [
            place for part in quotation.parts for place in _places(desk.story, part.start, part.end)
        ],
        "sign": None if sign is None else {"block": sign[0], "at": sign[1]},
        "here": in_the_story(quotation, finding),
        "there": in_the_record(finding),
        "told": [told(one) for one in finding.differences if not one.allowed],
        "around": [
            asdict(around(desk.record.sources[passage.source], passage))
            for passage in finding.passages
        ],
        "origin": _origin(quote, desk),
    }


def _places(story: PlainText, start: int, end: int) -> list[dict[str, Any]]:
    """The letters ``start:end`` of the story, block by block."""
    found = []
    for index, (block, begin) in enumerate(zip(story.ids, story.starts, strict=True)):
        first, last = max(start, begin), min(end, story.stop(index))
        if first < last:
            found.append({"block": block, "start": first - begin, "end": last - begin})
    return found


def _settled(quote: Quote) -> dict[str, str] | None:
    if quote.settlement is None:
        return None
    person = quote.settlement.person
    initials = person.initials or "".join(name[0] for name in person.name.split()[:3])
    return {"name": person.name, "initials": initials, "reason": quote.settlement.reason}


def _origin(quote: Quote, desk: _Desk) -> dict[str, Any] | None:
    passages = (*quote.finding.passages, *quote.finding.others)
    if not passages:
        return None
    sources: dict[str, Source] = {str(source.id): source for source in desk.evidence.sources}
    source = sources[passages[0].source]
    return {
        "title": source.title,
        "url": desk.address(source.id, passages[0].start),
        "speaker": passages[0].speaker,
        "terms": TERMS_WORDS.get(source.terms),
        "place": desk.place(source, passages[0].start),
    }
