"""One colour: ``#`` and six hexadecimal digits, as a stylesheet and a browser's picker have it."""

import re

FORM = re.compile("#[0-9a-f]{6}")


def colour(typed: str) -> str:
    """The colour in small letters. Raises ValueError for what is none."""
    found = typed.strip().lower()
    found = found if found.startswith("#") else f"#{found}"
    if not FORM.fullmatch(found):
        raise ValueError(typed)
    return found


def channels(of: str) -> tuple[int, int, int]:
    """Red, green and blue, 0 to 255."""
    return int(of[1:3], 16), int(of[3:5], 16), int(of[5:7], 16)


def mix(one: str, other: str, share: float) -> str:
    """``one`` with ``share`` of the other in it, channel by channel."""
    mixed = (
        round(a + (b - a) * share) for a, b in zip(channels(one), channels(other), strict=True)
    )
    return "#" + "".join(f"{channel:02x}" for channel in mixed)


def luminance(of: str) -> float:
    """Relative luminance, WCAG 2.2."""
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (channel / 255 for channel in channels(of))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio, WCAG 2.2: 1 for the same colour, 21 for black on white."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)
