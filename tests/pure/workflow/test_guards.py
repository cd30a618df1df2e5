"""Each guard alone turns a willing decision into a refusal that says why."""

from dataclasses import replace

import pytest

from editorial.workflow.decide import decide, offered
from editorial.workflow.facts import Facts
from editorial.workflow.steps import STEPS
from editorial.workflow.words import DESK_ROLES, Action, Gate, Live, Role, State

EVERYONE = frozenset(DESK_ROLES)
WILLING = Facts(
    state=State.IN_REVIEW,
    roles=EVERYONE,
    note="because",
    holds_claim=True,
    approval_stands=True,
    unread_override=True,
    next_begun=True,
    passed_it=True,
    gate_may_be_asked=True,
    gate_is_asked=True,
    asked_for_it=True,
)

LEGAL = {"gate": Gate.LEGAL, "shut_gates": frozenset({Gate.LEGAL})}
SECOND = {"gate": Gate.SECOND_EDITOR, "shut_gates": frozenset({Gate.SECOND_EDITOR})}
EDITOR = frozenset({Role.EDITOR})

BROKEN: list[tuple[Action, State, dict[str, object], str]] = [
    (Action.FILE, State.DRAFT, {"missing": ("a headline",)}, "a headline"),
    (Action.FILE, State.DRAFT, {"too_long": ("The headline is long.",)}, "headline is long"),
    (Action.FILE, State.FILED, {"text_changed": False}, "Nothing has changed"),
    (Action.REVISE, State.IN_REVIEW, {"text_changed": False}, "Nothing has changed"),
    (Action.REVISE, State.IN_REVIEW, {"missing": ("a byline",)}, "a byline"),
    (Action.REVISE, State.IN_REVIEW, {"too_long": ("The byline is long.",)}, "byline is long"),
    (Action.RELEASE, State.IN_REVIEW, {"holds_claim": False}, "claimed"),
    (Action.HAND_ON, State.IN_REVIEW, {"holds_claim": False}, "claimed"),
    (Action.HAND_ON, State.IN_REVIEW, {"colleague_reviews": False}, "another editor"),
    (Action.TAKE_OVER, State.IN_REVIEW, {"note": " "}, "reason"),
    (Action.TAKE_OVER, State.IN_REVIEW, {"another_holds_it": False}, "Nobody else"),
    (Action.RETURN, State.IN_REVIEW, {"note": "  "}, "reason"),
    (Action.APPROVE, State.IN_REVIEW, {"wrote_it": True}, "someone else"),
    (Action.APPROVE, State.IN_REVIEW, {"open_quotes": 2}, "2 quotes are still open"),
    (Action.APPROVE, State.IN_REVIEW, {"revision_intact": False}, "digest differs"),
    (
        Action.APPROVE,
        State.IN_REVIEW,
        {"required_gates": frozenset({Gate.SECOND_EDITOR}), "vouched_already": True},
        "another editor has to approve",
    ),
    (Action.APPROVE, State.IN_REVIEW, {"shut_gates": frozenset({Gate.LEGAL})}, "legal gate"),
    (Action.SCHEDULE, State.APPROVED, {"shut_gates": frozenset({Gate.LEGAL})}, "legal gate"),
    (Action.PUBLISH, State.APPROVED, {"shut_gates": frozenset(Gate)}, "another editor or chief"),
    (Action.UNAPPROVE, State.APPROVED, {"note": ""}, "reason"),
    (Action.SCHEDULE, State.APPROVED, {"approval_stands": False}, "approved again"),
    (Action.SCHEDULE, State.APPROVED, {"revision_intact": False}, "digest differs"),
    (Action.SCHEDULE, State.APPROVED, {"open_quotes": 1}, "1 quote is"),
    (Action.SCHEDULE, State.APPROVED, {"hour_is_ahead": False}, "still ahead"),
    (Action.PUBLISH, State.APPROVED, {"approval_stands": False}, "approved again"),
    (Action.PUBLISH, State.APPROVED, {"revision_intact": False}, "digest differs"),
    (Action.PUBLISH, State.APPROVED, {"open_quotes": 1}, "1 quote is"),
    (Action.PUBLISH, State.SCHEDULED, {"embargo_passed": False}, "embargo"),
    (Action.SPIKE, State.DRAFT, {"note": ""}, "reason"),
    (Action.SPIKE, State.DRAFT, {"live": Live.REVISION}, "withdrawn"),
    (Action.SETTLE, State.FILED, {"note": ""}, "reason"),
    (Action.SETTLE, State.FILED, {"quote_can_be_settled": False}, "override"),
    (Action.SETTLE, State.FILED, {"wrote_it": True, "quote_is_not_found": False}, "did not write"),
    (Action.SETTLE, State.FILED, {"way_fits": False}, "can’t be said of what was found"),
    (Action.SETTLE, State.FILED, {"call_is_named": False}, "with whom"),
    (Action.UNSETTLE, State.FILED, {"note": ""}, "reason"),
    (Action.OVERRIDE, State.FILED, {"open_quotes": 0}, "No quote is open"),
    (Action.OVERRIDE, State.FILED, {"open_quotes": 1, "note": ""}, "reason"),
    (Action.OVERRIDE, State.FILED, {"open_quotes": 1, "wrote_it": True}, "someone else"),
    (Action.READ_OVERRIDE, State.DONE, {"unread_override": False}, "second reading"),
    (Action.READ_OVERRIDE, State.DONE, {"overrode_it": True}, "yourself"),
    (Action.READ_OVERRIDE, State.IN_REVIEW, {"wrote_it": True}, "someone else"),
    (Action.OVERRIDE, State.FILED, {"gate": Gate.LEGAL}, "is not shut"),
    (Action.PASS_GATE, State.FILED, {**LEGAL, "wrote_it": True}, "someone else"),
    (Action.PASS_GATE, State.FILED, {**LEGAL, "revision_intact": False}, "digest differs"),
    (Action.PASS_GATE, State.FILED, {"gate": Gate.LEGAL}, "is not shut"),
    (Action.PASS_GATE, State.FILED, {**LEGAL, "roles": EDITOR}, "Only legal may pass"),
    (Action.PASS_GATE, State.FILED, {"open_quotes": 1}, "by settling each quote"),
    (Action.PASS_GATE, State.FILED, {**SECOND, "vouched_already": True}, "another person"),
    (Action.UNPASS_GATE, State.FILED, {"note": ""}, "reason"),
    (Action.UNPASS_GATE, State.FILED, {"passed_it": False}, "Only who passed"),
    (Action.ASK_GATE, State.FILED, {"note": "", "gate": Gate.LEGAL}, "reason"),
    (
        Action.ASK_GATE,
        State.FILED,
        {"gate": Gate.LEGAL, "gate_may_be_asked": False},
        "switched off",
    ),
    (Action.ASK_GATE, State.FILED, {"required_gates": frozenset(Gate)}, "already"),
    (Action.UNASK_GATE, State.FILED, {"note": ""}, "reason"),
    (Action.UNASK_GATE, State.FILED, {"gate_is_asked": False}, "Nobody asks"),
    (
        Action.UNASK_GATE,
        State.FILED,
        {"asked_for_it": False, "roles": EDITOR},
        "A colleague asked",
    ),
    (Action.DETACH, State.FILED, {"note": ""}, "reason"),
    (Action.VOID, State.APPROVED, {}, "nobody does it by hand"),
    (Action.HAND_OVER, State.DRAFT, {}, "nobody does it by hand"),
    (Action.FILE, State.DRAFT, {"differs_from_live": False}, "what readers see"),
    (Action.FILE, State.FILED, {"differs_from_live": False}, "what readers see"),
    (Action.REVISE, State.IN_REVIEW, {"differs_from_live": False}, "what readers see"),
    (Action.UPDATE, State.DONE, {"killed": True}, "stays withdrawn"),
    (Action.CORRECT, State.DONE, {"killed": True}, "stays withdrawn"),
    (Action.CORRECT, State.DONE, {"note": ""}, "the notice"),
    (Action.CLARIFY, State.DONE, {"killed": True}, "stays withdrawn"),
    (Action.CLARIFY, State.DONE, {"note": ""}, "the notice"),
    (Action.REWORD, State.DRAFT, {"note": ""}, "the notice"),
    (Action.REWORD, State.DRAFT, {"next_begun": False}, "No update"),
    (Action.REWORD, State.APPROVED, {"note": ""}, "the notice"),
    (Action.REWORD, State.APPROVED, {"next_begun": False}, "No update"),
    (Action.DROP, State.DRAFT, {"note": ""}, "reason"),
    (Action.DROP, State.DRAFT, {"next_begun": False}, "No update"),
    (Action.KILL, State.DONE, {"note": ""}, "reason"),
    (Action.KILL, State.DONE, {"live": Live.NOTHING}, "Readers don’t see it"),
    (Action.KILL, State.DONE, {"wrote_what_is_live": True}, "another publisher"),
    (Action.TAKE_DOWN, State.DONE, {"note": ""}, "reason"),
    (Action.TAKE_DOWN, State.DONE, {"live": Live.WITHDRAWAL}, "Readers don’t see it"),
    (Action.TAKE_DOWN, State.DONE, {"wrote_what_is_live": True}, "another publisher"),
]


