"""Asking the app's own view for a path, as somebody who has no account and no cookie."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask import Flask
from werkzeug.test import EnvironBuilder, run_wsgi_app

FLASK_WSGI = "editorial_flask_wsgi"


@dataclass(frozen=True, slots=True)
class Page:
    """What a reader gets at a path."""

    status: int
    body: bytes
    content_type: str
    location: str = ""

    @property
    def shown(self) -> bool:
        """Whether it is kept as a file: a page, or the notice of a withdrawal."""
        return self.status in (200, 410)


def ask(app: Flask, path: str, base_url: str, marks: Mapping[str, object]) -> Page:
    """The page at ``path``; ``marks`` go into the request's environment."""
    asked = EnvironBuilder(path=path, base_url=base_url)
    environ = asked.get_environ()
    environ.update(marks)
    asked.close()
    parts, status, headers = run_wsgi_app(app.extensions[FLASK_WSGI], environ, buffered=True)
    said = headers.get("Content-Type", ""), headers.get("Location", "")
    return Page(int(status.split()[0]), b"".join(parts), *said)
