"""What a quote leaves out: fillers, false starts, and what an ellipsis hides."""

import re
from itertools import pairwise

from editorial.quotes.beneath import binds, opens_beneath
from editorial.quotes.finding import DifferenceClass
from editorial.quotes.governing import denies_next, in_any_language
from editorial.quotes.hunk import Hunk, Laid, heads_sentence
from editorial.quotes.meaning import dropped, folded, folded_phrases, negations
from editorial.quotes.retraced import is_put_right
from editorial.quotes.scope import hidden_in_cut
from editorial.quotes.tokens import phrase, spans_of

_BROKEN_OFF = re.compile(r"(?:--|—|–|\.\.\.|…|-\s|\s-|,|\bsorry\b)")
_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]*\s|\n")
_FALSE_START = 12
_SHORT = 5
_ECHO = 8
_AGAIN = in_any_language(
    "he she it they we er sie es wir он она они оно він вона вони воно il elle ils elles"
)
_POINTS_BACK = in_any_language(
    "that this it then das dies dann это тогда це тоді cela ça ce eso esto bu o bunu"
)
_INVERTED = in_any_language("sollte sollten hätte hätten wäre wären should had were würde würden")
# "If you will", "if I may": no condition is so short.
_MANNERLY = 3
_MOMENTS = in_any_language("when once until bis bevor ehe whether ob quand cuando mientras")
_AND = in_any_language("and und и і та et y ve")
_TO = frozenset({"to"})
_CLAUSE = 20
_TIMES = in_any_language("when once until wenn bis bevor ehe solange whether ob")


def is_filler(laid: Laid, hunk: Hunk) -> bool:
    keys = laid.stretch.tokens.keys[hunk.r0 : hunk.r1]
    openers = folded(laid.lexicon.language, "openers")
    head = heads_sentence(laid.stretch.tokens.text, laid.stretch.tokens.starts[hunk.r0])
    done = 0
    if head:
        while done < len(keys) and keys[done] in openers and _stands_apart(laid, hunk.r0 + done):
            done += 1
    covered = set(range(done))
    covered.update(_said_apart(laid, hunk))
    for left, right in spans_of(keys, laid.lexicon.fillers, laid.lexicon.language):
        covered.update(range(left, right))
    return len(covered) == len(keys)


def _said_apart(laid: Laid, hunk: Hunk) -> set[int]:
    """Words between commas that only search for the next: "another, what, four hundred metres";
    and a pronoun that says the subject again: "Mrs Latimer, she thanked me"."""
    record = laid.stretch.tokens
    first = hunk.r0
    if (
        not 0 < first < len(record)
        or "," not in record.text[record.ends[first - 1] : record.starts[first]]
    ):
        return set()
    again = record.keys[first] in _AGAIN and record.keys[first - 1] not in _AGAIN
    behind = (
        record.text[record.ends[first] : record.starts[first + 1]]
        if first + 1 < len(record)
        else ""
    )
    searching = record.keys[first] == "what" and "," in behind
    heads = not heads_sentence(record.text, record.starts[first - 1])
    if not (searching or (again and (heads or first > 1))):
        return set()
    keys = record.keys[first : hunk.r1]
    return {i for i in range(len(keys)) if set(keys[: i + 1]) == {keys[0]}}


def _stands_apart(laid: Laid, at: int) -> bool:
    """Whether an opener only opens: "No, one was hurt" is not "No one was hurt"."""
    record = laid.stretch.tokens
    if record.keys[at] not in folded(laid.lexicon.language, "negations") or at + 1 >= len(record):
        return True
    return bool(record.text[record.ends[at] : record.starts[at + 1]].strip())


