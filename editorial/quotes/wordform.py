"""The same words in another form: what style permits to print one for the other."""

import re
from collections.abc import Sequence

from editorial.quotes.finding import DifferenceClass
from editorial.quotes.folding import fold
from editorial.quotes.hunk import Hunk, Laid
from editorial.quotes.lexicon.entry import words
from editorial.quotes.meaning import folded, negated_pair, replaced
from editorial.quotes.mood import clipped
from editorial.quotes.numerals import number_value

_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)$")
_DECADE = re.compile(r"\d0(?:s|er|ern)")
_HELPS = words("do does did to can could will would shall should may might must")
_EVEN = str.maketrans(dict.fromkeys("’ʼ‘`´", "'") | dict.fromkeys("‐‑", "-"))
_TURNED = ("negation", "opposite", "quantity")
_SPOKEN = {
    "'s": {"is", "has", "us"},
    "is": {"'s", "has"},
    "has": {"'s", "is"},
}


def printed_alike(laid: Laid, i: int, p: int) -> DifferenceClass | None:
    """How word ``i`` of the quote and word ``p`` of the record, the same, differ in print."""
    quote, record = laid.printed.tokens, laid.stretch.tokens
    mine, theirs = quote.raw(i, i + 1), record.raw(p, p + 1)
    if laid.printed.changed[i]:
        return "bracket"
    if mine == theirs:
        return None
    if "[" in theirs:
        return "bracket"
    if mine.lower() == theirs.lower():
        return "case"
    if quote.keys[i][:1].isdecimal():
        return "number_form"
    if _bare(mine) == _bare(theirs):
        return "typography"
    apart = _is_part(quote.starts, i) or _is_part(record.starts, p)
    return "contraction" if apart or "'" in _bare(mine + theirs) else "spelling"


def light_form(
    laid: Laid, hunk: Hunk, quote: Sequence[str], record: Sequence[str]
) -> DifferenceClass | None:
    if "".join(quote) == "".join(record):
        return "typography"
    code = laid.lexicon.language
    values = [number_value(key, code) for key in (*quote, *record)]
    if len(quote) == len(record) == 1:
        ordinal = {_ORDINAL.sub("", quote[0]), _ORDINAL.sub("", record[0])}
        if (values[0] is not None and values[0] == values[1]) or len(ordinal) == 1:
            return "number_form"
        if _same_decade(quote[0], record[0]) or _same_round(quote[0], record[0], laid):
            return "number_form"
    if (
        {*quote, *record} <= {"a", "an"}
        or _is_rate(laid, hunk, quote, record)
        or _same_spoken(quote, record)
    ):
        return "contraction" if "'s" in (*quote, *record) else "spelling"
    if _is_short_had(laid, hunk, quote, record):
        return "contraction"
    if clipped(laid, quote, record):
        return None
    if any(laid.printed.changed[hunk.q0 : hunk.q1]):
        pairs = zip(quote, record, strict=False)
        if (
            replaced(record, quote, laid.lexicon) not in _TURNED
            and all(not negated_pair(a, b, laid.lexicon) for a, b in pairs)
        ) and all(a[:2] == b[:2] or a[-2:] == b[-2:] for a, b in zip(quote, record, strict=False)):
            return "bracket"
    if _mends_grammar(laid, hunk, quote, record):
        return "spelling"
    if _is_acronym(quote, record) or _is_acronym(record, quote):
        return "spelling"
    return None


def _same_decade(left: str, right: str) -> bool:
    """ "The '90s" printed "the 1990s", „die 90er“ printed „die 1990er“."""
    short, long = sorted((left, right), key=len)
    return long == "19" + short and _DECADE.fullmatch(short) is not None


def _same_round(left: str, right: str, laid: Laid) -> bool:
    """A hundred or thousand alone as word and as figure: "yüz binin" for "100 binin"."""
    figures, word = (left, right) if left[:1].isdecimal() else (right, left)
    rounds = {fold(k, laid.lexicon.language): v for k, v in laid.lexicon.scales.items()}
    return word in rounds and figures == str(rounds[word])


def _mends_grammar(laid: Laid, hunk: Hunk, quote: Sequence[str], record: Sequence[str]) -> bool:
    """A verb put right after an auxiliary: "doesn't ends" printed as "doesn't end"."""
    if not (len(quote) == len(record) == 1 and hunk.r0 > 0):
        return False
    before = laid.stretch.tokens.keys[max(0, hunk.r0 - 2) : hunk.r0]
    bare = record[0] in (quote[0] + "s", quote[0] + "es", quote[0] + "d", quote[0] + "ed")
    if laid.lexicon.language == "en":
        helped = before[-1] in _HELPS or (before[-1] == "not" and before[0] in _HELPS)
        return (bare and helped) or (before[-1] == "let" and {*quote, *record} == {"my", "me"})
    return False


def _bare(raw: str) -> str:
    return re.sub("[\u00ad\u200b-\u200f\u2060\ufeff]", "", raw).translate(_EVEN).lower()


def _is_part(starts: Sequence[int], i: int) -> bool:
    """Whether a token shares its printed word with a neighbour."""
    return (i + 1 < len(starts) and starts[i + 1] == starts[i]) or (
        i > 0 and starts[i - 1] == starts[i]
    )


def _is_rate(laid: Laid, hunk: Hunk, quote: Sequence[str], record: Sequence[str]) -> bool:
    """ "Sixty miles an hour" printed "per hour"."""
    units = folded(laid.lexicon.language, "units")
    behind = laid.stretch.tokens.keys[hunk.r1 : hunk.r1 + 1]
    return {*quote, *record} <= {"a", "an", "per"} and bool(behind) and behind[0] in units


def _same_spoken(quote: Sequence[str], record: Sequence[str]) -> bool:
    """``'s`` for "is" or "has"; never one full word for another."""
    return (
        len(quote) == len(record) == 1
        and "'s" in (quote[0], record[0])
        and record[0] in _SPOKEN.get(quote[0], ())
    )


def _is_short_had(laid: Laid, hunk: Hunk, quote: Sequence[str], record: Sequence[str]) -> bool:
    """``'d`` for "had": it is read as "would" where nothing beside it is asked."""
    if {(*quote,), (*record,)} != {("would",), ("had",)}:
        return False
    said = laid.printed.tokens.raw(hunk.q0, hunk.q1), laid.stretch.tokens.raw(hunk.r0, hunk.r1)
    return any(_bare(raw).endswith("'d") for raw in said)


def _is_acronym(short: Sequence[str], long: Sequence[str]) -> bool:
    letters = "".join(short).replace(".", "").replace("'s", "")
    words = [word for word in long if word not in ("of", "the", "and", "for", "in", "'s")]
    return (
        len(short) <= 2
        and 2 <= len(letters) == len(words)
        and all(word[0] == letter for word, letter in zip(words, letters, strict=True))
    )
