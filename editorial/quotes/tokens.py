"""Canonical tokens: the words of a text in the form they are compared in, raw offsets kept.

Two texts have the same canonical tokens when style permits to print one for the other: spoken
contractions are written out, number words are figures, spelling variants take one form,
apostrophes and invisible characters are evened out, case is folded (Turkish and Azerbaijani İ and
ı by their own rule). Letters with marks of their own (й, ї, ş, ç, ö) are never folded away.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from editorial.quotes.folding import APOSTROPHES, INVISIBLE, fold
from editorial.quotes.lexicon import Lexicon, lexicon_for
from editorial.quotes.lexicon.entry import words
from editorial.quotes.numerals import figure, is_numeric, merge_numbers, times

_LETTER = r"[^\W\d_]"
_INNER = rf"[^\W\d_{INVISIBLE}\u0300-\u036f]+|[{INVISIBLE}\u0300-\u036f]+"
_PLAIN = rf"[a-zA-Z]++(?![\w\-‐‑{INVISIBLE}\u0300-\u036f{APOSTROPHES}]|\.{_LETTER})"
_WORD = re.compile(
    rf"""
    {_PLAIN}
    | (?:{_LETTER}\.){{2,}}
    | (?:[$€£₺₼₽₴¥]?(?:\d{{1,3}}(?:[ \u00a0\u202f]\d{{3}})+(?!\d)|\d+(?:[.,:]\d+)*)
        (?:[{APOSTROPHES}]?{_LETTER}+)?)
    | (?:[{APOSTROPHES}](?:cause|til|em|n|ne|nen|ner|nem)\b
        | \b[eEx][-‐‑](?=[a-z]{{3}})[a-z]+
        | (?:\[{_LETTER}\](?={_LETTER})|{_LETTER})(?:{_INNER})*
        (?:[{APOSTROPHES}]{_LETTER}(?:{_INNER})*)*)
    | [%&]
    """,
    re.VERBOSE,
)
_MOST_PLAIN = 200_000
_NUMBER = re.compile(rf"([$€£₺₼₽₴¥]?)([\d.,:\s]*\d)([{APOSTROPHES}]?)(.*)", re.DOTALL)
_CURRENCY = {
    "$": "dollar",
    "€": "euro",
    "£": "pound",
    "₺": "lira",
    "₼": "manat",
    "₽": "ruble",
    "₴": "hryvnia",
    "¥": "yen",
    "dollars": "dollar",
    "euros": "euro",
    "pounds": "pound",
    "%": "percent",
    "prozent": "percent",
    "faiz": "percent",
    "yüzde": "percent",
    "відсотків": "percent",
    "відсотка": "percent",
    "відсотки": "percent",
    "відсоток": "percent",
    "процентов": "percent",
    "процента": "percent",
    "процент": "percent",
    "проценты": "percent",
    "&": "and",
}
_ENGLISH_ENDINGS = {
    "n't": "not",
    "'re": "are",
    "'ve": "have",
    "'ll": "will",
    "'m": "am",
    "'d": "would",
}
_IS_AFTER = words(
    "it he she that there what who here where how this when why everybody everyone nobody "
    "something somebody everything nothing"
)
_ISE = re.compile(r"(?<=..)is(e|es|ed|ing|er|ers|ation|ations)$")
_RE = re.compile(r"(?<=met|lit)re(s?)$")
_OUR = re.compile(r"(?<=...)our(s|ed|ing|able|ite|ites|hood|ful|less|al|er|ers)?$")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of ``text``: ``keys`` as compared, ``starts`` and ``ends`` as they stand there.

    ``text[starts[i]:ends[i]]`` is what is printed for ``keys[i]``; it is empty where a sign in
    front of a figure speaks for a word behind it ("$5": five, dollar).
    """

    text: str
    keys: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.keys)

    def at(self, offset: int) -> int:
        """The index of the first word that starts at or after ``offset``."""
        return bisect_left(self.starts, offset)

    def raw(self, first: int, last: int) -> str:
        """What is printed from word ``first`` up to, not including, ``last``."""
        return self.text[self.starts[first] : self.ends[last - 1]] if first < last else ""


def tokenise(
    text: str, language: str | None = "en", start: int = 0, end: int | None = None
) -> Tokens:
    """The canonical tokens of ``text[start:end]``, with offsets in ``text``. Linear time."""
    lexicon = lexicon_for(language)
    code = lexicon.language
    plain = _plain_words(code)
    keys: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    numbered = False
    for found in _WORD.finditer(text, start, len(text) if end is None else end):
        raw = found.group()
        begin, stop = found.span()
        key = plain.get(raw)
        if key is not None:
            keys.append(key)
            starts.append(begin)
            ends.append(stop)
            continue
        parts = _parts(raw, code)
        if len(parts) == 1 and not is_numeric(parts[0][0], code):
            if len(plain) < _MOST_PLAIN:
                plain[raw] = parts[0][0]
        else:
            numbered = True
        for key, left, right in parts:
            keys.append(key)
            starts.append(begin + left)
            ends.append(begin + right)
    if numbered:
        merge_numbers(text, lexicon, keys, starts, ends)
    return Tokens(text, tuple(keys), tuple(starts), tuple(ends))


