"""The table of gates: when a text has to pass one, and that the rules know each."""

import pytest

from editorial.workflow.gates import (
    GATE_RULES,
    GATES,
    OFF,
    WHEN_WORDS,
    Switch,
    Weighed,
    When,
    name_of,
    who_may_pass,
    why_required,
)
from editorial.workflow.words import DESK_ROLES, Gate, Role

TEXT = Weighed("ru-RU", ("Courts", "rain"), "The judge called it a libel.\nIt rained.")
SOME = When.SOME


@pytest.mark.parametrize(
    ("gate", "switch", "asked_by", "why"),
    [
        (Gate.QUOTES, OFF, (), "Every dispatch passes it."),
        (Gate.LEGAL, OFF, (), None),
        (Gate.SECOND_EDITOR, OFF, (), None),
        (Gate.SECOND_EDITOR, Switch(When.ALWAYS), (), "Every dispatch of this desk passes it."),
        (Gate.LEGAL, Switch(SOME), (), None),
        (Gate.LEGAL, Switch(SOME, ("ru",)), (), "The language of the text is “ru-RU”."),
        (Gate.LEGAL, Switch(SOME, ("en",)), (), None),
        (Gate.LEGAL, Switch(SOME, (), ("courts",)), (), "“courts” is one of its keywords."),
        (Gate.LEGAL, Switch(SOME, (), ("LIBEL",)), (), "The text says “LIBEL”."),
        (Gate.LEGAL, Switch(SOME, (), ("lib",)), (), None),
        (Gate.LEGAL, Switch(When.NEVER, ("ru",), ("libel",)), (), None),
        (Gate.LEGAL, Switch(SOME), ("Ana Peng",), "Ana Peng asked for it."),
        # What was asked for stays asked, even when the desk's gate is switched off since.
        (Gate.LEGAL, OFF, ("Ana Peng", "Omar Dale"), "Ana Peng and Omar Dale asked for it."),
    ],
)
def test_when_a_text_has_to_pass_a_gate(
    gate: Gate, switch: Switch, asked_by: tuple[str, ...], why: str | None
) -> None:
    assert why_required(gate, switch, TEXT, asked_by) == why


def test_every_gate_has_its_rule_and_its_words() -> None:
    assert [rule.gate for rule in GATES] == list(Gate)
    assert set(WHEN_WORDS) == set(When)
    for gate in set(Gate) - {Gate.QUOTES}:
        assert GATE_RULES[gate].passed_by <= set(DESK_ROLES)
        assert name_of(gate) in GATE_RULES[gate].name
        assert who_may_pass(gate)


def test_nobody_passes_the_quotes_and_only_chief_and_publisher_override() -> None:
    assert not GATE_RULES[Gate.QUOTES].passed_by
    assert all(r.overridden_by == {Role.CHIEF, Role.PUBLISHER} for r in GATES)


def test_a_setting_is_read_in_words() -> None:
    assert OFF.words == "off"
    assert Switch(When.ALWAYS, ("ru",)).words == "for every dispatch"
    assert Switch(SOME, ("ru", "az"), ("libel",)).words == (
        "when an editor asks; language ru, az; keyword libel"
    )
