"""Interview layout: turns that open with the speaker's label and stand without marks."""

import re
from dataclasses import dataclass

from editorial.quotes.dashes import trimmed
from editorial.quotes.paragraphs import Paragraph

LABEL = re.compile(
    r"[ \t]*[*_]{0,2}([^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,4})(?: \([^()\n]{1,40}\))?[*_]{0,2}"
    r"[ \t]*:[*_]{0,2}[ \t\xa0]+(?=\S)"
)
FEWEST_TURNS = 3


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn: its label and its paragraphs, as offsets, and the first paragraph's number."""

    number: int
    label: tuple[int, int]
    parts: tuple[tuple[int, int], ...]
    numbers: tuple[int, ...]


def turns(text: str, lines: list[Paragraph]) -> list[Turn]:
    """The turns of an interview; none unless labels alternate and someone asks a question."""
    labelled: list[tuple[int, re.Match[str]]] = []
    for number, line in enumerate(lines):
        match = LABEL.match(text, line.start, line.end)
        if match and _label(match[1]):
            labelled.append((number, match))
    if len(labelled) < FEWEST_TURNS:
        return []
    names: dict[str, int] = {}
    for _, match in labelled:
        names[match[1].lower()] = names.get(match[1].lower(), 0) + 1
    kept = [(n, m) for n, m in labelled if names[m[1].lower()] > 1 or len(m[1]) > 1]
    repeated = [name for name, count in names.items() if count > 1]
    if len(names) > len(labelled) // 2 + 1 or not repeated or len(names) < 2:
        return []
    found = _turns(text, lines, kept)
    words = sum(text.count(" ", a, b) + 1 for t in found for a, b in t.parts)
    asked = any(text.find("?", a, b) >= 0 for t in found for a, b in t.parts)
    return found if asked and words >= 4 * len(found) else []


def _label(label: str) -> bool:
    """Whether every word of a label begins with a capital, as names and "Q" do."""
    return all(w[0].isupper() for w in label.split() if len(w) > 3 or w == label)


def _turns(
    text: str, lines: list[Paragraph], labelled: list[tuple[int, re.Match[str]]]
) -> list[Turn]:
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
