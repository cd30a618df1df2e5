"""What a change does to an approval: it ends, in the same transaction, with an entry of its own."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.models.approval import WHOLE, Approval, VoidReason
from editorial.models.dispatch import Dispatch
from editorial.workflow.words import State

APPROVED_STATES = frozenset({State.APPROVED, State.SCHEDULED})


def end_approvals(session: Session, dispatch: Dispatch, reason: VoidReason, now: datetime) -> None:
    """Mark every standing approval of the work in hand as ended. Approvals of a published text
    have done their work and stay as they are, and so does what was passed at a gate: it never
    speaks of another text or evidence."""
    for approval in session.scalars(
        select(Approval).where(
            Approval.dispatch_id == dispatch.id,
            Approval.gate == WHOLE,
            Approval.voided_at.is_(None),
            Approval.revision_id != dispatch.live_revision_id
            if dispatch.live_revision_id is not None
            else Approval.voided_at.is_(None),
        )
    ):
        approval.voided_at, approval.void_reason = now, reason
    dispatch.publish_at = None
