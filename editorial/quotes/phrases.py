"""A paragraph as a line of signs: one letter per phrase, quotations folded into ``Q``.

Signs: ``N`` a phrase that ends in a name, ``C`` one that ends in a common noun, ``P`` a personal
pronoun, ``R`` "who", ``o`` an object pronoun, ``h`` a possessive standing alone, ``V`` a finite cue verb, ``G`` its participle, ``I`` its
base form, ``v`` another verb, ``x`` an auxiliary, ``p`` a preposition, ``&`` a conjunction, ``r`` a
relative, ``s`` a subordinator, ``a`` an adverb, ``t`` a time, ``T`` "to", ``A`` "according to", ``Z`` "so" after a quotation,
``w`` another word, ``Q`` a quotation, ``.`` the end of a sentence, and ``, : - ( )`` themselves.
"""

import re
from dataclasses import dataclass, field

from editorial.quotes.languages.language import Language

WORD = re.compile(r"\w+(?:[-'’&.@/]\w+)*['’]?|[^\w\s]")
END = frozenset(".?!…")
DASHES = frozenset("-–—―")
ENDING = frozenset(" \t\xa0\u2009\u202f\n\r\"“”„«»‘’'[") | {""}
QUIET = frozenset("\"“”„‟«»‹›‘’‚‛'`´*#_•|~")


@dataclass(slots=True)
class Frame:
    """Phrases of one paragraph: ``signs[i]`` stands for ``text[starts[i]:ends[i]]``.

    ``quotes`` maps the place of each ``Q`` to the number of its quotation.
    """

    signs: str = ""
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    quotes: dict[int, int] = field(default_factory=dict)
    places: dict[int, int] = field(default_factory=dict)


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
        reader = _Reader(self, text, frame, end - begin < 250 and _headline(text[begin:end]))
        at = begin
        for start, stop, number in inside:
            reader.read(at, start)
            reader.quote(start, stop, number)
            at = stop
        reader.read(at, end)
        reader.finish()
        return frame


def _headline(line: str) -> bool:
    """Whether the words of a line are written with capitals, as American headlines are."""
    long = [w for w in line.split() if len(w) > 3]
    return len(long) > 2 and sum(w[0].isupper() or not w[0].isalpha() for w in long) >= 0.8 * len(
        long
    )


