"""The words of a document as a person reads them, and not as they were laid out.

Read in the bounded process: the letters are an outsider's. Each of them is looked at a few times,
whatever the others are.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)
# A word begins where no letter is before it, so that a long one is not tried from each of its own.
_WORD = r"(?<![^\W\d_])([^\W\d_]+)"
_PARTED = re.compile(rf"{_WORD}(?:-|\u00ad)\n([^\W\d_]+)")
_COMPOUND = re.compile(rf"{_WORD}-(?=([^\W\d_]+))")
_UNSEEN = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff]")


def readable_pages(drawn: str, pages: list[int]) -> tuple[str, list[int]]:
    """Each page made readable, and where each begins in what they are now."""
    pieces = [readable(drawn[start:stop]) for start, stop in _stretches(drawn, pages)]
    offsets, length = [], 0
    for piece in pieces:
        offsets.append(length)
        length += len(piece)
    return "".join(pieces), offsets if pages else []


def readable(text: str) -> str:
    """Ligatures as letters, words whole that a line's end had parted, nothing unseen."""
    text = _UNSEEN.sub("", text.translate(LIGATURES).replace("\r\n", "\n").replace("\r", "\n"))
    compounds = sorted({f"{one[1]}-{one[2]}" for one in _COMPOUND.finditer(text)})

    def join(parted: re.Match[str]) -> str:
        first, second = parted[1], parted[2]
        compound = f"{first}-{second}"
        at = bisect_left(compounds, compound)
        # A compound keeps its hyphen: it stands elsewhere with it, or goes on with a capital.
        if second[0].isupper() or (at < len(compounds) and compounds[at].startswith(compound)):
            return compound
        return first + second

    return _PARTED.sub(join, text).replace("\u00ad", "")


def _stretches(text: str, pages: list[int]) -> Iterator[tuple[int, int]]:
    starts = pages or [0]
    yield from zip(starts, [*starts[1:], len(text)], strict=True)
