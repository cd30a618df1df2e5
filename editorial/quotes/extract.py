"""Finding the quotations of a story and who is said to have said them."""

from editorial.quotes.attribution import last_mark
from editorial.quotes.dashes import cut, led_by_dash, trimmed
from editorial.quotes.interview import Turn, turns
from editorial.quotes.joins import carried_on, interrupted
from editorial.quotes.kinds import Judge
from editorial.quotes.languages import language_for
from editorial.quotes.paragraphs import Paragraph, outer_singles, paragraphs
from editorial.quotes.phrases import Phraser
from editorial.quotes.piece import Piece
from editorial.quotes.quotation import Kind, Part, Quotation
from editorial.quotes.resolve import Resolver
from editorial.quotes.speakers import Attributor

APART: tuple[Kind, ...] = ("scare", "title", "headline")


def extract(text: str, language: str = "en", headline_end: int = 0) -> list[Quotation]:
    """The quotations of ``text``, by where they start.

    ``language`` is a BCP 47 tag; ``text[:headline_end]`` is the headline. Never raises on any
    text; offsets are characters of ``text``, marks excluded. Scare quotes and titles are given
    too, told by their ``kind``.
    """
    return _Extraction(text, language, headline_end).quotations()


class _Extraction:
    """One run over one text."""

    def __init__(self, text: str, language: str, headline_end: int) -> None:
        self.text = text
        self.code = language
        self.headline_end = headline_end
        self.language = language_for(language)
        self.phraser = Phraser(self.language)
        self.lines = paragraphs(text)
        self.singles = outer_singles(self.lines, headline_end)
        self.attributor = Attributor(text, self.phraser, self.lines)
        self.judge = Judge(text, self.language)
        self.resolver = Resolver(text, self.language, self.lines)
        self.groups: list[tuple[list[Piece], Kind]] = []
        self.earlier: Piece | None = None
        self.dialogue: list[Piece] = []

    def quotations(self) -> list[Quotation]:
        talk = turns(self.text, self.lines)
        spoken = {number: turn for turn in talk for number in turn.numbers}
        for number, line in enumerate(self.lines):
            turn = spoken.get(number)
            if turn is not None:
                if turn.number == number:
                    self.groups.append(([_turn(turn)], "direct"))
            else:
                self._paragraph(number, line)
        return [self._quotation(pieces, kind) for pieces, kind in self.groups]

    def _paragraph(self, number: int, line: Paragraph) -> None:
        spoken = self._dash_led(number, line)
        if spoken is not None:
            self._take_turn(number, spoken)
            self.groups.append(([spoken], "direct"))
            self.earlier = spoken if spoken.speaker is not None else self.earlier
            return
        pieces = self._pieces(number, line)
        if not pieces:
            return
        self.attributor.attribute(number, pieces, self.earlier)
        previous: Piece | None = None
        for piece in pieces:
            headline = piece.end <= self.headline_end
            # Beside double marks, single ones quote only where the text says so.
            beside = piece.family == "single" and not (self.singles or headline)
            if beside and not (piece.trailed or (piece.adjacent and piece.stop >= line.end)):
                continue
            kind = self.judge.kind(piece, headline)
            if self._continues(piece, previous, kind):
                self.groups[-1][0].append(piece)
            else:
                self.groups.append(([piece], kind))
            previous = piece
            if piece.speaker is not None and kind not in ("scare", "title"):
                self.earlier = piece

    def _pieces(self, number: int, line: Paragraph) -> list[Piece]:
        """The marked stretches of a paragraph, each without a remark set inside it."""
        found = []
        for span in line.spans:
            start, end = trimmed(self.text, span.start, span.end)
            stop = min(line.end, span.end + len(span.mark)) if span.closed else span.end
            piece = Piece(start, end, span.outer, stop, span.family, span.closed, number)
            inside = cut(self.text, start, end, self.phraser) if self.language.dashes else None
            if inside is not None and inside.parts[0][0] == start:
                piece.end = inside.parts[0][1]
                piece.more = inside.parts[1:]
                piece.speaker, piece.cue = inside.speaker, inside.cue
                piece.confidence = 0.9 if inside.speaker else 0.0
                piece.trailed = True
            found.append(piece)
        return found

    def _dash_led(self, number: int, line: Paragraph) -> Piece | None:
        """The speech of a paragraph that a dash opens; None where it may be a list."""
        if not self.language.dashes:
            return None
        start = led_by_dash(self.text, line.start, line.end)
        if start < 0 or (line.spans and line.spans[0].outer == start):
            return None
        speech = cut(self.text, start, line.end, self.phraser)
        if speech is None and not self._dialogue(number):
            return None
        parts = speech.parts if speech else (trimmed(self.text, start, line.end),)
        first = parts[0]
        piece = Piece(first[0], first[1], line.start, line.end, "dash", True, number)
        piece.more = parts[1:]
        piece.whole = piece.trailed = True
        if speech is not None:
            piece.speaker, piece.cue = speech.speaker, speech.cue
            piece.confidence = 0.9 if speech.speaker else 0.0
        return piece

    def _take_turn(self, number: int, piece: Piece) -> None:
        """Give a line of dialogue its speaker; without a remark the two take turns."""
        before = [p for p in self.dialogue[-2:] if number - p.paragraph <= 2]
        if piece.speaker is not None:
            pass
        elif not before or before[-1].paragraph != number - 1:
            self.attributor.settle(number, piece, self.earlier)
        elif len(before) == 2 and before[0].speaker is not None and piece.cue is None:
            piece.speaker, piece.confidence = before[0].speaker, 0.4
        self.dialogue = [*before, piece]

    def _dialogue(self, number: int) -> bool:
        """Whether a line beside this one shows that dashes open speech here."""
        for other in (number - 1, number + 1):
            if 0 <= other < len(self.lines):
                line = self.lines[other]
                start = led_by_dash(self.text, line.start, line.end)
                if start >= 0 and cut(self.text, start, line.end, self.phraser) is not None:
                    return True
        if number == 0:
            return False
        above = self.lines[number - 1]
        frame = self.attributor.neighbours.frame(number - 1)
        said = any(s in "VG" for s in frame.signs)
        return said and self.text[above.start : above.end].rstrip().endswith(":")

    def _continues(self, piece: Piece, previous: Piece | None, kind: Kind) -> bool:
        if kind in APART or not self.groups or self.groups[-1][1] in APART:
            return False
        last = self.groups[-1][0][-1]
        if carried_on(self.lines, last, piece):
            return True
        if previous is not last:
            return False
        between = self.attributor.between(last, piece)
        return interrupted(last, piece, between, last_mark(self.text, last))

    def _quotation(self, pieces: list[Piece], kind: Kind) -> Quotation:
        text = self.text
        # The part that carries the attribution speaks for all.
        lead = max(pieces, key=lambda p: p.confidence)
        speaker = lead.speaker
        resolved = None
        if speaker is not None and kind not in ("scare", "title"):
            name = text[speaker[0] : speaker[1]].strip()
            cue = text[lead.cue[0] : lead.cue[1]] if lead.cue else ""
            resolved = (
                self.resolver.resolve(name, speaker[0], lead.antecedent, cue) if name else None
            )
        parts = tuple(Part(a, b) for p in pieces for a, b in ((p.start, p.end), *p.more) if b > a)
        return Quotation(
            parts=parts,
            start=parts[0].start,
            end=parts[-1].end,
            text=" ".join(text[p.start : p.end] for p in parts),
            kind=kind,
            speaker=text[speaker[0] : speaker[1]] if speaker else None,
            speaker_start=speaker[0] if speaker else None,
            speaker_end=speaker[1] if speaker else None,
            speaker_resolved=resolved,
            outer_speaker=text[lead.relayed[0] : lead.relayed[1]] if lead.relayed else None,
            cue=text[lead.cue[0] : lead.cue[1]] if lead.cue else None,
            confidence=round(lead.confidence, 2),
            language=self.code,
        )


def _turn(turn: Turn) -> Piece:
    first = turn.parts[0]
    piece = Piece(first[0], first[1], first[0], first[1], "label", True, turn.number)
    piece.more = turn.parts[1:]
    piece.speaker = turn.label
    piece.confidence = 0.95
    return piece
