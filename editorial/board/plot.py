"""One state's weeks as bars, in the units of an SVG; no style, no script, only places."""

from collections.abc import Sequence
from dataclasses import dataclass

from editorial.board.stuck import Figure

WIDTH, HEIGHT = 360, 120
# Room for the words at the top and for the weeks below.
TOP, FOOT = 18, 18
GAP = 6
UNITS = ((86_400, "d"), (3_600, "h"), (60, "min"))


@dataclass(frozen=True, slots=True)
class Bar:
    """One week: the bar is the middle stay, the thin line above it reaches to the ninth of ten.
    ``words`` say it; None of it is drawn for a week without a stay."""

    x: float
    y: float
    width: float
    height: float
    middle: float
    reach: float
    drawn: bool
    words: str


@dataclass(frozen=True, slots=True)
class Plot:
    """``top`` is what the plot's full height means, in words."""

    bars: tuple[Bar, ...]
    top: str
    base: float
    width: int = WIDTH
    height: int = HEIGHT


def plot(figures: Sequence[Figure | None], weeks: Sequence[str]) -> Plot:
    """The bars of one state, a week each, the first week first."""
    highest = max((figure.ninth for figure in figures if figure is not None), default=0) or 1
    step = WIDTH / max(1, len(figures))
    room, base = HEIGHT - TOP - FOOT, HEIGHT - FOOT
    bars = []
    for place, (figure, week) in enumerate(zip(figures, weeks, strict=True)):
        x = round(place * step + GAP / 2, 1)
        width = round(step - GAP, 1)
        if figure is None:
            bars.append(Bar(x, base, width, 0, x + width / 2, base, False, f"{week}: none"))
            continue
        # A stay of no length is still seen.
        height = round(max(1.0, figure.median / highest * room), 1)
        reach = round(base - max(1.0, figure.ninth / highest * room), 1)
        bars.append(
            Bar(
                x,
                round(base - height, 1),
                width,
                height,
                round(x + width / 2, 1),
                reach,
                True,
                f"{week}: {duration(figure.median)} in the middle, "
                f"nine in ten within {duration(figure.ninth)}, of {figure.count}",
            )
        )
    return Plot(tuple(bars), duration(highest), base)


def duration(seconds: int) -> str:
    """“2 h 5 min”: the two largest units that it has."""
    parts = []
    for size, unit in UNITS:
        if seconds >= size:
            parts.append(f"{seconds // size} {unit}")
            seconds %= size
        elif parts:
            break
    return " ".join(parts[:2]) or "under 1 min"
