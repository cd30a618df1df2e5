"""Who has a dispatch in review: claimed, let go, handed on, taken over."""

from editorial.models.person import Person
from editorial.pipeline.act import Act, expect
from editorial.pipeline.matter import Colleague


def claim(act: Act) -> None:
    """The actor has it."""
    act.dispatch.claimed_by = act.actor.id


def let_go(act: Act) -> None:
    """Nobody has it."""
    act.dispatch.claimed_by = None


def hand_on(act: Act) -> None:
    """A colleague has it."""
    colleague = act.session.get_one(Person, expect(act, Colleague).person_id)
    act.dispatch.claimed_by = colleague.id
    act.details["to"] = colleague.name


def take_over(act: Act) -> None:
    """The actor has it, whoever had it."""
    holder = act.session.get_one(Person, act.dispatch.claimed_by)
    act.dispatch.claimed_by = act.actor.id
    act.details["held_by"] = holder.name