def is_false_start(laid: Laid, hunk: Hunk) -> bool:
    """Words the speaker said twice, or broke off and began anew."""
    record = laid.stretch.tokens
    size = hunk.r1 - hunk.r0
    if size > _FALSE_START or size == 0:
        return False
    keys = record.keys[hunk.r0 : hunk.r1]
    after = record.keys[hunk.r1 : hunk.r1 + size]
    before = record.keys[max(0, hunk.r0 - size) : hunk.r0]
    said = laid.printed.tokens.keys[max(0, hunk.q0 - size) : hunk.q0]
    if keys in (after, before, said):
        return not _denies_twice(laid, hunk)
    if is_put_right(laid, hunk):
        return True
    if hunk.r1 >= len(record):
        return False
    wider = record.keys[hunk.r1 : hunk.r1 + size + 4]
    if negations(keys, laid.lexicon) > negations(wider, laid.lexicon):
        return False
    gap = record.text[record.ends[hunk.r1 - 1] : record.starts[hunk.r1]]
    lead = record.text[record.ends[hunk.r0 - 1] : record.starts[hunk.r0]] if hunk.r0 else ""
    said_again = keys[0] == record.keys[hunk.r1]
    inside = record.text[record.starts[hunk.r0] : record.ends[hunk.r1 - 1]] if said_again else ""
    if not any(_BROKEN_OFF.search(place) for place in (gap, lead, inside)):
        return False
    stop = folded(laid.lexicon.language, "stopwords")
    if said_again or (hunk.r0 and keys[-1] == record.keys[hunk.r0 - 1]):
        return dropped(tuple(k for k in keys if k not in wider), laid.lexicon) is None
    return (
        size <= 4
        and bool(re.search(r"--|—|–|\.\.\.|…", gap))
        and all(key in stop for key in keys)
        and dropped(keys, laid.lexicon) is None
    )


def is_repeated_link(laid: Laid, hunk: Hunk) -> bool:
    """A "that" said once more before the second clause it leads up to: "…; that there are …"."""
    record = laid.stretch.tokens
    if hunk.r1 - hunk.r0 != 1 or not hunk.r0 > 1:
        return False
    link = record.keys[hunk.r0]
    links = folded(laid.lexicon.language, "complementizers") - _TIMES - _TO
    before = record.text[record.ends[hunk.r0 - 1] : record.starts[hunk.r0]]
    earlier = record.keys[max(0, hunk.r0 - _CLAUSE) : hunk.r0]
    parted = ";" in before or "," in before or earlier[-1] in _AND
    return link in links and parted and link in earlier


def is_echo(laid: Laid, hunk: Hunk) -> bool:
    """A sentence of one word that says again what was just said: "I nearly lost it. Nearly."."""
    record = laid.stretch.tokens
    if hunk.r1 - hunk.r0 != 1 or not hunk.r0 > 0 or hunk.r1 >= len(record):
        return False
    alone = heads_sentence(record.text, record.starts[hunk.r0]) and heads_sentence(
        record.text, record.starts[hunk.r1]
    )
    return alone and record.keys[hunk.r0] in record.keys[max(0, hunk.r0 - _ECHO) : hunk.r0]


def _denies_twice(laid: Laid, hunk: Hunk) -> bool:
    """ "Don't not go": a "not" behind a "not", and no pause between them."""
    record = laid.stretch.tokens
    if hunk.r1 - hunk.r0 != 1 or not negations(record.keys[hunk.r0 : hunk.r1], laid.lexicon):
        return False
    pair = [
        record.raw(i, i + 1).lower()
        for i in (hunk.r0 - 1, hunk.r0, hunk.r1)[:3]
        if 0 <= i < len(record)
    ]
    return len({raw for raw in pair if raw in ("not", "n't", "n’t")}) > 1


def _rests_on_condition(laid: Laid, hunk: Hunk, begin: int, ends: list[int]) -> bool:
    """Whether the kept sentence points back ("That would cost …") to one that set a condition and
    is hidden by the cut."""
    record = laid.stretch.tokens
    if hunk.r1 >= len(record) or record.keys[hunk.r1] not in _POINTS_BACK:
        return False
    if not heads_sentence(record.text, record.starts[hunk.r1]):
        return False
    last = record.at(begin + ends[-2]) if len(ends) > 1 else hunk.r0
    hidden = record.keys[last : hunk.r1]
    code = laid.lexicon.language
    unreal = hidden[:1] != () and hidden[0] in _INVERTED and len(ends) > 1
    return unreal or bool(set(hidden) & (folded_phrases(code, "conditions") - _TIMES))


