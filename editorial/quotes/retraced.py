"""Where a speaker broke off and put it right: "starts -- generally starts", "10 -- 6 of them"."""

import re
from dataclasses import replace

from editorial.quotes.align import Alignment
from editorial.quotes.hunk import Hunk, Laid
from editorial.quotes.meaning import negations
from editorial.quotes.numerals import number_value
from editorial.quotes.printed import Printed
from editorial.quotes.stretch import Stretch

# A dash between figures without room around it is a range.
_BROKEN = re.compile(r"\s*--|\s+[—–-]\s|—|\s*(?:\.\.\.|…)")
_PAUSE = re.compile(r"\s*(?:--|[—–,-]|\.\.\.|…)")
_ROOM = 3
_STEM = 5
_BACK = 12
_AGAIN = 2


def is_put_right(laid: Laid, hunk: Hunk) -> bool:
    """Whether the words left out are said better right behind them."""
    record = laid.stretch.tokens
    keys = record.keys[hunk.r0 : hunk.r1]
    if not keys or hunk.r1 >= len(record):
        return False
    gap = record.text[record.ends[hunk.r1 - 1] : record.starts[hunk.r1]]
    behind = record.keys[hunk.r1 : hunk.r1 + len(keys) + _ROOM]
    if _PAUSE.match(gap) and _is_kin(keys, behind[: len(keys)]):
        return True
    if not _BROKEN.match(gap):
        return False
    code = laid.lexicon.language
    if len(keys) == 1 and number_value(keys[0], code) is not None:
        return number_value(behind[0], code) is not None
    return _holds(behind, keys) and not negations(behind, laid.lexicon) % 2 > negations(
        keys, laid.lexicon
    )


def _is_kin(keys: tuple[str, ...], behind: tuple[str, ...]) -> bool:
    """ "Historic precedent, historical precedent": the same words but for their endings."""
    return (
        len(keys) > 1
        and keys != behind
        and all(
            left == right or (len(left) > _STEM and left[:_STEM] == right[:_STEM])
            for left, right in zip(keys, behind, strict=False)
        )
        and any(left == right for left, right in zip(keys, behind, strict=False))
    )


def _holds(behind: tuple[str, ...], keys: tuple[str, ...]) -> bool:
    """Whether ``keys`` stand among ``behind``, in order."""
    rest = iter(behind)
    return all(key in rest for key in keys)


def begun_anew(printed: Printed, stretch: Stretch, alignment: Alignment) -> Alignment:
    """The alignment with a first word that stands before what was broken off: "So we're going to
    continue -- we're going to work" printed "So we're going to work"."""
    pairs, same = alignment.pairs, alignment.same
    first = next((i for i, agrees in enumerate(same) if agrees), 0)
    if not 0 < first <= _AGAIN:
        return alignment
    record = stretch.tokens
    at = pairs[first]
    head = printed.tokens.keys[:first]
    again = record.keys[at : at + _AGAIN]
    for left in range(at - 1, max(first, at - _BACK) - 1, -1):
        if record.keys[left - first : left] != head or record.keys[left : left + _AGAIN] != again:
            continue
        gap = record.text[record.ends[at - 1] : record.starts[at]]
        if left + _AGAIN <= at and _BROKEN.match(gap):
            begins = tuple(range(left - first, left))
            return replace(
                alignment, pairs=begins + pairs[first:], same=(True,) * first + same[first:]
            )
    return alignment
