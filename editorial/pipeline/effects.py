"""What each act changes beside the state. One small function an act, and the table of them."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy.orm import Session

from editorial.archive.texts import INDEX_SOURCE
from editorial.models.approval import Approval, VoidReason
from editorial.models.desk import Desk
from editorial.models.dispatch import Dispatch
from editorial.models.override import Override
from editorial.models.person import Person
from editorial.models.revision import Revision
from editorial.models.settlement import Settlement
from editorial.models.source import Source
from editorial.outbox.put import put
from editorial.pipeline.freeze import freeze
from editorial.pipeline.gather import Situation
from editorial.pipeline.go_live import go_live
from editorial.pipeline.matter import (
    Heir,
    Hour,
    Matter,
    NewSource,
    OldSource,
    Placement,
    TakingBack,
    Voiding,
    Vouching,
)
from editorial.pipeline.refusal import Refused
from editorial.pipeline.void import end_approvals
from editorial.workflow.words import Action, Role


@dataclass(slots=True)
class Act:
    """One act being carried out. ``details`` go into the log as they are, ``words`` as
    commitments; ``voids`` names what the act does to an approval."""

    session: Session
    situation: Situation
    person: Person | None
    role: Role | None
    note: str
    now: datetime
    filed_at: datetime
    matter: Matter | None
    details: dict[str, Any] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    revision: Revision | None = None
    evidence_changed: bool = False
    voids: VoidReason | None = None

    @property
    def dispatch(self) -> Dispatch:
        """The dispatch acted on."""
        return self.situation.dispatch

    @property
    def actor(self) -> Person:
        """The person; the desk's own machinery does only what needs none."""
        if self.person is None:
            raise Refused("A person has to do this.")
        return self.person


def _file(act: Act) -> None:
    act.revision = freeze(act.session, act.situation, act.actor, act.filed_at, act.now)
    act.evidence_changed = True
    act.dispatch.claimed_by = None


def _revise(act: Act) -> None:
    act.revision = freeze(act.session, act.situation, act.actor, act.filed_at, act.now)
    act.evidence_changed = True


def _claim(act: Act) -> None:
    act.dispatch.claimed_by = act.actor.id


def _let_go(act: Act) -> None:
    act.dispatch.claimed_by = None


def _return(act: Act) -> None:
    act.dispatch.claimed_by = None
    act.dispatch.last_reason = act.note


def _approve(act: Act) -> None:
    revision = act.situation.revision
    assert revision is not None
    act.session.add(
        Approval(
            dispatch_id=act.dispatch.id,
            revision_id=revision.id,
            revision_digest=revision.digest,
            evidence_digest=act.situation.evidence.digest,
            approved_at=act.now,
            approved_by=act.actor.id,
            role=act.role or Role.EDITOR,
        )
    )
    act.details["quotes"] = act.situation.evidence.figures


def _unapprove(act: Act) -> None:
    end_approvals(act.session, act.dispatch, VoidReason.TAKEN_BACK, act.now)
    act.dispatch.claimed_by = None
    act.dispatch.last_reason = act.note


def _void(act: Act) -> None:
    matter = _expect(act, Voiding)
    end_approvals(act.session, act.dispatch, matter.reason, act.now)
    act.details["because"] = matter.reason.value
    act.dispatch.claimed_by = None


def _schedule(act: Act) -> None:
    hour = _expect(act, Hour)
    act.dispatch.publish_at = hour.publish_at
    act.details["publish_at"] = hour.publish_at.isoformat()
    put(
        act.session,
        "publish_due",
        {"dispatch": str(act.dispatch.id), "by": str(act.actor.id)},
        act.now,
        run_at=hour.publish_at,
        dedupe_key=f"publish:{act.dispatch.id}:{act.dispatch.version}",
    )


def _unschedule(act: Act) -> None:
    act.dispatch.publish_at = None


def _publish(act: Act) -> None:
    act.details["address"] = go_live(act.session, act.situation, act.now)
    act.details["quotes"] = act.situation.evidence.figures


def _spike(act: Act) -> None:
    act.dispatch.spiked_from = act.dispatch.state
    act.dispatch.claimed_by = None
    act.dispatch.last_reason = act.note
    end_approvals(act.session, act.dispatch, VoidReason.SPIKED, act.now)


def _unspike(act: Act) -> None:
    act.dispatch.spiked_from = None


def _settle(act: Act) -> None:
    vouching = _expect(act, Vouching)
    quote = next((q for q in act.situation.evidence.quotes if q.key == vouching.quote_key), None)
    if quote is None:
        raise Refused(
            "The quote or what was found of it has changed since this page was made. "
            "Read it again; what you wrote is kept below."
        )
    if quote.settlement is not None or not quote.open_by_record:
        raise Refused("This quote is not open: there is nothing to settle.")
    settlement = Settlement(
        id=uuid.uuid4(),
        dispatch_id=act.dispatch.id,
        quote_key=quote.key,
        quote=quote.quotation.text,
        speaker=quote.quotation.speaker_resolved or quote.quotation.speaker or "",
        verdict=quote.finding.verdict,
        kind=vouching.kind,
        reason=act.note,
        contact=vouching.contact,
        contacted_at=vouching.contacted_at,
        settled_at=act.now,
        settled_by=act.actor.id,
    )
    act.session.add(settlement)
    act.details |= {
        "quote": quote.key,
        "verdict": quote.finding.verdict,
        "how": vouching.kind.value,
    }
    act.words["contact"] = vouching.contact
    act.evidence_changed = True
    act.voids = VoidReason.EVIDENCE


