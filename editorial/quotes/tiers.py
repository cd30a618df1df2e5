"""Which segments of a growing archive to merge next, so that a search asks only a few.

Each source that is attached brings a small segment. Segments of about one size are merged once
there are enough of them, as log-structured stores do (O'Neil et al. 1996, "The log-structured
merge-tree"): every source is copied about once each time that the archive grows fourfold, and an
archive of a gigabyte keeps some twenty segments at most.
"""

from collections.abc import Mapping
from math import log

SMALLEST = 1 << 16
"""Bytes. Segments below this size count as one size."""
FANOUT = 4
"""As many segments of one size are merged into one."""
LARGEST = 4 << 30
"""Bytes. Beyond this a merge is not planned: positions are four bytes."""


def due(sizes: Mapping[str, int]) -> list[str]:
    """The names of the segments to merge into one now, from the bytes of each; none: [].

    Ask again after each merge, until nothing is due.
    """
    tiers: dict[int, list[str]] = {}
    for name, size in sizes.items():
        tiers.setdefault(_tier(size), []).append(name)
    for tier in sorted(tiers):
        # What is smaller goes along: it costs little and leaves fewer.
        names = [name for lower, held in tiers.items() if lower <= tier for name in held]
        if len(tiers[tier]) >= FANOUT and sum(sizes[name] for name in names) <= LARGEST:
            return sorted(names)
    return []


def _tier(size: int) -> int:
    return max(0, int(log(max(size, 1) / SMALLEST, FANOUT)))
