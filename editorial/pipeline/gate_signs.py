"""How the gates of many dispatches stand, in the words of the lists."""

import uuid
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.models.dispatch_gate import DispatchGate, Stands
from editorial.workflow.gates import name_of
from editorial.workflow.words import Gate

WORDS = {
    Stands.SHUT: ("to pass", "warn"),
    Stands.PASSED: ("passed", "ok"),
    Stands.OVERRIDDEN: ("overridden", "warn"),
}
ORDER = {gate: place for place, gate in enumerate(Gate)}


@dataclass(frozen=True, slots=True)
class GateSign:
    """A tag of a card or a row; ``tone`` as ``macros/state.html`` has it."""

    words: str
    tone: str


def gate_signs(
    session: Session, dispatch_ids: Collection[uuid.UUID]
) -> dict[uuid.UUID, tuple[GateSign, ...]]:
    """Every gate beside the quotes' that each has to pass; nothing for one that has none."""
    if not dispatch_ids:
        return {}
    rows = session.execute(
        select(DispatchGate.dispatch_id, DispatchGate.gate, DispatchGate.stands).where(
            DispatchGate.dispatch_id.in_(dispatch_ids)
        )
    )
    found: dict[uuid.UUID, tuple[GateSign, ...]] = {}
    for dispatch_id, gate, stands in sorted(rows, key=lambda row: ORDER[row[1]]):
        said, tone = WORDS[stands]
        sign = GateSign(f"{name_of(gate)} {said}", tone)
        found[dispatch_id] = (*found.get(dispatch_id, ()), sign)
    return found
