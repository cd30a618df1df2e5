"""Telling a quotation from a title, a nickname or a scare quote.

Annotators hold a short partial quotation to be a quotation; so what stands in marks is one unless
its form and its place both speak against it.
"""

import re
from dataclasses import dataclass, field

from editorial.quotes.languages.language import Language
from editorial.quotes.piece import Piece
from editorial.quotes.quotation import Kind
from editorial.quotes.surroundings import WORDS, Surroundings, surroundings
from editorial.quotes.titles import is_carried, is_title, listed

# "(Laughter.)" in a transcript.
ASIDE = re.compile(r"\([A-Z][^()]{0,40}\)\W*")
CUE_SURE = 0.5
LONGEST_STRAY = 120
LONGEST_TITLE = 14
SENTENCE = 80


@dataclass(slots=True)
class Judge:
    """Names the kind of each stretch of one text; remembers what was in marks before."""

    text: str
    language: Language
    seen: set[str] = field(default_factory=set)

    def kind(self, piece: Piece, headline: bool) -> Kind:
        """The kind of a stretch whose speaker has been looked for."""
        text, start, end = self.text, piece.start, piece.end
        words = WORDS.findall(text, start, min(end, start + LONGEST_STRAY))
        key = " ".join(words).lower()
        echoed = key in self.seen
        self.seen.add(key)
        if headline:
            near = surroundings(text, piece, words, self.language) if words else None
            carried = near is not None and is_carried(text, piece, near, self.language)
            return "title" if carried else "headline"
        if text.startswith("(", start) and ASIDE.fullmatch(text, start, end):
            return "scare"
        lower = next((c.islower() for c in text[start:end] if c.isalnum()), False)
        direct = piece.whole or not lower
        if piece.whole and (piece.trailed or end - start > SENTENCE):
            return "direct" if direct else "partial"
        if words and len(words) <= LONGEST_TITLE and end - start < LONGEST_STRAY:
            stray = self._stray(words, piece, echoed)
            if stray is not None:
                return stray
        if piece.trailed:
            return "direct" if direct else "partial"
        return "direct" if piece.whole or (piece.led and direct) else "partial"

    def _stray(self, words: list[str], piece: Piece, echoed: bool) -> Kind | None:
        """``title`` or ``scare`` where the signs are strong, else None."""
        near = surroundings(self.text, piece, words, self.language)
        if piece.whole and near.ended:
            return None
        if self._nickname(piece, near):
            return "scare"
        sure = piece.confidence >= CUE_SURE
        if is_title(self.text, piece, near, self.language, sure):
            return "title"
        # "“Open Water” is a film": the subject of its sentence.
        names = piece.whole and near.follows[:1].islower() and len(words) <= 5
        if names and (near.capitals or len(words) <= 2):
            return "title" if near.capitals else "scare"
        if piece.trailed or len(words) > 9:
            return None
        return "scare" if self._scare(piece, near, sure, echoed) else None

    def _nickname(self, piece: Piece, near: Surroundings) -> bool:
        """C.L. “Butch” Moran."""
        return (
            near.capitals
            and len(near.words) <= 2
            and near.owner[:1].isupper()
            and near.follows[:1].isupper()
            and not (near.stroke or piece.adjacent or self.language.nouns_capital)
        )

    def _scare(self, piece: Piece, near: Surroundings, sure: bool, echoed: bool) -> bool:
        language, words = self.language, near.words
        if near.before in language.so_called and len(words) <= 3:
            return True
        spoken = near.lead in language.speech
        plain = language.nouns_capital and not (sure or spoken or piece.led)
        if plain and len(words) <= 2 and words[-1][0].isupper():
            return True
        beside_work = listed(near.before, language.works)
        if language.reported and not beside_work and self._reported(piece.outer, piece.stop):
            return False
        if spoken or (piece.adjacent and not near.capitals):
            return False
        if sure or len(words) > 4 or piece.whole:
            return False
        if language.nouns_capital:
            if near.follows[:1].isupper() and words[-1][0].islower():
                return len(words) <= 2
            if len(words) > 2:
                return echoed
        if echoed or (near.follows and self._attributive(near.follows)):
            return True
        someone = ("N", "C", "P", "R", "h") if language.nouns_capital else ("N", "P", "R", "h")
        return piece.sign not in someone and len(words) <= 3 and not piece.led

    def _reported(self, outer: int, stop: int) -> bool:
        """Whether the sentence is in reported speech, as German marks it by the verb's form."""
        text = self.text
        begin = max(text.rfind(". ", max(0, outer - 300), outer), outer - 300, 0)
        end = text.find(". ", stop, stop + 120)
        around = text[begin:outer] + text[stop : end if end >= 0 else stop + 120].split("\n")[0]
        return not self.language.reported.isdisjoint(WORDS.findall(around))

    def _attributive(self, word: str) -> bool:
        """Whether the word after the marks is a noun that the marked words only describe."""
        if not word[0].islower() or word.endswith(self.language.verb_endings):
            return False
        sign = self.language.lexicon.get(word)
        return sign is None or sign in "nj"
