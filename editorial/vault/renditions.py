"""Smaller pictures, made once from those in the vault; a lost one is made again."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path


class Renditions:
    """A folder of its own. It holds nothing that can't be made anew, so no backup has it."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def get(self, digest: str, name: str, make: Callable[[], bytes]) -> bytes:
        """The rendition ``name`` of the picture, made by ``make`` where it isn't there yet.

        Swapped in whole, so that two who make it at once do no harm.
        """
        path = self.root / digest[:2] / digest / name
        try:
            return path.read_bytes()
        except FileNotFoundError:
            content = make()
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".new-")
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(temporary).replace(path)
        return content
