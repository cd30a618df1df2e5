"""Every published page anew from the database, to the same bytes, while the newsroom works."""

import os
import time
from collections.abc import Callable
from pathlib import Path

from editorial.models.saving import reading
from editorial.site.folder import GONE, INDEX, PACKED, Folder
from editorial.site.paths import all_paths
from editorial.site.press import bring_up_to_date, put

# So many pages at a time are rendered while nobody else may change the folder: an act that readers
# see waits for no more of them.
AT_ONCE = 20
# Whoever waits for the folder gets it: a lock taken anew at once would leave him waiting.
PAUSE_SECONDS = 0.002
Progress = Callable[[int, str], None]


def rebuild(folder: Folder, progress: Progress = lambda _done, _path: None) -> int:
    """Render each page, take out what is none; how many there are."""
    bring_up_to_date(folder)
    there = list(folder.files())
    session = reading()
    session.rollback()
    paths = list(all_paths(session))
    session.rollback()
    for start in range(0, len(paths), AT_ONCE):
        with folder.locked():
            for done, path in enumerate(paths[start : start + AT_ONCE], start + 1):
                put(folder, path)
                progress(done, path)
        time.sleep(PAUSE_SECONDS)
    _take_out(folder, there, paths)
    bring_up_to_date(folder)
    return len(paths)


def _take_out(folder: Folder, there: list[Path], paths: list[str]) -> None:
    """Those of the files ``there`` that are no page of the site. What is taken out by mistake, as
    it became one meanwhile, is rendered for its next reader."""
    pages = {os.fspath(folder.file(path)) for path in paths}
    for file in there:
        page = file.with_name(INDEX) if file.name == GONE else file
        if os.fspath(page) not in pages:
            with folder.locked():
                file.with_name(file.name + PACKED).unlink(missing_ok=True)
                file.unlink(missing_ok=True)
