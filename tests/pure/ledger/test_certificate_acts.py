"""What the file that checks a certificate asks of the entries that a desk opened."""

import importlib.util
from typing import Any

import pytest

from editorial.config import ROOT

PROGRAM = ROOT / "editorial" / "static" / "verify_certificate.py"
spec = importlib.util.spec_from_file_location("verify_certificate", PROGRAM)
assert spec is not None
assert spec.loader is not None
program = importlib.util.module_from_spec(spec)
spec.loader.exec_module(program)

ACTS = {"file": "author", "approve": "editor", "publish": "publisher"}


def certificate() -> tuple[dict[str, Any], dict[str, Any]]:
    """The entry that certifies, and those it names, opened."""
    text = {"dispatch": "d", "revision": {"number": 1, "digest": "t" * 64}}
    named, entries = {}, {}
    for number, (act, actor) in enumerate(ACTS.items(), 1):
        place = {"entry": number, "leaf": act * 8}
        named[act] = {**place, "role": actor}
        details = {"authors": ["author"]} if act == "file" else {}
        said = {"action": act, **text, "evidence": "e", "details": details}
        entries[act] = {**place, "said": {**said, "actor": {"id": actor, "role": actor}}}
    return {"sequence": 9, "details": {**text, "evidence": "e", "entries": named}}, entries


def wrong(change: str) -> str:
    """What is found once ``change`` was made."""
    said, entries = certificate()
    opened = {act: entry["said"] for act, entry in entries.items()}
    exec(change, {"said": said, "entries": entries, **opened})
    with pytest.raises(program.Wrong) as found:
        program.check_acts(said, entries)
    return str(found.value)


def test_three_acts_of_three_people_hold() -> None:
    program.check_acts(*certificate())
    said, entries = certificate()
    entries["file"]["said"]["action"] = "revise"
    program.check_acts(said, entries)
    for entry in entries.values():
        del entry["said"]
    program.check_acts(said, entries)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ("approve['action'] = 'claim'", "approve entry is of another act"),
        ("publish['action'] = 'approve'", "publish entry is of another act"),
        ("file['action'] = 'approve'", "file entry is of another act"),
        ("approve['evidence'] = 'other'", "approve entry names other evidence"),
        ("publish['evidence'] = None", "publish entry names other evidence"),
        ("file['details'] = {}", "does not say who wrote"),
        ("file['details']['authors'] = []", "does not say who wrote"),
        ("approve['actor']['id'] = None", "by one who wrote it"),
        ("approve['actor']['id'] = 'author'", "by one who wrote it"),
        ("del said['details']['entries']['file']", "does not certify a filing"),
        ("said['details']['entries'].clear()", "does not certify a filing"),
    ],
)
def test_opened_entries_must_be_the_acts_that_were_certified(change: str, words: str) -> None:
    assert words in wrong(change)
