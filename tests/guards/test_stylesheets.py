"""The colours can be read, and the site's style stays small."""

import gzip
import re
from pathlib import Path

import pytest

STATIC = Path(__file__).parents[2] / "editorial" / "static"
TOKENS = (STATIC / "css" / "tokens.css").read_text(encoding="utf-8")
THEMES = STATIC.parents[1] / "themes"
INKS = ("ink", "quiet", "accent", "ok", "edit", "warn", "bad")
GROUNDS = ("paper", "sheet", "shade")
STYLE_OF_A_SITE_PAGE = 12_000
LARGEST_FONT = 20_000


def colours(scheme: str) -> dict[str, str]:
    """Token to ``#rrggbb`` in one scheme; what the dark one does not name, it takes from light."""
    light, dark = (
        dict(re.findall(r"--(\w+): (#[0-9a-f]{6});", block))
        for block in re.findall(r":root \{(.*?)\}", TOKENS, re.DOTALL)[:2]
    )
    return light if scheme == "light" else light | dark


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio, WCAG 2.2."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("ink", INKS)
def test_every_ink_can_be_read_on_every_ground(scheme: str, ground: str, ink: str) -> None:
    tokens = colours(scheme)
    assert contrast(tokens[ink], tokens[ground]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_the_edge_of_a_field_can_be_seen(scheme: str, ground: str) -> None:
    tokens = colours(scheme)
    assert contrast(tokens["edge"], tokens[ground]) >= 3


def test_the_style_of_a_site_page_is_small() -> None:
    wire = sum(
        len(gzip.compress((STATIC / "css" / name).read_bytes()))
        for name in ("tokens.css", "site.css")
    )
    assert wire <= STYLE_OF_A_SITE_PAGE


def test_every_font_is_there_and_small() -> None:
    named = set(re.findall(r"fonts/([\w-]+\.woff2)", TOKENS))
    there = {file.name: file.stat().st_size for file in (STATIC / "fonts").glob("*.woff2")}
    assert named == set(there)
    assert max(there.values()) <= LARGEST_FONT


def test_no_stylesheet_names_a_colour_of_its_own() -> None:
    own = [STATIC / "css" / name for name in ("desk.css", "text.css", "site.css")]
    for file in (*own, *THEMES.rglob("*.css")):
        text = file.read_text(encoding="utf-8")
        assert re.findall(r"#[0-9a-f]{3,8}\b(?=[;,\s)])", text) == [], file