def lost_in_cut(laid: Laid, hunk: Hunk) -> DifferenceClass | None:
    """What the words under an ellipsis do to those beside them; None if nothing."""
    record = laid.stretch.tokens
    keys = record.keys[hunk.r0 : hunk.r1]
    text = record.text
    begin = record.ends[hunk.r0 - 1] if hunk.r0 else record.starts[hunk.r0]
    end = record.starts[hunk.r1] if hunk.r1 < len(record) else record.ends[-1]
    inside = text[begin:end]
    bounds = [m.start() for m in re.finditer(r"[.!?;:…,]|--|—|–|\n", inside)]
    # The words of the cut that belong to the clause of what is kept on the right.
    right_from = begin + bounds[-1] if bounds else begin
    tail = tuple(
        k for k, s in zip(keys, record.starts[hunk.r0 : hunk.r1], strict=True) if s >= right_from
    )
    left_to = begin + bounds[0] if bounds else end
    head = tuple(
        k for k, s in zip(keys, record.starts[hunk.r0 : hunk.r1], strict=True) if s < left_to
    )
    ends = [match.end() for match in _SENTENCE.finditer(inside)]
    closed = bool(ends)
    if closed:
        # The kept sentence may have opened with a condition: "… If they agree, we go."
        last = record.at(begin + ends[-1])
        opening = record.keys[last : hunk.r1]
        if opening and opening[0] in folded_phrases(laid.lexicon.language, "conditions"):
            return "condition"
        if _rests_on_condition(laid, hunk, begin, ends):
            return "condition"
        hidden = opens_beneath(laid, tail if set(tail) <= set(opening) else opening)
        if hidden:
            return hidden
    bound = binds(laid, hunk, closed=closed)
    if bound:
        return bound
    kept = record.keys[hunk.r0 - 1 : hunk.r0] if hunk.r0 else ()
    # "It does not close […] this year": what the cut hides only says it again.
    if negations([key for key in tail if key not in kept], laid.lexicon) % 2:
        return "negation"
    if tail and not closed and denies_next(tail, laid.lexicon):
        return "negation"
    if tail and not closed and not _said_again(laid, hunk, tail):
        kind = dropped(tail, laid.lexicon)
        if kind in ("hedge", "condition"):
            return kind
    if head and not closed:
        kind = dropped(head, laid.lexicon)
        soft = head == keys and len(keys) <= _SHORT and not _said_again(laid, hunk, head)
        if kind in ("condition", "negation") or (kind == "hedge" and soft):
            return kind
    if not closed and _hides_condition(laid, [begin + bound for bound in bounds]):
        return "condition"
    return hidden_in_cut(laid, hunk)


def _said_again(laid: Laid, hunk: Hunk, hidden: tuple[str, ...]) -> bool:
    """ "I think it's -- having a son, I think it's vital": what is kept says what the cut hides."""
    kept = laid.stretch.tokens.keys[hunk.r1 : hunk.r1 + _FALSE_START]
    return set(hidden) <= set(kept)


def _hides_condition(laid: Laid, bounds: list[int]) -> bool:
    """Whether a clause between two commas under the cut sets one: "stays, if they pay, open"."""
    record = laid.stretch.tokens
    known = [phrase(entry, laid.lexicon.language) for entry in laid.lexicon.conditions]
    for left, right in pairwise(bounds):
        clause = record.keys[record.at(left) : record.at(right)]
        if len(clause) > _MANNERLY and any(
            clause[: len(keys)] == keys for keys in known if not _MOMENTS.issuperset(keys)
        ):
            return True
    return False
