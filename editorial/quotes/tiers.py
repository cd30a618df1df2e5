"""Which segments of a growing archive to merge next, so that a search asks only a few.

Each source that is attached brings a small segment. A segment is kept apart only while it is more
than twice as large as all smaller ones together (the logarithmic method: Bentley and Saxe 1980,
"Decomposable searching problems"): an archive of a gigabyte has about five, at most ten, and a
source is copied about once each time that the archive grows by half.
"""

from collections.abc import Mapping

APART = 2
"""How many times as large as all smaller ones a segment must be to stay as it is."""
LARGEST = 4 << 30
"""Bytes. Beyond this a merge is not planned: positions are four bytes."""


def due(sizes: Mapping[str, int]) -> list[str]:
    """The names of the segments to merge into one now, from the bytes of each; none: [].

    Ask again after each merge, until nothing is due.
    """
    smaller = 0
    merged: list[str] = []
    names = sorted(sizes, key=lambda name: (sizes[name], name))
    for number, name in enumerate(names):
        if smaller + sizes[name] > LARGEST:
            break
        if number and sizes[name] <= APART * smaller:
            merged = names[: number + 1]
        smaller += sizes[name]
    return merged
