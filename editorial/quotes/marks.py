"""Pairing quotation marks, one paragraph at a time and in one pass."""

import re
from dataclasses import dataclass
from typing import Literal

Family = Literal["double", "single", "angle"]

# A longer run is a ruler or noise, never a quotation; a mark inside a word is an apostrophe.
TOKEN = re.compile(
    r"[\"“”„‟«»‹›‘’‚‛'`´＂]{5,}"
    r"|(?P<mark>''|``|´´|‘‘|’’|‚‚|(?<!\S),,(?=\w)"
    r"|[\"“”„‟«»‹›‚＂]|(?<!\w)[‘’‛'`´]|[‘’‛'`´](?!\w))"
)
ANGLES = "«»‹›"
SINGLES = "‘’‚‛'`´"
LOW = ("„", "‚‚", ",,", "‟")
STRAIGHT = ('"', "''", "´´", "＂")
OPENING = "([{<–—―-/“„«‘‚»\"'¿¡…*"
CLOSING = ".,;:!?)]}…"
ELISION = re.compile(r"(?:\d0s|em|til|tis|twas|cause|bout|n)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Span:
    """Words between two marks: ``text[start:end]``, marks excluded.

    ``outer`` is where the opening mark begins; ``depth`` counts the marks it stands in;
    ``closed`` is false where the paragraph ended before the closing mark.
    """

    start: int
    end: int
    outer: int
    mark: str
    family: Family
    depth: int
    closed: bool


@dataclass(slots=True)
class Opened:
    """An opening mark still waiting for its closing one; ``weak`` may be a plural's apostrophe."""

    outer: int
    start: int
    mark: str
    family: Family
    weak: int = -1


def pair(text: str, begin: int, end: int) -> list[Span]:
    """The spans of the paragraph ``text[begin:end]``, by where they end; linear in its length."""
    found: list[Span] = []
    stack: list[Opened] = []
    for match in TOKEN.finditer(text, begin, end):
        mark = match["mark"]
        if mark is None:
            continue
        i, j = match.span()
        before = text[i - 1] if i > begin else " "
        after = text[j] if j < end else " "
        if mark in SINGLES:
            _single(text, found, stack, mark, i, j, before, after)
        elif mark in ANGLES:
            _angle(found, stack, mark, i, j, before, after)
        else:
            _double(found, stack, mark, i, j, before, after)
    while stack:
        _give_up(found, stack, end)
    return found


def _push(stack: list[Opened], mark: str, family: Family, i: int, j: int) -> None:
    if len(stack) < 8:
        stack.append(Opened(i, j, mark, family))


def _close(found: list[Span], stack: list[Opened], family: Family, i: int) -> bool:
    """Close the innermost open mark of the family, and give up what was left open inside."""
    for k in range(len(stack) - 1, -1, -1):
        if stack[k].family == family:
            while len(stack) > k + 1:
                _give_up(found, stack, i)
            o = stack.pop()
            found.append(Span(o.start, i, o.outer, o.mark, family, len(stack), True))
            return True
    return False


def _give_up(found: list[Span], stack: list[Opened], end: int) -> None:
    o = stack.pop()
    depth = len(stack)
    if o.family == "single":
        if o.weak >= 0:
            found.append(Span(o.start, o.weak, o.outer, o.mark, "single", depth, True))
        return
    found.append(Span(o.start, end, o.outer, o.mark, o.family, depth, False))


def _double(
    found: list[Span], stack: list[Opened], mark: str, i: int, j: int, before: str, after: str
) -> None:
    opened = next((o for o in reversed(stack) if o.family == "double"), None)
    starts = (before.isspace() or before in OPENING) and not after.isspace()
    ends = not before.isspace() and (not after.isalnum())
    if mark in LOW:
        _push(stack, mark, "double", i, j)
    elif opened is None:
        loose = before.isspace() or before in ",.:;" or (mark in "“``" and not after.isspace())
        if starts or (loose and (mark in STRAIGHT or mark in "“``" or not after.isspace())):
            _push(stack, mark, "double", i, j)
    elif opened.mark in LOW:
        if mark in STRAIGHT and starts and not ends and before not in "-–—/":
            _push(stack, mark, "double", i, j)
        else:
            _close(found, stack, "double", i)
    elif mark == "”":
        _close(found, stack, "double", i)
    elif starts and not ends:
        _push(stack, mark, "double", i, j)
    elif mark in STRAIGHT or ends or before in CLOSING:
        _close(found, stack, "double", i)
    else:
        _push(stack, mark, "double", i, j)


def _angle(
    found: list[Span], stack: list[Opened], mark: str, i: int, j: int, before: str, after: str
) -> None:
    inward = before.isspace() or before in OPENING
    if mark in "«‹":
        reversed_style = any(o.mark in "»›" for o in stack)
        if reversed_style and not (inward and not after.isspace()):
            _close(found, stack, "angle", i)
        elif not (after.isspace() and not inward):
            _push(stack, mark, "angle", i, j)
        else:
            _close(found, stack, "angle", i)
    elif inward and not after.isspace() and after not in CLOSING and after not in "«»‹›":
        _push(stack, mark, "angle", i, j)
    else:
        _close(found, stack, "angle", i)


def _single(
    text: str,
    found: list[Span],
    stack: list[Opened],
    mark: str,
    i: int,
    j: int,
    before: str,
    after: str,
) -> None:
    opened = stack[-1] if stack and stack[-1].family == "single" else None
    set_apart = before.isspace() and (mark == "’" and opened is not None and opened.mark == "‘")
    if opened is not None and (set_apart or not before.isspace()) and not after.isalnum():
        plural = mark in "'’" and before in "sS" and after == " " and text[j + 1 : j + 2].islower()
        if plural:
            opened.weak = i
        else:
            _close(found, stack, "single", i)
        return
    inward = before.isspace() or before in OPENING
    apart = mark == "‘" and before.isspace()
    if inward and (apart or not after.isspace()) and after not in CLOSING:
        if mark in "'’" and ELISION.match(text, j):
            return
        if opened is not None and opened.weak >= 0:
            _give_up(found, stack, i)
        _push(stack, mark, "single", i, j)
