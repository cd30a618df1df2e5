"""A headline's quote that is cut from one of the story."""

from collections.abc import Sequence

from editorial.quotes.quotation import Quotation
from editorial.quotes.tokens import tokenise


def from_body(headline: Quotation, body: Sequence[Quotation]) -> Quotation | None:
    """The quotation of the story that the headline's words, three or more, are a run of."""
    for quotation in body:
        language = quotation.language
        mine = tokenise(headline.text, language).keys
        theirs = tokenise(quotation.text, language).keys
        if len(mine) >= _LEAST and _stands_in(mine, theirs):
            return quotation
    return None


_LEAST = 3


def _stands_in(part: Sequence[str], whole: Sequence[str]) -> bool:
    size = len(part)
    return any(tuple(whole[i : i + size]) == tuple(part) for i in range(len(whole) - size + 1))
