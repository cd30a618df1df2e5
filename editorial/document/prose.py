"""Two wordings of one passage, compared word by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, TypeAlias

from editorial.document.alignment import Stretch, align

RunKind: TypeAlias = Literal["equal", "inserted", "deleted"]

TOKEN = re.compile(r"\w+(?:['’]\w+)*|[^\w\s]")
# So few words in common, between changes this many times as long, make a reader stumble.
STRAY = 2
FAR = 3


@dataclass(frozen=True, slots=True)
class Run:
    """Words in a row that stayed, came or went."""

    kind: RunKind
    text: str


def compare_words(old: str, new: str) -> tuple[Run, ...]:
    """Word by word: equal and deleted runs join to ``old``, equal and inserted ones to ``new``.

    Where words were replaced, the deleted come first.
    """
    if old == new:
        return (Run("equal", new),) if new else ()
    olds, news = list(TOKEN.finditer(old)), list(TOKEN.finditer(new))
    common = align([token[0] for token in olds], [token[0] for token in news])
    runs: list[Run] = []
    old_at = new_at = 0
    for start, place, size in _telling(common, len(olds), len(news)):
        for before, after in zip(
            olds[start : start + size], news[place : place + size], strict=True
        ):
            runs += _replaced(old[old_at : before.start()], new[new_at : after.start()])
            runs.append(Run("equal", after[0]))
            old_at, new_at = before.end(), after.end()
    runs += _replaced(old[old_at:], new[new_at:])
    return _joined(runs)


def _telling(common: list[Stretch], old_size: int, new_size: int) -> Iterator[Stretch]:
    """The stretches without those that only chance left between two long changes."""
    old_end = new_end = 0
    for number, stretch in enumerate(common):
        following = common[number + 1] if number + 1 < len(common) else (old_size, new_size, 0)
        before = max(stretch.old_start - old_end, stretch.new_start - new_end)
        after = max(
            following[0] - stretch.old_start - stretch.size,
            following[1] - stretch.new_start - stretch.size,
        )
        if stretch.size <= STRAY and min(before, after) > FAR * stretch.size:
            continue
        old_end, new_end = stretch.old_start + stretch.size, stretch.new_start + stretch.size
        yield stretch


def _replaced(old: str, new: str) -> list[Run]:
    """What stands between two words that stayed; spaces that both begin or end with stay too."""
    head = _shared_spaces(old, new)
    tail = _shared_spaces(old[head:][::-1], new[head:][::-1])
    return [
        Run("equal", new[:head]),
        Run("deleted", old[head : len(old) - tail]),
        Run("inserted", new[head : len(new) - tail]),
        Run("equal", new[len(new) - tail :]),
    ]


def _shared_spaces(old: str, new: str) -> int:
    size = 0
    while size < min(len(old), len(new)) and old[size] == new[size] and old[size].isspace():
        size += 1
    return size


def _joined(runs: list[Run]) -> tuple[Run, ...]:
    told = (run for run in runs if run.text)
    return tuple(
        Run(kind, "".join(run.text for run in same))
        for kind, same in groupby(told, key=lambda run: run.kind)
    )
