"""Of what age the page for writing without a link is, with the files that it needs."""

import hashlib
from functools import cache
from pathlib import Path

PAGES = ("drafting/shell.html", "room.html", "base.html", "macros/form.html", "macros/quote.html")
FILES = ("css/*.css", "editor/*.js", "sprite.svg")


@cache
def shell_age(templates: Path, static: Path) -> str:
    """Another word as soon as one of them is another: then a browser fetches them all anew."""
    pages = [templates / name for name in PAGES]
    files = [path for pattern in FILES for path in sorted(static.glob(pattern))]
    whole = hashlib.sha256()
    for path in [*pages, *files]:
        if path.is_file():
            whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()[:16]
