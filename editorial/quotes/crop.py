"""What was cropped away beside a passage: the rest of its sentence, left and right."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from editorial.quotes.finding import DifferenceClass
from editorial.quotes.lexicon import Lexicon, lexicon_for
from editorial.quotes.meaning import folded
from editorial.quotes.sentence import sentence_end, sentence_start
from editorial.quotes.source import Source
from editorial.quotes.tokens import Tokens, phrase, tokenise

_CLAUSE = re.compile(r"[;:!?…]|\.\.\.|--|[—–](?!\w)|\.\s")
_COMMA = re.compile(r",\s*$")
_TIGHT = re.compile(r"[\s,\"'“„«‘(\u00a0\-–—…]*$")


@dataclass(frozen=True, slots=True)
class Cropped:
    """Words beside the passage that change what it says: ``text[start:end]``, their class, and
    whether they stand to the left."""

    kind: DifferenceClass
    start: int
    end: int
    left: bool


def cropped(source: Source, start: int, end: int, *, clause: bool) -> Cropped | None:
    """What was cropped beside ``source.text[start:end]``; None if nothing that matters.

    ``clause``: the quote stands as a sentence of its own, or could.
    """
    turn = source.turns.at(start)
    lexicon = lexicon_for(source.language)
    left = _left(source, turn.start, start, lexicon)
    if left is not None:
        return left
    if not clause:
        return None
    return _right(source, max(turn.end, end), end, lexicon)


def _left(source: Source, floor: int, start: int, lexicon: Lexicon) -> Cropped | None:
    text = source.text
    begin = sentence_start(text, start, floor)
    if begin >= start:
        return None
    lead = text[begin:start]
    tokens = tokenise(text, source.language, begin, begin + len(_TIGHT.sub("", lead)))
    if not len(tokens):
        return None
    first = _last_clause(tokens)
    keys = tokens.keys[first:]
    if not keys:
        return None
    kind = _governs(keys, lexicon)
    if kind is None and _COMMA.search(lead.rstrip('\u00a0 "“„«')):
        kind = _condition_before(tokens.keys, lexicon, text, tokens)
        first = 0
    if kind is None:
        return None
    return Cropped(kind, tokens.starts[first], tokens.ends[-1], left=True)


def _last_clause(tokens: Tokens) -> int:
    """The first word of the clause that leads up to the passage. Asides in dashes are skipped."""
    first = 0
    for i in range(len(tokens) - 1, 0, -1):
        gap = tokens.text[tokens.ends[i - 1] : tokens.starts[i]]
        if _CLAUSE.search(gap + " "):
            first = i
            break
    if first and len(tokens) - first <= 6:
        # "I don't remember suggesting -- as you suggested -- that": the aside is not the clause.
        for i in range(first - 1, 0, -1):
            gap = tokens.text[tokens.ends[i - 1] : tokens.starts[i]]
            if "--" in gap or "–" in gap or "—" in gap:
                if tokens.keys[-1] in ("that", "dass", "que", "что", "що", "ki"):
                    return 0
                break
    return first


def _governs(keys: Sequence[str], lexicon: Lexicon) -> DifferenceClass | None:
    """The class of a phrase that ends right before the passage and denies or suspends it."""
    code = lexicon.language
    complementizers = folded(code, "complementizers")
    opinions = folded(code, "opinions")
    denials = folded(code, "negations")
    tail = list(keys)
    for entry in lexicon.doubts:
        words = phrase(entry, code)
        if words and tuple(tail[-len(words) :]) == words:
            return (
                "condition"
                if words[0] in ("if", "whether", "unless", "ob", "wenn", "falls")
                else "hedge"
            )
    complement = False
    while tail and tail[-1] in complementizers:
        tail.pop()
        complement = True
    if not tail:
        return None
    near = tail[-7:]
    denied = any(key in denials for key in near)
    if denied and complement:
        return "negation"
    if denied and tail[-1] in opinions:
        return "negation"
    if (
        tail[-1] in denials
        and len(tail) >= 1
        and tail[-1] not in ("no", "nein", "nay", "hayır", "нет", "ні")
    ):
        return "negation"
    for entry in lexicon.doubts:
        words = phrase(entry, code)
        if (
            words
            and words[-1] in complementizers
            and tuple(tail[-len(words) + 1 :]) == words[:-1]
            and complement
        ):
            return "hedge"
        if complement and words and tuple(tail[-len(words) :]) == words:
            return "hedge"
    return None


def _condition_before(
    keys: Sequence[str], lexicon: Lexicon, text: str, tokens: Tokens
) -> DifferenceClass | None:
    """The sentence opens with a condition that a comma closes before the passage."""
    code = lexicon.language
    openers = folded(code, "openers")
    at = 0
    while at < len(keys) and keys[at] in openers and at < 3:
        at += 1
    for entry in lexicon.conditions:
        words = phrase(entry, code)
        if words and tuple(keys[at : at + len(words)]) == words:
            inside = text[tokens.starts[at] : tokens.ends[-1]]
            if _CLAUSE.search(inside):
                return None
            return "condition"
    return None


def _right(source: Source, ceiling: int, end: int, lexicon: Lexicon) -> Cropped | None:
    text = source.text
    stop = sentence_end(text, end, ceiling)
    rest = text[end:stop]
    if not rest.strip(" \t\u00a0.!?…\"'”’»)-–—,;:"):
        return None
    tokens = tokenise(text, source.language, end, stop)
    code = lexicon.language
    keys = tokens.keys
    gap = text[end : tokens.starts[0]] if len(tokens) else ""
    if re.search(r"[.!?;:]", gap):
        return None
    at = 0
    if keys and keys[0] in ("but", "and", "aber", "und", "ama", "но", "и") and len(keys) > 1:
        at = 1
    for entry in lexicon.conditions:
        words = phrase(entry, code)
        if (
            words
            and keys[at : at + len(words)] == words
            and words[0] not in ("ancak", "yalnız", "ise", "whether", "ob")
        ):
            return Cropped("condition", tokens.starts[0], tokens.ends[-1], left=False)
    return None


def lost_question(source: Source, end: int, quote: str) -> bool:
    """Whether the passage ends a question that the quote prints as a statement."""
    text = source.text
    tail = re.match(r"[\s\u00a0\"'”’»)]*([.!?…]+)", text[end : end + 12])
    record = "?" in text[max(0, end - 1) : end] or (tail is not None and "?" in tail[1])
    last = quote.rstrip(" \t\n\u00a0\"'”’»)]")[-1:]
    return record and last in (".", "!")
