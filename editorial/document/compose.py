"""A text as Markdown that reads back to the same tree."""

import re
from collections.abc import Iterable, Sequence

from markdown_it.common.utils import isMdAsciiPunct, isPunctChar, isWhiteSpace

from editorial.document.schema import (
    MAX_START,
    Block,
    Blockquote,
    BulletList,
    Doc,
    HardBreak,
    Heading,
    Image,
    Inline,
    Inner,
    ListItem,
    Mark,
    OrderedList,
    Paragraph,
    Text,
)

NOTHING = "\\"
"""A line of its own that stands for an empty one."""

SPECIAL = re.compile(r"[\\*_\[\]]|&(?=#?\w+;)")
MARKER = re.compile(r"(?:#{1,6}|[-+])(?=\s|$)|>|(\d{1,9})(?=[.)](?:\s|$))")
HREF_SPECIAL = re.compile(r"[\\()*_\[\]]|&(?=#?\w+;)")
TITLE_SPECIAL = re.compile(r'[\\"|]')
ALT_SPECIAL = re.compile(r"[\\\[\]]")


def to_markdown(body: Doc) -> str:
    """The body as Markdown: paragraphs apart by a blank line, ``\\`` at a line's end for a hard
    break, a picture as ``![alt](/pictures/… "caption | credit")``. An empty body is empty text.
    """
    if len(body.content) == 1 and body.content[0] == Paragraph(body.content[0].id):
        return ""
    return "\n".join(_blocks(body.content))


def _blocks(blocks: Iterable[Block | Inner], tight: bool = False) -> list[str]:
    lines: list[str] = []
    before: Block | Inner | None = None
    other = False
    for block in blocks:
        # Two lists of one kind in a row would be one, but for another marker.
        other = type(block) is type(before) and not other
        follows = tight and isinstance(block, BulletList | OrderedList) and lines[-1:] != [NOTHING]
        if before is not None and not follows:
            lines.append("")
        lines += _block(block, other)
        before = block
    return lines


def _block(block: Block | Inner, other: bool) -> list[str]:
    match block:
        case Paragraph():
            return _paragraph(block.content)
        case Heading():
            words = _line(block.content)
            if words.endswith("#"):
                words = f"{words[:-1]}\\#"
            return [f"{'#' * block.level} {words}".rstrip(" ")]
        case Image():
            return [_picture(block)]
        case Blockquote():
            return [f"> {line}" if line else ">" for line in _blocks(block.content)]
        case BulletList():
            return _items(block.content, ["* " if other else "- "] * len(block.content))
        case OrderedList():
            point = ")" if other else "."
            numbers = (min(block.start + n, MAX_START) for n in range(len(block.content)))
            return _items(block.content, [f"{number}{point} " for number in numbers])


def _items(items: Sequence[ListItem], markers: Sequence[str]) -> list[str]:
    lines: list[str] = []
    for item, marker in zip(items, markers, strict=True):
        first, *rest = _blocks(item.content, tight=True)
        lines.append(marker + first)
        lines += [" " * len(marker) + line if line else "" for line in rest]
    return lines


def _picture(image: Image) -> str:
    alt, caption = _escaped(ALT_SPECIAL, image.alt), _escaped(TITLE_SPECIAL, image.caption)
    title = f"{caption} | {_escaped(TITLE_SPECIAL, image.credit)}" if image.credit else caption
    return f'![{alt}]({image.src} "{title}")' if title else f"![{alt}]({image.src})"


def _escaped(special: re.Pattern[str], words: str) -> str:
    return special.sub(r"\\\g<0>", words)


def _paragraph(content: Sequence[Inline]) -> list[str]:
    lines: list[str] = []
    line: list[Text] = []
    for item in content:
        if isinstance(item, HardBreak):
            lines.append(_opening_escaped(_line(line)) + "\\")
            line = []
        else:
            line.append(item)
    return [*lines, _opening_escaped(_line(line)) or NOTHING]


def _opening_escaped(line: str) -> str:
    """The line so that it doesn't begin a heading, a list or a block quote."""
    match = MARKER.match(line)
    if not match:
        return line
    number = match[1] or ""
    return f"{number}\\{line[len(number) :]}"


def _line(content: Sequence[Inline]) -> str:
    """One line of words with their marks; no hard break in it."""
    runs = [item for item in content if isinstance(item, Text)]
    seams = [_Seam(left, right) for left, right in zip([None, *runs], [*runs, None], strict=True)]
    pieces = [seams[0].markup]
    for run, before, after in zip(runs, seams, seams[1:], strict=False):
        pieces += [_words(run.text, before.encodes_right, after.encodes_left), after.markup]
    return "".join(pieces)


def _words(text: str, first: bool, last: bool) -> str:
    start, stop = int(first), len(text) - int(last)
    if start > stop:
        return f"&#{ord(text)};"
    return (
        (f"&#{ord(text[0])};" if first else "")
        + _escaped(SPECIAL, text[start:stop])
        + (f"&#{ord(text[-1])};" if last else "")
    )


class _Seam:
    """What stands between two runs of words, and which letters beside it must be written as
    numbers for it to count.

    CommonMark's delimiters open or close only beside certain characters (spec 0.31, "left- and
    right-flanking"); a letter written ``&#97;`` ends and begins with punctuation, and a space
    written ``&#32;`` is none.
    """

    def __init__(self, left: Text | None, right: Text | None) -> None:
        old, new = left.marks if left else (), right.marks if right else ()
        shared = 0
        while shared < min(len(old), len(new)) and old[shared] == new[shared]:
            shared += 1
        closing = [_closing(mark) for mark in reversed(old[shared:])]
        opening = [_opening(mark) for mark in new[shared:]]
        self.markup = "".join(closing + opening)
        before, after = left.text[-1] if left else " ", right.text[0] if right else " "
        # The edge of a line is cut bare of spaces when it is read.
        self.encodes_left = right is None and _is_space(before) and left is not None
        self.encodes_right = left is None and _is_space(after) and right is not None
        closes = bool(closing) and closing[0] in ("_", "**")
        opens = bool(opening) and opening[-1] in ("_", "**")
        if closes and _is_space(before):
            self.encodes_left = True
        if opens and _is_space(after):
            self.encodes_right = True
        if closes and not opening and _is_letter(after):
            beside = self.encodes_left or len(closing) > 1 or not _is_letter(before)
            if closing[-1] == "_" or (closing[-1] == "**" and beside):
                self.encodes_right = True
        if opens and not closing and _is_letter(before):
            beside = self.encodes_right or len(opening) > 1 or not _is_letter(after)
            if opening[0] == "_" or (opening[0] == "**" and beside):
                self.encodes_left = True


def _opening(mark: Mark) -> str:
    return {"link": "[", "em": "_", "strong": "**"}[mark.type]


def _closing(mark: Mark) -> str:
    if mark.type == "link":
        return f"]({_escaped(HREF_SPECIAL, mark.href)})"
    return _opening(mark)


def _is_space(character: str) -> bool:
    return isWhiteSpace(ord(character))


def _is_letter(character: str) -> bool:
    """Neither space nor punctuation, as the reader sees them."""
    return not (
        isWhiteSpace(ord(character)) or isMdAsciiPunct(ord(character)) or isPunctChar(character)
    )
