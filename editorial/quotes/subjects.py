"""Whom the sentences before a pronoun are about."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from editorial.quotes.languages.language import Language
from editorial.quotes.names import Mention, Names
from editorial.quotes.paragraphs import Paragraph

BEFORE = re.compile(r"([^\W\d_]+)[^\w.,;:!?()–—]*$")
# From where its word begins, so that a long one is not tried from each of its letters.
SENTENCE = re.compile(r"(?<![^\W\d_])([^\W\d_]*)[.!?…][\"'”’»)]*\s")
REACH = 40


class Subjects:
    """The people of one text by place; words in quotation marks name nobody here."""

    def __init__(
        self, text: str, language: Language, lines: Sequence[Paragraph], names: Names
    ) -> None:
        self.text, self.language, self.lines = text, language, lines
        self.line_starts = [line.start for line in lines]
        self.mentions = [m for m in names.in_order() if self._may_be_subject(m)]
        self.starts = [mention.start for mention in self.mentions]

    def before(self, place: int) -> Iterator[Mention]:
        """The likeliest first: of the nearest sentence that names someone its first name, then
        the names after it; this paragraph only, or the one before where this one names nobody."""
        number = bisect_right(self.line_starts, place) - 1
        for line in (number, number - 1):
            if line < 0:
                return
            found = self._within(self.line_starts[line], place)
            if found:
                yield from self._by_sentence(found, place)
                return

    def _within(self, start: int, stop: int) -> list[Mention]:
        return self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, stop)]

    def _by_sentence(self, found: list[Mention], place: int) -> Iterator[Mention]:
        sentence: list[Mention] = []
        later = place
        for mention in reversed(found):
            if sentence and self._ends_between(mention.start, later):
                yield from reversed(sentence)
                sentence = []
            sentence.append(mention)
            later = mention.start
        yield from reversed(sentence)

    def _ends_between(self, start: int, stop: int) -> bool:
        for match in SENTENCE.finditer(self.text, start, stop):
            word = match[1].lower()
            if len(word) > 1 and word not in self.language.titles:
                return True
        return False

    def _may_be_subject(self, mention: Mention) -> bool:
        """Not after a preposition or an article ("in Port Vesna", "the Inner Sea"), not quoted."""
        low = max(0, mention.start - REACH)
        word = BEFORE.search(self.text[low : mention.start])
        if word is not None and self.language.lexicon.get(word[1].lower(), "") in ("p", "d"):
            return False
        number = bisect_right(self.line_starts, mention.start) - 1
        if number < 0:
            return True
        spans = self.lines[number].spans
        at = bisect_right(spans, mention.start, key=lambda span: span.start) - 1
        return at < 0 or mention.start >= spans[at].end
