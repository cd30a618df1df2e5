"""Words that say how exact a number is: "nearly", "up to", "at least"."""

from collections.abc import Sequence

from editorial.quotes.lexicon import Lexicon
from editorial.quotes.lexicon.entry import words
from editorial.quotes.numerals import number_value

_OVER = words(
    "more less fewer than over under about around nearly almost up to at least most well roughly "
    "mehr weniger als über ueber unter fast rund knapp bis mindestens höchstens hoechstens ab "
    "более менее свыше около почти больше меньше чем понад більше менше майже близько plus moins "
    "de près environ presque más menos casi cerca que yaklaşık fazla aşkın təxminən"
)
_AT_MOST = (
    "up to",
    "at most",
    "no more than",
    "not more than",
    "less than",
    "fewer than",
    "under",
    "below",
    "bis zu",
    "unter",
    "kadar",
    "en fazla",
    "не более",
    "не більше",
)
_AT_LEAST = (
    "at least",
    "no less than",
    "no fewer than",
    "not less than",
    "more than",
    "over",
    "above",
    "über",
    "mindestens",
    "üzerindeki",
    "üzerinde",
    "en az",
    "не менее",
    "не менше",
)


def lower_or_upper(keys: Sequence[str]) -> int:
    """1 where the words set a number a lower bound, -1 an upper one, 0 none or both."""
    said = f" {' '.join(keys)} "
    low = any(f" {entry} " in said for entry in _AT_LEAST)
    high = any(f" {entry} " in said for entry in _AT_MOST)
    return int(low) - int(high)


def bounds(keys: Sequence[str], following: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether the words only say how exact the number behind them is: "nearly", "more than"."""
    if not following or not set(keys) <= _OVER:
        return False
    return following[0][:1].isdecimal() or number_value(following[0], lexicon.language) is not None
