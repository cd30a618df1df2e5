"""Inclusion and consistency proofs (RFC 6962, sections 2.1.1 and 2.1.2; checked as RFC 9162 says).

Leaves are counted from 0, so the entry with sequence n is leaf n - 1. A proof is a list of hashes
of 32 bytes. ``root_of(start, end)`` gives the root of the leaves from ``start`` to before ``end``.
"""

from collections.abc import Callable, Sequence

from editorial.ledger.tree import EMPTY_ROOT, node_hash

RootOf = Callable[[int, int], bytes]


def inclusion(index: int, size: int, root_of: RootOf) -> list[bytes]:
    """Why leaf ``index`` is in the tree of ``size`` leaves. Raises ValueError when it is not."""
    if not 0 <= index < size:
        raise ValueError(f"a tree of {size} leaves has no leaf {index}")
    return _path(index, 0, size, root_of)


def consistency(old: int, new: int, root_of: RootOf) -> list[bytes]:
    """Why the tree of ``new`` leaves begins with that of ``old``. Raises ValueError."""
    if not 0 <= old <= new:
        raise ValueError(f"a tree of {new} leaves does not begin with one of {old}")
    return [] if old in (0, new) else _subproof(old, 0, new, root_of, whole=True)


def is_included(index: int, size: int, leaf: bytes, root: bytes, proof: Sequence[bytes]) -> bool:
    """Whether ``proof`` leads from the leaf's hash to the root (RFC 9162, 2.1.3.2)."""
    if not 0 <= index < size:
        return False
    place, last, node = index, size - 1, leaf
    for hash_ in proof:
        if last == 0:
            return False
        if place & 1 or place == last:
            node = node_hash(hash_, node)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            node = node_hash(node, hash_)
        place, last = place >> 1, last >> 1
    return last == 0 and node == root


def is_consistent(
    old: int, new: int, old_root: bytes, new_root: bytes, proof: Sequence[bytes]
) -> bool:
    """Whether ``proof`` shows that nothing before ``old`` was changed (RFC 9162, 2.1.4.2)."""
    if not 0 <= old <= new:
        return False
    if old == new:
        return not proof and old_root == new_root
    if old == 0:
        return not proof and old_root == EMPTY_ROOT
    path = list(proof)
    if old & (old - 1) == 0:
        path.insert(0, old_root)
    if not path:
        return False
    place, last = old - 1, new - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    before = after = path[0]
    for hash_ in path[1:]:
        if last == 0:
            return False
        if place & 1 or place == last:
            before, after = node_hash(hash_, before), node_hash(hash_, after)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            after = node_hash(after, hash_)
        place, last = place >> 1, last >> 1
    return last == 0 and before == old_root and after == new_root


def split(size: int) -> int:
    """The largest power of two below ``size`` (at least 2)."""
    return 1 << (size - 1).bit_length() - 1


def _path(index: int, start: int, size: int, root_of: RootOf) -> list[bytes]:
    if size == 1:
        return []
    left = split(size)
    if index < left:
        path = _path(index, start, left, root_of)
        return [*path, root_of(start + left, start + size)]
    path = _path(index - left, start + left, size - left, root_of)
    return [*path, root_of(start, start + left)]


def _subproof(old: int, start: int, size: int, root_of: RootOf, *, whole: bool) -> list[bytes]:
    if old == size:
        return [] if whole else [root_of(start, start + size)]
    left = split(size)
    if old <= left:
        proof = _subproof(old, start, left, root_of, whole=whole)
        return [*proof, root_of(start + left, start + size)]
    proof = _subproof(old - left, start + left, size - left, root_of, whole=False)
    return [*proof, root_of(start, start + left)]
