"""The folder of the index: segments that never change, and a manifest of those that count.

Any process of the machine maps the segments and reads; one at a time writes. A segment is whole on
disk before a manifest names it, and a manifest replaces the one before in one step, so a reader
sees the index before a change or after it.
"""

import fcntl
import json
import mmap
import os
import tempfile
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from editorial.quotes.segment import Segment

ENDING = ".segment"
# Letters fold by the tables of Unicode: segments made with others don't count.
_MADE_WITH = [1, unicodedata.unidata_version]
_TRIES = 5


class Busy(Exception):
    """Someone else is writing the index."""


class Folder:
    """The index under ``root``, which need not exist."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._manifest = root / "manifest.json"

    def segments(self) -> dict[str, memoryview]:
        """The segments that count, mapped, by name; one that is gone or damaged is left out."""
        found: dict[str, memoryview] = {}
        for _ in range(_TRIES):
            named = self.named()
            found = {name: view for name in named if (view := self.mapped(name)) is not None}
            # One that is gone was merged while we looked, or is lost.
            if len(found) == len(named) or named == self.named():
                break
        return found

    def named(self) -> tuple[str, ...]:
        """The names that the manifest tells; none where it is gone, damaged or of another make."""
        try:
            told = json.loads(self._manifest.read_bytes())
            return tuple(map(str, told["segments"])) if told["made_with"] == _MADE_WITH else ()
        except (FileNotFoundError, ValueError, KeyError, TypeError):
            return ()

    def mapped(self, name: str) -> memoryview | None:
        """A segment as it lies on disk; None for what is gone, cut short or no segment."""
        try:
            with (self.root / name).open("rb") as file:
                view = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
            Segment(view)
        except (FileNotFoundError, ValueError):
            return None
        return view

    @contextmanager
    def alone(self) -> Iterator[None]:
        """The right to write, until the block or the process ends. Raises Busy."""
        self.root.mkdir(parents=True, exist_ok=True)
        with (self.root / "lock").open("wb") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise Busy("someone else is writing the index") from error
            yield

    def write(self, pieces: Iterable[bytes]) -> str:
        """A new segment; returns its name, which counts once ``name`` is told of it."""
        handle, path = tempfile.mkstemp(dir=self.root, suffix=ENDING)
        with os.fdopen(handle, "wb") as file:
            for piece in pieces:
                file.write(piece)
        return Path(path).name

    def name(self, names: Iterable[str]) -> None:
        """From now on these count and no others; the files of others go."""
        kept = sorted(names)
        for name in set(kept) - set(self.named()):
            _sync(self.root / name)
        self._replace({"made_with": _MADE_WITH, "segments": kept})
        for path in self.root.glob(f"*{ENDING}"):
            if path.name not in kept:
                path.unlink()

    def _replace(self, manifest: Mapping[str, object]) -> None:
        new = self.root / "manifest.new"
        new.write_text(json.dumps(manifest))
        _sync(new)
        new.rename(self._manifest)
        _sync(self.root)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
