"""The table of gates, as administrators see it."""

import uuid
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.models.desk import Desk
from editorial.models.desk_gate import DeskGate
from editorial.pipeline.gates import BESIDE_QUOTES
from editorial.pipeline.refusal import NotThere
from editorial.pipeline.roles import names_with
from editorial.workflow.gates import GATE_RULES, OFF, Switch, When
from editorial.workflow.words import Gate


@dataclass(frozen=True, slots=True)
class GateCell:
    """One gate of one desk: how it is set, who may pass and who may override it, by name."""

    gate: Gate
    name: str
    means: str
    switch: Switch
    passed_by: tuple[str, ...]
    overridden_by: tuple[str, ...]

    @property
    def on(self) -> bool:
        """Whether any text meets it."""
        return self.gate is Gate.QUOTES or self.switch.when is not When.NEVER

    @property
    def too_few(self) -> bool:
        """Whether it is on and too few people could ever pass it."""
        needed = {Gate.QUOTES: 0, Gate.SECOND_EDITOR: 2, Gate.LEGAL: 1}[self.gate]
        return self.on and len(self.passed_by) < needed


@dataclass(frozen=True, slots=True)
class GateLine:
    """A desk's line of the table, the quotes first."""

    desk_id: uuid.UUID
    desk_name: str
    cells: tuple[GateCell, ...]

    def switch(self, gate: Gate) -> Switch:
        """How it is set now."""
        return next(cell.switch for cell in self.cells if cell.gate is gate)


def gate_lines(session: Session) -> tuple[GateLine, ...]:
    """A line for each open desk, in the desks' order."""
    desks = session.scalars(
        select(Desk).where(Desk.closed_at.is_(None)).order_by(Desk.position, Desk.name)
    )
    return tuple(_line(session, desk) for desk in desks.all())


def gate_line(session: Session, desk_id: uuid.UUID) -> GateLine:
    """One of them. Raises NotThere."""
    desk = session.get(Desk, desk_id)
    if desk is None or desk.closed_at is not None:
        raise NotThere
    return _line(session, desk)


def _line(session: Session, desk: Desk) -> GateLine:
    rows = session.scalars(select(DeskGate).where(DeskGate.desk_id == desk.id))
    switches = {row.gate: row.switch for row in rows}
    cells = tuple(
        GateCell(
            gate=gate,
            name=GATE_RULES[gate].name,
            means=GATE_RULES[gate].means,
            switch=switches.get(gate, OFF),
            passed_by=names_with(session, desk.id, GATE_RULES[gate].passed_by),
            overridden_by=names_with(session, desk.id, GATE_RULES[gate].overridden_by),
        )
        for gate in (Gate.QUOTES, *BESIDE_QUOTES)
    )
    return GateLine(desk.id, desk.name, cells)
