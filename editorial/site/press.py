"""Bringing the folder of published files up to the newest edition of the site."""

from pathlib import Path

from flask import Flask, current_app
from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.models.saving import reading
from editorial.models.site_change import SiteChange
from editorial.pipeline.public import edition_mark, newest_edition
from editorial.site.folder import Folder
from editorial.site.paths import Touched, touched
from editorial.site.render import render

FOLDER = "editorial_site_folder"
# When more editions than this wait, nobody does the rest: whoever acts does all of it then.
FEW = 10
# More stories than this at once: what is not there yet is rendered when somebody asks for it.
MOST_AT_ONCE = 2_000


def folder_here() -> Folder | None:
    """Where pages are kept as files; None without a PUBLIC_URL, which pages must name."""
    folder: Folder | None = current_app.extensions.get(FOLDER)
    return folder


def open_folder(app: Flask, root: Path) -> None:
    """Let the app keep its pages in ``root``."""
    kept = app.config["SITE_FILES"] and app.config["PUBLIC_URL"]
    app.extensions[FOLDER] = Folder(root) if kept else None


def bring_up_to_date(folder: Folder) -> int:
    """Take out what was withdrawn, then render what changed since the folder's edition, each page
    once. How many files changed. Does nothing when it is up to date; safe to be repeated."""
    if not _is_behind(folder):
        return 0
    with folder.locked():
        session = reading()
        session.rollback()
        newest = edition_mark(session)
        if folder.mark == newest:
            return 0
        found = changed_since(session, folder.mark)
        if found is None:
            folder.clear()
            folder.set_mark(newest)
            return 1
        found.held.update(*map(folder.holding, found.stories))
        changed = press(folder, found)
        folder.set_mark(newest)
        return changed


def bring_forward(folder: Folder) -> None:
    """What may not wait for the job that presses the rest, before the act answers: the pages of
    the stories themselves; and every page where one may show what was corrected or withdrawn."""
    if not _is_behind(folder):
        return
    with folder.locked():
        session = reading()
        session.rollback()
        waiting = newest_edition(session) - folder.edition
        found = changed_since(session, folder.mark) if waiting <= FEW else None
        if found is not None and not found.again:
            for path in sorted(found.own):
                put(folder, path)
            return
    bring_up_to_date(folder)


def changed_since(session: Session, mark: str) -> Touched | None:
    """What the editions after that of ``mark`` touched; None when that is every page, as it is
    where this newsroom, restored from a backup, never had that edition."""
    number = mark.partition(" ")[0]
    edition = int(number) if number.isdecimal() else 0
    if not edition or edition_mark(session, edition) != mark:
        return None
    stories = session.scalars(
        select(SiteChange.dispatch_id).where(SiteChange.edition > edition).distinct()
    ).all()
    if len(stories) > MOST_AT_ONCE or None in stories:
        return None
    found = Touched(stories={story for story in stories if story is not None})
    for story in found.stories:
        one = touched(session, story)
        found.gone |= one.gone
        found.now |= one.now
        found.own |= one.own
        found.again |= one.again
        found.held |= one.held
    session.rollback()
    return found


def press(folder: Folder, found: Touched, *, everything: bool = False) -> int:
    """Swap the touched pages in, those of withdrawn stories out first; the folder is locked.
    ``everything``: also pages that were never asked for. How many files changed."""
    changed = sum(folder.drop(path, with_all_below=True) for path in sorted(found.gone))
    changed += sum(folder.drop(f"{path}.ninjs.json") for path in sorted(found.gone))
    wanted = found.now | {path for path in found.held if everything or folder.has(path)}
    return changed + sum(put(folder, path) for path in sorted(wanted))


def put(folder: Folder, path: str) -> bool:
    """Render one page and swap it in, or take it out where there is none any more."""
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]  # a proxy's own
    page = render(app, path)
    if page.shown:
        return folder.put(path, page.body, gone=page.status == 410)
    return folder.drop(path)


def _is_behind(folder: Folder) -> bool:
    session = reading()
    session.rollback()
    behind = folder.mark != edition_mark(session)
    session.rollback()
    return behind
