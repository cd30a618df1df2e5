"""Pictures for the sample stories, drawn here: light, water, hills and a few shapes before them."""

import io
from collections.abc import Callable, Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

WIDTH, HEIGHT = 1600, 1066
Colour: TypeAlias = tuple[int, int, int]
Field: TypeAlias = NDArray[np.float64]
Point: TypeAlias = tuple[float, float]


def draw(scene: str) -> bytes:
    """The scene as a JPEG; the same bytes each time on one machine."""
    written = io.BytesIO()
    SCENES[scene]().save(written, "JPEG", quality=86)
    return written.getvalue()


def sky(
    top: Colour, low: Colour, sun: Point | None = None, glow: Colour = (255, 236, 200)
) -> Field:
    """Height by width by three: a sky from ``top`` to ``low``, lighter around the sun."""
    down = np.linspace(0, 1, HEIGHT)[:, None, None]
    fades: Field = np.array(top) * (1 - down) + np.array(low) * down
    field: Field = np.repeat(fades, WIDTH, axis=1)
    if sun is not None:
        y, x = np.mgrid[0:HEIGHT, 0:WIDTH]
        away = np.hypot(x - sun[0] * WIDTH, (y - sun[1] * HEIGHT) * 1.4) / WIDTH
        light = np.exp(-away * 7)[:, :, None]
        field = field * (1 - light) + np.array(glow) * light
    return field


def ridge(seed: int, base: float, rise: float) -> Field:
    """A line of hills: for each column its height from above, as a share of the picture."""
    random = np.random.default_rng(seed)
    across = np.linspace(0, 1, WIDTH)
    line: Field = np.zeros(WIDTH)
    for octave in range(1, 7):
        phase, beat = random.uniform(0, 2 * np.pi, 2)
        line += np.sin(across * (2.2**octave) * (1 + beat / 9) + phase) / 2**octave
    shaped: Field = base - rise * (line - line.min()) / np.ptp(line)
    return shaped


def fill_below(field: Field, line: Field, colour: Colour, haze: float = 0.0) -> None:
    """Paint everything below the line; ``haze`` lets what was there shine through."""
    below = (np.arange(HEIGHT)[:, None] >= line[None, :] * HEIGHT)[:, :, None]
    field[:] = np.where(below, field * haze + np.array(colour) * (1 - haze), field)


