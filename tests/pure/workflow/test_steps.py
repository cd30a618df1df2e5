"""The table of steps against a written expectation: state by act by role."""

from itertools import product

import pytest

from editorial.workflow.decide import decide, offered
from editorial.workflow.facts import Facts
from editorial.workflow.steps import STEPS, To
from editorial.workflow.wording import ACTION_WORDS, ROLE_WORDS, STATE_WORDS
from editorial.workflow.words import DESK_ROLES, Action, Gate, Live, Role, State

# Every act: the states it leaves, for whom (C correspondent, K checker, E editor,
# H chief, L legal, P publisher).
EXPECTED = {
    Action.FILE: ("draft returned filed", "CE"),
    Action.REVISE: ("in_review", "E"),
    Action.CLAIM: ("filed", "E"),
    Action.RELEASE: ("in_review", "E"),
    Action.HAND_ON: ("in_review", "E"),
    Action.TAKE_OVER: ("in_review", "E"),
    Action.RETURN: ("in_review", "E"),
    Action.APPROVE: ("in_review", "E"),
    Action.UNAPPROVE: ("approved scheduled", "EP"),
    Action.VOID: ("approved scheduled", "CKEHLP"),
    Action.SCHEDULE: ("approved", "P"),
    Action.UNSCHEDULE: ("scheduled", "P"),
    Action.PUBLISH: ("approved scheduled", "P"),
    Action.SPIKE: ("draft filed in_review returned approved scheduled", "E"),
    Action.UNSPIKE: ("spiked", "E"),
    Action.SETTLE: ("draft filed in_review returned approved scheduled", "CKE"),
    Action.UNSETTLE: ("draft filed in_review returned approved scheduled", "KE"),
    Action.OVERRIDE: ("filed in_review", "HP"),
    Action.READ_OVERRIDE: ("draft filed in_review returned approved scheduled done", "EH"),
    Action.PASS_GATE: ("filed in_review approved scheduled", "EHL"),
    Action.UNPASS_GATE: ("filed in_review approved scheduled", "EHL"),
    Action.ASK_GATE: ("draft filed in_review returned approved scheduled", "EH"),
    Action.UNASK_GATE: ("draft filed in_review returned approved scheduled", "EHL"),
    Action.ATTACH: ("draft filed in_review returned approved scheduled", "CKE"),
    Action.DETACH: ("draft filed in_review returned approved scheduled", "CKE"),
    Action.MOVE: ("draft filed in_review returned approved scheduled", "E"),
    Action.HAND_OVER: ("draft filed in_review returned approved scheduled", ""),
    Action.UPDATE: ("done", "CE"),
    Action.CORRECT: ("done", "CE"),
    Action.CLARIFY: ("done", "CE"),
    Action.DROP: ("draft filed in_review returned approved scheduled", "E"),
    Action.KILL: ("draft filed in_review returned approved scheduled done", "P"),
    Action.TAKE_DOWN: ("draft filed in_review returned approved scheduled done", "P"),
}
LETTERS = {
    "C": Role.CORRESPONDENT,
    "K": Role.CHECKER,
    "E": Role.EDITOR,
    "H": Role.CHIEF,
    "L": Role.LEGAL,
    "P": Role.PUBLISHER,
}
# In review and after, only the desk's editors touch the notice, as they do the text.
REWORDS = {
    "C": ("draft", "filed", "returned"),
    "E": ("draft", "filed", "returned", "in_review", "approved", "scheduled"),
}
WITHDRAWS = {Action.KILL, Action.TAKE_DOWN}
# The gate each role would pass; what they ask for is always the legal one.
GATE_OF = {
    Action.PASS_GATE: {
        role: Gate.SECOND_EDITOR if role in (Role.EDITOR, Role.CHIEF) else Gate.LEGAL
        for role in Role
    },
    Action.ASK_GATE: dict.fromkeys(Role, Gate.LEGAL),
}
SYSTEM_ONLY = {Action.VOID, Action.HAND_OVER}


def willing(state: State, role: Role, action: Action) -> Facts:
    """Facts under which no guard objects, so that only state and role decide."""
    return Facts(
        state=state,
        roles=frozenset({role}),
        note="because",
        holds_claim=True,
        approval_stands=True,
        open_quotes=1 if action is Action.OVERRIDE else 0,
        unread_override=True,
        live=Live.REVISION if action in WITHDRAWS else Live.NOTHING,
        next_begun=True,
        gate=GATE_OF.get(action, {}).get(role, Gate.QUOTES),
        shut_gates=frozenset(Gate) if action is Action.PASS_GATE else frozenset(),
        passed_it=True,
        gate_may_be_asked=True,
        required_gates=frozenset(),
        gate_is_asked=True,
        asked_for_it=True,
        system=False,
    )


@pytest.mark.parametrize(
    ("action", "state", "role"), list(product(Action, State, (*DESK_ROLES, Role.ADMINISTRATOR)))
)
def test_each_act_is_open_to_exactly_the_expected_roles_in_the_expected_states(
    action: Action, state: State, role: Role
) -> None:
    if action is Action.REWORD:
        expected = any(LETTERS[who] is role and state.value in at for who, at in REWORDS.items())
    else:
        states, letters = EXPECTED[action]
        expected = (
            action not in SYSTEM_ONLY
            and state.value in states.split()
            and role in {LETTERS[letter] for letter in letters}
        )
    assert decide(action, willing(state, role, action)).allowed is expected


def test_the_expectation_names_every_act() -> None:
    assert set(EXPECTED) | {Action.REWORD} == set(Action)


def test_no_row_stands_twice() -> None:
    seen = [(step.action, state) for step in STEPS for state in step.before]
    assert len(seen) == len(set(seen))


def test_every_state_can_be_reached_from_a_draft() -> None:
    reached = {State.DRAFT}
    for _ in State:
        for step in STEPS:
            if step.before & reached and isinstance(step.after, State):
                reached.add(step.after)
    assert reached == set(State)


def test_every_state_can_be_left() -> None:
    for state in State:
        assert any(state in step.before and step.after not in (state, To.SAME) for step in STEPS), (
            state
        )


def test_everything_has_its_words_and_a_shape() -> None:
    assert set(STATE_WORDS) == set(State)
    assert set(ACTION_WORDS) == set(Action)
    assert set(ROLE_WORDS) == set(Role)
    shapes = [words.shape for words in STATE_WORDS.values()]
    assert len(shapes) == len(set(shapes))


def test_a_page_offers_just_what_the_table_would_allow() -> None:
    for state, role in product(State, DESK_ROLES):
        facts = willing(state, role, Action.APPROVE)
        allowed = {offer.action for offer in offered(facts) if offer.allowed}
        assert allowed == {action for action in Action if decide(action, facts).allowed}
