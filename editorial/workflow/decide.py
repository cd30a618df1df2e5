"""Weighing an act against the table of steps."""

from dataclasses import dataclass, replace

from editorial.workflow.facts import Facts
from editorial.workflow.steps import STEPS, Step, To
from editorial.workflow.wording import ACTION_WORDS, ROLE_WORDS, STATE_WORDS
from editorial.workflow.words import Action, State


@dataclass(frozen=True, slots=True)
class Decision:
    """Where the act leads, or the reasons why it is refused, as sentences."""

    after: State | None
    reasons: tuple[str, ...] = ()

    @property
    def allowed(self) -> bool:
        """True when nothing speaks against it."""
        return self.after is not None


@dataclass(frozen=True, slots=True)
class Offer:
    """An act a page may show: a button, or the reasons why not yet."""

    action: Action
    reasons: tuple[str, ...]

    @property
    def allowed(self) -> bool:
        """True when the button works."""
        return not self.reasons


def decide(action: Action, facts: Facts) -> Decision:
    """Weigh ``action`` against the table. Every reason is given, not only the first."""
    rows = [step for step in STEPS if step.action is action]
    row = next((step for step in rows if facts.state in step.before), None)
    if row is None:
        return Decision(None, (_wrong_state(action, rows, facts.state),))
    reasons = []
    if not facts.system and not (row.roles & facts.roles):
        reasons.append(_missing_role(row))
    reasons += [reason for guard in row.guards if (reason := guard(facts)) is not None]
    return Decision(None, tuple(reasons)) if reasons else Decision(_target(row, facts))


def offered(facts: Facts) -> tuple[Offer, ...]:
    """The acts of this state that the actor's roles allow, in the table's order.

    What is written only with the act, its note, is taken as given.
    """
    assumed = replace(facts, note=facts.note or "…", system=False, hour_is_ahead=True)
    offers = []
    for step in STEPS:
        if step.action is Action.VOID or facts.state not in step.before:
            continue
        if step.roles & facts.roles:
            offers.append(Offer(step.action, decide(step.action, assumed).reasons))
    return tuple(offers)


def _target(step: Step, facts: Facts) -> State:
    if isinstance(step.after, State):
        return step.after
    if step.after is To.SAME:
        return facts.state
    before = facts.spiked_from or State.DRAFT
    # An approval does not outlive the spike: nobody watched the story meanwhile.
    return State.FILED if before in (State.APPROVED, State.SCHEDULED, State.IN_REVIEW) else before


def _wrong_state(action: Action, rows: list[Step], state: State) -> str:
    possible = [s for s in State if any(s in row.before for row in rows)]
    names = " or ".join(STATE_WORDS[s].name for s in possible)
    act = ACTION_WORDS[action].act
    return f"It is {STATE_WORDS[state].name} now. To {act} it, it has to be {names}."


def _missing_role(step: Step) -> str:
    names = " or ".join(ROLE_WORDS[role] for role in sorted(step.roles))
    return f"On this desk you need the role of {names} for this."
