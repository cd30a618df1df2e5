"""An exported tree on its way: what to take out first, and what a run did."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from editorial.site.export import STATE
from editorial.site.folder import GONE, INDEX


class NotCarried(Exception):
    """Why a run failed, and ``advice``: what somebody can do. Neither ever holds a secret."""

    def __init__(self, error: str, advice: str) -> None:
        super().__init__(error)
        self.advice = advice


@dataclass(frozen=True, slots=True)
class Carried:
    """What one run did to the mirror, in files. ``uncertified``: stories whose certificate the log
    has not signed yet."""

    written: int
    removed: int
    uncertified: int = 0


def files_of(root: Path) -> Iterator[tuple[str, Path]]:
    """Every file of the site by its name, in order."""
    for path in sorted(root.rglob("*")):
        if path.is_file() and path.name != STATE:
            yield path.relative_to(root).as_posix(), path


def notices_of(root: Path) -> list[str]:
    """The pages of withdrawn stories: they replace a text, so they go before everything else."""
    gone = (path.relative_to(root).as_posix() for path in sorted(root.rglob(GONE)))
    return [name for notice in gone for name in (notice.removesuffix(GONE) + INDEX, notice)]
