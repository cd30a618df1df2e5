"""What leads up to a passage in its sentence, and denies, suspends or conditions it."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from editorial.quotes.finding import DifferenceClass
from editorial.quotes.folding import fold
from editorial.quotes.lexicon import Lexicon
from editorial.quotes.lexicon.entry import words
from editorial.quotes.meaning import folded, folded_phrases, negations
from editorial.quotes.tokens import Tokens, phrase, spans_of


def in_any_language(text: str) -> frozenset[str]:
    """Words as they are compared, German ones with their umlauts written out too."""
    return words(text) | {fold(word, "de") for word in text.split()}


CLAUSE = re.compile(r"[;:!?…]|\.\.\.|--|[—–](?!\w)|\.\s")
_CLAIMS = in_any_language(
    "tell tells telling told assure assures assured suggest suggests suggesting suggested claim "
    "claims claiming pretend pretends argue argues "
    "allege alleges alleged insist insists insisting insisted claimed argued pretended "
    "behaupten behauptet iddia утверждает стверджує"
)
_BELIEFS = in_any_language(
    "believes believe believed thinks think thought feels felt says say suspect suspects suspected "
    "fear fears feared assume assumes assumed hope hopes hoped imagine imagines glaubt glauben "
    "meint meinen denkt denken "
    "düşünüyor inanıyor думает считает думають вважає вважають считают croit pense cree piensa"
)
TEMPORAL = frozenset({("when",), ("once",), ("as", "soon", "as")})
# What is only told: "a theory going around that …", "der Vorwurf, dass …".
_HEARSAY = in_any_language(
    "concern concerns argument arguments criticism complaint complaints worry worries objection "
    "objections perception assumption caricature premise theory rumor rumors myth claim claims "
    "allegation allegations notion story talk gossip "
    "speculation fiction fear fears suggestion accusation accusations impression illusion "
    "gerücht gerüchte vorwurf behauptung theorie eindruck legende these verdacht iddia iddiası "
    "söylenti слух слухи чутки"
)
_HEARSAY_REACH = 6
_DOUBT_REACH = 6
_DOUBTS = in_any_language(
    "doubt question secret deny denying ignore hide forget surprise accident coincidence denial "
    "dispute disputes doubts denies mistake wonder escape zweifel frage geheimnis leugnen "
    "bestreiten verschweigen vergessen zufall wunder сомнения сомнений секрет сумніву секрет"
)
_DENYING = (
    "short of",
    "far from",
    "instead of",
    "rather than",
    "anything but",
    "nowhere near",
    "the opposite of",
    "no substitute for",
    "an alternative to",
    "alles andere als",
    "weit entfernt von",
    "statt",
    "anstatt",
    "вместо",
    "замість",
    "au lieu de",
    "en lugar de",
    "en vez de",
)
_IS = in_any_language("is was 's ist war est es era")
_ADVERBS = in_any_language(
    "now today again always still just jetzt heute immer gern gerne oft schon"
)
_REACH = 7
_CLAUSE_REACH = 12
# "Had I known, …", "Hätten wir es gewusst, …": a condition without an "if".
_INVERTED = in_any_language("had were should hätte hätten wäre wären sollte sollten würde würden")
_SHOULD = in_any_language("sollte sollten solltest")
_UNREAL = in_any_language(
    "would could might should hätte hätten wäre wären würde würden könnte könnten müsste müssten "
    "muss müssen wird werden"
)
# "stünde", "käme", "ließe" and their like, umlauts written out.
_SUBJUNCTIVE = re.compile(
    r"(?:uende|aeme|aebe|aende|iesse|aere|aette|uerde|oennte|uesste|uerfte|aenge|aeche|aehe|oege)n?$"
)
_WHEN = ("the day", "the moment", "the minute", "the second", "the hour", "every time", "any time")
_INTRODUCTION = 6
_TELLS = words("tell tells told telling assure assures assured")
_HEARERS = words("you us me him her them everyone people reporters")
_TOLD = words("told assured informed advised")
_PASSIVE = words("am are was were been being")
_OWN = words("i we me us let you it this that which ich wir ben biz я мы ми je nous yo")
_RELATIVE = frozenset({"that", "que", "ki"})


def is_beyond_doubt(near: Sequence[str], lexicon: Lexicon) -> bool:
    """ "There is no doubt that", "I can't deny that": a "not" before a word that denies."""
    denied = [i for i, key in enumerate(near[-_DOUBT_REACH:]) if negations((key,), lexicon)]
    return bool(denied) and bool(_DOUBTS & set(near[-_DOUBT_REACH:][denied[0] + 1 :]))


def denies_next(keys: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Whether the words end on a phrase that denies what follows: "action short of"."""
    known = (phrase(entry, lexicon.language) for entry in _DENYING)
    return any(keys[-len(wanted) :] == wanted for wanted in known if wanted)


