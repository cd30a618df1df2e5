"""What was cropped away beside a passage: the rest of its sentence, left and right."""

import re
from dataclasses import dataclass

from editorial.quotes.finding import DifferenceClass
from editorial.quotes.lexicon import Lexicon, lexicon_for
from editorial.quotes.lexicon.entry import words
from editorial.quotes.meaning import folded, folded_phrases
from editorial.quotes.sentence import sentence_end, sentence_start
from editorial.quotes.source import Source
from editorial.quotes.tokens import Tokens, phrase, spans_of, tokenise

_CLAUSE = re.compile(r"[;:!?…]|\.\.\.|--|[—–](?!\w)|\.\s")
_DASH = re.compile(r"--|—|–")
# A clause that is broken off, or closed, before the passage does not reach into it.
_BREAK = re.compile(r"(?:;|!|\?|--|—|–|\.\.\.|…)[\s\u00a0\"“„«]*$")
_COMMA = re.compile(
    r",[\s\u00a0\"“„«]*(?:then|dann|so|o zaman|то|alors|entonces)?[\s\u00a0\"“„«]*$"
)
_TIGHT = re.compile(r"[\s,\"'“„«‘(\u00a0\-–—…]*$")
_TAKEN_BACK = re.compile(
    r"(?:--|—|–|\.\.\.|…|,)\s*(?:sorry|correction|strike that|scratch that|I misspoke|no, wait"
    r"|I take that back|Entschuldigung|Korrektur|pardon|özür dilerim|düzeltiyorum|простите|вибачте"
    r"|perdón)\b",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[ \t\u00a0\"'”’»)]{0,4}(?:[.!?,;:…\n]|--|—|–|$)")
_REACH = 7
_CLAUSE_REACH = 12
_CLAIMS = words(
    "suggest suggests suggesting suggested claim claims claiming pretend pretends argue argues "
    "allege alleges alleged insist insists insisting behaupten behauptet iddia утверждает "
    "стверджує"
)
_BELIEFS = words(
    "believes believe thinks think thought feels says say glaubt glauben meint meinen "
    "denkt denken "
    "düşünüyor inanıyor думает считает думають вважає вважають считают croit pense cree piensa"
)
_TURKIC_IF = re.compile(r"[rzy]s[ae](?:k|m|n|nız|niz|lar|ler|q)?$")
_TEMPORAL = frozenset({("when",), ("once",), ("as", "soon", "as"), ("sobald",)})
_PARTS = frozenset(
    (part, of)
    for part in ("most", "some", "half", "few", "many", "none", "part", "several", "one", "all")
    for of in ("of",)
) | {("not", "all"), ("not", "every"), ("die", "meisten"), ("viele", "der"), ("einige", "der")}
_OWN = words("i we me us let you it this that which ich wir ben biz я мы ми je nous yo")
_RELATIVE = frozenset({"that", "que", "ki"})


@dataclass(frozen=True, slots=True)
class Cropped:
    """Words beside the passage that change what it says: ``text[start:end]``, their class, and
    whether they stand to the left; ``adjacent``: a "not" directly before the passage."""

    kind: DifferenceClass
    start: int
    end: int
    left: bool
    adjacent: bool = False


def cropped(
    source: Source,
    start: int,
    end: int,
    *,
    clause: bool,
    whole: bool,
    partial: bool = False,
) -> Cropped | None:
    """What was cropped beside ``source.text[start:end]``; None if nothing that matters.

    ``clause``: the quote is long enough to stand as a sentence of its own; ``whole``: it begins
    with a capital, as one does; ``partial``: the story gives it as part of a sentence of its own.
    """
    turn = source.turns.at(start)
    lexicon = lexicon_for(source.language)
    ahead = _looks_ahead(source, start, end, lexicon)
    left = _left(source, turn.start, start, lexicon, whole=whole, ahead=ahead)
    if left is not None and partial and not whole and left.adjacent:
        # He would not "come together": the story has the "not" before the mark.
        left = None
    if left is not None and (whole or left.kind == "negation" or _closes(source.text, end)):
        return left
    if not clause:
        return None
    return _right(source, max(turn.end, end), end, lexicon, ahead=ahead)


def _left(
    source: Source, floor: int, start: int, lexicon: Lexicon, *, whole: bool, ahead: bool
) -> Cropped | None:
    text = source.text
    begin = sentence_start(text, start, floor)
    if begin >= start:
        return None
    lead = text[begin:start]
    if _BREAK.search(lead):
        return None
    tokens = tokenise(text, source.language, begin, begin + len(_TIGHT.sub("", lead)))
    first, keys = _last_clause(tokens, lexicon)
    if not keys:
        return None
    comma = _COMMA.search(lead) is not None
    kind = _governs(_without_fillers(keys, lexicon), lexicon, comma=comma)
    if kind is None and comma:
        for begin_at in dict.fromkeys((0, first)):
            kind = kind or _condition_before(tokens, begin_at, lexicon, ahead=ahead)
            first = begin_at
    if kind is None and _TURKIC_IF.search(tokens.keys[-1]) and source.language in ("tr", "az"):
        kind = "condition"
    if kind is None and whole and tuple(keys[-2:]) in _PARTS:
        kind = "quantity"
    if kind is None and whole and keys[-1] in _softeners(lexicon):
        kind = "hedge"
    if kind is None:
        return None
    adjacent = keys[-1] in folded(lexicon.language, "negations")
    return Cropped(kind, tokens.starts[first], tokens.ends[-1], left=True, adjacent=adjacent)


def _closes(text: str, end: int) -> bool:
    """Whether a clause of the record ends where the passage does: a fragment claims less."""
    return text[end - 1 : end] in tuple(".!?,;:…") or _CLAUSE_END.match(text, end) is not None


def _looks_ahead(source: Source, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the passage speaks of what may come: only then does a "when" make a condition."""
    keys = tokenise(source.text, source.language, start, min(end, start + 200)).keys[:10]
    return "going" in keys or any(key in folded(lexicon.language, "modals") for key in keys)


def _softeners(lexicon: Lexicon) -> frozenset[str]:
    """Reservations of one word that stand right beside what they soften: "probably"."""
    return folded_phrases(lexicon.language, "hedges") - folded(lexicon.language, "openers")


def _last_clause(tokens: Tokens, lexicon: Lexicon) -> tuple[int, tuple[str, ...]]:
    """Where the clause begins that leads up to the passage, and its words; an aside in dashes
    between it and the passage is skipped."""
    dashes = [
        i
        for i in range(1, len(tokens))
        if _DASH.search(tokens.text[tokens.ends[i - 1] : tokens.starts[i]])
    ]
    size = len(tokens)
    # "I don't remember suggesting -- as you suggested -- that": the aside is not the clause.
    if (
        len(dashes) >= 2
        and tokens.keys[dashes[-1] : size]
        and set(tokens.keys[dashes[-1] :]) <= folded(lexicon.language, "complementizers")
    ):
        first = dashes[-3] if len(dashes) > 2 else 0
        return first, tokens.keys[first : dashes[-2]] + tokens.keys[dashes[-1] :]
    for i in range(size - 1, 0, -1):
        if _CLAUSE.search(tokens.text[tokens.ends[i - 1] : tokens.starts[i]] + " "):
            return i, tokens.keys[i:]
    return 0, tokens.keys


def _without_fillers(keys: tuple[str, ...], lexicon: Lexicon) -> list[str]:
    """The words without fillers at their end: "…, to say, well, you know"."""
    spans = list(spans_of(keys, lexicon.fillers, lexicon.language))
    end = len(keys)
    while spans and spans[-1][1] == end:
        end = spans.pop()[0]
    return list(keys[:end] or keys)


def _governs(tail: list[str], lexicon: Lexicon, *, comma: bool) -> DifferenceClass | None:
    """The class of a phrase that ends right before the passage and denies or suspends it."""
    code = lexicon.language
    complementizers = folded(code, "complementizers")
    opinions = folded(code, "opinions")
    denials = folded(code, "negations")
    conditions = folded_phrases(code, "conditions")
    for entry in lexicon.doubts:
        wanted = phrase(entry, code)
        if wanted and tuple(tail[-len(wanted) :]) == wanted:
            return "condition" if wanted[0] in conditions else "hedge"
    complement = relative = False
    while tail and tail[-1] in complementizers:
        complement = True
        relative = tail.pop() in _RELATIVE
    if not tail:
        return None
    denied = any(key in denials for key in tail[-_REACH:])
    # "an agreement that …" is no clause that a "not" reaches into, "I don't say that …" is.
    if denied and ((complement and not relative) or tail[-1] in opinions):
        return "negation"
    # "No, …" answers; a "not" without a comma reaches into what follows.
    if tail[-1] in denials and not comma and tail[-1] not in folded(code, "openers"):
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


def _condition_before(
    tokens: Tokens, first: int, lexicon: Lexicon, *, ahead: bool
) -> DifferenceClass | None:
    """The sentence opens with a condition that a comma closes before the passage."""
    code = lexicon.language
    keys = tokens.keys
    openers = folded(code, "openers")
    fillers = dict(spans_of(keys, lexicon.fillers, code))
    at = first
    while at < len(keys) and (at in fillers or keys[at] in openers):
        at = fillers.get(at, at + 1)
    for entry in lexicon.conditions:
        wanted = phrase(entry, code)
        if wanted and keys[at : at + len(wanted)] == wanted and (ahead or wanted not in _TEMPORAL):
            inside = tokens.text[tokens.starts[at] : tokens.ends[-1]]
            return None if _CLAUSE.search(inside) else "condition"
    return None


def _right(
    source: Source, ceiling: int, end: int, lexicon: Lexicon, *, ahead: bool
) -> Cropped | None:
    text = source.text
    stop = sentence_end(text, end, ceiling)
    rest = text[end:stop]
    if not rest.strip(" \t\u00a0.!?…\"'”’»)-–—,;:"):
        return None
    tokens = tokenise(text, source.language, end, stop)
    code = lexicon.language
    keys = tokens.keys
    if not keys:
        return None
    gap = text[end : tokens.starts[0]]
    if re.search(r"[.!?;:]", gap) or re.search(r"[.!?][\"'”’»)]*$", text[end - 3 : end]):
        return None
    if _TAKEN_BACK.search(rest):
        return Cropped("retraction", tokens.starts[0], tokens.ends[-1], left=False)
    at = 1 if len(keys) > 1 and keys[0] in ("but", "aber", "ama", "но", "але") else 0
    for entry in lexicon.conditions:
        wanted = phrase(entry, code)
        if (
            wanted
            and keys[at : at + len(wanted)] == wanted
            and wanted[0] not in ("ancak", "yalnız", "ise", "whether", "ob")
            and (ahead or wanted not in _TEMPORAL)
            and keys[at + len(wanted) : at + len(wanted) + 1] != ("or",)
        ):
            return Cropped("condition", tokens.starts[0], tokens.ends[-1], left=False)
    alone = len(keys) == 1 or (len(keys) > 1 and "," in text[tokens.ends[0] : tokens.starts[1]])
    if keys[0] in _softeners(lexicon) and alone:
        return Cropped("hedge", tokens.starts[0], tokens.ends[0], left=False)
    return None


def changed_mood(source: Source, end: int, quote: str) -> bool:
    """Whether the passage ends a question that the quote prints as a statement, or the reverse."""
    text = source.text
    tail = re.match(r"[\s\u00a0\"'”’»)]*([.!?…]+)", text[end : end + 12])
    marks = text[max(0, end - 1) : end] + (tail[1] if tail is not None else "")
    last = quote.rstrip(" \t\n\u00a0\"'”’»)]")[-1:]
    if "?" in marks:
        return last in (".", "!") and last != ""
    return last == "?" and "." in marks