@pytest.mark.parametrize(("action", "state", "change", "reason"), BROKEN)
def test_a_broken_guard_refuses_with_its_reason(
    action: Action, state: State, change: dict[str, object], reason: str
) -> None:
    facts = replace(WILLING, state=state, **change)  # type: ignore[arg-type]  # fields by name
    decision = decide(action, facts)
    assert not decision.allowed
    assert any(reason in sentence for sentence in decision.reasons)


def test_every_guard_of_the_table_is_broken_once_above() -> None:
    broken = set()
    for action, state, change, _reason in BROKEN:
        facts = replace(WILLING, state=state, **change)  # type: ignore[arg-type]  # fields by name
        for step in STEPS:
            if step.action is action and state in step.before:
                broken |= {(action, guard) for guard in step.guards if guard(facts)}
    assert broken == {(step.action, guard) for step in STEPS for guard in step.guards}


def test_an_author_may_vouch_for_what_the_record_does_not_hold() -> None:
    facts = replace(WILLING, state=State.DRAFT, wrote_it=True, quote_is_not_found=True)
    assert decide(Action.SETTLE, facts).allowed


def test_an_approver_who_did_not_vouch_before_passes_the_second_editors_guard() -> None:
    facts = replace(WILLING, required_gates=frozenset(Gate))
    assert decide(Action.APPROVE, facts).allowed
    # Without that gate it does not matter who vouched twice.
    assert decide(Action.APPROVE, replace(WILLING, vouched_already=True)).allowed


