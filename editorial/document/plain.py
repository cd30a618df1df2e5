"""The words of a text without their form, and the way back from a letter to its block."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from editorial.document.content import Content
from editorial.document.schema import HEADLINE_ID, SUMMARY_ID, Doc, Image, Inline, Text, leaves


@dataclass(frozen=True)
class PlainText:
    """Blocks joined by line feeds: block ``ids[i]`` begins at ``text[starts[i]]``.

    Offsets count code points. ``headline_end`` is the length of the headline where the text begins
    with one, else 0; ``body_start`` is where the body begins after headline and summary.
    """

    text: str
    ids: tuple[str, ...]
    starts: tuple[int, ...]
    headline_end: int = 0
    body_start: int = 0

    def position(self, offset: int) -> tuple[str, int] | None:
        """The block's id and the offset in it; None outside of the text.

        The line feed after a block counts as its end.
        """
        if not self.ids or not 0 <= offset <= len(self.text):
            return None
        index = bisect_right(self.starts, offset) - 1
        return self.ids[index], offset - self.starts[index]

    def offset(self, block_id: str, offset: int) -> int | None:
        """The offset in the whole text; None where there is no such block or place in it."""
        index = self._order.get(block_id)
        if index is None or not 0 <= offset <= self.stop(index) - self.starts[index]:
            return None
        return self.starts[index] + offset

    def stop(self, index: int) -> int:
        """Where the block of that index ends, its line feed excluded."""
        return self.starts[index + 1] - 1 if index + 1 < len(self.starts) else len(self.text)

    @cached_property
    def _order(self) -> dict[str, int]:
        return {block_id: index for index, block_id in enumerate(self.ids)}


def plain(body: Doc) -> PlainText:
    """A line a paragraph, heading or paragraph of a list item. Pictures have no line.

    A line's end within a paragraph becomes a space, so that a quote over it stays whole.
    """
    return _joined(_lines(body))


def story_text(content: Content) -> PlainText:
    """All that a story says, a line feed between its blocks: the headline, the summary where there
    is one, the plain body, and after it the captions of its pictures.

    The blocks of the first two are ``headline`` and ``summary``, a caption's is its picture: what
    they quote is quoted too.
    """
    before = [(HEADLINE_ID, content.headline)]
    if content.summary:
        before.append((SUMMARY_ID, content.summary))
    body_start = sum(len(words) + 1 for _, words in before)
    captions = [
        (leaf.id, leaf.caption)
        for leaf in leaves(content.body)
        if isinstance(leaf, Image) and leaf.caption
    ]
    lines = [*before, *_lines(content.body), *captions]
    return _joined(lines, len(content.headline), body_start)


def words_of(content: Iterable[Inline]) -> str:
    """The words of one block; a hard break is a space."""
    return "".join(item.text if isinstance(item, Text) else " " for item in content)


def _lines(body: Doc) -> list[tuple[str, str]]:
    return [
        (leaf.id, words_of(leaf.content)) for leaf in leaves(body) if not isinstance(leaf, Image)
    ]


def _joined(lines: list[tuple[str, str]], headline_end: int = 0, body_start: int = 0) -> PlainText:
    starts: list[int] = []
    start = 0
    for _, line in lines:
        starts.append(start)
        start += len(line) + 1
    return PlainText(
        "\n".join(line for _, line in lines),
        tuple(block_id for block_id, _ in lines),
        tuple(starts),
        headline_end,
        body_start,
    )
