"""Rendering a public page outside of any request: by asking the app's own view for its path."""

from flask import Flask

from editorial.web.inner import Page, ask

# Marks a request that the press makes: it holds the folder, and keeps the page itself.
RENDERED = "editorial.rendered"


def render(app: Flask, path: str) -> Page:
    """The page at ``path``, under PUBLIC_URL."""
    return ask(app, path, app.config["PUBLIC_URL"] + "/", {RENDERED: True})
