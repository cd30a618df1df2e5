"""Marks and white space that differ between words that are the same."""

import re
from collections.abc import Iterable

from editorial.quotes.finding import Difference, DifferenceClass, Passage
from editorial.quotes.match import Match
from editorial.quotes.quotation import Quotation

_SPACE = re.compile(r"\s+")
_PLAIN_SPACE = re.compile(r"[ \t\r\n]+")


def with_punctuation(
    quotation: Quotation, best: Match, passage: Passage, differences: tuple[Difference, ...]
) -> tuple[Difference, ...]:
    """Marks that differ between words that are the same."""
    quote, record = best.printed.tokens, best.stretch.tokens
    found: list[Difference] = []
    pairs, same = best.alignment.pairs, best.alignment.same
    for i in range(len(pairs) - 1):
        if (
            not (same[i] and same[i + 1] and pairs[i + 1] == pairs[i] + 1)
            or i + 1 in best.printed.cuts
        ):
            continue
        if (
            quote.starts[i + 1] < quote.ends[i]
            or record.starts[pairs[i + 1]] < record.ends[pairs[i]]
        ):
            continue
        mine = _PLAIN_SPACE.sub(" ", quote.text[quote.ends[i] : quote.starts[i + 1]])
        theirs = record.text[record.ends[pairs[i]] : record.starts[pairs[i + 1]]]
        if _SPACE.sub(" ", mine) == _SPACE.sub(" ", theirs) and (
            "\u00a0" not in mine or "\u00a0" in theirs
        ):
            continue
        a, b = best.printed.span(i, i + 1)[1], best.printed.place(i + 1)
        kind, allowed = _kind(mine, theirs)
        found.append(
            Difference(
                "replace",
                kind,
                theirs.strip(),
                quotation.text[a:b].strip(),
                a,
                b,
                record.ends[pairs[i]],
                record.starts[pairs[i + 1]],
                allowed=allowed,
            )
        )
    found.extend(_closing(quotation, best))
    if 0 in range(len(same)) and passage.start < best.start and same[0]:
        opening = best.source.text[passage.start : best.start].rstrip()
        found.append(
            Difference(
                "delete",
                "filler",
                opening,
                "",
                0,
                0,
                passage.start,
                passage.start + len(opening),
                allowed=True,
            )
        )
    for left, right in best.printed.sic:
        found.append(
            Difference(
                "insert",
                "sic",
                "",
                quotation.text[left:right].strip(),
                left,
                right,
                passage.end,
                passage.end,
                allowed=True,
            )
        )
    return tuple(sorted((*differences, *found), key=lambda d: (d.quote_start, d.record_start)))


def same_signs(quote: str, passage: str) -> bool:
    """Whether two texts are the same sign by sign, but for white space."""
    return _PLAIN_SPACE.sub(" ", quote).strip() in (
        _PLAIN_SPACE.sub(" ", passage).strip(),
        _SPACE.sub(" ", passage).strip(),
    )


def same_print(quote: str, passage: str) -> bool:
    """Whether two texts are the same but for white space and the marks at their ends."""

    def bare(text: str) -> str:
        return _SPACE.sub(" ", text).strip(" \"'“”‘’„«».,;:…-–—")

    if "\u00a0" in quote and "\u00a0" not in passage:
        return False
    return bare(quote) == bare(passage)


def _closing(quotation: Quotation, best: Match) -> Iterable[Difference]:
    """A closing comma for a full stop, where no attribution follows that it belongs to."""
    text = quotation.text.rstrip()
    if (
        not (best.alignment.same and best.alignment.same[-1])
        or quotation.cue
        or quotation.speaker_start is not None
    ):
        return
    end = best.end
    mark = best.source.text[end : end + 1]
    last = text[-1:]
    if last in ",;" and mark in ".!?" and mark:
        yield Difference(
            "replace",
            "punctuation",
            mark,
            last,
            len(text) - 1,
            len(text),
            end,
            end + 1,
            allowed=True,
        )
    elif last.isalnum() and mark in ("!", "?"):
        yield Difference(
            "delete", "punctuation", mark, "", len(text), len(text), end, end + 1, allowed=True
        )


def _marks(gap: str) -> str:
    return re.sub(r"[^,;:.!?…]", "", gap.replace("...", "…"))


def _kind(mine: str, theirs: str) -> tuple[DifferenceClass, bool]:
    if ("?" in mine) != ("?" in theirs) and set(mine + theirs) & set(".!"):
        return "question", False
    return ("punctuation" if _marks(mine) != _marks(theirs) else "typography"), True
