"""Templates keep to the Content-Security-Policy, and have a word and a sign for everything."""

import re
from pathlib import Path
from typing import get_args

import pytest
from jinja2 import Environment, FileSystemLoader

from editorial.quotes.finding import Verdict
from editorial.workflow.words import State

ROOT = Path(__file__).parents[2]
TEMPLATES = sorted([*(ROOT / "templates").rglob("*.html"), *(ROOT / "themes").rglob("*.html")])
SYMBOLS = set(
    re.findall(r'symbol id="(\w+)"', (ROOT / "editorial/static/sprite.svg").read_text("utf-8"))
)
# A block of data is no script: no browser runs it, and its writer lets no letter end it.
DATA = r"(?! type=\"application/ld\+json\">\{\{ data \}\}</script>)"
INLINE = re.compile(
    r"<style|\sstyle=|\son[a-z]+=\"|<script(?![^>]*\ssrc=)" + DATA + "|javascript:", re.I
)


def words(template: str) -> set[str]:
    """The names that a macro file has words for."""
    jinja = Environment(loader=FileSystemLoader(ROOT / "templates"), autoescape=True)
    jinja.filters.update(dict.fromkeys(("ago", "moment", "iso"), str))
    return set(jinja.get_template(template).module.__dict__["WORDS"])


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda file: str(file.relative_to(ROOT)))
def test_no_template_holds_style_or_script(template: Path) -> None:
    assert INLINE.findall(template.read_text(encoding="utf-8")) == []


def test_every_state_has_its_word_and_its_shape() -> None:
    assert words("macros/state.html") == set(State)
    assert set(State) <= SYMBOLS


def test_every_verdict_has_its_words_and_its_sign() -> None:
    shown = words("macros/quote.html")
    assert shown == {*get_args(Verdict), "second_hand"}
    assert shown <= SYMBOLS
