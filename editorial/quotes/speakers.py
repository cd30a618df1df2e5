"""Giving every quotation its speaker: its sentence first, then its neighbours."""

import re

from editorial.quotes.attribution import Attribution, last_mark
from editorial.quotes.frame import Frame
from editorial.quotes.neighbours import Neighbours
from editorial.quotes.paragraphs import Paragraph
from editorial.quotes.phrases import Phraser
from editorial.quotes.piece import Piece

# A transcript's turn set in marks names its speaker inside them.
LABEL = re.compile(r"[A-ZÀ-ÞА-ЯЁІЇЄҐƏĞİÖŞÜÇ][A-ZÀ-ÞА-ЯЁІЇЄҐƏĞİÖŞÜÇ .'’-]{1,40}(?=:\s)")


class Attributor:
    """Reads the paragraphs of one text in order."""

    def __init__(self, text: str, phraser: Phraser, lines: list[Paragraph]) -> None:
        self.text = text
        self.phraser = phraser
        self.lines = lines
        self.attribution = Attribution(text, phraser.language)
        self.neighbours = Neighbours(text, phraser, lines, self.attribution)

    def attribute(self, number: int, pieces: list[Piece], earlier: Piece | None) -> None:
        """Fill in speaker and cue of the pieces of one paragraph; ``earlier`` came before."""
        line = self.lines[number]
        inside = [(p.outer, p.stop, k) for k, p in enumerate(pieces)]
        frame = self.phraser.frame(self.text, line.start, line.end, inside)
        self._bound(frame, pieces)
        self.neighbours.keep(number, frame)
        for k, piece in enumerate(pieces):
            piece.place = frame.places[k]
            label = LABEL.match(self.text, piece.start, piece.end)
            if label is not None and piece.speaker is None:
                piece.speaker, piece.confidence, piece.labelled = label.span(), 0.95, True
            if piece.speaker is None:
                self.attribution.read(frame, piece.place, piece)
            if k:
                self._resume(pieces[k - 1], piece)
        self._share(frame, pieces)
        for k, piece in enumerate(pieces):
            if piece.speaker is None:
                self.neighbours.look(number, pieces, k, earlier)

    def settle(self, number: int, piece: Piece, earlier: Piece | None) -> None:
        """Look for the speaker of a whole paragraph of speech among its neighbours."""
        if piece.speaker is None:
            cue = piece.cue
            self.neighbours.above(number, piece, earlier)
            piece.cue = cue or piece.cue

    def between(self, first: Piece, second: Piece) -> str:
        """The signs between two stretches of one paragraph."""
        signs = self.neighbours.frame(first.paragraph).signs
        return signs[first.place + 1 : second.place]

    def _bound(self, frame: Frame, pieces: list[Piece]) -> None:
        """Put a full stop after each quotation that ends a sentence."""
        text, signs = self.text, frame.signs
        ends = []
        for k, piece in enumerate(pieces):
            place = frame.places[k]
            last = last_mark(text, piece)
            following = signs[place + 1 : place + 2] or "."
            beyond = text[piece.stop : piece.stop + 3].lstrip(" \xa0\"“”»'’)")
            capital = bool(beyond) and (beyond[0].isupper() or beyond[0] in "“\"«„'‘")
            stops = following == "Q" or (capital and following != ".")
            named = following in "NCP" and self.attribution.attributed(signs, place, last)
            if last in ".…?!" and stops and not named:
                ends.append(place)
        if ends:
            frame.stop_after(ends)

    def _resume(self, first: Piece, second: Piece) -> None:
        """After "…," he said in a letter explaining it, "…" the same one goes on."""
        between = self.between(first, second)
        comma = last_mark(self.text, first) == "," or between[:1] == ","
        open_end = first.trailed and comma and between[-1:] == ","
        if open_end and not set(between[-3:]) & set("&GVI.") and "." not in between:
            second.follow(first, 1.0)

    def _share(self, frame: Frame, pieces: list[Piece]) -> None:
        """Quotations side by side in one sentence share an attribution that follows the last."""
        for k in range(len(pieces) - 2, -1, -1):
            piece, following = pieces[k], pieces[k + 1]
            weak = piece.speaker is None or piece.confidence < 0.5
            if weak and following.speaker is not None and following.trailed:
                between = frame.signs[piece.place + 1 : following.place]
                if not between.strip(".,&-") and len(between) < 4:
                    piece.follow(following, 0.9)
