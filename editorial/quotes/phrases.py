"""Words of one language looked up, and paragraphs read into frames."""

from editorial.quotes.frame import Frame
from editorial.quotes.languages.language import Language
from editorial.quotes.reader import Reader, in_capitals


class Phraser:
    """Reads paragraphs of one language into frames."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.signs: dict[str, str] = {}

    def sign(self, word: str) -> str:
        """The sign of one word as written; remembered, since words recur."""
        known = self.signs.get(word)
        if known is None:
            known = self._look_up(word)
            if len(self.signs) < 50_000:
                self.signs[word] = known
        return known

    def _look_up(self, word: str) -> str:
        language = self.language
        lower = word.lower()
        sign = language.lexicon.get(lower)
        capital = word[0].isupper()
        possessive = False
        if sign is None and language.possessive_endings:
            for ending in language.possessive_endings:
                if lower.endswith(ending) and len(lower) > len(ending):
                    possessive = True
                    word = word[: len(word) - len(ending)]
                    if ending[0] == "s":
                        word += "s"
                    lower = word.lower()
                    sign = language.lexicon.get(lower)
                    break
        if possessive:
            return "N'" if capital and sign not in ("n", "P", "d") else "n'"
        if sign is not None:
            if sign in "oPp" and len(word) == 2 and word.isupper():
                return "N"
            if capital and sign in "njm":
                return sign.upper() if sign != "m" else "m"
            if capital and sign in "VGIv" and len(word) > 1:
                return "K" + sign
            return sign
        for length in language.stem_lengths:
            sign = language.stems.get(lower[:length])
            if sign is not None:
                return sign
        if word[0].isdigit():
            return "#"
        if capital:
            return "N"
        if lower.endswith(language.verb_endings):
            return "v"
        if lower.endswith("ly"):
            return "a"
        if lower.endswith(language.noun_endings):
            return "n"
        if lower.endswith(language.modifier_endings):
            return "j"
        return "w"

    def frame(self, text: str, begin: int, end: int, inside: list[tuple[int, int, int]]) -> Frame:
        """The frame of ``text[begin:end]``; ``inside`` are (outer start, outer end, number)."""
        frame = Frame()
        reader = Reader(self.sign, self.language, text, frame)
        reader.headline = end - begin < 250 and in_capitals(text[begin:end])
        at = begin
        for start, stop, number in inside:
            reader.read(at, start)
            reader.quote(start, stop, number)
            at = stop
        reader.read(at, end)
        reader.finish()
        return frame
