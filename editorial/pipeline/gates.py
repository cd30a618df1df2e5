"""The gates of one text: which it has to pass, who passed or overrode each, which are shut."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.document.content import Content
from editorial.document.plain import story_text
from editorial.models.approval import WHOLE, Approval
from editorial.models.desk_gate import DeskGate
from editorial.models.desk_pulse import touch
from editorial.models.dispatch import Dispatch
from editorial.models.dispatch_gate import DispatchGate, Stands
from editorial.models.gate_request import GateRequest
from editorial.models.override import Override
from editorial.models.revision import Revision
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
        return self.stands is Stands.SHUT

    @property
    def stands(self) -> Stands | None:
        """None where it need not be passed."""
        if self.why is None:
            return None
        if self.passed is not None:
            return Stands.PASSED
        return Stands.SHUT if self.overridden is None else Stands.OVERRIDDEN


def gate_standings(
    session: Session, dispatch: Dispatch, stake: Stake, *, asked: bool = True
) -> tuple[GateStanding, ...]:
    """Every gate beside the quotes', in their order; ``asked`` is False where it is known that
    nobody asked for one."""
    switches = {
        row.gate: row.switch
        for row in session.scalars(select(DeskGate).where(DeskGate.desk_id == dispatch.desk_id))
    }
    asking = _requests(session, dispatch) if asked else ()
    content = stake.content
    weighed = Weighed(content.language, tuple(dispatch.keywords), "")
    if any(switch.keywords for switch in switches.values()):
        weighed = Weighed(content.language, tuple(dispatch.keywords), story_text(content).text)
    standings = []
    for gate in BESIDE_QUOTES:
        requests = tuple(one for one in asking if one.gate is gate)
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


def _requests(session: Session, dispatch: Dispatch) -> Sequence[GateRequest]:
    return session.scalars(
        select(GateRequest)
        .where(GateRequest.dispatch_id == dispatch.id, GateRequest.withdrawn_at.is_(None))
        .order_by(GateRequest.asked_at)
    ).all()


def vouched_already(stake: Stake, person_id: uuid.UUID) -> bool:
    """Whether the person approved exactly this, or passed it as the second editor."""
    return any(
        row.approved_by == person_id
        and row.gate in (WHOLE, Gate.SECOND_EDITOR)
        and stake.names(row)
        for row in stake.approvals
    )


def note_gates(session: Session, dispatch: Dispatch, standings: Sequence[GateStanding]) -> None:
    """Bring what the lists show up to date; a text that nobody can judge yet shows none."""
    judged = dispatch.state in TO_BE_JUDGED
    now = {one.gate: one.stands for one in standings if judged and one.stands is not None}
    rows = session.scalars(select(DispatchGate).where(DispatchGate.dispatch_id == dispatch.id))
    noted = {row.gate: row for row in rows}
    if now == {gate: row.stands for gate, row in noted.items()}:
        return
    touch(session, dispatch.desk_id)
    for gate in noted.keys() - now.keys():
        session.delete(noted[gate])
    for gate, stands in now.items():
        if gate in noted:
            noted[gate].stands = stands
        else:
            session.add(DispatchGate(dispatch_id=dispatch.id, gate=gate, stands=stands))
    session.flush()
