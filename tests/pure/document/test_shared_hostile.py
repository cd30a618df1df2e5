"""A shared document that is made to take long, or to bring the reader down with all its readers."""

import subprocess
import sys

import pytest

from editorial.document.schema import to_json
from editorial.document.shared import MOST_UPDATE, Shared, Typed
from editorial.document.update import look_through
from editorial.document.validate import MAX_NODES, InvalidDocument, validate
from tests.pure.document import updates
from tests.pure.document.test_shared import shared
from tests.pure.document.trees import body
from tests.within import within

OUTERMOST_GONE = updates.number(1) + updates.number(updates.CLIENT) + b"\x01\x00\x01"


@pytest.mark.parametrize("name", ["a", "a" * 32])
def test_many_blocks_of_one_id_are_parted_in_one_go(name: str) -> None:
    found = Shared([updates.paragraphs(MAX_NODES, name)])
    with within(20):
        ids = [block["attrs"]["id"] for block in found.read().body["content"]]
    assert len(set(ids)) == MAX_NODES
    assert ids[-1] == f"{name[:28]}-{MAX_NODES}"


def test_ids_that_stand_already_are_passed_over() -> None:
    blocks = body("1", "2", "3", "4", "5", "6")
    tree = to_json(blocks)
    for block, name in zip(tree["content"], ["a", "b", "a", "b", "a", "c"], strict=True):
        block["attrs"]["id"] = {"a": "a", "b": "a-2", "c": "a-3"}[name]
    found = shared(blocks)
    found.change(Typed(found.read().fields, tree))
    ids = [block["attrs"]["id"] for block in found.read().body["content"]]
    assert ids == ["a", "a-2", "a-3", "a-2-2", "a-4", "a-3-2"]


def test_more_parts_than_a_text_has_are_refused() -> None:
    update = updates.paragraphs(100_000, "a")
    assert len(update) < MOST_UPDATE
    found = Shared([update])
    with within(20), pytest.raises(InvalidDocument, match="20,000 parts"):
        found.read()


HOSTILE = {
    "lists in lists": updates.chosen(b"\x75\x01" * 100_000 + b"\x7e"),
    "maps in maps": updates.chosen(b"\x76\x01\x01a" * 100_000 + b"\x7e"),
    "elements in elements": updates.nested(300_000),
    "elements that were taken out": updates.nested(300_000, OUTERMOST_GONE),
    "a count beyond all bytes": updates.number(1) + updates.number(2**50) + b"\x07\x00\x00",
    "a list beyond all bytes": updates.chosen(b"\x75" + updates.number(2**40)),
}
TAKEN = """
import sys
from editorial.document.shared import Shared
from editorial.document.validate import InvalidDocument
try:
    Shared().merge(sys.stdin.buffer.read())
except InvalidDocument:
    print("refused")
"""


@pytest.mark.parametrize("update", HOSTILE.values(), ids=HOSTILE)
def test_an_update_that_would_end_the_process_is_refused(update: bytes) -> None:
    assert len(update) < MOST_UPDATE
    done = subprocess.run(
        [sys.executable, "-c", TAKEN], input=update, capture_output=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, b"refused\n"), done.stderr


def test_what_editors_write_is_looked_through_to_its_end() -> None:
    found = shared(body("It rained. 🌊 Hé", "“We will,” she said."), headline="Rain 🌋")
    look_through(found.state)
    for cut in range(1, len(found.state)):
        with pytest.raises(InvalidDocument):
            look_through(found.state[:cut])
    again = Shared()
    assert again.merge(found.state)
    assert validate(again.read().body) == validate(found.read().body)
