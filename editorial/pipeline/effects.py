"""What each act changes beside the state. One small function an act, and the table of them."""

from collections.abc import Callable

from editorial.models.approval import Approval, VoidReason
from editorial.models.desk import Desk
from editorial.models.dispatch import UNPLACED
from editorial.models.person import Person
from editorial.models.point import Point
from editorial.outbox.put import put
from editorial.pipeline import after_print, claims, enclose, gate_effects, vouch
from editorial.pipeline.act import Act, expect
from editorial.pipeline.freeze import freeze
from editorial.pipeline.go_live import go_live
from editorial.pipeline.matter import Heir, Hour, Placement, Points, Voiding
from editorial.pipeline.missed import BECAUSE, forget, miss
from editorial.pipeline.refusal import Refused
from editorial.pipeline.void import end_approvals
from editorial.workflow.words import Action, Role


def _file(act: Act) -> None:
    act.revision = freeze(act.session, act.situation, act.actor, act.filed_at, act.now)
    act.evidence_changed = True
    act.dispatch.claimed_by = None


def _revise(act: Act) -> None:
    act.revision = freeze(act.session, act.situation, act.actor, act.filed_at, act.now)
    act.evidence_changed = True


def _return(act: Act) -> None:
    act.dispatch.claimed_by = None
    act.dispatch.last_reason = act.note
    texts = act.matter.texts if isinstance(act.matter, Points) else ()
    for place, text in enumerate(texts):
        act.session.add(
            Point(
                dispatch_id=act.dispatch.id,
                place=place,
                text=text,
                made_at=act.now,
                made_by=act.actor.id,
            )
        )
    if texts:
        act.details["points"] = len(texts)
        act.words["points"] = "\n".join(texts)


def _approve(act: Act) -> None:
    revision = act.situation.revision
    assert revision is not None
    act.session.add(
        Approval(
            dispatch_id=act.dispatch.id,
            revision_id=revision.id,
            revision_digest=revision.digest,
            evidence_digest=act.situation.evidence.digest,
            approved_at=act.now,
            approved_by=act.actor.id,
            role=act.role or Role.EDITOR,
        )
    )
    act.details["quotes"] = act.situation.evidence.figures


def _unapprove(act: Act) -> None:
    end_approvals(act.session, act.dispatch, VoidReason.TAKEN_BACK, act.now)
    act.dispatch.claimed_by = None
    act.dispatch.last_reason = act.note


def _void(act: Act) -> None:
    matter = expect(act, Voiding)
    if act.dispatch.publish_at is not None:
        because = f"Its approval is void: {BECAUSE.get(matter.reason, matter.reason.value)}."
        miss(act.session, act.dispatch, act.dispatch.publish_at, because, act.now)
    end_approvals(act.session, act.dispatch, matter.reason, act.now)
    act.details["because"] = matter.reason.value
    act.dispatch.claimed_by = None


def _schedule(act: Act) -> None:
    hour = expect(act, Hour)
    act.dispatch.publish_at = hour.publish_at
    forget(act.dispatch)
    act.details["publish_at"] = hour.publish_at.isoformat()
    put(
        act.session,
        "publish_due",
        {"dispatch": str(act.dispatch.id), "by": str(act.actor.id)},
        act.now,
        run_at=hour.publish_at,
        dedupe_key=f"publish:{act.dispatch.id}:{act.dispatch.version}",
    )


def _unschedule(act: Act) -> None:
    forget(act.dispatch)
    act.dispatch.publish_at = None


def _publish(act: Act) -> None:
    forget(act.dispatch)
    act.details |= go_live(act.session, act.situation, act.now)
    act.details["quotes"] = act.situation.evidence.figures


def _spike(act: Act) -> None:
    act.dispatch.spiked_from = act.dispatch.state
    forget(act.dispatch)
    act.dispatch.claimed_by = None
    act.dispatch.last_reason = act.note
    end_approvals(act.session, act.dispatch, VoidReason.SPIKED, act.now)


def _unspike(act: Act) -> None:
    act.dispatch.spiked_from = None


def _move(act: Act) -> None:
    placement = expect(act, Placement)
    desk = act.session.get(Desk, placement.desk_id)
    if desk is None or desk.closed_at is not None:
        raise Refused("There is no such desk.")
    act.dispatch.desk_id = desk.id
    act.dispatch.desk = desk
    act.dispatch.place = UNPLACED
    act.dispatch.embargo_at = placement.embargo_at
    act.dispatch.embargo_zone = placement.embargo_zone
    embargo = placement.embargo_at
    act.details |= {
        "desk": desk.name,
        "desk_id": str(desk.id),
        "embargo": None if embargo is None else embargo.isoformat(),
        "zone": placement.embargo_zone,
    }
    act.voids = VoidReason.MOVED


def _hand_over(act: Act) -> None:
    heir = act.session.get(Person, expect(act, Heir).person_id)
    if heir is None or not heir.active:
        raise Refused("There is no such person to take it over.")
    act.dispatch.created_by = heir.id
    act.details["to"] = heir.name


Effect = Callable[[Act], None]

EFFECTS: dict[Action, Effect] = {
    Action.FILE: _file,
    Action.REVISE: _revise,
    Action.CLAIM: claims.claim,
    Action.RELEASE: claims.let_go,
    Action.HAND_ON: claims.hand_on,
    Action.TAKE_OVER: claims.take_over,
    Action.RETURN: _return,
    Action.APPROVE: _approve,
    Action.UNAPPROVE: _unapprove,
    Action.VOID: _void,
    Action.SCHEDULE: _schedule,
    Action.UNSCHEDULE: _unschedule,
    Action.PUBLISH: _publish,
    Action.SPIKE: _spike,
    Action.UNSPIKE: _unspike,
    Action.SETTLE: vouch.settle,
    Action.UNSETTLE: vouch.unsettle,
    Action.OVERRIDE: gate_effects.override,
    Action.READ_OVERRIDE: gate_effects.read_override,
    Action.PASS_GATE: gate_effects.pass_gate,
    Action.UNPASS_GATE: gate_effects.unpass_gate,
    Action.ASK_GATE: gate_effects.ask_gate,
    Action.UNASK_GATE: gate_effects.unask_gate,
    Action.ATTACH: enclose.attach,
    Action.DETACH: enclose.detach,
    Action.MOVE: _move,
    Action.HAND_OVER: _hand_over,
    Action.UPDATE: after_print.begin_update,
    Action.CORRECT: after_print.begin_correction,
    Action.CLARIFY: after_print.begin_clarification,
    Action.REWORD: after_print.reword,
    Action.DROP: after_print.drop,
    Action.KILL: after_print.kill,
    Action.TAKE_DOWN: after_print.take_down,
}
