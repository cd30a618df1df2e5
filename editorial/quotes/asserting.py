"""Whether a clause that something leads up to is still the speaker's own claim.

A clause behind "that" is claimed only where the words before it say so: "we know that", "the truth
is that". Behind words that are not known to, it is suspended ("I refuse to believe that"), or
another's ("the union claims that").
"""

from collections.abc import Sequence
from functools import lru_cache

from editorial.quotes.finding import DifferenceClass
from editorial.quotes.governing import is_beyond_doubt
from editorial.quotes.lexicon import Lexicon
from editorial.quotes.lexicon.assertion import ASSERTIONS
from editorial.quotes.meaning import folded, negations
from editorial.quotes.tokens import phrase

_NEAR = 9
_VERB_REACH = 5
_MANNERS = 3


@lru_cache(maxsize=16)
def _known(language: str, name: str) -> frozenset[str]:
    entries: frozenset[str] = getattr(ASSERTIONS[language], name)
    return frozenset(key for entry in entries for key in phrase(entry, language)[:1])


def suspended(
    words: Sequence[str], lexicon: Lexicon, *, linked: bool, comma: bool
) -> DifferenceClass | None:
    """What ``words``, right before a clause, do to it; None where it stays the speaker's claim.

    ``linked``: a conjunction stood behind them ("that"); ``comma``: a comma parts the two.
    """
    code = lexicon.language
    if code not in ASSERTIONS or not words:
        return None
    # German parts the two by a comma in any case, English only where nothing depends on it.
    parted = comma and code != "de"
    # "Die Opposition erzählt überall, wir …": an adverb may stand behind the German verb.
    verb = words[-2:] if code == "de" and comma else words[-1:]
    if not linked and (parted or not set(verb) & _known(code, "bare")):
        return None
    if linked and _leads_to_no_claim(words, code):
        return None
    near = list(words[-_NEAR:])
    if is_beyond_doubt(near, lexicon):
        return None
    if _says_what(near):
        return "negation" if negations(near, lexicon) % 2 else None
    if _unreal(near, code):
        return "hedge"
    counted = len(near) > 1 and near[-2] in _known(code, "ordinals")
    if counted and near[-1] in _known(code, "copulas"):
        # "The first is that …", "the other one is that …".
        return None
    verbs = _known(code, "own") | _known(code, "factive")
    last = len(near) - 1
    at = next((i for i in range(last, max(-1, last - _VERB_REACH), -1) if near[i] in verbs), -1)
    if at < 0:
        return "hedge"
    denied = negations(near[:at], lexicon) > 0
    if near[at] in _known(code, "factive"):
        return "negation" if denied and linked else None
    if not _is_own(near[:at], lexicon):
        return "attribution"
    return "negation" if denied else None


def _leads_to_no_claim(words: Sequence[str], code: str) -> bool:
    """Whether the conjunction behind ``words`` is another: "now that", "the plan that"."""
    for entry in ASSERTIONS[code].passed:
        wanted = phrase(entry, code)
        if tuple(words[-len(wanted) :]) == wanted:
            return True
    if code == "en" and {"so", "such"} & set(words[-4:-1]):
        # "It was so cold that the pipes froze."
        return True
    noun = words[-2:-1] and words[-2] in _known(code, "determiners")
    known = _known(code, "nouns") | _known(code, "factive") | _known(code, "unreal")
    return bool(noun) and words[-1] not in known


def _says_what(near: Sequence[str]) -> bool:
    """ "What I was suggesting to the board is that …": it is what the speaker says."""
    if near[-1] not in ("is", "was") or "what" not in near:
        return False
    meant = near[near.index("what") + 1 :]
    return (
        len(meant) > 2
        and meant[0] in _FIRST - {"if"}
        and bool(_MEANT & set(meant[1 : _MANNERS + 1]))
    )


def _unreal(near: Sequence[str], code: str) -> bool:
    spoken = _known(code, "spoken")
    unreal = _known(code, "unreal")
    for i, key in enumerate(near):
        if key not in unreal:
            continue
        behind = near[i + 1 : i + 1 + _MANNERS]
        manners = key in _MANNERLY and set(behind) & spoken and "have" not in behind
        if not (manners and _is_first(near[:i])):
            return True
    return False


_MANNERLY = frozenset({"would", "würde", "würden", "бы", "би", "may", "might"})
_MEANT = frozenset({"suggesting", "suggested", "suggest", "describing", "described"})
_CHAINS = frozenset({"to", "zu"})
_FIRST = frozenset({"i", "we", "ich", "wir", "я", "мы", "ми", "if"})


def _is_first(before: Sequence[str]) -> bool:
    return not before or before[-1] in _FIRST


def _is_own(before: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether the subject of the verb behind ``before`` is the speaker, or nobody."""
    code = lexicon.language
    helpers = _known(code, "helpers")
    own = _known(code, "own_subjects") | folded(code, "first_person")
    chained = False
    for key in reversed(before):
        if key in own:
            return True
        if key not in helpers and not chained:
            return False
        # "I regret to tell you": the verb before the infinitive has the same subject.
        chained = key in _CHAINS
    return True
