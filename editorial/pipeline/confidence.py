"""Who may see a source. Of a confidential one others learn that it is there, and nothing else."""

import uuid
from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import ColumnElement, exists, or_, select
from sqlalchemy.orm import Session

from editorial.models.person import Person
from editorial.models.source import Source
from editorial.models.source_viewer import SourceViewer
from editorial.pipeline.quote import Quote

HIDDEN = "a confidential source"
UNTOLD = "It was checked against a confidential source, which you may not see."


def may_see(session: Session, person: Person, source: Source) -> bool:
    """Whether a person who may see its dispatch may see the source too."""
    if not source.confidential or source.added_by == person.id:
        return True
    return session.get(SourceViewer, (source.id, person.id)) is not None


def hidden_from(session: Session, person: Person, sources: Iterable[Source]) -> frozenset[str]:
    """The ids, as findings name them, of those of ``sources`` that the person may not see."""
    kept = {source.id for source in sources if source.confidential and source.added_by != person.id}
    if not kept:
        return frozenset()
    seen = session.scalars(
        select(SourceViewer.source_id).where(
            SourceViewer.person_id == person.id, SourceViewer.source_id.in_(kept)
        )
    )
    return frozenset(map(str, kept - set(seen)))


def is_open_to(person: Person) -> ColumnElement[bool]:
    """The same as a condition of a query over sources."""
    named = exists().where(SourceViewer.source_id == Source.id, SourceViewer.person_id == person.id)
    return or_(Source.confidential.is_(False), Source.added_by == person.id, named)


def conceal(quotes: Iterable[Quote], hidden: frozenset[str]) -> tuple[Quote, ...]:
    """The quotes as someone meets them who may not see the sources ``hidden``: how each stands, but
    no word, speaker or place of what it was checked against. Their keys stay what they are."""
    if not hidden:
        return tuple(quotes)
    return tuple(_concealed(quote, hidden) for quote in quotes)


def _concealed(quote: Quote, hidden: frozenset[str]) -> Quote:
    finding = quote.finding
    others = tuple(passage for passage in finding.others if passage.source not in hidden)
    if not any(passage.source in hidden for passage in finding.passages):
        return replace(quote, finding=replace(finding, others=others))
    untold = replace(
        finding, passages=(), others=(), differences=(), speaker_matches=None, reason=UNTOLD
    )
    return replace(quote, finding=untold, concealed=True)


def viewers_of(session: Session, source_id: uuid.UUID) -> tuple[Person, ...]:
    """Who may see it beside whoever attached it, by name."""
    found = session.scalars(
        select(Person)
        .join(SourceViewer, SourceViewer.person_id == Person.id)
        .where(SourceViewer.source_id == source_id)
        .order_by(Person.name)
    )
    return tuple(found)
