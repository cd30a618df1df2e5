"""Rendering a public page outside of any request: by asking the app's own view for its path."""

from dataclasses import dataclass

from flask import Flask
from werkzeug.test import EnvironBuilder, run_wsgi_app

FLASK_WSGI = "editorial_flask_wsgi"
# Marks a request that the press makes: it holds the folder, and keeps the page itself.
RENDERED = "editorial.rendered"


@dataclass(frozen=True, slots=True)
class Page:
    """What a reader gets at a path, without an account, a cookie or a host of their own."""

    status: int
    body: bytes
    content_type: str

    @property
    def shown(self) -> bool:
        """Whether it is kept as a file: a page, or the notice of a withdrawal."""
        return self.status in (200, 410)


def render(app: Flask, path: str) -> Page:
    """The page at ``path``, under PUBLIC_URL."""
    asked = EnvironBuilder(path=path, base_url=app.config["PUBLIC_URL"] + "/")
    environ = asked.get_environ()
    environ[RENDERED] = True
    asked.close()
    parts, status, headers = run_wsgi_app(app.extensions[FLASK_WSGI], environ, buffered=True)
    return Page(int(status.split()[0]), b"".join(parts), headers.get("Content-Type", ""))
