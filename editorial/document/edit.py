"""Other words in one place of a text; everything else stays as it is."""

from dataclasses import replace
from typing import Any

from editorial.document.content import Content
from editorial.document.schema import (
    HEADLINE_ID,
    SUMMARY_ID,
    Doc,
    HardBreak,
    Heading,
    Identified,
    Image,
    Inline,
    Mark,
    Paragraph,
    Text,
    inline,
)


def replace_words(content: Content, block: str, start: int, end: int, words: str) -> Content:
    """``content`` with ``words`` for code points ``start`` to ``end`` of the block. They take on
    the form of the first letter they replace, inserted ones that of the letter before them."""
    if block == HEADLINE_ID:
        return replace(content, headline=_cut(content.headline, start, end, words))
    if block == SUMMARY_ID:
        return replace(content, summary=_cut(content.summary, start, end, words))
    return replace(
        content,
        body=Doc(tuple(_within(child, block, start, end, words) for child in content.body.content)),
    )


def insertion(text: str, at: int, words: str) -> str:
    """``words`` with the space that keeps them apart from what stands before and after ``at``."""
    before = " " if at and text[at - 1].isalnum() and words[:1].isalnum() else ""
    after = " " if at < len(text) and text[at].isalnum() and words[-1:].isalnum() else ""
    return f"{before}{words}{after}"


def deletion(text: str, start: int, end: int) -> tuple[int, int]:
    """The range with one of the two spaces that would be left side by side, or at an end."""
    spaced_before = start > 0 and text[start - 1] == " "
    spaced_after = end < len(text) and text[end] == " "
    if spaced_after and (spaced_before or start == 0):
        return start, end + 1
    if spaced_before and (end == len(text) or not text[end].isalnum()):
        return start - 1, end
    return start, end


def _within(node: Identified, block: str, start: int, end: int, words: str) -> Any:
    """The node, of the same kind, with the words in it."""
    if isinstance(node, Paragraph | Heading):
        if node.id != block:
            return node
        return replace(node, content=_in_line(node.content, start, end, words))
    if isinstance(node, Image):
        if node.id != block:
            return node
        return replace(node, caption=_cut(node.caption, start, end, words))
    children = tuple(_within(child, block, start, end, words) for child in node.content)
    return replace(node, content=children)  # type: ignore[arg-type]  # each of its own kind


def _in_line(items: tuple[Inline, ...], start: int, end: int, words: str) -> tuple[Inline, ...]:
    marks: tuple[Mark, ...] = ()
    before: list[Inline] = []
    after: list[Inline] = []
    at = 0
    for item in items:
        size = 1 if isinstance(item, HardBreak) else len(item.text)
        low, high = max(start - at, 0), max(end - at, 0)
        if isinstance(item, HardBreak):
            if at < start:
                before.append(item)
            elif at >= end:
                after.append(item)
        else:
            before.append(Text(item.text[:low], item.marks))
            after.append(Text(item.text[high:], item.marks))
            # What is only inserted goes on where the letter before it left off.
            letter = start - 1 if start == end and start else start
            if at <= letter < at + size:
                marks = item.marks
        at += size
    return inline((*before, Text(words, marks), *after))


def _cut(text: str, start: int, end: int, words: str) -> str:
    return text[:start] + words + text[end:]
