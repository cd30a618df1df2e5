"""The attribution of a quotation within its own sentence."""

from editorial.quotes.clauses import FINITE, sentence
from editorial.quotes.following import after, beyond, tail
from editorial.quotes.frame import Frame
from editorial.quotes.languages.language import Language
from editorial.quotes.leading import before, clause
from editorial.quotes.piece import Piece
from editorial.quotes.reading import Reading

# Signs that give a quotation something before it in its sentence.
CONTENT = frozenset("NCDPRVvxGIAzQdhjwp#")
OPEN = ",?!-—–"
NOUN = ("N", "C", "P")


def finite(signs: str) -> bool:
    """Whether a stretch has a finite verb."""
    return any(s in FINITE for s in signs)


def last_mark(text: str, piece: Piece) -> str:
    """The last character of the quotation's own words, marks inside it left off."""
    k = piece.end - 1
    while k > piece.start and text[k] in " \xa0\u202f'’‘\"”“»)]":
        k -= 1
    return text[k]


class Attribution:
    """Reads the sentence around a quotation."""

    def __init__(self, text: str, language: Language) -> None:
        self.text = text
        self.language = language

    def attributed(self, signs: str, place: int, last: str) -> bool:
        """Whether a quotation that ends like a sentence is still followed by its "he said"."""
        _, high = sentence(signs, place)
        reading = after(signs, place, high, self.language.compound)
        if reading is None or signs[reading.cue] not in "VA":
            return False
        return last in "?!" or not any(s in "rxvVQ" for s in signs[reading.cue + 1 : high])

    def read(self, frame: Frame, place: int, piece: Piece) -> None:
        """Note what stands around the piece, and take its speaker where the sentence names one."""
        signs = frame.signs
        low, high = sentence(signs, place)
        self._note(signs, place, low, high, piece)
        following = self._verb_ends(frame, place, high)
        following = following or after(signs, place, high, self.language.compound)
        last = last_mark(self.text, piece)
        if piece.whole:
            self._trailing(frame, place, high, piece, following, last)
            return
        leading = self._verb_last(frame, place, low) or before(signs, place, low)
        if following is not None and _outweighs(signs, place, low, last, piece, leading, following):
            piece.take(frame, self.personal(frame, following))
            piece.trailed = True
            return
        reading = self._leading(frame, place, low, high, last, leading)
        if reading is not None:
            piece.take(frame, self.personal(frame, reading))

    def _note(self, signs: str, place: int, low: int, high: int, piece: Piece) -> None:
        prefix = signs[low:place]
        lead = prefix.rstrip("dahj#")
        behind = signs[place + 1 : high].lstrip("at")
        piece.whole = not any(s in CONTENT for s in prefix)
        piece.led = prefix[-1:] in (":", ",", "V", "r")
        piece.adjacent = any(s in "VGI:" for s in lead[-2:])
        piece.flush = lead[-1:] in ("V", "G", "I", ":")
        speaks = behind[:1] == "V" and behind[1:2] not in NOUN
        piece.source = prefix[-1:] == "A" or (speaks and prefix[-1:] in ("p", "d", "s"))

    def _trailing(
        self,
        frame: Frame,
        place: int,
        high: int,
        piece: Piece,
        following: Reading | None,
        last: str,
    ) -> None:
        """The attribution of a quotation that opens its sentence can only follow it."""
        if following is None:
            following = tail(frame.signs, place, high)
        elif not (last in OPEN or frame.signs[place + 1 : place + 2] == ","):
            following = following if following.confidence > 0.8 or last not in ".…" else None
        if following is not None:
            piece.take(frame, self.personal(frame, following))
            piece.trailed = True

    def _leading(
        self, frame: Frame, place: int, low: int, high: int, last: str, leading: Reading | None
    ) -> Reading | None:
        """The reading before a quotation, or what else in the sentence tells its speaker."""
        signs = frame.signs
        prefix = signs[low:place]
        if (leading is None or signs[leading.cue] == "G") and not finite(prefix):
            # "Calling it “a mess,” Roe resigned": the subject comes behind.
            behind = last == "," or signs[place + 1 : place + 2] not in NOUN
            if behind and any(s in "Gps" for s in prefix):
                leading = beyond(signs, place, high)
        if leading is None:
            leading = tail(signs, place, high)
        if leading is None and not finite(prefix):
            leading = self._possessor(frame, place)
        leading = leading or clause(signs, place, low)
        return None if leading is not None and self.reported(frame, leading) else leading

    def reported(self, frame: Frame, reading: Reading) -> bool:
        """Whether the verb read stands in reported speech ("Der Plan sei "…""): its subject is
        spoken of, and whoever speaks stands in a sentence before."""
        if reading.cue < 0 or frame.signs[reading.cue] != "x":
            return False
        verb = self.text[frame.starts[reading.cue] : frame.ends[reading.cue]]
        return verb in self.language.reported

    def _verb_last(self, frame: Frame, place: int, low: int) -> Reading | None:
        """The reading of Turkish "Roe, “…” dedi": the subject leads, the verb ends."""
        signs = frame.signs
        if not self.language.verb_last:
            return None
        verb = place + 1
        while signs[verb : verb + 1] in (",", "-", "a", "w") and verb < place + 4:
            verb += 1
        if signs[verb : verb + 1] != "V" or signs[verb + 1 : verb + 2] in NOUN:
            return None
        best = -1
        for i in range(place - 1, low - 1, -1):
            if signs[i] in "NCP" and not self._inflected(frame, i):
                best = i if signs[i + 1] == "," or best < 0 else best
        return Reading(best, verb, 0.9) if best >= 0 else None

    def _verb_ends(self, frame: Frame, place: int, high: int) -> Reading | None:
        """The reading of Azerbaijani "…", deyə nazirin köməkçisi Ana Roe bildirib."""
        signs = frame.signs
        if not self.language.verb_last or signs[place + 1 : place + 2] == "V":
            return None
        verb = signs.find("V", place + 1, high)
        if verb < 0 or "Q" in signs[place + 1 : verb]:
            return None
        name = signs.rfind("N", place + 1, verb)
        return Reading(name, verb, 0.95) if name > 0 else None

    def _inflected(self, frame: Frame, place: int) -> bool:
        """Whether a name carries a case ("Ankara'da"), so that it is no subject."""
        words = self.text[frame.starts[place] : frame.ends[place]].split()
        return bool(words) and any(m in words[-1][1:] for m in "'’")

    def _possessor(self, frame: Frame, place: int) -> Reading | None:
        """The owner in "the mayor's "great idea"", where no verb of saying shows."""
        sign = frame.signs[place - 1]
        owner = self.text[frame.starts[place - 1] : frame.ends[place - 1]].lower()
        possessive = sign in "NC" and owner.endswith(self.language.possessive_endings)
        return Reading(place - 1, -1, 0.5) if possessive or sign == "h" else None

    def personal(self, frame: Frame, reading: Reading) -> Reading:
        """What speaks in "heißt es in dem Schreiben": the letter, not the "es"."""
        start, end = frame.starts[reading.speaker], frame.ends[reading.speaker]
        if self.text[start:end].lower() not in self.language.impersonal:
            return reading
        low, high = sentence(frame.signs, reading.speaker)
        for first, last in ((low, reading.speaker), (reading.speaker + 1, high)):
            for i in range(first, last - 1):
                if frame.signs[i] in "pA" and frame.signs[i + 1] in "NCD":
                    return Reading(i + 1, reading.cue, reading.confidence * 0.9)
        return reading


def _outweighs(
    signs: str,
    place: int,
    low: int,
    last: str,
    piece: Piece,
    leading: Reading | None,
    following: Reading,
) -> bool:
    """Whether the attribution after a quotation is more likely than the one before it."""
    cue = signs[following.cue]
    plain = last in OPEN and following.confidence > 0.9
    inverted = following.speaker > following.cue and cue != "A"
    if leading is None:
        # "Als “Witz” bezeichnete Roe den Plan": what opens the sentence is no subject.
        fronted = inverted and signs[low] == "p" and not finite(signs[low:place])
        return cue == "A" or plain or fronted
    if "&" in signs[place + 1 : place + 3]:
        return False
    if signs[low : low + 1] == "s" and "," not in signs[low : max(low, leading.cue)]:
        # "Although Roe admitted “…,” he said": what follows belongs to the main clause.
        return False
    if inverted and signs[following.speaker + 1 : following.speaker + 2] in ("x", "v", "V"):
        return False
    return plain and not (place - leading.cue <= 2 and piece.led)
