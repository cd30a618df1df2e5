"""Candidates for the place of a quote: which explain it together, and in what order."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_PIECE = 0.08  # the share of a quote that makes another place worth adding
_RIVAL = 0.65  # of the best place's score is what another place of the same words must have
_CUT = 600  # characters that a quote may leave out within one place


@dataclass(slots=True)
class Candidate:
    """Where votes gather: the lowest and highest origin, and the words of the quote they hold."""

    source: int
    low: int
    high: int
    covered: NDArray[np.bool_]
    score: float


def in_order(
    candidates: list[Candidate], rarity: NDArray[np.float64], length: int, limit: int
) -> tuple[list[Candidate], float]:
    """First the candidates that explain the quote together, then the others by their score.

    ``rarity`` weighs the words of a quote of ``length`` characters. Beside the candidates stands
    the share of the quote that the first ones explain.
    """
    total = float(rarity.sum())
    if not candidates:
        return [], 0.0 if total else 1.0
    missing = rarity.copy()
    rest = sorted(candidates, key=lambda each: -each.score)
    held = np.array([each.covered for each in rest])
    chosen: list[Candidate] = []
    pieces: set[int] = set()
    while len(chosen) < limit:
        gains = held @ missing
        best = int(np.argmax(gains))
        if not gains[best] or (chosen and gains[best] < _PIECE * total):
            break
        pieces.add(best)
        missing[held[best]] = 0.0
        if not _widened(chosen, rest[best], rarity, length):
            chosen.append(rest[best])
    least = _RIVAL * chosen[0].score if chosen else 0.0
    for number, each in enumerate(rest):
        if len(chosen) >= limit or each.score < least:
            break
        if number not in pieces and not any(_near(each, other, length // 2) for other in chosen):
            chosen.append(each)
    return chosen, 1.0 - float(missing.sum()) / total


def _widened(
    chosen: list[Candidate], piece: Candidate, rarity: NDArray[np.float64], length: int
) -> bool:
    """Whether a piece only continues a place behind a cut; the place then reaches over both."""
    for each in chosen:
        if _near(each, piece, length + _CUT):
            each.low, each.high = min(each.low, piece.low), max(each.high, piece.high)
            each.covered = each.covered | piece.covered
            each.score = float(rarity[each.covered].sum() / rarity.sum())
            return True
    return False


def _near(one: Candidate, other: Candidate, reach: int) -> bool:
    if one.source != other.source:
        return False
    return one.low - reach <= other.high and other.low - reach <= one.high
