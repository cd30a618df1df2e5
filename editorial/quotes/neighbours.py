"""The speaker of a quotation that its own sentence does not name: look around it."""

from editorial.quotes.attribution import Attribution
from editorial.quotes.clauses import sentence
from editorial.quotes.frame import Frame
from editorial.quotes.leading import before, clause
from editorial.quotes.paragraphs import Paragraph
from editorial.quotes.phrases import Phraser
from editorial.quotes.piece import Piece
from editorial.quotes.reading import Reading

CLOSING = frozenset("\"”“»'’")
DASHES = ("—", "–", "-")
LONGEST_SIGNATURE = 120
# Sentences of reported speech that may lie between a quotation and whoever is reported.
REPORTED = 6


class Neighbours:
    """Frames of the paragraphs of one text, read when someone looks at them."""

    def __init__(
        self, text: str, phraser: Phraser, lines: list[Paragraph], attribution: Attribution
    ) -> None:
        self.text = text
        self.phraser = phraser
        self.lines = lines
        self.attribution = attribution
        self.frames: dict[int, Frame] = {}

    def frame(self, number: int) -> Frame:
        """The frame of a paragraph."""
        if number not in self.frames:
            line = self.lines[number]
            inside = [(s.outer, s.end, -1) for s in line.spans]
            self.frames[number] = self.phraser.frame(self.text, line.start, line.end, inside)
        return self.frames[number]

    def keep(self, number: int, frame: Frame) -> None:
        """Remember a paragraph's frame; only the one above it is ever looked back to."""
        self.frames = {n: f for n, f in self.frames.items() if n == number - 1}
        self.frames[number] = frame

    def look(self, number: int, pieces: list[Piece], k: int, earlier: Piece | None) -> None:
        """Find a speaker in the sentence before, below, beside or in the paragraphs above."""
        frame = self.frames[number]
        piece = pieces[k]
        previous = pieces[k - 1] if k and pieces[k - 1].speaker is not None else None
        if self._sentence_before(frame, piece, previous) or self._signed(number, pieces, k):
            return
        if previous is not None:
            piece.follow(previous, 0.9)
        else:
            self.above(number, piece, earlier)

    def _sentence_before(self, frame: Frame, piece: Piece, previous: Piece | None) -> bool:
        low, _ = sentence(frame.signs, piece.place)
        if low == 0:
            return False
        start, _ = sentence(frame.signs, low - 1)
        if previous is not None and "Q" in frame.signs[start : low - 1]:
            piece.follow(previous, 0.95)
            return True
        for _ in range(REPORTED):
            reading = before(frame.signs, low - 1, start) or clause(frame.signs, low - 1, start)
            told = reading is not None and self.attribution.reported(frame, reading)
            if not (told and start):
                break
            # "Roe widersprach. Er komme. Man habe “…”": further back to who speaks.
            low = start
            start, _ = sentence(frame.signs, low - 1)
            if previous is not None and "Q" in frame.signs[start : low - 1]:
                piece.follow(previous, 0.9)
                return True
        if reading is None or told:
            return False
        piece.take(frame, self.attribution.personal(frame, reading), 0.8)
        return True

    def _signed(self, number: int, pieces: list[Piece], k: int) -> bool:
        """Take the name below, as under a motto or in a pull quote: "…" / — Ana Roe, mayor."""
        piece = pieces[k]
        if k < len(pieces) - 1 or number + 1 >= len(self.lines):
            return False
        line, below = self.lines[number], self.lines[number + 1]
        if below.end - below.start > LONGEST_SIGNATURE:
            return False
        signature = self.text[below.start : below.end].strip()
        dashed = piece.closed and piece.stop >= line.end and signature[:1] in DASHES
        caption = not piece.closed and signature[-1:] in CLOSING and not below.reopens
        if not (dashed or caption):
            return False
        frame = self.frame(number + 1)
        place = frame.signs[:3].find("N")
        if place < 0:
            return False
        piece.take(frame, Reading(place, -1, 0.85))
        return True

    def above(self, number: int, piece: Piece, earlier: Piece | None) -> None:
        """Take the speaker a colon above announces, the one who spoke last, or a sentence's."""
        near = earlier is not None and earlier.paragraph >= number - 1
        frame = self.frame(number - 1) if number > 0 else None
        if frame is not None and (not near or frame.signs.endswith(":")):
            signs = frame.signs.rstrip(".:-")
            stop = len(signs)
            start = sentence(frame.signs, stop)[0]
            reading = before(frame.signs, stop, start) if stop else None
            lonely = earlier is None or number - earlier.paragraph > 2
            if stop and reading is None and (frame.signs.endswith(":") or lonely):
                reading = clause(frame.signs, stop, start)
            if reading is not None:
                piece.take(frame, self.attribution.personal(frame, reading), 0.7)
                return
        if earlier is not None and earlier.speaker is not None and number - earlier.paragraph <= 3:
            piece.follow(earlier, 0.7)
            if earlier.sign == "R" and earlier.antecedent is not None:
                piece.speaker = earlier.antecedent
