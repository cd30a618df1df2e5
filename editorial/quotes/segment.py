"""One table of where words stand in some sources: built from a text, merged, read in place.

A segment is bytes that are used where they lie (a memory map, say); all numbers little-endian:

    8 bytes   magic
    4 × u4    bytes of the list of sources, number of words, number of entries, zero
    JSON      the sources, [[id, characters], …], padded with spaces to a multiple of four
    u4 × W    hashes of the distinct words, ascending
    u4 × W+1  where each word's entries begin
    6 × E     entries: u2 the following two words (a byte of hash each), u4 position

A position counts characters from the start of the first source, as if the sources stood one
behind the other. A word's entries are sorted by the words that follow it, then by position; so
one word, two words and three words are each one contiguous stretch, found by bisection.
"""

import json
import struct
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from editorial.quotes.shingles import words

Buffer: TypeAlias = bytes | bytearray | memoryview

MAGIC = b"quotes\x00\x01"
MOST_CHARACTERS = 0xFFFF_FFFF
"""A segment's positions are four bytes."""

_HEAD = struct.Struct("<8s4I")
_ENTRY = np.dtype([("next", "<u2"), ("position", "<u4")])
_BLOCK = 1 << 16  # words sorted at a time: their order fits two bytes
_PORTION = 1 << 20  # entries merged at a time, unless one word has more

Sources: TypeAlias = Sequence[tuple[str, int]]


class Segment:
    """A segment read in place. Raises ValueError for bytes that are not a segment."""

    def __init__(self, buffer: Buffer) -> None:
        view = memoryview(buffer).cast("B")
        if len(view) < _HEAD.size or bytes(view[:8]) != MAGIC:
            raise ValueError("these bytes are not a segment of the index")
        _, listed, count, entries, _ = _HEAD.unpack_from(view)
        at = _HEAD.size + listed
        if len(view) != at + 8 * count + 4 + 6 * entries:
            raise ValueError("this segment of the index is cut short")
        self.sources: Sources = [
            (str(source), int(length))
            for source, length in json.loads(bytes(view[_HEAD.size : at]))
        ]
        self.bases = [0, *accumulate(length for _, length in self.sources)]
        self.words = np.frombuffer(view, "<u4", count, at)
        self.begins = np.frombuffer(view, "<u4", count + 1, at + 4 * count)
        self.entries = np.frombuffer(view, _ENTRY, entries, at + 8 * count + 4)
        self._positions = self.entries["position"]
        self._next = view[at + 8 * count + 4 :].cast("H")[::3]

    @property
    def characters(self) -> int:
        return self.bases[-1]

    def __len__(self) -> int:
        return len(self.entries)

    def stretches(
        self, keys: NDArray[np.uint32], following: Sequence[int], asked: NDArray[np.intp]
    ) -> Iterator[tuple[int, int, int, int]]:
        """Where runs of a quote's words stand: first word, number of words, entries from, to.

        ``keys`` and ``following`` are those of ``keyed``. Runs of one, two and three words are
        looked up from each word that is ``asked``; only those that are found are told.
        """
        if not len(self.words):
            return
        at = np.searchsorted(self.words, keys[asked])
        at[at == len(self.words)] = 0
        held = self.words[at] == keys[asked]
        lows, highs = self.begins[at[held]].tolist(), self.begins[at[held] + 1].tolist()
        last = len(keys) - 1
        for word, low, high in zip(asked[held].tolist(), lows, highs, strict=True):
            yield word, 1, low, high
            if word == last:
                return
            # Bisection over a memory view takes a third of the time that it takes over an array.
            second = following[word] & 0xFF00
            low = bisect_left(self._next, second, low, high)
            high = bisect_left(self._next, second + 0x100, low, high)
            if low == high:
                continue
            yield word, 2, low, high
            if word == last - 1:
                continue
            low = bisect_left(self._next, following[word], low, high)
            high = bisect_left(self._next, following[word] + 1, low, high)
            if low < high:
                yield word, 3, low, high

    def positions(self, entries: NDArray[np.intp]) -> NDArray[np.uint32]:
        """The positions of these entries."""
        return self._positions[entries]


def keyed(text: str) -> tuple[NDArray[np.uint32], NDArray[np.uint32], NDArray[np.int64]]:
    """Of each word: its key (32 bits), the following two (8 bits each), where it begins."""
    found = words(text)
    keys = (found.hashes >> np.uint64(32)).astype(np.uint32)
    following = np.zeros(len(keys) + 2, np.uint32)
    following[: len(keys)] = (found.hashes >> np.uint64(24)).astype(np.uint32) & np.uint32(0xFF)
    return keys, following[1:-1] << np.uint32(8) | following[2:], found.starts