@lru_cache(maxsize=4096)
def phrase(text: str, language: str) -> tuple[str, ...]:
    """A phrase of the lexicon as canonical tokens."""
    return tokenise(text, language).keys


@lru_cache(maxsize=64)
def phrase_table(entries: tuple[str, ...], language: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Phrases by their first token, longest first."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for entry in entries:
        keys = phrase(entry, language)
        if keys:
            table.setdefault(keys[0], []).append(keys)
    return {first: tuple(sorted(set(rest), key=lambda k: -len(k))) for first, rest in table.items()}


def spans_of(
    keys: tuple[str, ...], entries: tuple[str, ...], language: str
) -> Iterable[tuple[int, int]]:
    """Where phrases stand in ``keys``, longest at each place, not overlapping."""
    table = phrase_table(entries, language)
    free = 0
    for at, key in enumerate(keys):
        if key not in table or at < free:
            continue
        for candidate in table[key]:
            if keys[at : at + len(candidate)] == candidate:
                free = at + len(candidate)
                yield at, free
                break


@lru_cache(maxsize=16)
def _plain_words(_language: str) -> dict[str, str]:
    """The key of each word met before that is one word and no number: most of any text."""
    return {}


@lru_cache(maxsize=200_000)
def _parts(raw: str, language: str) -> tuple[tuple[str, int, int], ...]:
    size = len(raw)
    if raw[0].isdecimal() or raw[0] in _CURRENCY:
        return _number_parts(raw, language)
    word = fold(raw, language)
    if "." in word:
        return ((("u.s." if word == "u.s." else word.replace(".", "")), 0, size),)
    if raw == "US" and language == "en":
        return (("u.s.", 0, size),)
    lexicon = lexicon_for(language)
    spoken = _written_out(language).get(word)
    if spoken:
        return tuple((key, 0, size) for key in spoken)
    if language == "en" and "'" in word:
        return _english_contraction(word, size)
    return ((_spelling(word, lexicon), 0, size),)


@lru_cache(maxsize=16)
def _written_out(language: str) -> dict[str, tuple[str, ...]]:
    lexicon = lexicon_for(language)
    return {
        fold(form, language).replace(".", ""): tuple(
            _spelling(fold(part, language), lexicon) for part in parts.split()
        )
        for form, parts in lexicon.contractions.items()
    }


def _english_contraction(word: str, size: int) -> tuple[tuple[str, int, int], ...]:
    for ending, spoken in _ENGLISH_ENDINGS.items():
        if word.endswith(ending) and len(word) > len(ending):
            # Cut by the raw length, so that what follows the apostrophe keeps its place.
            stem = word[: -len(ending)]
            cut = size - len(ending)
            if "'" in stem:
                return (*_english_contraction(stem, cut), (spoken, cut, size))
            return ((stem, 0, cut), (spoken, cut, size))
    if word.endswith("'s") and len(word) > 2:
        stem = word[:-2]
        return ((stem, 0, size - 2), ("is" if stem in _IS_AFTER else "'s", size - 2, size))
    if word.endswith("in'"):
        return ((word[:-1] + "g", 0, size),)
    return ((word, 0, size),)


def _number_parts(raw: str, language: str) -> tuple[tuple[str, int, int], ...]:
    if raw in _CURRENCY:
        return ((_CURRENCY[raw], 0, len(raw)),)
    found = _NUMBER.match(raw)
    if found is None:
        return ((raw, 0, len(raw)),)
    currency, digits, apostrophe, suffix = found.groups()
    value = figure(re.sub(r"\s", "", digits), language)
    end = found.end(2)
    folded = fold(suffix, language) if suffix else ""
    parts: list[tuple[str, int, int]]
    scale = None if apostrophe else lexicon_for(language).scales.get(folded)
    if folded and scale is None:
        parts = [(value + ("'" if apostrophe else "") + folded, 0, len(raw))]
        end = len(raw)
    else:
        if scale is not None:
            value, end = times(value, scale), len(raw)
        parts = [(value, 0, end)]
    if currency:
        parts.append((_CURRENCY[currency], end, end))
    return tuple(parts)


@lru_cache(maxsize=16)
def _variants(language: str) -> dict[str, str]:
    lexicon = lexicon_for(language)
    return {fold(k, language): fold(v, language) for k, v in lexicon.spellings.items()}


def _spelling(word: str, lexicon: Lexicon) -> str:
    known = _variants(lexicon.language).get(word)
    if known is not None:
        return known
    word = _CURRENCY.get(word, word)
    if lexicon.language == "en" and len(word) > 5:
        return _RE.sub(r"er\1", _OUR.sub(r"or\1", _ISE.sub(r"iz\1", word)))
    return word
