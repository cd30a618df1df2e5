"""The passage of the record that a match stands for, in characters."""

import re
from collections.abc import Sequence

from editorial.quotes.finding import Difference, Passage
from editorial.quotes.lexicon import lexicon_for
from editorial.quotes.match import Match
from editorial.quotes.meaning import folded
from editorial.quotes.quotation import Quotation
from editorial.quotes.sentence import sentence_end, sentence_start
from editorial.quotes.source import Source

_TAIL = re.compile(r"[^\w\s\]\[]+$")
_GAPS = ("cut", "transcript_noise")
_WORD_BEFORE = re.compile(r"[^\W_]|[’'](?=[^\W_])")
_IN_WORD = re.compile(r"[^\W_]|[’'](?=[^\W_])")
_CLOSING_MARKS = tuple('.!?…,;:"”’»')


def passage_of(quotation: Quotation, best: Match, differences: Sequence[Difference]) -> Passage:
    text = best.source.text
    start, end = best.start, best.end
    for difference in differences:
        start = min(start, difference.record_start) if difference.record else start
        end = max(end, difference.record_end) if difference.record else end
    start, end = whole_words(text, _over_dropped_opening(best, start), end)
    closing = quotation.text.rstrip()[-1:]
    tail = _TAIL.search(quotation.text.rstrip())
    if tail and text.startswith(tail[0], end):
        end += len(tail[0])
    elif closing in _CLOSING_MARKS:
        # The marks the quote ends on are part of what was said, the attribution's comma is not.
        signs = r"[.!?…,;:]+" if closing in ",;:" else r"[.!?…]+"
        mark = re.match(signs + (r"[\"”’»]*" if closing in '"”’»' else ""), text[end : end + 8])
        end += mark.end() if mark else 0
    turn = best.source.turns.at(start)
    note = best.source.turns.note_at(start)
    speaker = note.speaker if note is not None and note.speaker else turn.speaker
    return Passage(best.source.id, start, end, text[start:end], speaker)


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The same offsets, moved out of a word that they cut: "n't think" begins with "don't"."""
    while (
        0 < start < len(text)
        and _IN_WORD.match(text, start)
        and _WORD_BEFORE.match(text, start - 1)
    ):
        start -= 1
    while 0 < end < len(text) and _IN_WORD.match(text, end) and _WORD_BEFORE.match(text, end - 1):
        end += 1
    return start, end


def plain_passage(match: Match, loose: Sequence[tuple[int, int]] = ()) -> Passage:
    """From the first to the last word that is the same, words in ``loose`` runs left aside."""
    text = match.source.text
    pairs = [
        pair
        for i, pair in enumerate(match.alignment.pairs)
        if match.alignment.same[i] and not any(first <= i < last for first, last in loose)
    ] or [match.alignment.first]
    start, end = match.stretch.tokens.starts[pairs[0]], match.stretch.tokens.ends[pairs[-1]]
    start, end = whole_words(text, start, end)
    mark = re.match(r"[.!?…]+", text[end : end + 4])
    end += mark.end() if mark else 0
    speaker = match.source.turns.at(start).speaker
    return Passage(match.source.id, start, end, text[start:end], speaker)


def whole_sentence(passage: Passage, source: Source) -> Passage:
    """The passage with the rest of the sentence it begins in and of the one it ends in."""
    turn = source.turns.at(passage.start)
    start = sentence_start(source.text, passage.start, turn.start)
    end = sentence_end(source.text, passage.end, max(turn.end, passage.end))
    text = source.text[start:end].rstrip()
    return Passage(passage.source, start, start + len(text), text, passage.speaker)


def _over_dropped_opening(best: Match, start: int) -> int:
    """Where a sentence's fillers were dropped before a capital the quote sets, begin with them."""
    printed, laid = best.printed, best.stretch
    first = best.alignment.first
    if first <= 0 or not best.alignment.same[0] or printed.changed[0]:
        return start
    mine = printed.tokens.raw(0, 1)
    theirs = laid.tokens.raw(first, first + 1)
    if not (mine[:1].isupper() and theirs[:1].islower()):
        return start
    lexicon = lexicon_for(best.source.language)
    openers = folded(lexicon.language, "openers")
    denials = folded(lexicon.language, "negations")
    at = first - _said_before(laid.tokens.keys, first)
    while at > 0 and (laid.filler[at - 1] or laid.tokens.keys[at - 1] in openers):
        gap = laid.tokens.text[laid.tokens.ends[at - 1] : laid.tokens.starts[at]]
        if (
            re.search(r"[.!?\n]", gap)
            or (not gap.strip() and laid.tokens.keys[at - 1] in denials)
            or laid.turn[at - 1] != laid.turn[first]
            or laid.noise[at - 1]
        ):
            break
        at -= 1
    if at == first:
        return start
    begin = laid.tokens.starts[at]
    before = laid.tokens.text[max(0, begin - 4) : begin]
    if (
        at
        and best.source.turns.at(begin).start != begin
        and not re.search(r"[.!?…:\n][\s\u00a0\"”’]*$", before)
    ):
        return start
    return laid.tokens.starts[at]


def parted(passage: Passage, differences: Sequence[Difference]) -> tuple[Passage, ...]:
    """The passage without what was cut from it unmarked: one passage a piece."""
    found: list[Passage] = []
    start = passage.start
    bounds = [(d.record_start, d.record_end) for d in differences if d.kind in _GAPS]
    for left, right in [*sorted(bounds), (passage.end, passage.end)]:
        text = passage.text[start - passage.start : left - passage.start].rstrip()
        if any(sign.isalnum() for sign in text):
            found.append(Passage(passage.source, start, start + len(text), text, passage.speaker))
        start = right
        while start < passage.end and passage.text[start - passage.start] in " .,;:!?)\n\u00a0":
            start += 1
    return tuple(found)


def _said_before(keys: Sequence[str], first: int) -> int:
    """How many words directly before ``first`` are said again from there on."""
    for size in range(min(8, first), 0, -1):
        if keys[first - size : first] == keys[first : first + size]:
            return size
    return 0
