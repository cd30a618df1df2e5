"""The one way a dispatch changes state: load, gather facts, decide, change, append, enqueue."""

import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from editorial.ledger.append import append
from editorial.ledger.entry import SYSTEM, Actor, Entry
from editorial.ledger.head import hold
from editorial.ledger.latest import last_word
from editorial.models.dispatch import Dispatch
from editorial.models.person import Person
from editorial.pipeline import operation as operations
from editorial.pipeline.act import Act
from editorial.pipeline.due import ask_for_checkpoint
from editorial.pipeline.effects import EFFECTS
from editorial.pipeline.enter import enter
from editorial.pipeline.gates import note_gates
from editorial.pipeline.gather import Situation, gather
from editorial.pipeline.matter import Matter, Voiding
from editorial.pipeline.refusal import NotThere, Refused, Stale
from editorial.pipeline.roles import can_see
from editorial.pipeline.tell import tell_of
from editorial.pipeline.void import APPROVED_STATES
from editorial.workflow.decide import decide
from editorial.workflow.steps import STEPS
from editorial.workflow.words import Action, Role, State

# After these another set of gates may be shut, by who passed them or by which desk asks.
CHANGES_GATES = frozenset(
    {
        Action.PASS_GATE,
        Action.UNPASS_GATE,
        Action.ASK_GATE,
        Action.UNASK_GATE,
        Action.OVERRIDE,
        Action.MOVE,
    }
)
# Before these a gate must not be switched between its weighing and the entry.
RESTS_ON_GATES = frozenset({Action.APPROVE, Action.SCHEDULE, Action.PUBLISH})


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an act led to. ``repeated``: it had been done before under the same operation."""

    dispatch_id: uuid.UUID
    action: Action
    state: State
    sequence: int
    repeated: bool = False


def perform(
    session: Session,
    actor: Person | uuid.UUID | None,
    action: Action,
    dispatch_id: uuid.UUID,
    *,
    now: datetime,
    version: int | None = None,
    note: str = "",
    operation: uuid.UUID | None = None,
    matter: Matter | None = None,
    filed_at: datetime | None = None,
    system: bool = False,
) -> Outcome:
    """Carry out ``action`` on the dispatch, or nothing of it.

    ``version`` is the dispatch's as the actor saw it (None: the act fits any). ``filed_at`` is
    the author's own time of filing, apart from ``now``, the time of arrival. ``system`` marks a
    consequence of another act. Raises NotThere, Stale or Refused, with reasons as sentences.
    """
    person_id = actor.id if isinstance(actor, Person) else actor
    dispatch = load(session, dispatch_id)
    # Read under the lock: while it was waited for they may have lost their role.
    person = None if person_id is None else as_they_are(session, person_id)
    if dispatch is None or not (
        system or (person is not None and can_see(person, dispatch.desk_id, dispatch.created_by))
    ):
        raise NotThere
    asked = operations.fingerprint(action.value, dispatch_id, note.strip(), matter)
    first = operations.begin(session, operation, person_id, asked, now)
    if first is not None:
        return Outcome(dispatch_id, action, State(first["state"]), first["sequence"], repeated=True)
    if version is not None and version != dispatch.version:
        raise Stale(
            Stale.WORDS + last_word(session, dispatch_id, now),
        )
    if action in RESTS_ON_GATES:
        hold(session)
    situation = gather(session, dispatch, person, now, note=note, matter=matter, system=system)
    decision = decide(action, situation.facts)
    if decision.after is None:
        raise Refused(*decision.reasons)
    act = Act(
        session,
        situation,
        person,
        _acting_role(action, situation),
        note.strip(),
        now,
        filed_at or now,
        matter,
    )
    EFFECTS[action](act)
    sequence = _conclude(act, action, decision.after, operation)
    if act.voids is not None and dispatch.state in APPROVED_STATES:
        perform(
            session,
            person_id,
            Action.VOID,
            dispatch_id,
            now=now,
            matter=Voiding(act.voids),
            system=True,
        )
    operations.complete(session, operation, {"state": dispatch.state.value, "sequence": sequence})
    return Outcome(dispatch_id, action, dispatch.state, sequence)


def load(session: Session, dispatch_id: uuid.UUID) -> Dispatch | None:
    """The dispatch, locked until the transaction ends."""
    return session.scalars(
        select(Dispatch)
        .where(Dispatch.id == dispatch_id)
        .with_for_update(of=Dispatch)
        .execution_options(populate_existing=True)
    ).one_or_none()


def as_they_are(session: Session, person_id: uuid.UUID) -> Person:
    """The person with their roles, whatever was read of them before."""
    return session.get_one(
        Person, person_id, populate_existing=True, options=[joinedload(Person.grants)]
    )


def _conclude(act: Act, action: Action, after: State, operation: uuid.UUID | None) -> int:
    """Set the state, append the entry, and bring the figures on the lists up to date."""
    dispatch, before = act.dispatch, act.dispatch.state
    enter(act.session, dispatch, after, act.now)
    act.session.flush()
    situation = act.situation
    if act.evidence_changed or action in CHANGES_GATES:
        situation = gather(act.session, dispatch, act.person, act.now)
        dispatch.open_quotes = len(situation.evidence.open_quotes)
    note_gates(act.session, dispatch, situation.gates)
    revision = act.revision or situation.revision
    details = dict(act.details)
    if act.revision is not None:
        details["authors"] = sorted(str(author) for author in situation.authors)
        details |= {"desk_id": str(dispatch.desk_id), "language": situation.content.language}
    entry = append(
        act.session,
        Entry(
            at=act.now,
            actor=_log_actor(act),
            action=action.value,
            dispatch=dispatch.id,
            revision_number=None if revision is None else revision.number,
            revision_digest=None if revision is None else revision.digest,
            evidence_digest=situation.evidence.digest,
            before=before.value,
            after=after.value,
            saw=_saw(act.situation),
            details=details,
            words={"reason": act.note, **act.words},
            operation=operation,
        ),
    )
    ask_for_checkpoint(act.session, action.value, entry.sequence, act.now)
    tell_of(act.session, action, dispatch.id, entry.sequence, act.now)
    return entry.sequence


def _log_actor(act: Act) -> Actor:
    if act.person is None:
        return SYSTEM
    return Actor(act.person.id, act.person.name, "" if act.role is None else act.role.value)


def _acting_role(action: Action, situation: Situation) -> Role | None:
    """The role by which the actor may do this: the table's, among those they hold."""
    facts = situation.facts
    for step in STEPS:
        if step.action is action and facts.state in step.before:
            return next((role for role in Role if role in step.roles & facts.roles), None)
    return None


def _saw(situation: Situation) -> dict[str, Any]:
    facts = situation.facts
    return {
        "wrote_it": facts.wrote_it,
        "open_quotes": facts.open_quotes,
        "approval_stands": facts.approval_stands,
        "revision_intact": facts.revision_intact,
        "embargo_passed": facts.embargo_passed,
        "unread_override": facts.unread_override,
        "gates": sorted(facts.required_gates),
        "shut_gates": sorted(facts.shut_gates),
        "roles": sorted(facts.roles),
    }
