"""The picture shown beside a link to a story: drawn from its words, the same bytes each time."""

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont, ImageOps, features

from editorial.catalogue.words import direction

SIZE = (1200, 630)
EDGE = 64
PICTURE = 420
PAPER, INK, QUIET, ACCENT, CHECKED = "#fbfaf7", "#1b1a17", "#5f5b52", "#1f4e79", "#1f6b3a"
HEADLINE_SIZES = (68, 60, 52, 46, 40, 36)
HEADLINE_HEIGHT = 316
STATIC = Path(__file__).resolve().parents[1] / "static"
FACE = re.compile(
    r'font-family: "(?P<family>[^"]+)";\s*font-style: (?P<style>\w+);\s*'
    r"font-weight: (?P<weight>\d+);"
    r'.*?url\("\.\./fonts/(?P<file>[^"]+)"\).*?unicode-range: (?P<ranges>[^;]+);',
    re.DOTALL,
)
DISPLAY, SANS, ARABIC = (
    ("Editorial Display", 600),
    ("Editorial Sans", 400),
    ("Editorial Arabic", 700),
)


@dataclass(frozen=True, slots=True)
class Card:
    """What a card says. ``checked`` is the line about the quotes; ``picture`` the bytes of one."""

    agency: str
    section: str
    headline: str
    checked: str
    language: str
    picture: bytes | None = None


def draw_card(card: Card) -> bytes:
    """The card as a PNG of 1200 by 630 pixels, as Open Graph's readers crop it least."""
    rtl = direction(card.language) == "rtl"
    image = Image.new("RGB", SIZE, PAPER)
    left, right = EDGE, SIZE[0] - EDGE
    if card.picture is not None:
        with Image.open(io.BytesIO(card.picture)) as opened:
            shown = ImageOps.fit(opened.convert("RGB"), (PICTURE, SIZE[1]))
        image.paste(shown, (0 if rtl else SIZE[0] - PICTURE, 0))
        left, right = (PICTURE + EDGE, right) if rtl else (left, right - PICTURE)
    pen = _Pen(ImageDraw.Draw(image), left, right, rtl=rtl)
    pen.line(card.agency, DISPLAY, 40, 48, INK)
    pen.draw.line((left, 112, right, 112), fill=INK, width=3)
    pen.line(card.section, SANS, 30, 138, ACCENT)
    for size in HEADLINE_SIZES:
        lines = pen.wrap(card.headline, DISPLAY, size)
        leading = round(size * (1.4 if rtl else 1.16))
        if len(lines) * leading <= HEADLINE_HEIGHT:
            break
    for number, words in enumerate(lines[: HEADLINE_HEIGHT // leading]):
        pen.line(words, DISPLAY, size, 196 + number * leading, INK)
    pen.draw.line((left, 520, right, 520), fill=CHECKED, width=4)
    for number, words in enumerate(pen.wrap(card.checked, SANS, 26)[:2]):
        pen.line(words, SANS, 26, 536 + number * 34, QUIET)
    written = io.BytesIO()
    image.save(written, "PNG", optimize=True)
    return written.getvalue()


class _Pen:
    """Writes lines between two edges, from the side where the language begins."""

    def __init__(self, draw: ImageDraw.ImageDraw, left: int, right: int, *, rtl: bool) -> None:
        self.draw, self.left, self.right, self.rtl = draw, left, right, rtl

    def wrap(self, text: str, face: tuple[str, int], size: int) -> list[str]:
        """The text in lines that fit; a word that is too long for one stands alone."""
        lines: list[str] = []
        for word in text.split():
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self.width(longer, face, size) <= self.right - self.left:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines

    def width(self, text: str, face: tuple[str, int], size: int) -> float:
        """Pixels that the text takes."""
        return sum(_font(file, size).getlength(run) for file, run in _runs(text, face))

    def line(self, text: str, face: tuple[str, int], size: int, top: int, colour: str) -> None:
        """One line. Each stretch of one direction is laid out whole, then the next beside it."""
        baseline = top + size
        x: float = self.right if self.rtl else self.left
        gap = self.width(" ", face, size)
        for stretch in _stretches(text) if self.rtl else [text]:
            wide = self.width(stretch, face, size)
            start = x - wide if self.rtl else x
            runs = list(_runs(stretch, face))
            if _is_rtl(stretch):
                runs.reverse()
            for file, run in runs:
                font = _font(file, size)
                way = "rtl" if _is_rtl(run) and _shapes() else None
                self.draw.text((start, baseline), run, colour, font, anchor="ls", direction=way)
                start += font.getlength(run)
            x -= wide + gap


def _stretches(text: str) -> Iterator[str]:
    """Words in reading order, neighbours of one direction together."""
    group: list[str] = []
    for word in text.split():
        if group and _is_rtl(group[-1]) != _is_rtl(word):
            yield " ".join(group)
            group = []
        group.append(word)
    if group:
        yield " ".join(group)


def _is_rtl(text: str) -> bool:
    return any("\u0590" <= letter <= "\u08ff" for letter in text)


def _runs(text: str, face: tuple[str, int]) -> Iterator[tuple[str, str]]:
    """The text in pieces of one font file each."""
    file, start = "", 0
    for place, letter in enumerate(text):
        found = _file_for(letter, face)
        if found != file:
            if place > start:
                yield file, text[start:place]
            file, start = found, place
    if text[start:]:
        yield file, text[start:]


@cache
def _file_for(letter: str, face: tuple[str, int]) -> str:
    """The font file that has the letter; the first of the face where none does."""
    faces = _faces()
    for wanted in (face, ARABIC):
        for file, ranges in faces[wanted]:
            if any(first <= ord(letter) <= last for first, last in ranges):
                return file
    return faces[face][0][0]


@cache
def _faces() -> dict[tuple[str, int], list[tuple[str, Sequence[tuple[int, int]]]]]:
    """What the site's own stylesheet says of its fonts: upright ones, by family and weight."""
    found: dict[tuple[str, int], list[tuple[str, Sequence[tuple[int, int]]]]] = {}
    for face in FACE.finditer((STATIC / "css" / "tokens.css").read_text("utf-8")):
        if face["style"] != "normal":
            continue
        ranges = []
        for part in face["ranges"].split(","):
            first, _, last = part.strip().removeprefix("U+").partition("-")
            ranges.append((int(first, 16), int(last or first, 16)))
        found.setdefault((face["family"], int(face["weight"])), []).append((face["file"], ranges))
    return found


@cache
def _font(file: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(STATIC / "fonts" / file, size)


@cache
def _shapes() -> bool:
    """Whether letters can be joined and turned here (Pillow's Raqm finds FriBidi at run time)."""
    return bool(features.check("raqm"))
