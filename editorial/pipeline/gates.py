"""The gates of one text: which it has to pass, who passed or overrode each, which are shut."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from editorial.document.content import Content
from editorial.document.plain import story_text
from editorial.models.approval import WHOLE, Approval
from editorial.models.desk_gate import DeskGate
from editorial.models.desk_pulse import touch
from editorial.models.dispatch import Dispatch
from editorial.models.gate_request import GateRequest
from editorial.models.override import Override
from editorial.models.revision import Revision
from editorial.models.shut_gate import ShutGate
from editorial.pipeline.evidence import Evidence
from editorial.workflow.gates import OFF, Weighed, When, why_required
from editorial.workflow.steps import TO_BE_JUDGED
from editorial.workflow.words import Gate

BESIDE_QUOTES = tuple(gate for gate in Gate if gate is not Gate.QUOTES)


@dataclass(frozen=True, slots=True)
class Stake:
    """What is to be vouched for: one text with its evidence, and the rows that may speak of it.
    ``revision`` is None while it is being written: then nothing vouches for it yet."""

    content: Content
    evidence: Evidence
    revision: Revision | None
    approvals: Sequence[Approval]
    overrides: Sequence[Override]

    def names(self, row: Approval | Override) -> bool:
        """Whether the row vouches for exactly this text and this evidence."""
        revision = self.revision
        return (
            revision is not None
            and row.revision_id == revision.id
            and row.evidence_digest == self.evidence.digest
            and (
                isinstance(row, Override)
                or row.revision_digest == revision.digest == self.content.digest
            )
        )


@dataclass(frozen=True, slots=True)
class GateStanding:
    """One gate as this text meets it. ``why`` is None where it need not be passed; ``passed`` and
    ``overridden`` name exactly this text and evidence. ``may_be_asked``: the desk has it on."""

    gate: Gate
    why: str | None
    passed: Approval | None
    overridden: Override | None
    requests: tuple[GateRequest, ...]
    may_be_asked: bool

    @property
    def shut(self) -> bool:
        """Required, and neither passed nor overridden."""
        return self.why is not None and self.passed is None and self.overridden is None


def gate_standings(session: Session, dispatch: Dispatch, stake: Stake) -> tuple[GateStanding, ...]:
    """Every gate beside the quotes', in their order."""
    switches = {
        row.gate: row.switch
        for row in session.scalars(select(DeskGate).where(DeskGate.desk_id == dispatch.desk_id))
    }
    asked = session.scalars(
        select(GateRequest)
        .where(GateRequest.dispatch_id == dispatch.id, GateRequest.withdrawn_at.is_(None))
        .order_by(GateRequest.asked_at)
    ).all()
    content = stake.content
    weighed = Weighed(content.language, tuple(dispatch.keywords), "")
    if any(switch.keywords for switch in switches.values()):
        weighed = Weighed(content.language, tuple(dispatch.keywords), story_text(content).text)
    standings = []
    for gate in BESIDE_QUOTES:
        requests = tuple(one for one in asked if one.gate is gate)
        switch = switches.get(gate, OFF)
        names = [request.person.name for request in requests]
        standings.append(
            GateStanding(
                gate,
                why_required(gate, switch, weighed, names),
                next((a for a in stake.approvals if a.gate == gate and stake.names(a)), None),
                next((o for o in stake.overrides if o.gate == gate and stake.names(o)), None),
                requests,
                may_be_asked=gate is Gate.LEGAL and switch.when is not When.NEVER,
            )
        )
    return tuple(standings)


def vouched_already(stake: Stake, person_id: uuid.UUID) -> bool:
    """Whether the person approved exactly this, or passed it as the second editor."""
    return any(
        row.approved_by == person_id
        and row.gate in (WHOLE, Gate.SECOND_EDITOR)
        and stake.names(row)
        for row in stake.approvals
    )


def note_shut_gates(
    session: Session, dispatch: Dispatch, standings: Sequence[GateStanding]
) -> None:
    """Bring what the lists show up to date; a text that nobody can judge yet shows none."""
    judged = dispatch.state in TO_BE_JUDGED
    shut = {one.gate for one in standings if one.shut} if judged else set()
    noted = set(session.scalars(select(ShutGate.gate).where(ShutGate.dispatch_id == dispatch.id)))
    if noted - shut:
        session.execute(
            delete(ShutGate).where(
                ShutGate.dispatch_id == dispatch.id, ShutGate.gate.in_(noted - shut)
            )
        )
    if noted != shut:
        touch(session, dispatch.desk_id)
    session.add_all(ShutGate(dispatch_id=dispatch.id, gate=gate) for gate in shut - noted)
    session.flush()