def test_one_who_approved_may_still_pass_the_legal_gate_if_it_is_theirs() -> None:
    facts = replace(WILLING, **LEGAL, vouched_already=True)  # type: ignore[arg-type]  # by name
    assert decide(Action.PASS_GATE, facts).allowed


def test_chief_and_legal_may_take_back_what_a_colleague_asked_for() -> None:
    for role in (Role.CHIEF, Role.LEGAL):
        facts = replace(WILLING, asked_for_it=False, roles=frozenset({role}))
        assert decide(Action.UNASK_GATE, facts).allowed


def test_all_reasons_are_given_at_once() -> None:
    facts = replace(WILLING, wrote_it=True, open_quotes=1, roles=frozenset())
    assert len(decide(Action.APPROVE, facts).reasons) == 3


def test_what_is_written_with_the_act_does_not_close_its_button() -> None:
    offers = {offer.action: offer for offer in offered(replace(WILLING, note=""))}
    assert offers[Action.RETURN].allowed


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (State.DRAFT, State.DRAFT),
        (State.RETURNED, State.RETURNED),
        (State.FILED, State.FILED),
        (State.IN_REVIEW, State.FILED),
        (State.APPROVED, State.FILED),
        (State.SCHEDULED, State.FILED),
    ],
)
def test_unspiking_leads_back_but_never_to_an_approval(before: State, after: State) -> None:
    facts = replace(WILLING, state=State.SPIKED, spiked_from=before)
    assert decide(Action.UNSPIKE, facts).after is after
