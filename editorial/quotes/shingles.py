"""The words of a text as numbers: one hash and one character offset a word, without a loop.

A word's hash is a polynomial over its letters, folded for case and for composed or decomposed
accents, so that ``É``, ``é`` and ``e`` + U+0301 are one letter while ``й``, ``ї``, ``ş``, ``ç``
and ``ö`` stay what they are. Apostrophes belong to a word and are all alike; every other mark
parts words. Scripts that write no spaces (Han, Kana, Thai, …) have one word a letter.

The hash only proposes places. Whether the words are the same is for the check to say.
"""

import unicodedata
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

CHUNK = 1 << 15
"""Characters hashed at a time: small enough for the tables of a step to stay in the cache."""

APOSTROPHES = "'’‘ʼ`´＇′ʹ"
# Readers write these either way; й, ї and their like are letters of their own and not here.
ALIKE = {"ı": "i", "ё": "е", "Ё": "е"}
DOT_ABOVE = "\u0307"  # what is left of İ when its case is folded

_SEPARATOR, _LETTER, _APOSTROPHE, _SILENT, _SOLO = range(5)
_SPELT = (*range(0x3100), *range(0xF900, 0x10000))  # read from Unicode one by one
_SPACELESS = (
    *((0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF)),  # Thai and Lao, Myanmar, Khmer
    *((0x3005, 0x3007), (0x3041, 0x30FF), (0x3100, 0xABFF), (0xF900, 0xFAFF)),
)
_HANGUL = slice(0xAC00, 0xD7A4)
_ODD = np.uint64(0x9E3779B97F4A7C15)
_LONGEST_FOLD = 3


@dataclass(frozen=True, slots=True)
class Words:
    """``hashes[i]`` (uint64) is the word that begins at character ``starts[i]`` (int64)."""

    hashes: NDArray[np.uint64]
    starts: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class _Letters:
    """By code point of the first plane: what it is, its number, and how many letters it folds to.

    ``powers[i]`` and ``inverses[i]`` are the base of the polynomial to the i and to the -i.
    """

    kind: NDArray[np.uint8]
    number: NDArray[np.uint64]
    advance: NDArray[np.uint8]
    powers: NDArray[np.uint64]
    inverses: NDArray[np.uint64]


def words(text: str) -> Words:
    """Every word of ``text`` in order. Linear in its length; raises for no text."""
    hashes = []
    starts = []
    begin = 0
    while begin < len(text):
        end = _cut(text, begin)
        raw, at = _words_of_chunk(text[begin:end])
        hashes.append(_mixed(raw))
        starts.append(at + begin)
        begin = end
    if not hashes:
        return Words(np.zeros(0, np.uint64), np.zeros(0, np.int64))
    return Words(np.concatenate(hashes), np.concatenate(starts))


def _cut(text: str, begin: int) -> int:
    """Where the chunk that starts at ``begin`` ends: behind a space, if it has one."""
    end = begin + CHUNK
    if end >= len(text):
        return len(text)
    space = max(text.rfind(" ", begin, end), text.rfind("\n", begin, end))
    return space + 1 if space >= begin else end


def _words_of_chunk(chunk: str) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    letters = _letters()
    points = np.frombuffer(chunk.encode("utf-32-le", "surrogatepass"), "<u4")
    if points.max() > 0xFFFF:
        # Beyond the first plane a letter borrows one of the 2,048 places of the surrogates.
        points = np.where(points > 0xFFFF, 0xD800 + (points & 0x7FF), points)
    kind = letters.kind.take(points)
    advance = letters.advance.take(points)
    inside = (kind == _LETTER) | (kind >= _SILENT)
    before = np.zeros_like(inside)
    before[1:] = inside[:-1]
    apostrophe = kind == _APOSTROPHE
    apostrophe &= before
    apostrophe[:-1] &= inside[1:]
    apostrophe[-1] = False
    inside |= apostrophe
    before[1:] = inside[:-1]
    begins = inside & ~before
    special = bool((kind >= _SILENT).any())
    if special:
        solo = kind == _SOLO
        begins |= solo
        begins[1:] |= solo[:-1] & (kind[1:] == _LETTER)
    starts = np.flatnonzero(begins)
    if not len(starts):
        return np.zeros(0, np.uint64), starts
    numbers = letters.number.take(points)
    if (advance == 1).all():
        numbers *= letters.powers[: len(points)]
        unshift = letters.inverses.take(starts)
    else:
        places = np.cumsum(advance, dtype=np.int64) - advance
        numbers *= letters.powers.take(places)
        unshift = letters.inverses.take(places.take(starts))
    sums = np.zeros(len(points) + 1, np.uint64)
    np.cumsum(numbers, out=sums[1:])
    totals = sums.take(np.append(starts, len(points)))
    raw = (totals[1:] - totals[:-1]) * unshift
    if special:  # a run of nothing but silent signs is no word
        voiced = np.append(0, np.cumsum((kind == _LETTER) | solo))
        spoken = np.diff(voiced.take(np.append(starts, len(points)))) > 0
        return raw[spoken], starts[spoken]
    return raw, starts


