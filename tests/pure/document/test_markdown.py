import dataclasses
import re
from itertools import count
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editorial.document.markdown import from_markdown, to_markdown
from editorial.document.plain import plain
from editorial.document.schema import (
    EMPTY_BODY,
    Blockquote,
    BulletList,
    Doc,
    HardBreak,
    Heading,
    Image,
    ListItem,
    Mark,
    OrderedList,
    Paragraph,
    Text,
    to_json,
)
from editorial.document.validate import InvalidDocument, validate
from tests.pure.document.trees import PICTURE, bodies, body, paragraph

EM, STRONG = Mark("em"), Mark("strong")
LINK = Mark("link", "https://a.example/x_(y)?a=1&copy=2")


def read(text: str) -> Doc:
    number = count(1)
    return from_markdown(text, None, lambda: f"n{next(number)}")


def lines(text: str) -> list[str]:
    return plain(read(text)).text.split("\n")


def kinds(text: str) -> list[str]:
    return [type(block).__name__ for block in read(text).content]


@settings(max_examples=150, deadline=None)
@given(bodies)
def test_every_tree_comes_back_from_its_markdown(tree: Doc) -> None:
    assert from_markdown(to_markdown(tree), tree) == tree


fragments = st.sampled_from(
    [
        "\n", "\n\n", " ", "  \n", "\\\n", "- ", "> ", "1. ", "## ", "**", "_", "*", "[", "\\",
        "\t", "](https://a.example)", "](javascript:x)", "![", f"]({PICTURE})", "&#9;", "&#10;",
        "\r\n", "    ", "```", "<b>", "word", "\x00", "\ud800", "\u2028", "---",
    ]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(st.text(max_size=8), fragments), max_size=25).map("".join))
def test_anything_typed_becomes_a_valid_text(typed: str) -> None:
    tree = from_markdown(typed)
    assert validate(to_json(tree)) == tree
    assert from_markdown(to_markdown(tree), tree) == tree


@settings(max_examples=80, deadline=None)
@given(st.lists(st.text(alphabet="abZé09 .,;“”'\"’–!?()", max_size=30), max_size=6))
def test_no_word_of_plain_prose_is_lost(typed: list[str]) -> None:
    text = "\n".join(f"x {line.strip()}" for line in typed)
    said = [re.sub(" +", " ", line).strip() for line in typed]
    assert [re.sub(" +", " ", line).strip() for line in lines(text)] == (
        ["x " + line if line else "x" for line in said] or [""]
    )


def test_it_reads_as_a_person_would_write_it() -> None:
    tree = body(
        paragraph("p1", "He said: “We ", Text("must", (EM,)), " on,” ", Text("left", (STRONG,))),
        Heading("h", 3, (Text("The vote"),)),
        paragraph("p3", Text("A report", (LINK,)), " says", HardBreak(), "so."),
        Blockquote("q", (paragraph("qp", "One"), paragraph("qq", "two"))),
        BulletList(
            "u",
            (
                ListItem(
                    "i",
                    (
                        paragraph("ip", "a"),
                        BulletList("v", (ListItem("w", (paragraph("wp", "b"),)),)),
                    ),
                ),
                ListItem("j", (paragraph("jp", "c"), paragraph("jq", "d"))),
            ),
        ),
        OrderedList("o", (ListItem("k", (paragraph("kp", "e"),)),), 9),
        Image("m", PICTURE, "The bridge", "At dawn", "A. Kaya"),
    )
    assert to_markdown(tree) == (
        "He said: “We _must_ on,” **left**\n\n"
        "### The vote\n\n"
        "[A report](https://a.example/x\\_\\(y\\)?a=1&copy=2) says\\\nso.\n\n"
        "> One\n>\n> two\n\n"
        "- a\n  - b\n- c\n\n  d\n\n"
        "9. e\n\n"
        f'![The bridge]({PICTURE} "At dawn | A. Kaya")'
    )


def test_a_pasted_text_has_a_paragraph_a_line() -> None:
    pasted = '"We stay," she said.\nShe went on: "... as we’ve said."\n\nThe end – for now.'
    assert lines(pasted) == [
        '"We stay," she said.',
        'She went on: "... as we’ve said."',
        "The end – for now.",
    ]


def test_a_lone_dash_does_not_swallow_the_line_below() -> None:
    assert kinds("Politics\n-\nThe minister met her colleague.\nMore") == [
        "Paragraph",
        "BulletList",
        "Paragraph",
        "Paragraph",
    ]


