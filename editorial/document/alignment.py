"""What two sequences have in common, in order."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Sequence
from itertools import pairwise
from typing import NamedTuple

# An exact comparison holds a bit for each pair: 25 MB here, in well under a second.
MAX_PAIRS = 200_000_000
MAX_ROUNDS = 8


class Stretch(NamedTuple):
    """``old[old_start:old_start + size]`` equals ``new[new_start:new_start + size]``."""

    old_start: int
    new_start: int
    size: int


class _Part(NamedTuple):
    old_start: int
    old_end: int
    new_start: int
    new_end: int
    round: int = 0


def align(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Stretch]:
    """The stretches that stay, in order: a longest common subsequence, exact up to about 14,000
    items a side between what both ends share.

    Beyond that the sequences are first cut at items that occur once in both (patience
    difference, after Bram Cohen); a part with no such item counts as replaced. So no input takes
    more than a few seconds.
    """
    numbers: dict[Hashable, int] = {}
    olds = [numbers.setdefault(item, len(numbers)) for item in old]
    news = [numbers.setdefault(item, len(numbers)) for item in new]
    found: list[Stretch] = []
    parts = [_Part(0, len(olds), 0, len(news))]
    while parts:
        part = _trimmed(olds, news, parts.pop(), found)
        pairs = (part.old_end - part.old_start) * (part.new_end - part.new_start)
        if 0 < pairs <= MAX_PAIRS:
            found += _compared(olds, news, part)
        elif pairs and part.round < MAX_ROUNDS:
            parts += _cut(olds, news, part)
    return _merged(sorted(found))


def _trimmed(old: list[int], new: list[int], part: _Part, found: list[Stretch]) -> _Part:
    """The part without what both ends share, which goes to ``found``."""
    old_start, old_end, new_start, new_end, rounds = part
    size = 0
    shorter = min(old_end - old_start, new_end - new_start)
    while size < shorter and old[old_start + size] == new[new_start + size]:
        size += 1
    if size:
        found.append(Stretch(old_start, new_start, size))
    old_start, new_start, shorter = old_start + size, new_start + size, shorter - size
    size = 0
    while size < shorter and old[old_end - size - 1] == new[new_end - size - 1]:
        size += 1
    if size:
        found.append(Stretch(old_end - size, new_end - size, size))
    return _Part(old_start, old_end - size, new_start, new_end - size, rounds)


def _compared(old: list[int], new: list[int], part: _Part) -> list[Stretch]:
    from rapidfuzz.distance import Indel  # large, and most processes compare nothing

    steps = Indel.opcodes(old[part.old_start : part.old_end], new[part.new_start : part.new_end])
    return [
        Stretch(
            part.old_start + step.src_start,
            part.new_start + step.dest_start,
            step.src_end - step.src_start,
        )
        for step in steps
        if step.tag == "equal"
    ]


def _cut(old: list[int], new: list[int], part: _Part) -> list[_Part]:
    """The part in pieces that begin with an item both sides have once."""
    olds, news = old[part.old_start : part.old_end], new[part.new_start : part.new_end]
    in_old, in_new = Counter(olds), Counter(news)
    place = {item: index for index, item in enumerate(news)}
    shared = [
        (index, place[item])
        for index, item in enumerate(olds)
        if in_old[item] == 1 and in_new[item] == 1
    ]
    anchors = [shared[index] for index in longest_rising([new for _, new in shared])]
    if not anchors:
        return []
    cuts = [(0, 0), *anchors, (len(olds), len(news))]
    return [
        _Part(
            part.old_start + old_from,
            part.old_start + old_to,
            part.new_start + new_from,
            part.new_start + new_to,
            part.round + 1,
        )
        for (old_from, new_from), (old_to, new_to) in pairwise(cuts)
    ]


def longest_rising(values: Sequence[int]) -> list[int]:
    """Indexes of a longest strictly rising subsequence of different numbers, in n log n."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, value in enumerate(values):
        place = bisect_left(tails, value)
        before.append(ends[place - 1] if place else -1)
        tails[place : place + 1] = [value]
        ends[place : place + 1] = [index]
    chain: list[int] = []
    index = ends[-1] if ends else -1
    while index >= 0:
        chain.append(index)
        index = before[index]
    return chain[::-1]


def _merged(stretches: list[Stretch]) -> list[Stretch]:
    merged: list[Stretch] = []
    for stretch in stretches:
        last = merged[-1] if merged else None
        if last and last[0] + last[2] == stretch[0] and last[1] + last[2] == stretch[1]:
            merged[-1] = Stretch(last.old_start, last.new_start, last.size + stretch.size)
        else:
            merged.append(stretch)
    return merged
