"""What the acts after print change: a next version is begun, worded, dropped; a story withdrawn."""

from editorial.models.approval import VoidReason
from editorial.models.next_version import NextVersion
from editorial.pipeline.act import Act
from editorial.pipeline.missed import forget
from editorial.pipeline.refusal import Refused
from editorial.pipeline.void import end_approvals
from editorial.pipeline.withdraw import withdraw
from editorial.workflow.words import Action, NoticeKind

BEGINS = {
    Action.UPDATE: NoticeKind.UPDATE,
    Action.CORRECT: NoticeKind.CORRECTION,
    Action.CLARIFY: NoticeKind.CLARIFICATION,
}


def begin_update(act: Act) -> None:
    """Something is added; readers may be told what."""
    _begin(act, NoticeKind.UPDATE)


def begin_correction(act: Act) -> None:
    """An error is mended, and said to have been one."""
    _begin(act, NoticeKind.CORRECTION)


def begin_clarification(act: Act) -> None:
    """Something is made clear; nothing was wrong."""
    _begin(act, NoticeKind.CLARIFICATION)


def reword(act: Act) -> None:
    """Another wording of the notice: it has to be vouched for anew."""
    row = act.situation.evidence.notice
    assert row is not None
    row.wording = act.note
    row.writers = sorted({*row.writers, str(act.actor.id)})
    act.evidence_changed = True
    act.voids = VoidReason.EVIDENCE


def drop(act: Act) -> None:
    """Back to what readers see. Revisions stay, and so does the text being written."""
    _let_next_version_go(act)
    act.dispatch.last_reason = act.note


def kill(act: Act) -> None:
    """Withdrawn for good: the address keeps a notice with the reason."""
    _let_next_version_go(act)
    withdraw(act, NoticeKind.KILL)


def take_down(act: Act) -> None:
    """Withdrawn from our site; a next version may bring it back."""
    _let_next_version_go(act)
    withdraw(act, NoticeKind.TAKEDOWN)


def _begin(act: Act, kind: NoticeKind) -> None:
    if act.situation.evidence.notice is not None:
        raise Refused("A next version of it is being made already.")
    act.session.add(
        NextVersion(
            dispatch_id=act.dispatch.id,
            kind=kind,
            wording=act.note,
            writers=[str(act.actor.id)] if act.note else [],
            begun_at=act.now,
            begun_by=act.actor.id,
        )
    )
    act.dispatch.claimed_by = None
    act.dispatch.last_reason = ""
    act.evidence_changed = True


def _let_next_version_go(act: Act) -> None:
    notice = act.situation.evidence.notice
    if notice is not None:
        act.session.delete(notice)
    end_approvals(act.session, act.dispatch, VoidReason.DROPPED, act.now)
    forget(act.dispatch)
    act.dispatch.claimed_by = None
    if act.dispatch.live_revision_id is not None:
        act.dispatch.revision_id = act.dispatch.live_revision_id
    act.evidence_changed = True
