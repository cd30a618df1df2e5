"""A folder of files named by digest.

A file is on disk before the row that names it is committed; a file without a row is harmless,
a row without its file would be a loss.
"""

import hashlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path


class MissingFile(Exception):
    """A digest that the vault does not hold, or whose bytes no longer have it."""


class Vault:
    """Stores bytes under ``root``, two levels deep."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def put(self, content: bytes) -> str:
        """Store ``content`` durably and return its digest in hexadecimal."""
        digest = hashlib.sha256(content).hexdigest()
        path = self._path(digest)
        if path.exists():
            return digest
        if not path.parent.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            _sync_folder(self.root)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            temporary.rename(path)
            _sync_folder(path.parent)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
        return digest

    def get(self, digest: str) -> bytes:
        """The bytes of ``digest``. Raises MissingFile when they are gone or were changed."""
        try:
            content = self._path(digest).read_bytes()
        except FileNotFoundError as error:
            raise MissingFile(f"the file {digest} is missing") from error
        if hashlib.sha256(content).hexdigest() != digest:
            raise MissingFile(f"the file {digest} was changed on disk")
        return content

    def digests(self) -> Iterator[str]:
        """Every digest held, in order."""
        if not self.root.exists():
            return
        for path in sorted(self.root.glob("??/*")):
            if not path.name.startswith("."):
                yield path.name

    def _path(self, digest: str) -> Path:
        if len(digest) != 64 or not all(c in "0123456789abcdef" for c in digest):
            raise MissingFile(f"{digest!r} is not a digest")
        return self.root / digest[:2] / digest


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