def build(source: str, text: str) -> bytes:
    """The segment of one source. Raises ValueError if the text is beyond 4,294,967,295 letters."""
    if len(text) > MOST_CHARACTERS:
        raise ValueError("a source is too long for the index")
    keys, following, starts = keyed(text)
    tables = []
    for begin in range(0, len(keys), _BLOCK):
        block = slice(begin, begin + _BLOCK)
        order = keys[block].astype(np.uint64) << np.uint64(32)
        order |= following[block].astype(np.uint64) << np.uint64(16)
        order |= np.arange(len(order), dtype=np.uint64)
        order.sort()
        sorted_keys = (order >> np.uint64(32)).astype("<u4")
        first = np.flatnonzero(np.diff(sorted_keys, prepend=~sorted_keys[:1]))
        entries = np.empty(len(order), _ENTRY)
        entries["next"] = (order >> np.uint64(16)).astype(np.uint16)
        entries["position"] = starts[block].take((order & np.uint64(0xFFFF)).astype(np.intp))
        begins = np.append(first, len(order)).astype("<u4")
        tables.append(_Table(sorted_keys[first], begins, entries, 0))
    return b"".join(_merged([(source, len(text))], tables))


def merge(buffers: Sequence[Buffer]) -> Iterator[bytes]:
    """The one segment of all the sources of several, in pieces to be written one by one.

    Takes time linear in the sum (times a logarithm), and memory for some million entries beside
    the words. Raises ValueError if a source is in two of them or they are too long together.
    """
    segments = [Segment(buffer) for buffer in buffers]
    sources = [each for segment in segments for each in segment.sources]
    if len({source for source, _ in sources}) != len(sources):
        raise ValueError("a source is in two of the segments")
    if sum(length for _, length in sources) > MOST_CHARACTERS:
        raise ValueError("the segments are too long together")
    shifts = [0, *accumulate(segment.characters for segment in segments)]
    tables = [
        _Table(segment.words, segment.begins, segment.entries, shift)
        for segment, shift in zip(segments, shifts, strict=False)
    ]
    return _merged(sources, tables)


class _Table:
    """What a segment holds, with the shift of its positions."""

    def __init__(
        self,
        keys: NDArray[np.uint32],
        begins: NDArray[np.uint32],
        entries: NDArray[np.void],
        shift: int,
    ) -> None:
        self.keys, self.begins, self.entries, self.shift = keys, begins, entries, shift

    def ordered(self, keys: NDArray[np.uint32]) -> NDArray[np.uint64]:
        """Entries of the words ``keys`` (ascending) as: rank among keys, next words, position."""
        low, high = np.searchsorted(self.keys, [keys[0], keys[-1]])
        high += high < len(self.keys) and self.keys[high] == keys[-1]
        begins = self.begins[low : high + 1]
        entries = self.entries[begins[0] : begins[-1]]
        rank = np.searchsorted(keys, self.keys[low:high]).astype(np.uint64)
        order = np.repeat(rank << np.uint64(48), np.diff(begins))
        order |= entries["next"].astype(np.uint64) << np.uint64(32)
        order |= entries["position"].astype(np.uint64) + np.uint64(self.shift)
        return order


def _merged(sources: Sources, tables: Sequence[_Table]) -> Iterator[bytes]:
    keys = np.sort(np.concatenate([table.keys for table in tables] or [np.zeros(0, "<u4")]))
    keys = keys[np.flatnonzero(np.diff(keys, prepend=~keys[:1]))]
    counts = np.zeros(len(keys), np.int64)
    for table in tables:
        counts[np.searchsorted(keys, table.keys)] += np.diff(table.begins)
    begins = np.append(0, np.cumsum(counts))
    listed = json.dumps(sources, separators=(",", ":")).encode()
    listed += b" " * (-len(listed) % 4)
    yield _HEAD.pack(MAGIC, len(listed), len(keys), int(begins[-1]), 0)
    yield listed
    yield keys.astype("<u4").tobytes()
    yield begins.astype("<u4").tobytes()
    low = 0
    while low < len(keys):
        high = int(np.searchsorted(begins, begins[low] + _PORTION, "right")) - 1
        high = min(max(high, low + 1), low + _BLOCK, len(keys))
        order = np.concatenate([table.ordered(keys[low:high]) for table in tables])
        order.sort()
        entries = np.empty(len(order), _ENTRY)
        entries["next"] = (order >> np.uint64(32)).astype(np.uint16)
        entries["position"] = order.astype(np.uint32)
        yield entries.tobytes()
        low = high
