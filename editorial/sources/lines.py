"""A source's text as numbered lines, with its speakers' turns and the quoted passages marked."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from itertools import pairwise

from editorial.pipeline.places import Place, Places
from editorial.quotes.turns import Turns


@dataclass(frozen=True, slots=True)
class Stretch:
    """``text[start:end]`` is of one kind: ``label`` (who speaks), ``note`` (no speech), or
    ``quoted`` (a passage that the story quotes)."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of the same kinds; ``anchor`` is the id to link to, where they begin something."""

    text: str
    kinds: str = ""
    anchor: str = ""


@dataclass(slots=True)
class Line:
    """One line of the text: ``number`` from 1 in the whole text, ``start`` its offset in it.

    ``place`` is the page or the time that begins with it, ``seconds`` the time as a player wants
    it.
    """

    number: int
    start: int
    end: int
    anchor: str
    opens_turn: bool = False
    place: str = ""
    seconds: float | None = None
    pieces: list[Piece] = field(default_factory=list)


def lines(text: str, first: int, last: int, turns: Turns, passages: list[Stretch]) -> list[Line]:
    """The lines of ``text[first:last]`` that hold something. Anchors are ``c`` and the offset."""
    found = _lines(text, first, last)
    if not found:
        return []
    starts = [line.start for line in found]
    within: list[list[Stretch]] = [[] for _ in found]
    for stretch in (*_labels(turns, first, last), *_notes(turns, first, last), *passages):
        if stretch.end <= first or stretch.start >= last:
            continue
        nearest = max(bisect_right(starts, stretch.start) - 1, 0)
        for index in range(nearest, bisect_right(starts, stretch.end - 1)):
            within[index].append(stretch)
    used = {line.anchor for line in found}
    for line, stretches in zip(found, within, strict=True):
        line.opens_turn = any(s.kind == "label" and s.start >= line.start for s in stretches)
        line.pieces = _pieces(text, line, stretches, used)
    return found


def put_places(found: list[Line], places: Places) -> None:
    """Name at each line the page or the time that begins there."""
    last: Place | None = None
    for line in found:
        here = places.at(line.start)
        if here is None or here is last:
            continue
        line.place, last = places.named(here), here
        line.seconds = places.seconds(line.start)


def _lines(text: str, first: int, last: int) -> list[Line]:
    found: list[Line] = []
    number, start = text.count("\n", 0, first) + 1, first
    for words in text[first:last].split("\n"):
        if words.strip():
            found.append(Line(number, start, start + len(words), f"c{start}"))
        number, start = number + 1, start + len(words) + 1
    return found


def _labels(turns: Turns, first: int, last: int) -> list[Stretch]:
    here = turns.turns[turns.index(first) : bisect_left(turns.starts, last)]
    return [
        Stretch(turn.label_start, turn.start, "label")
        for turn in here
        if turn.start > turn.label_start
    ]


def _notes(turns: Turns, first: int, last: int) -> list[Stretch]:
    before = turns.note_at(first)
    here = turns.notes_within(first, last)
    notes = here if before is None or before in here else (before, *here)
    return [Stretch(note.start, note.end, "note") for note in notes]


def _pieces(text: str, line: Line, stretches: list[Stretch], used: set[str]) -> list[Piece]:
    """The line cut where a stretch begins or ends; a passage's first piece takes its anchor."""
    cuts = {line.start, line.end}
    for stretch in stretches:
        cuts.update(c for c in (stretch.start, stretch.end) if line.start < c < line.end)
    pieces: list[Piece] = []
    for start, end in pairwise(sorted(cuts)):
        here = [one for one in stretches if one.start <= start and one.end >= end]
        kinds = " ".join(sorted({one.kind for one in here}))
        anchor = f"c{start}"
        if anchor in used or not any(s.start == start and s.kind == "quoted" for s in here):
            anchor = ""
        else:
            used.add(anchor)
        pieces.append(Piece(text[start:end], kinds, anchor))
    return pieces
