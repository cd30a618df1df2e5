"""Safe HTML of a text, with spans of its plain text marked in place."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

import markupsafe

from editorial.document.plain import plain
from editorial.document.schema import (
    Block,
    Blockquote,
    BulletList,
    Doc,
    HardBreak,
    Heading,
    Image,
    Inline,
    ListItem,
    Mark,
    OrderedList,
    Paragraph,
    Text,
)


@dataclass(frozen=True, slots=True)
class Span:
    """Words to mark, by offsets in the plain text: ``<span class=…>`` around each run of them.

    ``anchor`` becomes the id of the first run. ``trailing`` stands after the last word, outside of
    a link: markup where it is Markup, else escaped.
    """

    start: int
    end: int
    css_class: str
    trailing: str = ""
    anchor: str = ""


def html(
    body: Doc,
    spans: Sequence[Span] = (),
    start: int = 0,
    sizes: Mapping[str, tuple[int, int]] | None = None,
    picture: Callable[[Image], str] | None = None,
) -> str:
    """The body as HTML that needs no further cleaning.

    ``spans`` count from ``start``: 0 for offsets in ``plain(body)``, ``body_start`` for
    offsets in ``story_text(content)``; what lies outside of the body is left out. ``sizes`` gives
    width and height in pixels by a picture's ``src``, so that the page doesn't jump as it loads.
    ``picture`` may write the element of a picture in the place of ``<img>``: safe HTML, or "".
    """
    text = plain(body)
    lines: list[list[Span]] = [[] for _ in text.ids]
    starts = [start + line for line in text.starts]
    for span in spans:
        first = max(bisect_right(starts, span.start) - 1, 0)
        last = bisect_right(starts, span.end - 1)
        for index in range(first, last if span.start < span.end else first):
            lines[index].append(span)
    return _Page(starts, lines, sizes or {}, picture).blocks(body.content)


def line_html(text: str, spans: Sequence[Span] = (), start: int = 0) -> str:
    """One line, such as a headline, as HTML. ``spans`` count from ``start``."""
    return _Line(start, spans, set()).write([Text(text)] if text else [])


class _Page:
    def __init__(
        self,
        starts: list[int],
        lines: list[list[Span]],
        sizes: Mapping[str, tuple[int, int]],
        written: Callable[[Image], str] | None,
    ) -> None:
        self.rest = iter(zip(starts, lines, strict=True))
        self.sizes, self.written = sizes, written
        self.anchors: set[str] = set()

    def blocks(self, blocks: Iterable[Block | ListItem]) -> str:
        return "".join(self.block(block) for block in blocks)

    def block(self, block: Block | ListItem) -> str:
        match block:
            case Paragraph():
                return f"<p>{self.line(block.content)}</p>"
            case Heading():
                return f"<h{block.level}>{self.line(block.content)}</h{block.level}>"
            case Image():
                return self.picture(block)
            case Blockquote():
                return f"<blockquote>{self.blocks(block.content)}</blockquote>"
            case BulletList():
                return f"<ul>{self.blocks(block.content)}</ul>"
            case OrderedList():
                start = f' start="{block.start}"' if block.start != 1 else ""
                return f"<ol{start}>{self.blocks(block.content)}</ol>"
            case ListItem():
                return f"<li>{self.blocks(block.content)}</li>"

    def line(self, content: Iterable[Inline]) -> str:
        start, spans = next(self.rest)
        return _Line(start, spans, self.anchors).write(content)

    def picture(self, image: Image) -> str:
        size = self.sizes.get(image.src)
        shape = f' width="{size[0]}" height="{size[1]}"' if size else ""
        words = escape(image.caption)
        if image.credit:
            words += f'{" " if words else ""}<span class="credit">{escape(image.credit)}</span>'
        shown = (self.written(image) if self.written else "") or (
            f'<img src="{escape(image.src)}" alt="{escape(image.alt)}"{shape}'
            f' loading="lazy" decoding="async">'
        )
        return f"<figure>{shown}{f'<figcaption>{words}</figcaption>' if words else ''}</figure>"


class _Line:
    """Writes one block's words. What is open nests: link, then spans, then em and strong."""

    def __init__(self, start: int, spans: Sequence[Span], anchors: set[str]) -> None:
        self.position = start
        self.spans = sorted(
            (span for span in spans if span.start < span.end), key=lambda s: (s.start, -s.end)
        )
        self.tails = sorted(
            (span for span in self.spans if span.trailing and span.end > start),
            key=lambda span: (-span.end, span.start),
        )
        self.cuts = sorted({cut for span in self.spans for cut in (span.start, span.end)})
        self.anchors = anchors
        self.open: list[Mark | Span] = []
        self.pieces: list[str] = []

    def write(self, content: Iterable[Inline]) -> str:
        for item in content:
            if isinstance(item, HardBreak):
                self.reach([], self.position + 1)
                self.pieces.append("<br>")
                self.advance(self.position + 1)
            else:
                self.text(item)
        self.reach_stack([])
        # A span that runs on into the line feed after this block, and no further, ends here.
        self.flush(self.position + 1)
        return "".join(self.pieces)

    def text(self, item: Text) -> None:
        start, stop = self.position, self.position + len(item.text)
        first, last = bisect_right(self.cuts, start), bisect_right(self.cuts, stop - 1)
        for cut in (*self.cuts[first:last], stop):
            self.reach(item.marks, cut)
            self.pieces.append(escape(item.text[self.position - start : cut - start]))
            self.advance(cut)

    def reach(self, marks: Sequence[Mark], stop: int) -> None:
        spans = [s for s in self.spans if s.start <= self.position and s.end >= stop]
        links = [mark for mark in marks if mark.type == "link"]
        self.reach_stack([*links, *spans, *(mark for mark in marks if mark.type != "link")])

    def reach_stack(self, wanted: Sequence[Mark | Span]) -> None:
        shared = 0
        for old, new in zip(self.open, wanted, strict=False):
            if old != new:
                break
            shared += 1
        while len(self.open) > shared:
            self.pieces.append(_closing(self.open.pop()))
        for new in wanted[shared:]:
            self.pieces.append(self.opening(new))
            self.open.append(new)

    def advance(self, position: int) -> None:
        self.position = position
        if self.tails and self.tails[-1].end <= position:
            self.reach_stack([])
            self.flush(position)

    def flush(self, position: int) -> None:
        while self.tails and self.tails[-1].end <= position:
            self.pieces.append(str(markupsafe.escape(self.tails.pop().trailing)))

    def opening(self, new: Mark | Span) -> str:
        if isinstance(new, Mark):
            if new.type == "link":
                return f'<a href="{escape(new.href)}" rel="nofollow noopener">'
            return f"<{new.type}>"
        anchor = ""
        if new.anchor and new.anchor not in self.anchors:
            self.anchors.add(new.anchor)
            anchor = f' id="{escape(new.anchor)}"'
        return f'<span class="{escape(new.css_class)}"{anchor}>'


def _closing(old: Mark | Span) -> str:
    if isinstance(old, Span):
        return "</span>"
    return "</a>" if old.type == "link" else f"</{old.type}>"
