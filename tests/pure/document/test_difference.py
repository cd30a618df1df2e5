import dataclasses
import random
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings

from editorial.document.content import Content
from editorial.document.difference import BlockChange, Difference, difference
from editorial.document.prose import Run
from editorial.document.schema import (
    Block,
    Blockquote,
    BulletList,
    Doc,
    HardBreak,
    Heading,
    Image,
    ListItem,
    Mark,
    OrderedList,
    Text,
    leaves,
)
from tests.pure.document.trees import PICTURE, bodies, body, numbered, paragraph

ONE = paragraph("a", "The mayor opened the bridge on Thursday.")
TWO = paragraph("b", "Residents had waited three years for it.")
THREE = paragraph("c", "The old one was closed after the flood.")


def compare(old: Doc, new: Doc) -> Difference:
    return difference(Content(body=old), Content(body=new))


def told(found: Difference) -> list[str]:
    signs = {"equal": "{}", "deleted": "[-{}-]", "inserted": "[+{}+]"}
    return [
        f"{change.kind}{' moved' if change.moved else ''}: "
        + "".join(signs[run.kind].format(run.text) for run in change.runs)
        for change in found.blocks
    ]


def only(found: Difference) -> BlockChange:
    assert len(found.blocks) == 1
    return found.blocks[0]


def test_equal_texts_differ_in_nothing() -> None:
    found = compare(body(ONE, TWO), body(ONE, TWO))
    assert found.is_empty
    assert [change.kind for change in found.blocks] == ["kept", "kept"]
    assert (found.words_inserted, found.words_deleted) == (0, 0)


def test_a_changed_word_shows_in_its_place() -> None:
    new = paragraph("b", "Residents had waited four years for it.")
    found = compare(body(ONE, TWO, THREE), body(ONE, new, THREE))
    assert told(found)[1] == "changed: Residents had waited [-three-][+four+] years for it."
    assert [change.kind for change in found.blocks] == ["kept", "changed", "kept"]
    assert (found.words_inserted, found.words_deleted) == (1, 1)
    assert not found.is_empty


def test_inserted_and_deleted_blocks_stand_where_they_stood() -> None:
    new = paragraph("x", "Something else entirely happened then.")
    assert told(compare(body(ONE, TWO, THREE), body(ONE, new, THREE))) == [
        "kept: The mayor opened the bridge on Thursday.",
        "deleted: [-Residents had waited three years for it.-]",
        "inserted: [+Something else entirely happened then.+]",
        "kept: The old one was closed after the flood.",
    ]


def test_blocks_deleted_at_both_ends_are_told_there() -> None:
    found = compare(body(ONE, TWO, THREE), body(TWO))
    assert [change.kind for change in found.blocks] == ["deleted", "kept", "deleted"]
    assert found.blocks[0].before
    assert found.blocks[0].before.id == "a"
    assert found.blocks[0].after is None


def test_a_moved_block_is_known_as_moved() -> None:
    found = compare(body(ONE, TWO, THREE), body(TWO, THREE, ONE))
    assert [(c.kind, c.moved) for c in found.blocks] == [
        ("kept", False),
        ("kept", False),
        ("kept", True),
    ]
    assert not found.is_empty


def test_a_moved_block_without_its_id_is_known_by_its_words() -> None:
    new = body(dataclasses.replace(THREE, id="z"), ONE, TWO)
    assert [(c.kind, c.moved) for c in compare(body(ONE, TWO, THREE), new).blocks] == [
        ("kept", True),
        ("kept", False),
        ("kept", False),
    ]


def test_a_block_can_be_moved_and_changed_at_once_without_its_id() -> None:
    new = paragraph("z", "The old one was closed before the flood.")
    assert told(compare(body(ONE, TWO, THREE), body(new, ONE, TWO)))[0] == (
        "changed moved: The old one was closed [-after-][+before+] the flood."
    )


def test_an_id_outweighs_equal_words() -> None:
    old = body(paragraph("a", "same words"), paragraph("b", "other words"))
    new = body(paragraph("b", "same words"), paragraph("a", "other words"))
    found = compare(old, new)
    assert [(c.before.id, c.after.id) for c in found.blocks if c.before and c.after] == [
        ("b", "b"),
        ("a", "a"),
    ]


def test_equal_blocks_without_ids_answer_in_order() -> None:
    old, new = numbered(body("x", "x", "x"), "o"), numbered(body("x", "x"), "n")
    assert [change.kind for change in compare(old, new).blocks] == ["kept", "kept", "deleted"]


def test_a_break_is_a_change_of_words() -> None:
    new = body(paragraph("a", "one", HardBreak(), "two"))
    assert told(compare(body(paragraph("a", "one two")), new)) == ["changed: one[- -][+\n+]two"]


