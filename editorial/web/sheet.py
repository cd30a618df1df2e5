"""The one stylesheet of a public page, at an address that changes with its bytes."""

import hashlib
import re
from functools import lru_cache
from pathlib import Path

from editorial.config import ROOT
from editorial.palette.scheme import style
from editorial.web.look import Look, draft_here
from editorial.web.theme import STYLE, themes_here

CSS = ROOT / "editorial" / "static" / "css"
HOUSE = (CSS / "tokens.css", CSS / "site.css")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
LINE = re.compile(r"\s*\n\s*")
SCHEME = re.compile(r"\(prefers-color-scheme:\s*(light|dark)\)")
# The letters of a text that are worth fetching before the stylesheet asks for them, by language.
FIRST_FONT = {"ar": "arabic-400", "ru": "serif-400-cyrillic", "uk": "serif-400-cyrillic"}


def sheet(look: Look) -> bytes:
    """Tokens, the site's rules, the theme's and the colours, in this order, without comments."""
    theme = themes_here().get(look.theme)
    files = HOUSE if theme is None else (*HOUSE, theme / STYLE)
    seen = tuple((file, file.stat().st_mtime_ns) for file in files)
    return f"{_joined(seen)}\n{style(look.colours)}".strip().encode()


def sheet_url(look: Look) -> str:
    """Where it is; caches may keep it for ever."""
    return f"/style/{hashlib.sha256(sheet(look)).hexdigest()[:16]}.css"


def sheet_url_here(look: Look) -> str:
    """The same, unless the page is only tried out."""
    draft = draft_here()
    return sheet_url(look) if draft is None else draft.sheet_url


def in_scheme(text: str, scheme: str) -> str:
    """The stylesheet as it is by day or by night, whatever the browser prefers."""
    return SCHEME.sub(
        lambda found: "(width >= 0px)" if found[1] == scheme else "(width < 0px)", text
    )


def first_font(language: str) -> str:
    """The address of the font to begin with."""
    name = FIRST_FONT.get(language, "serif-400-latin")
    return f"/static/fonts/{name}.woff2"


@lru_cache(maxsize=8)
def _joined(files: tuple[tuple[Path, int], ...]) -> str:
    text = "\n".join(file.read_text("utf-8") for file, _changed in files)
    text = LINE.sub("\n", COMMENT.sub("", text)).strip()
    return text.replace('url("../fonts/', 'url("/static/fonts/')
