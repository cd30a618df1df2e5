"""What passing, overriding and asking for a gate change."""

import uuid

from sqlalchemy import select

from editorial.models.approval import Approval, VoidReason
from editorial.models.gate_request import GateRequest
from editorial.models.override import Override
from editorial.pipeline.act import Act, expect
from editorial.pipeline.matter import AtGate
from editorial.workflow.words import Gate, Role


def override(act: Act) -> None:
    """Let the text pass a gate with a reason. Without a gate it is the quotes', and passes the
    quotes that are open now."""
    revision, evidence = act.situation.revision, act.situation.evidence
    assert revision is not None
    gate = act.matter.gate if isinstance(act.matter, AtGate) else Gate.QUOTES
    quotes = gate is Gate.QUOTES
    keys = sorted(quote.key for quote in evidence.open_quotes) if quotes else []
    act.session.add(
        Override(
            dispatch_id=act.dispatch.id,
            revision_id=revision.id,
            gate=gate.value,
            quote_keys=keys,
            evidence_digest=None if quotes else evidence.digest,
            reason=act.note,
            overridden_at=act.now,
            overridden_by=act.actor.id,
        )
    )
    act.details |= {"gate": gate.value, "passed": keys}
    act.evidence_changed = quotes


def read_override(act: Act) -> None:
    """Every override that waits was read a second time."""
    for one in act.situation.overrides:
        if one.read_at is None:
            one.read_at, one.read_by = act.now, act.actor.id


def pass_gate(act: Act) -> None:
    """Vouch at one gate for exactly this text and evidence."""
    revision = act.situation.revision
    assert revision is not None
    gate = expect(act, AtGate).gate
    act.session.add(
        Approval(
            id=uuid.uuid4(),
            dispatch_id=act.dispatch.id,
            revision_id=revision.id,
            gate=gate.value,
            revision_digest=revision.digest,
            evidence_digest=act.situation.evidence.digest,
            approved_at=act.now,
            approved_by=act.actor.id,
            role=act.role or Role.EDITOR,
        )
    )
    act.details["gate"] = gate.value


def unpass_gate(act: Act) -> None:
    """Take that back; an approval that rested on it falls."""
    gate = expect(act, AtGate).gate
    for row in act.situation.approvals:
        if row.gate == gate and row.approved_by == act.actor.id:
            row.voided_at, row.void_reason = act.now, VoidReason.TAKEN_BACK
    act.details["gate"] = gate.value
    act.voids = VoidReason.TAKEN_BACK


def ask_gate(act: Act) -> None:
    """From now on each of its texts has to pass the gate."""
    gate = expect(act, AtGate).gate
    act.session.add(
        GateRequest(
            id=uuid.uuid4(),
            dispatch_id=act.dispatch.id,
            gate=gate,
            reason=act.note,
            asked_at=act.now,
            asked_by=act.actor.id,
        )
    )
    act.details["gate"] = gate.value


def unask_gate(act: Act) -> None:
    """Nobody asks for it any more."""
    gate = expect(act, AtGate).gate
    for row in act.session.scalars(
        select(GateRequest).where(
            GateRequest.dispatch_id == act.dispatch.id,
            GateRequest.gate == gate,
            GateRequest.withdrawn_at.is_(None),
        )
    ):
        row.withdrawn_at, row.withdrawn_by = act.now, act.actor.id
    act.details["gate"] = gate.value