def _mixed(raw: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Spread each value over all 64 bits (the finaliser of splitmix64, Steele et al. 2014)."""
    mixed = raw.astype(np.uint64)
    mixed ^= mixed >> np.uint64(30)
    mixed *= np.uint64(0xBF58476D1CE4E5B9)
    mixed ^= mixed >> np.uint64(27)
    mixed *= np.uint64(0x94D049BB133111EB)
    mixed ^= mixed >> np.uint64(31)
    return mixed


@cache
def _letters() -> _Letters:
    number = _mixed((np.arange(0x10000, dtype=np.uint64) + np.uint64(1)) * _ODD)
    number[ord(DOT_ABOVE)] = 0
    base = number.copy()
    kind = np.zeros(0x10000, np.uint8)
    advance = np.ones(0x10000, np.uint8)
    for point in _SPELT:
        sign = chr(point)
        kind[point] = _kind(sign)
        if kind[point] == _SILENT:
            advance[point] = 0
    kind[0xD800:0xE000] = _SOLO
    for first, last in _SPACELESS:
        kind[first : last + 1][kind[first : last + 1] != _SILENT] = _SOLO
    for point in _SPELT:
        if kind[point] in (_LETTER, _SOLO):
            number[point], advance[point] = _folded(chr(point), base)
        elif unicodedata.category(chr(point)) == "Cf":
            number[point] = 0
    kind[_HANGUL] = _LETTER
    number[_HANGUL], advance[_HANGUL] = _syllables(base)
    number[(kind == _SEPARATOR) | (kind == _APOSTROPHE)] = 0
    powers = np.ones(CHUNK * _LONGEST_FOLD + 1, np.uint64)
    powers[1:] = _ODD
    inverses = np.ones_like(powers)
    inverses[1:] = pow(int(_ODD), -1, 1 << 64)
    return _Letters(kind, number, advance, np.cumprod(powers), np.cumprod(inverses))


def _kind(sign: str) -> int:
    if sign in APOSTROPHES:
        return _APOSTROPHE
    category = unicodedata.category(sign)
    if category[0] == "M" or category == "Cf":
        return _SILENT
    return _LETTER if category[0] in "LN" else _SEPARATOR


def _syllables(base: NDArray[np.uint64]) -> tuple[NDArray[np.uint64], NDArray[np.uint8]]:
    """The syllables of Hangul as their two or three letters (Unicode 15, section 3.12)."""
    at = np.arange(_HANGUL.stop - _HANGUL.start)
    number = base[0x1100 + at // 588] + base[0x1161 + at % 588 // 28] * _ODD
    closed = at % 28 > 0
    number[closed] += base[0x11A7 + at[closed] % 28] * _ODD * _ODD
    return number, np.where(closed, 3, 2).astype(np.uint8)


def _folded(sign: str, base: NDArray[np.uint64]) -> tuple[np.uint64, int]:
    """The number of a letter and how many letters it counts for (``ß`` is two, as ``ss`` is)."""
    parts = unicodedata.normalize("NFKD", sign)
    folded = "".join(each if _kind(each) == _SILENT else each.casefold() for each in parts)
    composed = unicodedata.normalize("NFC", folded)
    folded = unicodedata.normalize("NFD", "".join(ALIKE.get(each, each) for each in composed))
    total, advance = 0, 0
    for each in folded:
        weight = pow(int(_ODD), advance, 1 << 64)
        total += int(base[ord(each) if ord(each) < 0x10000 else 0]) * weight
        advance += unicodedata.category(each)[0] != "M"
    if advance > _LONGEST_FOLD or not advance:
        return base[ord(sign)], 1
    return np.uint64(total % (1 << 64)), advance
