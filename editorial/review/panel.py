"""The decision panel: what this person can do next, or the reasons why not yet."""

from dataclasses import dataclass
from typing import Literal

from editorial.workflow.decide import Offer, offered
from editorial.workflow.facts import Facts
from editorial.workflow.wording import ACTION_WORDS
from editorial.workflow.words import Action, Live

Asks = Literal["nothing", "reason", "hour", "vouching", "points"]

# In the order of the panel: what moves the story on stands first, the spike last.
ASKS: dict[Action, Asks] = {
    Action.CLAIM: "nothing",
    Action.APPROVE: "vouching",
    Action.PUBLISH: "nothing",
    Action.SCHEDULE: "hour",
    Action.UNSCHEDULE: "nothing",
    Action.RETURN: "points",
    Action.OVERRIDE: "reason",
    Action.RELEASE: "nothing",
    Action.TAKE_OVER: "reason",
    Action.UNAPPROVE: "reason",
    Action.UNSPIKE: "nothing",
    Action.READ_OVERRIDE: "nothing",
    Action.CORRECT: "reason",
    Action.UPDATE: "reason",
    Action.CLARIFY: "reason",
    Action.REWORD: "reason",
    Action.DROP: "reason",
    Action.SPIKE: "reason",
    Action.TAKE_DOWN: "reason",
    Action.KILL: "reason",
}
APART = frozenset({Action.SPIKE, Action.DROP, Action.TAKE_DOWN, Action.KILL})
# What is written with these is shown to readers.
LABELS: dict[Action, str] = {
    Action.CORRECT: "What was wrong, and what is right",
    Action.UPDATE: "What is new (may stay empty)",
    Action.CLARIFY: "What is made clear",
    Action.REWORD: "The notice, as readers will see it",
    Action.KILL: "Reason, as readers will see it",
    Action.TAKE_DOWN: "Reason, as readers will see it",
}
ONWARD = (Action.PUBLISH, Action.APPROVE, Action.CLAIM, Action.UNSPIKE)
HINTS: dict[Action, str] = {
    Action.RETURN: "The author reads this first: what has to change, and where.",
    Action.OVERRIDE: "Stands on the desk under your name until another editor has read it again.",
    Action.TAKE_OVER: "Whoever has it now reads this in its history.",
    Action.UNAPPROVE: "It goes back to the queue; why stands in its history and in the log.",
    Action.SPIKE: "Nothing is deleted; an editor can bring it back.",
    Action.CORRECT: "Readers see this under the story once it is approved and published with it.",
    Action.UPDATE: "Readers see it beside the story once the update is approved and published.",
    Action.CLARIFY: "Readers see it under the story. It says that nothing was wrong.",
    Action.REWORD: "It is approved with the text: an approval given before is void.",
    Action.DROP: "Readers keep what they see. The revisions stay in its history.",
    Action.KILL: "For good. Its address keeps this reason, and feeds carry the withdrawal.",
    Action.TAKE_DOWN: "Its address keeps this reason; a later version can bring the story back.",
}


@dataclass(frozen=True, slots=True)
class PanelAct:
    """One act: its ``button``, what it ``asks`` for, and why it is not possible yet."""

    action: str
    button: str
    asks: Asks
    hint: str
    primary: bool
    reasons: tuple[str, ...]

    @property
    def allowed(self) -> bool:
        """True when the button works."""
        return not self.reasons


@dataclass(frozen=True, slots=True)
class Panel:
    """``second_reading`` stands in the override's banner. ``writes`` and ``attaches`` open the
    pages of other slices."""

    acts: tuple[PanelAct, ...]
    second_reading: PanelAct | None
    writes: bool
    attaches: bool

    @property
    def foremost(self) -> tuple[PanelAct, ...]:
        """Those that need room: the primary one, and what asks for something or can't be yet."""
        return tuple(a for a in self.acts if a not in self.beside and a not in self.apart)

    @property
    def beside(self) -> tuple[PanelAct, ...]:
        """The plain buttons, in one line."""
        return tuple(a for a in self.acts if a.allowed and a.asks == "nothing" and not a.primary)

    @property
    def apart(self) -> tuple[PanelAct, ...]:
        """What is done rarely and must not be done by mistake."""
        return tuple(act for act in self.acts if act.action in APART)


def panel(facts: Facts) -> Panel:
    """The acts of this state that the person's roles allow."""
    offers = {offer.action: offer for offer in offered(facts)}
    onward = next((a for a in ONWARD if a in offers and offers[a].allowed), None)
    acts = [
        _act(offers[action], action is onward)
        for action in ASKS
        if action in offers and _concerns(action, facts)
    ]
    return Panel(
        tuple(act for act in acts if act.action != Action.READ_OVERRIDE),
        next((act for act in acts if act.action == Action.READ_OVERRIDE), None),
        Action.FILE in offers or Action.REVISE in offers,
        Action.ATTACH in offers,
    )


def _concerns(action: Action, facts: Facts) -> bool:
    """Nothing is spoken of where there is nothing for it to act on."""
    if action is Action.OVERRIDE:
        return facts.open_quotes > 0
    if action is Action.READ_OVERRIDE:
        return facts.unread_override
    if action in (Action.RELEASE, Action.TAKE_OVER):
        return facts.holds_claim is (action is Action.RELEASE)
    if action is Action.SPIKE:
        return facts.live is Live.NOTHING
    if action in (Action.REWORD, Action.DROP):
        return facts.next_begun
    if action in (Action.KILL, Action.TAKE_DOWN):
        return facts.live is Live.REVISION
    if action in (Action.UPDATE, Action.CORRECT, Action.CLARIFY):
        return not facts.killed
    return True


def _act(offer: Offer, primary: bool) -> PanelAct:
    return PanelAct(
        action=offer.action.value,
        button=ACTION_WORDS[offer.action].button,
        asks=ASKS[offer.action],
        hint=HINTS.get(offer.action, ""),
        primary=primary,
        reasons=offer.reasons,
    )
