"""A quote as printed: its words, which stand in brackets, and where it shows a cut."""

import re
from bisect import bisect_left
from dataclasses import dataclass, replace

from editorial.quotes.quotation import Quotation
from editorial.quotes.tokens import Tokens, tokenise

ELLIPSIS = re.compile(r"[\[(]\s*(?:…|\.\s?\.\s?\.)\s*[\])]|…|\.\s?\.\s?\.(?:\s?\.)?")
_BRACKET = re.compile(r"\[([^\[\]\n]{0,200})\]")
_PUT_IN = re.compile(r"(?<![^\W_])\[[^\[\]\n]{0,200}\](?![^\W_])")
_SIC = re.compile(r"\s*[\[(]\s*(?:sic|так в тексте|так!)\s*!?\s*[\])]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Printed:
    """The words of a quote.

    ``tokens`` are of ``clean``, the quote without brackets; ``origin[i]`` is where ``clean[i]``
    stands in ``text``. ``bracket[i]`` tells whether word ``i`` stands wholly in brackets,
    ``changed[i]`` whether some of its letters do. ``cuts`` holds the words (by index) directly
    before which an ellipsis stands; ``len(tokens)`` for one at the end. ``sic`` are offsets.
    ``pauses`` holds the words that open a new sentence behind an attribution.
    """

    text: str
    clean: str
    origin: tuple[int, ...]
    tokens: Tokens
    bracket: tuple[bool, ...]
    changed: tuple[bool, ...]
    cuts: frozenset[int]
    sic: tuple[tuple[int, int], ...]
    pauses: frozenset[int] = frozenset()

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Offsets in ``text`` of words ``first`` to before ``last``; brackets included."""
        if first >= last:
            at = self.place(first)
            return at, at
        start = self.place(first)
        end = self.origin[self.tokens.ends[last - 1] - 1] + 1
        while start > 0 and self.text[start - 1] == "[":
            start -= 1
        if self.text[end : end + 1] == "]":
            end += 1
        return start, max(start, end)

    def place(self, index: int) -> int:
        """Where word ``index`` starts in ``text``; its end for one past the last."""
        if index < len(self.tokens):
            offset = self.tokens.starts[index]
            return self.origin[offset] if offset < len(self.origin) else len(self.text)
        return len(self.text)


def read(text: str, language: str) -> Printed:
    """The quote ``text`` taken apart. Linear time."""
    sic = (
        tuple(match.span() for match in _SIC.finditer(text))
        if "ic" in text or "так" in text
        else ()
    )
    if "[" not in text and not sic:
        tokens = tokenise(text, language)
        size = len(tokens)
        cuts = _cuts(text, tokens) if "." in text or "…" in text else frozenset[int]()
        none = (False,) * size
        return Printed(text, text, tuple(range(len(text))), tokens, none, none, cuts, ())
    clean, origin, within = _without_brackets(text, sic)
    tokens = tokenise(clean, language)
    bracket: list[bool] = []
    changed: list[bool] = []
    for start, end in zip(tokens.starts, tokens.ends, strict=True):
        inside = [within[i] for i in range(start, max(end, start + 1)) if i < len(within)]
        bracket.append(bool(inside) and all(inside))
        changed.append(any(inside) and not all(inside))
    return Printed(
        text, clean, origin, tokens, tuple(bracket), tuple(changed), _cuts(clean, tokens), sic
    )


def spoken(text: str) -> str:
    """The quote without what brackets put in; the whole where that leaves no word."""
    if "[" not in text:
        return text
    kept = _PUT_IN.sub(" ", text)
    return kept if any(sign.isalnum() for sign in kept) else text


def _without_brackets(
    text: str, sic: tuple[tuple[int, int], ...]
) -> tuple[str, tuple[int, ...], list[bool]]:
    dropped: set[int] = set()
    for start, end in sic:
        dropped.update(range(start, end))
    inside: set[int] = set()
    for match in _BRACKET.finditer(text):
        start, end = match.span()
        if start in dropped or ELLIPSIS.fullmatch(match.group()):
            continue
        dropped.update((start, end - 1))
        if not ELLIPSIS.fullmatch(match[1].strip()):
            inside.update(range(start + 1, end - 1))
    origin = tuple(i for i in range(len(text)) if i not in dropped)
    return "".join(text[i] for i in origin), origin, [i in inside for i in origin]


def _cuts(clean: str, tokens: Tokens) -> frozenset[int]:
    return frozenset(tokens.at(match.start()) for match in ELLIPSIS.finditer(clean))


def with_pauses(printed: Printed, quotation: Quotation) -> Printed:
    """The same, told where an attribution parts the sentences of the quote."""
    sizes = [part.end - part.start for part in quotation.parts]
    if len(sizes) < 2 or sum(sizes) + len(sizes) - 1 != len(quotation.text):
        return printed
    pauses: set[int] = set()
    offset = 0
    places = [printed.place(i) for i in range(len(printed.tokens))]
    for size in sizes[:-1]:
        offset += size + 1
        if (
            quotation.text[offset : offset + 1].isupper()
            or quotation.text[offset : offset + 1] == "["
        ):
            pauses.add(bisect_left(places, offset))
    return replace(printed, pauses=frozenset(pauses))
