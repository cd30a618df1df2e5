"""Each guard taken away in turn: the rules' own examples must notice, every time."""

from collections.abc import Iterator
from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial.workflow import decide as deciding
from editorial.workflow.decide import decide
from editorial.workflow.facts import Facts
from editorial.workflow.guards import Guard
from editorial.workflow.steps import STEPS, Step
from editorial.workflow.words import Action, Live, State
from tests.pure.workflow.test_guards import BROKEN, WILLING

Case = tuple[Action, State, dict[str, object], str]


def guarded() -> Iterator[tuple[int, Guard]]:
    """Every guard of every row of the table that a person can be in the role for."""
    for place, step in enumerate(STEPS):
        for guard in step.guards if step.roles else ():
            yield place, guard


def name(value: object) -> str:
    return f"{STEPS[value].action.value}" if isinstance(value, int) else value.__name__  # type: ignore[attr-defined]  # a guard is a function


def facts_of(case: Case, state: State, live: Live) -> Facts:
    """The case, in one state of the work and of what readers see."""
    other = {"live": live, "next_begun": True, "gate_is_asked": True, **case[2]}
    return replace(WILLING, state=state, **other)  # type: ignore[arg-type]  # fields by name


def let_through(step: Step) -> bool:
    """Whether an act that one of the examples forbids is allowed by this row, anywhere."""
    return any(
        decide(step.action, facts_of(case, state, live)).allowed
        for case in BROKEN
        if case[0] is step.action
        for state in step.before
        for live in Live
        if _is_of_the_row(case, step, state, live)
    )


def _is_of_the_row(case: Case, step: Step, state: State, live: Live) -> bool:
    """An example forbids something here only where a guard of the whole row objects to it."""
    facts = facts_of(case, state, live)
    return any(guard(facts) is not None for guard in step.guards)


def without(place: int, guard: Guard) -> tuple[Step, ...]:
    """The table without one guard of one row."""
    left = tuple(one for one in STEPS[place].guards if one is not guard)
    return (*STEPS[:place], replace(STEPS[place], guards=left), *STEPS[place + 1 :])


def test_with_all_guards_no_example_is_let_through() -> None:
    assert [step.action.value for step in STEPS if let_through(step)] == []


@pytest.mark.parametrize(("place", "guard"), list(guarded()), ids=name)
def test_a_guard_that_is_gone_is_noticed(
    place: int, guard: Guard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deciding, "STEPS", without(place, guard))
    assert let_through(STEPS[place]), "no example notices that it is gone"


@given(data=st.data(), case=st.sampled_from(BROKEN))
def test_what_a_guard_forbids_nothing_else_makes_good(data: st.DataObject, case: Case) -> None:
    """No role, no note and no other fact lets through what one broken guard refuses."""
    action, state, change, _reason = case
    facts = replace(WILLING, state=state, **change)  # type: ignore[arg-type]  # fields by name
    refused = set(decide(action, facts).reasons)
    assert refused
    switches = [
        one.name
        for one in fields(Facts)
        if isinstance(getattr(facts, one.name), bool) and one.name not in (*change, "system")
    ]
    turned = {
        one: data.draw(st.booleans()) for one in data.draw(st.sets(st.sampled_from(switches)))
    }
    assert not decide(action, _turn(facts, turned, case)).allowed


def _turn(facts: Facts, turned: dict[str, bool], case: Case) -> Facts:
    """The facts with other switches thrown, where the case's own guard still refuses."""
    other = replace(facts, **turned)  # type: ignore[arg-type]  # switches by name
    row = next(step for step in STEPS if step.action is case[0] and case[1] in step.before)
    broken = [guard for guard in row.guards if guard(facts) is not None]
    return other if any(guard(other) is not None for guard in broken) else facts
