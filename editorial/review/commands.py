"""Decisions and settlements, as the dispatch page asks for them."""

import uuid
from datetime import datetime

from sqlalchemy.orm import Session

from editorial.models.dispatch import Dispatch
from editorial.pipeline.labels import note_reading
from editorial.pipeline.matter import AtGate, Hour, Matter, Points, TakingBack, Vouching
from editorial.pipeline.perform import Outcome, perform
from editorial.pipeline.refusal import NotThere, Refused
from editorial.review.asking import Asked, locked
from editorial.review.gates import GATE_ACTS
from editorial.review.panel import ASKS
from editorial.workflow.gates import name_of
from editorial.workflow.wording import ACTION_WORDS, STATE_WORDS
from editorial.workflow.words import Action, Gate

AFTER = {
    Action.PUBLISH: "You published this dispatch. Readers see it now.",
    Action.DROP: "You dropped the next version. Readers keep what they see.",
    Action.KILL: "You killed this story. Its address keeps the reason.",
    Action.TAKE_DOWN: "You took this story down. Its address keeps the reason.",
}

# Whoever does one of these has the present text before them.
READS = frozenset(
    {Action.RETURN, Action.APPROVE, Action.READ_OVERRIDE, Action.OVERRIDE, Action.PASS_GATE}
)


def decide(
    session: Session,
    asked: Asked,
    action: Action,
    version: int | None,
    publish_at: datetime | None = None,
    points: tuple[str, ...] = (),
) -> Outcome:
    """One act of the decision panel; ``points`` go with a return.

    Raises Refused, Stale or NotThere.
    """
    if action not in ASKS:
        raise NotThere
    matter: Matter | None = None
    if action is Action.SCHEDULE and publish_at is not None:
        matter = Hour(publish_at)
    elif action is Action.RETURN and points:
        matter = Points(points)
    outcome = perform(
        session,
        asked.person_id,
        action,
        asked.dispatch_id,
        now=asked.now,
        version=version,
        note=asked.note,
        operation=asked.operation,
        matter=matter,
    )
    _note_reading(session, asked, action)
    return outcome


def settle(session: Session, asked: Asked, vouching: Vouching) -> Outcome:
    """Vouch for one quote. It names the quote's exact words and finding, so it fits any version
    of the dispatch in which they still stand. Raises Refused or NotThere."""
    return perform(
        session,
        asked.person_id,
        Action.SETTLE,
        asked.dispatch_id,
        now=asked.now,
        note=asked.note,
        operation=asked.operation,
        matter=vouching,
    )


def unsettle(session: Session, asked: Asked, settlement_id: uuid.UUID) -> Outcome:
    """Take one settlement back. Raises Refused or NotThere."""
    return perform(
        session,
        asked.person_id,
        Action.UNSETTLE,
        asked.dispatch_id,
        now=asked.now,
        note=asked.note,
        operation=asked.operation,
        matter=TakingBack(settlement_id),
    )


def at_gate(
    session: Session, asked: Asked, action: Action, gate: Gate, version: int | None
) -> Outcome:
    """Pass, override or ask for one gate. Raises Refused, Stale or NotThere."""
    if action not in GATE_ACTS:
        raise NotThere
    outcome = perform(
        session,
        asked.person_id,
        action,
        asked.dispatch_id,
        now=asked.now,
        version=version,
        note=asked.note,
        operation=asked.operation,
        matter=AtGate(gate),
    )
    _note_reading(session, asked, action)
    return outcome


def told_of_gate(outcome: Outcome, gate: Gate) -> str:
    """The same, of an act at a gate."""
    done = ACTION_WORDS[outcome.action].done.replace("a gate", f"the {name_of(gate)} gate")
    return f"You {done.replace('no longer asks', 'no longer ask')} this dispatch."


def read(session: Session, asked: Asked) -> None:
    """The person has read the present revision. Raises Refused or NotThere."""
    person, dispatch = locked(session, asked)
    if not note_reading(session, dispatch, person.id, asked.now):
        raise Refused("It was never filed: there is no revision to have read.")


def _note_reading(session: Session, asked: Asked, action: Action) -> None:
    """Who decides on a text has read it."""
    if action in READS:
        dispatch = session.get_one(Dispatch, asked.dispatch_id)
        note_reading(session, dispatch, asked.person_id, asked.now)


def told(outcome: Outcome) -> str:
    """What the page says when it is done; the same when it was done before."""
    done, state = ACTION_WORDS[outcome.action].done, STATE_WORDS[outcome.state].name
    if outcome.action in AFTER:
        return AFTER[outcome.action]
    if done == state:
        return f"You {done} this dispatch."
    return f"You {done} this dispatch. It is {state} now."