def _unsettle(act: Act) -> None:
    settlement = _as_it_is_now(act, Settlement, _expect(act, TakingBack).settlement_id)
    if settlement is None or settlement.dispatch_id != act.dispatch.id:
        raise Refused("There is no such settlement.")
    if settlement.withdrawn_at is not None:
        raise Refused("This settlement was taken back already.")
    settlement.withdrawn_at = act.now
    act.details["quote"] = settlement.quote_key
    act.evidence_changed = True
    act.voids = VoidReason.EVIDENCE


def _override(act: Act) -> None:
    revision = act.situation.revision
    assert revision is not None
    keys = sorted(quote.key for quote in act.situation.evidence.open_quotes)
    act.session.add(
        Override(
            dispatch_id=act.dispatch.id,
            revision_id=revision.id,
            quote_keys=keys,
            reason=act.note,
            overridden_at=act.now,
            overridden_by=act.actor.id,
        )
    )
    act.details |= {"gate": "quotes", "passed": keys}
    act.evidence_changed = True


def _read_override(act: Act) -> None:
    for override in act.situation.overrides:
        if override.read_at is None:
            override.read_at, override.read_by = act.now, act.actor.id


def _attach(act: Act) -> None:
    new = _expect(act, NewSource)
    source_id = uuid.uuid4()
    act.session.add(
        Source(
            id=source_id,
            dispatch_id=act.dispatch.id,
            title=new.title,
            kind=new.kind,
            event=new.event,
            date=new.date,
            origin=new.origin,
            terms=new.terms,
            filename=new.filename,
            digest=new.digest,
            size=new.size,
            encoding=new.encoding,
            added_at=act.now,
            added_by=act.actor.id,
        )
    )
    put(act.session, INDEX_SOURCE, {}, act.now, dedupe_key=f"{INDEX_SOURCE}:{source_id}")
    act.details |= {"kind": new.kind.value, "terms": new.terms.value, "digest": new.digest}
    act.words["source"] = new.title
    act.evidence_changed = True
    act.voids = VoidReason.EVIDENCE


def _detach(act: Act) -> None:
    source = _as_it_is_now(act, Source, _expect(act, OldSource).source_id)
    if source is None or source.dispatch_id != act.dispatch.id:
        raise Refused("There is no such source.")
    if source.detached_at is not None:
        raise Refused("This source was detached already.")
    source.detached_at = act.now
    act.details["digest"] = source.digest
    act.words["source"] = source.title
    act.evidence_changed = True
    act.voids = VoidReason.EVIDENCE


def _move(act: Act) -> None:
    placement = _expect(act, Placement)
    desk = act.session.get(Desk, placement.desk_id)
    if desk is None or desk.closed_at is not None:
        raise Refused("There is no such desk.")
    act.dispatch.desk_id = desk.id
    act.dispatch.desk = desk
    act.dispatch.embargo_at = placement.embargo_at
    act.dispatch.embargo_zone = placement.embargo_zone
    embargo = placement.embargo_at
    act.details |= {
        "desk": desk.name,
        "embargo": None if embargo is None else embargo.isoformat(),
        "zone": placement.embargo_zone,
    }
    act.voids = VoidReason.MOVED


def _hand_over(act: Act) -> None:
    heir = act.session.get(Person, _expect(act, Heir).person_id)
    if heir is None or not heir.active:
        raise Refused("There is no such person to take it over.")
    act.dispatch.created_by = heir.id
    act.details["to"] = heir.name


M = TypeVar("M")
R = TypeVar("R", Settlement, Source)
Effect = Callable[[Act], None]

EFFECTS: dict[Action, Effect] = {
    Action.FILE: _file,
    Action.REVISE: _revise,
    Action.CLAIM: _claim,
    Action.RELEASE: _let_go,
    Action.RETURN: _return,
    Action.APPROVE: _approve,
    Action.UNAPPROVE: _unapprove,
    Action.VOID: _void,
    Action.SCHEDULE: _schedule,
    Action.UNSCHEDULE: _unschedule,
    Action.PUBLISH: _publish,
    Action.SPIKE: _spike,
    Action.UNSPIKE: _unspike,
    Action.SETTLE: _settle,
    Action.UNSETTLE: _unsettle,
    Action.OVERRIDE: _override,
    Action.READ_OVERRIDE: _read_override,
    Action.ATTACH: _attach,
    Action.DETACH: _detach,
    Action.MOVE: _move,
    Action.HAND_OVER: _hand_over,
}


def _as_it_is_now(act: Act, kind: type[R], key: uuid.UUID) -> R | None:
    """The row since the dispatch was locked: what the caller read may be older."""
    return act.session.get(kind, key, populate_existing=True)


def _expect(act: Act, kind: type[M]) -> M:
    if not isinstance(act.matter, kind):
        raise TypeError(f"{kind.__name__} is what this act is about")
    return act.matter
