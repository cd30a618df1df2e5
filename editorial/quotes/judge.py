"""The differences between a quote and the words it was laid on, one by one, each with its class."""

from dataclasses import replace

from editorial.quotes.bounds import bounds
from editorial.quotes.finding import Change, Difference, DifferenceClass
from editorial.quotes.hunk import Hunk, Laid, hunks, sentences
from editorial.quotes.interjection import parted
from editorial.quotes.lexicon.entry import words
from editorial.quotes.meaning import (
    added,
    dropped,
    folded,
    hedged,
    less_said,
    negations,
    replaced,
)
from editorial.quotes.mood import clipped, made_real, only_told
from editorial.quotes.office import TITLES
from editorial.quotes.omission import (
    is_echo,
    is_false_start,
    is_filler,
    is_repeated_link,
    lost_in_cut,
)
from editorial.quotes.passage import whole_words
from editorial.quotes.renaming import is_pronoun_swap, renamed, says_more, takes_over
from editorial.quotes.tokens import tokenise
from editorial.quotes.wordform import light_form, printed_alike

_STRANGE = 6
_APART = 15
_BACK = 40
_DENIAL = 4
# Endings of words that say in what measure: "seriously", "ernsthaft", "gravement".
_ADVERBS = {
    "en": ("ly",),
    "de": ("haft", "lich", "ig", "bar", "ernst", "schwer"),
    "fr": ("ment",),
    "es": ("mente",),
    "ru": ("но",),
    "uk": ("но",),
}
_JOINS = words("and or und oder ve ya və и или і або et ou y o of")


