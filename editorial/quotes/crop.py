"""What was cropped away beside a passage: the rest of its sentence, left and right."""

import re
from collections.abc import Iterator
from functools import lru_cache

from editorial.quotes.asserting import suspended
from editorial.quotes.beside import Cropped
from editorial.quotes.bounds import bounds
from editorial.quotes.finding import DifferenceClass
from editorial.quotes.fragment import SUBJECT, SUBJECTS, has_verb, is_fragment
from editorial.quotes.governing import (
    CLAUSE,
    behind_introduction,
    condition_before,
    governs,
    in_any_language,
    inverted,
)
from editorial.quotes.lexicon import Lexicon, lexicon_for
from editorial.quotes.lexicon.entry import words
from editorial.quotes.meaning import folded, less_said
from editorial.quotes.protasis import (
    before_then,
    carries_condition,
    follows_condition,
    is_cleft_denial,
    within_condition,
)
from editorial.quotes.scope import limited_before
from editorial.quotes.sentence import sentence_start
from editorial.quotes.source import Source
from editorial.quotes.tokens import Tokens, spans_of, tokenise
from editorial.quotes.trailing import TURKIC_IF, closes, right_of, softeners

_DASH = re.compile(r"--|—|–")
# A clause that is broken off, or closed, before the passage does not reach into it.
_BREAK = re.compile(r"(?:;|!|\?|--|—|–|\.\.\.|…)[\s\u00a0\"“„«]*$")
# "Wenn der Damm bricht, ist ⟦das Dorf verloren⟧": the verb of the claim stands before it.
_VERB_FIRST = re.compile(
    r",[\s\u00a0]+"
    r"(?!(?:dass|daß|ob|weil|und|aber|denn|doch|sondern|wie|was|wo|die|der|das|ich|wir)\b)"
    r"[^\W\d_]+[\s\u00a0\"“„«]*$"
)
_COMMA = re.compile(
    r",[\s\u00a0\"“„«]*(?:then|dann|so|o zaman|то|alors|entonces)?[\s\u00a0\"“„«]*$"
)
_TIGHT = re.compile(r"[\s,\"'“„«‘(\u00a0\-–—…]*$")
_CLAUSE_HEAD = re.compile(r"(?:[.!?;:…,\n]|--|—|–)[\s\u00a0\"“„«]*$")
_HEARERS = words("you ihr")
_AND = words("and but so und aber also и но і але et mais y pero")
# Words that bound a number only beside another: "up to", "at most".
_VAGUE = words("up to at as than well plus de que ab als bis du des up cerca près чем ніж")
_LONGEST = 2000
# "With luck we'll be even": a condition that needs no comma.
_LUCK = in_any_language("luck fortune glück şansla")
_WITH = words("with mit")
_LUCKY_REACH = 4


_PARTS = frozenset(
    (part, of)
    for part in ("most", "some", "half", "few", "many", "none", "part", "several", "one", "all")
    for of in ("of",)
) | {("not", "all"), ("not", "every"), ("die", "meisten"), ("viele", "der"), ("einige", "der")}


def cropped(
    source: Source,
    start: int,
    end: int,
    *,
    clause: bool,
    whole: bool,
    partial: bool = False,
    stopped: bool = False,
) -> Cropped | None:
    """What was cropped beside ``source.text[start:end]``; None if nothing that matters.

    ``clause``: the quote is long enough to stand as a sentence of its own; ``whole``: it begins
    with a capital, as one does; ``partial``: the story gives it as part of a sentence of its own;
    ``stopped``: it is printed as a whole sentence, to its full stop.
    """
    turn = source.turns.at(start)
    lexicon = lexicon_for(source.language)
    ahead = _looks_ahead(source, start, end, lexicon)
    said = tokenise(source.text, source.language, start, min(end, start + _LONGEST)).keys
    whole = whole or (clause and said[:1] != () and said[0] in SUBJECTS)
    left = _left(source, turn.start, start, lexicon, whole=whole, ahead=ahead)
    if left is not None and partial and not whole and left.adjacent:
        # He would not "come together": the story has the "not" before the mark.
        left = None
    states = clause and not partial and _is_clause(source, start, said, lexicon)
    fragment = not (whole or states) and is_fragment(said, lexicon)
    if left is not None and left.kind == "hedge" and fragment:
        left = None
    if left is not None and (
        whole or states or left.kind == "negation" or closes(source.text, end)
    ):
        return left
    if not clause:
        return None
    if fragment:
        return None
    whole = whole or states
    ceiling = max(turn.end, end)
    return right_of(source, ceiling, end, lexicon, said, ahead=ahead, whole=whole, stopped=stopped)