class _Reader:
    """Builds one frame, word by word."""

    def __init__(self, phraser: Phraser, text: str, frame: Frame, headline: bool) -> None:
        self.phraser = phraser
        self.text = text
        self.frame = frame
        self.signs: list[str] = []
        # The phrase being built: where it starts and ends, what it ends in, whether a determiner
        # or possessive leads it (then unknown words belong to it), how many words it has.
        self.start = -1
        self.end = -1
        self.head = ""
        self.led = False
        self.words = 0
        self.bare = False
        self.fresh = True
        self.headline = headline
        self.last = ""
        self.stop = -1

    def put(self, sign: str, start: int, end: int) -> None:
        self.signs.append(sign)
        self.frame.starts.append(start)
        self.frame.ends.append(end)

    def flush(self) -> None:
        if self.start >= 0:
            head = self.head
            if head == "d":
                head = "d"
            self.put(head, self.start, self.end)
            self.start = -1

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

    def read(self, begin: int, end: int) -> None:
        text = self.text
        sign_of = self.phraser.signs.get
        look = self.phraser.sign
        for match in WORD.finditer(text, begin, end):
            word = match[0]
            i, j = match.span()
            first = word[0]
            if len(word) == 1 and not first.isalnum():
                self.punctuation(first, i, j)
                continue
            cut = self.cut(word)
            if cut:
                for a, b in ((0, cut), (cut, len(word))):
                    a += 3 if word.startswith("-t-", a) else word[a] == "-"
                    self.word(word[a:b], look(word[a:b]), i + a, i + b)
                self.last, self.stop = word.lower(), j
                self.fresh = False
                continue
            sign = sign_of(word) or look(word)
            self.word(word, sign, i, j)
            self.last, self.stop = word.lower(), j
            self.fresh = False

    def cut(self, word: str) -> int:
        """Where French joins two words in one: "l'agence", "dit-il"; 0 where it does not."""
        language = self.phraser.language
        if not language.incises:
            return 0
        for k in (1, 2):
            if word[k : k + 1] in ("'", "’") and len(word) > k + 1:
                return k + 1
        k = word.rfind("-")
        if word[:k].endswith("-t"):
            k -= 2
        if k > 0 and word[k:].rpartition("-")[2].lower() in language.pronouns:
            return k
        return 0

    def punctuation(self, mark: str, i: int, j: int) -> None:
        if mark in QUIET:
            return
        if mark == ".":
            if self.text[j : j + 1] not in ENDING:
                return
            last = self.last if self.stop == i else ""
            initials = last != "" and all(len(p) == 1 and p.isalpha() for p in last.split("."))
            if initials or last in self.phraser.language.abbreviations:
                if self.start >= 0 and self.end == i:
                    self.end = j
                return
        if mark in END:
            following = self.text[j : j + 2].lstrip()
            if following and following[0].islower() and mark != ".":
                return
            self.flush()
            self.put(".", i, j)
            self.fresh = True
            return
        if mark in DASHES:
            self.flush()
            self.put("-", i, j)
        elif mark in ",;":
            self.flush()
            self.put(",", i, j)
        elif mark == ":":
            self.flush()
            self.put(":", i, j)
        elif mark in "([":
            self.flush()
            self.put("(", i, j)
        elif mark in ")]":
            self.flush()
            self.put(")", i, j)
        elif mark in "$&%@":
            return
        else:
            self.flush()

    def word(self, word: str, sign: str, i: int, j: int) -> None:
        capital = word[0].isupper()
        if sign[0] == "K":
            # A capitalised verb opens a sentence ("Asked about …") or is part of a name.
            finite = self.headline and self.start >= 0 and sign[1] == "V"
            sign = sign[1] if self.fresh or finite else "N"
        if capital and not self.fresh and sign == "x" and len(word) > 2:
            sign = "N"
        if sign == "N" and self.fresh and word.endswith(self.phraser.language.adverb_endings):
            sign = "a"
        if sign == "N" and self.fresh and word.endswith(("ing", "ed", "ly")):
            # "Speaking to reporters" opens a sentence, "Ted Moreau" is a name.
            if self.text[j + 1 : j + 2].islower() or self.text[j : j + 1] == ",":
                sign = "a" if word.endswith("y") else "v"
        if sign in "VI" and self._noun_here(word, sign):
            sign = "n"
        in_phrase = self.start >= 0
        if sign[-1] == "'":
            if in_phrase and self.head != "t":
                self.extend(j, "N" if sign[0] == "N" else "C")
            else:
                self.open(i, j, "N" if sign[0] == "N" else "C", True)
            self.led = self.bare = True
            return
        if sign == "m":
            if capital or not in_phrase:
                kind = "N" if capital else "C"
                if in_phrase:
                    self.extend(j, kind)
                else:
                    self.open(i, j, kind, False)
            else:
                self.extend(j, "C")
            return
        if sign == "N":
            if in_phrase:
                self.extend(j, "N")
            else:
                self.open(i, j, "N", False)
            return
        if sign in "nNJj":
            if in_phrase and sign == "n" and self.head == "N" and self.phraser.language.noun_leads:
                # "сказал Иван Коваль журналистам": who is told is another.
                self.open(i, j, "C", True)
            elif in_phrase:
                self.extend(
                    j,
                    "C"
                    if sign == "n"
                    else "N"
                    if capital
                    else self.head
                    if self.head != "d"
                    else "C",
                )
            elif sign == "j":
                self.open(i, j, "j", False)
            elif sign == "J":
                self.open(i, j, "C" if self.fresh else "N", False)
            else:
                self.open(i, j, "C", self.phraser.language.noun_leads)
            return
        if in_phrase and self.head in "NC" and word in self.phraser.language.genitives:
            self.extend(j, self.head)
            self.led = self.bare = True
            return
        if sign == "d" or sign == "h":
            self.open(i, j, sign, True)
            return
        if sign == "#":
            if in_phrase and (self.led or self.text[j : j + 2].strip()[:1].isupper()):
                self.extend(j, "C" if word[-1].isalpha() and "-" in word else self.head)
            else:
                self.flush()
                self.put("#", i, j)
            return
        if in_phrase and self.led and self.words == 1 and self.head in "dh" and sign in "VGIvwa":
            self.extend(j, "C")
            return
        leads = self.phraser.language.noun_leads
        if in_phrase and sign == "w" and self.led and not (leads and self.head == "N"):
            self.extend(j, "C")
            return
        if (
            in_phrase
            and sign == "p"
            and capital is False
            and word in self.phraser.language.particles
        ):
            nxt = self.text[j : j + 2]
            if (
                self.head == "N"
                and word != "for"
                and len(nxt) == 2
                and nxt[0] == " "
                and nxt[1].isupper()
                and not self.led
            ):
                self.extend(j, "N")
                return
        if (
            in_phrase
            and word in self.phraser.language.particles
            and self.head == "N"
            and sign == "w"
        ):
            self.extend(j, "N")
            return
        if sign == "j":
            self.open(i, j, "j", False)
            return
        self.flush()
        self.put(sign, i, j)
