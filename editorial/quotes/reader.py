"""Reading a paragraph word by word into the phrases of a frame."""

import re
from collections.abc import Callable

from editorial.quotes.frame import Frame
from editorial.quotes.languages.language import Language

WORD = re.compile(r"\w+(?:[-'’&.@/]\w+)*['’]?|[^\w\s]")
END = frozenset(".?!…")
DASHES = frozenset("-–—―")
ENDING = frozenset(" \t\xa0\u2009\u202f\n\r\"“”„«»‘’'[") | {""}
QUIET = frozenset("\"“”„‟«»‹›‘’‚‛'`´*#_•|~")
MARKS = {",": ",", ";": ",", ":": ":", "(": "(", "[": "(", ")": ")", "]": ")"} | dict.fromkeys(
    DASHES, "-"
)
SYMBOLS = frozenset("$&%@")


def in_capitals(line: str) -> bool:
    """Whether the words of a line are written with capitals, as American headlines are."""
    long = [w for w in line.split() if len(w) > 3]
    capital = sum(w[0].isupper() or not w[0].isalpha() for w in long)
    return len(long) > 2 and capital >= 0.8 * len(long)


class Reader:
    """Builds one frame, word by word.

    The phrase being built runs from ``start`` to ``end`` and ends in ``head``; ``led`` says that a
    determiner or possessive leads it (then unknown words belong to it), ``bare`` that nothing but
    the leading word is there yet. ``fresh``: a sentence has just begun.
    """

    def __init__(
        self, look: Callable[[str], str], language: Language, text: str, frame: Frame
    ) -> None:
        self.look = look
        self.language = language
        self.text = text
        self.frame = frame
        self.signs: list[str] = []
        self.start = -1
        self.end = -1
        self.head = ""
        self.led = False
        self.words = 0
        self.bare = False
        self.fresh = True
        self.headline = False
        self.last = ""
        self.stop = -1

    def put(self, sign: str, start: int, end: int) -> None:
        self.signs.append(sign)
        self.frame.starts.append(start)
        self.frame.ends.append(end)

    def flush(self) -> None:
        """End the phrase being built."""
        if self.start >= 0:
            head = self._by_article() if self.language.oblique else self.head
            self.put(head, self.start, self.end)
            self.start = -1

    def _by_article(self) -> str:
        """What German articles tell: "den Minister" is no subject, "der Minister" no name."""
        if self.head not in "NC":
            return self.head
        words = self.text[self.start : self.end].split()
        first = words[0].lower()
        if first in self.language.oblique:
            return "D"
        named = len(words) > 2 and words[-2][0].isupper()
        return "C" if self.look(words[0]) in ("d", "h") and not named else self.head

    def open(self, start: int, end: int, head: str, led: bool) -> None:
        self.flush()
        self.start, self.end, self.head, self.led, self.words = start, end, head, led, 1
        self.bare = led

    def extend(self, end: int, head: str) -> None:
        self.end, self.head = end, head
        self.words += 1
        self.bare = False

    def quote(self, start: int, end: int, number: int) -> None:
        self.flush()
        self.frame.quotes[len(self.signs)] = number
        self.frame.places[number] = len(self.signs)
        self.put("Q", start, end)
        self.fresh = False

    def finish(self) -> None:
        self.flush()
        self.frame.signs = "".join(self.signs)

    def read(self, begin: int, end: int) -> None:
        """Take in the words of ``text[begin:end]``."""
        for match in WORD.finditer(self.text, begin, end):
            word = match[0]
            i, j = match.span()
            if len(word) == 1 and not word.isalnum():
                self._punctuation(word, i, j)
                continue
            incises = self.language.incises and word.lower() not in self.language.lexicon
            cut = self._cut(word) if incises else 0
            if cut:
                for a, b in ((0, cut), (cut, len(word))):
                    a += 3 if word.startswith("-t-", a) else word[a] == "-"
                    self._word(word[a:b], self.look(word[a:b]), i + a, i + b)
            else:
                self._word(word, self.look(word), i, j)
            self.last, self.stop = word.lower(), j
            self.fresh = False

    def _cut(self, word: str) -> int:
        """Where French joins two words in one: "l'agence", "dit-il"; 0 where it does not."""
        for k in (1, 2):
            if word[k : k + 1] in ("'", "’") and len(word) > k + 1:
                return k + 1
        k = word.rfind("-")
        if word[:k].endswith("-t"):
            k -= 2
        if k > 0 and word[k:].rpartition("-")[2].lower() in self.language.pronouns:
            return k
        return 0

    def _punctuation(self, mark: str, i: int, j: int) -> None:
        if mark in QUIET or mark in SYMBOLS:
            return
        if mark == "." and (self.text[j : j + 1] not in ENDING or self._abbreviated(i, j)):
            return
        if mark in END:
            following = self.text[j : j + 2].lstrip()
            if following and following[0].islower() and mark != ".":
                return
            self.flush()
            self.put(".", i, j)
            self.fresh = True
            return
        self.flush()
        if mark in MARKS:
            self.put(MARKS[mark], i, j)

    def _abbreviated(self, i: int, j: int) -> bool:
        """Whether a full stop belongs to the word before it; then the phrase takes it in."""
        last = self.last if self.stop == i else ""
        initials = last != "" and all(len(p) == 1 and p.isalpha() for p in last.split("."))
        if not (initials or last in self.language.abbreviations):
            return False
        if self.start >= 0 and self.end == i:
            self.end = j
        return True

    def _word(self, word: str, sign: str, i: int, j: int) -> None:
        capital = word[0].isupper()
        sign = self._in_place(word, sign, j)
        within = self.start >= 0
        if sign[-1] == "'":
            self._add(i, j, "N" if sign[0] == "N" else "C", True)
            self.led = self.bare = True
        elif sign == "m":
            self._add(i, j, "N" if capital else "C", False)
        elif sign == "N":
            self._add(i, j, "N", False)
        elif sign in "nNJj":
            self._noun(sign, i, j, capital)
        elif within and self.head in "NC" and word in self.language.genitives:
            self.extend(j, self.head)
            self.led = self.bare = True
        elif sign in ("d", "h"):
            self.open(i, j, sign, True)
        elif within and self._belongs(word, sign, j):
            self.extend(j, self._ending(word, sign))
        elif sign == "w" and self.language.oblique and self.start < 0 and self.signs[-1:] == ["p"]:
            # "zum geplanten Hafen": the article hides in the preposition.
            self.open(i, j, "j", True)
        else:
            self.flush()
            self.put(sign, i, j)

    def _add(self, i: int, j: int, head: str, led: bool) -> None:
        """Put a word into the phrase being built, or begin one with it."""
        if self.start >= 0:
            self.extend(j, head)
        else:
            self.open(i, j, head, led)

    def _noun(self, sign: str, i: int, j: int, capital: bool) -> None:
        """A noun ("n", "N" with a capital) or a modifier of one ("j", "J")."""
        if self.start < 0:
            if sign == "j":
                self.open(i, j, "j", False)
            elif sign == "J":
                self.open(i, j, "C" if self.fresh else "N", False)
            else:
                self.open(i, j, "C", self.language.noun_leads)
        elif sign == "n" and self.head == "N" and self.language.lower_titles and not capital:
            # "сказал Иван Коваль журналистам": who is told is another.
            self.open(i, j, "C", self.language.noun_leads)
        elif sign == "n":
            self.extend(j, "C")
        elif capital:
            self.extend(j, "N")
        else:
            self.extend(j, self.head if self.head != "d" else "C")

    def _belongs(self, word: str, sign: str, j: int) -> bool:
        """Whether a word that is no noun belongs to the phrase being built."""
        if sign == "#":
            return self.led or self.text[j : j + 2].strip()[:1].isupper()
        if self.led and self.words == 1 and self.head in "dh" and sign in "VGIvwa":
            return True
        if sign == "w" and self.led:
            ends = self.language.noun_leads or self.language.nouns_capital
            return not (ends and self.head == "N")
        if word not in self.language.particles or self.head != "N":
            return False
        following = self.text[j : j + 2]
        name = following[:1] == " " and following[1:].isupper()
        # "University of Oslo", but not "the mayor of Oslo" nor "spokesman for".
        return sign == "w" or (sign == "p" and name and word != "for" and not self.led)

    def _ending(self, word: str, sign: str) -> str:
        """What the phrase ends in with a word that is no noun."""
        if sign == "#":
            return "C" if word[-1].isalpha() and "-" in word else self.head
        return "N" if word in self.language.particles and self.head == "N" else "C"

    def _in_place(self, word: str, sign: str, j: int) -> str:
        """The sign of a word where it stands: capitals and sentence starts tell more."""
        capital = word[0].isupper()
        if sign[0] == "K":
            # A capitalised verb opens a sentence ("Asked about …") or is part of a name.
            finite = self.headline and self.start >= 0 and sign[1] == "V"
            sign = sign[1] if self.fresh or finite else "N"
        if capital and not self.fresh and sign == "x" and len(word) > 2:
            return "N"
        if sign == "N" and self.fresh:
            if self.language.lower_titles and self.language.is_person_noun(word.lower()):
                return "n"
            if word.endswith(self.language.adverb_endings):
                return "a"
            following = self.text[j : j + 2]
            if word.endswith(("ing", "ed", "ly")) and (
                following[1:].islower() or following[:1] == ","
            ):
                # "Speaking to reporters" opens a sentence, "Ted Moreau" is a name.
                return "a" if word.endswith("y") else "v"
        if sign == "s" and word in self.language.prepositions:
            # "…, wie er sagte", but "Städte wie Köln".
            opens = self.fresh or (self.start < 0 and self.signs[-1:] in ([","], ["Q"]))
            sign = "s" if opens else "p"
        if sign in "VI" and self._noun_here(word, sign):
            return "n"
        return sign

    def _noun_here(self, word: str, sign: str) -> bool:
        """Whether a word that may be a verb or a noun ("press", "comments") is a noun here."""
        in_phrase = self.start >= 0
        if sign == "V":
            return in_phrase and self.led and self.bare and word.endswith("s")
        if in_phrase:
            plural = (
                self.text[self.end - 1 : self.end] == "s"
                or self.text[self.end - 2 : self.end] == "en"
            )
            return (self.led and self.bare) or not plural
        return bool(self.signs) and self.signs[-1] in "pVvN:.("
