"""Judging a tree that came from outside, before anything else reads it."""

from collections.abc import Callable
from typing import TypeVar, cast

from editorial.document.schema import (
    BLOCK_ID,
    FIELD_IDS,
    ILLEGIBLE,
    MARK_ORDER,
    MAX_LEVEL,
    MAX_START,
    MIN_LEVEL,
    PICTURE_SRC,
    Block,
    Blockquote,
    BulletList,
    Doc,
    HardBreak,
    Heading,
    Identified,
    Image,
    Inline,
    Inner,
    Json,
    ListItem,
    Mark,
    OrderedList,
    Paragraph,
    Text,
    inline,
    is_href,
)

MAX_DEPTH = 12
MAX_NODES = 20_000
MAX_TEXT = 2_000_000
MAX_LABEL = 2_000

INNER = frozenset({"paragraph", "bullet_list", "ordered_list"})
BLOCKS = INNER | {"heading", "blockquote", "image"}
ITEMS = frozenset({"list_item"})
INLINE = frozenset({"text", "hard_break"})
KNOWN = BLOCKS | ITEMS | INLINE | {"doc"}

KEYS = frozenset({"type", "attrs", "content"})
TEXT_KEYS = frozenset({"type", "text", "marks"})
BREAK_KEYS = frozenset({"type", "marks"})

Found = TypeVar("Found")


