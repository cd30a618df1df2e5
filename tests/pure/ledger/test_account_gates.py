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
