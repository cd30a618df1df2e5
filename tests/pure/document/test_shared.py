"""The shared document reads as the tree that was put in, merges, and outlives what is hostile."""

import random
from typing import Any

import pytest
from hypothesis import given, settings
from pycrdt import Doc, XmlElement, XmlFragment, XmlText

from editorial.document.schema import Doc as Body
from editorial.document.schema import Json, to_json
from editorial.document.shared import CHOSEN, TYPED, Shared, Typed
from editorial.document.validate import InvalidDocument, validate
from tests.pure.document.trees import bodies, body

FIELDS = dict.fromkeys((*TYPED, *CHOSEN), "") | {"language": "en", "urgency": "5"}


def shared(tree: Body, **fields: str) -> Shared:
    found = Shared()
    found.change(Typed({**FIELDS, **fields}, to_json(tree)))
    return found


def copy(one: Shared) -> Shared:
    return Shared([one.state])


def raw(*blocks: XmlElement) -> Shared:
    doc: Doc[Any] = Doc()
    fragment = doc.get("body", type=XmlFragment)
    for block in blocks:
        fragment.children.append(block)
    return Shared([doc.get_update()])


@settings(max_examples=60)
@given(bodies)
def test_a_tree_comes_out_as_it_went_in(tree: Body) -> None:
    found = shared(tree)
    assert found.read().body == to_json(tree)
    assert validate(copy(found).read().body) == tree


@settings(max_examples=60)
@given(bodies, bodies)
def test_a_tree_becomes_another(old: Body, new: Body) -> None:
    found = shared(old)
    update = found.change(Typed(FIELDS, to_json(new)))
    assert found.read().body == to_json(new)
    assert (update is None) == (old == new)
    assert found.change(Typed(FIELDS, to_json(new))) is None


def test_what_was_taken_out_can_be_put_back_until_it_is_forgotten() -> None:
    found = shared(body("The zeppelin stays."))
    found.change(Typed(FIELDS, to_json(body("It stays."))))
    again = copy(found)
    assert b"zeppelin" in again.lacking(None)
    forgotten = Shared([again.without_what_went])
    assert b"zeppelin" not in forgotten.state
    assert forgotten.read() == again.read()
    assert forgotten.vector == again.vector


def test_a_change_elsewhere_and_a_change_here_both_stay() -> None:
    here = shared(body("It rained in Vesna.", "The quay was shut."), headline="Rain")
    there = copy(here)
    mine = here.change(
        Typed(
            {**FIELDS, "headline": "Rain, wind"},
            to_json(body("It rained hard in Vesna.", "The quay was shut.")),
        )
    )
    theirs = there.change(
        Typed(
            {**FIELDS, "headline": "Heavy Rain"},
            to_json(body("It rained in Port Vesna.", "The quay was shut. 🌊 Hé")),
        )
    )
    assert mine
    assert theirs
    here.merge(theirs)
    there.merge(mine)
    assert here.read() == there.read()
    assert here.read().fields["headline"] == "Heavy Rain, wind"
    assert validate(here.read().body) == body(
        "It rained hard in Port Vesna.", "The quay was shut. 🌊 Hé"
    )


def test_what_was_had_already_changes_nothing() -> None:
    here = shared(body("It rained."))
    there = copy(here)
    update = there.change(Typed(FIELDS, to_json(body("It poured."))))
    assert update is not None
    assert here.merge(update) is not None
    assert here.merge(update) is None
    assert here.merge(there.state) is None
    assert here.lacking(there.vector) == there.lacking(here.vector)


def test_what_two_emptied_at_once_is_left_out_and_doubled_ids_are_parted() -> None:
    first, second = XmlElement("paragraph"), XmlElement("paragraph")
    found = raw(XmlElement("bullet_list"), first, second)
    assert found.read().body == {
        "type": "doc",
        "content": [{"type": "paragraph", "attrs": {}}] * 2,
    }
    doc: Doc[Any] = Doc()
    fragment = doc.get("body", type=XmlFragment)
    for _ in range(3):
        fragment.children.append(XmlElement("paragraph", {"id": "a"}))
    ids = [block["attrs"]["id"] for block in Shared([doc.get_update()]).read().body["content"]]
    assert ids == ["a", "a-2", "a-3"]


def nested(levels: int) -> Shared:
    doc: Doc[Any] = Doc()
    parent: Any = doc.get("body", type=XmlFragment)
    for number in range(levels):
        parent = parent.children.append(XmlElement("blockquote", {"id": f"b{number}"}))
    parent.children.append(XmlText("deep"))
    return Shared([doc.get_update()])


def test_a_tree_without_end_is_refused() -> None:
    with pytest.raises(InvalidDocument, match="deeply"):
        nested(500).read()


@pytest.mark.parametrize("update", [b"", b"\xff" * 12, b"\x01\x01\x00"])
def test_what_is_no_update_is_refused(update: bytes) -> None:
    with pytest.raises(InvalidDocument):
        shared(body("It rained.")).merge(update)
    with pytest.raises(InvalidDocument):
        shared(body("It rained.")).lacking(b"\xff" * 12)


def test_an_illegible_letter_is_a_space() -> None:
    node = XmlElement("paragraph", {"id": "a"})
    doc: Doc[Any] = Doc()
    doc.get("body", type=XmlFragment).children.append(node)
    node.children.append(XmlText("a\u2028b\x00c"))
    tree: Json = Shared([doc.get_update()]).read().body
    assert tree["content"][0]["content"] == [{"type": "text", "text": "a b c"}]


def test_a_mangled_update_is_refused_or_read() -> None:
    """Whatever arrives, a copy can be read or refuses; nothing else happens."""
    rng = random.Random(5)
    start = shared(body("It rained in Vesna.", "“We will rebuild,” she said."))
    there = copy(start)
    update = there.change(Typed(FIELDS, to_json(body("It poured.", "“We will,” she said.", "End"))))
    assert update is not None
    for _ in range(300):
        mangled = bytearray(update[: rng.randrange(1, len(update) + 1)])
        for _ in range(rng.randrange(4)):
            mangled[rng.randrange(len(mangled))] = rng.randrange(256)
        trial = copy(start)
        try:
            trial.merge(bytes(mangled))
            trial.read()
        except InvalidDocument:
            continue
