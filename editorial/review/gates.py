"""The gates as the dispatch page shows them: which, why, who passed it, and who may."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.orm import Session

from editorial.models.person import Person
from editorial.pipeline.gates import GateStanding
from editorial.pipeline.gather import Situation, at_gate
from editorial.pipeline.roles import names_with
from editorial.workflow.decide import decide
from editorial.workflow.gates import GATE_RULES
from editorial.workflow.steps import STEPS
from editorial.workflow.words import Action, Gate

# In the order of their buttons.
GATE_ACTS: dict[Action, tuple[str, str]] = {
    Action.PASS_GATE: ("Pass the {} gate", ""),
    Action.OVERRIDE: (
        "Override the {} gate",
        "Stands on the desk under your name until another editor has read it again.",
    ),
    Action.UNPASS_GATE: ("Take back that I passed it", "Why stands in its history and in the log."),
    Action.ASK_GATE: ("Ask for the {} gate", "What should be read: who passes the gate sees it."),
    Action.UNASK_GATE: ("No longer ask for it", "Why stands in its history and in the log."),
}


@dataclass(frozen=True, slots=True)
class GateAct:
    """One act at a gate; ``asks`` for a reason or for nothing. ``reasons``: why not yet."""

    action: str
    button: str
    hint: str
    asks: bool
    reasons: tuple[str, ...]

    @property
    def allowed(self) -> bool:
        """True when the button works."""
        return not self.reasons


@dataclass(frozen=True, slots=True)
class Vouch:
    """Who passed or overrode it, when, and why."""

    name: str
    at: datetime
    reason: str = ""


@dataclass(frozen=True, slots=True)
class GateLine:
    """One gate. ``why`` is None for one that this text need not pass, but that could be asked."""

    gate: str
    name: str
    why: str | None
    shut: bool
    passed: Vouch | None
    overridden: Vouch | None
    who_may: tuple[str, ...]
    requests: tuple[Vouch, ...]
    acts: tuple[GateAct, ...]


def gate_lines(session: Session, situation: Situation, person: Person) -> tuple[GateLine, ...]:
    """Every gate beside the quotes' that this text meets, or that this person could ask for."""
    lines = []
    for standing in situation.gates:
        acts = _acts(situation, standing, person)
        if standing.why is None and not any(act.allowed for act in acts):
            continue
        lines.append(_line(session, situation, standing, acts))
    return tuple(lines)


def _line(
    session: Session, situation: Situation, standing: GateStanding, acts: Sequence[GateAct]
) -> GateLine:
    rule = GATE_RULES[standing.gate]
    passed, overridden = standing.passed, standing.overridden
    return GateLine(
        gate=standing.gate.value,
        name=rule.name,
        why=standing.why,
        shut=standing.shut,
        passed=None if passed is None else Vouch(passed.person.name, passed.approved_at),
        overridden=None
        if overridden is None
        else Vouch(overridden.person.name, overridden.overridden_at, overridden.reason),
        who_may=names_with(session, situation.dispatch.desk_id, rule.passed_by, situation.authors)
        if standing.shut
        else (),
        requests=tuple(Vouch(r.person.name, r.asked_at, r.reason) for r in standing.requests),
        acts=tuple(act for act in acts if act.allowed or standing.shut),
    )


def _acts(situation: Situation, standing: GateStanding, person: Person) -> tuple[GateAct, ...]:
    facts = at_gate(situation.facts, situation.gates, person, standing.gate)
    assumed = replace(facts, note="…")
    acts = []
    for action, (button, hint) in GATE_ACTS.items():
        if not _concerns(action, standing, person):
            continue
        row = next((s for s in STEPS if s.action is action and facts.state in s.before), None)
        if row is None or not row.roles & facts.roles:
            continue
        if action is Action.PASS_GATE and not GATE_RULES[standing.gate].passed_by & facts.roles:
            continue
        acts.append(
            GateAct(
                action.value,
                button.format(GATE_RULES[standing.gate].name),
                hint,
                action is not Action.PASS_GATE,
                decide(action, assumed).reasons,
            )
        )
    return tuple(acts)


def _concerns(action: Action, standing: GateStanding, person: Person) -> bool:
    """Whether the act has anything to do with how the gate stands."""
    if action in (Action.PASS_GATE, Action.OVERRIDE):
        return standing.shut
    if action is Action.UNPASS_GATE:
        return standing.passed is not None and standing.passed.approved_by == person.id
    if action is Action.ASK_GATE:
        return standing.gate is Gate.LEGAL and standing.why is None and standing.may_be_asked
    return bool(standing.requests)
