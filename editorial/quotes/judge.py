"""The differences between a quote and the words it was laid on, one by one, each with its class."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from editorial.quotes.align import Alignment
from editorial.quotes.finding import Change, Difference, DifferenceClass
from editorial.quotes.lexicon import Lexicon, lexicon_for
from editorial.quotes.lexicon.entry import words
from editorial.quotes.lexicon.places import PLACES
from editorial.quotes.meaning import (
    added,
    dropped,
    folded,
    hedged,
    negated_pair,
    negations,
    replaced,
)
from editorial.quotes.printed import Printed
from editorial.quotes.stretch import Stretch
from editorial.quotes.tokens import Tokens, number_value, spans_of, tokenise

_BROKEN_OFF = re.compile(r"(?:--|—|–|\.\.\.|…|-\s|\s-|,|\bsorry\b)")
_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]*\s|\n")
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)$")
_SPACE = re.compile(r"\s+")
_FALSE_START = 12
_INTERJECTION = 45
_STRANGE = 6
_APART = 15
_CLAIM = 2
_FEW = 3
_SHORT = 5


@dataclass(frozen=True, slots=True)
class Hunk:
    """Words ``q0:q1`` of the quote stand where the record has words ``r0:r1``."""

    q0: int
    q1: int
    r0: int
    r1: int


def hunks(alignment: Alignment, size: int) -> Iterator[Hunk]:
    """What differs, in order, between and around the words that are the same."""
    q = r = -1
    first = True
    for i in range(size + 1):
        if i < size and not alignment.same[i]:
            continue
        laid = alignment.pairs[q + 1 : i]
        known = [p for p in laid if p >= 0]
        following = alignment.pairs[i] if i < size else None
        opening = known[0] if known else (following or 0)
        r0 = opening if first else r + 1
        closing = known[-1] + 1 if known else r0
        r1 = closing if following is None else following
        if i > q + 1 or r1 > r0:
            yield Hunk(q + 1, i, r0, max(r0, r1))
        if i < size:
            q, r, first = i, alignment.pairs[i], False


class Judge:
    """Judges one quote against the stretch it was laid in."""

    def __init__(self, printed: Printed, stretch: Stretch, alignment: Alignment) -> None:
        self.printed = printed
        self.stretch = stretch
        self.alignment = alignment
        self.lexicon: Lexicon = lexicon_for(stretch.source.language)
        self.found: list[Difference] = []
        self.unmatched: list[Hunk] = []

    def differences(self) -> tuple[Difference, ...]:
        """All differences, in the order of the quote."""
        for i, pair in enumerate(self.alignment.pairs):
            if self.alignment.same[i]:
                self._printed_alike(i, pair)
        for hunk in hunks(self.alignment, len(self.alignment.pairs)):
            self._judge(hunk)
        self._mark_exchanges()
        return tuple(sorted(self.found, key=lambda d: (d.quote_start, d.record_start)))

    def _mark_exchanges(self) -> None:
        """Two words that changed places across the sentence change who does what."""
        stop = folded(self.lexicon.language, "stopwords")
        swaps = {
            (d.record.lower(), d.quote.lower()): i
            for i, d in enumerate(self.found)
            if d.change == "replace" and not d.allowed and d.record.lower() not in stop
        }
        for (was, now), i in list(swaps.items()):
            j = swaps.get((now, was))
            if j is None or j <= i:
                continue
            between = self.printed.text[self.found[i].quote_end : self.found[j].quote_start]
            keys = tokenise(between, self.lexicon.language).keys
            if len(between) > _APART or negations(keys, self.lexicon):
                self.found[i] = replace(self.found[i], kind="opposite")
                self.found[j] = replace(self.found[j], kind="opposite")

    # One word, printed in two ways.

    def _printed_alike(self, i: int, p: int) -> None:
        quote, record = self.printed.tokens, self.stretch.tokens
        mine, theirs = quote.raw(i, i + 1), record.raw(p, p + 1)
        if self.printed.changed[i]:
            self._add("replace", "bracket", Hunk(i, i + 1, p, p + 1), allowed=True)
            return
        if mine == theirs:
            return
        kind: DifferenceClass
        if "[" in theirs:
            kind = "bracket"
        elif mine.lower() == theirs.lower():
            kind = "case"
        elif quote.keys[i][:1].isdigit():
            kind = "number_form"
        elif _bare(mine) == _bare(theirs):
            kind = "typography"
        elif _is_part(quote.starts, i) or _is_part(record.starts, p) or "'" in _bare(mine + theirs):
            kind = "contraction"
        else:
            kind = "spelling"
        self._add("replace", kind, Hunk(i, i + 1, p, p + 1), allowed=True)

    # What was left out, put in or put in place of something.

    def _judge(self, hunk: Hunk) -> None:
        for part in self._without_noise(hunk):
            cut = any(part.q0 <= c <= part.q1 for c in self.printed.cuts)
            if part.q0 == part.q1:
                self._left_out(part, cut=cut)
            elif part.r0 == part.r1:
                self._put_in(part)
            else:
                self._put_in_place(part, cut=cut)

    def _without_noise(self, hunk: Hunk) -> Iterator[Hunk]:
        """The hunk without stage directions and interjections at its ends, which are noted."""
        noise = self._noise(hunk)
        if not any(noise):
            yield hunk
            return
        r0, r1 = hunk.r0, hunk.r1
        left = r0
        while left < r1 and noise[left - r0]:
            left += 1
        right = r1
        while right > left and noise[right - 1 - r0]:
            right -= 1
        if left > r0:
            self._add("delete", "transcript_noise", Hunk(hunk.q0, hunk.q0, r0, left), allowed=True)
        if left < right:
            inner = noise[left - r0 : right - r0]
            if any(inner) and hunk.q0 == hunk.q1:
                yield from self._around(hunk, left, right, inner)
            else:
                yield Hunk(hunk.q0, hunk.q1, left, right)
        elif hunk.q0 < hunk.q1:
            yield Hunk(hunk.q0, hunk.q1, left, left)
        if right < r1:
            self._add("delete", "transcript_noise", Hunk(hunk.q1, hunk.q1, right, r1), allowed=True)

    def _around(self, hunk: Hunk, left: int, right: int, noise: Sequence[bool]) -> Iterator[Hunk]:
        begin = left
        for i in range(left, right):
            if noise[i - left]:
                if begin < i:
                    yield Hunk(hunk.q0, hunk.q0, begin, i)
                begin = i + 1
        yield Hunk(hunk.q0, hunk.q0, begin, right)

    def _noise(self, hunk: Hunk) -> list[bool]:
        noise = list(self.stretch.noise[hunk.r0 : hunk.r1])
        if hunk.r0 == 0 or hunk.r1 >= len(self.stretch.turn):
            return noise
        turns = self.stretch.source.turns.turns
        before = turns[self.stretch.turn[hunk.r0 - 1]].speaker
        after = turns[self.stretch.turn[hunk.r1]].speaker
        if before != after:
            return noise
        others = [
            i
            for i in range(hunk.r0, hunk.r1)
            if turns[self.stretch.turn[i]].speaker != before and not self.stretch.noise[i]
        ]
        if 0 < len(others) <= _INTERJECTION:
            for i in others:
                noise[i - hunk.r0] = True
        return noise

    def _left_out(self, hunk: Hunk, *, cut: bool) -> None:
        keys = self.stretch.tokens.keys[hunk.r0 : hunk.r1]
        if not keys:
            return
        if self._is_false_start(hunk):
            self._add("delete", "filler", hunk, allowed=True)
        elif cut:
            kind = self._lost_in_cut(hunk)
            self._add("delete", kind or "ellipsis", hunk, allowed=kind is None)
        elif self._is_filler(hunk):
            self._add("delete", "filler", hunk, allowed=True)
        elif self._sentences(hunk) >= 1 and len(keys) > 3:
            self._add("delete", "cut", hunk, allowed=False)
        else:
            kind = dropped(keys, self.lexicon) or "word"
            self._add("delete", kind, hunk, allowed=False)

    def _put_in(self, hunk: Hunk) -> None:
        keys = self.printed.tokens.keys[hunk.q0 : hunk.q1]
        kind = added(keys, self.lexicon)
        if all(self.printed.bracket[hunk.q0 : hunk.q1]):
            if kind not in ("negation", "number"):
                kind = "subject" if self._says_more(hunk) else None
            self._add("insert", kind or "bracket", hunk, allowed=kind is None)
        elif keys == ("have",) and "got" in self.printed.tokens.keys[hunk.q1 : hunk.q1 + 1]:
            self._add("insert", "contraction", hunk, allowed=True)
        elif hunk.q1 - hunk.q0 >= _STRANGE:
            # Not a change of what was said here, but something the record has not got.
            self._add("insert", "word", hunk, allowed=False)
        else:
            self._add("insert", kind or "word", hunk, allowed=False)

    def _says_more(self, hunk: Hunk) -> bool:
        """Whether the brackets hold more of the claim than the speaker's own words."""
        stop = folded(self.lexicon.language, "stopwords")
        keys = self.printed.tokens.keys
        added_words = [k for k in keys[hunk.q0 : hunk.q1] if k not in stop]
        own = [
            k for k, b in zip(keys, self.printed.bracket, strict=True) if not b and k not in stop
        ]
        few = sum(not b for b in self.printed.bracket) <= _FEW
        return len(added_words) >= (_CLAIM if few else _CLAIM + 1 + len(own))

    def _put_in_place(self, hunk: Hunk, *, cut: bool) -> None:
        hunk, cut = self._beside_cut(hunk, cut=cut)
        if hunk.r0 == hunk.r1:
            self._put_in(hunk)
            return
        quote = self.printed.tokens.keys[hunk.q0 : hunk.q1]
        record = self.stretch.tokens.keys[hunk.r0 : hunk.r1]
        light = self._light(hunk, quote, record)
        if light:
            self._add("replace", light, hunk, allowed=True)
            return
        kind = replaced(record, quote, self.lexicon)
        if all(self.printed.bracket[hunk.q0 : hunk.q1]):
            self._bracketed(hunk, kind)
            return
        if kind is None and cut and len(record) > len(quote):
            kind = self._lost_in_cut(hunk)
        if kind is None:
            kind = self._renamed(hunk)
        if kind is None and len(record) > len(quote):
            extra = tuple(key for key in record if key not in quote)
            found = dropped(extra, self.lexicon)
            kind = found if found in ("hedge", "condition", "negation") else None
            if kind == "hedge" and hedged(tuple(quote), self.lexicon):
                kind = None
        if kind is None and self._is_pronoun_swap(quote, record):
            kind = "subject"
        self._add("replace", kind or "word", hunk, allowed=False)

    def _beside_cut(self, hunk: Hunk, *, cut: bool) -> tuple[Hunk, bool]:
        """The hunk without what an ellipsis at its end stands for, which is judged by itself."""
        q0, q1, r0, r1 = hunk.q0, hunk.q1, hunk.r0, hunk.r1
        laid = [p for p in self.alignment.pairs[q0:q1] if p >= 0]
        pronouns = folded(self.lexicon.language, "pronouns")
        keys = self.stretch.tokens.keys
        bracketed = all(self.printed.bracket[q0:q1])
        if bracketed and not laid and not self._sentences(hunk):
            return hunk, False
        if q1 in self.printed.cuts:
            own = bracketed and not laid and keys[r0] in pronouns
            edge = laid[-1] + 1 if laid else r0 + own
            if edge < r1 and (laid or bracketed):
                self._left_out(Hunk(q1, q1, edge, r1), cut=True)
                return Hunk(q0, q1, r0, edge), False
        elif q0 in self.printed.cuts:
            own = bracketed and not laid and keys[r1 - 1] in pronouns
            edge = laid[0] if laid else r1 - own
            if edge > r0 and (laid or bracketed):
                self._left_out(Hunk(q0, q0, r0, edge), cut=True)
                return Hunk(q0, q1, edge, r1), False
        return hunk, cut

    def _bracketed(self, hunk: Hunk, kind: DifferenceClass | None) -> None:
        if self._is_false_start(hunk) or self._is_filler(hunk):
            self._add("delete", "filler", Hunk(hunk.q0, hunk.q0, hunk.r0, hunk.r1), allowed=True)
            self._add("insert", "bracket", Hunk(hunk.q0, hunk.q1, hunk.r1, hunk.r1), allowed=True)
            return
        if kind not in ("negation", "number", "opposite"):
            lost = dropped(self.stretch.tokens.keys[hunk.r0 : hunk.r1], self.lexicon)
            kind = lost if lost in ("condition", "negation", "hedge") else self._renamed(hunk)
        self._add("replace", kind or "bracket", hunk, allowed=kind is None)

    # Single questions.

    def _light(
        self, hunk: Hunk, quote: Sequence[str], record: Sequence[str]
    ) -> DifferenceClass | None:
        if "".join(quote) == "".join(record):
            return "typography"
        code = self.lexicon.language
        values = [number_value(key, code) for key in (*quote, *record)]
        if len(quote) == len(record) == 1:
            ordinal = {_ORDINAL.sub("", quote[0]), _ORDINAL.sub("", record[0])}
            if (values[0] is not None and values[0] == values[1]) or len(ordinal) == 1:
                return "number_form"
        if {*quote, *record} <= {"a", "an"} or _same_spoken(quote, record):
            return "contraction" if "'s" in (*quote, *record) else "spelling"
        if any(self.printed.changed[hunk.q0 : hunk.q1]):
            pairs = zip(quote, record, strict=False)
            if all(not negated_pair(a, b, self.lexicon) for a, b in pairs) and all(
                a[:2] == b[:2] or a[-2:] == b[-2:] for a, b in zip(quote, record, strict=False)
            ):
                return "bracket"
        if self._mends_grammar(hunk, quote, record):
            return "spelling"
        if _is_acronym(quote, record) or _is_acronym(record, quote):
            return "spelling"
        return None

    def _mends_grammar(self, hunk: Hunk, quote: Sequence[str], record: Sequence[str]) -> bool:
        """A verb put right after an auxiliary: "doesn't ends" printed as "doesn't end"."""
        if not (len(quote) == len(record) == 1 and hunk.r0 > 0):
            return False
        before = self.stretch.tokens.keys[max(0, hunk.r0 - 2) : hunk.r0]
        bare = record[0] in (quote[0] + "s", quote[0] + "es", quote[0] + "d", quote[0] + "ed")
        if self.lexicon.language == "en":
            helped = before[-1] in _HELPS or (before[-1] == "not" and before[0] in _HELPS)
            return (bare and helped) or (before[-1] == "let" and {*quote, *record} == {"my", "me"})
        return False

    def _is_pronoun_swap(self, quote: Sequence[str], record: Sequence[str]) -> bool:
        known = folded(self.lexicon.language, "pronouns")
        return any(key in known for key in quote) and any(key in known for key in record)

    def _renamed(self, hunk: Hunk) -> DifferenceClass | None:
        """``name`` when a name stands in place of another, or of something that is no pronoun."""
        mine = self._names(self.printed.tokens.text, self.printed.tokens, hunk.q0, hunk.q1)
        theirs = self._names(self.stretch.tokens.text, self.stretch.tokens, hunk.r0, hunk.r1)
        if mine and theirs and not mine & theirs:
            return "name"
        if not all(self.printed.bracket[hunk.q0 : hunk.q1]):
            return None
        code = self.lexicon.language
        easy = (
            folded(code, "pronouns")
            | folded(code, "articles")
            | folded(code, "auxiliaries")
            | folded(code, "conjunctions")
        )
        if set(self.printed.tokens.keys[hunk.q0 : hunk.q1]) <= folded(code, "pronouns"):
            return None
        record = self.stretch.tokens.keys[hunk.r0 : hunk.r1]
        weighty = [key for key in record if key not in easy]
        return "name" if len(weighty) > 1 and len(record) > 2 else None

    def _names(self, text: str, tokens: Tokens, first: int, last: int) -> set[str]:
        found: set[str] = set()
        stop = folded(self.lexicon.language, "stopwords")
        german = self.lexicon.language == "de"
        for i in range(first, last):
            raw = tokens.raw(i, i + 1)
            if not raw[:1].isupper() or tokens.keys[i] in stop:
                continue
            if german and not _is_known_name(tokens.keys[i]):
                continue
            if _heads_sentence(text, tokens.starts[i]) and not _is_known_name(tokens.keys[i]):
                continue
            found.add(tokens.keys[i])
        return found

    def _is_filler(self, hunk: Hunk) -> bool:
        keys = self.stretch.tokens.keys[hunk.r0 : hunk.r1]
        openers = folded(self.lexicon.language, "openers")
        head = _heads_sentence(self.stretch.tokens.text, self.stretch.tokens.starts[hunk.r0])
        done = 0
        if head:
            while done < len(keys) and keys[done] in openers:
                done += 1
        covered = set(range(done))
        for left, right in spans_of(keys, self.lexicon.fillers, self.lexicon.language):
            covered.update(range(left, right))
        return len(covered) == len(keys)

    def _is_false_start(self, hunk: Hunk) -> bool:
        """Words the speaker said twice, or broke off and began anew."""
        record = self.stretch.tokens
        size = hunk.r1 - hunk.r0
        if size > _FALSE_START or size == 0:
            return False
        keys = record.keys[hunk.r0 : hunk.r1]
        after = record.keys[hunk.r1 : hunk.r1 + size]
        before = record.keys[max(0, hunk.r0 - size) : hunk.r0]
        said = self.printed.tokens.keys[max(0, hunk.q0 - size) : hunk.q0]
        if keys in (after, before, said):
            return True
        if hunk.r1 >= len(record):
            return False
        wider = record.keys[hunk.r1 : hunk.r1 + size + 4]
        if negations(keys, self.lexicon) > negations(wider, self.lexicon):
            return False
        gap = record.text[record.ends[hunk.r1 - 1] : record.starts[hunk.r1]]
        lead = record.text[record.ends[hunk.r0 - 1] : record.starts[hunk.r0]] if hunk.r0 else ""
        if not (_BROKEN_OFF.search(gap) or _BROKEN_OFF.search(lead)):
            return False
        stop = folded(self.lexicon.language, "stopwords")
        if keys[0] == record.keys[hunk.r1] or (hunk.r0 and keys[-1] == record.keys[hunk.r0 - 1]):
            return dropped(tuple(k for k in keys if k not in wider), self.lexicon) is None
        return (
            size <= 4
            and bool(re.search(r"--|—|–|\.\.\.|…", gap))
            and all(key in stop for key in keys)
            and dropped(keys, self.lexicon) is None
        )

    def _sentences(self, hunk: Hunk) -> int:
        record = self.stretch.tokens
        begin = record.ends[hunk.r0 - 1] if hunk.r0 else record.starts[0]
        end = record.starts[hunk.r1] if hunk.r1 < len(record) else record.ends[-1]
        return len(_SENTENCE.findall(record.text, begin, end))

    def _lost_in_cut(self, hunk: Hunk) -> DifferenceClass | None:
        """What the words under an ellipsis do to those beside them; None if nothing."""
        record = self.stretch.tokens
        keys = record.keys[hunk.r0 : hunk.r1]
        text = record.text
        begin = record.ends[hunk.r0 - 1] if hunk.r0 else record.starts[hunk.r0]
        end = record.starts[hunk.r1] if hunk.r1 < len(record) else record.ends[-1]
        inside = text[begin:end]
        bounds = [m.start() for m in re.finditer(r"[.!?;:…,]|--|—|–|\n", inside)]
        # The words of the cut that belong to the clause of what is kept on the right.
        right_from = begin + bounds[-1] if bounds else begin
        tail = tuple(
            k
            for k, s in zip(keys, record.starts[hunk.r0 : hunk.r1], strict=True)
            if s >= right_from
        )
        left_to = begin + bounds[0] if bounds else end
        head = tuple(
            k for k, s in zip(keys, record.starts[hunk.r0 : hunk.r1], strict=True) if s < left_to
        )
        closed = bool(_SENTENCE.search(inside))
        if negations(tail, self.lexicon) % 2:
            return "negation"
        if tail and not closed:
            kind = dropped(tail, self.lexicon)
            if kind in ("hedge", "condition"):
                return kind
        if head and not closed:
            kind = dropped(head, self.lexicon)
            if kind in ("condition", "negation") or (
                kind == "hedge" and head == keys and len(keys) <= _SHORT
            ):
                return kind
        return None

    def _add(self, change: Change, kind: DifferenceClass, hunk: Hunk, *, allowed: bool) -> None:
        record = self.stretch.tokens
        q_start, q_end = self.printed.span(hunk.q0, hunk.q1)
        if hunk.r0 < hunk.r1:
            r_start, r_end = record.starts[hunk.r0], record.ends[hunk.r1 - 1]
        else:
            at = record.starts[hunk.r0] if hunk.r0 < len(record) else len(record.text)
            r_start = r_end = at
        self.found.append(
            Difference(
                change,
                kind,
                record.text[r_start:r_end],
                self.printed.text[q_start:q_end],
                q_start,
                q_end,
                r_start,
                r_end,
                allowed,
            )
        )


