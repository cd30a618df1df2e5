"""Who speaks where in a record: speaker turns, and what in them is not speech.

Recognised at the start of a line: ``SECRETARY BLINKEN:  …``, ``Boris Pistorius (Minister):``,
``Q    …``, ``Name (00:12):``, ``[00:12] Name:``, ``Mustafa Şentop – …``, ``**Name:** …``,
``>> NAME: …``, ``<v Name>…``. Not speech: stage directions, timecodes, heckles in brackets (kept
with the name of the heckler, so that a quote of them finds its speaker).
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

from editorial.quotes.labels import NAME, TIME, find_labels
from editorial.quotes.lexicon import languages

_NOTE = re.compile(
    r"[(\[]([^()\[\]\n]{0,300}"
    r"(?:[(\[][^()\[\]\n]{0,80}[)\]][^()\[\]\n]{0,300}){0,6})[)\]]"
)
_TIMECODE = re.compile(rf"^{TIME}$|^\d{{1,2}}[.:]\d{{2}}(?:[.:]\d{{2}})?$")
_HECKLE = re.compile(
    rf"^(?P<name>{NAME})[ \u00a0]*[(\[][^()\[\]]{{1,60}}[)\]][ \u00a0]*:[ \u00a0]*"
)
_HECKLES = re.compile(
    rf"(?:(?<=[(\[])|[ \u00a0][–—][ \u00a0])(?P<name>{NAME})[ \u00a0]*\[[^()\[\]]{{1,60}}\]"
    r"[ \u00a0]*:(?=[ \u00a0])"
)
_SHOUT = re.compile(
    r"^(?P<name>(?:An? )?"
    r"(?:Interruption|Interjection|Heckler?|Shout|Voice|Cry|Call|Zwischenruf|Zuruf)s?"
    r"[^:\n]{0,60}):[ \u00a0]*[\"'“„«]?(?=\S)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Turn:
    """``text[start:end]`` is spoken by ``speaker`` (the label as printed; None before any)."""

    label_start: int
    start: int
    end: int
    speaker: str | None


@dataclass(frozen=True, slots=True)
class Note:
    """``text[start:end]`` is no speech of the turn; ``speaker`` is a heckler's name."""

    start: int
    end: int
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Turns:
    """The turns of a text in order, without gaps but for labels, and its notes."""

    turns: tuple[Turn, ...]
    notes: tuple[Note, ...]
    starts: tuple[int, ...]
    note_starts: tuple[int, ...]

    def index(self, offset: int) -> int:
        """The index of the turn that ``offset`` is in."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def at(self, offset: int) -> Turn:
        """The turn that ``offset`` is in."""
        return self.turns[self.index(offset)]

    def note_at(self, offset: int) -> Note | None:
        """The note that ``offset`` is in, if any."""
        found = bisect_right(self.note_starts, offset) - 1
        if found >= 0 and self.notes[found].end > offset:
            return self.notes[found]
        return None

    def notes_within(self, start: int, end: int) -> tuple[Note, ...]:
        """Notes that begin in ``start:end``."""
        first = bisect_right(self.note_starts, start - 1)
        return self.notes[first : bisect_right(self.note_starts, end - 1)]


def find_turns(text: str, speaker: str | None = None, known: frozenset[str] = frozenset()) -> Turns:
    """The turns and notes of ``text``; ``speaker`` speaks where no label stands before, ``known``
    are labels that it is told to have."""
    labels = find_labels(text, known)
    turns: list[Turn] = []
    first = labels[0][0] if labels else len(text)
    if first > 0 or not labels:
        turns.append(Turn(0, 0, first, speaker))
    for i, (begin, body, name) in enumerate(labels):
        end = labels[i + 1][0] if i + 1 < len(labels) else len(text)
        turns.append(Turn(begin, body, end, name))
    notes = tuple(_notes(text))
    return Turns(
        tuple(turns), notes, tuple(t.label_start for t in turns), tuple(n.start for n in notes)
    )


def _stage_words() -> frozenset[str]:
    return frozenset(word for lexicon in languages() for word in lexicon.stage)


_STAGE = _stage_words()
_SPLIT = re.compile(r"[\W\d_]+")


def _notes(text: str) -> list[Note]:
    notes: list[Note] = []
    for match in _NOTE.finditer(text):
        start, end = match.span()
        inside = match[1].strip()
        heckle = _HECKLE.match(inside) or _SHOUT.match(inside)
        several = list(_HECKLES.finditer(text, start + 1, end))
        if several and (len(several) > 1 or not heckle):
            # "(Beifall – Ana Roe [X]: Nein! – Ben Moe [Y]: Doch!)"
            begins = [m.start() for m in several]
            if begins[0] > start + 1:
                notes.append(Note(start, begins[0]))
            for m, stop in zip(several, [*begins[1:], end], strict=True):
                notes.append(Note(m.start(), stop, m["name"].strip()))
        elif heckle:
            notes.append(Note(start, end, heckle["name"].strip()))
        elif _is_note(text, start, end, inside):
            notes.append(Note(start, end))
    return notes


def _is_note(text: str, start: int, end: int, inside: str) -> bool:
    if not inside or _TIMECODE.match(inside):
        return True
    folded = [word for word in _SPLIT.split(inside.lower()) if word]
    if not folded:
        return False
    if any(word in _STAGE for word in folded) and len(folded) <= 60:
        return len(folded) <= 4 or _alone(text, start, end)
    return _alone(text, start, end) and text[start] == "("


def _alone(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - 200) : start].rpartition("\n")[2]
    after = text[end : end + 200].partition("\n")[0]
    return not before.strip(" \t\u00a0") and not after.strip(" \t\u00a0.")
