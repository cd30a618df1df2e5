"""Where in the record a quote may come from.

Every run of three words of the quote, of two and of one, is looked up in the segments, the rarest
first. A find votes for the place where the quote would begin if it stood there; where votes
gather is a place. What two places explain together counts too, so that each piece of a spliced
quote has its own. The index only proposes; the check reads the place and judges.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from editorial.quotes.candidate import Candidate, in_order
from editorial.quotes.segment import Buffer, Segment, keyed

FEW, MANY = 1_500, 6_000
"""Finds that are weighed: at first, and for a quote that few don't explain."""
EXPLAINED = 0.7
"""A quote whose places hold this share of its words (by rarity) is looked up no further."""

_MOST_WORDS = 1_000  # of a quote are looked up; a longer one is sampled evenly
_SCANNED = 8  # times as many finds are read, where only some sources may be seen
_CANDIDATES = 32
_FEW_POSITIONS, _BLOCK_BITS = 1_000, 12
_FAINT = 0.05  # of the heaviest votes: what gathers less is no candidate


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
class _Quote:
    """A quote as looked up: where its words begin, how rare each is in bits, its length.

    The others run along the finds, those of the rarest runs of words first: the run's first word
    and length, its rarity in bits, the segment and the entries in it (from, to).
    """

    offsets: NDArray[np.int64]
    rarity: NDArray[np.float64]
    length: int
    words: NDArray[np.int64]
    sizes: NDArray[np.int64]
    weights: NDArray[np.float64]
    segments: NDArray[np.int64]
    lows: NDArray[np.int64]
    highs: NDArray[np.int64]

    @property
    def slack(self) -> int:
        """How far words may have shifted against each other within one place, in characters."""
        return min(max(40, self.length // 4), 400)


@dataclass(frozen=True, slots=True)
class _Votes:
    """Ascending by ``origin``: where the quote would begin, counted over all segments.

    ``word`` and ``length`` tell the run that votes, ``weight`` how rare it is.
    """

    origin: NDArray[np.int64]
    word: NDArray[np.int64]
    length: NDArray[np.int64]
    weight: NDArray[np.float64]


_FIRST = np.zeros(1, np.intp)
_Mask: TypeAlias = NDArray[np.bool_] | None


class Index:
    """The sources of some segments, asked together. Reads the segments where they lie."""

    def __init__(self, segments: Iterable[Buffer]) -> None:
        """Raises ValueError for what is no segment."""
        self._segments = [Segment(each) for each in segments]
        sources: list[str] = []
        starts: list[int] = []
        self._bases = [0]
        for segment in self._segments:
            for (source, _), base in zip(segment.sources, segment.bases, strict=False):
                sources.append(source)
                starts.append(self._bases[-1] + base)
            self._bases.append(self._bases[-1] + segment.characters)
        self.sources: Sequence[str] = sources
        self._starts = np.array([*starts, self._bases[-1]], np.int64)
        self._asked: tuple[frozenset[str] | None, NDArray[np.bool_]] = None, np.zeros(0, bool)
        self._total = sum(len(each) for each in self._segments) + 1

    def places(
        self, quote: str, limit: int = 8, allowed: Collection[str] | None = None
    ) -> list[Place]:
        """At most ``limit`` windows that likely hold the quote or a piece of it, best first.

        The places that explain the quote together come before other places of the same words.
        Of sources that are not among ``allowed`` (None: all are) nothing is told.
        """
        asked = self._look_up(quote)
        seen = self._seen(allowed)
        ordered: list[Candidate] = []
        for budget in (FEW, MANY):
            votes = self._votes(asked, budget, seen)
            ordered, explained = in_order(
                self._candidates(asked, votes), asked.rarity, len(quote), limit
            )
            read_all = int((asked.highs - asked.lows).sum()) <= budget
            if explained >= EXPLAINED or read_all:
                break
        return [self._place(each, asked) for each in ordered[:limit]]

    def _seen(self, allowed: Collection[str] | None) -> _Mask:
        if allowed is None:
            return None
        known = frozenset(allowed)  # the same object, where it is one already
        asked, seen = self._asked
        if known is not asked:
            seen = np.array([source in known for source in self.sources], bool)
            self._asked = known, seen
        return seen

    def _look_up(self, quote: str) -> _Quote:
        keys, following, offsets = keyed(quote)
        asked = np.arange(0, len(keys), len(keys) // _MOST_WORDS + 1)
        behind = following.tolist()
        found = [
            (number, *stretch)
            for number, segment in enumerate(self._segments)
            for stretch in segment.stretches(keys, behind, asked)
        ]
        columns = np.array(found, np.int64).reshape(-1, 5).T
        _, words, sizes, lows, highs = columns
        run = 4 * words + sizes
        finds = np.bincount(run, highs - lows, 4 * len(keys) + 4)
        rarity = np.zeros(len(keys))
        single = finds[4 * asked + 1]
        rarity[asked] = np.log2(self._total / np.where(single, single, 0.5)) + 0.1
        order = np.lexsort((run, finds[run]))
        weights = np.log2(self._total / finds[run[order]])
        segments, words, sizes, lows, highs = columns[:, order]
        return _Quote(offsets, rarity, len(quote), words, sizes, weights, segments, lows, highs)

    def _votes(self, quote: _Quote, budget: int, seen: _Mask) -> _Votes:
        """The finds of the rarest runs, ``budget`` at most."""
        if seen is not None:
            budget *= _SCANNED
        counts = quote.highs - quote.lows
        before = np.cumsum(counts) - counts
        used = int(np.searchsorted(before, budget))
        counts, before = counts[:used], before[:used]
        run = np.repeat(np.arange(used), np.minimum(counts, budget - before))
        entry = np.arange(len(run)) + (quote.lows[:used] - before)[run]
        position = np.empty(len(run), np.int64)
        inside = quote.segments[run]
        for number, segment in enumerate(self._segments):
            mine = np.flatnonzero(inside == number)
            position[mine] = segment.positions(entry[mine])
            position[mine] += self._bases[number]
        if seen is not None:
            visible = seen[self._source_of(position)]
            position, run = position[visible], run[visible]
        # A vote is sorted as one number: its origin, made positive, before its run.
        bits = used.bit_length()
        vote = (position - quote.offsets[quote.words[run]] + quote.length << bits) | run
        vote.sort()
        run = vote & ((1 << bits) - 1)
        origin = (vote >> bits) - quote.length
        return _Votes(origin, quote.words[run], quote.sizes[run], quote.weights[run])

    def _source_of(self, position: NDArray[np.int64]) -> NDArray[np.intp]:
        if len(position) < _FEW_POSITIONS:
            return np.searchsorted(self._starts, position, "right") - 1
        # Many at once: from the source where the block begins on, a step or two.
        source: NDArray[np.intp] = self._blocks[position >> _BLOCK_BITS]
        behind = np.flatnonzero(position >= self._starts[source + 1])
        while len(behind):
            source[behind] += 1
            behind = behind[position[behind] >= self._starts[source[behind] + 1]]
        return source

    @cached_property
    def _blocks(self) -> NDArray[np.intp]:
        """The source that each block of characters begins in."""
        blocks = np.arange(0, self._bases[-1] + 1, 1 << _BLOCK_BITS)
        return np.searchsorted(self._starts[:-1], blocks, "right") - 1

    def _candidates(self, quote: _Quote, votes: _Votes) -> list[Candidate]:
        """Where votes gather most: the heaviest window of each stretch as long as a window."""
        origin = votes.origin
        if not len(origin):
            return []
        behind = np.searchsorted(origin, origin + quote.slack, "right")
        sums = np.zeros(len(origin) + 1)
        np.cumsum(votes.weight, out=sums[1:])
        heavy = sums[behind] - sums[:-1]
        cell = origin // (quote.slack + 1)
        edges = np.flatnonzero(cell[1:] != cell[:-1]) + 1
        cells = np.concatenate((_FIRST, edges))
        most = np.maximum.reduceat(heavy, cells)
        enough = np.flatnonzero(most >= _FAINT * most.max())
        chosen = enough[np.argsort(-most[enough], kind="stable")[:_CANDIDATES]]
        sizes = np.concatenate((edges, np.full(1, len(origin)))) - cells
        tops = np.flatnonzero(heavy == np.repeat(most, sizes))
        firsts = tops[np.searchsorted(tops, cells[chosen])]
        return self._gathered(quote, votes, firsts, behind[firsts])

    def _gathered(
        self, quote: _Quote, votes: _Votes, firsts: NDArray[np.intp], ends: NDArray[np.intp]
    ) -> list[Candidate]:
        """The candidates of the votes ``firsts[i]:ends[i]``."""
        sizes = ends - firsts
        row = np.repeat(np.arange(len(firsts)), sizes)
        begins = np.cumsum(sizes) - sizes
        vote = np.arange(len(row)) + np.repeat(firsts - begins, sizes)
        origin, word, length = votes.origin[vote], votes.word[vote], votes.length[vote]
        position = origin + quote.offsets[word]
        source = self._source_of(position[begins])
        # Votes of the neighbouring source count for nothing: they repeat the first vote.
        stray = (position < self._starts[source][row]) | (position >= self._starts[source + 1][row])
        word[stray], length[stray] = word[begins][row][stray], 1
        origin[stray] = origin[begins][row][stray]
        covered = np.zeros((len(firsts), len(quote.offsets) + 2), bool)
        for reach in range(3):
            within = length > reach
            covered[row[within], word[within] + reach] = True
        covered = covered[:, :-2]
        scores = covered @ quote.rarity / quote.rarity.sum()
        lows, highs = np.minimum.reduceat(origin, begins), np.maximum.reduceat(origin, begins)
        return [
            Candidate(at, low, high, held, score)
            for at, low, high, held, score in zip(
                source.tolist(),
                lows.tolist(),
                highs.tolist(),
                covered,
                scores.tolist(),
                strict=True,
            )
        ]

    def _place(self, candidate: Candidate, quote: _Quote) -> Place:
        base = int(self._starts[candidate.source])
        length = int(self._starts[candidate.source + 1]) - base
        padding = 48 + min(quote.length // 4, 200)
        start = min(max(0, candidate.low - base - padding), length)
        end = max(start, min(length, candidate.high - base + quote.length + padding))
        return Place(self.sources[candidate.source], start, end, round(candidate.score, 4))
