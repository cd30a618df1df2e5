"""The colours of the site by day and by night: four are chosen, the others follow from them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from editorial.palette.colour import colour, contrast, mix

CHOSEN = ("paper", "ink", "quiet", "accent")
INKS, GROUNDS = ("ink", "quiet", "accent"), ("paper", "sheet", "shade")
# WCAG 2.2, AA: 1.4.3 for text, 1.4.11 for the edge of a field.
LEAST_OF_TEXT, LEAST_OF_EDGES = 4.5, 3.0
WHITE = "#ffffff"

# Those of css/tokens.css, with which a house begins.
OWN: Mapping[str, Mapping[str, str]] = {
    "light": {"paper": "#fbfaf7", "ink": "#1b1a17", "quiet": "#5f5b52", "accent": "#1f4e79"},
    "dark": {"paper": "#161512", "ink": "#ece9e2", "quiet": "#a8a296", "accent": "#8fbbe6"},
}


@dataclass(frozen=True, slots=True)
class Fault:
    """Two colours of one scheme that can't be told apart well enough."""

    scheme: str
    ink: str
    ratio: float


def chosen(kept: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, str]]:
    """Both schemes whole: what was not chosen, or is no colour, is the house's own."""
    whole: dict[str, dict[str, str]] = {}
    for scheme, own in OWN.items():
        whole[scheme] = dict(own)
        for token, value in kept.get(scheme, {}).items():
            if token in own:
                try:
                    whole[scheme][token] = colour(value)
                except ValueError:
                    continue
    return whole


def tokens(colours: Mapping[str, str]) -> dict[str, str]:
    """Every token that follows from the four chosen ones of a scheme."""
    paper, ink = colours["paper"], colours["ink"]
    night = contrast(paper, WHITE) > contrast(paper, "#000000")
    sheet = mix(paper, ink if night else WHITE, 0.035 if night else 0.6)
    shade = mix(paper, ink, 0.05)
    return {
        **{token: colours[token] for token in CHOSEN},
        "rule": mix(paper, ink, 0.17),
        "sheet": sheet,
        "shade": shade,
        "edge": _edge(ink, (paper, sheet, shade)),
    }


def _edge(ink: str, grounds: tuple[str, ...]) -> str:
    """The faintest line that can be seen on every ground."""
    for share in range(40, 101, 4):
        line = mix(grounds[0], ink, share / 100)
        if all(contrast(line, ground) >= LEAST_OF_EDGES for ground in grounds):
            return line
    return ink


def faults(kept: Mapping[str, Mapping[str, str]]) -> Iterator[Fault]:
    """Each ink that is hard to read, with the ground on which it is hardest."""
    for scheme, colours in chosen(kept).items():
        made = tokens(colours)
        for ink in INKS:
            ratio = min(contrast(made[ink], made[ground]) for ground in GROUNDS)
            if ratio < LEAST_OF_TEXT:
                yield Fault(scheme, ink, ratio)


def style(kept: Mapping[str, Mapping[str, str]]) -> str:
    """The colours as custom properties; nothing for a house with its own ones. Not for print,
    which is black on white."""
    rules = []
    for scheme, colours in chosen(kept).items():
        if colours != OWN[scheme]:
            told = "".join(f"--{token}:{value};" for token, value in tokens(colours).items())
            rules.append(f"@media screen and (prefers-color-scheme:{scheme}){{:root{{{told}}}}}")
    return "\n".join(rules)
