"""What a published page shows of a story, as a browser would read it."""

from dataclasses import dataclass
from html.parser import HTMLParser

VOID = frozenset(("br", "img", "source", "hr", "input", "link", "meta", "wbr"))
# Not of the text: where and when it was written.
ASIDE = frozenset(("dateline",))
Attributes = list[tuple[str, str | None]]


@dataclass(frozen=True, slots=True)
class Shown:
    """``headline`` and ``story`` are words, None where there is no such element. ``article`` is
    every article with its tags and attributes, and what it stands in."""

    headline: str | None
    story: str | None
    article: str


def shown_by(page: str) -> Shown:
    """What the page shows."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return Shown(
        folded("".join(reader.headline)) if reader.saw_headline else None,
        folded("".join(reader.story)) if reader.saw_story else None,
        folded("".join(reader.article)),
    )


def text_of(markup: str) -> str:
    """The words of a piece of HTML, as ``shown_by`` reads them."""
    return shown_by(f'<article><div class="story">{markup}</div></article>').story or ""


def folded(text: str) -> str:
    """With single spaces."""
    return " ".join(text.split())


class _Reader(HTMLParser):
    """Reads ``article``, in it ``h1`` and ``.story``."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.headline: list[str] = []
        self.story: list[str] = []
        self.article: list[str] = []
        self.saw_headline = self.saw_story = False
        # The elements that are open: tag, classes, and the tag as it was written.
        self._open: list[tuple[str, frozenset[str], str]] = []

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        written = f"<{tag} {sorted(attrs, key=str)}>"
        if tag == "article" and not self._inside("article"):
            self.article += [outer for _tag, _classes, outer in self._open]
        if tag not in VOID:
            classes = frozenset((dict(attrs).get("class") or "").split())
            self._open.append((tag, classes, written))
        if not self._inside("article"):
            return
        self.article.append(written)
        if tag in VOID:
            return
        self.saw_headline |= tag == "h1"
        self.saw_story |= "story" in classes
        # Blocks are told apart, whatever white space a template puts between them.
        self.story.append(" " if self._in_story() else "")

    def handle_endtag(self, tag: str) -> None:
        if self._inside("article"):
            self.article.append(f"</{tag}>")
        for depth in range(len(self._open) - 1, -1, -1):
            if self._open[depth][0] == tag:
                del self._open[depth:]
                break
        self.story.append(" " if self._in_story() else "")

    def handle_data(self, data: str) -> None:
        if not self._inside("article"):
            return
        self.article.append(data)
        if self._inside("h1"):
            self.headline.append(data)
        elif self._in_story() and not any(classes & ASIDE for _tag, classes, _as in self._open):
            self.story.append(data)

    def _inside(self, tag: str) -> bool:
        return any(name == tag for name, _classes, _as in self._open)

    def _in_story(self) -> bool:
        return self._inside("article") and any("story" in one for _tag, one, _as in self._open)