class InvalidDocument(ValueError):
    """The text can't be taken: a sentence for a person, and where in the tree it fails."""

    def __init__(self, sentence: str, path: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.path = path


def validate(tree: object) -> Doc:
    """The tree as nodes, in the one form its words can have.

    Neighbouring texts with equal marks are joined, marks are put in order, those on a hard break
    are dropped. Raises InvalidDocument for everything else that the schema doesn't know, for more
    than 12 levels, 20,000 nodes or 2,000,000 characters, for control characters and for ids that
    are missing or doubled.
    """
    return _Reading().doc(tree)


class _Reading:
    def __init__(self) -> None:
        self.nodes = 0
        self.text = 0
        self.ids: set[str] = set()

    def doc(self, tree: object) -> Doc:
        node = self._node(tree, frozenset({"doc"}), "", 0)
        _only_keys(node, frozenset({"type", "content"}), "")
        content = self._content(node, BLOCKS, "", 0, self._block)
        if not content:
            raise InvalidDocument("A text needs at least one paragraph.", "content")
        return Doc(cast("tuple[Block, ...]", content))

    def _block(self, value: object, allowed: frozenset[str], path: str, depth: int) -> Identified:
        node = self._node(value, allowed, path, depth)
        _only_keys(node, KEYS, path)
        kind = cast("str", node["type"])
        if kind == "image":
            return self._image(node, path)
        if kind == "paragraph":
            return Paragraph(self._id(node, {"id"}, path), self._inline(node, INLINE, path, depth))
        if kind == "heading":
            block_id = self._id(node, {"id", "level"}, path)
            level = _whole_number(node, "level", None, MIN_LEVEL, MAX_LEVEL, path)
            texts = self._inline(node, frozenset({"text"}), path, depth)
            return Heading(block_id, level, texts)
        return self._container(node, kind, path, depth)

    def _container(self, node: Json, kind: str, path: str, depth: int) -> Identified:
        block_id = self._id(node, {"id", "start"} if kind == "ordered_list" else {"id"}, path)
        inside = ITEMS if kind in ("bullet_list", "ordered_list") else INNER
        content = self._content(node, inside, path, depth, self._block)
        if not content:
            raise InvalidDocument(f"A {_name(kind)} is empty.", path)
        if kind == "blockquote":
            return Blockquote(block_id, cast("tuple[Inner, ...]", content))
        if kind == "list_item":
            if not isinstance(content[0], Paragraph):
                raise InvalidDocument("A list item must begin with a paragraph.", path)
            return ListItem(block_id, cast("tuple[Inner, ...]", content))
        items = cast("tuple[ListItem, ...]", content)
        if kind == "bullet_list":
            return BulletList(block_id, items)
        return OrderedList(block_id, items, _whole_number(node, "start", 1, 0, MAX_START, path))

    def _image(self, node: Json, path: str) -> Image:
        block_id = self._id(node, {"id", "src", "alt", "caption", "credit"}, path)
        if node.get("content"):
            raise InvalidDocument("A picture can't hold text.", path)
        src = node["attrs"].get("src")
        if not isinstance(src, str) or not PICTURE_SRC.fullmatch(src):
            raise InvalidDocument("A picture must be one of the newsroom's own.", path)
        return Image(
            block_id,
            src,
            self._label(node, "alt", path),
            self._label(node, "caption", path),
            self._label(node, "credit", path),
        )

    def _label(self, node: Json, name: str, path: str) -> str:
        label = node["attrs"].get(name)
        if label is None:
            return ""
        if not isinstance(label, str):
            raise InvalidDocument(f"A picture's {name} must be text.", path)
        if len(label) > MAX_LABEL:
            raise InvalidDocument(f"A picture's {name} is longer than {MAX_LABEL:,} letters.", path)
        self._count(label, path)
        return label

    def _inline(
        self, node: Json, allowed: frozenset[str], path: str, depth: int
    ) -> tuple[Inline, ...]:
        return inline(self._content(node, allowed, path, depth, self._inline_node))

    def _inline_node(self, value: object, allowed: frozenset[str], path: str, depth: int) -> Inline:
        node = self._node(value, allowed, path, depth)
        if node["type"] == "hard_break":
            _only_keys(node, BREAK_KEYS, path)
            self._marks(node, path)
            return HardBreak()
        _only_keys(node, TEXT_KEYS, path)
        text = node.get("text")
        if not isinstance(text, str):
            raise InvalidDocument("A piece of text holds no text.", path)
        self._count(text, path)
        return Text(text, self._marks(node, path))

    def _marks(self, node: Json, path: str) -> tuple[Mark, ...]:
        value = node.get("marks")
        if value is None:
            return ()
        if not isinstance(value, list):
            raise InvalidDocument("The formatting of a text can't be read.", path)
        marks = [_mark(mark, f"{path}.marks.{index}") for index, mark in enumerate(value[:4])]
        if len({mark.type for mark in marks}) < len(value):
            raise InvalidDocument("A text bears the same formatting twice.", path)
        return tuple(sorted(marks, key=lambda mark: MARK_ORDER[mark.type]))

    def _node(self, value: object, allowed: frozenset[str], path: str, depth: int) -> Json:
        if not isinstance(value, dict):
            raise InvalidDocument("A part of the text can't be read.", path)
        kind = value.get("type")
        if not isinstance(kind, str) or kind not in KNOWN:
            raise InvalidDocument("The text holds something that a dispatch can't.", path)
        if kind not in allowed:
            raise InvalidDocument(f"A {_name(kind)} can't stand here.", path)
        if depth > MAX_DEPTH:
            raise InvalidDocument("The text is nested too deeply.", path)
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise InvalidDocument(f"The text has more than {MAX_NODES:,} parts.", path)
        return value

    def _content(
        self,
        node: Json,
        allowed: frozenset[str],
        path: str,
        depth: int,
        read: Callable[[object, frozenset[str], str, int], Found],
    ) -> tuple[Found, ...]:
        value = node.get("content")
        if value is None:
            return ()
        if not isinstance(value, list):
            raise InvalidDocument("A part of the text can't be read.", path)
        prefix = f"{path}.content." if path else "content."
        return tuple(
            read(child, allowed, f"{prefix}{index}", depth + 1) for index, child in enumerate(value)
        )

    def _id(self, node: Json, known: set[str], path: str) -> str:
        attrs = node.get("attrs")
        if not isinstance(attrs, dict):
            raise InvalidDocument("A block of the text has no id.", path)
        if not attrs.keys() <= known:
            raise InvalidDocument(f"A {_name(node['type'])} has a property nobody knows.", path)
        block_id = attrs.get("id")
        if not isinstance(block_id, str) or not BLOCK_ID.fullmatch(block_id):
            raise InvalidDocument("A block of the text has no proper id.", path)
        if block_id in FIELD_IDS or block_id in self.ids:
            raise InvalidDocument(f"Two blocks of the text share the id “{block_id}”.", path)
        self.ids.add(block_id)
        return block_id

    def _count(self, text: str, path: str) -> None:
        self.text += len(text)
        if self.text > MAX_TEXT:
            raise InvalidDocument(f"The text is longer than {MAX_TEXT:,} letters.", path)
        if found := ILLEGIBLE.search(text):
            code = f"U+{ord(found[0]):04X}"
            raise InvalidDocument(f"The text holds a character nobody can read ({code}).", path)


def _only_keys(node: Json, known: frozenset[str], path: str) -> None:
    if not node.keys() <= known:
        raise InvalidDocument(f"A {_name(node['type'])} has a property nobody knows.", path)


def _whole_number(
    node: Json, name: str, default: int | None, least: int, most: int, path: str
) -> int:
    value = node["attrs"].get(name, default)
    # A shared document in the browser keeps every number as a float.
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if type(value) is not int or not least <= value <= most:
        raise InvalidDocument(
            f"The {name} of a {_name(node['type'])} must be a whole number"
            f" from {least} to {most:,}.",
            path,
        )
    return value


def _mark(value: object, path: str) -> Mark:
    if not isinstance(value, dict) or not value.keys() <= {"type", "attrs"}:
        raise InvalidDocument("The formatting of a text can't be read.", path)
    kind, attrs = value.get("type"), value.get("attrs")
    if kind == "em" or kind == "strong":
        if attrs:
            raise InvalidDocument("The formatting of a text has a property nobody knows.", path)
        return Mark(kind)
    if kind != "link":
        raise InvalidDocument("The text is formatted in a way that a dispatch can't be.", path)
    if not isinstance(attrs, dict) or attrs.keys() != {"href"}:
        raise InvalidDocument("A link has no address or too many properties.", path)
    href = attrs["href"]
    if not isinstance(href, str) or not is_href(href):
        raise InvalidDocument(
            "A link must lead to a whole address that begins with http, https or mailto.", path
        )
    return Mark("link", href)


def _name(kind: str) -> str:
    return {"image": "picture", "doc": "whole text", "text": "piece of text"}.get(
        kind, kind.replace("_", " ")
    )
