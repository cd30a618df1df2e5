"""Files named by digest, wherever they lie.

A file is kept before the row that names it is committed; a file without a row is harmless, a row
without its file would be a loss.
"""

import hashlib
import re
from abc import ABC, abstractmethod
from collections.abc import Iterator
from pathlib import Path

PIECE = 1024 * 1024
DIGEST = re.compile("[0-9a-f]{64}")


class MissingFile(Exception):
    """A digest that the vault does not hold, or whose bytes no longer have it."""


class Vault(ABC):
    """Stores bytes under their SHA-256 in hexadecimal; the same bytes twice are stored once."""

    @abstractmethod
    def put(self, content: bytes) -> str:
        """Store ``content`` durably and return its digest."""

    @abstractmethod
    def put_file(self, path: Path) -> str:
        """The same for a file on disk, of any size, which stays where it is."""

    @abstractmethod
    def size(self, digest: str) -> int:
        """How many bytes. Raises MissingFile."""

    @abstractmethod
    def pieces(self, digest: str, start: int = 0, stop: int | None = None) -> Iterator[bytes]:
        """The bytes ``start:stop``, a piece at a time, unproved. Raises MissingFile at once."""

    @abstractmethod
    def digests(self) -> Iterator[str]:
        """Every digest held, in order."""

    def get(self, digest: str) -> bytes:
        """The bytes of ``digest``. Raises MissingFile when they are gone or were changed."""
        content = b"".join(self.pieces(digest))
        if hashlib.sha256(content).hexdigest() != digest:
            raise MissingFile(f"the file {digest} was changed where it is kept")
        return content


def named(digest: str) -> str:
    """The digest, if it is one. Raises MissingFile."""
    if not DIGEST.fullmatch(digest):
        raise MissingFile(f"{digest!r} is not a digest")
    return digest


def digest_of(path: Path) -> str:
    """The SHA-256 of a file on disk."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
