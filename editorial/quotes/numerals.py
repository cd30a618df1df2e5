"""Numbers as figures: number words, thousands and decimals, scales."""

import re
from functools import lru_cache

from editorial.quotes.folding import fold
from editorial.quotes.lexicon import Lexicon, lexicon_for

_LONGEST_FIGURE = 15  # digits that a float holds
_LONGEST_COMPOUND = 60
_SHORTEST_COMPOUND = 6
_LARGEST_SCALE = 10**15
_GAP = re.compile(r"[\s\-‐‑]*\Z")


def number_value(key: str, language: str) -> float | None:
    """The value of one token, where it is a number word or figures; None otherwise."""
    numbers, _, _ = _values(lexicon_for(language).language)
    if key in numbers:
        return float(numbers[key])
    if key[:1].isdecimal():
        try:
            return float(key)
        except ValueError:
            return None
    return _compound(key) if language.startswith("de") else None


def is_numeric(key: str, language: str) -> bool:
    """Whether a token may be part of a figure, and so needs ``merge_numbers``."""
    numbers, scales, _ = _values(language)
    if key in numbers or key in scales or key[0].isdecimal():
        return True
    return language == "de" and len(key) > _SHORTEST_COMPOUND and _compound(key) is not None


def merge_numbers(
    text: str, lexicon: Lexicon, keys: list[str], starts: list[int], ends: list[int]
) -> None:
    """Write number words as one figure, in place: "four hundred and six" becomes 406."""
    code = lexicon.language
    numbers, scales, _ = _values(code)
    german = code == "de"
    size = len(keys)
    # Nothing before the first number needs a look, and most stretches hold few.
    read = write = next(
        (i for i, key in enumerate(keys) if german or key in numbers or key[0].isdecimal()), size
    )
    while read < size:
        key = keys[read]
        if read + 2 < size and starts[read + 1] == ends[read + 1] and keys[read + 2] in scales:
            # "$1 trillion": the sign's word comes after the scale, as it is spoken.
            keys[read + 1], keys[read + 2] = keys[read + 2], keys[read + 1]
            starts[read + 1], starts[read + 2] = starts[read + 2], ends[read + 2]
            ends[read + 1] = ends[read + 2]
        taken = 0
        figure = ""
        if (
            key in numbers
            or key[0].isdecimal()
            or (german and len(key) > _SHORTEST_COMPOUND and _compound(key) is not None)
        ):
            figure, taken = _number_at(text, code, keys, starts, ends, read)
        if taken:
            keys[write], starts[write], ends[write] = figure, starts[read], ends[read + taken - 1]
            read += taken
        else:
            keys[write], starts[write], ends[write] = key, starts[read], ends[read]
            read += 1
        write += 1
    del keys[write:], starts[write:], ends[write:]


def figure(digits: str, language: str) -> str:
    """Figures without marks of thousands, with a point before decimals."""
    thousands, decimal = (",", ".") if language == "en" else (".", ",")
    if ":" in digits:
        # 17:20 is printed 17.20 too.
        return digits.replace(":", ".")
    if re.fullmatch(
        rf"\d{{1,3}}(?:{re.escape(thousands)}\d{{3}})+(?:{re.escape(decimal)}\d+)?", digits
    ):
        digits = digits.replace(thousands, "")
    return digits.replace(",", ".")


def times(value: str, scale: int) -> str:
    """A figure times "million" or its like; as it is where it is too long to count."""
    if len(value) > _LONGEST_FIGURE:
        return value
    try:
        product = float(value) * scale
    except ValueError:
        return value
    return str(int(product)) if product == int(product) else repr(product)


@lru_cache(maxsize=16)
def _values(language: str) -> tuple[dict[str, int], dict[str, int], frozenset[str]]:
    lexicon = lexicon_for(language)
    return (
        {fold(k, language): v for k, v in lexicon.numbers.items()},
        {fold(k, language): v for k, v in lexicon.scales.items()},
        frozenset(fold(k, language) for k in lexicon.joiners),
    )


def _number_at(
    text: str, code: str, keys: list[str], starts: list[int], ends: list[int], at: int
) -> tuple[str, int]:
    numbers, scales, joiners = _values(code)

    def beside(left: int, right: int) -> bool:
        return right < len(keys) and _GAP.match(text[ends[left] : starts[right]]) is not None

    key = keys[at]
    halved = code == "en" and tuple(keys[at + 1 : at + 4]) == ("and", "a", "half")
    if halved and (key in numbers or key[0].isdecimal()) and beside(at + 2, at + 3):
        # "Two and a half million".
        half = f"{numbers.get(key, key)}.5"
        if beside(at + 3, at + 4) and keys[at + 4] in scales:
            return times(half, scales[keys[at + 4]]), 5
        return half, 4
    if key[0].isdecimal():
        if beside(at, at + 1) and keys[at + 1] in scales:
            return times(key, scales[keys[at + 1]]), 2
        return key, 1
    compound = _compound(key) if code == "de" else None
    if key not in numbers:
        return (str(int(compound)), 1) if compound is not None else ("", 0)
    total, current = 0, numbers[key]
    last = at
    ceiling = _LARGEST_SCALE
    while True:
        following = last + 1
        if (
            beside(last, following)
            and keys[following] in joiners
            and beside(following, following + 1)
            and (current >= 100 or total or (code in ("es", "fr") and current % 10 == 0))
            and keys[following + 1] in numbers
        ):
            following += 1
        elif not beside(last, following):
            break
        word = keys[following]
        if word in scales and current and scales[word] < ceiling:
            if scales[word] == 100 and current < 100:
                current *= 100
            elif scales[word] > 100:
                ceiling = scales[word]
                total, current = total + current * ceiling, 0
            else:
                break
        elif word in numbers and _fits(current, numbers[word], total, turkic=code in ("tr", "az")):
            current += numbers[word]
        else:
            break
        last = following
    value = total + current
    # A lone "one" is as often a pronoun or an article as a number.
    if last == at and value == 1:
        return key, 1
    return str(value), last - at + 1


def _fits(current: int, value: int, total: int, *, turkic: bool) -> bool:
    if current == 0:
        return bool(total)
    if current % 100 == 0:
        return value < 100
    least = 10 if turkic else 20
    return least <= current % 100 <= 90 and current % 10 == 0 and 0 < value < 10


@lru_cache(maxsize=20_000)
def _compound(word: str) -> float | None:
    """The value of a German number written as one word: "vierhundertsechs"."""
    if len(word) > _LONGEST_COMPOUND:
        return None
    numbers = _values("de")[0]
    if word in numbers:
        return float(numbers[word])
    for scale, value in (("tausend", 1000), ("hundert", 100)):
        if scale in word:
            left, _, right = word.partition(scale)
            high = 1.0 if left in ("", "ein") else _compound(left)
            low = 0.0 if not right else _compound(right.removeprefix("und"))
            return None if high is None or low is None else high * value + low
    if "und" in word:
        left, _, right = word.partition("und")
        unit = 1.0 if left == "ein" else _compound(left)
        ten = numbers.get(right)
        if unit is not None and unit < 10 and ten is not None and ten >= 20:
            return ten + unit
    return None