class Judge:
    """Judges one quote against the stretch it was laid in."""

    def __init__(self, laid: Laid) -> None:
        self.laid = laid
        self.printed = laid.printed
        self.stretch = laid.stretch
        self.alignment = laid.alignment
        self.lexicon = laid.lexicon
        self.found: list[Difference] = []

    def differences(self) -> tuple[Difference, ...]:
        """All differences, in the order of the quote."""
        for i, pair in enumerate(self.alignment.pairs):
            kind = printed_alike(self.laid, i, pair) if self.alignment.same[i] else None
            if kind is not None:
                self._add("replace", kind, Hunk(i, i + 1, pair, pair + 1), allowed=True)
        for hunk in hunks(self.alignment, len(self.alignment.pairs)):
            for part, noise in parted(self.laid, hunk):
                if noise:
                    self._add("delete", "transcript_noise", part, allowed=True)
                else:
                    self._judge(part)
        self._mark_exchanges()
        return tuple(sorted(self.found, key=lambda d: (d.quote_start, d.record_start)))

    def _judge(self, part: Hunk) -> None:
        cut = any(part.q0 <= c <= part.q1 for c in self.printed.cuts)
        if part.q0 == part.q1 and not cut and part.q0 in self.printed.pauses:
            self._passed_over(part)
        elif part.q0 == part.q1:
            self._left_out(part, cut=cut)
        elif part.r0 == part.r1:
            self._put_in(part)
        else:
            self._put_in_place(part, cut=cut)

    def _left_out(self, hunk: Hunk, *, cut: bool) -> None:
        keys = self.stretch.tokens.keys[hunk.r0 : hunk.r1]
        if not keys:
            return
        if is_false_start(self.laid, hunk) or is_echo(self.laid, hunk):
            self._add("delete", "filler", hunk, allowed=True)
        elif cut:
            kind = lost_in_cut(self.laid, hunk)
            self._add("delete", kind or "ellipsis", hunk, allowed=kind is None)
        elif is_filler(self.laid, hunk) or is_repeated_link(self.laid, hunk):
            self._add("delete", "filler", hunk, allowed=True)
        elif self._is_title(hunk):
            self._add("delete", "bracket", hunk, allowed=True)
        elif sentences(self.laid, hunk) >= 1 and len(keys) > 3:
            self._add("delete", "cut", hunk, allowed=False)
        else:
            kind = dropped(keys, self.lexicon) or less_said(keys, self.lexicon)
            if bounds(keys, self.stretch.tokens.keys[hunk.r1 : hunk.r1 + 1], self.lexicon):
                kind = "number"
            if kind is None and self._softens_denial(hunk):
                kind = "scope"
            if keys == ("points",) and self.stretch.tokens.keys[hunk.r0 - 1] == "percent":
                kind = "number"
            self._add("delete", kind or "word", hunk, allowed=False)

    def _softens_denial(self, hunk: Hunk) -> bool:
        """ "Nobody was seriously hurt": the word left out says how far a "not" before it goes."""
        record = self.stretch.tokens
        if hunk.r1 - hunk.r0 != 1 or not 0 < hunk.r0 < len(record) - 1:
            return False
        near = record.keys[max(0, hunk.r0 - _DENIAL) : hunk.r0]
        ends = record.starts[hunk.r0 - len(near)]
        word = record.keys[hunk.r0]
        return (
            word.endswith(_ADVERBS.get(self.lexicon.language, ()))
            and negations(near, self.lexicon) % 2 == 1
            and not any(sign in ",;:.!?" for sign in record.text[ends : record.starts[hunk.r0]])
        )

    def _is_title(self, hunk: Hunk) -> bool:
        """What a bracket leaves of a name: "[Roe]" for "Captain Roe"."""
        bracketed = any(self.printed.bracket[hunk.q0 : hunk.q0 + 1])
        return bracketed and TITLES.issuperset(self.stretch.tokens.keys[hunk.r0 : hunk.r1])

    def _passed_over(self, hunk: Hunk) -> None:
        """What an attribution stands in place of: whole sentences of one answer may go there."""
        turns = self.stretch.turn[max(0, hunk.r0 - 1) : hunk.r1 + 1]
        kind = lost_in_cut(self.laid, hunk)
        if is_filler(self.laid, hunk):
            self._add("delete", "filler", hunk, allowed=True)
        else:
            self._add("delete", kind or "cut", hunk, allowed=kind is None and len(set(turns)) == 1)

    def _put_in(self, hunk: Hunk) -> None:
        keys = self.printed.tokens.keys[hunk.q0 : hunk.q1]
        kind = added(keys, self.lexicon)
        if all(self.printed.bracket[hunk.q0 : hunk.q1]):
            if kind not in ("negation", "number") or (kind == "number" and self._just_said(hunk)):
                kind = "subject" if says_more(self.laid, hunk) else None
            self._add("insert", kind or "bracket", hunk, allowed=kind is None)
        elif self._is_sign(hunk):
            self._add("insert", "number_form", hunk, allowed=True)
        elif keys == ("have",) and "got" in self.printed.tokens.keys[hunk.q1 : hunk.q1 + 1]:
            self._add("insert", "contraction", hunk, allowed=True)
        elif hunk.q1 - hunk.q0 >= _STRANGE:
            # Not a change of what was said here, but something the record has not got.
            self._add("insert", "word", hunk, allowed=False)
        else:
            self._add("insert", kind or "word", hunk, allowed=False)

    def _just_said(self, hunk: Hunk) -> bool:
        """Whether a bracket holds words that stand right before in the record."""
        mine = set(self.printed.tokens.keys[hunk.q0 : hunk.q1])
        first = self.alignment.first
        return mine <= set(self.stretch.tokens.keys[max(0, first - _BACK) : first])

    def _is_sign(self, hunk: Hunk) -> bool:
        """A currency's sign at a figure, where the speaker gave the figure alone."""
        mine, theirs = self.printed.tokens, self.stretch.tokens
        alone = hunk.q1 == hunk.q0 + 1 and mine.starts[hunk.q0] == mine.ends[hunk.q0]
        currency = mine.keys[hunk.q0]
        return alone and theirs.keys[hunk.r1 : hunk.r1 + 1] != (currency,)

    def _put_in_place(self, hunk: Hunk, *, cut: bool) -> None:
        hunk, cut = self._beside_cut(hunk, cut=cut)
        if hunk.r0 == hunk.r1:
            self._put_in(hunk)
            return
        quote = self.printed.tokens.keys[hunk.q0 : hunk.q1]
        record = self.stretch.tokens.keys[hunk.r0 : hunk.r1]
        light = light_form(self.laid, hunk, quote, record)
        if light:
            self._add("replace", light, hunk, allowed=True)
            return
        kind = replaced(record, quote, self.lexicon)
        if all(self.printed.bracket[hunk.q0 : hunk.q1]):
            self._bracketed(hunk, kind)
            return
        if kind is None and cut and len(record) > len(quote):
            kind = lost_in_cut(self.laid, hunk)
        if kind is None:
            kind = (
                clipped(self.laid, quote, record)
                or only_told(self.laid, hunk)
                or renamed(self.laid, hunk)
            )
        if kind is None and len(record) > len(quote):
            extra = tuple(key for key in record if key not in quote)
            found = dropped(extra, self.lexicon)
            kind = found if found in ("hedge", "condition", "negation") else None
            if kind == "hedge" and hedged(tuple(quote), self.lexicon):
                kind = None
        if kind is None and takes_over(self.laid, quote, record):
            kind = "name"
        if kind is None and is_pronoun_swap(self.laid, quote, record):
            kind = "subject"
        self._add("replace", kind or "word", hunk, allowed=False)

    def _beside_cut(self, hunk: Hunk, *, cut: bool) -> tuple[Hunk, bool]:
        """The hunk without what an ellipsis at its end stands for, which is judged by itself."""
        q0, q1, r0, r1 = hunk.q0, hunk.q1, hunk.r0, hunk.r1
        laid = [p for p in self.alignment.pairs[q0:q1] if p >= 0]
        pronouns = folded(self.lexicon.language, "pronouns")
        keys = self.stretch.tokens.keys
        bracketed = all(self.printed.bracket[q0:q1])
        if bracketed and not laid and not sentences(self.laid, hunk):
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
        if is_false_start(self.laid, hunk) or is_filler(self.laid, hunk):
            self._add("delete", "filler", Hunk(hunk.q0, hunk.q0, hunk.r0, hunk.r1), allowed=True)
            self._add("insert", "bracket", Hunk(hunk.q0, hunk.q1, hunk.r1, hunk.r1), allowed=True)
            return
        if kind not in ("negation", "number", "opposite", "quantity"):
            lost = dropped(self.stretch.tokens.keys[hunk.r0 : hunk.r1], self.lexicon)
            kind = lost if lost in ("condition", "negation", "hedge") else renamed(self.laid, hunk)
            kind = kind or only_told(self.laid, hunk)
            if kind is None and made_real(self.laid, hunk):
                kind = "modal"
        self._add("replace", kind or "bracket", hunk, allowed=kind is None)

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
            plain = set(keys) <= folded(self.lexicon.language, "articles") | _JOINS
            if len(between) > _APART or negations(keys, self.lexicon) or not plain:
                self.found[i] = replace(self.found[i], kind="opposite")
                self.found[j] = replace(self.found[j], kind="opposite")

    def _add(self, change: Change, kind: DifferenceClass, hunk: Hunk, *, allowed: bool) -> None:
        record = self.stretch.tokens
        q_start, q_end = self.printed.span(hunk.q0, hunk.q1)
        if hunk.r0 < hunk.r1:
            r_start, r_end = record.starts[hunk.r0], record.ends[hunk.r1 - 1]
            if not allowed:
                # What is shown as changed is a word, never "n't".
                r_start, r_end = whole_words(record.text, r_start, r_end)
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
