"""The site's colours: four chosen, the others from them, all of them to be read."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial.palette.colour import contrast
from editorial.palette.scheme import GROUNDS, OWN, chosen, faults, style, tokens

TOKENS = Path(__file__).parents[3] / "editorial" / "static" / "css" / "tokens.css"
COLOURS = st.from_regex("#[0-9a-f]{6}", fullmatch=True)


def test_the_house_s_own_are_those_of_its_stylesheet() -> None:
    blocks = re.findall(r":root \{(.*?)\}", TOKENS.read_text("utf-8"), re.DOTALL)
    for scheme, block in zip(OWN, blocks, strict=False):
        there = dict(re.findall(r"--(\w+): (#[0-9a-f]{6});", block))
        assert {token: there[token] for token in OWN[scheme]} == OWN[scheme]


def test_a_house_with_its_own_colours_adds_no_style() -> None:
    assert style({}) == ""
    assert style({"light": dict(OWN["light"])}) == ""
    assert list(faults({})) == []


def test_a_chosen_colour_changes_its_scheme_only() -> None:
    told = style({"dark": {"accent": "#ffcc00"}})
    assert told.count("@media") == 1
    assert "(prefers-color-scheme:dark)" in told
    assert "--accent:#ffcc00" in told


@pytest.mark.parametrize("kept", [{"light": {"ink": "red"}}, {"light": {"shadow": "#000000"}}])
def test_what_is_no_colour_of_ours_is_left_out(kept: dict[str, dict[str, str]]) -> None:
    assert chosen(kept) == OWN
    assert style(kept) == ""


@pytest.mark.parametrize(
    ("kept", "expected"),
    [
        ({"light": {"accent": "#8fbbe6"}}, [("light", "accent")]),
        ({"dark": {"quiet": "#5f5b52"}}, [("dark", "quiet")]),
        ({"light": {"paper": "#161512"}}, [("light", ink) for ink in ("ink", "quiet", "accent")]),
        ({"light": {"accent": "#7a0000"}}, []),
    ],
)
def test_what_can_not_be_read_is_named(
    kept: dict[str, dict[str, str]], expected: list[tuple[str, str]]
) -> None:
    found = list(faults(kept))
    assert [(fault.scheme, fault.ink) for fault in found] == expected
    assert all(fault.ratio < 4.5 for fault in found)


@given(paper=COLOURS, ink=COLOURS, accent=COLOURS)
def test_what_passes_can_be_read_on_every_ground(paper: str, ink: str, accent: str) -> None:
    kept = {"light": {"paper": paper, "ink": ink, "quiet": ink, "accent": accent}}
    if any(fault.scheme == "light" for fault in faults(kept)):
        return
    made = tokens(chosen(kept)["light"])
    for ground in GROUNDS:
        assert contrast(made["ink"], made[ground]) >= 4.5
        assert contrast(made["accent"], made[ground]) >= 4.5
        assert contrast(made["edge"], made[ground]) >= 3
