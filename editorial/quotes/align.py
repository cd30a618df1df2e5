"""Fitting a quote's words into a stretch of the record, at the least cost.

An infix alignment: the quote is laid into the stretch, whose ends are free (Sellers 1980, "The
theory and computation of evolutionary distances"). Each row of the table is one vector step, so
that a quote of 40 words in a stretch of 300 takes under a millisecond. Leaving words of the record
out costs what the stretch says, at most ``_JUMP`` for any length, and next to nothing where the
quote shows an ellipsis.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

_JUMP = 3.2
_CUT_JUMP = 0.15
_CUT_WORD = 0.002
_BRACKET_INSERT = 0.05
_BRACKET_REPLACE = 0.25
_REPLACE = 1.0
_INSERT = 1.25
_BRACKET_JUMP = 1.0
_KIN = 0.75
_KIN_LETTERS = 4
_MANY = 20
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
    """The cheapest way to lay ``quote`` into ``record``. Time and space: product of the lengths."""
    rows, columns = len(quote), len(record)
    if not rows or not columns:
        return Alignment((-1,) * rows, (False,) * rows, float(rows))
    if not any(bracket):
        exact = occurrences(quote, record)
        if exact:
            return at_place(exact[0], rows)
    ids: dict[str, int] = {}
    r = np.fromiter((ids.setdefault(k, len(ids)) for k in record), np.int32, columns)
    q = [ids.get(k, -1) for k in quote]
    stems: dict[str, int] = {}
    rs = np.fromiter(
        (stems.setdefault(k[:_KIN_LETTERS], len(stems)) for k in record), np.int32, columns
    )
    qs = [stems.get(k[:_KIN_LETTERS], -1) if len(k) >= _KIN_LETTERS else -1 for k in quote]
    reach = np.concatenate((np.zeros(1, np.float64), np.cumsum(cost, dtype=np.float64)))
    steady = np.arange(columns + 1, dtype=np.float64) * _CUT_WORD
    settled = np.zeros((rows + 1, columns + 1), dtype=np.float64)
    entered = np.zeros((rows + 1, columns + 1), dtype=np.float64)
    for i in range(rows):
        above = settled[i]
        swap = np.full(columns, _BRACKET_REPLACE if bracket[i] else _REPLACE, dtype=np.float64)
        if not bracket[i] and qs[i] >= 0:
            swap[rs == qs[i]] = _KIN
        if q[i] >= 0:
            swap[r == q[i]] = 0.0
        row = above + np.float64(_BRACKET_INSERT if bracket[i] else _INSERT)
        np.minimum(row[1:], above[:-1] + swap, out=row[1:])
        entered[i + 1] = row
        jump, word = _leap(i + 1, bracket, cuts)
        slid = np.minimum.accumulate(row - reach) + reach
        if word:
            leapt = np.minimum.accumulate(row - steady) + steady + np.float64(jump)
        else:
            leapt = np.minimum.accumulate(row) + np.float64(jump)
        settled[i + 1] = np.minimum(np.minimum(row, slid), leapt)
    return _walk_back(q, r, _Table(settled, entered, reach, steady, bracket, cuts))


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
        slid = row + (self.reach[j] - self.reach[: j + 1])
        jump, word = _leap(i, self.bracket, self.cuts)
        leapt = row + jump
        if word:
            leapt += self.steady[j] - self.steady[: j + 1]
        leapt[j] = row[j]
        both = np.minimum(slid, leapt)
        return int(np.flatnonzero(both <= both.min() + _SLACK)[-1])


def _walk_back(q: Sequence[int], r: npt.NDArray[np.int32], table: _Table) -> Alignment:
    settled, entered = table.settled, table.entered
    rows = len(q)
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
        equal = q[i - 1] >= 0 and q[i - 1] == int(r[j - 1])
        laid = abs(step) < _SLACK if equal else any(abs(step - p) < _SLACK for p in _SWAPS)
        if laid:
            pairs[i - 1], same[i - 1] = j - 1, equal
            j -= 1
    return Alignment(tuple(pairs), tuple(same), total)
