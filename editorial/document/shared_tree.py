"""The body in a shared document (Yjs): read as the editor's JSON, and changed where it differs.

The editor's binding (y-prosemirror) keeps an element for each node, its attributes as they are, and
a text with formatting for each run of words: a mark's name, with the mark's attributes as value.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from pycrdt import XmlElement, XmlFragment, XmlText

from editorial.document.alignment import align
from editorial.document.schema import EMPTY_BODY, ILLEGIBLE, MARK_ORDER, Json, to_json
from editorial.document.validate import MAX_DEPTH, MAX_NODES, InvalidDocument

Parent: TypeAlias = XmlFragment | XmlElement
Letters: TypeAlias = list[tuple[str, Json]]

HOLDERS = frozenset({"bullet_list", "ordered_list", "list_item", "blockquote"})
LEAVES = frozenset({"paragraph", "heading"})


def read_body(body: XmlFragment) -> Json:
    """The tree as ProseMirror's JSON, unjudged. What two people emptied at once is left out, and
    of two blocks that came to share an id the second gets another, the same for every reader.

    Raises InvalidDocument for a nesting and for a number of parts that no text has.
    """
    seen = _Seen()
    found = [block for child in body.children for block in _read(child, 1, seen)]
    return {"type": "doc", "content": found} if found else to_json(EMPTY_BODY)


@dataclass(slots=True)
class _Seen:
    """What was read so far. ``last``: the number that a doubled id was given last, so that no
    duplicate goes over those of the ones before it."""

    parts: int = 0
    ids: set[str] = field(default_factory=set)
    last: dict[str, int] = field(default_factory=dict)

    def count(self) -> None:
        self.parts += 1
        if self.parts > MAX_NODES:
            raise InvalidDocument(f"The text has more than {MAX_NODES:,} parts.")


def _read(node: object, depth: int, seen: _Seen) -> Iterator[Json]:
    if depth > MAX_DEPTH:
        raise InvalidDocument("The text is nested too deeply.")
    if isinstance(node, XmlText):
        for words, marks in node.diff():
            if not isinstance(words, str):
                raise InvalidDocument("The text holds something that a dispatch can't.")
            seen.count()
            yield _text(words, marks)
        return
    if not isinstance(node, XmlElement):
        raise InvalidDocument("The text holds something that a dispatch can't.")
    seen.count()
    value: Json = {"type": node.tag}
    if node.tag != "hard_break":
        # Its iterator is typed as an iterable.
        given = list[tuple[str, Any]](node.attributes)  # type: ignore[call-overload]
        value["attrs"] = {name: _plain(one) for name, one in given}
        _own_id(value["attrs"], seen)
    content = [part for child in node.children for part in _read(child, depth + 1, seen)]
    if content:
        value["content"] = content
    if content or node.tag not in HOLDERS:
        yield value


def _own_id(attrs: Json, seen: _Seen) -> None:
    block = attrs.get("id")
    if not isinstance(block, str) or not block:
        return
    stem = block[:28]
    number = seen.last.get(stem, 1)
    while attrs["id"] in seen.ids:
        number += 1
        attrs["id"] = f"{stem}-{number}"
    seen.last[stem] = number
    seen.ids.add(attrs["id"])


def _plain(value: object) -> object:
    """A number as the tree has it: the shared document keeps every one as a float."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return ILLEGIBLE.sub(" ", value) if isinstance(value, str) else value


def _text(words: str, marks: dict[str, Any] | None) -> Json:
    text: Json = {"type": "text", "text": ILLEGIBLE.sub(" ", words)}
    if marks:
        text["marks"] = [
            {"type": name, "attrs": marks[name]} if marks[name] else {"type": name}
            for name in sorted(marks, key=lambda name: (MARK_ORDER.get(name, 9), name))
        ]
    return text


def change_body(body: XmlFragment, tree: Json) -> None:
    """Make the shared body read as ``tree``, touching only what differs: who types elsewhere in
    the meantime is not disturbed. Call it within a transaction."""
    _change_children(body, tree.get("content", []))


