"""Whether the speaker a story names is the one the record names."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from editorial.quotes.lexicon import languages
from editorial.quotes.lexicon.entry import words
from editorial.quotes.office import (
    ARTICLES,
    OFFICE,
    ROLES,
    TAIL,
    TITLES,
    describes,
    is_role,
    office,
    offices,
    words_of,
)
from editorial.quotes.source import Source
from editorial.quotes.turns import Turn

_QUESTIONERS = frozenset(
    {"q", "question", "frage", "soru", "sual", "вопрос", "питання", "pregunta"}
) | {word for entry in languages() for word in entry.questioners}
_PRONOUNS = frozenset(word for entry in languages() for word in entry.pronouns)
_ANONYMOUS = frozenset({"", "?", "speaker", "a", "answer", "unknown"})


def is_questioner(label: str | None) -> bool:
    """Whether a label of the record stands for whoever asks: ``Q``, ``REPORTER``, ``PRESS``."""
    return _asks(words_of(label or ""))


def _asks(named: list[str]) -> bool:
    """Whether a name is a questioner's; a "press secretary" answers."""
    return any(
        word in _QUESTIONERS and behind not in _OFFICERS
        for word, behind in zip(named, [*named[1:], ""], strict=False)
    )


def is_pronoun(name: str) -> bool:
    """Whether a story names its speaker only by a "she"."""
    return name.lower() in _PRONOUNS


def speaker_matches(claimed: Iterable[str | None], source: Source, turn: Turn) -> bool | None:
    """Whether any of the names a story gives fits the turn's label; None when it can't be told."""
    names = [name for name in claimed if name and not is_pronoun(name)]
    if not names:
        return None
    results = [_fits(name, source, turn.speaker) for name in names]
    if any(result is True for result in results):
        return True
    if results[-1] is None and turn.speaker is not None:
        # "A senior official" may be anyone, but not when another is labelled so here.
        labels = {other.speaker for other in source.turns.turns} - {turn.speaker, None}
        if any(_fits(names[-1], source, label) is True for label in labels):
            return False
        held = office(names[-1])
        if held and held not in offices(turn.speaker):
            return False if any(held in offices(label or "") for label in labels) else None
    # The fuller name decides: "Blinken" may be resolved to "Antony Blinken".
    return results[-1]


@lru_cache(maxsize=4096)
def label_fits(name: str, label: str) -> bool | None:
    """Whether a name and a label of the record can be one person; None when it can't be told."""
    claimed, printed = words_of(_without_tail(_plainly_named(name))), words_of(label)
    if not claimed or "".join(printed) in _ANONYMOUS:
        return None
    asks, asked = _asks(claimed), _asks(printed)
    if asks or asked:
        return asks and asked
    if claimed == printed:
        return True
    if _is_latin(claimed) != _is_latin(printed):
        return None
    if is_role(claimed) or is_role(printed) or describes(name):
        return True if set(claimed) - ARTICLES == set(printed) - ARTICLES else None
    return _names_fit(claimed, printed)


_CYRILLIC = 0x370  # Greek, Cyrillic and what comes after
_IN_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
# Behind "press" they make an office of it: "press secretary", "basın danışmanı".
_OFFICERS = words(
    "secretary officer spokesman spokeswoman spokesperson chief attaché attache aide adviser "
    "advisor office director manager conference sekretär sekretärin sprecher sprecherin sözcüsü "
    "danışmanı sekreteri müşaviri katibi секретарь секретар служба secretario secretaria jefe"
)
_LONG = 8


def _fits(name: str, source: Source, label: str | None) -> bool | None:
    if label is None:
        return None
    known = source.aliases.get(label)
    if known:
        fits = [label_fits(name, alias) for alias in known]
        if any(fit is True for fit in fits) or label_fits(name, label) is True:
            return True
        told_by_office = is_role(words_of(name)) or describes(name)
        return None if told_by_office and not _asks(words_of(name)) else False
    return label_fits(name, label)


def _plainly_named(name: str) -> str:
    """ "Ana Roe" for "Ana Roe (Greens)" and "Ana Roe, the Greens"; "Roe, Ana" stays whole."""
    name = _IN_BRACKETS.sub(" ", name)
    before, comma, behind = name.partition(",")
    inverted = len(before.split()) == 1 and behind.strip()[:1].isupper()
    return before if comma and before.strip() and not inverted else name


def _is_latin(words_: list[str]) -> bool:
    return all(ord(word[0]) < _CYRILLIC for word in words_)


def _names_fit(claimed: list[str], printed: list[str]) -> bool:
    left, right = _untitled(claimed), _untitled(printed)
    if not _same(left[-1], right[-1]):
        # A first name alone, or a name in another order ("Xi Jinping", "XI").
        if len(left) == 1 or len(right) == 1:
            short, full = (left, right) if len(left) == 1 else (right, left)
            return any(_same(short[0], word) for word in full)
        return set(left) == set(right)
    if len(left) == 1 or len(right) == 1:
        return True
    first, other = left[0], right[0]
    return (
        _same(first, other)
        or (first[0] == other[0] and (len(first) == 1 or len(other) == 1))
        or first.startswith(other[:3])
        or first in right
        or other in left
        or _short_form(first, other)
    )


def _untitled(named: list[str]) -> list[str]:
    """The name without its titles: "Roe" for "Verkehrsministerin Roe"."""
    bare = [
        word
        for i, word in enumerate(named)
        if word not in TITLES
        and not (i < len(named) - 1 and len(word) >= _LONG and OFFICE.search(word))
    ]
    return bare or named


_SHORT = {
    "bob": "robert",
    "bill": "william",
    "will": "william",
    "jim": "james",
    "joe": "joseph",
    "mike": "michael",
    "tony": "antony",
    "jack": "john",
    "dick": "richard",
    "ted": "edward",
    "liz": "elizabeth",
    "betsy": "elizabeth",
    "chuck": "charles",
    "bernie": "bernard",
    "jake": "jacob",
    "peggy": "margaret",
    "hank": "henry",
    "larry": "lawrence",
    "sasha": "alexander",
    "volodya": "volodymyr",
}


def _short_form(left: str, right: str) -> bool:
    return _SHORT.get(left, left) == _SHORT.get(right, right)


def _same(left: str, right: str) -> bool:
    return left == right or _plain(left) == _plain(right)


def _plain(word: str) -> str:
    """Without marks on letters: papers print "Erdogan" for "Erdoğan"."""
    word = (
        word.replace("ı", "i")
        .replace("ø", "o")
        .replace("ł", "l")
        .replace("ə", "e")
        .replace("ß", "ss")
    )
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def _without_tail(name: str) -> str:
    """ "Colonel Ana Roe of the guard" without the guard; a description alone stays whole."""
    tail = TAIL.search(name)
    if tail is None:
        return name
    before = name[: tail.start()].strip()
    named = [word for word in words_of(before) if word not in TITLES and word not in ROLES]
    return before if named and before.split()[-1][:1].isupper() else name