def governs(tail: list[str], lexicon: Lexicon, *, comma: bool) -> DifferenceClass | None:
    """The class of a phrase that ends right before the passage and denies or suspends it."""
    code = lexicon.language
    complementizers = folded(code, "complementizers")
    opinions = folded(code, "opinions")
    denials = folded(code, "negations")
    conditions = folded_phrases(code, "conditions")
    if is_beyond_doubt(tail, lexicon):
        return None
    for entry in lexicon.doubts:
        wanted = phrase(entry, code)
        if wanted and tuple(tail[-len(wanted) :]) == wanted:
            return "condition" if wanted[0] in conditions else "hedge"
    if comma and len(tail) > 2 and tail[-1] in _ADVERBS:
        return governs(tail[:-1], lexicon, comma=comma)
    complement = relative = False
    while tail and tail[-1] in complementizers:
        complement = True
        relative = tail.pop() in _RELATIVE
    if not tail:
        return None
    if len(tail) > 1 and tail[-1] in _HEARERS and tail[-2] in _TELLS:
        tail.pop()
        complement = True
    told = _HEARSAY & set(tail[-_HEARSAY_REACH:]) and "what" not in tail
    if complement and (told or _only_told(tail)):
        return "attribution"
    if (
        complement
        and tail[-1] in _IS
        and "what" not in tail
        and (_HEARSAY & set(tail[:_HEARSAY_REACH]))
    ):
        return "attribution"
    denied = any(key in denials for key in tail[-_REACH:])
    # "an agreement that …" is no clause that a "not" reaches into, "I don't say that …" is.
    if comma and not complement and tail[-1] == "know":
        # "I don't know, …" only gains time.
        denied = False
    if denied and ((complement and not relative) or tail[-1] in opinions):
        return "negation"
    # "No, …" answers; a "not" without a comma reaches into what follows.
    if tail[-1] in denials and not comma:
        return "negation"
    for entry in lexicon.doubts:
        wanted = phrase(entry, code)
        if complement and wanted and tuple(tail[-len(wanted) :]) in (wanted, wanted[:-1]):
            return "hedge"
    others = folded(code, "others")
    if tail[-1] in _BELIEFS and any(key in others for key in tail[-4:-1]):
        return "attribution"
    before = tail[-_CLAUSE_REACH:-1]
    nested = [i for i, key in enumerate(before) if key in complementizers and key != "to"]
    subject = set(before[nested[-1] + 1 :] if nested else before)
    if (
        subject
        and not _OWN & subject
        and (tail[-1] in _BELIEFS or (complement and tail[-1] in _CLAIMS))
    ):
        return "attribution"
    return None


def _only_told(tail: list[str]) -> bool:
    """ "I'm told by the contractor that …"."""
    return any(
        key in _TOLD and before in _PASSIVE for before, key in pairwise(tail[-_CLAUSE_REACH:])
    )


def behind_introduction(tokens: Tokens) -> Iterator[int]:
    """Words behind a comma near the head: "On the other hand, if they agree, …"."""
    for i in range(1, min(len(tokens), _INTRODUCTION + 1)):
        if "," in tokens.text[tokens.ends[i - 1] : tokens.starts[i]]:
            yield i


def inverted(tokens: Tokens, first: int, passage: tuple[str, ...]) -> bool:
    """Whether the clause is a condition by its order alone, and the passage what would follow."""
    if tokens.keys[first] in _SHOULD and len(tokens) > first + 2:
        return True
    return (
        tokens.keys[first] in _INVERTED
        and len(tokens) > first + 2
        and any(key in _UNREAL or _SUBJUNCTIVE.search(key) for key in passage[:5])
    )


def condition_before(
    tokens: Tokens, first: int, lexicon: Lexicon, *, ahead: bool
) -> DifferenceClass | None:
    """The sentence opens with a condition that a comma closes before the passage."""
    code = lexicon.language
    keys = tokens.keys
    openers = folded(code, "openers")
    fillers = dict(spans_of(keys, lexicon.fillers, code))
    at = first
    known = [phrase(entry, code) for entry in lexicon.conditions]
    while (
        at < len(keys)
        and (at in fillers or keys[at] in openers)
        and not any(wanted and keys[at : at + len(wanted)] == wanted for wanted in known)
    ):
        at = fillers.get(at, at + 1)
    if ahead and any(keys[at : at + 2] == phrase(entry, "en") for entry in _WHEN):
        return "condition"
    for entry in lexicon.conditions:
        wanted = phrase(entry, code)
        if wanted and keys[at : at + len(wanted)] == wanted and (ahead or wanted not in TEMPORAL):
            inside = tokens.text[tokens.starts[at] : tokens.ends[-1]]
            return None if CLAUSE.search(inside) else "condition"
    return None
