"""What limits a claim from beside it or from under an ellipsis, and is gone from the quote.

A claim goes far when it denies, counts, permits or says "all" or "best". Whatever stands in the
same clause then says how far, and without it the claim says more: "Patients can choose their own
surgeon for planned operations". Other claims are limited by phrases that are there to limit
("so far", "in some ways", "or so I'm told").
"""

import re
from functools import lru_cache
from itertools import pairwise

from editorial.quotes.finding import DifferenceClass
from editorial.quotes.hunk import Hunk, Laid
from editorial.quotes.lexicon import Lexicon
from editorial.quotes.lexicon.amounts import AMOUNTS
from editorial.quotes.lexicon.entry import words
from editorial.quotes.lexicon.limits import LIMITS, NONE, Limits
from editorial.quotes.meaning import folded, negations
from editorial.quotes.numerals import number_value
from editorial.quotes.tokens import Tokens, phrase

_CLAUSE_MARK = re.compile(r"[.!?;:…,()]|--|—|–|\n")
_STOP = re.compile(r"[.!?…][\"'”’»)\]]*\s|\n")

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_JOINT = re.compile(r"[.!?;:…\n]|--|—|–")
_SHORT = 3
_VOICE = 2
_OWN = words("i we you ich wir sie du ihr ben biz siz mən я мы вы ми ви je nous vous yo nosotros")
_ANSWERS = words(
    "yes no never absolutely certainly ja nein nie evet hayır bəli xeyr да нет так ні oui non sí no"
)
_EXCEPTIONS = words(
    "except excluding excepting barring absent pending zumindest jedenfalls wenigstens außer "
    "ausser ohne кроме принаймні крім окрім hors hormis sauf salvo excepto hariç dışında"
)
_ALL_REACH = 3
_ALL = words(
    "all everyone everybody everything nobody none nothing anyone anybody anything nowhere"
)
_JOINS = words("and but or und aber oder denn и а но і але et mais ou y pero o")
_NEAR = 6
_AMOUNTS = frozenset().union(*AMOUNTS[1:6])
_SUBJECTS = words(
    "i we he she they it you there ich wir er sie es я мы он она они ми він вона вони je nous il "
    "elle ils yo"
)
_INTRODUCTION = 7
_SHORT_TIME = 8
_SUPERLATIVES = words(
    "best worst most least first last largest biggest highest lowest greatest longest oldest "
    "erste ersten letzte größte größten höchste höchsten beste besten"
)
_ONLY = words("only nur sadece yalnızca только лише тільки seulement solo sólo")


@lru_cache(maxsize=16)
def _folded(language: str, name: str) -> frozenset[str]:
    entries: frozenset[str] = getattr(_limits(language), name)
    return frozenset(key for entry in entries for key in phrase(entry, language)[:1])


