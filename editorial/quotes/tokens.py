"""Canonical tokens: the words of a text in the form they are compared in, raw offsets kept.

Two texts have the same canonical tokens when style permits to print one for the other: spoken
contractions are written out, number words are figures, spelling variants take one form,
apostrophes and invisible characters are evened out, case is folded (Turkish and Azerbaijani İ and
ı by their own rule). Letters with marks of their own (й, ї, ş, ç, ö) are never folded away.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from editorial.quotes.lexicon import Lexicon, lexicon_for
from editorial.quotes.lexicon.entry import words

_INVISIBLE = "\u00ad\u200b-\u200f\u2060\ufeff"
_LETTER = r"[^\W\d_]"
_INNER = rf"[^\W\d_{_INVISIBLE}\u0300-\u036f]+|[{_INVISIBLE}\u0300-\u036f]+"
_APOSTROPHES = "'’ʼ‘`´＇"
# A run of plain letters that nothing continues: most words of English, told at a glance.
_PLAIN = rf"[a-zA-Z]++(?![\w\-‐‑{_INVISIBLE}\u0300-\u036f{_APOSTROPHES}]|\.{_LETTER})"
_WORD = re.compile(
    rf"""
    {_PLAIN}
    | (?:{_LETTER}\.){{2,}}
    | (?:[$€£₺₼₽₴¥]?(?:\d{{1,3}}(?:[ \u00a0\u202f]\d{{3}})+(?!\d)|\d+(?:[.,:]\d+)*)
        (?:[{_APOSTROPHES}]?{_LETTER}+)?)
    | (?:[{_APOSTROPHES}](?:cause|til|em|n|ne|nen|ner|nem)\b
        | \b[eEx][-‐‑](?=[a-z]{{3}})[a-z]+
        | (?:\[{_LETTER}\](?={_LETTER})|{_LETTER})(?:{_INNER})*
        (?:[{_APOSTROPHES}]{_LETTER}(?:{_INNER})*)*)
    | [%&]
    """,
    re.VERBOSE,
)
_STRIP = re.compile(rf"[{_INVISIBLE}]")
_NUMBER = re.compile(rf"([$€£₺₼₽₴¥]?)([\d.,:\s]*\d)([{_APOSTROPHES}]?)(.*)", re.DOTALL)
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
_OUR = re.compile(r"(?<=...)our(s|ed|ing|able|ite|ites|hood|ful|less|al|er|ers)?$")
_TURKIC = str.maketrans({"I": "ı", "İ": "i"})
_DOTTED = str.maketrans({"İ": "i"})
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_CIRCUMFLEX = str.maketrans({"â": "a", "î": "i", "û": "u"})
_EVEN = str.maketrans(dict.fromkeys(_APOSTROPHES, "'"))
_LONGEST_FIGURE = 15  # digits that a float holds
_LONGEST_COMPOUND = 60
_LARGEST_SCALE = 10**15
_GAP = re.compile(r"[\s\-‐‑]*\Z")


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
    keys: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    code = lexicon.language
    for found in _WORD.finditer(text, start, len(text) if end is None else end):
        begin = found.start()
        for key, left, right in _parts(found.group(), code):
            keys.append(key)
            starts.append(begin + left)
            ends.append(begin + right)
    _merge_numbers(text, lexicon, keys, starts, ends)
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
    at = 0
    while at < len(keys):
        step = 1
        for candidate in table.get(keys[at], ()):
            if keys[at : at + len(candidate)] == candidate:
                step = len(candidate)
                yield at, at + step
                break
        at += step


@lru_cache(maxsize=200_000)
def _parts(raw: str, language: str) -> tuple[tuple[str, int, int], ...]:
    size = len(raw)
    if raw[0].isdecimal() or raw[0] in _CURRENCY:
        return _number_parts(raw, language)
    word = _fold(raw, language)
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
        _fold(form, language).replace(".", ""): tuple(
            _spelling(_fold(part, language), lexicon) for part in parts.split()
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
    value = _figure(re.sub(r"\s", "", digits), language)
    end = found.end(2)
    folded = _fold(suffix, language) if suffix else ""
    parts: list[tuple[str, int, int]]
    scale = None if apostrophe else lexicon_for(language).scales.get(folded)
    if folded and scale is None:
        parts = [(value + ("'" if apostrophe else "") + folded, 0, len(raw))]
        end = len(raw)
    else:
        if scale is not None:
            value, end = _times(value, scale), len(raw)
        parts = [(value, 0, end)]
    if currency:
        parts.append((_CURRENCY[currency], end, end))
    return tuple(parts)


def _figure(digits: str, language: str) -> str:
    thousands, decimal = (",", ".") if language == "en" else (".", ",")
    if ":" in digits:
        return digits
    if re.fullmatch(
        rf"\d{{1,3}}(?:{re.escape(thousands)}\d{{3}})+(?:{re.escape(decimal)}\d+)?", digits
    ):
        digits = digits.replace(thousands, "")
    return digits.replace(",", ".")


def _times(value: str, scale: int) -> str:
    if len(value) > _LONGEST_FIGURE:
        return value
    try:
        product = float(value) * scale
    except ValueError:
        return value
    return str(int(product)) if product == int(product) else repr(product)


def _fold(raw: str, language: str) -> str:
    if raw.isascii() and raw[:1] != "[" and raw[1:2] != "-" and language not in ("tr", "az"):
        return raw.lower()
    word = _STRIP.sub("", raw)
    if word[:1] == "[":
        word = word[1] + word[3:]
    if word[1:2] in ("-", "‐", "‑"):
        word = word[0] + word[2:]
    word = word.translate(_TURKIC if language in ("tr", "az") else _DOTTED)
    word = unicodedata.normalize("NFC", word).lower().translate(_EVEN)
    if language == "de":
        return word.translate(_UMLAUTS)
    if language == "tr":
        return word.translate(_CIRCUMFLEX)
    if language == "ru":
        return word.replace("ё", "е")
    return word


@lru_cache(maxsize=16)
def _variants(language: str) -> dict[str, str]:
    lexicon = lexicon_for(language)
    return {_fold(k, language): _fold(v, language) for k, v in lexicon.spellings.items()}


def _spelling(word: str, lexicon: Lexicon) -> str:
    known = _variants(lexicon.language).get(word)
    if known is not None:
        return known
    word = _CURRENCY.get(word, word)
    if lexicon.language == "en" and len(word) > 5:
        return _OUR.sub(r"or\1", _ISE.sub(r"iz\1", word))
    return word


@lru_cache(maxsize=16)
def _values(language: str) -> tuple[dict[str, int], dict[str, int], frozenset[str]]:
    lexicon = lexicon_for(language)
    return (
        {_fold(k, language): v for k, v in lexicon.numbers.items()},
        {_fold(k, language): v for k, v in lexicon.scales.items()},
        frozenset(_fold(k, language) for k in lexicon.joiners),
    )


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


def _merge_numbers(
    text: str, lexicon: Lexicon, keys: list[str], starts: list[int], ends: list[int]
) -> None:
    """Write number words as one figure, in place: "four hundred and six" becomes 406."""
    code = lexicon.language
    numbers, scales, _ = _values(code)
    german = code == "de"
    write = 0
    read = 0
    size = len(keys)
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
            or (german and len(key) > 6 and _compound(key) is not None)
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


def _number_at(
    text: str, code: str, keys: list[str], starts: list[int], ends: list[int], at: int
) -> tuple[str, int]:
    numbers, scales, joiners = _values(code)

    def beside(left: int, right: int) -> bool:
        return right < len(keys) and _GAP.match(text[ends[left] : starts[right]]) is not None

    key = keys[at]
    if key[0].isdecimal():
        if beside(at, at + 1) and keys[at + 1] in scales:
            return _times(key, scales[keys[at + 1]]), 2
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
            and (current >= 100 or total)
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
