"""The table of steps: action, from, to, roles, guards. The whole workflow is in here."""

from dataclasses import dataclass
from enum import Enum

from editorial.workflow import guards as g
from editorial.workflow.guards import Guard
from editorial.workflow.words import Action, Role, State


class To(Enum):
    """Targets that depend on where the dispatch is."""

    SAME = "same"
    WHERE_IT_WAS = "where it was"


@dataclass(frozen=True, slots=True)
class Step:
    """One row: who may do ``action`` in the states ``before``, where it leads, what must hold."""

    action: Action
    before: frozenset[State]
    after: State | To
    roles: frozenset[Role]
    guards: tuple[Guard, ...] = ()


C, K, E, P = Role.CORRESPONDENT, Role.CHECKER, Role.EDITOR, Role.PUBLISHER
H, L = Role.CHIEF, Role.LEGAL
DRAFT, FILED, IN_REVIEW, RETURNED = State.DRAFT, State.FILED, State.IN_REVIEW, State.RETURNED
APPROVED, SCHEDULED, DONE, SPIKED = State.APPROVED, State.SCHEDULED, State.DONE, State.SPIKED
TO_BE_JUDGED = (FILED, IN_REVIEW, APPROVED, SCHEDULED)
OPEN_WORK = (DRAFT, FILED, IN_REVIEW, RETURNED, APPROVED, SCHEDULED)


def _step(
    action: Action,
    before: tuple[State, ...],
    after: State | To,
    roles: tuple[Role, ...],
    *guards: Guard,
) -> Step:
    return Step(action, frozenset(before), after, frozenset(roles), guards)


