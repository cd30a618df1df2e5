"""The whole public site as static files: swapped in at once, and again only what changed.

``target/site`` is a link to the newest tree. Unchanged files are the same files in the next tree,
so that a reader sees one edition or the other, and a second export costs what changed.
"""

import fcntl
import json
import os
import shutil
import uuid
from pathlib import Path
from typing import Any

from flask import Flask

from editorial.models.saving import reading
from editorial.pipeline.public import edition_mark
from editorial.site.folder import swap_in
from editorial.site.made import made_by
from editorial.site.press import changed_since
from editorial.site.tree import Exported, Progress, Tree

STATE = ".edition.json"


def export(app: Flask, target: Path, progress: Progress = lambda _done, _path: None) -> Exported:
    """Bring ``target`` to the newest edition, after whoever is at it. Killed at any moment, it
    leaves the one before. Raises NotRendered."""
    target.mkdir(parents=True, exist_ok=True)
    with (target / "lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        _sweep(target)
        return _export(app, target, progress)


def _export(app: Flask, target: Path, progress: Progress) -> Exported:
    themes = app.config["EDITORIAL"].themes
    here = {"public_url": app.config["PUBLIC_URL"], "made_by": made_by(themes)}
    state = _state(target)
    same = all(state.get(name) == value for name, value in here.items())
    mark = str(state.get("mark")) if same else ""
    waiting, session, tree = state.get("uncertified", ()), reading(), None
    while True:
        # What is withdrawn while the tree is written leaves it again before it is the site.
        session.rollback()
        newest = edition_mark(session)
        if tree is not None and newest == mark:
            break
        found = changed_since(session, mark)
        if tree is None or found is None:
            tree = _tree(app, target, None if found is None else target / "site")
        waiting, mark = tree.bring(session, found, waiting, progress), newest
    tree.done.edition = int(mark.partition(" ")[0])
    _write_state(tree.root, {**here, "mark": mark, "uncertified": waiting})
    _switch(target, tree.root)
    return tree.done


def _tree(app: Flask, target: Path, old: Path | None) -> Tree:
    """A new one beside the site: empty, or with the files of the old one."""
    root = target / f".tree-{uuid.uuid4().hex}"
    if old is not None:
        _link(old, root)
    return Tree(app, root)


def _link(old: Path, new: Path) -> None:
    """The same files in a new tree; copied where a file system knows no second name."""

    def link(one: str, other: str) -> str:
        try:
            os.link(one, other)
        except OSError:
            shutil.copy2(one, other)
        return other

    shutil.copytree(old.resolve(), new, copy_function=link)


def _switch(target: Path, tree: Path) -> None:
    """From one moment to the next the new tree is the site."""
    link = target / f".link-{uuid.uuid4().hex}"
    link.symlink_to(tree.name)
    link.replace(target / "site")
    for left in target.glob(".tree-*"):
        if left != tree:
            shutil.rmtree(left, ignore_errors=True)


def _sweep(target: Path) -> None:
    """What a killed export left."""
    present = (target / "site").resolve()
    for left in (*target.glob(".tree-*"), *target.glob(".link-*")):
        if left.is_symlink():
            left.unlink()
        elif left != present:
            shutil.rmtree(left, ignore_errors=True)


def _state(target: Path) -> dict[str, Any]:
    try:
        found: dict[str, Any] = json.loads((target / "site" / STATE).read_text())
    except (FileNotFoundError, ValueError):
        return {}
    return found


def _write_state(tree: Path, state: dict[str, object]) -> None:
    swap_in(tree / STATE, json.dumps(state).encode())