@pytest.mark.parametrize(
    "typed",
    [
        "a\n---",
        "a\n===",
        "***",
        "```\ncode\n```",
        "`code`",
        "<b>bold</b>",
        "<https://a.example>",
        "[x]: https://a.example",
        "[x](javascript:alert(1))",
        "[x](/local)",
        "[x]()",
        "![x](https://a.example/x.png",
        '"quotes" -- (c) ...',
        "- ![x](" + PICTURE + ")",
        "#hashtag",
        "1.5 percent",
        "-5 degrees",
        "snake_case_word",
        "5 * 3 * 2",
        "end\\",
        "AT&T &c",
    ],
)
def test_what_has_no_node_stays_as_typed(typed: str) -> None:
    assert "\n".join(lines(typed)) == typed.removeprefix("- ")


def test_lines_indented_by_a_pasting_are_paragraphs() -> None:
    assert read("    one\n\t two") == body(paragraph("n1", "one"), paragraph("n2", "two"))


@pytest.mark.parametrize("end", ["\\", "  ", "   "])
def test_a_backslash_or_two_spaces_break_the_line_within_its_paragraph(end: str) -> None:
    assert read(f"one{end}\n two") == body(paragraph("n1", "one", HardBreak(), "two"))


@pytest.mark.parametrize("end", ["\\\\", " ", ""])
def test_other_line_ends_begin_a_paragraph(end: str) -> None:
    assert len(read(f"one{end}\ntwo").content) == 2


def test_a_break_before_a_blank_line_breaks_nothing() -> None:
    assert lines("one  \n\ntwo") == ["one", "two"]


def test_a_lone_backslash_is_an_empty_line() -> None:
    assert read("a\n\n\\\n\nb") == body(paragraph("n1", "a"), paragraph("n2"), paragraph("n3", "b"))
    assert to_markdown(body("a", "", "b")) == "a\n\n\\\n\nb"


def test_an_empty_body_is_an_empty_text() -> None:
    assert to_markdown(EMPTY_BODY) == ""
    assert from_markdown(" \n\n", EMPTY_BODY) == EMPTY_BODY


def test_a_quote_ends_with_its_last_marked_line() -> None:
    assert kinds("> a\n> b\nc") == ["Blockquote", "Paragraph"]


def test_a_list_ends_with_the_first_line_that_is_not_indented() -> None:
    assert kinds("- a\nb") == ["BulletList", "Paragraph"]


def test_heading_levels_stay_within_the_schema() -> None:
    headings = [block for block in read("# a\n###### b").content if isinstance(block, Heading)]
    assert [heading.level for heading in headings] == [2, 4]


def test_a_heading_in_a_quote_becomes_a_paragraph_and_a_quote_in_a_quote_its_lines() -> None:
    assert read("> ## a\n> > b\n> - c") == Doc(
        (
            Blockquote(
                "n1",
                (
                    paragraph("n2", "a"),
                    paragraph("n3", "b"),
                    BulletList("n4", (ListItem("n5", (paragraph("n6", "c"),)),)),
                ),
            ),
        )
    )


def test_a_list_in_a_list_gets_the_line_it_hangs_from() -> None:
    assert read("- - a") == Doc(
        (
            BulletList(
                "n1",
                (
                    ListItem(
                        "n2",
                        (
                            Paragraph("n3"),
                            BulletList("n4", (ListItem("n5", (paragraph("n6", "a"),)),)),
                        ),
                    ),
                ),
            ),
        )
    )


@pytest.mark.parametrize(
    ("typed", "caption", "credit"),
    [
        ("", "", ""),
        (' "At dawn"', "At dawn", ""),
        (' "At dawn | A. Kaya"', "At dawn", "A. Kaya"),
        (' "At dawn|A. Kaya"', "At dawn", "A. Kaya"),
        (' " | A. Kaya"', "", "A. Kaya"),
        (' "“a” \\"b\\" \\| c | d | e"', '“a” "b" | c', "d | e"),
    ],
)
def test_a_picture_has_its_caption_and_credit_in_its_title(
    typed: str, caption: str, credit: str
) -> None:
    assert read(f"![x \\] y]({PICTURE}{typed})").content == (
        Image("n1", PICTURE, "x ] y", caption, credit),
    )


def test_entities_that_stand_for_controls_become_spaces() -> None:
    assert lines("a&#10;b&Tab;c") == ["a b c"]


def test_controls_are_dropped() -> None:
    assert lines("a\x00b\ud800c\x9d\ufffe") == ["abc"]


def test_every_kind_of_newline_ends_a_line() -> None:
    assert lines("a\r\nb\rc\u2028d\x85e\vf") == ["a", "b", "c", "d", "e", "f"]


