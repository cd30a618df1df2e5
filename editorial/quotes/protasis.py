"""A passage that stands within a condition, or rests on one in the sentence before."""

from editorial.quotes.beside import Cropped
from editorial.quotes.governing import in_any_language
from editorial.quotes.lexicon import Lexicon, lexicon_for
from editorial.quotes.lexicon.entry import words
from editorial.quotes.meaning import folded, negations
from editorial.quotes.sentence import sentence_start
from editorial.quotes.source import Source
from editorial.quotes.tokens import Tokens, phrase, tokenise

_FEW = 5
_HEAD = 40
_LEAD = 3
_LONGEST = 25
# "If you ask me", "if anything": no condition.
_MANNERLY = (
    ("if", "anything"),
    ("if", "you", "ask"),
    ("if", "you", "will"),
    ("if", "you", "like"),
    ("if", "i", "may"),
    ("if", "i", "remember"),
    ("if", "you", "look"),
    ("wenn", "sie", "so"),
    ("wenn", "ich", "mich"),
)
_OR = words("or oder veya ya или або ou o and und ve və и і et y")
_AND = words("and und ve və и і та й et y")
_IS = in_any_language("is was are were ist war sind waren était est es era fue")
_WHAT = in_any_language("what was")
_THEN = in_any_language("then dann тогда тоді alors entonces onda")
_TIMES = in_any_language(
    "when once until after bis bevor ehe solange whether ob quand cuando mientras whenever"
)
_TO_THEN = (
    ("o", "zaman"),
    ("o", "vakit"),
    ("o", "halde"),
    ("o", "hâlde"),
    ("onda",),
    ("o", "vaxt"),
)


def within_condition(tokens: Tokens, first: int, lexicon: Lexicon) -> bool:
    """Whether the lead opens a condition that the passage is still part of: "If your son or …"."""
    keys = tokens.keys[first:]
    openers = folded(lexicon.language, "openers")
    while len(keys) > 1 and keys[0] in openers:
        keys = keys[1:]
    if not 1 < len(keys) <= _FEW or keys[-1] not in _OR:
        return False
    if any(keys[: len(polite)] == polite for polite in _MANNERLY):
        return False
    known = (phrase(entry, lexicon.language) for entry in lexicon.conditions)
    opens = any(
        wanted and keys[: len(wanted)] == wanted and not _TIMES.issuperset(wanted)
        for wanted in known
    )
    inside = tokens.text[tokens.starts[first] : tokens.ends[-1]]
    return opens and "," not in inside


def follows_condition(
    source: Source, floor: int, begin: int, keys: tuple[str, ...], lexicon: Lexicon
) -> bool:
    """ "If they strike, so be it. Then ⟦we close⟧": the "then" that points back is gone."""
    openers = folded(lexicon.language, "openers") - _THEN
    while len(keys) > 1 and keys[0] in openers:
        keys = keys[1:]
    if not keys or keys[0] not in _THEN or len(keys) > _LEAD:
        return False
    end = len(source.text[floor:begin].rstrip()) + floor
    above = sentence_start(source.text, end - 1, floor)
    if above >= end:
        return False
    said = tokenise(source.text, source.language, above, end).keys[:_LONGEST]
    while len(said) > 1 and said[0] in openers:
        said = said[1:]
    known = (phrase(entry, lexicon.language) for entry in lexicon.conditions)
    return any(
        wanted and said[: len(wanted)] == wanted and not _TIMES.issuperset(wanted)
        for wanted in known
    )


def before_then(keys: tuple[str, ...]) -> str:
    """The verb before an "o zaman", which may carry the condition: "kurmayacaksak o zaman"."""
    for then in _TO_THEN:
        if len(keys) > len(then) and keys[-len(then) :] == then:
            return keys[-len(then) - 1]
    return keys[-1]


def carries_condition(tokens: Tokens, lexicon: Lexicon) -> bool:
    """ "In case of alarm there will be a break, and ⟦we must go⟧": the condition at the head of
    the sentence holds for both its clauses."""
    if tokens.keys[-1] not in _AND or len(tokens) < _LEAD:
        return False
    gap = tokens.text[tokens.ends[-2] : tokens.starts[-1]]
    if "," not in gap:
        return False
    known = (phrase(entry, lexicon.language) for entry in lexicon.conditions)
    if any(tokens.keys[: len(polite)] == polite for polite in _MANNERLY):
        return False
    return any(
        wanted and tokens.keys[: len(wanted)] == wanted and not _TIMES.issuperset(wanted)
        for wanted in known
    )


def is_cleft_denial(keys: tuple[str, ...], said: tuple[str, ...], lexicon: Lexicon) -> bool:
    """ "What did not happen ⟦was a deal⟧": the clause before the verb denies what follows."""
    if not said or said[0] not in _IS:
        return False
    at = next((i for i, key in enumerate(keys[:_LEAD]) if key in _WHAT), -1)
    return at >= 0 and negations(keys[at:], lexicon) % 2 == 1


def drops_then(source: Source, start: int, end: int, first: str) -> Cropped | None:
    """ "If they strike, so be it. Then we close." printed "We close."."""
    lexicon = lexicon_for(source.language)
    head = tokenise(source.text, source.language, start, min(end, start + _HEAD))
    at = next((i for i, key in enumerate(head.keys[:_LEAD]) if key in _THEN), -1)
    if at < 0 or first in head.keys[: at + 1]:
        return None
    floor = source.turns.at(start).start
    if not follows_condition(source, floor, start, head.keys[: at + 1], lexicon):
        return None
    return Cropped("condition", head.starts[at], head.ends[at], left=True)
