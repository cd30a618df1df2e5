"""The tree's nodes out of the database: roots of any stretch of leaves, for proofs.

Only every eighth level is kept, so a proof over a million entries reads some hundred hashes.
"""

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from editorial.ledger.tree import node_hash, push, root
from editorial.models.log_entry import LogEntry
from editorial.models.log_node import LogNode

STRIDE = 8
SPAN = 1 << STRIDE


def range_root(session: Session, start: int, end: int) -> bytes:
    """The root of the leaves from ``start`` to before ``end``, as proofs ask for it.

    ``start`` must be a multiple of the largest power of two below ``end - start``.
    Raises LookupError when entries are missing.
    """
    parts = []
    while start < end:
        level = (end - start).bit_length() - 1
        parts.append(_perfect(session, level, start >> level))
        start += 1 << level
    node = parts.pop()
    while parts:
        node = node_hash(parts.pop(), node)
    return node


def keep_nodes(session: Session, size: int) -> None:
    """Keep the nodes that the first ``size`` entries made whole and that are not kept yet."""
    level = STRIDE
    while size >> level:
        kept = session.scalar(select(func.count()).where(LogNode.level == level)) or 0
        rows = [
            {"level": level, "place": place, "hash": _perfect(session, level, place)}
            for place in range(kept, size >> level)
        ]
        if rows:
            session.execute(insert(LogNode), rows)
        level += STRIDE


def _perfect(session: Session, level: int, place: int) -> bytes:
    """The root of a perfect tree, from the highest kept nodes below or at it."""
    below = level - level % STRIDE
    kept = _kept(session, below, place << level - below, 1 << level - below) if below else []
    if len(kept) != 1 << level - below:
        below -= STRIDE
        kept = _below(session, level, place, below)
    peaks = b""
    for size, node in enumerate(kept):
        peaks = push(peaks, size, node)
    return root(peaks)


def _below(session: Session, level: int, place: int, below: int) -> list[bytes]:
    """The nodes one kept level further down, each looked for in the same way."""
    if below <= 0:
        return _leaves(session, place << level, 1 << level)
    first, count = place << level - below, 1 << level - below
    kept = _kept(session, below, first, count)
    if len(kept) == count:
        return kept
    return [_perfect(session, below, first + number) for number in range(count)]


def _kept(session: Session, level: int, first: int, count: int) -> list[bytes]:
    return list(
        session.scalars(
            select(LogNode.hash)
            .where(LogNode.level == level, LogNode.place.between(first, first + count - 1))
            .order_by(LogNode.place)
        )
    )


def _leaves(session: Session, first: int, count: int) -> list[bytes]:
    leaves = list(
        session.scalars(
            select(LogEntry.leaf)
            .where(LogEntry.sequence.between(first + 1, first + count))
            .order_by(LogEntry.sequence)
        )
    )
    if len(leaves) != count:
        raise LookupError(f"entries {first + 1} to {first + count} are not all there")
    return leaves
