"""What another outlet's report has in quotation marks: only that is anyone's words."""

import re
from bisect import bisect_right
from dataclasses import replace

from editorial.quotes.align import Alignment
from editorial.quotes.tokens import Tokens

_MARKED = re.compile(
    r"“[^“”\n]*”?|„[^„“”\n]*[“”]?|«[^«»\n]*»?|(?<!\w)\"[^\"\n]*\"?",
)
_STRAY = 4


def within_marks(tokens: Tokens, alignment: Alignment) -> Alignment:
    """The alignment without stray words beyond the marks that hold the most of the quote.

    Words that go on in the next marks, behind "he said", stay; so does all of it where the most
    stands in no marks at all, or where it is too much to be stray.
    """
    if alignment.first < 0:
        return alignment
    text = tokens.text
    begin = text.rfind("\n", 0, tokens.starts[alignment.first]) + 1
    spans = [match.span() for match in _MARKED.finditer(text, begin, tokens.ends[alignment.last])]
    lefts = [left for left, _ in spans]

    def marked(pair: int) -> bool:
        at = bisect_right(lefts, tokens.starts[pair]) - 1
        return at >= 0 and tokens.starts[pair] < spans[at][1]

    laid = [i for i, pair in enumerate(alignment.pairs) if pair >= 0]
    outside = {i for i in laid if not marked(alignment.pairs[i])}
    kept = sum(alignment.same) - sum(alignment.same[i] for i in outside)
    if sum(alignment.same[i] for i in outside) >= _STRAY or kept < _STRAY:
        return alignment
    return replace(
        alignment,
        pairs=tuple(-1 if i in outside else pair for i, pair in enumerate(alignment.pairs)),
        same=tuple(same and i not in outside for i, same in enumerate(alignment.same)),
    )
