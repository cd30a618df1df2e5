"""What the desk knows of a text: findings, settlements, sources, and the digest of it all."""

import hashlib
import json
import uuid
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.orm import Session

from editorial.document.canonical import canonical
from editorial.document.content import Content
from editorial.document.plain import story_text
from editorial.models.database import WRITING
from editorial.models.next_version import NextVersion
from editorial.models.override import Override
from editorial.models.reading import Reading
from editorial.models.settlement import Settlement
from editorial.models.source import Source
from editorial.pipeline.beside import Beside, beside
from editorial.pipeline.edition import EDITION
from editorial.pipeline.quote import Quote, quote_key
from editorial.pipeline.records import record_of
from editorial.pipeline.refusal import Refused
from editorial.quotes.check import check
from editorial.quotes.extract import extract
from editorial.quotes.serial import from_json, to_json
from editorial.vault.beside import vault_beside
from editorial.vault.files import MissingFile


@dataclass(frozen=True, slots=True)
class Evidence:
    """``digest`` (SHA-256, hexadecimal) covers the text's digest, every quote's finding and
    settlement, the digests, kinds and terms of the sources, and the notice that a next version
    will carry: who vouches for the text vouches for what readers are told of it."""

    digest: str
    quotes: tuple[Quote, ...]
    sources: tuple[Source, ...]
    notice: NextVersion | None = None

    @property
    def open_quotes(self) -> tuple[Quote, ...]:
        """Those that keep the gate shut."""
        return tuple(quote for quote in self.quotes if quote.open)

    @property
    def figures(self) -> dict[str, int]:
        """What readers are told: how many quotes, and how each came to stand."""
        counted = [quote for quote in self.quotes if quote.counts]
        borne_out = [quote for quote in counted if not quote.open_by_record]
        return {
            "total": len(counted),
            "verbatim": sum(quote.finding.verdict == "verbatim" for quote in borne_out),
            "light_edit": sum(quote.finding.verdict == "light_edit" for quote in borne_out),
            "settled": sum(q.open_by_record and q.settlement is not None for q in counted),
            "overridden": sum(
                q.open_by_record and q.settlement is None and q.overridden for q in counted
            ),
        }


def weigh(
    session: Session,
    dispatch_id: uuid.UUID,
    content: Content,
    revision_id: uuid.UUID | None,
    there: Beside | None = None,
) -> Evidence:
    """The evidence for ``content`` as it stands now; ``revision_id`` when it is a revision,
    ``there`` what is known to stand beside it."""
    there = there or beside(session, dispatch_id)
    given = _sources(session, dispatch_id) if there.sources else ()
    sources = tuple(source for source in given if source.detached_at is None)
    detached = [source for source in given if source.detached_at is not None]
    settlements = _settlements(session, dispatch_id) if there.settlements else {}
    passed: set[str] = set()
    if revision_id is not None and there.overrides:
        for keys in session.scalars(
            select(Override.quote_keys).where(Override.revision_id == revision_id)
        ):
            passed.update(keys)
    quotes = tuple(
        replace(quote, settlement=settlements.get(quote.key), overridden=quote.key in passed)
        for quote in _look_back(session, content, _read(session, content, sources), detached)
    )
    notice = None
    if there.notice:
        notice = session.get(NextVersion, dispatch_id, populate_existing=True)
    return Evidence(_digest(content, quotes, sources, notice), quotes, sources, notice)


def _sources(session: Session, dispatch_id: uuid.UUID) -> Sequence[Source]:
    return session.scalars(
        select(Source)
        .where(Source.dispatch_id == dispatch_id)
        .order_by(Source.added_at, Source.id)
        .execution_options(populate_existing=True)
    ).all()


def _settlements(session: Session, dispatch_id: uuid.UUID) -> dict[str, Settlement]:
    rows = session.scalars(
        select(Settlement)
        .where(Settlement.dispatch_id == dispatch_id, Settlement.withdrawn_at.is_(None))
        .order_by(Settlement.settled_at)
    )
    return {row.quote_key: row for row in rows}


def _look_back(
    session: Session, content: Content, quotes: list[Quote], detached: Sequence[Source]
) -> list[Quote]:
    """What is not in the record may have been: whoever wrote it must not gain by taking it out."""
    if not detached or all(quote.finding.verdict != "not_found" for quote in quotes):
        return quotes
    # The same text gives the same quotations in the same order.
    return [
        replace(quote, was_there=before.finding.verdict != "not_found")
        for quote, before in zip(quotes, _read(session, content, detached), strict=True)
    ]


def _read(session: Session, content: Content, sources: Sequence[Source]) -> list[Quote]:
    """The engine's reading, from the table of readings where it has been made before."""
    key = hashlib.sha256(
        canonical([EDITION, content.digest, [_source_facts(source) for source in sources]])
    ).hexdigest()
    row = session.get(Reading, key)
    stored = row.quotes if row is not None else _read_anew(session, key, content, sources)
    quotes = []
    for item in stored:
        quotation, finding = from_json(item)
        quotes.append(Quote(quote_key(quotation, finding), quotation, finding))
    return quotes


def _read_anew(
    session: Session, key: str, content: Content, sources: Sequence[Source]
) -> list[dict[str, Any]]:
    story = story_text(content)
    quotations = extract(story.text, content.language, story.headline_end)
    try:
        record = record_of(sources, vault_beside(session))
    except MissingFile as error:
        raise Refused(
            "A file of the record is missing, or was changed outside Editorial, so the quotes "
            "can’t be checked. Restore the newsroom’s files from a backup."
        ) from error
    body = tuple(quotation for quotation in quotations if quotation.kind != "headline")
    found = [to_json(quotation, check(quotation, record, body)) for quotation in quotations]
    # Through JSON and back, so that the first asker sees exactly what the second will.
    read: list[dict[str, Any]] = json.loads(json.dumps(found))
    if not session.connection().get_execution_options().get(WRITING):
        return read
    insert = sqlite_insert if session.get_bind().dialect.name == "sqlite" else postgresql_insert
    session.execute(
        insert(Reading)
        .values(key=key, quotes=read, made_at=datetime.now(UTC))
        .on_conflict_do_nothing(index_elements=["key"])
    )
    return read


def _source_facts(source: Source) -> list[str]:
    """What it is and what was read of it: where that is not the bytes as received, its digest."""
    facts = [str(source.id), source.digest, source.encoding, source.kind.value, source.terms.value]
    return facts if source.text_digest is None else [*facts, source.text_digest]


def _digest(
    content: Content,
    quotes: Sequence[Quote],
    sources: Sequence[Source],
    notice: NextVersion | None,
) -> str:
    told = {} if notice is None else {"notice": [notice.kind.value, notice.wording]}
    return hashlib.sha256(
        canonical(
            told
            | {
                "v": 1,
                "revision": content.digest,
                "quotes": [_quote_facts(quote) for quote in quotes],
                "sources": sorted(_source_facts(source) for source in sources),
            }
        )
    ).hexdigest()


def _quote_facts(quote: Quote) -> dict[str, Any]:
    settled = quote.settlement
    passed = {"overridden": True} if quote.overridden else {}
    return passed | {
        "key": quote.key,
        "parts": [[part.start, part.end] for part in quote.quotation.parts],
        "verdict": quote.finding.verdict,
        "passages": [asdict(passage) for passage in quote.finding.passages],
        "settlement": None if settled is None else str(settled.id),
    }
