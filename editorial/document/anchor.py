"""Where a remark about some words stands, and where those words are once the text has changed."""

from collections.abc import Mapping
from dataclasses import dataclass

from editorial.document.content import Content
from editorial.document.pairing import bag, likeness
from editorial.document.plain import story_text
from editorial.document.prose import compare_words

# How much of what stood around words tells apart two places that say the same.
AROUND = 40
ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class Anchor:
    """Code points ``start`` to ``end`` of a block, the ``words`` there and all that the block said
    then. ``block`` is a block's id, or stands for the headline or the summary."""

    block: str
    start: int
    end: int
    words: str
    block_text: str

    @property
    def whole(self) -> bool:
        """It speaks of the block, not of some words in it."""
        return self.words == self.block_text


@dataclass(frozen=True, slots=True)
class Found:
    """Where the words are now. ``exact``: they are the very same words."""

    block: str
    start: int
    end: int
    exact: bool


def lines_of(content: Content) -> dict[str, str]:
    """What each block says: headline, summary, body, captions, in reading order."""
    story = story_text(content)
    return {
        block: story.text[start : story.stop(index)]
        for index, (block, start) in enumerate(zip(story.ids, story.starts, strict=True))
    }


def anchor(
    lines: Mapping[str, str], block: str = "", words: str = "", before: str = ""
) -> Anchor | None:
    """An anchor on ``words`` in the block, on all of it without words, in whatever block has them
    without a block. Said more than once, those are meant that stand after ``before``. None where
    they don't stand there."""
    best: tuple[int, Anchor] | None = None
    for key, text in lines.items():
        if block and key != block:
            continue
        if not words:
            return Anchor(key, 0, len(text), text, text) if block and text else None
        for start in _places(text, words):
            score = _shared_end(before, text[:start])
            if best is None or score > best[0]:
                best = score, Anchor(key, start, start + len(words), words, text)
    return None if best is None else best[1]


def follow(lines: Mapping[str, str], wanted: Anchor) -> Found | None:
    """The words in a later text: where they stood, where they went within their block, or in the
    block that took them over. None where they are gone."""
    text = lines.get(wanted.block)
    if text == wanted.block_text:
        return Found(wanted.block, wanted.start, wanted.end, exact=True)
    here = None if text is None else _mapped(wanted, wanted.block, text)
    if here is not None and here.exact:
        return here
    return _elsewhere(lines, wanted) or here


def _elsewhere(lines: Mapping[str, str], wanted: Anchor) -> Found | None:
    """A block that says the same under another id; else the place whose surroundings are likest;
    else, for a remark on a whole block, the block that is most like it."""
    for block, text in lines.items():
        if text == wanted.block_text:
            return Found(block, wanted.start, wanted.end, exact=True)
    size = len(wanted.words)
    before = wanted.block_text[: wanted.start]
    after = wanted.block_text[wanted.end :]
    best: tuple[int, Found] | None = None
    for block, text in lines.items():
        for start in _places(text, wanted.words):
            score = _shared_end(before, text[:start]) + _shared_start(after, text[start + size :])
            if best is None or score > best[0]:
                best = score, Found(block, start, start + size, exact=True)
    if best is not None:
        return best[1]
    if not wanted.whole or wanted.block in lines:
        return None
    words = bag(wanted.block_text)
    scored = [(likeness(words, bag(text)), block) for block, text in lines.items()]
    alike, likest = max(scored, default=(0.0, ""))
    return Found(likest, 0, len(lines[likest]), exact=False) if alike >= ALIKE else None


def _mapped(wanted: Anchor, block: str, text: str) -> Found | None:
    """The range carried through the words that stayed; None where none of its own did."""
    old = new = 0
    start, end = None, 0
    for run in compare_words(wanted.block_text, text):
        size = len(run.text)
        if run.kind == "equal":
            low, high = max(wanted.start, old), min(wanted.end, old + size)
            if low < high and any(letter.isalnum() for letter in run.text[low - old : high - old]):
                start = new + low - old if start is None else start
                end = new + high - old
        old += size if run.kind != "inserted" else 0
        new += size if run.kind != "deleted" else 0
    if start is None:
        return Found(block, 0, len(text), exact=False) if wanted.whole and text else None
    if wanted.whole:
        return Found(block, 0, len(text), exact=False)
    if text[start:end] != wanted.words:
        start += len(text[start:end]) - len(text[start:end].lstrip())
        end -= len(text[start:end]) - len(text[start:end].rstrip())
    return Found(block, start, end, exact=text[start:end] == wanted.words)


def _places(text: str, words: str) -> list[int]:
    places = []
    at = text.find(words) if words else -1
    while at >= 0:
        places.append(at)
        at = text.find(words, at + 1)
    return places


def _shared_end(one: str, other: str) -> int:
    return _shared_start(one[::-1], other[::-1])


def _shared_start(one: str, other: str) -> int:
    size = 0
    for left, right in zip(one[:AROUND], other[:AROUND], strict=False):
        if left != right:
            break
        size += 1
    return size