@pytest.mark.parametrize(
    ("old", "new", "note"),
    [
        (paragraph("a", "x"), Heading("a", 2, (Text("x"),)), "The paragraph became a heading."),
        (
            Heading("a", 2, (Text("x"),)),
            Heading("a", 3, (Text("x"),)),
            "The heading’s level 2 became 3.",
        ),
        (
            Image("a", PICTURE, "x"),
            Image("a", "/pictures/" + "0" * 64, "x"),
            "Another picture took its place.",
        ),
        (
            paragraph("a", "x"),
            Blockquote("q", (paragraph("a", "x"),)),
            "It stood by itself, now in a block quote.",
        ),
        (
            BulletList("u", (ListItem("i", (paragraph("a", "x"),)),)),
            OrderedList("u", (ListItem("i", (paragraph("a", "x"),)),), 4),
            "It stood in a bulleted list, now in a list numbered from 4.",
        ),
        (
            paragraph("a", Text("x", (Mark("em"),))),
            paragraph("a", "x"),
            "Formatting of the same words changed.",
        ),
        (
            paragraph("a", "said ", Text("x", (Mark("em"),))),
            paragraph("a", "now said x"),
            "Formatting of the same words changed.",
        ),
    ],
)
def test_what_no_word_shows_is_noted(old: Block, new: Block, note: str) -> None:
    change = only(compare(body(old), body(new)))
    assert change.kind == "changed"
    assert change.notes == (note,)


def test_links_are_noted_with_where_they_lead() -> None:
    one, two = Mark("link", "https://one.example"), Mark("link", "https://two.example")
    change = only(
        compare(body(paragraph("a", Text("x", (one,)))), body(paragraph("a", Text("x", (two,)))))
    )
    assert change.notes == (
        "A link was added: https://two.example",
        "A link was removed: https://one.example",
        "Formatting of the same words changed.",
    )


def test_inserted_formatting_on_new_words_is_no_note() -> None:
    new = paragraph("a", "x ", Text("y", (Mark("em"),)))
    assert only(compare(body(paragraph("a", "x")), body(new))).notes == ()


def test_two_lists_made_one_are_noted() -> None:
    one, two = (ListItem(i, (paragraph(i + "p", i),)) for i in ("i", "j"))
    found = compare(
        body(BulletList("u", (one,)), BulletList("v", (two,))), body(BulletList("u", (one, two)))
    )
    assert [change.kind for change in found.blocks] == ["kept", "changed"]
    assert found.blocks[1].notes == ("The list or quote around it begins or ends elsewhere.",)


def test_a_picture_without_its_id_is_known_by_its_file() -> None:
    old, new = Image("m", PICTURE, "alt", "Noon"), Image("n", PICTURE, "alt", "Dawn")
    assert told(compare(body(old), body(new))) == ["changed: alt | [-Noon-][+Dawn+] | "]


def test_a_picture_never_answers_a_paragraph() -> None:
    found = compare(body(paragraph("m", "alt | a | b")), body(Image("m", PICTURE, "alt", "a", "b")))
    assert [change.kind for change in found.blocks] == ["deleted", "inserted"]


def test_every_field_that_changed_is_told() -> None:
    old = Content("We stay", "s", "VELIKA", date(2024, 5, 1), "Mira Aksoy", "en")
    new = Content("We left", "t", "OVAKENT", None, "M. Aksoy", "tr")
    found = difference(old, new)
    assert [(f.field, f.before, f.after) for f in found.fields] == [
        ("headline", "We stay", "We left"),
        ("summary", "s", "t"),
        ("dateline_place", "VELIKA", "OVAKENT"),
        ("dateline_date", "2024-05-01", ""),
        ("byline", "Mira Aksoy", "M. Aksoy"),
        ("language", "en", "tr"),
    ]
    assert found.fields[0].runs == (
        Run("equal", "We "),
        Run("deleted", "stay"),
        Run("inserted", "left"),
    )
    assert not found.is_empty
    assert difference(old, old).fields == ()


def bare(node: Any) -> Any:
    if isinstance(node, Text | HardBreak):
        return node
    changes: dict[str, Any] = {} if isinstance(node, Doc) else {"id": ""}
    if not isinstance(node, Image):
        changes["content"] = tuple(bare(child) for child in node.content)
    return dataclasses.replace(node, **changes)


@settings(max_examples=80, deadline=None)
@given(bodies, bodies)
def test_every_block_of_both_texts_is_told_once_and_nothing_is_hidden(old: Doc, new: Doc) -> None:
    found = compare(old, numbered(new, "n"))
    befores = [change.before.leaf for change in found.blocks if change.before]
    afters = [change.after.leaf for change in found.blocks if change.after]
    assert sorted(leaf.id for leaf in befores) == sorted(leaf.id for leaf in leaves(old))
    assert [dataclasses.replace(leaf, id="") for leaf in afters] == [
        dataclasses.replace(leaf, id="") for leaf in leaves(new)
    ]
    assert found.is_empty == (bare(old) == bare(new))


def test_of_400_words_changed_in_30000_each_is_told() -> None:
    chance = random.Random(7)
    vocabulary = [f"w{number}" for number in range(4_000)]
    old = [chance.choices(vocabulary, k=60) for _ in range(500)]
    new = [list(words) for words in old]
    for number in range(400):
        new[number][number % 60] = "changed"
    texts = [body(*(" ".join(words) for words in text)) for text in (old, new)]
    found = compare(texts[0], numbered(texts[1], "n"))
    assert (found.words_inserted, found.words_deleted) == (400, 400)
    assert sum(change.kind == "changed" for change in found.blocks) == 400
    assert not any(change.moved for change in found.blocks)
