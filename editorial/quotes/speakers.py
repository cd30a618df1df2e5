"""Giving every quotation its speaker: its sentence first, then its neighbours."""

import re
from dataclasses import dataclass

from editorial.quotes import cues
from editorial.quotes.clauses import sentence
from editorial.quotes.paragraphs import Paragraph
from editorial.quotes.frame import Frame
from editorial.quotes.phrases import Phraser


@dataclass(slots=True)
class Piece:
    """One marked stretch on its way to be (a part of) a quotation."""

    start: int
    end: int
    outer: int
    stop: int
    mark: str
    family: str
    closed: bool
    paragraph: int
    speaker: tuple[int, int] | None = None
    antecedent: tuple[int, int] | None = None
    relayed: tuple[int, int] | None = None
    cue: tuple[int, int] | None = None
    confidence: float = 0.0
    led: bool = False
    adjacent: bool = False
    flush: bool = False
    source: bool = False
    sign: str = ""
    labelled: bool = False
    place: int = -1
    more: tuple[tuple[int, int], ...] = ()
    trailed: bool = False
    whole: bool = False


MARKS = frozenset("\"”“»'’")
# A transcript's turn set in marks names its speaker inside them.
LABEL = re.compile(r"[A-ZÀ-ÞА-ЯЁІЇЄҐƏĞİÖŞÜÇ][A-ZÀ-ÞА-ЯЁІЇЄҐƏĞİÖŞÜÇ .'’-]{1,40}(?=:\s)")


