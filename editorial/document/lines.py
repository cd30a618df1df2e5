"""A text as its paragraphs, headings and pictures in a row, each knowing what stands around it."""

import dataclasses
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from editorial.document.schema import (
    TYPES,
    Block,
    Doc,
    Heading,
    Image,
    Leaf,
    ListItem,
    Mark,
    OrderedList,
    Paragraph,
    Text,
)


@dataclass(frozen=True, slots=True)
class Place:
    """One of the lists, list items and block quotes around a line; whether it begins there."""

    kind: str
    start: int | None
    begins: bool


@dataclass(frozen=True)
class Line:
    """A paragraph, heading or picture, and ``around`` it, outermost first, what holds it."""

    leaf: Leaf
    around: tuple[Place, ...] = ()

    @property
    def id(self) -> str:
        return self.leaf.id

    @property
    def kind(self) -> str:
        """``paragraph``, ``heading`` or ``image``."""
        return TYPES[type(self.leaf)]

    @cached_property
    def bare(self) -> Leaf:
        """The block without its id."""
        return dataclasses.replace(self.leaf, id="")

    @cached_property
    def text(self) -> str:
        """Its words, a hard break as a line feed; of a picture alt, caption and credit."""
        if isinstance(self.leaf, Image):
            words = (self.leaf.alt, self.leaf.caption, self.leaf.credit)
            return " | ".join(words) if any(words) else ""
        return "".join(item.text if isinstance(item, Text) else "\n" for item in self.leaf.content)

    @cached_property
    def marks(self) -> tuple[tuple[Mark, ...], ...]:
        """The marks of each letter of the text."""
        if isinstance(self.leaf, Image):
            return ((),) * len(self.text)
        return tuple(
            marks
            for item in self.leaf.content
            for marks in ((item.marks,) * len(item.text) if isinstance(item, Text) else ((),))
        )

    @property
    def links(self) -> list[str]:
        """Where its links lead, sorted, each once."""
        return sorted({mark.href for marks in set(self.marks) for mark in marks if mark.href})


def read_lines(body: Doc) -> list[Line]:
    return list(_lines(body.content, ()))


def _lines(blocks: Sequence[Block | ListItem], around: tuple[Place, ...]) -> Iterator[Line]:
    for block in blocks:
        if isinstance(block, Paragraph | Heading | Image):
            yield Line(block, around)
        else:
            start = block.start if isinstance(block, OrderedList) else None
            place = Place(TYPES[type(block)], start, begins=True)
            yield from _lines(block.content, (*around, place))
        around = tuple(dataclasses.replace(place, begins=False) for place in around)
