"""What a change of words does to the meaning: the class of the words that were touched."""

from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from editorial.quotes.bounds import lower_or_upper
from editorial.quotes.finding import DifferenceClass
from editorial.quotes.infix import another_mood, infixed
from editorial.quotes.lexicon import Lexicon, lexicon_for
from editorial.quotes.lexicon.amounts import AMOUNTS
from editorial.quotes.lexicon.calendar import CALENDAR
from editorial.quotes.lexicon.entry import words
from editorial.quotes.numerals import number_value
from editorial.quotes.tokens import phrase, spans_of

MEANING: frozenset[DifferenceClass] = frozenset(
    {
        "negation",
        "number",
        "modal",
        "condition",
        "hedge",
        "name",
        "opposite",
        "quantity",
        "attribution",
        "question",
        "retraction",
        "scope",
    }
)


_FEW = 3
_WHEN = words(
    "last next yesterday today tomorrow tonight gestern heute morgen dün bugün yarın вчера сегодня "
    "завтра вчора сьогодні hier demain aujourd'hui ayer mañana hoy dünən sabah"
)
_MUST = words("must have has had to need needs")
_PLANS = words("scheduled expected due planned planning set supposed intended meant")
_INTENTIONS = words("going hoping planning trying intending wanting refusing considering")


@lru_cache(maxsize=16)
def _amounts(language: str) -> dict[str, int]:
    return {
        key: i for i, row in enumerate(AMOUNTS) for entry in row for key in phrase(entry, language)
    }


@lru_cache(maxsize=16)
def folded(language: str, name: str) -> frozenset[str]:
    """A set of the lexicon as canonical tokens; what is written out as several is left aside."""
    entries: frozenset[str] = getattr(lexicon_for(language), name)
    keys = (phrase(entry, language) for entry in entries)
    return frozenset(key[0] for key in keys if len(key) == 1)


@lru_cache(maxsize=16)
def _opposites(language: str) -> frozenset[tuple[str, str]]:
    pairs: set[tuple[str, str]] = set()
    for word, others in lexicon_for(language).opposites:
        for left in phrase(word, language)[:1]:
            for other in others:
                for right in phrase(other, language)[:1]:
                    pairs.update(((left, right), (right, left)))
    return frozenset(pairs)


_ENDINGS = {
    "en": ("s", "es", "ed", "d", "ing", "er", "est", "r", "st", "ly"),
    "de": ("e", "en", "er", "es", "em", "t", "te", "ten", "ere", "eren", "sten", "ste"),
    "fr": ("s", "e", "es"),
    "es": ("s", "es"),
}


def _inflected(left: str, right: str, pairs: frozenset[tuple[str, str]], code: str) -> bool:
    """Whether two words are opposites with the same ending: "richer", "poorer"."""
    for ending in _ENDINGS.get(code, ()):
        if left.endswith(ending) and right.endswith(ending):
            stems = left.removesuffix(ending), right.removesuffix(ending)
            forms = [
                (stem, stem + "e", stem[:-1] + "y" if stem[-1:] == "i" else stem) for stem in stems
            ]
            if any((a, b) in pairs for a in forms[0] for b in forms[1]):
                return True
    return False


def negations(keys: Sequence[str], lexicon: Lexicon) -> int:
    """How many words of ``keys`` deny."""
    known = folded(lexicon.language, "negations")
    return sum(key in known for key in keys)


def replaced(
    record: Sequence[str], quote: Sequence[str], lexicon: Lexicon
) -> DifferenceClass | None:
    """The class of meaning that is lost when ``quote`` stands for ``record``; None if none is."""
    code = lexicon.language
    if _denies(record, lexicon) != _denies(quote, lexicon):
        return "negation"
    if _numbers(record, lexicon) != _numbers(quote, lexicon):
        return "number"
    units = folded(code, "units")
    was, now = set(record) - set(quote), set(quote) - set(record)
    if was & units and now & units:
        return "number"
    if was & CALENDAR and now & CALENDAR:
        return "number"
    if was & _WHEN and now & _WHEN:
        return "opposite"
    if _affix_negates(was, now, lexicon):
        return "negation"
    modals = folded(code, "modals")
    if "shall" in was | now:
        was, now = ({"will" if key == "shall" else key for key in side} for side in (was, now))
        was, now = was - now, now - was
    if _obliges(was) and _obliges(now):
        # "Have to" for "must" is another word for the same.
        was, now = was - _MUST, now - _MUST
    if was & modals != now & modals and not _slips(was & modals, now - modals):
        return "modal"
    if lexicon.negative_infix and any(another_mood(left, right) for left in was for right in now):
        return "modal"
    if was & _INTENTIONS and now & _INTENTIONS:
        return "modal"
    if bool(was & _PLANS) != bool(now & _PLANS) and (was - _PLANS or now - _PLANS):
        return "modal"
    pairs = _opposites(code)
    if any(
        (left, right) in pairs or _inflected(left, right, pairs, code)
        for left in was
        for right in now
    ):
        return "opposite"
    amounts = _amounts(code)
    before = {amounts[k] for k in was if k in amounts}
    after = {amounts[k] for k in now if k in amounts}
    if before != after and (before and after):
        return "quantity"
    if lower_or_upper(record) + lower_or_upper(quote) == 0 and lower_or_upper(record):
        return "quantity"
    if len(was) == 1 and now <= folded(code, "articles") and less_said(tuple(was), lexicon):
        return "quantity"
    conditions = folded_phrases(code, "conditions") & folded_phrases(code, "doubts")
    if (was & conditions) and not (now & conditions):
        return "condition"
    articles = folded(code, "articles")
    if (
        code == "en"
        and was
        and now
        and was <= articles
        and now <= articles
        and {"the"} & (was ^ now)
    ):
        return "quantity"
    return None


