"""Fitting a quote's words into a stretch of the record, at the least cost.

An infix alignment: the quote is laid into the stretch, whose ends are free (Sellers 1980, "The
theory and computation of evolutionary distances"). Each row of the table is one vector step, so
that a quote of 40 words in a stretch of 300 takes under a millisecond. Leaving words of the record
out costs what the stretch says, at most ``_JUMP`` for any length, and next to nothing where the
quote shows an ellipsis.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import repeat

import numpy as np
import numpy.typing as npt

_JUMP = 3.2
_CUT_JUMP = 0.15
_CUT_WORD = 0.002
_BRACKET_INSERT = 0.05
_BRACKET_REPLACE = 0.25
_REPLACE = 1.0
_INSERT = 1.6
_BRACKET_JUMP = 1.0
_KIN = 0.75
_KIN_LETTERS = 4
_MANY = 20
_PIECE = 1_000
_SLACK = 1e-6
_SWAPS = (_REPLACE, _KIN, _BRACKET_REPLACE)


@dataclass(frozen=True, slots=True)
class Alignment:
    """``pairs[i]`` is the record's word that word ``i`` of the quote is laid on, or -1.

    ``same[i]`` tells whether they are the same; ``cost`` is the whole cost.
    """

    pairs: tuple[int, ...]
    same: tuple[bool, ...]
    cost: float

    @property
    def first(self) -> int:
        """The first word of the record that is laid on, -1 if none is."""
        return next((p for p in self.pairs if p >= 0), -1)

    @property
    def last(self) -> int:
        """The last word of the record that is laid on, -1 if none is."""
        return next((p for p in reversed(self.pairs) if p >= 0), -1)


def align(
    quote: Sequence[str],
    record: Sequence[str],
    cost: npt.NDArray[np.float64],
    bracket: Sequence[bool],
    cuts: frozenset[int],
) -> Alignment:
    """The cheapest way to lay ``quote`` into ``record``.

    Time and space are the product of the lengths up to 1,000 words, and linear beyond: a longer
    quote is laid piece by piece, each behind the one before.
    """
    rows, columns = len(quote), len(record)
    if not rows or not columns:
        return Alignment((-1,) * rows, (False,) * rows, float(rows))
    if not any(bracket):
        exact = occurrences(quote, record)
        if exact:
            return at_place(exact[0], rows)
    if rows > _PIECE:
        return _in_pieces(quote, record, cost, bracket, cuts)
    q, r = _numbered(quote, record)
    swap = _swaps(quote, record, q, r, bracket)
    reach = np.concatenate((np.zeros(1, np.float64), np.cumsum(cost, dtype=np.float64)))
    steady = np.arange(columns + 1, dtype=np.float64) * _CUT_WORD
    settled = np.zeros((rows + 1, columns + 1), dtype=np.float64)
    entered = np.zeros((rows + 1, columns + 1), dtype=np.float64)
    passed = np.empty(columns + 1, dtype=np.float64)
    for i in range(rows):
        above, row, best = settled[i], entered[i + 1], settled[i + 1]
        np.add(above, _BRACKET_INSERT if bracket[i] else _INSERT, out=row)
        np.minimum(row[1:], above[:-1] + swap[i], out=row[1:])
        jump, word = _leap(i + 1, bracket, cuts)
        np.subtract(row, reach, out=best)
        np.minimum.accumulate(best, out=best)
        np.add(best, reach, out=best)
        if word:
            np.subtract(row, steady, out=passed)
            np.minimum.accumulate(passed, out=passed)
            np.add(passed, steady, out=passed)
        else:
            np.minimum.accumulate(row, out=passed)
        np.add(passed, jump, out=passed)
        np.minimum(best, passed, out=best)
        np.minimum(best, row, out=best)
    return _walk_back(q, r, _Table(settled, entered, reach, steady, bracket, cuts))


def _in_pieces(
    quote: Sequence[str],
    record: Sequence[str],
    cost: npt.NDArray[np.float64],
    bracket: Sequence[bool],
    cuts: frozenset[int],
) -> Alignment:
    pairs: list[int] = []
    same: list[bool] = []
    total, at = 0.0, 0
    for first in range(0, len(quote), _PIECE):
        last, reach = first + _PIECE, at + 2 * _PIECE
        piece = align(
            quote[first:last],
            record[at:reach],
            cost[at:reach],
            bracket[first:last],
            frozenset(cut - first for cut in cuts if first < cut <= last),
        )
        pairs += [at + pair if pair >= 0 else -1 for pair in piece.pairs]
        same += piece.same
        total += piece.cost
        at += piece.last + 1
    return Alignment(tuple(pairs), tuple(same), total)


def _numbered(
    quote: Sequence[str], record: Sequence[str]
) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int32]]:
    """Both as numbers, one for each word of the quote; -1 for a word that it does not have."""
    ids: dict[str, int] = {}
    q = np.array([ids.setdefault(key, len(ids)) for key in quote], np.int32)
    r = np.fromiter(map(ids.get, record, repeat(-1)), np.int32, len(record))
    return q, r


def _swaps(
    quote: Sequence[str],
    record: Sequence[str],
    q: npt.NDArray[np.int32],
    r: npt.NDArray[np.int32],
    bracket: Sequence[bool],
) -> npt.NDArray[np.float64]:
    """What laying each word of the quote on each word of the record costs."""
    held = np.array(bracket, dtype=bool)
    swap = np.where(held, _BRACKET_REPLACE, _REPLACE)[:, None].repeat(len(r), axis=1)
    # A stem too short to tell stands for itself, which no stem of the record is.
    stems = [key[:_KIN_LETTERS] if len(key) >= _KIN_LETTERS else f"{key} " for key in quote]
    wanted, offered = _numbered(stems, [key[:_KIN_LETTERS] for key in record])
    near = np.flatnonzero(offered >= 0)
    kin = (wanted[:, None] == offered[near]) & ~held[:, None]
    swap[:, near] = np.where(kin, _KIN, swap[:, near])
    there = np.flatnonzero(r >= 0)
    swap[:, there] = np.where(q[:, None] == r[there], 0.0, swap[:, there])
    return swap


def at_place(first: int, size: int) -> Alignment:
    """``size`` words laid as they are from word ``first`` on."""
    return Alignment(tuple(range(first, first + size)), (True,) * size, 0.0)


def _leap(row: int, bracket: Sequence[bool], cuts: frozenset[int]) -> tuple[float, float]:
    """What passing over any number of words costs after ``row`` words, and for each of them."""
    if row in cuts:
        return _CUT_JUMP, _CUT_WORD
    return (_BRACKET_JUMP if bracket[row - 1] else _JUMP), 0.0


def occurrences(quote: Sequence[str], record: Sequence[str]) -> list[int]:
    """Every place where ``quote`` stands in ``record`` as it is."""
    joined = "\n" + "\n".join(record) + "\n"
    wanted = "\n" + "\n".join(quote) + "\n"
    found: list[int] = []
    at = joined.find(wanted)
    while at >= 0 and len(found) < _MANY:
        found.append(joined.count("\n", 0, at))
        at = joined.find(wanted, at + 1)
    return found


@dataclass(frozen=True, slots=True)
class _Table:
    """``entered[i, j]``: word ``i`` of the quote ends on word ``j`` of the record; ``settled``:
    words of the record may have been passed over since."""

    settled: npt.NDArray[np.float64]
    entered: npt.NDArray[np.float64]
    reach: npt.NDArray[np.float64]
    steady: npt.NDArray[np.float64]
    bracket: Sequence[bool]
    cuts: frozenset[int]

    def origin(self, i: int, j: int) -> int:
        """From which column of row ``i`` the words up to ``j`` were passed over, the nearest
        among equals."""
        row = self.entered[i, : j + 1]
        if row[j] <= self.settled[i, j] + _SLACK:
            return j
        slid = row + (self.reach[j] - self.reach[: j + 1])
        jump, word = _leap(i, self.bracket, self.cuts)
        leapt = row + jump
        if word:
            leapt += self.steady[j] - self.steady[: j + 1]
        leapt[j] = row[j]
        both = np.minimum(slid, leapt)
        return int(np.flatnonzero(both <= both.min() + _SLACK)[-1])


def _walk_back(q: npt.NDArray[np.int32], r: npt.NDArray[np.int32], table: _Table) -> Alignment:
    settled, entered = table.settled, table.entered
    rows = len(q)
    wanted, offered = q.tolist(), r.tolist()
    j = int(np.argmin(entered[rows]))
    total = float(entered[rows, j])
    pairs = [-1] * rows
    same = [False] * rows
    for i in range(rows, 0, -1):
        if i < rows:
            j = table.origin(i, j)
        if j == 0:
            continue
        step = float(entered[i, j] - settled[i - 1, j - 1])
        equal = wanted[i - 1] == offered[j - 1]
        laid = abs(step) < _SLACK if equal else any(abs(step - p) < _SLACK for p in _SWAPS)
        if laid:
            pairs[i - 1], same[i - 1] = j - 1, equal
            j -= 1
    return Alignment(tuple(pairs), tuple(same), total)
