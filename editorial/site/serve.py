"""Serving the folder of published files: a reader's page costs a look at one file."""

import gzip
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from editorial.site.folder import ENDINGS, GONE, INDEX, Folder, content_type, etag_of

StartResponse = Callable[..., Any]
Wsgi = Callable[[dict[str, Any], StartResponse], Iterable[bytes]]
# A stylesheet is named by its bytes.
FOR_EVER = "public, max-age=31536000, immutable"
# The pages that a question changes.
ASKED = frozenset({"/search"})
# Bytes of files kept in memory by one process.
SHELF_BYTES = 24_000_000


@dataclass(frozen=True, slots=True)
class Kept:
    """A file as it was when it had this signature."""

    signature: tuple[int, int, int]
    status: str
    content_type: str
    body: bytes
    packed: bytes
    etag: str
    immutable: bool


class PublishedFiles:
    """A file that is there is served; everything else is asked of the app."""

    def __init__(self, app: Wsgi, folder: Folder, headers: list[tuple[str, str]]) -> None:
        self.app, self.folder, self.headers = app, folder, headers
        self.pages = os.fspath(folder.pages)
        self._kept: dict[str, Kept] = {}
        self._bytes = 0

    def __call__(self, environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        """Answer GET and HEAD, whatever a link from elsewhere hung on to the path."""
        method = environ["REQUEST_METHOD"]
        if method not in ("GET", "HEAD") or (
            environ.get("QUERY_STRING") and environ.get("PATH_INFO") in ASKED
        ):
            return self.app(environ, start_response)
        kept = self._find(environ.get("PATH_INFO", "/"))
        if kept is None:
            return self.app(environ, start_response)
        body, etag = kept.body, f'"{kept.etag}"'
        headers = [
            *self.headers,
            ("Cache-Control", FOR_EVER if kept.immutable else "no-cache"),
            ("Content-Type", kept.content_type),
            ("Vary", "Accept-Encoding"),
        ]
        if kept.packed and "gzip" in environ.get("HTTP_ACCEPT_ENCODING", ""):
            body, etag = kept.packed, f'"{kept.etag}-gz"'
            headers.append(("Content-Encoding", "gzip"))
        headers.append(("ETag", etag))
        if kept.status == "200 OK" and _matches(environ.get("HTTP_IF_NONE_MATCH", ""), etag):
            start_response("304 NOT MODIFIED", headers)
            return ()
        headers.append(("Content-Length", str(len(body))))
        start_response(kept.status, headers)
        return () if method == "HEAD" else (body,)

    def _find(self, raw: str) -> Kept | None:
        try:
            path = raw.encode("latin-1").decode()
        except UnicodeError:
            return None
        if "/." in path or "//" in path or "\0" in path or not path.startswith("/"):
            return None
        name = self.pages + path
        ending = os.path.splitext(path)[1]  # noqa: PTH122  (a reader's page is to cost little)
        if ending not in ENDINGS:
            if path != "/" and path.endswith("/"):
                return None
            name = f"{name.rstrip('/')}/{INDEX}"
        elif path.endswith(("/" + INDEX, "/" + GONE)):
            return None
        kept = self._look(name)
        if kept is None and ending not in ENDINGS:
            kept = self._look(name.removesuffix(INDEX) + GONE)
        return kept

    def _look(self, name: str) -> Kept | None:
        try:
            found = os.stat(name)  # noqa: PTH116  (the same)
        except OSError:
            self._forget(name)
            return None
        signature = (found.st_ino, found.st_mtime_ns, found.st_size)
        kept = self._kept.get(name)
        if kept is not None and kept.signature == signature:
            return kept
        return self._load(name, signature)

    def _load(self, name: str, signature: tuple[int, int, int]) -> Kept | None:
        try:
            with open(name, "rb") as file:  # noqa: PTH123  (the same)
                body = file.read()
        except OSError:
            return None
        self._forget(name)
        kept = Kept(
            signature,
            "410 GONE" if name.endswith("/" + GONE) else "200 OK",
            content_type(name),
            body,
            gzip.compress(body, 6, mtime=0) if len(body) > 256 else b"",
            etag_of(body),
            name.startswith(f"{self.pages}/style/"),
        )
        self._bytes += len(kept.body) + len(kept.packed)
        if self._bytes > SHELF_BYTES:
            self._kept.clear()
            self._bytes = len(kept.body) + len(kept.packed)
        self._kept[name] = kept
        return kept

    def _forget(self, name: str) -> None:
        kept = self._kept.pop(name, None)
        if kept is not None:
            self._bytes -= len(kept.body) + len(kept.packed)


def _matches(asked: str, etag: str) -> bool:
    tags = (tag.strip().removeprefix("W/") for tag in asked.split(","))
    return any(tag in (etag, "*") for tag in tags)
