"""A vault in a folder: kept as received, written once, on disk before it is acknowledged."""

import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from editorial.vault.files import PIECE, MissingFile, Vault, digest_of, named


class FolderVault(Vault):
    """Stores bytes under ``root``, two levels deep."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def put(self, content: bytes) -> str:
        """Store ``content`` durably and return its digest."""
        digest = hashlib.sha256(content).hexdigest()
        self._write(digest, lambda file: file.write(content))
        return digest

    def put_file(self, path: Path) -> str:
        """The same for a file on disk, which stays where it is."""
        digest = digest_of(path)
        with path.open("rb") as source:
            self._write(digest, lambda file: shutil.copyfileobj(source, file, PIECE))
        return digest

    def size(self, digest: str) -> int:
        """How many bytes. Raises MissingFile."""
        try:
            return self._path(digest).stat().st_size
        except FileNotFoundError as error:
            raise MissingFile(f"the file {digest} is missing") from error

    def pieces(self, digest: str, start: int = 0, stop: int | None = None) -> Iterator[bytes]:
        """The bytes ``start:stop``, a piece at a time, unproved. Raises MissingFile at once."""
        try:
            file = self._path(digest).open("rb")
        except FileNotFoundError as error:
            raise MissingFile(f"the file {digest} is missing") from error
        return _read(file, start, stop)

    def digests(self) -> Iterator[str]:
        """Every digest held, in order."""
        if not self.root.exists():
            return
        for path in sorted(self.root.glob("??/*")):
            if not path.name.startswith("."):
                yield path.name

    def _write(self, digest: str, write: Callable[[BinaryIO], object]) -> None:
        path = self._path(digest)
        if path.exists():
            return
        if not path.parent.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            _sync_folder(self.root)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                write(file)
                file.flush()
                os.fsync(file.fileno())
            temporary.rename(path)
            _sync_folder(path.parent)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise

    def _path(self, digest: str) -> Path:
        return self.root / named(digest)[:2] / digest


def _read(file: BinaryIO, start: int, stop: int | None) -> Iterator[bytes]:
    with file:
        file.seek(start)
        left = None if stop is None else stop - start
        while left is None or left > 0:
            piece = file.read(PIECE if left is None else min(PIECE, left))
            if not piece:
                return
            left = None if left is None else left - len(piece)
            yield piece


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
