"""The rules of gates weighed again from the entries alone."""

from typing import Any

from editorial.ledger.account import Account

TEXT, EVIDENCE = "t" * 64, "e" * 64


def entry(action: str, actor: str, before: str, after: str, **details: Any) -> dict[str, Any]:
    return {
        "action": action,
        "actor": {"id": actor},
        "dispatch": "d",
        "revision": {"number": 1, "digest": details.pop("text", TEXT)},
        "evidence": details.pop("evidence", EVIDENCE),
        "from": before,
        "to": after,
        "saw": {"gates": details.pop("gates", [])},
        "details": details,
    }


FILE = entry("file", "author", "draft", "filed", authors=["author"])
CLAIM = entry("claim", "editor", "filed", "in_review")


def passed(gate: str, by: str, action: str = "pass_gate", **more: Any) -> dict[str, Any]:
    return entry(action, by, "in_review", "in_review", gate=gate, **more)


def approve(*gates: str, by: str = "editor") -> dict[str, Any]:
    return entry("approve", by, "in_review", "approved", gates=["quotes", *gates])


def publish(*gates: str) -> dict[str, Any]:
    return entry("publish", "publisher", "approved", "done", gates=["quotes", *gates])


def fault(*entries: dict[str, Any]) -> str | None:
    account = Account()
    for sequence, said in enumerate((FILE, CLAIM, *entries), 1):
        if found := account.hear(sequence, said):
            return found.sentence
    return None


def test_a_passed_gate_lets_it_on() -> None:
    assert fault(passed("legal", "lawyer"), approve("legal"), publish("legal")) is None
    assert fault(passed("legal", "chief", "override"), approve("legal"), publish("legal")) is None


def test_a_gate_that_nobody_passed_is_a_fault_of_the_approval() -> None:
    assert "nobody passed the gate “legal”" in str(fault(approve("legal")))
    other = passed("legal", "lawyer", evidence="f" * 64)
    assert "nobody passed the gate “legal”" in str(fault(other, approve("legal")))
    taken_back = passed("legal", "lawyer", "unpass_gate")
    both = (passed("legal", "lawyer"), taken_back, approve("legal"))
    assert "nobody passed the gate “legal”" in str(fault(*both))


def test_a_gate_switched_on_later_is_a_fault_of_the_publication() -> None:
    assert "nobody passed" in str(fault(approve(), publish("legal")))
    assert fault(approve(), publish()) is None


DESK = {"desk_id": "politics", "language": "de-AT"}


def setting(gate: str, when: str, *languages: str) -> dict[str, Any]:
    details = {"gate": gate, "when": when, "languages": list(languages), "desk_id": "politics"}
    return {"action": "change_setting", "actor": {"id": "admin"}, "details": details}


def filed(**details: Any) -> dict[str, Any]:
    return entry("file", "author", "draft", "filed", authors=["author"], **{**DESK, **details})


def forged(*before: dict[str, Any], desk: str = "politics") -> str | None:
    """What is found of an approval that names no gate, after these entries."""
    account = Account()
    entries = (*before, filed(desk_id=desk), CLAIM, approve())
    for sequence, said in enumerate(entries, 1):
        if found := account.hear(sequence, said):
            return found.sentence
    return None


def test_an_approval_that_leaves_out_a_gate_of_its_desk_is_found() -> None:
    assert "nobody passed the gate “legal”" in str(forged(setting("legal", "always")))
    assert "nobody passed the gate “legal”" in str(forged(setting("legal", "some", "de")))
    assert forged(setting("legal", "some", "fr")) is None
    assert forged(setting("legal", "never")) is None
    assert forged(setting("legal", "always"), setting("legal", "never")) is None
    assert forged(setting("legal", "always"), desk="sport") is None


def test_a_gate_that_someone_asked_for_counts_though_the_approval_does_not_name_it() -> None:
    asked = entry("ask_gate", "chief", "in_review", "in_review", gate="legal")
    unasked = entry("unask_gate", "chief", "in_review", "in_review", gate="legal")
    assert "nobody passed the gate “legal”" in str(fault(asked, approve()))
    assert fault(asked, unasked, approve()) is None
    assert fault(asked, passed("legal", "lawyer"), approve(), publish()) is None


def test_a_move_brings_the_gates_of_the_other_desk() -> None:
    move = entry("move", "editor", "in_review", "in_review", desk="Politics", desk_id="politics")
    account = Account()
    entries = (setting("legal", "always"), filed(desk_id="sport"), CLAIM, move, approve())
    found = [account.hear(sequence, said) for sequence, said in enumerate(entries, 1)]
    assert found[:-1] == [None] * 4
    assert "nobody passed" in str(found[-1])


def test_an_author_passes_and_overrides_nothing() -> None:
    for action in ("pass_gate", "override"):
        assert "one who wrote it" in str(fault(passed("legal", "author", action)))


def test_one_editor_is_not_two() -> None:
    alone = (passed("second_editor", "editor"), approve("second_editor"))
    assert "second editor alone" in str(fault(*alone))
    assert fault(passed("second_editor", "other"), approve("second_editor")) is None
    # A chief who overrode it did so with a reason, which stands until someone reads it again.
    overridden = passed("second_editor", "editor", "override")
    assert fault(overridden, approve("second_editor")) is None
