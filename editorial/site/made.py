"""What the published files were made by: other templates or styles make other pages."""

import hashlib
from pathlib import Path

from editorial.config import ROOT
from editorial.site.folder import Folder, swap_in
from editorial.web.theme import themes

MADE_BY = "made-by"
# All of Editorial: a page is shaped by more than the site's own modules, and an upgrade is rare.
SOURCES = (ROOT / "templates", ROOT / "editorial")


def made_by(own_themes: Path | None) -> str:
    """A digest of all that shapes a page, beside the database."""
    digest = hashlib.sha256()
    for root in (*SOURCES, *themes(own_themes).values()):
        for file in sorted(root.rglob("*")):
            if file.suffix in (".html", ".py", ".css"):
                digest.update(f"{file.relative_to(root)}\0".encode())
                digest.update(file.read_bytes())
    return digest.hexdigest()


def renew_if_made_otherwise(folder: Folder, own_themes: Path | None) -> bool:
    """Empty the folder where it was filled by another version or theme; whether it was."""
    now, note = made_by(own_themes), folder.root / MADE_BY
    with folder.locked():
        if note.exists() and note.read_text() == now:
            return False
        folder.clear()
        swap_in(note, now.encode())
    return True
