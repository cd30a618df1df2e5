"""The places of the record a quote may come from, and which of them it does come from."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from editorial.quotes.align import Alignment, align, at_place, occurrences
from editorial.quotes.finding import Passage
from editorial.quotes.hunk import Laid
from editorial.quotes.index import Place
from editorial.quotes.marked import within_marks
from editorial.quotes.meaning import folded
from editorial.quotes.printed import Printed, read, spoken, with_pauses
from editorial.quotes.quotation import Quotation
from editorial.quotes.record import Record
from editorial.quotes.retraced import begun_anew
from editorial.quotes.source import Source
from editorial.quotes.stretch import Stretch, as_heard_from, only_of, stretch
from editorial.quotes.tokens import Tokens
from editorial.quotes.voice import speaker_matches

_CLOSE = 0.12
_QUOTES = "\"'“”„«»‘’ "
_GOOD = 0.3
_RIVAL = 0.6
_TWIN = 0.9
_FAINT = 0.4
_WHOLE = 0.6
_FOREIGN = 6
_SCARCE = 0.3
_SENTENCE = re.compile(r"[.!?][\"'”’»)]*\s|\n")


@dataclass(frozen=True)
class Match(Laid):
    """A quote laid on one place of the record.

    ``cover`` is the share of its words that are there; ``fits``, whether who speaks there is whom
    the story names, None when it can't be told.
    """

    cover: float
    fits: bool | None

    @property
    def price(self) -> float:
        """What a word of the quote costs here, on average."""
        return self.alignment.cost / max(1, len(self.printed.tokens))

    @property
    def source(self) -> Source:
        return self.stretch.source

    @property
    def start(self) -> int:
        return self.stretch.tokens.starts[self.alignment.first]

    @property
    def end(self) -> int:
        return self.stretch.tokens.ends[self.alignment.last]

    @property
    def torn(self) -> int:
        """At how many of its ends the quote is a sentence's end and the record's words are not."""
        text = self.source.text
        printed = self.printed.tokens.text.strip(_QUOTES)
        ends = printed[-1:] in tuple(".!?") and text[self.end : self.end + 1] != printed[-1]
        before = text[max(0, self.start - 80) : self.start].rstrip(" \t\u00a0" + _QUOTES)
        turn = self.source.turns.at(self.start)
        opens = turn.start == self.start or before[-1:] in ("", ".", "!", "?", "\n", ":")
        return int(ends) + int(printed[:1].isupper() and not opens)


def find_matches(quotation: Quotation, record: Record) -> list[Match]:
    """The quote laid on each place worth it, the likeliest first."""
    found: list[Match] = []
    printed: dict[str, Printed] = {}
    claimed = (quotation.speaker, quotation.speaker_resolved)
    enough = 0.0
    places = record.places(spoken(quotation.text))
    if places and places[0].score < _FAINT:
        # Words in common, no passage: the likeliest shows what comes closest.
        places = places[:1]
    for source, start, end, score in _merged(places, quotation.text, record):
        if score < enough:
            continue
        if source.language not in printed:
            plain = read(quotation.text, source.language)
            printed[source.language] = with_pauses(plain, quotation)
        match = lay(printed[source.language], source, start, end, claimed)
        if match is None:
            continue
        found.append(match)
        found.extend(_again(match, claimed))
        if match.fits is False and match.price and _worth(match.alignment):
            found.extend(_by_claimed(match, claimed))
        if match.price <= _GOOD:
            # What is nearly right here is worth laying elsewhere only where it may be as right.
            enough = max(enough, (_TWIN if match.price == 0 else _RIVAL) * score)
    return found


def _again(match: Match, claimed: Sequence[str | None]) -> Iterable[Match]:
    """The same words elsewhere in the same stretch."""
    if match.alignment.cost:
        return
    size = len(match.printed.tokens)
    for first in occurrences(match.printed.tokens.keys, match.stretch.tokens.keys):
        if first != match.alignment.first:
            turn = match.source.turns.at(match.stretch.tokens.starts[first])
            fits = speaker_matches(claimed, match.source, turn)
            yield Match(match.printed, match.stretch, at_place(first, size), match.cover, fits)


def _by_claimed(match: Match, claimed: Sequence[str | None]) -> Iterable[Match]:
    """The quote laid on the words alone that the one whom the story names says there."""
    turns = match.source.turns.turns
    for speaker in sorted({turns[turn].speaker or "" for turn in match.stretch.turn}):
        turn = next((t for t in match.stretch.turn if turns[t].speaker == speaker), None)
        if turn is None or speaker_matches(claimed, match.source, turns[turn]) is not True:
            continue
        laid = only_of(match.stretch, speaker)
        printed = match.printed
        alignment = align(
            printed.tokens.keys,
            laid.tokens.keys,
            laid.cost,
            printed.bracket,
            printed.cuts | printed.pauses,
        )
        if alignment.first >= 0:
            cover = _cover(printed, alignment, match.source.language)
            yield Match(printed, laid, alignment, cover, fits=True)


def best_match(matches: Sequence[Match]) -> Match:
    def rank(match: Match) -> tuple[float, int, bool, int, str, int]:
        return (
            round(match.price / 0.02) if match.price > 0.1 else round(match.price, 3),
            {True: 0, None: 1, False: 2}[match.fits],
            match.source.kind == "report",
            match.torn,
            match.source.id,
            match.start,
        )

    lowest = min(match.price for match in matches)
    near = [match for match in matches if match.price <= lowest + _CLOSE * (lowest > 0)]
    # All its words by the one the story names are worth more than most by another.
    whole = [m for m in matches if m.fits and m.cover == 1 and m.price <= _WHOLE]
    fitting = [m for m in near if m.fits is True] or whole or near
    return min(fitting, key=rank)


def others_of(best: Match, matches: Sequence[Match]) -> tuple[Passage, ...]:
    found: list[Passage] = []
    for match in matches:
        same = match.source.id == best.source.id and match.start == best.start
        if same or match.alignment.cost > best.alignment.cost + 0.1 * len(match.printed.tokens):
            continue
        text = match.source.text
        speaker = match.source.turns.at(match.start).speaker
        found.append(
            Passage(match.source.id, match.start, match.end, text[match.start : match.end], speaker)
        )
    return tuple(found)


def _merged(
    places: Sequence[Place], text: str, record: Record
) -> Iterable[tuple[Source, int, int, float]]:
    """Places with room around them; near ones of a source become one."""
    room = min(400, 60 + len(text) // 2)
    reach = 2500 if "..." in text or "…" in text or ". . ." in text else 300
    spans: list[tuple[str, int, int, float]] = []
    for place in places:
        for i, (name, start, end, score) in enumerate(spans):
            if name == place.source and place.start < end + reach and start < place.end + reach:
                low, high = min(start, place.start), max(end, place.end)
                spans[i] = (name, low, high, max(score, place.score))
                break
        else:
            spans.append((place.source, place.start, place.end, place.score))
    for name, start, end, score in spans:
        source = record.sources[name]
        yield source, max(0, start - room), min(len(source.text), end + room), score


def lay(
    printed: Printed, source: Source, start: int, end: int, claimed: Sequence[str | None]
) -> Match | None:
    tokens = printed.tokens
    if not len(tokens):
        return None
    laid = stretch(source, start, end)
    alignment = align(
        tokens.keys, laid.tokens.keys, laid.cost, printed.bracket, printed.cuts | printed.pauses
    )
    if alignment.cost and alignment.first >= 0 and _worth(alignment) and len(set(laid.turn)) > 1:
        home = laid.turn[alignment.first]
        again = as_heard_from(laid, home)
        other = align(
            tokens.keys,
            again.tokens.keys,
            again.cost,
            printed.bracket,
            printed.cuts | printed.pauses,
        )
        if other.cost < alignment.cost and _by_one(other, again, home):
            laid, alignment = again, other
    if alignment.first < 0:
        return None
    alignment = begun_anew(printed, laid, _kept_in_sentence(printed, laid, alignment))
    if source.kind == "report":
        alignment = within_marks(laid.tokens, alignment)
    if alignment.first < 0:
        return None
    turn = source.turns.at(laid.tokens.starts[alignment.first])
    return Match(
        printed,
        laid,
        alignment,
        _cover(printed, alignment, source.language),
        speaker_matches(claimed, source, turn),
    )


def _worth(alignment: Alignment) -> bool:
    """Whether enough of the quote is here to look whose words it is."""
    return sum(alignment.same) >= _SCARCE * len(alignment.same)


def _by_one(alignment: Alignment, laid: Stretch, home: int) -> bool:
    """Whether all words are laid on those of who speaks in turn ``home``."""
    turns = laid.source.turns.turns
    speaker = turns[home].speaker
    return alignment.first >= 0 and all(
        p < 0 or turns[laid.turn[p]].speaker == speaker for p in alignment.pairs
    )


def _cover(printed: Printed, alignment: Alignment, language: str) -> float:
    """The share of the quote's words that the record has here, content words counting double."""
    stop = folded(language, "stopwords")
    total = kept = 0.0
    for i, key in enumerate(printed.tokens.keys):
        if printed.bracket[i]:
            continue
        weight = 0.5 if key in stop else 1.0
        total += weight
        kept += weight * alignment.same[i]
    return kept / total if total else 0.0


def _kept_in_sentence(printed: Printed, laid: Stretch, alignment: Alignment) -> Alignment:
    """The alignment without words at its ends that are laid on those of another sentence."""
    same = alignment.same
    if not any(same) or all(same):
        return alignment
    pairs = list(alignment.pairs)
    size = len(pairs)
    first = same.index(True)
    last = size - 1 - same[::-1].index(True)
    for i in [*range(first - 1, -1, -1), *range(last + 1, size)]:
        if pairs[i] < 0:
            continue
        if (first if i < first else size - 1 - last) >= _FOREIGN:
            # So many words in a row are not others for those of the record, but none of it.
            pairs[i] = -1
            continue
        inner = first if i < first else last
        left, right = min(i, inner), max(i, inner)
        crossed = _crosses(laid.tokens, min(pairs[i], pairs[inner]), max(pairs[i], pairs[inner]))
        if crossed and not _crosses(printed.tokens, left, right):
            pairs[i] = -1
    return Alignment(tuple(pairs), same, alignment.cost)


def _crosses(tokens: Tokens, first: int, last: int) -> bool:
    return (
        _SENTENCE.search(
            tokens.text, tokens.ends[first], max(tokens.ends[first], tokens.starts[last])
        )
        is not None
    )
