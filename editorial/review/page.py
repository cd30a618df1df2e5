"""The dispatch page: what it is, what state it is in, what this person can do next."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.document.content import Content
from editorial.ledger.latest import last_word
from editorial.models.dispatch import Dispatch
from editorial.models.override import Override
from editorial.models.person import Person
from editorial.models.picture import Picture
from editorial.models.publication import Publication
from editorial.models.source import Source
from editorial.pipeline.confidence import hidden_from
from editorial.pipeline.gather import Situation, gather
from editorial.pipeline.overdue import is_lost, is_overdue, why_overdue
from editorial.pipeline.points import PointList, point_lists
from editorial.pipeline.refusal import NotThere
from editorial.pipeline.roles import can_see
from editorial.pipeline.shown import TERMS_WORDS
from editorial.review.after_print import NextNotice, Withdrawn, next_notice, withdrawn
from editorial.review.changed import Changed, changed
from editorial.review.gates import GateLine, gate_lines
from editorial.review.holder import holder
from editorial.review.lines import lines_of
from editorial.review.panel import Panel, panel
from editorial.review.previewing import Previews, previews
from editorial.review.quote_line import PassageAddress, QuoteLine
from editorial.review.remarks import Remarks, remarks
from editorial.review.vouched import Vouched, vouched
from editorial.review.waits import Wait, waits
from editorial.workflow.gates import name_of
from editorial.workflow.steps import TO_BE_JUDGED
from editorial.workflow.words import Gate, Live, State

KIND_WORDS = {
    "transcript": "transcript",
    "recording": "recording’s transcript",
    "document": "document",
    "note": "note of a call",
    "report": "another outlet’s report",
}


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One item of the record; ``terms`` is None when it was given on the record."""

    url: str
    title: str
    kind: str
    event: str
    date: date | None
    terms: str | None
    confidential: bool
    added_by: str


@dataclass(frozen=True, slots=True)
class OverrideNote:
    """An override nobody else has read yet."""

    name: str
    gate: str
    reason: str
    at: datetime
    passed: int


@dataclass(frozen=True, slots=True)
class Approved:
    """The approval that stands."""

    name: str
    at: datetime
    number: int


@dataclass(frozen=True, slots=True)
class LiveText:
    """What readers see of it."""

    desk: str
    address: str
    at: datetime


@dataclass(frozen=True, slots=True)
class DispatchPage:
    """Everything the template shows. ``number`` is the revision's, None before the first filing;
    ``moved_beyond``: the working copy differs from it. ``judged``: its gates are to be passed now.
    ``hidden_sources`` are confidential."""

    id: uuid.UUID
    version: int
    slugline: str
    state: str
    since: datetime
    desk_name: str
    desk_slug: str
    author: str
    urgency: int
    keywords: tuple[str, ...]
    ednote: str
    embargo: datetime | None
    holder: str | None
    reason: str | None
    publish_at: datetime | None
    late: bool
    hour_lost: bool
    why_late: str | None
    content: Content
    sizes: dict[str, tuple[int, int]]
    number: int | None
    filed_at: datetime | None
    moved_beyond: bool
    being_written: bool
    judged: bool
    quotes: tuple[QuoteLine, ...]
    open_quotes: int
    to_settle: int
    sources: tuple[SourceRow, ...]
    hidden_sources: int
    overrides: tuple[OverrideNote, ...]
    gates: tuple[GateLine, ...]
    vouched: Vouched | None
    approved: Approved | None
    live: LiveText | None
    next: NextNotice | None
    withdrawn: Withdrawn | None
    panel: Panel
    changed: Changed | None
    remarks: Remarks
    points: tuple[PointList, ...]
    waits: tuple[Wait, ...]
    previews: Previews | None
    latest: str

    @property
    def quotes_stand(self) -> str:
        """How the quotes' gate stands, in the words of the others."""
        if self.open_quotes:
            return "to pass"
        return "overridden" if any(quote.passed for quote in self.quotes) else "passed"

    @property
    def acts_at_a_gate(self) -> bool:
        """True when this person can do something at one of the gates."""
        return any(act.allowed for line in self.gates for act in line.acts)


