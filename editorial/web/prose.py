"""A difference as ``macros/difference.html`` wants it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from editorial.document.difference import BlockChange, Difference
from editorial.document.prose import Run

AROUND = 1
KINDS = {"equal": "same", "inserted": "added", "deleted": "removed"}

Piece = tuple[str, str]


@dataclass(frozen=True, slots=True)
class ProseBlock:
    """One paragraph, or ``count`` unchanged ones left out."""

    kind: str
    pieces: tuple[Piece, ...] = ()
    count: int = 0
    notes: tuple[str, ...] = ()


def prose(found: Difference) -> list[ProseBlock]:
    """The blocks that changed, with the nearest unchanged one on either side."""
    near = [False] * len(found.blocks)
    for index, change in enumerate(found.blocks):
        if change.kind != "kept" or change.moved:
            for place in range(index - AROUND, index + AROUND + 1):
                if 0 <= place < len(near):
                    near[place] = True
    return list(_blocks(found.blocks, near))


def pieces(runs: Sequence[Run]) -> tuple[Piece, ...]:
    """The words of one field or paragraph."""
    return tuple((run.text, KINDS.get(run.kind, run.kind)) for run in runs)


def _blocks(changes: Sequence[BlockChange], near: Sequence[bool]) -> Iterator[ProseBlock]:
    skipped = 0
    for change, shown in zip(changes, near, strict=True):
        if not shown:
            skipped += 1
            continue
        if skipped:
            yield ProseBlock("skipped", count=skipped)
            skipped = 0
        yield ProseBlock(_kind(change), pieces(change.runs), notes=change.notes)
    if skipped:
        yield ProseBlock("skipped", count=skipped)


def _kind(change: BlockChange) -> str:
    if change.kind == "inserted":
        return "added"
    if change.kind == "deleted":
        return "removed"
    if change.moved:
        return "moved"
    return "same" if change.kind == "kept" else "changed"
