"""Speech led by a dash, and "he said" set inside the speech itself.

Russian, Ukrainian and Azerbaijani set the remark off with dashes ("— Да, — сказал он. — Нет."),
Spanish with dashes that cling to it ("—Sí —dijo—. No."), French with commas ("— Oui, dit-il.").
"""

import re
from dataclasses import dataclass

from editorial.quotes.following import after
from editorial.quotes.phrases import Phraser

LED = re.compile(r"[ \t\xa0\u2009\u202f]*(?:[—–―]|-(?=[ \xa0]))[ \t\xa0\u2009\u202f]*(?=\S)")
BREAK = re.compile(
    r"(?<=[,.?!…;])[ \xa0\u202f]{0,3}[—–―-][ \xa0\u202f]{1,3}"
    r"|[ \xa0]{1,3}[—–―](?=[^\W\d_])|(?<=\w)[—–―](?=[.,;:])"
)
EDGE = " \t\xa0\u2009\u202f"
WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Speech:
    """A stretch of speech in parts, with speaker and cue as offsets where a remark names them."""

    parts: tuple[tuple[int, int], ...]
    speaker: tuple[int, int] | None = None
    cue: tuple[int, int] | None = None


def trimmed(text: str, start: int, end: int, left: str = EDGE) -> tuple[int, int]:
    """The range without white space at its ends, and without ``left`` at its start."""
    while start < end and text[start] in left:
        start += 1
    while end > start and text[end - 1] in EDGE:
        end -= 1
    return start, end


def led_by_dash(text: str, start: int, end: int) -> int:
    """Where the words begin after a dash that opens the line; -1 where none does."""
    match = LED.match(text, start, end)
    return match.end() if match else -1


def cut(text: str, start: int, end: int, phraser: Phraser) -> Speech | None:
    """The speech in a range with its remarks taken out; None where there is no remark."""
    dashed = _by_dashes(text, start, end, phraser)
    if dashed is not None or not phraser.language.incises:
        return dashed
    return _by_commas(text, start, end, phraser)


def _by_dashes(text: str, start: int, end: int, phraser: Phraser) -> Speech | None:
    breaks = [m.span() for m in BREAK.finditer(text, start, end)]
    if not breaks:
        return None
    parts: list[tuple[int, int]] = []
    speaker = cue = None
    remarked = heard = False
    edges = [*breaks, (end, end)]
    first = start
    for n, (a, b) in enumerate(edges):
        reading = None if remarked or n == 0 else _remark(text, first, a, phraser)
        if reading is not None:
            heard = True
            if speaker is None:
                speaker, cue = reading
            remarked = True
        else:
            begin, stop = trimmed(text, first, a, EDGE + ".,;:" if remarked else EDGE)
            if WORD.search(text, begin, stop):
                if parts and not remarked:
                    parts[-1] = (parts[-1][0], stop)
                else:
                    parts.append((begin, stop))
            remarked = False
        first = b
    return Speech(tuple(parts), speaker, cue) if heard and parts else None


def _remark(
    text: str, start: int, end: int, phraser: Phraser
) -> tuple[tuple[int, int] | None, tuple[int, int]] | None:
    """Speaker and cue of the remark in a range; None where it is speech."""
    if end - start > 300 or not text[start : start + 1].isalpha():
        return None
    frame = phraser.frame(text, start, end, [])
    signs = frame.signs
    place = next((i for i, s in enumerate(signs[:6]) if s in "VG"), -1)
    if place < 0 or (text[start].isupper() and place > 2):
        return None
    cue = frame.starts[place], frame.ends[place]
    reading = after("Q" + signs, 0, len(signs) + 1, phraser.language.compound)
    if reading is None or reading.speaker < 1:
        return None if any(s in "QA" for s in signs[:place]) else (None, cue)
    at = reading.speaker - 1
    return (frame.starts[at], frame.ends[at]), cue


def _by_commas(text: str, start: int, end: int, phraser: Phraser) -> Speech | None:
    frame = phraser.frame(text, start, end, [])
    signs = frame.signs
    for i in range(1, len(signs)):
        if signs[i] not in "Vx" or text[frame.starts[i]].isupper():
            continue
        stop = trimmed(text, start, frame.starts[i])[1]
        if text[stop - 1] not in ",?!…":
            continue
        if signs[i] == "V" and signs[i + 1 : i + 2] not in ("N", "C", "P"):
            continue
        far = min(i + 60, len(signs))
        high = next((k for k in range(i, far) if signs[k] in ",."), far)
        reading = after("Q" + signs[i:high], 0, high - i + 1, True)
        if reading is None or reading.speaker < 1:
            continue
        at = reading.speaker - 1 + i
        verb = reading.cue - 1 + i
        first = trimmed(text, start, stop)
        rest = frame.ends[high] if high < len(signs) else end
        parts = [first]
        second = trimmed(text, rest, end, EDGE + ".,")
        if WORD.search(text, *second):
            parts.append(second)
        return Speech(
            tuple(parts),
            (frame.starts[at], frame.ends[at]),
            (frame.starts[verb], frame.ends[verb]),
        )
    return None