def dispatch_page(
    session: Session,
    person: Person,
    dispatch_id: uuid.UUID,
    now: datetime,
    address: PassageAddress,
    since: str = "",
) -> DispatchPage:
    """The page as ``person`` meets it; ``since`` what they want it compared with. Raises
    NotThere."""
    dispatch = session.get(Dispatch, dispatch_id)
    if dispatch is None or not can_see(person, dispatch.desk_id, dispatch.created_by):
        raise NotThere
    situation = gather(session, dispatch, person, now)
    evidence, revision = situation.evidence, situation.revision
    late = is_overdue(dispatch, now)
    told = dispatch.state in (State.RETURNED, State.SPIKED)
    hidden = hidden_from(session, person, evidence.sources)
    quotes = lines_of(session, person, situation, address)
    return DispatchPage(
        id=dispatch.id,
        version=dispatch.version,
        slugline=dispatch.slugline,
        state=dispatch.state.value,
        since=dispatch.moved_at,
        desk_name=dispatch.desk.name,
        desk_slug=dispatch.desk.slug,
        author=dispatch.creator.name,
        urgency=dispatch.urgency,
        keywords=tuple(dispatch.keywords),
        ednote=dispatch.ednote,
        embargo=dispatch.embargo_at,
        holder=holder(dispatch),
        reason=dispatch.last_reason if told and dispatch.last_reason else None,
        publish_at=dispatch.publish_at or dispatch.missed_at,
        late=late,
        hour_lost=is_lost(dispatch, now),
        why_late=why_overdue(session, [dispatch.id]).get(dispatch.id) if late else None,
        content=situation.content,
        sizes=_sizes(session, situation.content),
        number=None if revision is None else revision.number,
        filed_at=None if revision is None else revision.filed_at,
        moved_beyond=revision is not None and situation.facts.text_changed,
        being_written=situation.content is situation.written,
        judged=dispatch.state in TO_BE_JUDGED,
        quotes=quotes,
        open_quotes=len(evidence.open_quotes),
        to_settle=sum(bool(quote.open and quote.ways) for quote in quotes),
        sources=tuple(
            _source(source, address) for source in evidence.sources if str(source.id) not in hidden
        ),
        hidden_sources=len(hidden),
        overrides=tuple(_override(one) for one in situation.overrides if one.read_at is None),
        gates=gate_lines(session, situation, person),
        vouched=vouched(session, situation),
        approved=_approved(situation),
        live=_live(session, dispatch),
        next=next_notice(evidence.notice),
        withdrawn=withdrawn(session, dispatch),
        panel=panel(situation.facts),
        changed=changed(session, situation, person, since) if revision is not None else None,
        remarks=remarks(session, situation, person),
        points=point_lists(session, dispatch, person),
        waits=waits(session, situation, person),
        previews=previews(session, situation, person, now),
        latest=last_word(session, dispatch.id, now) if revision is not None else "",
    )


def _sizes(session: Session, content: Content) -> dict[str, tuple[int, int]]:
    """Width and height of the pictures, so that the page doesn't jump as they load."""
    digests = content.to_json()["pictures"]
    if not digests:
        return {}
    found = session.scalars(select(Picture).where(Picture.digest.in_(digests)))
    return {f"/pictures/{one.digest}": (one.width, one.height) for one in found}


def _source(source: Source, address: PassageAddress) -> SourceRow:
    return SourceRow(
        url=address(source.id, None),
        title=source.title,
        kind=KIND_WORDS[source.kind],
        event=source.event,
        date=source.date,
        terms=TERMS_WORDS.get(source.terms),
        confidential=source.confidential,
        added_by=source.adder.name,
    )


def _override(override: Override) -> OverrideNote:
    return OverrideNote(
        override.person.name,
        name_of(Gate(override.gate)),
        override.reason,
        override.overridden_at,
        len(override.quote_keys),
    )


def _approved(situation: Situation) -> Approved | None:
    approval, revision = situation.approval, situation.revision
    if approval is None or revision is None or approval.revision_id != revision.id:
        return None
    return Approved(approval.person.name, approval.approved_at, revision.number)


def _live(session: Session, dispatch: Dispatch) -> LiveText | None:
    if dispatch.live is not Live.REVISION:
        return None
    shown = session.scalars(
        select(Publication).where(
            Publication.dispatch_id == dispatch.id, Publication.current.is_(True)
        )
    ).one_or_none()
    if shown is None:
        return None
    return LiveText(dispatch.desk.slug, shown.address, shown.published_at)
