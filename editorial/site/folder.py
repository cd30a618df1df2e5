"""The folder of published files: pages put in whole, beside each a gzip of the same bytes.

A path without an ending is a folder with ``index.html``, so that any file server can serve it. What
was withdrawn has its notice as ``gone.html`` instead: servers answer 410 with it where there is no
page. An export, which may be served by what knows no 410, has the notice as both.
"""

import fcntl
import gzip
import hashlib
import mimetypes
import os
import shutil
import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

INDEX, GONE, PACKED = "index.html", "gone.html", ".gz"
ENDINGS: dict[str, str] = {
    ".html": "text/html; charset=utf-8",
    ".atom": "application/atom+xml; charset=utf-8",
    ".rss": "application/rss+xml; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".webmanifest": "application/manifest+json; charset=utf-8",
}
SMALLEST_PACKED = 256


class Folder:
    """``root`` holds ``pages``, which is what is served, and beside it a lock and the edition."""

    def __init__(self, root: Path, *, packed: bool = True, pages: Path | None = None) -> None:
        self.root, self.pages, self.packed = root, pages or root / "pages", packed
        self.pages.mkdir(parents=True, exist_ok=True)

    @contextmanager
    def locked(self, *, wait: bool = True) -> Iterator[None]:
        """Nobody else, in any process, changes the folder meanwhile. Without ``wait`` raises
        BlockingIOError where somebody does."""
        with (self.root / "lock").open("a") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
            yield

    @property
    def edition(self) -> int:
        """The newest edition of the site that the folder has; 0 before the first."""
        try:
            return int(self.mark.partition(" ")[0])
        except ValueError:
            return 0

    @property
    def mark(self) -> str:
        """That edition with the moment it began; 0 before the first."""
        try:
            return (self.root / "edition").read_text()
        except FileNotFoundError:
            return "0"

    def set_mark(self, mark: str) -> None:
        """Say how far the folder has come."""
        swap_in(self.root / "edition", mark.encode())

    def file(self, path: str) -> Path:
        """The file of a page. Raises ValueError for a path that leads out of the folder."""
        parts = [part for part in path.split("/") if part]
        if any(part in (".", "..") or "\0" in part or part.startswith(".gz") for part in parts):
            raise ValueError(path)
        if parts and Path(parts[-1]).suffix in ENDINGS:
            return self.pages.joinpath(*parts)
        return self.pages.joinpath(*parts, INDEX)

    def has(self, path: str) -> bool:
        """Whether the page is there, or the notice in its place."""
        page = self.file(path)
        return page.exists() or (page.name == INDEX and page.with_name(GONE).exists())

    def put(self, path: str, body: bytes, *, gone: bool = False) -> bool:
        """Swap the page in, whole, or the notice in its place. Whether anything changed."""
        page = self.file(path)
        notice = page.with_name(GONE)
        if page.name != INDEX:
            return self._swap(page, body)
        if self.packed:
            target, other = (notice, page) if gone else (page, notice)
            changed = self._swap(target, body)
            return _unlink(other) or changed
        changed = self._swap(page, body)
        if gone:
            return self._swap(notice, body) or changed
        return _unlink(notice) or changed

    def _swap(self, target: Path, body: bytes) -> bool:
        if target.exists() and target.read_bytes() == body:
            return False
        packed = _packed(target)
        target.parent.mkdir(parents=True, exist_ok=True)
        if self.packed and len(body) >= SMALLEST_PACKED:
            swap_in(packed, gzip.compress(body, 6, mtime=0))
        else:
            # A server gives it before the page itself.
            packed.unlink(missing_ok=True)
        swap_in(target, body)
        return True

    def drop(self, path: str, *, with_all_below: bool = False) -> bool:
        """Take the page out; whether it was there."""
        page = self.file(path)
        there = _unlink(page)
        if page.name == INDEX:
            there = _unlink(page.with_name(GONE)) or there
            if with_all_below and page.parent != self.pages:
                there = there or page.parent.exists()
                shutil.rmtree(page.parent, ignore_errors=True)
        return there

    def note(self, path: str, stories: Iterable[uuid.UUID]) -> None:
        """Write down that the page holds these stories, before it is put in."""
        for story in stories:
            register = self._register(story)
            line = f"{path}\n"
            if register.exists() and line in register.read_text():
                continue
            register.parent.mkdir(parents=True, exist_ok=True)
            with register.open("a") as lines:
                lines.write(line)

    def holding(self, story: uuid.UUID) -> set[str]:
        """The pages that were noted to hold the story."""
        register = self._register(story)
        return set(register.read_text().splitlines()) if register.exists() else set()

    def _register(self, story: uuid.UUID) -> Path:
        return self.root / "holds" / story.hex[:2] / story.hex[2:]

    def clear(self) -> None:
        """Every page at once; a reader meets the old one or none."""
        away = self.root / f"away-{uuid.uuid4().hex}"
        self.pages.rename(away)
        self.pages.mkdir()
        if (self.root / "holds").exists():
            (self.root / "holds").rename(away.with_name(f"{away.name}-holds"))
        for old in self.root.glob("away-*"):
            shutil.rmtree(old, ignore_errors=True)

    def files(self) -> Iterator[Path]:
        """Every file that is served, but the packed ones."""
        return (file for file in self.everything() if not file.name.endswith(PACKED))

    def everything(self) -> Iterator[Path]:
        """Every file that is served."""
        for folder, _folders, names in os.walk(self.pages):
            for name in names:
                if not name.endswith(".part"):
                    yield Path(folder, name)


def _packed(file: Path) -> Path:
    return file.with_name(file.name + PACKED)


def _unlink(file: Path) -> bool:
    """Whether it was there. The packed one goes first: nobody is to be given it alone."""
    there = file.exists()
    for one in (_packed(file), file):
        one.unlink(missing_ok=True)
    return there


def content_type(name: str) -> str:
    """What a file of the site is, by its name."""
    if name.endswith("/feed.json"):
        return "application/feed+json; charset=utf-8"
    ending = os.path.splitext(name)[1]  # noqa: PTH122  (a reader's page is to cost little)
    return ENDINGS.get(ending) or mimetypes.guess_type(name)[0] or ENDINGS[".html"]


def etag_of(body: bytes) -> str:
    """The strong tag of a page: the beginning of its SHA-256."""
    return hashlib.sha256(body).hexdigest()[:32]


def swap_in(target: Path, body: bytes) -> None:
    """Write beside, force to disk, rename: the file is the old one or the new one, never half."""
    part = target.with_name(f".{target.name}.{uuid.uuid4().hex[:8]}.part")
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(body)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
