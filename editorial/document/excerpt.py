"""A stretch of a text around the words that a search found, those words apart."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from editorial.document.fold import fold

WORD = re.compile(r"\w+")
LENGTH = 220
BEFORE = 60


@dataclass(frozen=True, slots=True)
class Piece:
    """Some of the text; ``found``: it is a word that was looked for."""

    text: str
    found: bool = False


def excerpt(text: str, words: Collection[str], length: int = LENGTH) -> tuple[Piece, ...]:
    """About ``length`` letters around the first of ``words``, which are folded; none where none of
    them stands in it."""
    text = " ".join(text.split())
    hits = [match.span() for match in WORD.finditer(text) if fold(match.group()) in words]
    if not hits:
        return ()
    first, last = hits[0]
    # A word is shown whole, also where no space lies near it.
    start = min(_word_start(text, max(first - BEFORE, 0)), first)
    end = max(_word_end(text, start + length), last)
    pieces = [Piece("… ")] if start else []
    at = start
    for first, last in hits:
        if last > end:
            break
        if first > at:
            pieces.append(Piece(text[at:first]))
        pieces.append(Piece(text[first:last], found=True))
        at = last
    if at < end:
        pieces.append(Piece(text[at:end]))
    if end < len(text):
        pieces.append(Piece(" …"))
    return tuple(pieces)


def _word_start(text: str, at: int) -> int:
    """``at``, or the beginning of the next word where it lies within one."""
    if at == 0:
        return 0
    space = text.find(" ", at - 1)
    return at if space < 0 else space + 1


def _word_end(text: str, at: int) -> int:
    """``at``, or the end of the word before where it lies within one."""
    if at >= len(text):
        return len(text)
    space = text.rfind(" ", 0, at + 1)
    return at if space <= 0 else space
