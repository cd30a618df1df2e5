"""The decision panel: an order, one primary act, and reasons instead of silence."""

from dataclasses import replace

import pytest

from editorial.review.panel import ASKS, Panel, panel
from editorial.workflow.facts import Facts
from editorial.workflow.words import Action, Role, State

EDITOR = Facts(State.IN_REVIEW, roles=frozenset({Role.EDITOR}))


def names(shown: Panel) -> list[str]:
    return [act.action for act in shown.acts]


@pytest.mark.parametrize(
    ("facts", "primary"),
    [
        (replace(EDITOR, state=State.FILED), "claim"),
        (EDITOR, "approve"),
        (replace(EDITOR, open_quotes=2), None),
        (replace(EDITOR, wrote_it=True), None),
        (Facts(State.APPROVED, roles=frozenset({Role.PUBLISHER}), approval_stands=True), "publish"),
        (replace(EDITOR, state=State.SPIKED), "unspike"),
    ],
)
def test_at_most_one_act_is_primary(facts: Facts, primary: str | None) -> None:
    assert [act.action for act in panel(facts).acts if act.primary] == (
        [primary] if primary else []
    )


def test_what_is_not_possible_yet_keeps_its_place_with_its_reasons() -> None:
    shown = panel(replace(EDITOR, open_quotes=2, wrote_it=True))
    approve = shown.acts[0]
    assert (approve.action, approve.allowed, len(approve.reasons)) == ("approve", False, 2)


def test_the_spike_stands_last_and_apart() -> None:
    shown = panel(EDITOR)
    assert names(shown)[-1] == "spike"
    assert [act.action for act in shown.apart] == ["spike"]
    assert shown.foremost + shown.beside + shown.apart != ()
    assert sorted(a.action for a in shown.foremost + shown.beside + shown.apart) == sorted(
        names(shown)
    )


def test_an_override_is_offered_where_there_is_something_to_override() -> None:
    publisher = replace(EDITOR, roles=frozenset({Role.PUBLISHER}))
    assert "override" not in names(panel(publisher))
    assert "override" in names(panel(replace(publisher, open_quotes=1)))


def test_the_second_reading_is_asked_for_while_an_override_is_unread() -> None:
    assert panel(EDITOR).second_reading is None
    unread = panel(replace(EDITOR, unread_override=True)).second_reading
    assert unread is not None
    assert unread.allowed
    own = panel(replace(EDITOR, unread_override=True, overrode_it=True)).second_reading
    assert own is not None
    assert not own.allowed


@pytest.mark.parametrize("state", State)
def test_without_a_role_there_is_nothing_to_do(state: State) -> None:
    shown = panel(Facts(state))
    assert (shown.acts, shown.writes, shown.attaches) == ((), False, False)


def test_every_act_of_the_panel_is_one_a_person_can_do() -> None:
    assert not {Action.VOID, Action.HAND_OVER, Action.FILE, Action.SETTLE} & ASKS.keys()
