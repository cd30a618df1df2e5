"""Where in the record a quote may come from.

Every run of three words of the quote, of two and of one, is looked up in the segments, the rarest
first. A find votes for the place where the quote would begin if it stood there; where votes
gather is a place. What two places explain together counts too, so that each piece of a spliced
quote has its own. The index only proposes; the check reads the place and judges.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from math import log2
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from editorial.quotes.segment import Buffer, Segment, keyed

FEW, MANY = 3_000, 24_000
"""Finds that are weighed: at first, and for a quote that few don't explain."""
EXPLAINED = 0.8
"""A quote whose places hold this share of its words (by rarity) is looked up no further."""

_MOST_WORDS = 1_000  # of a quote are looked up; a longer one is sampled evenly
_SCANNED = 16  # times as many finds are read, where only some sources may be seen
_PIECE = 0.08  # the share of a quote that makes another place worth adding
_CUT = 600  # characters that a quote may leave out within one place
_CANDIDATES = 40


@dataclass(frozen=True, slots=True)
class Place:
    """A window of a source's text, ``start:end`` in characters, that likely holds the quote.

    It is padded, and within the text. ``score`` is the share of the quote's words, weighed by
    how rare they are, that stand in it in about the right order: 0 to 1.
    """

    source: str
    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True)
class _Lookup:
    """One run of the quote's words: where it is in the quote, how long, where it was found."""

    word: int
    length: int
    finds: int
    stretches: tuple[tuple[int, int, int], ...]  # segment, from, to