class Attributor:
    """Reads the paragraphs of one text in order and remembers who spoke last."""

    def __init__(self, text: str, phraser: Phraser, lines: list[Paragraph]) -> None:
        self.text = text
        self.phraser = phraser
        self.lines = lines
        self.frames: dict[int, Frame] = {}
        self.compound = phraser.language.compound

    def frame(self, number: int) -> Frame:
        """The frame of a paragraph without quotations, read when someone asks for it."""
        if number not in self.frames:
            line = self.lines[number]
            inside = [(s.outer, s.end, -1) for s in line.spans]
            self.frames[number] = self.phraser.frame(self.text, line.start, line.end, inside)
        return self.frames[number]

    def attribute(self, number: int, pieces: list[Piece], earlier: Piece | None) -> None:
        """Fill in speaker and cue of the pieces of one paragraph; ``earlier`` came before."""
        line = self.lines[number]
        inside = [(p.outer, p.stop, k) for k, p in enumerate(pieces)]
        frame = self.phraser.frame(self.text, line.start, line.end, inside)
        self._bound(frame, pieces)
        # Only the paragraph above is ever looked back to.
        self.frames = {n: f for n, f in self.frames.items() if n == number - 1}
        self.frames[number] = frame
        signs = frame.signs
        for k, piece in enumerate(pieces):
            place = frame.places[k]
            piece.place = place
            label = LABEL.match(self.text, piece.start, piece.end)
            if label is not None and piece.speaker is None:
                piece.speaker, piece.confidence, piece.labelled = label.span(), 0.95, True
            if piece.speaker is None:
                self._read(frame, signs, place, piece)
            if k:
                self._resume(pieces[k - 1], piece)
        self._share(frame, pieces)
        for k, piece in enumerate(pieces):
            if piece.speaker is None:
                self._surroundings(number, frame, pieces, k, earlier)

    def settle(self, number: int, piece: Piece, earlier: Piece | None) -> None:
        """Look for the speaker of a whole paragraph of speech among its neighbours."""
        if piece.speaker is None:
            cue = piece.cue
            self._from_paragraphs(number, piece, earlier)
            piece.cue = cue or piece.cue

    def _bound(self, frame: Frame, pieces: list[Piece]) -> None:
        """Put a full stop after each quotation that ends a sentence."""
        text = self.text
        joined = frame.signs
        signs = list(joined)
        for k, piece in enumerate(pieces):
            place = frame.places[k]
            last = self.last(piece)
            following = signs[place + 1] if place + 1 < len(signs) else "."
            beyond = text[piece.stop : piece.stop + 3].lstrip(" \xa0\"“”»'’)")
            capital = bool(beyond) and (beyond[0].isupper() or beyond[0] in "“\"«„'‘")
            if last in ".…?!" and (following == "Q" or (capital and following != ".")):
                if following in "NCP" and self._attributed(joined, place, last):
                    continue
                signs[place] = "Q."
        if any(len(s) > 1 for s in signs):
            self._renumber(frame, signs)

    def last(self, piece: Piece) -> str:
        """The last sign of the quotation's own words."""
        k = piece.end - 1
        while k > piece.start and self.text[k] in " \xa0\u202f'’‘\"”“»)]":
            k -= 1
        return self.text[k]

    def between(self, first: Piece, second: Piece) -> str:
        """The signs between two stretches of one paragraph."""
        return self.frames[first.paragraph].signs[first.place + 1 : second.place]

    def _attributed(self, signs: str, place: int, last: str) -> bool:
        """Whether a quotation that ends like a sentence is still followed by its "he said"."""
        _, high = sentence(signs, place)
        reading = cues.after(signs, place, high, self.compound)
        if reading is None or signs[reading.cue] not in "VA":
            return False
        return last in "?!" or not any(s in "rxvVQ" for s in signs[reading.cue + 1 : high])

    def _renumber(self, frame: Frame, signs: list[str]) -> None:
        starts: list[int] = []
        ends: list[int] = []
        quotes: dict[int, int] = {}
        joined: list[str] = []
        for n, sign in enumerate(signs):
            if sign[0] == "Q":
                quotes[len(joined)] = frame.quotes[n]
            joined.append(sign[0])
            starts.append(frame.starts[n])
            ends.append(frame.ends[n])
            if len(sign) > 1:
                joined.append(".")
                starts.append(frame.ends[n])
                ends.append(frame.ends[n])
        frame.signs = "".join(joined)
        frame.starts, frame.ends, frame.quotes = starts, ends, quotes
        frame.places = {number: place for place, number in quotes.items()}

    def _read(self, frame: Frame, signs: str, place: int, piece: Piece) -> None:
        low, high = sentence(signs, place)
        prefix = signs[low:place]
        piece.whole = not any(s in "NCPRVvxGIAQdhjwp#" for s in prefix)
        last = self.last(piece)
        comma = last in ",?!-—–" or signs[place + 1 : place + 2] == ","
        piece.led = place > low and signs[place - 1] in ":,Vr"
        lead = prefix.rstrip("dahj#")
        piece.adjacent = any(s in "VGI:" for s in lead[-2:])
        behind = signs[place + 1 : high].lstrip("at")
        piece.source = prefix[-1:] == "A" or (
            behind[:1] == "V" and behind[1:2] not in ("N", "C", "P") and prefix[-1:] in tuple("pds")
        )
        piece.flush = lead[-1:] in ("V", "G", "I", ":")
        following = cues.after(signs, place, high, self.compound)
        if piece.whole:
            if following is not None and (comma or following.confidence > 0.8 or last not in ".…"):
                self._take(frame, piece, following)
                piece.trailed = True
                return
            trailing = cues.tail(signs, place, high) if following is None else None
            if trailing is not None:
                self._take(frame, piece, trailing)
                piece.trailed = True
            return
        leading = self._verb_last(signs, place, low, frame) or cues.before(signs, place, low)
        if following is not None and self._outweighs(
            signs, place, low, last, piece, leading, following
        ):
            self._take(frame, piece, following)
            piece.trailed = True
            return
        if (leading is None or signs[leading.cue] == "G") and not self._finite(prefix):
            # "Calling it “a mess,” Roe resigned": the subject comes behind.
            opens = any(s in "Gps" for s in prefix) and (
                last == "," or signs[place + 1 : place + 2] not in ("N", "C", "P")
            )
            leading = cues.beyond(signs, place, high) if opens else leading
        if leading is None:
            leading = cues.tail(signs, place, high)
        if leading is None and not self._finite(prefix):
            leading = self._possessor(frame, signs, place)
        if leading is None:
            leading = cues.clause(signs, place, low)
        if leading is not None:
            self._take(frame, piece, leading)

    def _verb_last(self, signs: str, place: int, low: int, frame: Frame) -> cues.Reading | None:
        """The reading of Turkish "Roe, “…” dedi": the subject leads, the verb ends."""
        if not self.phraser.language.verb_last or signs[place + 1 : place + 2] not in ("V", ","):
            return None
        verb = place + 1
        while signs[verb : verb + 1] in (",", "-", "a"):
            verb += 1
        if signs[verb : verb + 1] != "V" or signs[verb + 1 : verb + 2] in ("N", "C", "P"):
            return None
        best = -1
        for i in range(place - 1, low - 1, -1):
            if signs[i] in "NCP" and not self._inflected(frame, i):
                if signs[i + 1] == ",":
                    best = i
                elif best < 0:
                    best = i
        return cues.Reading(best, verb, 0.9) if best >= 0 else None

    def _inflected(self, frame: Frame, place: int) -> bool:
        """Whether a name carries a case ("Ankara'da"), so that it is no subject."""
        words = self.text[frame.starts[place] : frame.ends[place]].split()
        return bool(words) and any(m in words[-1][1:] for m in "'’")

    def _resume(self, first: Piece, second: Piece) -> None:
        """After "…," he said in a letter explaining it, "…" the same one goes on."""
        between = self.between(first, second)
        if first.trailed and self.last(first) == "," and between[-1:] == ",":
            if not set(between[-3:]) & set("&GVI.") and "." not in between:
                self._copy(first, second, 1.0)

    def _finite(self, signs: str) -> bool:
        return any(s in "Vvx" for s in signs)

    def _outweighs(
        self,
        signs: str,
        place: int,
        low: int,
        last: str,
        piece: Piece,
        leading: cues.Reading | None,
        following: cues.Reading,
    ) -> bool:
        """Whether the attribution after a quotation is more likely than the one before it."""
        cue = signs[following.cue]
        if leading is None:
            return cue == "A" or (following.confidence > 0.9 and (last in ",?!-—–"))
        if "&" in signs[place + 1 : place + 3] or signs[low : low + 1] == "s":
            return False
        inverted = following.speaker > following.cue and cue != "A"
        adjacent = place - leading.cue <= 2 and piece.led
        if inverted and signs[following.speaker + 1 : following.speaker + 2] in ("x", "v", "V"):
            return False
        return last in ",?!-—–" and following.confidence > 0.9 and not adjacent

    def _possessor(self, frame: Frame, signs: str, place: int) -> cues.Reading | None:
        """The owner in "the mayor's "great idea"", where no verb of saying shows."""
        if signs[place - 1] in "NC":
            owner = self.text[frame.starts[place - 1] : frame.ends[place - 1]]
            if owner.lower().endswith(self.phraser.language.possessive_endings):
                return cues.Reading(place - 1, -1, 0.5)
        if signs[place - 1] == "h":
            return cues.Reading(place - 1, -1, 0.5)
        return None

    def _take(self, frame: Frame, piece: Piece, reading: cues.Reading) -> None:
        if self.phraser.language.impersonal:
            reading = self._personal(frame, reading)
        piece.speaker = (frame.starts[reading.speaker], frame.ends[reading.speaker])
        if reading.cue >= 0:
            piece.cue = (frame.starts[reading.cue], frame.ends[reading.cue])
        if reading.outer >= 0 and reading.outer != reading.speaker:
            piece.relayed = (frame.starts[reading.outer], frame.ends[reading.outer])
        piece.confidence = reading.confidence
        piece.sign = frame.signs[reading.speaker]

    def _personal(self, frame: Frame, reading: cues.Reading) -> cues.Reading:
        """What speaks in "heißt es in dem Schreiben": the letter, not the "es"."""
        start, end = frame.starts[reading.speaker], frame.ends[reading.speaker]
        if self.text[start:end].lower() not in self.phraser.language.impersonal:
            return reading
        low, high = sentence(frame.signs, reading.speaker)
        for first, last in ((reading.speaker + 1, high), (low, reading.speaker)):
            for i in range(first, last - 1):
                if frame.signs[i] in "pA" and frame.signs[i + 1] in "NC":
                    return cues.Reading(i + 1, reading.cue, reading.confidence * 0.9)
        return reading

    def _share(self, frame: Frame, pieces: list[Piece]) -> None:
        """Quotations side by side in one sentence share an attribution that follows the last."""
        for k in range(len(pieces) - 2, -1, -1):
            piece, following = pieces[k], pieces[k + 1]
            weak = piece.speaker is None or piece.confidence < 0.5
            if weak and following.speaker is not None and following.trailed:
                between = frame.signs[frame.places[k] + 1 : frame.places[k + 1]]
                if not between.strip(".,&-") and len(between) < 4:
                    self._copy(following, piece, 0.9)

    def _copy(self, source: Piece, target: Piece, factor: float) -> None:
        target.speaker, target.cue = source.speaker, source.cue
        target.relayed = source.relayed
        target.confidence = source.confidence * factor

    def _surroundings(
        self, number: int, frame: Frame, pieces: list[Piece], k: int, earlier: Piece | None
    ) -> None:
        piece = pieces[k]
        place = frame.places[k]
        low, _ = sentence(frame.signs, place)
        previous = pieces[k - 1] if k else None
        if low > 0:
            start, _ = sentence(frame.signs, low - 1)
            stretch = frame.signs[start : low - 1]
            reading = None
            if "Q" in stretch and previous is not None and previous.speaker is not None:
                self._copy(previous, piece, 0.95)
                return
            reading = cues.before(frame.signs, low - 1, start) or cues.clause(
                frame.signs, low - 1, start
            )
            if reading is not None:
                self._take(frame, piece, reading)
                piece.confidence *= 0.8
                return
        if self._signed(number, pieces, k):
            return
        if previous is not None and previous.speaker is not None:
            self._copy(previous, piece, 0.9)
            return
        self._from_paragraphs(number, piece, earlier)

    def _signed(self, number: int, pieces: list[Piece], k: int) -> bool:
        """Take the name below, as under a motto or in a pull quote: "…" / — Ana Roe, mayor."""
        piece = pieces[k]
        if k < len(pieces) - 1 or number + 1 >= len(self.lines):
            return False
        line, below = self.lines[number], self.lines[number + 1]
        signature = self.text[below.start : below.end].strip()
        dashed = piece.closed and piece.stop >= line.end and signature[:1] in ("—", "–", "-")
        if len(signature) > 120 or not (
            dashed or (not piece.closed and signature[-1:] in MARKS and not below.reopens)
        ):
            return False
        frame = self.frame(number + 1)
        for i, sign in enumerate(frame.signs[:3]):
            if sign == "N":
                self._take(frame, piece, cues.Reading(i, -1, 0.85))
                return True
        return False

    def _from_paragraphs(self, number: int, piece: Piece, earlier: Piece | None) -> None:
        near = earlier is not None and earlier.paragraph >= number - 1
        above = self.frame(number - 1) if number > 0 else None
        if above is not None and (not near or above.signs.endswith(":")):
            signs = above.signs
            stop = len(signs)
            while stop and signs[stop - 1] in ".:-":
                stop -= 1
            start = sentence(signs, stop)[0]
            reading = cues.before(signs, stop, start) if stop else None
            lonely = earlier is None or number - earlier.paragraph > 2
            if stop and reading is None and (signs.endswith(":") or lonely):
                reading = cues.clause(signs, stop, start)
            if reading is not None:
                self._take(above, piece, reading)
                piece.confidence *= 0.7
                return
        if earlier is not None and earlier.speaker is not None and number - earlier.paragraph <= 3:
            self._copy(earlier, piece, 0.7)