_HELPS = words("do does did to can could will would shall should may might must")


def _bare(raw: str) -> str:
    return re.sub("[\u00ad\u200b-\u200f\u2060\ufeff]", "", raw).translate(_EVEN).lower()


_EVEN = str.maketrans(dict.fromkeys("’ʼ‘`´", "'") | dict.fromkeys("‐‑", "-"))


def _is_part(starts: Sequence[int], i: int) -> bool:
    """Whether a token shares its printed word with a neighbour."""
    return (i + 1 < len(starts) and starts[i + 1] == starts[i]) or (
        i > 0 and starts[i - 1] == starts[i]
    )


_SPOKEN = {
    "'s": {"is", "has", "us"},
    "is": {"'s", "has"},
    "has": {"'s", "is"},
    "would": {"had"},
    "had": {"would"},
}


def _same_spoken(quote: Sequence[str], record: Sequence[str]) -> bool:
    """``'s`` for "is" or "has"; never one full word for another."""
    return (
        len(quote) == len(record) == 1
        and "'s" in (quote[0], record[0])
        and record[0] in _SPOKEN.get(quote[0], ())
    )


def _is_acronym(short: Sequence[str], long: Sequence[str]) -> bool:
    letters = "".join(short).replace(".", "").replace("'s", "")
    words = [word for word in long if word not in ("of", "the", "and", "for", "in", "'s")]
    return (
        len(short) <= 2
        and 2 <= len(letters) == len(words)
        and all(word[0] == letter for word, letter in zip(words, letters, strict=True))
    )


def _heads_sentence(text: str, offset: int) -> bool:
    before = text[max(0, offset - 6) : offset].rstrip("\"'“„«(‘[ \t\u00a0–—-")
    return not before or before[-1] in ".!?…:\n"


def _is_known_name(key: str) -> bool:
    return key in PLACES