def _change_children(parent: Parent, wanted: Sequence[Json]) -> None:
    children = list(parent.children)
    old = [_name(child) for child in children]
    new = [(block["type"], block.get("attrs", {}).get("id")) for block in wanted]
    stays = {
        stretch.new_start + step: stretch.old_start + step
        for stretch in align(old, new)
        for step in range(stretch.size)
    }
    kept = set(stays.values())
    for index in reversed(range(len(children))):
        if index not in kept:
            del parent.children[index]
    for place, block in enumerate(wanted):
        if place in stays:
            _change_block(children[stays[place]], block)
        else:
            _insert(parent, place, block)


def _name(node: object) -> tuple[str | None, object]:
    if isinstance(node, XmlElement):
        return node.tag, node.attributes.get("id")
    return "", id(node)


def _change_block(node: object, block: Json) -> None:
    assert isinstance(node, XmlElement)
    for name, value in block.get("attrs", {}).items():
        if _plain(node.attributes.get(name)) != value:
            node.attributes[name] = value
    if block["type"] in LEAVES:
        _change_words(node, block.get("content", []))
    else:
        _change_children(node, block.get("content", []))


def _insert(parent: Parent, place: int, block: Json) -> None:
    node = XmlElement(block["type"])
    parent.children.insert(place, node)
    for name, value in block.get("attrs", {}).items():
        node.attributes[name] = value
    if block["type"] in LEAVES:
        _write_words(node, block.get("content", []))
    else:
        _change_children(node, block.get("content", []))


def _change_words(node: XmlElement, wanted: Sequence[Json]) -> None:
    children = list(node.children)
    if any(part["type"] != "text" for part in wanted) or len(children) != 1:
        if [part for child in children for part in _read(child, 1, _Seen())] != list(wanted):
            del node.children[:]
            _write_words(node, wanted)
        return
    text = children[0]
    if not isinstance(text, XmlText):
        del node.children[:]
        _write_words(node, wanted)
        return
    _change_text(text, _letters(part for run in text.diff() for part in [_text(*run)]), wanted)


def _change_text(text: XmlText, old: Letters, wanted: Sequence[Json]) -> None:
    """Between what both begin and end with, in bytes: so the shared text counts."""
    new = _letters(iter(wanted))
    shorter = min(len(old), len(new))
    first = next((i for i in range(shorter) if old[i] != new[i]), shorter)
    last = 0
    while last < shorter - first and old[-1 - last] == new[-1 - last]:
        last += 1
    start = _bytes(old[:first])
    end = start + _bytes(old[first : len(old) - last])
    if end > start:
        del text[start:end]
    _put(text, start, new[first : len(new) - last])


def _write_words(node: XmlElement, wanted: Sequence[Json]) -> None:
    for part in wanted:
        children = list(node.children)
        if part["type"] == "hard_break":
            node.children.append(XmlElement("hard_break"))
            continue
        if not children or not isinstance(children[-1], XmlText):
            node.children.append(XmlText(""))
        text = list(node.children)[-1]
        assert isinstance(text, XmlText)
        _put(text, len(text), _letters(iter([part])))


def _put(text: XmlText, at: int, letters: Letters) -> None:
    run: list[str] = []
    for index, (letter, marks) in enumerate(letters):
        run.append(letter)
        if index + 1 == len(letters) or letters[index + 1][1] != marks:
            words = "".join(run)
            text.insert(at, words, marks)
            at += len(words.encode())
            run.clear()


def _letters(parts: Iterator[Json]) -> Letters:
    found: Letters = []
    for part in parts:
        marks = {mark["type"]: mark.get("attrs", {}) for mark in part.get("marks", [])}
        found += [(letter, marks) for letter in part["text"]]
    return found


def _bytes(letters: Letters) -> int:
    return sum(len(letter.encode()) for letter, _ in letters)
