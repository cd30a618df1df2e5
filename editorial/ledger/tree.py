"""The log's Merkle tree, after RFC 6962, section 2.1.

``peaks`` are the roots of the perfect trees that a log of ``size`` entries is made of, largest
first, 32 bytes each: as many as ``size`` has bits set. They are all that appending needs.
"""

from collections.abc import Iterable
from hashlib import sha256

HASH_BYTES = 32
EMPTY_ROOT = sha256(b"").digest()


def leaf_hash(body: bytes) -> bytes:
    """SHA-256(0x00 ‖ body)."""
    return sha256(b"\x00" + body).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """SHA-256(0x01 ‖ left ‖ right)."""
    return sha256(b"\x01" + left + right).digest()


def push(peaks: bytes, size: int, leaf: bytes) -> bytes:
    """The peaks of ``size`` + 1 entries."""
    stack = _split(peaks)
    node = leaf
    while size & 1:
        node = node_hash(stack.pop(), node)
        size >>= 1
    return b"".join([*stack, node])


def root(peaks: bytes) -> bytes:
    """The tree's root, folded from the right."""
    stack = _split(peaks)
    if not stack:
        return EMPTY_ROOT
    node = stack.pop()
    while stack:
        node = node_hash(stack.pop(), node)
    return node


def root_of(leaves: Iterable[bytes]) -> bytes:
    """The root over leaf hashes, in order."""
    growth = Growth()
    for leaf in leaves:
        growth.add(leaf)
    return growth.root()


class Growth:
    """A tree that grows leaf by leaf and tells its root after each, as quick as Python can."""

    __slots__ = ("_peaks", "size")

    def __init__(self) -> None:
        self._peaks: list[bytes] = []
        self.size = 0

    def add(self, leaf: bytes) -> None:
        """One leaf hash more."""
        peaks, size, node = self._peaks, self.size, leaf
        while size & 1:
            node = sha256(b"\x01" + peaks.pop() + node).digest()
            size >>= 1
        peaks.append(node)
        self.size += 1

    def root(self) -> bytes:
        """The root over all leaves so far."""
        if not self._peaks:
            return EMPTY_ROOT
        node = self._peaks[-1]
        for peak in self._peaks[-2::-1]:
            node = sha256(b"\x01" + peak + node).digest()
        return node


def _split(peaks: bytes) -> list[bytes]:
    return [peaks[at : at + HASH_BYTES] for at in range(0, len(peaks), HASH_BYTES)]
