"""Telling a quotation from a title, a nickname or a scare quote.

Annotators hold a short partial quotation to be a quotation; so what stands in marks is one unless
its form and its place both speak against it.
"""

import re
from dataclasses import dataclass, field

from editorial.quotes.languages.language import Language
from editorial.quotes.quotation import Kind
from editorial.quotes.speakers import Piece

# "(Laughter.)" in a transcript.
ASIDE = re.compile(r"\([A-Z][^()]{0,40}\)\W*")
WORK_BY = re.compile(r"[\"“”'’»«]*[ \xa0]\w+[ \xa0][^\W\d_a-z][\w.]* ?[^\W\d_a-z]")
WORDS = re.compile(r"[^\W_][\w'’.-]*")
LEAD = re.compile(r"([\w'’-]+)(?:,| of| that| as| line| for| on)?,?\s*\W?\W?$")
PREVIOUS = re.compile(r"([\w'’-]+)([,:;(—–-]?)\s*\W?\W?$")
NEXT = re.compile(r"[\"“”'’»«]*[ \xa0]([\w'’-]+)")
SENTENCE_END = ".?!…"
CUE_SURE = 0.5


@dataclass(slots=True)
class Judge:
    """Names the kind of each stretch of one text; remembers what was in marks before."""

    text: str
    language: Language
    seen: set[str] = field(default_factory=set)

    def kind(self, piece: Piece, headline: bool) -> Kind:
        """The kind of a stretch whose speaker has been looked for."""
        text, start, end = self.text, piece.start, piece.end
        words = WORDS.findall(text, start, min(end, start + 120))
        key = " ".join(words).lower()
        echoed = key in self.seen
        self.seen.add(key)
        if headline:
            return "headline"
        if text.startswith("(", start) and ASIDE.fullmatch(text, start, end):
            return "scare"
        lower = next((c.islower() for c in text[start:end] if c.isalnum()), False)
        direct = piece.whole or not lower
        if piece.trailed or (piece.whole and end - start > 80):
            return "direct" if direct else "partial"
        kind = self._stray(words, piece, echoed)
        if kind is not None:
            return kind
        return "direct" if piece.whole or (piece.led and direct) else "partial"

    def _stray(self, words: list[str], piece: Piece, echoed: bool) -> Kind | None:
        """``title`` or ``scare`` where the signs are strong, else None."""
        start, end, outer, stop = piece.start, piece.end, piece.outer, piece.stop
        if (
            not words
            or len(words) > 9
            or (piece.whole and self._ended(end, stop))
            or end - start >= 120
        ):
            return None
        text, language = self.text, self.language
        left = PREVIOUS.search(text, max(0, outer - 40), outer)
        before, stroke = (left[1].lower(), left[2]) if left else ("", "")
        right = NEXT.match(text, stop)
        follows = right[1] if right else ""
        capitals = self._capitals(words)
        lead = LEAD.search(text, max(0, outer - 40), outer)
        sure = piece.confidence >= CUE_SURE
        if piece.whole and follows[:1].islower() and len(words) <= 5 and not piece.trailed:
            # "“Open Water” is a film": the subject of its sentence.
            if capitals or len(words) <= 2:
                return "title" if capitals else "scare"
        if before in language.named or self._stem(before, language.named):
            return "title" if not piece.adjacent or capitals else None
        if language.nouns_capital and left and not stroke and text[start].isupper():
            # "das Magazin „Stern“": a name set beside its noun.
            noun = text[left.start(1)].isupper() and before not in language.speech
            if noun and not piece.flush and text[end - 1] not in SENTENCE_END:
                return "title"
        before_sign = language.lexicon.get(before, "")
        named = text[start].isupper() and not piece.led and not stroke
        if named and text[end - 1] not in SENTENCE_END + ",":
            if piece.source:
                # "a spokesman for “Clean Water Now” said": the marks hold who speaks.
                return "title"
            if follows in language.by and WORK_BY.match(text, stop):
                return "title"
            if language.nouns_capital and before_sign == "d" and not sure and not piece.flush:
                return "title"
        if capitals and text[end - 1 : end] not in "!":
            if lead and self._work(lead[1].lower()) and not piece.adjacent:
                return "title"
            if self._work(before) or follows.lower() in language.works:
                return "title"
            if before.endswith(language.possessive_endings) and before[:1]:
                owner = text[left.start(1)] if left else ""
                if owner.isupper() and self._outlet(
                    text[left.start(1) : left.end(1)] if left else ""
                ):
                    return "title"
            if before in language.platforms and not piece.led:
                return "title"
            if text[start].isupper() and follows[:1].isupper() and left and not stroke:
                if text[left.start(1)].isupper() and len(words) <= 2 and not piece.adjacent:
                    return "scare"
            if 2 <= len(words) and piece.confidence < 0.9 and not piece.adjacent and not piece.led:
                return "title"
            if not sure and not piece.led and len(words) <= 7 and not piece.whole:
                return "title"
        if before in language.so_called and len(words) <= 3:
            return "scare"
        if language.nouns_capital and not sure and len(words) <= 2 and not piece.led:
            spoken = lead is not None and lead[1].lower() in language.speech
            if not spoken and words[-1][0].isupper():
                return "scare"
        if language.reported and not self._work(before) and self._reported(outer, stop):
            return None
        if (lead and lead[1].lower() in language.speech) or (piece.adjacent and not capitals):
            return None
        if sure or len(words) > 4 or piece.whole:
            return None
        if language.nouns_capital and follows[:1].isupper() and words[-1][0].islower():
            return "scare" if len(words) <= 2 else None
        if language.nouns_capital and len(words) > 2:
            return "scare" if echoed else None
        if (follows and self._attributive(follows)) or echoed:
            return "scare"
        if piece.sign not in ("N", "P", "R", "h") and len(words) <= 3:
            return "scare"
        return None

    def _ended(self, end: int, stop: int) -> bool:
        """Whether a sentence ends with the stretch."""
        text = self.text
        return text[end - 1] in SENTENCE_END or text[stop : stop + 1] in ("", *SENTENCE_END)

    def _reported(self, outer: int, stop: int) -> bool:
        """Whether the sentence is in reported speech, as German marks it by the verb's form."""
        text = self.text
        begin = max(text.rfind(". ", max(0, outer - 300), outer), outer - 300, 0)
        end = text.find(". ", stop, stop + 120)
        around = text[begin:outer] + text[stop : end if end >= 0 else stop + 120].split("\n")[0]
        return not self.language.reported.isdisjoint(WORDS.findall(around))

    def _capitals(self, words: list[str]) -> bool:
        small = self.language.small
        return words[0][0].isupper() and all(
            w[0].isupper()
            or w[0].isdigit()
            or w in small
            or (self.language.nouns_capital and self.language.lexicon.get(w, "") in ("d", "p", "&"))
            for w in words
        )

    def _work(self, word: str) -> bool:
        return word in self.language.works or self._stem(word, self.language.works)

    def _stem(self, word: str, entries: frozenset[str]) -> bool:
        return any(e[-1] == "*" and word.startswith(e[:-1]) for e in entries)

    def _outlet(self, owner: str) -> bool:
        bare = owner[:-2] if owner[-1:] in "sS" else owner[:-1]
        return (len(bare) > 1 and bare.isupper()) or bare.lower() in self.language.outlets

    def _attributive(self, word: str) -> bool:
        """Whether the word after the marks is a noun that the marked words only describe."""
        if not word[0].islower() or word.endswith(self.language.verb_endings):
            return False
        sign = self.language.lexicon.get(word)
        return sign is None or sign in "nj"
