"""One tree of static files while an export writes it."""

import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from flask import Flask
from sqlalchemy.orm import Session

from editorial.site.folder import GONE, Folder, swap_in
from editorial.site.moved import moved
from editorial.site.paths import Touched, all_paths, certificates
from editorial.site.render import render
from editorial.site.shown import stories_shown
from editorial.web.inner import Page

# Kept under their own names whatever they are: no pages, but linked from them.
AS_THEY_ARE = (
    "/log/checkpoint",
    "/log/checkpoints.atom",
    "/favicon.ico",
    "/.well-known/security.txt",
)
# Of a picture the widths that pages show: its own address is a folder beside them.
LINKED = re.compile(r'["\s](/(?:static|style|wordmark|pictures/[0-9a-f]{64})/[^"\s,>]+)')
PICTURES = "/pictures/"
# The picture beside a link to a story, which a page names by its whole address.
CARD = re.compile(r'property="og:image"\s+content="[^"]*?(/news/[^"]+/card\.png)"')
STYLE_LINKED = re.compile(r"url\(([^)]+)\)")
Progress = Callable[[int, str], None]


class NotRendered(Exception):
    """A page that is there could not be made; the tree before stays the site."""


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


class Tree:
    """One tree while it is written."""

    def __init__(self, app: Flask, root: Path) -> None:
        self.app, self.root, self.done = app, root, Exported(0, 0, [], [])
        self.folder = Folder(root.parent, packed=False, pages=root)
        self.wanted: set[str] = set()
        # Pictures of what was withdrawn: another story may show them still.
        self.doubtful: set[str] = set()

    def bring(
        self, session: Session, found: Touched | None, waiting: Iterable[str], progress: Progress
    ) -> list[str]:
        """Write what was touched (None: everything). ``waiting`` are certificates that the log had
        not signed; those that still wait."""
        paths: Iterable[str] = all_paths(session)
        if found is not None:
            found.held.update(*map(self.folder.holding, found.stories))
            self._withdraw(found)
            paths = sorted(found.now | found.held)
        for path in paths:
            self._page(path)
            progress(self.done.asked, path)
        left = self._certificates(session, found, waiting)
        self._assets()
        self._pictures()
        return left

    def _withdraw(self, found: Touched) -> None:
        """What is gone is gone with all below it."""
        for path in sorted(found.gone):
            for page in self.folder.file(path).parent.rglob("*.html"):
                shown = LINKED.findall(page.read_text())
                self.doubtful.update(one for one in shown if one.startswith(PICTURES))
            if self.folder.drop(path, with_all_below=True):
                self.done.dropped.append(path)
            self.folder.drop(f"{path}.ninjs.json")

    def _page(self, path: str) -> None:
        """Render one page into the tree; note what it needs to be shown."""
        page = self._rendered(path)
        self.done.asked += 1
        if page.status == 301:
            page = moved(self.app.config["PUBLIC_URL"] + page.location)
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

    def _certificates(
        self, session: Session, found: Touched | None, waiting: Iterable[str]
    ) -> list[str]:
        """Of the stories that changed, and of those that waited for the log to be signed; each is
        good for ever, so others stay. Those that still wait."""
        wanted = set(certificates(session, None if found is None else found.stories))
        left = []
        for path in sorted(wanted | (set(waiting) if found is not None else set())):
            page, story = self._rendered(path), path.removesuffix("/certificate.json")
            if page.status == 200:
                if self.folder.put(path, page.body):
                    self.done.changed.append(path)
            elif self.folder.has(story) and not self.folder.file(story).with_name(GONE).exists():
                left.append(path)
        self.done.uncertified = len(left)
        return left

    def _assets(self) -> None:
        """Styles, fonts, pictures and what else the pages name."""
        self.wanted |= {*AS_THEY_ARE, "/static/verify_certificate.py"}
        while self.wanted:
            path = self.wanted.pop()
            file = self._file(path)
            if ".." in path or (path.startswith(PICTURES) and file.exists()):
                continue
            page = self._rendered(path)
            if page.status != 200:
                continue
            if path.endswith(".css"):
                self.wanted.update(_in_style(path, page.body.decode()))
            if not file.exists() or file.read_bytes() != page.body:
                file.parent.mkdir(parents=True, exist_ok=True)
                swap_in(file, page.body)
                self.done.changed.append(path)

    def _pictures(self) -> None:
        """Take out those that no story shows any more."""
        for path in sorted(self.doubtful):
            file = self._file(path)
            if file.exists() and self._rendered(path).status != 200:
                file.unlink()
                self.done.dropped.append(path)
        self.doubtful.clear()

    def _file(self, path: str) -> Path:
        return self.root.joinpath(*path.split("/")[1:])

    def _rendered(self, path: str) -> Page:
        page = render(self.app, path)
        if page.status >= 500:
            raise NotRendered(f"{path} could not be rendered ({page.status}); see the log.")
        return page


def _in_style(path: str, style: str) -> Iterator[str]:
    base = path.rsplit("/", 1)[0]
    for found in STYLE_LINKED.findall(style):
        address = found.strip("\"' ")
        if not address.startswith("data:"):
            yield os.path.normpath(address if address.startswith("/") else f"{base}/{address}")
