"""A passage with what stands right before and after it in its source."""

from dataclasses import dataclass

from editorial.quotes.finding import Passage
from editorial.quotes.source import Source

MOST = 180


@dataclass(frozen=True, slots=True)
class Around:
    """The record's own words, its line ends as spaces; "…" where more of it follows."""

    before: str
    words: str
    after: str


def around(source: Source, passage: Passage, most: int = MOST) -> Around:
    """Up to ``most`` characters on either side, cut between words."""
    text, start, end = source.text, passage.start, passage.end
    left, right = max(0, start - most), min(len(text), end + most)
    before, after = text[left:start], text[end:right]
    if left:
        before = "… " + before.partition(" ")[2]
    if right < len(text):
        after = after.rpartition(" ")[0] + " …"
    return Around(_line(before), _line(text[start:end]), _line(after))


def _line(text: str) -> str:
    return " ".join(text.split())