@pytest.mark.parametrize(
    "typed",
    ["> " * 500 + "x", "- " * 500 + "x", "x" * 6_000_001, "\n".join("x" * 11_000), "a\n" * 500_000],
)
def test_what_is_over_the_limits_is_refused(typed: str) -> None:
    with pytest.raises(InvalidDocument):
        from_markdown(typed)


@pytest.mark.parametrize("typed", ["[", "]", "*a", "_*", "![", "](", "&", "\\", "`", "[a](", "<"])
def test_no_pattern_takes_long(typed: str) -> None:
    from_markdown(typed * 3_000)


class TestIds:
    before = body(
        "The first paragraph stands here.",
        "The second one speaks of bridges.",
        "The third is about the vote.",
        BulletList(
            "u",
            (
                ListItem("i", (paragraph("ip", "apples and pears"),)),
                ListItem("j", (paragraph("jp", "plums and cherries"),)),
            ),
        ),
    )

    def after(self, old: str, new: str) -> list[str]:
        text = to_markdown(self.before)
        assert old in text
        number = count(1)
        tree = from_markdown(text.replace(old, new), self.before, lambda: f"n{next(number)}")
        return [block.id for block in tree.content]

    def test_unchanged_blocks_keep_theirs(self) -> None:
        assert self.after("apples", "apples") == ["p1", "p2", "p3", "u"]

    def test_a_changed_block_keeps_its_own(self) -> None:
        assert self.after("bridges", "tunnels") == ["p1", "p2", "p3", "u"]

    def test_a_block_rewritten_whole_keeps_that_of_the_one_it_replaced(self) -> None:
        assert self.after("The second one speaks of bridges.", "Nothing alike!") == [
            "p1",
            "p2",
            "p3",
            "u",
        ]

    def test_an_inserted_block_gets_a_new_one(self) -> None:
        assert self.after("The third", "Something new.\n\nThe third") == [
            "p1",
            "p2",
            "n1",
            "p3",
            "u",
        ]

    def test_a_deleted_block_takes_its_own_along(self) -> None:
        assert self.after("The second one speaks of bridges.\n\n", "") == ["p1", "p3", "u"]

    def test_moved_blocks_keep_theirs_even_when_changed(self) -> None:
        moved = "The third is about the vote.\n\nThe first paragraph stands here again."
        tree = from_markdown(moved, self.before)
        assert [block.id for block in tree.content] == ["p3", "p1"]

    def test_one_half_of_a_split_block_keeps_its_own(self) -> None:
        ids = self.after("speaks of", "speaks of.\n\nNext")
        assert ids == ["p1", "p2", "n1", "p3", "u"]

    def test_equal_blocks_each_keep_their_own(self) -> None:
        before = body("same", "same", "same")
        tree = from_markdown("same\nsame", before)
        assert len({block.id for block in tree.content}) == 2

    def test_items_of_a_changed_list_keep_theirs(self) -> None:
        text = to_markdown(self.before).replace("- apples", "- new thing\n- apples")
        tree = from_markdown(text, self.before, lambda: "fresh" + str(next(self.numbers)))
        bullets = tree.content[3]
        assert isinstance(bullets, BulletList)
        assert [item.id for item in bullets.content] == ["fresh1", "i", "j"]
        assert [item.content[0].id for item in bullets.content] == ["fresh2", "ip", "jp"]

    numbers = count(1)

    def test_a_paragraph_that_becomes_a_list_item_keeps_its_own(self) -> None:
        tree = from_markdown("- The second one speaks of bridges.", self.before)
        assert plain(tree).ids == ("p2",)

    def test_a_block_of_another_kind_gets_a_new_one(self) -> None:
        assert self.after("The third is", "## The third is")[2] == "n1"

    def test_a_new_id_is_none_that_was_ever_there(self) -> None:
        offered = iter(["headline", "p1", "p2", "fresh"])
        tree = from_markdown("other", body("one", "two", "three"), lambda: next(offered))
        assert tree.content[0].id == "fresh"

    def test_random_ids_are_proper(self) -> None:
        tree = from_markdown("\n".join("abcdefgh" * 50))
        assert len({block.id for block in tree.content}) == 400
        validate(to_json(tree))

    @settings(max_examples=60, deadline=None)
    @given(bodies, bodies)
    def test_ids_are_unique_whatever_came_before(self, before: Doc, after: Doc) -> None:
        tree = from_markdown(to_markdown(after), before)

        def strip(node: Any) -> Any:
            if isinstance(node, Text | HardBreak):
                return node
            changes: dict[str, Any] = {} if isinstance(node, Doc) else {"id": ""}
            if not isinstance(node, Image):
                changes["content"] = tuple(strip(child) for child in node.content)
            return dataclasses.replace(node, **changes)

        assert strip(tree) == strip(after)
