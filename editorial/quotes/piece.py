"""One marked stretch on its way to be (a part of) a quotation."""

from dataclasses import dataclass

from editorial.quotes.frame import Frame
from editorial.quotes.reading import Reading

NAMES = "NC"


@dataclass(slots=True)
class Piece:
    """The stretch ``start:end``, its marks from ``outer`` to ``stop``, and what is read of it.

    ``speaker``, ``relayed``, ``cue`` and ``antecedent`` (of a relative "who") are offsets in the
    text. ``whole``: it opens its sentence; ``led``: a comma, a colon, a cue or "that" stands
    before it; ``adjacent``: a cue leads to it, ``flush``: without an object between; ``trailed``:
    its attribution follows; ``source``: the marks hold the name of who speaks; ``labelled``: it
    names its own speaker, as a transcript's turn does. ``sign`` is the speaker's (see ``frame``),
    ``place`` its own place in the frame, ``more`` the parts behind a remark set inside it.
    """

    start: int
    end: int
    outer: int
    stop: int
    family: str
    closed: bool
    paragraph: int
    more: tuple[tuple[int, int], ...] = ()
    speaker: tuple[int, int] | None = None
    antecedent: tuple[int, int] | None = None
    relayed: tuple[int, int] | None = None
    cue: tuple[int, int] | None = None
    confidence: float = 0.0
    sign: str = ""
    place: int = -1
    whole: bool = False
    led: bool = False
    adjacent: bool = False
    flush: bool = False
    trailed: bool = False
    source: bool = False
    labelled: bool = False

    def take(self, frame: Frame, reading: Reading, factor: float = 1.0) -> None:
        """Take speaker and cue from a reading of a frame."""
        place = reading.speaker
        self.speaker = (frame.starts[place], frame.ends[place])
        if reading.cue >= 0:
            self.cue = (frame.starts[reading.cue], frame.ends[reading.cue])
        if reading.outer >= 0 and reading.outer != place:
            self.relayed = (frame.starts[reading.outer], frame.ends[reading.outer])
        self.confidence = reading.confidence * factor
        self.sign = frame.signs[place]
        if self.sign == "R":
            before = next((i for i in range(place - 1, -1, -1) if frame.signs[i] in NAMES), -1)
            if before >= 0:
                self.antecedent = (frame.starts[before], frame.ends[before])

    def follow(self, other: "Piece", factor: float) -> None:
        """Take speaker and cue from another piece, less surely."""
        self.speaker, self.cue = other.speaker, other.cue
        self.relayed, self.antecedent = other.relayed, other.antecedent
        self.confidence = other.confidence * factor
