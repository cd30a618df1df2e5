"""Trees that the schema allows, for tests to draw from."""

import dataclasses
from itertools import count
from typing import Any, cast

from hypothesis import strategies as st

from editorial.document.schema import (
    Block,
    Blockquote,
    BulletList,
    Doc,
    HardBreak,
    Heading,
    Image,
    Inline,
    ListItem,
    Mark,
    OrderedList,
    Paragraph,
    Text,
    inline,
)

PICTURE = "/pictures/" + "ab" * 32

AWKWARD = "aZé€9 .,;:!?*_[]()<>&#\\`\"'|~=+-\u00a0\u2003“”„«»–…/{}^$%@"
letters = st.one_of(
    st.sampled_from(AWKWARD),
    st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp"), exclude_characters="\ufffe\uffff"),
)
snippets = st.sampled_from(
    [
        "&amp;", "&#42;", "1. ", "- ", "> ", "## ", " ##", "**", "__", "***", "[a](b)", "---", "\\",
        "![a](" + PICTURE + ")", "  ", "| ", "He said: “We must.”", "https://a.example/b_c_d",
        "+ a", "```", "    x", "[x]: https://a.example", "<b>", "2023. ", "===", "&#32;",
        "<!--",
    ]
)  # fmt: skip
words = st.lists(st.one_of(letters, snippets), min_size=1, max_size=8).map("".join)
labels = st.one_of(st.just(""), words)

hrefs = st.sampled_from(
    [
        "https://news.example/a_(b)?c=1&copy;=2#d*e*",
        "http://a.example",
        "mailto:desk@news.example",
        "https://ünï.example/ä_b_",
        "HTTPS://A.example/)(",
        "https://a.example/&amp;/[x]~'!",
    ]
)
marks = st.builds(
    lambda href, em, strong: tuple(
        mark
        for mark in (
            Mark("link", href) if href else None,
            Mark("em") if em else None,
            Mark("strong") if strong else None,
        )
        if mark
    ),
    st.one_of(st.none(), st.none(), hrefs),
    st.booleans(),
    st.booleans(),
)
texts = st.builds(Text, words, st.one_of(st.just(()), marks))
runs = st.lists(st.one_of(texts, texts, st.just(HardBreak())), max_size=6).map(inline)
heading_runs = st.lists(texts, max_size=4).map(inline)

paragraphs = st.builds(Paragraph, st.just("x"), runs)
headings = st.builds(Heading, st.just("x"), st.integers(2, 4), heading_runs)
images = st.builds(Image, st.just("x"), st.just(PICTURE), labels, labels, labels)


def _lists(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    items = st.lists(
        st.builds(
            lambda first, rest: ListItem("x", (first, *rest)),
            paragraphs,
            st.lists(inner, max_size=2),
        ),
        min_size=1,
        max_size=3,
    ).map(tuple)
    starts = st.one_of(st.integers(0, 12), st.just(999_999_999))
    return st.one_of(
        st.builds(BulletList, st.just("x"), items),
        st.builds(OrderedList, st.just("x"), items, starts),
    )


inner = st.recursive(paragraphs, lambda deeper: st.one_of(paragraphs, _lists(deeper)), max_leaves=4)
quotes = st.builds(Blockquote, st.just("x"), st.lists(inner, min_size=1, max_size=3).map(tuple))
blocks = st.one_of(paragraphs, headings, images, quotes, _lists(inner))


def numbered(doc: Doc, prefix: str = "b") -> Doc:
    """The same tree with every id its own."""
    number = count(1)

    def renew(node: Any) -> Any:
        if isinstance(node, Text | HardBreak):
            return node
        changes: dict[str, Any] = {}
        if not isinstance(node, Doc):
            changes["id"] = f"{prefix}{next(number)}"
        if not isinstance(node, Image):
            changes["content"] = tuple(renew(child) for child in node.content)
        return dataclasses.replace(node, **changes)

    return cast("Doc", renew(doc))


bodies: st.SearchStrategy[Doc] = st.lists(blocks, min_size=1, max_size=5).map(
    lambda content: numbered(Doc(tuple(content)))
)


def paragraph(block_id: str, *content: Inline | str) -> Paragraph:
    return Paragraph(block_id, inline(Text(i) if isinstance(i, str) else i for i in content))


def body(*content: Block | str) -> Doc:
    """A body of these blocks; a string is a paragraph with the id p1, p2, …"""
    return Doc(
        tuple(
            paragraph(f"p{number}", block) if isinstance(block, str) else block
            for number, block in enumerate(content, 1)
        )
    )
