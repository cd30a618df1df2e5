"""Whether the speaker a story names is the one the record names."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from editorial.quotes.lexicon import languages
from editorial.quotes.lexicon.entry import words
from editorial.quotes.source import Source
from editorial.quotes.turns import Turn

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
TITLES = words(
    "cllr councillor councilor councilmember councilman councilwoman alderman alderwoman comrade "
    "mr mrs ms miss dr prof professor doctor sir dame lord lady madam herr frau monsieur "
    "madame señor señora secretary minister senator congressman congresswoman representative "
    "governor president chancellor chairman chairwoman chair mayor ambassador general colonel "
    "major captain lieutenant admiral sergeant judge justice king queen prince princess pope "
    "bishop archbishop speaker premier prime vice deputy foreign defense defence state press "
    "attorney director chief officer spokesman spokeswoman spokesperson reverend rabbi imam "
    "sheikh präsident präsidentin vizepräsident vizepräsidentin minister ministerin "
    "bundesminister bundesministerin bundeskanzler bundeskanzlerin kanzler kanzlerin "
    "staatssekretär staatssekretärin abgeordneter abgeordnete abg kollege kollegin graf "
    "freiherr başkan başkanı bakan bakanı sayın cumhurbaşkanı milletvekili prezident nazir "
    "cənab xanım президент министр міністр пан пані господин госпожа канцлер премьер прем'єр "
    "депутат глава zeuge zeugin sachverständiger sachverständige angeklagter angeklagte "
    "bürgermeister bürgermeisterin oberbürgermeister oberbürgermeisterin landrat landrätin "
    "staatsanwalt staatsanwältin rechtsanwalt rechtsanwältin richter richterin witness detective "
    "inspector dci superintendent constable nurse pastor coach свидетель эксперт bey tanık "
    "the a an of and der die das von van de la former then acting interim us "
    "u.s house white former senior representative-elect first second third secretary-general"
)
_ROLES = words(
    "the president vice official officials administration senior spokesman spokeswoman "
    "spokesperson moderator host chair chairman speaker question answer minister source aide "
    "guest witness audience member participant interviewer interviewee operator voice man "
    "woman male female unidentified unknown candidate candidates q a prime attorney general "
    "white house government secretary foreign ministry candidate company council state "
    "panelist expert analyst diplomat resident lawyer doctor teacher worker"
    " kremlin pentagon nato un eu commission department treasury bundesregierung"
)
_QUESTIONERS = frozenset(
    {"q", "question", "frage", "soru", "sual", "вопрос", "питання", "pregunta"}
) | {word for entry in languages() for word in entry.questioners}
# German writes an office as one word: "Verkehrsminister".
_OFFICE = re.compile(
    r"(?:minister|ministerin|präsident|präsidentin|sprecher|sprecherin|kanzler|kanzlerin|meister"
    r"|meisterin|chef|chefin|vorsitzende|vorsitzender|leiter|leiterin|direktor|direktorin"
    r"|sekretär|sekretärin|rat|rätin)$"
)
_PRONOUNS = frozenset(word for entry in languages() for word in entry.pronouns)
_ANONYMOUS = frozenset({"", "?", "speaker", "a", "answer", "unknown"})


def is_questioner(label: str | None) -> bool:
    """Whether a label of the record stands for whoever asks: ``Q``, ``REPORTER``, ``PRESS``."""
    words = _words(label or "")
    return bool(words) and any(word in _QUESTIONERS for word in words)


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
    # The fuller name decides: "Blinken" may be resolved to "Antony Blinken".
    return results[-1]


@lru_cache(maxsize=4096)
def label_fits(name: str, label: str) -> bool | None:
    """Whether a name and a label of the record can be one person; None when it can't be told."""
    claimed, printed = _words(_without_tail(name)), _words(label)
    if not claimed or "".join(printed) in _ANONYMOUS:
        return None
    asks = any(word in _QUESTIONERS for word in claimed)
    asked = any(word in _QUESTIONERS for word in printed)
    if asks or asked:
        return asks and asked
    if claimed == printed:
        return True
    if _is_latin(claimed) != _is_latin(printed):
        return None
    # What is all in small letters describes somebody: "the seed bank's director".
    described = name == name.lower() or claimed[0] in _GERMAN_ARTICLES
    if _is_role(claimed) or _is_role(printed) or described:
        return True if set(claimed) - _ARTICLES == set(printed) - _ARTICLES else None
    return _names_fit(claimed, printed)


_CYRILLIC = 0x370  # Greek, Cyrillic and what comes after
_GERMAN_ARTICLES = frozenset({"der", "die", "das", "ein", "eine"})
_ARTICLES = frozenset({"the", "a", "an", "der", "die", "das", "ein", "eine"})


def _fits(name: str, source: Source, label: str | None) -> bool | None:
    if label is None:
        return None
    known = source.aliases.get(label)
    if known:
        fits = [label_fits(name, alias) for alias in known]
        if any(fit is True for fit in fits) or label_fits(name, label) is True:
            return True
        return None if _is_role(_words(name)) and not _is_question(name) else False
    return label_fits(name, label)


def _is_question(name: str) -> bool:
    return any(word in _QUESTIONERS for word in _words(name))


def _is_latin(words_: list[str]) -> bool:
    return all(ord(word[0]) < _CYRILLIC for word in words_)


def _names_fit(claimed: list[str], printed: list[str]) -> bool:
    left = [word for word in claimed if word not in TITLES] or claimed
    right = [word for word in printed if word not in TITLES] or printed
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


_TAIL = re.compile(r"\b(?:of|from|with|at|for)\b\s")


def _without_tail(name: str) -> str:
    """ "Colonel Ana Roe of the guard" without the guard; a description alone stays whole."""
    tail = _TAIL.search(name)
    if tail is None:
        return name
    before = name[: tail.start()].strip()
    named = [word for word in _words(before) if word not in TITLES and word not in _ROLES]
    return before if named and before.split()[-1][:1].isupper() else name


def _is_role(words: list[str]) -> bool:
    return all(word in _ROLES or word in TITLES or _OFFICE.search(word) for word in words)


def _words(name: str) -> list[str]:
    folded = name.replace("İ", "i").lower().replace("’", "'")
    return [word.removesuffix("'s") for word in _WORD.findall(folded)]
