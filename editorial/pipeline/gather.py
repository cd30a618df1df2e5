"""Gathering the facts that the rules look at, once, in the transaction of the act."""

import json
import uuid
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from editorial.document.content import Content
from editorial.document.plain import plain
from editorial.models.approval import WHOLE, Approval
from editorial.models.dispatch import Dispatch
from editorial.models.notice import Notice
from editorial.models.override import Override
from editorial.models.person import Person
from editorial.models.revision import Revision
from editorial.models.working_copy import WorkingCopy
from editorial.pipeline.authors import authors_since_approved
from editorial.pipeline.beside import beside
from editorial.pipeline.evidence import Evidence, weigh
from editorial.pipeline.gates import GateStanding, Stake, gate_standings, vouched_already
from editorial.pipeline.lengths import too_long_for_filing
from editorial.pipeline.matter import AtGate, Colleague, Hour, Matter, Vouching
from editorial.pipeline.quote import Quote
from editorial.pipeline.roles import roles_on
from editorial.workflow.facts import Facts
from editorial.workflow.words import Gate, Live, NoticeKind, Role, SettlementKind, State

WRITING_STATES = frozenset({State.DRAFT, State.RETURNED})


@dataclass(frozen=True, slots=True)
class Situation:
    """A dispatch with everything that belongs to it, and the facts drawn from that.

    ``content`` is what is at stake: the working copy while it is being written, else the
    revision. ``written`` is the working copy's content. ``approvals`` are all that nothing ended;
    ``approval`` is the last of them that vouches for the whole.
    """

    dispatch: Dispatch
    working_copy: WorkingCopy
    written: Content
    revision: Revision | None
    content: Content
    evidence: Evidence
    approval: Approval | None
    approvals: tuple[Approval, ...]
    gates: tuple[GateStanding, ...]
    overrides: tuple[Override, ...]
    authors: frozenset[uuid.UUID]
    facts: Facts


def gather(
    session: Session,
    dispatch: Dispatch,
    person: Person | None,
    now: datetime,
    *,
    note: str = "",
    matter: Matter | None = None,
    system: bool = False,
) -> Situation:
    """The situation of ``dispatch`` as ``person`` meets it; None is the desk's own machinery."""
    working_copy = session.get_one(WorkingCopy, dispatch.id)
    written = Content.from_json(working_copy.content)
    revision = None if dispatch.revision_id is None else session.get(Revision, dispatch.revision_id)
    intact = revision is None or revision.intact
    being_written = revision is None or dispatch.state in WRITING_STATES
    content = written if being_written else _frozen(revision, written)
    there = beside(session, dispatch.id)
    judged_id = None if being_written else dispatch.revision_id
    evidence = weigh(session, dispatch.id, content, judged_id, there)
    overrides = _overrides(session, dispatch) if there.overrides else ()
    approvals = _approvals(session, dispatch) if there.approvals else ()
    approval = next((row for row in approvals if row.gate == WHOLE), None)
    stake = Stake(content, evidence, None if being_written else revision, approvals, overrides)
    gates = gate_standings(session, dispatch, stake, asked=there.requests)
    authors = authors_since_approved(
        session, dispatch.id, revision.number if revision else None, approved=there.approvals
    )
    if being_written:
        authors |= {uuid.UUID(writer) for writer in working_copy.writers}
    if evidence.notice is not None:
        authors |= {uuid.UUID(writer) for writer in evidence.notice.writers}
    shown = _what_readers_see(session, dispatch)
    unread = [one for one in overrides if one.read_at is None]
    quote = _quote_at_stake(evidence, matter)
    facts = Facts(
        state=dispatch.state,
        live=dispatch.live,
        roles=frozenset() if person is None else roles_on(person, dispatch.desk_id),
        note=note,
        wrote_it=person is not None and person.id in authors,
        holds_claim=person is not None and person.id == dispatch.claimed_by,
        another_holds_it=dispatch.claimed_by is not None
        and (person is None or person.id != dispatch.claimed_by),
        colleague_reviews=_colleague_reviews(session, dispatch, person, matter),
        missing=missing_for_filing(dispatch, written),
        too_long=too_long_for_filing(written),
        text_changed=revision is None or written.digest != revision.digest,
        revision_intact=intact,
        open_quotes=len(evidence.open_quotes),
        approval_stands=_stands(approval, revision, content, evidence),
        embargo_passed=dispatch.embargo_at is None or dispatch.embargo_at <= now,
        hour_is_ahead=_is_ahead(dispatch, matter, now),
        unread_override=bool(unread),
        overrode_it=person is not None and any(o.overridden_by == person.id for o in unread),
        quote_can_be_settled=quote is None or quote.can_be_settled,
        quote_is_not_found=quote is None or quote.is_absent,
        way_fits=quote is None or not isinstance(matter, Vouching) or matter.kind in quote.ways,
        call_is_named=_is_named(matter, now),
        required_gates=frozenset(g.gate for g in gates if g.why is not None) | {Gate.QUOTES},
        shut_gates=frozenset(g.gate for g in gates if g.shut),
        vouched_already=person is not None and vouched_already(stake, person.id),
        spiked_from=dispatch.spiked_from,
        next_begun=evidence.notice is not None,
        differs_from_live=shown is None or written.digest != shown.digest,
        wrote_what_is_live=shown is not None
        and person is not None
        and person.id in authors_since_approved(session, dispatch.id, shown.number),
        killed=was_killed(session, dispatch),
        system=system,
    )
    facts = at_gate(facts, gates, person, matter.gate if isinstance(matter, AtGate) else None)
    return Situation(
        dispatch,
        working_copy,
        written,
        revision,
        content,
        evidence,
        approval,
        approvals,
        gates,
        overrides,
        authors,
        facts,
    )


