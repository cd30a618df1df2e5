"""Templates are compiled once for all workers and starts, not by each worker at its first page."""

from pathlib import Path

from flask import Flask
from jinja2 import FileSystemBytecodeCache


def keep_compiled(app: Flask, folder: Path) -> None:
    """Keep compiled templates in ``folder``; each is made anew when its source differs.

    What lies there is run: only the server's own user may write to it.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    app.jinja_env.bytecode_cache = FileSystemBytecodeCache(str(folder), "%s.compiled")