STEPS: tuple[Step, ...] = (
    _step(
        Action.FILE,
        (DRAFT, RETURNED),
        FILED,
        (C, E),
        g.what_is_required_is_given,
        g.no_field_is_too_long,
        g.text_is_not_what_readers_see,
    ),
    _step(
        Action.FILE,
        (FILED,),
        FILED,
        (C, E),
        g.what_is_required_is_given,
        g.no_field_is_too_long,
        g.text_has_changed,
        g.text_is_not_what_readers_see,
    ),
    _step(
        Action.REVISE,
        (IN_REVIEW,),
        IN_REVIEW,
        (E,),
        g.what_is_required_is_given,
        g.no_field_is_too_long,
        g.text_has_changed,
        g.text_is_not_what_readers_see,
    ),
    _step(Action.CLAIM, (FILED,), IN_REVIEW, (E,)),
    _step(Action.RELEASE, (IN_REVIEW,), FILED, (E,), g.actor_holds_the_claim),
    _step(
        Action.HAND_ON,
        (IN_REVIEW,),
        To.SAME,
        (E,),
        g.actor_holds_the_claim,
        g.colleague_reviews_here,
    ),
    _step(Action.TAKE_OVER, (IN_REVIEW,), To.SAME, (E,), g.note_is_given, g.another_holds_it),
    _step(Action.RETURN, (IN_REVIEW,), RETURNED, (E,), g.note_is_given),
    _step(
        Action.APPROVE,
        (IN_REVIEW,),
        APPROVED,
        (E,),
        g.actor_did_not_write_it,
        g.actor_is_not_the_second_editor,
        g.revision_is_intact,
        g.every_quote_is_settled,
        g.every_gate_is_passed,
    ),
    _step(Action.UNAPPROVE, (APPROVED, SCHEDULED), FILED, (E, P), g.note_is_given),
    _step(Action.VOID, (APPROVED, SCHEDULED), FILED, (C, K, E, H, L, P), g.system_asks),
    _step(
        Action.SCHEDULE,
        (APPROVED,),
        SCHEDULED,
        (P,),
        g.revision_is_intact,
        g.approval_stands,
        g.every_quote_is_settled,
        g.every_gate_is_passed,
        g.hour_is_ahead,
    ),
    _step(Action.UNSCHEDULE, (SCHEDULED,), APPROVED, (P,)),
    _step(
        Action.PUBLISH,
        (APPROVED, SCHEDULED),
        DONE,
        (P,),
        g.revision_is_intact,
        g.approval_stands,
        g.every_quote_is_settled,
        g.every_gate_is_passed,
        g.embargo_has_passed,
    ),
    _step(Action.SPIKE, OPEN_WORK, SPIKED, (E,), g.note_is_given, g.nothing_is_live),
    _step(Action.UNSPIKE, (SPIKED,), To.WHERE_IT_WAS, (E,)),
    _step(
        Action.SETTLE,
        OPEN_WORK,
        To.SAME,
        (C, K, E),
        g.note_is_given,
        g.quote_can_be_settled,
        g.actor_may_settle_this,
        g.way_fits_the_finding,
        g.a_call_names_whom_and_when,
    ),
    _step(Action.UNSETTLE, OPEN_WORK, To.SAME, (K, E), g.note_is_given),
    _step(
        Action.OVERRIDE,
        (FILED, IN_REVIEW),
        To.SAME,
        (H, P),
        g.note_is_given,
        g.actor_did_not_write_it,
        g.gate_is_shut,
    ),
    _step(
        Action.READ_OVERRIDE,
        (*OPEN_WORK, DONE),
        To.SAME,
        (E, H),
        g.override_is_unread,
        g.actor_did_not_override,
        g.actor_did_not_write_it,
    ),
    _step(
        Action.PASS_GATE,
        TO_BE_JUDGED,
        To.SAME,
        (E, H, L),
        g.actor_did_not_write_it,
        g.revision_is_intact,
        g.gate_is_shut,
        g.actor_may_pass_this_gate,
        g.second_editor_is_another,
    ),
    _step(
        Action.UNPASS_GATE,
        TO_BE_JUDGED,
        To.SAME,
        (E, H, L),
        g.note_is_given,
        g.actor_passed_this_gate,
    ),
    _step(Action.ASK_GATE, OPEN_WORK, To.SAME, (E, H), g.note_is_given, g.gate_may_be_asked_for),
    _step(
        Action.UNASK_GATE,
        OPEN_WORK,
        To.SAME,
        (E, H, L),
        g.note_is_given,
        g.gate_is_asked_for,
        g.actor_may_take_the_asking_back,
    ),
    _step(Action.ATTACH, OPEN_WORK, To.SAME, (C, K, E)),
    _step(Action.DETACH, OPEN_WORK, To.SAME, (C, K, E), g.note_is_given),
    _step(Action.MOVE, OPEN_WORK, To.SAME, (E,)),
    _step(Action.HAND_OVER, OPEN_WORK, To.SAME, (), g.system_asks),
    # After print: the next version is worked on while readers see the last one as approved.
    _step(Action.UPDATE, (DONE,), DRAFT, (C, E), g.it_was_not_killed),
    _step(Action.CORRECT, (DONE,), DRAFT, (C, E), g.notice_is_given, g.it_was_not_killed),
    _step(Action.CLARIFY, (DONE,), DRAFT, (C, E), g.notice_is_given, g.it_was_not_killed),
    _step(
        Action.REWORD,
        (DRAFT, FILED, RETURNED),
        To.SAME,
        (C, E),
        g.notice_is_given,
        g.a_next_version_is_begun,
    ),
    _step(
        Action.REWORD,
        (IN_REVIEW, APPROVED, SCHEDULED),
        To.SAME,
        (E,),
        g.notice_is_given,
        g.a_next_version_is_begun,
    ),
    _step(Action.DROP, OPEN_WORK, DONE, (E,), g.note_is_given, g.a_next_version_is_begun),
    _step(
        Action.KILL,
        (*OPEN_WORK, DONE),
        DONE,
        (P,),
        g.note_is_given,
        g.readers_see_it,
        g.actor_did_not_write_what_readers_see,
    ),
    _step(
        Action.TAKE_DOWN,
        (*OPEN_WORK, DONE),
        DONE,
        (P,),
        g.note_is_given,
        g.readers_see_it,
        g.actor_did_not_write_what_readers_see,
    ),
)