def _commas(tokens: Tokens) -> Iterator[int]:
    """Words behind the commas of an introduction, and behind the last comma of all."""
    yield from behind_introduction(tokens)
    yield from _last_commas(tokens, len(tokens))


def _last_commas(tokens: Tokens, end: int) -> Iterator[int]:
    """The word before ``end`` that stands behind the last comma."""
    for i in range(end - 1, 0, -1):
        if "," in tokens.text[tokens.ends[i - 1] : tokens.starts[i]]:
            yield i
            return


def _is_clause(source: Source, start: int, said: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Whether a passage that begins with a small letter is a clause with its subject."""
    code = lexicon.language
    helps = folded(code, "auxiliaries") | folded(code, "modals")
    verb = next((i for i, key in enumerate(said[:SUBJECT]) if key in helps), 0)
    linked = folded(code, "complementizers") | folded(code, "conjunctions")
    if verb == 0 or set(said[:verb]) & (linked - {"that"}) or said[0] in helps:
        return False
    lead = source.text[max(0, start - 24) : start]
    before = tokenise(lead, source.language).keys[-1:]
    return bool(_CLAUSE_HEAD.search(lead)) or bool(set(before) & linked)


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
    if source.language == "de":
        lead = _VERB_FIRST.sub(",", lead)
    tokens = tokenise(text, source.language, begin, begin + len(_TIGHT.sub("", lead)))
    first, keys = _last_clause(tokens, lexicon)
    if not keys:
        return None
    comma = _COMMA.search(lead) is not None
    # "No. 5" is no sentence's end to the eye of the machine, "No. We did not" is one.
    stopped = lead.rstrip()[-1:] == "."
    own = _own_clause(tokens, first)
    kind = governs(_without_fillers(own or keys, lexicon), lexicon, comma=comma or stopped)
    if kind is None and comma:
        clause_at = first
        for begin_at in dict.fromkeys((0, first, *_commas(tokens))):
            if kind is None:
                near = begin_at in (0, clause_at)
                kind = condition_before(tokens, begin_at, lexicon, ahead=ahead and near)
                first = begin_at
        if kind is None and inverted(tokens, clause_at, _keys_behind(source, start)):
            kind = "condition"
    if kind is None:
        kind = _leads_up(tokens, first, lexicon, _keys_behind(source, start), comma=comma)
    if kind is None and set(keys[:_LUCKY_REACH]) & _LUCK and keys[0] in _WITH:
        kind = "condition"
    turkic = source.language in ("tr", "az")
    if kind is None and (
        (turkic and TURKIC_IF.search(before_then(tokens.keys)))
        or (whole and within_condition(tokens, first, lexicon))
        or follows_condition(source, floor, begin, tokens.keys, lexicon)
        or (whole and ahead and carries_condition(tokens, lexicon))
    ):
        kind = "condition"
    if kind is None and is_cleft_denial(keys, _keys_behind(source, start), lexicon):
        kind = "negation"
    if kind is None:
        said = _keys_behind(source, start)
        for begin_at in dict.fromkeys((0, first, *_commas(tokens))):
            kind = kind or limited_before(tokens, begin_at, said, lexicon, comma=comma, whole=whole)
            first = begin_at if kind else first
    if kind is None and _bounds_number(keys, _keys_behind(source, start), lexicon):
        kind = "quantity"
    clause = whole or has_verb(_keys_behind(source, start), lexicon)
    if kind is None and (
        (clause and tuple(keys[-2:]) in _PARTS) or (whole and less_said(keys[-1:], lexicon))
    ):
        kind = "quantity"
    if kind is None and whole and keys[-1] in softeners(lexicon):
        kind = "hedge"
    if kind is None:
        return None
    adjacent = keys[-1] in folded(lexicon.language, "negations")
    return Cropped(kind, tokens.starts[first], tokens.ends[-1], left=True, adjacent=adjacent)


def _leads_up(
    tokens: Tokens, first: int, lexicon: Lexicon, said: tuple[str, ...], *, comma: bool
) -> DifferenceClass | None:
    """What the last clause of the lead does to the passage, a clause by itself: suspends it, or
    sets a condition without a comma ("unless they agree we stay")."""
    links = folded(lexicon.language, "complementizers") - {"to"}
    end = len(tokens)
    while end > first and tokens.keys[end - 1] in links:
        end -= 1
    begin = next((i for i in _last_commas(tokens, end) if i > first), first)
    words = tokens.keys[begin:end]
    kind = suspended(words, lexicon, linked=end < len(tokens), comma=comma)
    if kind is None and not comma and end == len(tokens) and said[:1] and said[0] in SUBJECTS:
        kind = condition_before(tokens, begin, lexicon, ahead=False)
    return kind


def _looks_ahead(source: Source, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the passage speaks of what may come: only then does a "when" make a condition."""
    keys = tokenise(source.text, source.language, start, min(end, start + 200)).keys[:10]
    return "going" in keys or any(key in folded(lexicon.language, "modals") for key in keys)


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
    links = folded(lexicon.language, "complementizers")
    if dashes and size > dashes[-1] and set(tokens.keys[dashes[-1] :]) <= links:
        # "… is that it would -- that": what was broken off leads up to the passage.
        ends = [i for i in range(dashes[-1]) if tokens.keys[i] in links]
        if ends:
            return 0, tokens.keys[: ends[-1] + 1]
    for i in range(size - 1, 0, -1):
        if CLAUSE.search(tokens.text[tokens.ends[i - 1] : tokens.starts[i]] + " "):
            return i, tokens.keys[i:]
    return 0, tokens.keys


def _bounds_number(keys: tuple[str, ...], said: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Whether the words before a number that opens the passage say how exact it is: "up to"."""
    size = next((n for n in (2, 1) if bounds(keys[-n:], said, lexicon)), 0)
    return size == 2 or (size == 1 and keys[-1] not in _VAGUE)


def _own_clause(tokens: Tokens, first: int) -> tuple[str, ...]:
    """The words behind the last comma where they are a clause with its subject: a "not" before
    them reaches no farther ("I'm not a saint, and I think …")."""
    at = next((i for i in _last_commas(tokens, len(tokens)) if i > first), len(tokens))
    while at < len(tokens) and tokens.keys[at] in _AND:
        at += 1
    rest = tokens.keys[at:]
    return rest if len(rest) > 1 and rest[0] in SUBJECTS - _HEARERS else ()


def _without_fillers(keys: tuple[str, ...], lexicon: Lexicon) -> list[str]:
    """The words without fillers at their end: "…, to say, well, you know"."""
    spans = list(spans_of(keys, lexicon.fillers, lexicon.language))
    end = len(keys)
    while spans and spans[-1][1] == end:
        end = spans.pop()[0]
    return list(keys[:end] or keys)


def _keys_behind(source: Source, start: int) -> tuple[str, ...]:
    return _opening(source.text[start : start + 80], source.language)


@lru_cache(maxsize=256)
def _opening(words: str, language: str) -> tuple[str, ...]:
    """Asked for several times on each side of one passage."""
    return tokenise(words, language).keys