def _slips(words: set[str], others: set[str]) -> bool:
    """Whether each word has become another that is one letter off: a slip of the pen."""
    return bool(words) and all(
        any(Levenshtein.distance(word, other) == 1 for other in others) for word in words
    )


@lru_cache(maxsize=16)
def folded_phrases(language: str, name: str) -> frozenset[str]:
    """The phrases of one word in a tuple of the lexicon."""
    entries: tuple[str, ...] = getattr(lexicon_for(language), name)
    keys = (phrase(entry, language) for entry in entries)
    return frozenset(key[0] for key in keys if len(key) == 1)


def dropped(keys: tuple[str, ...], lexicon: Lexicon) -> DifferenceClass | None:
    """The class of meaning that is lost when ``keys`` are left out; None if none is."""
    code = lexicon.language
    # "nicht, jedenfalls nicht" denies once.
    if _denies(tuple(dict.fromkeys(keys)), lexicon):
        return "negation"
    if _numbers(keys, lexicon):
        return "number"
    if set(keys) & folded(code, "modals"):
        return "modal"
    if set(keys) & folded_phrases(code, "conditions"):
        return "condition"
    if next(iter(spans_of(keys, lexicon.conditions, code)), None) is not None:
        return "condition"
    if hedged(keys, lexicon):
        return "hedge"
    return None


@lru_cache(maxsize=16)
def _parts(language: str) -> frozenset[str]:
    """Words for a part: "most", "some", "few", "half"."""
    entries = frozenset().union(*AMOUNTS[1:6])
    return frozenset(key for entry in entries for key in phrase(entry, language))


def less_said(keys: tuple[str, ...], lexicon: Lexicon) -> DifferenceClass | None:
    """Whether the words say "most", "some", "half": without them a claim is about all."""
    few = len(keys) <= _FEW
    return "quantity" if few and set(keys) & _parts(lexicon.language) else None


def _obliges(keys: set[str]) -> bool:
    return "must" in keys or ("to" in keys and bool(keys & {"have", "has", "need", "needs"}))


def hedged(keys: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Whether a reservation stands among the words."""
    return next(iter(spans_of(keys, lexicon.hedges, lexicon.language)), None) is not None


def added(keys: tuple[str, ...], lexicon: Lexicon) -> DifferenceClass | None:
    """The class of meaning that comes in with ``keys``; None if none does."""
    code = lexicon.language
    if _denies(keys, lexicon):
        return "negation"
    if _numbers(keys, lexicon):
        return "number"
    if set(keys) & folded(code, "modals"):
        return "modal"
    if set(keys) & folded_phrases(code, "conditions"):
        return "condition"
    return None


def _denies(keys: Sequence[str], lexicon: Lexicon) -> bool:
    # "not ... not" takes itself back, a stuttered "not, not" does not.
    said = [key for i, key in enumerate(keys) if i == 0 or key != keys[i - 1]]
    return negations(said, lexicon) % 2 == 1


def _numbers(keys: Sequence[str], lexicon: Lexicon) -> list[float]:
    values = (number_value(key, lexicon.language) for key in keys)
    figures = [
        v
        for k, v in zip(keys, values, strict=True)
        if v is not None and (k[0].isdecimal() or v != 1)
    ]
    return sorted(figures) + sorted(
        float(int("".join(c for c in key if c.isdecimal())[:15]))
        for key in keys
        if key[0].isdecimal()
        and number_value(key, lexicon.language) is None
        and any(c.isdecimal() for c in key)
    )


def _affix_negates(was: set[str], now: set[str], lexicon: Lexicon) -> bool:
    return any(negated_pair(left, right, lexicon) for left in was for right in now if left != right)


def negated_pair(left: str, right: str, lexicon: Lexicon) -> bool:
    """Whether one of two words is the other made negative by a prefix, a suffix or an infix."""
    short, long = sorted((left, right), key=len)
    for prefix in lexicon.negative_prefixes:
        if long == prefix + short and len(short) > 3:
            return True
    if lexicon.language == "en" and len(short) > 3:
        stem_full, stem_less = long.removesuffix("ful"), short.removesuffix("less")
        if stem_full == stem_less and stem_full != long:
            return True
        if right.removesuffix("ful") + "less" == left or left.removesuffix("ful") + "less" == right:
            return True
    if lexicon.negative_infix:
        return infixed(left, right)
    return False