@dataclass(frozen=True, slots=True)
class _Quote:
    offsets: NDArray[np.int64]
    rarity: NDArray[np.float64]
    length: int
    lookups: list[_Lookup]

    @property
    def slack(self) -> int:
        """How far words may have shifted against each other within one place, in characters."""
        return min(max(40, self.length // 4), 400)


@dataclass(frozen=True, slots=True)
class _Votes:
    """Ascending by ``origin``: where the quote would begin, counted over all segments."""

    origin: NDArray[np.int64]
    word: NDArray[np.int64]
    length: NDArray[np.int64]
    weight: NDArray[np.float64]


@dataclass(slots=True)
class _Candidate:
    source: int
    low: int
    high: int
    covered: NDArray[np.bool_]
    score: float


_Mask: TypeAlias = NDArray[np.bool_] | None


class Index:
    """The sources of some segments, asked together. Reads the segments where they lie."""

    def __init__(self, segments: Iterable[Buffer]) -> None:
        """Raises ValueError for what is no segment."""
        self._segments = [Segment(each) for each in segments]
        self.sources: list[str] = []
        starts: list[int] = []
        self._bases = [0]
        for segment in self._segments:
            for (source, _), base in zip(segment.sources, segment.bases, strict=False):
                self.sources.append(source)
                starts.append(self._bases[-1] + base)
            self._bases.append(self._bases[-1] + segment.characters)
        self._starts = np.array([*starts, self._bases[-1]], np.int64)
        self._total = sum(len(each) for each in self._segments) + 1

    def places(
        self, quote: str, limit: int = 8, allowed: Collection[str] | None = None
    ) -> list[Place]:
        """At most ``limit`` windows that likely hold the quote or a piece of it, best first.

        The places that explain the quote together come before other places of the same words.
        Of sources that are not among ``allowed`` (None: all are) nothing is told.
        """
        looked_up = self._look_up(quote)
        seen = self._seen(allowed)
        ordered: list[_Candidate] = []
        for budget in (FEW, MANY):
            votes = self._votes(looked_up, budget, seen)
            ordered, explained = _ordered(self._candidates(looked_up, votes), looked_up, limit)
            read_all = sum(each.finds for each in looked_up.lookups) <= budget
            if explained >= EXPLAINED or read_all:
                break
        return [self._place(each, looked_up) for each in ordered[:limit]]

    def _seen(self, allowed: Collection[str] | None) -> _Mask:
        if allowed is None:
            return None
        known = frozenset(allowed)
        return np.array([source in known for source in self.sources], bool)

    def _look_up(self, quote: str) -> _Quote:
        keys, following, offsets = keyed(quote)
        found = [segment.ranges(keys, following) for segment in self._segments]
        lookups = []
        rarity = np.zeros(len(keys))
        for word in range(0, len(keys), len(keys) // _MOST_WORDS + 1):
            for length in range(1, min(3, len(keys) - word) + 1):
                stretches = []
                for number, of_segment in enumerate(found):
                    low, high = of_segment[word][2 * length - 2 : 2 * length]
                    if high > low:
                        stretches.append((number, low, high))
                finds = sum(high - low for _, low, high in stretches)
                if length == 1:
                    rarity[word] = log2(self._total / (finds or 0.5)) + 0.1
                if finds:
                    lookups.append(_Lookup(word, length, finds, tuple(stretches)))
        lookups.sort(key=lambda each: (each.finds, -each.length))
        return _Quote(offsets, rarity, len(quote), lookups)

    def _votes(self, quote: _Quote, budget: int, seen: _Mask) -> _Votes:
        positions, shifts, sizes, words, lengths, weights = [], [], [], [], [], []
        left = budget if seen is None else budget * _SCANNED
        for each in quote.lookups:
            if left <= 0:
                break
            for number, low, high in each.stretches:
                taken = self._segments[number].positions(low, min(high, low + left))
                positions.append(taken)
                sizes.append(len(taken))
                shifts.append(self._bases[number])
                words.append(each.word)
                lengths.append(each.length)
                weights.append(log2(self._total / each.finds))
                left -= len(taken)
                if left <= 0:
                    break
        if not positions:
            empty = np.zeros(0, np.int64)
            return _Votes(empty, empty, empty, np.zeros(0))
        position = np.concatenate(positions) + np.repeat(np.array(shifts, np.int64), sizes)
        columns = [np.repeat(each, sizes) for each in (words, lengths)]
        weight = np.repeat(weights, sizes)
        if seen is not None:
            visible = seen[self._source_of(position)]
            position, weight = position[visible], weight[visible]
            columns = [each[visible] for each in columns]
        word, length = columns
        origin = position - quote.offsets[word]
        order = np.argsort(origin, kind="stable")
        return _Votes(origin[order], word[order], length[order], weight[order])

    def _source_of(self, position: NDArray[np.int64]) -> NDArray[np.intp]:
        return np.searchsorted(self._starts, position, "right") - 1

    def _candidates(self, quote: _Quote, votes: _Votes) -> list[_Candidate]:
        """Where votes gather most: the heaviest window of each stretch as long as a window."""
        origin = votes.origin
        if not len(origin):
            return []
        behind = np.searchsorted(origin, origin + quote.slack, "right")
        sums = np.append(0.0, np.cumsum(votes.weight))
        heavy = sums[behind] - sums[:-1]
        cell = origin // (quote.slack + 1)
        cells = np.flatnonzero(np.diff(cell, prepend=cell[0] - 1))
        most = np.maximum.reduceat(heavy, cells)
        chosen = np.argsort(-most, kind="stable")[:_CANDIDATES]
        ends = np.append(cells[1:], len(origin))
        candidates: list[_Candidate] = []
        for each in chosen:
            first = int(cells[each] + np.argmax(heavy[cells[each] : ends[each]]))
            candidates.append(self._candidate(quote, votes, first, int(behind[first])))
        return candidates

    def _candidate(self, quote: _Quote, votes: _Votes, first: int, last: int) -> _Candidate:
        origin, word = votes.origin[first:last], votes.word[first:last]
        position = origin + quote.offsets[word]
        source = int(self._source_of(position[:1])[0])
        same = (position >= self._starts[source]) & (position < self._starts[source + 1])
        word, length = word[same], votes.length[first:last][same]
        covered = np.zeros(len(quote.offsets) + 2, bool)
        covered[word] = True
        covered[word[length > 1] + 1] = True
        covered[word[length > 2] + 2] = True
        covered = covered[:-2]
        low, high = int(origin[same].min()), int(origin[same].max())
        score = float(quote.rarity[covered].sum() / quote.rarity.sum())
        return _Candidate(source, low, high, covered, score)

    def _place(self, candidate: _Candidate, quote: _Quote) -> Place:
        base = int(self._starts[candidate.source])
        length = int(self._starts[candidate.source + 1]) - base
        padding = 48 + min(quote.length // 4, 200)
        start = min(max(0, candidate.low - base - padding), length)
        end = max(start, min(length, candidate.high - base + quote.length + padding))
        return Place(self.sources[candidate.source], start, end, round(candidate.score, 4))


def _ordered(
    candidates: list[_Candidate], quote: _Quote, limit: int
) -> tuple[list[_Candidate], float]:
    """First the candidates that explain the quote together, then the others by their score."""
    total = float(quote.rarity.sum())
    covered = np.zeros(len(quote.offsets), bool)
    rest = sorted(candidates, key=lambda each: -each.score)
    chosen: list[_Candidate] = []
    while rest and len(chosen) < limit:
        gains = [float(quote.rarity[each.covered & ~covered].sum()) for each in rest]
        best = max(range(len(rest)), key=lambda number: gains[number])
        if gains[best] < _PIECE * total and chosen:
            break
        piece = rest.pop(best)
        covered |= piece.covered
        if not _widened(chosen, piece, quote):
            chosen.append(piece)
    for each in rest:
        if len(chosen) >= limit:
            break
        if not any(_overlap(each, other, quote.length // 2) for other in chosen):
            chosen.append(each)
    return chosen, float(quote.rarity[covered].sum() / total) if total else 1.0


def _widened(chosen: list[_Candidate], piece: _Candidate, quote: _Quote) -> bool:
    """Whether a piece only continues a place behind a cut; the place then reaches over both."""
    for each in chosen:
        if _overlap(each, piece, quote.length + _CUT):
            each.low, each.high = min(each.low, piece.low), max(each.high, piece.high)
            each.covered = each.covered | piece.covered
            each.score = float(quote.rarity[each.covered].sum() / quote.rarity.sum())
            return True
    return False


def _overlap(one: _Candidate, other: _Candidate, reach: int) -> bool:
    if one.source != other.source:
        return False
    return one.low - reach <= other.high and other.low - reach <= one.high
