"""A quote laid on a stretch of the record, and the places where the two differ."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from editorial.quotes.align import Alignment
from editorial.quotes.lexicon import Lexicon, lexicon_for
from editorial.quotes.printed import Printed
from editorial.quotes.stretch import Stretch

_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]*\s|\n")


@dataclass(frozen=True)
class Laid:
    """The quote as printed, the stretch it was laid in, and which word lies on which."""

    printed: Printed
    stretch: Stretch
    alignment: Alignment

    @cached_property
    def lexicon(self) -> Lexicon:
        return lexicon_for(self.stretch.source.language)


@dataclass(frozen=True, slots=True)
class Hunk:
    """Words ``q0:q1`` of the quote stand where the record has words ``r0:r1``."""

    q0: int
    q1: int
    r0: int
    r1: int


def hunks(alignment: Alignment, size: int) -> Iterator[Hunk]:
    """What differs, in order, between and around the words that are the same."""
    q = r = -1
    first = True
    for i in range(size + 1):
        if i < size and not alignment.same[i]:
            continue
        laid = alignment.pairs[q + 1 : i]
        known = [p for p in laid if p >= 0]
        following = alignment.pairs[i] if i < size else None
        opening = known[0] if known else (following or 0)
        r0 = opening if first else r + 1
        closing = known[-1] + 1 if known else r0
        r1 = closing if following is None else following
        if i > q + 1 or r1 > r0:
            yield Hunk(q + 1, i, r0, max(r0, r1))
        if i < size:
            q, r, first = i, alignment.pairs[i], False


def sentences(laid: Laid, hunk: Hunk) -> int:
    """How many sentences of the record end within the hunk."""
    record = laid.stretch.tokens
    begin = record.ends[hunk.r0 - 1] if hunk.r0 else record.starts[0]
    end = record.starts[hunk.r1] if hunk.r1 < len(record) else record.ends[-1]
    return len(_SENTENCE.findall(record.text, begin, end))


def heads_sentence(text: str, offset: int) -> bool:
    """Whether a sentence begins at ``offset``."""
    before = text[max(0, offset - 6) : offset].rstrip("\"'“„«(‘[ \t\u00a0–—-")
    return not before or before[-1] in ".!?…:\n"