@lru_cache(maxsize=16)
def _phrases(language: str, name: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Phrases by their first word."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for entry in getattr(_limits(language), name):
        keys = phrase(entry, language)
        table.setdefault(keys[0], []).append(keys)
    return {first: tuple(rest) for first, rest in table.items()}


def _limits(language: str) -> Limits:
    return LIMITS.get(language, NONE)


def _opens(keys: tuple[str, ...], language: str, name: str) -> bool:
    """Whether ``keys`` begin with one of the phrases."""
    if not keys:
        return False
    return any(
        keys[: len(wanted)] == wanted for wanted in _phrases(language, name).get(keys[0], ())
    )


@lru_cache(maxsize=16)
def _known(language: str) -> frozenset[tuple[str, ...]]:
    """Afterthoughts of one word, which are none where more follows: "maybe I'll sing"."""
    table = _phrases(language, "afterthoughts")
    return frozenset(
        keys for rest in table.values() for keys in rest if len(keys) == 1
    ) - frozenset((word,) for word in _EXCEPTIONS)


def goes_far(said: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Whether a claim denies, permits, or says "all" or "best"."""
    wide = _folded(lexicon.language, "wide")
    return negations(said, lexicon) > 0 or any(key in wide for key in said)


def counts(said: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Whether a claim gives a number."""
    return any(
        key[0].isdecimal() or number_value(key, lexicon.language) is not None for key in said
    )


def limited_behind(
    keys: tuple[str, ...],
    gap: str,
    said: tuple[str, ...],
    lexicon: Lexicon,
    *,
    whole: bool,
    alone: bool,
) -> DifferenceClass | None:
    """What the words right behind a claim do to it; ``gap`` parts the two, ``whole``: the quote
    is given as a sentence of its own; ``alone``: the first of the words stands for itself."""
    code = lexicon.language
    joined = not gap.strip()
    if (
        not joined
        and _opens(keys, code, "afterthoughts")
        and (alone or len(keys) <= _SHORT or keys[:1] not in _known(code))
    ):
        return "hedge"
    plain = keys[1:] if keys[0] in ("and", "but", "und", "aber", "и", "но") else keys
    if (joined or plain is not keys) and _opens(plain, code, "behind"):
        return "scope" if whole else None
    if joined and keys[:1] == ("but",) and set(said[-_ALL_REACH:]) & _ALL:
        return "scope"
    if joined and whole and _limits_by_adjunct(keys, said, lexicon):
        return "scope"
    return None


def _limits_by_adjunct(keys: tuple[str, ...], said: tuple[str, ...], lexicon: Lexicon) -> bool:
    code = lexicon.language
    if len(keys) < 2 or keys[0] not in _folded(code, "adjuncts"):
        return False
    if keys[1] in _folded(code, "harmless"):
        return False
    plainly = _folded(code, "wide") - _SUPERLATIVES
    far = negations(said, lexicon) > 0 or bool(set(said) & plainly)
    if not far and is_time(keys[:_SHORT_TIME], lexicon):
        # "The last to be seen, at nine in the morning": a time takes nothing from a "last".
        return False
    # A number stands in the dark as in the light, but not before taxes as after them.
    measures = keys[0] in _folded(code, "measures") or _YEAR.fullmatch(keys[1]) is not None
    return goes_far(said, lexicon) or (measures and counts(said, lexicon))


def limited_before(
    tokens: Tokens, first: int, said: tuple[str, ...], lexicon: Lexicon, *, comma: bool, whole: bool
) -> DifferenceClass | None:
    """What the words from ``first`` on, right before a claim in its sentence, do to it."""
    code = lexicon.language
    keys = tokens.keys
    openers = folded(code, "openers")
    while first < len(keys) and keys[first] in openers:
        first += 1
    rest = keys[first:]
    if not rest or len(rest) > _INTRODUCTION + _SHORT:
        return None
    inside = tokens.text[tokens.starts[first] : tokens.ends[-1]]
    if _CLAUSE_MARK.search(inside):
        return None
    covers = rest in _phrases(code, "before").get(rest[0], ())
    if whole and rest[0] in _ONLY:
        return "scope"
    # "According to the auditors we …": no comma is needed where a noun stands behind.
    named = rest[0] == "according"
    if (comma or covers or named or code == "de") and _opens(rest, code, "before"):
        return "scope"
    adjunct = whole and len(rest) <= _INTRODUCTION and rest[0] in _folded(code, "adjuncts")
    if adjunct and _limits_by_adjunct(rest, said, lexicon) and not is_time(rest, lexicon):
        return "scope"
    return None


def is_time(keys: tuple[str, ...], lexicon: Lexicon) -> bool:
    """ "In the past five years", "on Tuesday": when, which a story tells in its own words."""
    units = folded(lexicon.language, "units") | _DAYS
    return bool(units & set(keys))


_DAYS = words(
    "monday tuesday wednesday thursday friday saturday sunday today tomorrow yesterday january "
    "february march april may june july august september october november december morning "
    "afternoon evening night weekend montag dienstag mittwoch donnerstag freitag samstag sonntag "
    "januar februar märz maerz mai juni juli oktober dezember morgen abend heute gestern "
    "view opinion past beginning meantime spirit name way"
)


def hidden_in_cut(laid: Laid, hunk: Hunk) -> DifferenceClass | None:
    """What an ellipsis hides that says how far the words beside it go; or that it joins the
    halves of two sentences."""
    record = laid.stretch.tokens
    if not 0 < hunk.r0 < hunk.r1 < len(record):
        return None
    keys = record.keys[hunk.r0 : hunk.r1]
    left = record.text[record.ends[hunk.r0 - 1] : record.starts[hunk.r0]]
    right = record.text[record.ends[hunk.r1 - 1] : record.starts[hunk.r1]]
    inside = record.text[record.ends[hunk.r0 - 1] : record.starts[hunk.r1]]
    if _STOP.search(inside) and _answers_another(laid, hunk):
        return "question"
    if _STOP.search(inside):
        if _CLAUSE_MARK.search(right) or (_JOINT.search(left) and _shows_end(laid, hunk)):
            return None
        begins = record.keys[hunk.r1] in _SUBJECTS | folded(laid.lexicon.language, "articles")
        return None if begins and "," in left else "scope"
    code = laid.lexicon.language
    aside = _CLAUSE_MARK.search(left) and _CLAUSE_MARK.search(right)
    if not aside and _says_another(keys, laid.lexicon):
        return "attribution"
    if _CLAUSE_MARK.search(left):
        closed = _CLAUSE_MARK.search(right) is not None
        return "hedge" if closed and _opens(keys, code, "afterthoughts") else None
    if _opens(keys, code, "behind"):
        return "scope"
    if keys[0] == "but" and record.keys[hunk.r0 - 1] in _ALL:
        return "scope"
    if _CLAUSE_MARK.search(right):
        return None
    if not _CLAUSE_MARK.search(inside) and set(keys) & folded(code, "modals"):
        return "modal"
    said = laid.printed.tokens.keys
    if _limits_by_adjunct(keys, said, laid.lexicon) or _begins_clause(keys, laid.lexicon):
        return "scope"
    if len(keys) > _SHORT:
        return None
    if set(keys) & _AMOUNTS:
        return "quantity"
    plain = set(keys) - folded(code, "stopwords") - folded(code, "openers")
    before = said[max(0, hunk.q0 - _NEAR) : hunk.q0]
    alone = len(inside.split()) == 1 and not record.raw(hunk.r0, hunk.r1)[:1].isupper()
    return "scope" if plain and (alone or negations(before, laid.lexicon)) else None


def _says_another(keys: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Whether the cut ends with another's "said": "In May … we would fold" hides "people said"."""
    linked = folded(lexicon.language, "complementizers")
    end = len(keys)
    while end and keys[end - 1] in linked:
        end -= 1
    if end < _VOICE or keys[end - 1] not in lexicon.relays:
        return False
    return not set(keys[max(0, end - 4) : end - 1]) & _OWN


def _answers_another(laid: Laid, hunk: Hunk) -> bool:
    """ "Legally? … Yes.": the answer behind the cut was to another question."""
    mine = laid.printed.tokens
    before = mine.text[mine.ends[hunk.q0 - 1] : mine.starts[hunk.q0]] if hunk.q0 else ""
    return before.strip().startswith("?") and laid.stretch.tokens.keys[hunk.r1] in _ANSWERS


def _shows_end(laid: Laid, hunk: Hunk) -> bool:
    """Whether the quote shows that a sentence ends before the cut, or begins behind it."""
    mine = laid.printed.tokens
    before = mine.text[mine.ends[hunk.q0 - 1] : mine.starts[hunk.q0]] if hunk.q0 else "."
    begins = laid.stretch.tokens.keys[hunk.r1] in _SUBJECTS | folded(
        laid.lexicon.language, "articles"
    ) | folded(laid.lexicon.language, "conjunctions")
    return begins or re.match(r"[\"'”’]*[.!?;:—–-]", before.strip()) is not None


def _begins_clause(keys: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Whether a clause of its own begins in the cut, so that what is kept belongs to another."""
    code = lexicon.language
    conjunctions = _JOINS
    subjects = folded(code, "first_person") | _SUBJECTS
    return any(left in conjunctions and right in subjects for left, right in pairwise(keys))
