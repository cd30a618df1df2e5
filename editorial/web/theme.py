"""Themes of the public site: a folder of templates and one stylesheet (docs/themes.md)."""

import re
from pathlib import Path
from typing import Any

from flask import Flask, current_app
from jinja2 import ChoiceLoader, Environment, FileSystemLoader

from editorial.config import ROOT

SHIPPED = ROOT / "themes"
NAME = re.compile("[a-z0-9][a-z0-9-]{0,39}")
STYLE, TEMPLATES = "theme.css", "templates"
# Other templates are the desk's, and none of a theme's business.
PUBLIC = ("site/", "errors/site.html", "macros/teaser.html")
ENVIRONMENTS = "editorial_themes"


def themes(own: Path | None) -> dict[str, Path]:
    """Every theme there is, by name: those that came along and those in the house's own folder,
    which win."""
    found = {}
    for folder in (SHIPPED, own):
        for place in sorted(folder.iterdir()) if folder is not None and folder.is_dir() else ():
            if NAME.fullmatch(place.name) and (place / STYLE).is_file():
                found[place.name] = place
    return found


def themes_here() -> dict[str, Path]:
    """Those of this app."""
    return themes(current_app.config["EDITORIAL"].themes)


class PublicOnly(FileSystemLoader):
    """A theme's templates, of the public pages only."""

    def get_source(self, environment: Environment, template: str) -> Any:
        """As jinja2 has it, for what a theme may replace."""
        if not template.startswith(PUBLIC):
            template = ""
        return super().get_source(environment, template)


def render_themed(theme: str, template: str, **shown: Any) -> str:
    """The template as the theme has it; a theme that is gone changes nothing."""
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]  # a proxy's own
    app.update_template_context(shown)
    return _environment(app, theme).get_template(template).render(shown)


def _environment(app: Flask, theme: str) -> Environment:
    kept: dict[Path, Environment] = app.extensions.setdefault(ENVIRONMENTS, {})
    folder = themes_here().get(theme) if theme else None
    if folder is None or app.jinja_env.loader is None:
        return app.jinja_env
    if folder not in kept:
        loader = ChoiceLoader([PublicOnly(folder / TEMPLATES), app.jinja_env.loader])
        kept[folder] = app.jinja_env.overlay(loader=loader)
    return kept[folder]
