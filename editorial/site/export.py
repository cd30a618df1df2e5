"""The whole public site as static files: swapped in at once, and again only what changed.

``target/site`` is a link to the newest tree. Unchanged files are the same files in the next tree,
so that a reader sees one edition or the other, and a second export costs what changed.
"""

import json
import os
import re
import shutil
import uuid
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flask import Flask
from sqlalchemy.orm import Session

from editorial.models.saving import reading
from editorial.pipeline.public import edition_mark, newest_edition
from editorial.site.folder import GONE, Folder, swap_in
from editorial.site.made import made_by
from editorial.site.paths import Touched, all_paths, certificates
from editorial.site.press import changed_since
from editorial.site.render import render
from editorial.site.shown import stories_shown

# Kept under their own names whatever they are: no pages, but linked from them.
AS_THEY_ARE = (
    "/log/checkpoint",
    "/log/checkpoints.atom",
    "/favicon.ico",
    "/.well-known/security.txt",
)
# Of a picture the widths that pages show: its own address is a folder beside them.
LINKED = re.compile(r'["\s](/(?:static|style|wordmark|pictures/[0-9a-f]{64})/[^"\s,>]+)')
# The picture beside a link to a story, which a page names by its whole address.
CARD = re.compile(r'property="og:image"\s+content="[^"]*?(/news/[^"]+/card\.png)"')
STYLE_LINKED = re.compile(r"url\(([^)]+)\)")
Progress = Callable[[int, str], None]


@dataclass(slots=True)
class Exported:
    """What one export did: ``asked`` pages were looked at, ``changed`` files differ from the tree
    before, by name, ``dropped`` are gone."""

    edition: int
    asked: int
    changed: list[str]
    dropped: list[str]
    # How many stories the log has not certified yet; the next export asks again.
    uncertified: int = 0


def export(app: Flask, target: Path, progress: Progress = lambda _done, _path: None) -> Exported:
    """Bring ``target`` to the newest edition. Killed at any moment, it leaves the one before."""
    target.mkdir(parents=True, exist_ok=True)
    _sweep(target)
    session = reading()
    session.rollback()
    newest, state, mark = newest_edition(session), _state(target), edition_mark(session)
    here = {
        "public_url": app.config["PUBLIC_URL"],
        "made_by": made_by(app.config["EDITORIAL"].themes),
    }
    found = None
    if all(state.get(name) == value for name, value in here.items()):
        found = changed_since(session, str(state.get("mark")))
        if found is not None:
            found.held.update(*map(Folder(target, pages=target / "site").holding, found.stories))
    tree = target / f".tree-{uuid.uuid4().hex}"
    if found is None:
        tree.mkdir()
        paths: Iterator[str] | list[str] = all_paths(session)
    else:
        _link(target / "site", tree)
        paths = sorted(found.now | found.held)
    work = Tree(app, tree, Exported(newest, 0, [], []))
    work.withdraw(found)
    for path in paths:
        work.page(path)
        progress(work.done.asked, path)
    waiting = work.certificates(session, found, state.get("uncertified", ()))
    work.assets()
    _write_state(tree, {**here, "mark": mark, "uncertified": waiting})
    _switch(target, tree)
    return work.done


class Tree:
    """One tree while it is written."""

    def __init__(self, app: Flask, root: Path, done: Exported) -> None:
        self.app, self.root, self.done = app, root, done
        self.folder = Folder(root.parent, packed=False, pages=root)
        self.wanted: set[str] = set()

    def withdraw(self, found: Touched | None) -> None:
        """What is gone is gone with all below it."""
        for path in sorted(found.gone if found is not None else ()):
            if self.folder.drop(path, with_all_below=True):
                self.done.dropped.append(path)
            self.folder.drop(f"{path}.ninjs.json")

    def page(self, path: str) -> None:
        """Render one page into the tree; note what it needs to be shown."""
        page = render(self.app, path)
        self.done.asked += 1
        if not page.shown:
            if self.folder.drop(path):
                self.done.dropped.append(path)
            return
        self.folder.note(path, stories_shown())
        if self.folder.put(path, page.body, gone=page.status == 410):
            self.done.changed.append(path)
        if page.content_type.startswith("text/html"):
            body = page.body.decode()
            self.wanted.update(LINKED.findall(body))
            self.wanted.update(CARD.findall(body))

    def certificates(
        self, session: Session, found: Touched | None, waiting: Iterable[str]
    ) -> list[str]:
        """Of the stories that changed, and of those that waited for the log to be signed; each is
        good for ever, so others stay. Those that still wait."""
        wanted = set(certificates(session, None if found is None else found.stories))
        left = []
        for path in sorted(wanted | (set(waiting) if found is not None else set())):
            page, story = render(self.app, path), path.removesuffix("/certificate.json")
            if page.status == 200:
                if self.folder.put(path, page.body):
                    self.done.changed.append(path)
            elif self.folder.has(story) and not self.folder.file(story).with_name(GONE).exists():
                left.append(path)
        self.done.uncertified = len(left)
        return left

    def assets(self) -> None:
        """Styles, fonts, pictures and what else the pages name."""
        self.wanted |= {*AS_THEY_ARE, "/static/verify_certificate.py"}
        while self.wanted:
            path = self.wanted.pop()
            file = self.root.joinpath(*path.split("/")[1:])
            fixed = path.startswith("/pictures/")
            if ".." in path or (fixed and file.exists()):
                continue
            page = render(self.app, path)
            if page.status != 200:
                continue
            if path.endswith(".css"):
                self.wanted.update(_in_style(path, page.body.decode()))
            if not file.exists() or file.read_bytes() != page.body:
                file.parent.mkdir(parents=True, exist_ok=True)
                swap_in(file, page.body)
                self.done.changed.append(path)


def _in_style(path: str, style: str) -> Iterator[str]:
    base = path.rsplit("/", 1)[0]
    for found in STYLE_LINKED.findall(style):
        address = found.strip("\"' ")
        if not address.startswith("data:"):
            yield os.path.normpath(address if address.startswith("/") else f"{base}/{address}")


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
    old = (target / "site").resolve()
    link = target / f".link-{uuid.uuid4().hex}"
    link.symlink_to(tree.name)
    link.replace(target / "site")
    if old != tree and old.name.startswith(".tree-"):
        shutil.rmtree(old, ignore_errors=True)


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


STATE = ".edition.json"
