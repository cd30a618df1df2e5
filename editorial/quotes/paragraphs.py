"""Paragraphs of a text, and the marked stretches that stand at the top level of each."""

import re
from dataclasses import dataclass, field

from editorial.quotes.marks import Span, pair

LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c]+")
ANY = re.compile(r"[\"“”„‟«»‹›‘‛`´＂]|''|’’|‚‚|,,|(?<!\w)['’‚]")
LETTER = re.compile(r"\w")


@dataclass(slots=True)
class Paragraph:
    """One line of the text with its top-level spans, in order.

    ``reopens``: it begins with the mark that carries on the quotation of the line before.
    """

    start: int
    end: int
    spans: list[Span] = field(default_factory=list)
    reopens: bool = False


def paragraphs(text: str) -> list[Paragraph]:
    """Every line with words; linear in the length of the text."""
    found: list[Paragraph] = []
    paired: list[list[Span]] = []
    for line in LINE.finditer(text):
        start, end = line.span()
        if LETTER.search(text, start, end) is None:
            continue
        found.append(Paragraph(start, end))
        spans = pair(text, start, end) if ANY.search(text, start, end) else []
        paired.append(sorted(spans, key=lambda s: (s.outer, -s.end)))
    for n, spans in enumerate(paired):
        following = paired[n + 1] if n + 1 < len(paired) else []
        carried = bool(following) and _leads(text, found[n + 1], following[0])
        found[n].spans = _top_level(text, spans, carried)
        tops = found[n].spans
        if carried and tops and not tops[-1].closed:
            found[n + 1].reopens = True
    return found


def _leads(text: str, paragraph: Paragraph, span: Span) -> bool:
    return span.family != "single" and not text[paragraph.start : span.outer].strip()


def _top_level(text: str, spans: list[Span], carried: bool) -> list[Span]:
    """The outermost spans with words in them.

    A mark that never closes holds what follows only if the next paragraph reopens it; else the
    spans in it count for themselves.
    """
    top: list[Span] = []
    for n, span in enumerate(spans):
        if LETTER.search(text, span.start, span.end) is None:
            continue
        if top and span.outer < top[-1].end:
            continue
        if not span.closed and not carried:
            following = spans[n + 1] if n + 1 < len(spans) else None
            if following is not None and following.family != "single":
                continue
        top.append(span)
    return top


def outer_singles(lines: list[Paragraph], headline_end: int) -> bool:
    """Whether the text below its headline quotes in single marks, as British books do."""
    single = double = 0
    for line in lines:
        for span in line.spans if line.start >= headline_end else ():
            if span.family == "single":
                single += 1
            else:
                double += 1
    return single > double
