"""The body of a dispatch as a tree: ProseMirror's JSON with the nodes that a news story needs.

::

    doc         > (paragraph | heading | blockquote | bullet_list | ordered_list | image)+
    paragraph   > (text | hard_break)*
    heading     > text*                              level 2 to 4
    blockquote  > (paragraph | bullet_list | ordered_list)+
    bullet_list, ordered_list(start) > list_item+
    list_item   > paragraph (paragraph | bullet_list | ordered_list)*
    image       src, alt, caption, credit

Every node but ``doc``, ``text`` and ``hard_break`` carries a stable ``attrs.id``. Text bears the
marks ``link``, ``em`` and ``strong``, outermost first, each at most once; neighbouring texts with
the same marks are one text, so that one reading has one tree and one digest.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

Json: TypeAlias = dict[str, Any]
MarkType: TypeAlias = Literal["link", "em", "strong"]

MARK_ORDER: dict[str, int] = {"link": 0, "em": 1, "strong": 2}
MIN_LEVEL, MAX_LEVEL = 2, 4
MAX_START = 999_999_999
MAX_HREF = 2_000

HEADLINE_ID = "headline"
SUMMARY_ID = "summary"
FIELD_IDS = frozenset({HEADLINE_ID, SUMMARY_ID})
"""Stand for the headline and the summary beside the ids of blocks; no block may take them."""

BLOCK_ID = re.compile(r"[A-Za-z0-9_-]{1,32}", re.ASCII)
PICTURE_SRC = re.compile(r"/pictures/([0-9a-f]{64})", re.ASCII)
HREF = re.compile(
    r"""(?:https?://[^\s/?\#@<>"\\^`{|}]+(?:[/?\#][^\s<>"\\^`{|}]*)?"""
    r"""|mailto:[^\s?@<>"\\^`{|}]+@[^\s@<>"\\^`{|}]+)""",
    re.IGNORECASE,
)
# Controls, line and paragraph separators, lone surrogates, and what XML (a feed) can't carry.
ILLEGIBLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Mark:
    type: MarkType
    href: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    text: str
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class HardBreak:
    """A line's end within a paragraph. It bears no marks."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    id: str
    content: "tuple[Inline, ...]" = ()


@dataclass(frozen=True, slots=True)
class Heading:
    id: str
    level: int
    content: "tuple[Inline, ...]" = ()


@dataclass(frozen=True, slots=True)
class Image:
    id: str
    src: str
    alt: str = ""
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class ListItem:
    id: str
    content: "tuple[Inner, ...]"


@dataclass(frozen=True, slots=True)
class BulletList:
    id: str
    content: tuple[ListItem, ...]


@dataclass(frozen=True, slots=True)
class OrderedList:
    id: str
    content: tuple[ListItem, ...]
    start: int = 1


@dataclass(frozen=True, slots=True)
class Blockquote:
    id: str
    content: "tuple[Inner, ...]"


@dataclass(frozen=True, slots=True)
class Doc:
    content: "tuple[Block, ...]"


Inline: TypeAlias = Text | HardBreak
Inner: TypeAlias = Paragraph | BulletList | OrderedList
Block: TypeAlias = Paragraph | Heading | Blockquote | BulletList | OrderedList | Image
Identified: TypeAlias = Block | ListItem
Leaf: TypeAlias = Paragraph | Heading | Image
Node: TypeAlias = Doc | Identified | Inline

TYPES: dict[type, str] = {
    Doc: "doc",
    Paragraph: "paragraph",
    Heading: "heading",
    Blockquote: "blockquote",
    BulletList: "bullet_list",
    OrderedList: "ordered_list",
    ListItem: "list_item",
    Image: "image",
    Text: "text",
    HardBreak: "hard_break",
}

EMPTY_BODY = Doc((Paragraph("start"),))


def inline(items: Iterable[Inline]) -> tuple[Inline, ...]:
    """The same words in the one form they can have: no empty text, equal neighbours joined."""
    joined: list[Inline] = []
    pieces: list[str] = []
    marks: tuple[Mark, ...] = ()

    def close() -> None:
        if pieces:
            joined.append(Text("".join(pieces), marks))
            pieces.clear()

    for item in items:
        if isinstance(item, HardBreak):
            close()
            joined.append(item)
        elif item.text:
            if item.marks != marks:
                close()
                marks = item.marks
            pieces.append(item.text)
    close()
    return tuple(joined)


def to_json(node: Node) -> Json:
    """ProseMirror's JSON of a node, as ``Node.toJSON`` writes it: nothing empty but attributes."""
    if isinstance(node, Text):
        text: Json = {"type": "text", "text": node.text}
        if node.marks:
            text["marks"] = [_mark_json(mark) for mark in node.marks]
        return text
    if isinstance(node, HardBreak):
        return {"type": "hard_break"}
    value: Json = {"type": TYPES[type(node)]}
    if not isinstance(node, Doc):
        value["attrs"] = attributes(node)
    if not isinstance(node, Image) and node.content:
        value["content"] = [to_json(child) for child in node.content]
    return value


def attributes(node: Identified) -> Json:
    """What a block carries beside its content, ``id`` among it."""
    if isinstance(node, Image):
        return {
            "id": node.id,
            "src": node.src,
            "alt": node.alt,
            "caption": node.caption,
            "credit": node.credit,
        }
    if isinstance(node, Heading):
        return {"id": node.id, "level": node.level}
    if isinstance(node, OrderedList):
        return {"id": node.id, "start": node.start}
    return {"id": node.id}


def _mark_json(mark: Mark) -> Json:
    if mark.type == "link":
        return {"type": "link", "attrs": {"href": mark.href}}
    return {"type": mark.type}


def leaves(node: Doc | Identified) -> Iterator[Leaf]:
    """Paragraphs, headings and pictures in reading order, out of their lists and quotes."""
    if isinstance(node, Paragraph | Heading | Image):
        yield node
    else:
        for child in node.content:
            yield from leaves(child)


def is_href(href: str) -> bool:
    """Whether a link may lead there: http, https or mailto, whole, without a hidden sign-in."""
    return (
        len(href) <= MAX_HREF
        and HREF.fullmatch(href) is not None
        and ILLEGIBLE.search(href) is None
    )


def pictures(body: Doc) -> list[str]:
    """SHA-256 of every picture in the body, sorted, each once."""
    found = {
        match[1]
        for block in body.content
        if isinstance(block, Image) and (match := PICTURE_SRC.fullmatch(block.src))
    }
    return sorted(found)
