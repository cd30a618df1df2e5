"""Interview layout: turns that open with the speaker's label and stand without marks."""

import re
from collections import Counter
from dataclasses import dataclass

from editorial.quotes.dashes import trimmed
from editorial.quotes.paragraphs import Paragraph

LABEL = re.compile(
    r"[ \t]*[*_]{0,2}([^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,4})(?: \([^()\n]{1,40}\))?[*_]{0,2}"
    r"[ \t]*:[*_]{0,2}[ \t\xa0]+(?=\S)"
)
FEWEST_TURNS = 3
FARTHEST = 6
MARKS = frozenset("\"“„«»‘'‹")
Labelled = tuple[int, re.Match[str]]


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn: its label and its paragraphs, as offsets, and the first paragraph's number."""

    number: int
    label: tuple[int, int]
    parts: tuple[tuple[int, int], ...]
    numbers: tuple[int, ...]


def turns(text: str, lines: list[Paragraph]) -> list[Turn]:
    """The turns of an interview; none unless labels alternate and someone asks a question.

    Turns that stand more than ``FARTHEST`` paragraphs apart belong to different interviews.
    """
    found: list[Turn] = []
    cluster: list[Labelled] = []
    for number, line in enumerate(lines):
        match = LABEL.match(text, line.start, line.end)
        if match is None or not _label(match[1]) or text[match.end()] in MARKS:
            continue
        if cluster and number - cluster[-1][0] > FARTHEST:
            found += _interview(text, lines, cluster)
            cluster = []
        cluster.append((number, match))
    return found + _interview(text, lines, cluster)


def _interview(text: str, lines: list[Paragraph], labelled: list[Labelled]) -> list[Turn]:
    """The turns of a run of labelled paragraphs, if it is an interview."""
    names = Counter(match[1].lower() for _, match in labelled)
    few = 2 <= len(names) <= len(labelled) // 2 + 1
    if len(labelled) < FEWEST_TURNS or not few or max(names.values()) < 2:
        return []
    found = _turns(text, lines, labelled)
    words = sum(text.count(" ", a, b) + 1 for t in found for a, b in t.parts)
    asked = any(text.find("?", a, b) >= 0 for t in found for a, b in t.parts)
    return found if asked and words >= 4 * len(found) else []


def _label(label: str) -> bool:
    """Whether every word of a label begins with a capital, as names and "Q" do."""
    return all(w[0].isupper() for w in label.split() if len(w) > 3 or w == label)


def _turns(text: str, lines: list[Paragraph], labelled: list[Labelled]) -> list[Turn]:
    found: list[Turn] = []
    for k, (number, match) in enumerate(labelled):
        following = labelled[k + 1][0] if k + 1 < len(labelled) else number + 1
        parts = [trimmed(text, match.end(), lines[number].end)]
        numbers = [number]
        for n in range(number + 1, following):
            parts.append(trimmed(text, lines[n].start, lines[n].end))
            numbers.append(n)
        found.append(Turn(number, match.span(1), tuple(parts), tuple(numbers)))
    return found