def water(field: Field, top: float, colour: Colour, seed: int) -> None:
    """Mirror what stands above ``top``, darkened and broken into waves."""
    random = np.random.default_rng(seed)
    first = int(top * HEIGHT)
    depth = HEIGHT - first
    rows = first - 1 - (np.arange(depth) * first // (depth * 2)) % first
    waves: Field = np.cumsum(random.normal(0, 1, (depth, WIDTH)), axis=1)
    waves = np.subtract(waves, waves.mean(axis=1, keepdims=True))
    shift = (waves / np.abs(waves).max() * np.linspace(4, 60, depth)[:, None]).astype(int)
    columns = np.clip(np.arange(WIDTH)[None, :] + shift, 0, WIDTH - 1)
    mirrored = field[rows[:, None], columns]
    coarse = random.normal(0, 1, (depth // 3 + 1, WIDTH // 24 + 1))
    sparkle = np.repeat(np.repeat(coarse, 3, axis=0), 24, axis=1)[:depth, :WIDTH, None] * 5
    field[first:] = mirrored * 0.55 + np.array(colour) * 0.45 + sparkle


def finish(field: Field, seed: int) -> Image.Image:
    """With the grain of a film."""
    grain = np.random.default_rng(seed).normal(0, 3, (HEIGHT, WIDTH, 1))
    return Image.fromarray(np.clip(field + grain, 0, 255).astype(np.uint8), "RGB")


def before(field: Field, seed: int, paint: Callable[[ImageDraw.ImageDraw], None]) -> Image.Image:
    """The field with shapes in front of it, their edges smooth."""
    image = finish(field, seed)
    mask = Image.new("RGBA", (WIDTH * 2, HEIGHT * 2), (0, 0, 0, 0))
    paint(ImageDraw.Draw(mask))
    small = mask.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
    image.paste(small, mask=small.getchannel("A"))
    return image.filter(ImageFilter.GaussianBlur(0.6))


def at(points: Sequence[Point]) -> list[Point]:
    """Shares of the picture as pixels of the shapes' layer."""
    return [(x * WIDTH * 2, y * HEIGHT * 2) for x, y in points]


def box(x: float, y: float, width: float, height: float) -> list[Point]:
    """A rectangle by its upper corner and size, in shares of the picture."""
    return at([(x, y), (x + width, y), (x + width, y + height), (x, y + height)])


def bridge() -> Image.Image:
    """A bridge at dusk, one of its spans gone."""
    field = sky((58, 74, 112), (236, 168, 120), (0.68, 0.52))
    fill_below(field, ridge(3, 0.6, 0.12), (84, 82, 108), 0.45)
    fill_below(field, ridge(5, 0.63, 0.06), (52, 54, 76), 0.2)
    water(field, 0.64, (46, 58, 84), 7)
    steel = (24, 26, 36, 255)

    def paint(pen: ImageDraw.ImageDraw) -> None:
        for start, end in ((-0.02, 0.44), (0.62, 1.02)):
            pen.polygon(box(start, 0.5, end - start, 0.022), fill=steel)
            for place in np.arange(start, end, 0.04):
                pen.line(at([(place, 0.5), (place + 0.02, 0.42)]), fill=steel, width=7)
                pen.line(at([(place + 0.02, 0.42), (place + 0.04, 0.5)]), fill=steel, width=7)
            pen.line(at([(start, 0.42), (end, 0.42)]), fill=steel, width=10)
        for pier in (0.12, 0.4, 0.64, 0.9):
            pen.polygon(box(pier, 0.52, 0.026, 0.2), fill=steel)
        pen.polygon(at([(0.44, 0.5), (0.5, 0.66), (0.486, 0.67), (0.425, 0.522)]), fill=steel)

    return before(field, 11, paint)


def flood() -> Image.Image:
    """A valley under water, roofs above it."""
    field = sky((96, 108, 122), (178, 184, 184))
    fill_below(field, ridge(21, 0.5, 0.28), (92, 104, 108), 0.35)
    fill_below(field, ridge(23, 0.56, 0.16), (66, 78, 78), 0.15)
    water(field, 0.56, (112, 106, 92), 25)

    def paint(pen: ImageDraw.ImageDraw) -> None:
        for x, y, size in (
            (0.1, 0.62, 0.13),
            (0.36, 0.58, 0.09),
            (0.55, 0.66, 0.16),
            (0.82, 0.6, 0.1),
        ):
            pen.polygon(box(x, y, size, size * 0.42), fill=(176, 168, 152, 255))
            roof = [(x - 0.012, y), (x + size / 2, y - size * 0.55), (x + size + 0.012, y)]
            pen.polygon(at(roof), fill=(108, 62, 50, 255))
        for x, y in ((0.28, 0.64), (0.74, 0.6), (0.95, 0.68)):
            pen.polygon(box(x, y - 0.14, 0.006, 0.18), fill=(40, 42, 38, 255))
            for step in range(5):
                reach, top = 0.05 - step * 0.008, y - 0.06 - step * 0.035
                crown = [(x - reach, top), (x + 0.003, top - 0.1), (x + reach, top)]
                pen.polygon(at(crown), fill=(44, 58, 50, 255))

    return before(field, 27, paint)


def cranes() -> Image.Image:
    """A yard's cranes in the morning."""
    field = sky((150, 176, 196), (246, 224, 190), (0.22, 0.6))
    fill_below(field, ridge(31, 0.7, 0.05), (120, 134, 146), 0.4)
    water(field, 0.74, (88, 108, 122), 33)
    red, dark = (164, 60, 44, 255), (46, 56, 68, 255)

    def paint(pen: ImageDraw.ImageDraw) -> None:
        for x, tall, colour in ((0.56, 0.5, dark), (0.34, 0.62, red), (0.78, 0.42, dark)):
            top = 0.76 - tall
            for leg in (x, x + 0.06):
                pen.line(at([(leg, 0.76), (x + 0.03, top + 0.08)]), fill=colour, width=16)
            pen.line(at([(x + 0.03, 0.5), (x + 0.03, top)]), fill=colour, width=18)
            arm = [(x - 0.08, top + 0.06), (x + 0.26, top + 0.02)]
            pen.line(at(arm), fill=colour, width=16)
            pen.line(at([(x + 0.03, top), arm[0]]), fill=colour, width=5)
            pen.line(at([(x + 0.03, top), arm[1]]), fill=colour, width=5)
            pen.line(at([arm[1], (arm[1][0], top + 0.2)]), fill=colour, width=4)
        hull = [(0.04, 0.66), (0.5, 0.66), (0.47, 0.79), (0.08, 0.79)]
        pen.polygon(at(hull), fill=(60, 74, 92, 255))
        pen.polygon(box(0.08, 0.56, 0.1, 0.1), fill=(214, 208, 196, 255))

    return before(field, 37, paint)


def boats() -> Image.Image:
    """Fishing boats in a strait before sunrise."""
    field = sky((34, 52, 84), (214, 150, 132), (0.5, 0.5), (255, 214, 170))
    fill_below(field, ridge(41, 0.5, 0.1), (58, 66, 98), 0.3)
    water(field, 0.51, (36, 52, 82), 43)

    def paint(pen: ImageDraw.ImageDraw) -> None:
        for x, y, size in ((0.24, 0.66, 1.0), (0.62, 0.6, 0.6), (0.82, 0.56, 0.36)):
            dark = (18, 22, 34, 255)
            hull = [(-0.1, -0.03), (0.12, -0.03), (0.1, 0.03), (-0.08, 0.03)]
            pen.polygon(at([(x + a * size, y + b * size) for a, b in hull]), fill=dark)
            pen.polygon(box(x - 0.05 * size, y - 0.1 * size, 0.06 * size, 0.07 * size), fill=dark)
            pen.line(
                at([(x + 0.03 * size, y), (x + 0.03 * size, y - 0.22 * size)]), fill=dark, width=6
            )
            pen.line(
                at([(x + 0.03 * size, y - 0.2 * size), (x + 0.12 * size, y - 0.03 * size)]),
                fill=dark,
                width=4,
            )

    return before(field, 47, paint)


def orchard() -> Image.Image:
    """Rows of apple trees with frost on the ground."""
    field = sky((168, 196, 222), (244, 238, 226), (0.8, 0.3))
    fill_below(field, ridge(51, 0.46, 0.2), (150, 164, 170), 0.35)
    fill_below(field, ridge(53, 0.56, 0.08), (190, 198, 190), 0.1)

    def paint(pen: ImageDraw.ImageDraw) -> None:
        random = np.random.default_rng(57)
        for row in range(9):
            near = (row / 8) ** 1.6
            y, size = 0.56 + 0.36 * near, 0.02 + 0.075 * near
            for x in np.arange(-0.05, 1.1, size * 2.1):
                place = x + random.uniform(-0.01, 0.01)
                pen.line(
                    at([(place, y), (place, y - size)]),
                    fill=(70, 60, 52, 255),
                    width=int(4 + 20 * near),
                )
                for _leaf in range(7):
                    dx, dy = random.normal(0, size * 0.35), random.normal(0, size * 0.3)
                    green = (int(92 + 20 * random.random()), 116, 84, 255)
                    (left, top), (right, low) = at(
                        [
                            (place + dx - size * 0.4, y - size * 1.7 + dy - size * 0.4),
                            (place + dx + size * 0.4, y - size * 1.7 + dy + size * 0.5),
                        ]
                    )
                    pen.ellipse((left, top, right, low), fill=green)

    return before(field, 59, paint)


def chamber() -> Image.Image:
    """The house of parliament across its square, at night."""
    field = sky((20, 26, 44), (62, 66, 92))
    fill_below(field, np.full(WIDTH, 0.78), (44, 44, 54))
    stone, window = (140, 132, 120, 255), (250, 214, 140, 255)

    def paint(pen: ImageDraw.ImageDraw) -> None:
        pen.polygon(box(0.14, 0.44, 0.72, 0.36), fill=stone)
        pen.polygon(at([(0.36, 0.44), (0.5, 0.3), (0.64, 0.44)]), fill=(156, 148, 134, 255))
        for place in np.linspace(0.18, 0.81, 15):
            pen.polygon(box(place, 0.5, 0.012, 0.29), fill=(168, 160, 146, 255))
            pen.polygon(box(place + 0.018, 0.54, 0.016, 0.09), fill=window)
            pen.polygon(box(place + 0.018, 0.67, 0.016, 0.07), fill=(120, 100, 74, 255))
        pen.polygon(box(0.12, 0.79, 0.76, 0.02), fill=(120, 114, 104, 255))
        pen.line(at([(0.5, 0.3), (0.5, 0.18)]), fill=(30, 30, 38, 255), width=6)
        pen.polygon(at([(0.5, 0.18), (0.57, 0.2), (0.5, 0.23)]), fill=(152, 52, 44, 255))

    return before(field, 67, paint)


SCENES: dict[str, Callable[[], Image.Image]] = {
    "boats": boats,
    "bridge": bridge,
    "chamber": chamber,
    "cranes": cranes,
    "flood": flood,
    "orchard": orchard,
}