def _overrides(session: Session, dispatch: Dispatch) -> tuple[Override, ...]:
    return tuple(
        session.scalars(
            select(Override)
            .where(Override.dispatch_id == dispatch.id)
            .order_by(Override.overridden_at)
        )
    )


def _approvals(session: Session, dispatch: Dispatch) -> tuple[Approval, ...]:
    return tuple(
        session.scalars(
            select(Approval)
            .where(
                Approval.dispatch_id == dispatch.id,
                Approval.revision_id == dispatch.revision_id,
                Approval.voided_at.is_(None),
            )
            .order_by(Approval.approved_at.desc())
        )
    )


def _colleague_reviews(
    session: Session, dispatch: Dispatch, person: Person | None, matter: Matter | None
) -> bool:
    if not isinstance(matter, Colleague):
        return True
    colleague = session.get(Person, matter.person_id, populate_existing=True)
    return (
        colleague is not None
        and (person is None or colleague.id != person.id)
        and Role.EDITOR in roles_on(colleague, dispatch.desk_id)
    )


def was_killed(session: Session, dispatch: Dispatch) -> bool:
    """Withdrawn for good."""
    return dispatch.live is Live.WITHDRAWAL and bool(
        session.scalar(
            select(
                exists().where(Notice.dispatch_id == dispatch.id, Notice.kind == NoticeKind.KILL)
            )
        )
    )


def _what_readers_see(session: Session, dispatch: Dispatch) -> Revision | None:
    if dispatch.live is not Live.REVISION or dispatch.live_revision_id is None:
        return None
    return session.get(Revision, dispatch.live_revision_id)


def at_gate(
    facts: Facts, gates: tuple[GateStanding, ...], person: Person | None, gate: Gate | None
) -> Facts:
    """The facts with what concerns one gate; without one the act is about the quotes'."""
    found = next((one for one in gates if one.gate is gate), None)
    if found is None or person is None:
        return facts
    return replace(
        facts,
        gate=found.gate,
        passed_it=found.passed is not None and found.passed.approved_by == person.id,
        gate_may_be_asked=found.may_be_asked,
        gate_is_asked=bool(found.requests),
        asked_for_it=any(request.asked_by == person.id for request in found.requests),
    )


def missing_for_filing(dispatch: Dispatch, content: Content) -> tuple[str, ...]:
    """What a dispatch must have before it can be filed."""
    have = {
        "a slugline": dispatch.slugline.strip(),
        "a headline": content.headline.strip(),
        "a dateline with its place": content.dateline_place.strip(),
        "a dateline with its date": content.dateline_date,
        "a byline": content.byline.strip(),
        "the text itself": plain(content.body).text.strip(),
    }
    return tuple(name for name, value in have.items() if not value)


def _frozen(revision: Revision | None, written: Content) -> Content:
    """The revision's content as stored. A text that was tampered with beyond reading shows as it
    is written; the guards refuse it all the same."""
    assert revision is not None
    try:
        return Content.from_json(json.loads(revision.content))
    except (ValueError, KeyError, TypeError):
        return written


def _stands(
    approval: Approval | None, revision: Revision | None, content: Content, evidence: Evidence
) -> bool:
    return (
        approval is not None
        and revision is not None
        and approval.revision_id == revision.id
        and approval.revision_digest == revision.digest == content.digest
        and approval.evidence_digest == evidence.digest
    )


def _is_ahead(dispatch: Dispatch, matter: Matter | None, now: datetime) -> bool:
    if not isinstance(matter, Hour):
        return True
    return matter.publish_at > now and (
        dispatch.embargo_at is None or matter.publish_at >= dispatch.embargo_at
    )


def _is_named(matter: Matter | None, now: datetime) -> bool:
    if not isinstance(matter, Vouching) or matter.kind is not SettlementKind.CALL_BACK:
        return True
    called = matter.contacted_at
    return bool(matter.contact.strip()) and called is not None and called <= now


def _quote_at_stake(evidence: Evidence, matter: Matter | None) -> Quote | None:
    if not isinstance(matter, Vouching):
        return None
    return next((quote for quote in evidence.quotes if quote.key == matter.quote_key), None)
