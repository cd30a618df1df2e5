"""Keeping the ids of blocks when a text comes back without them."""

import dataclasses
import secrets
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias, cast

from editorial.document.alignment import align
from editorial.document.pairing import bag, pair
from editorial.document.plain import words_of
from editorial.document.schema import (
    FIELD_IDS,
    Block,
    Doc,
    Heading,
    Identified,
    Image,
    Paragraph,
    attributes,
    leaves,
)

NewId: TypeAlias = Callable[[], str]


def random_id() -> str:
    return secrets.token_urlsafe(9)


def keep_ids(tree: Doc, previous: Doc | None, new_id: NewId = random_id) -> Doc:
    """The tree with ids: those of ``previous`` where a block is unchanged, moved, alike, or alone
    in the place of another; else new ones that ``previous`` doesn't have.
    """
    lineage = _Lineage()
    if previous is not None:
        lineage.match(previous.content, tree.content)
        lineage.match_strays(previous, tree)
    used = {*FIELD_IDS, *lineage.kept.values(), *(_ids(previous.content) if previous else ())}

    def fresh() -> str:
        while (found := new_id()) in used:
            pass
        used.add(found)
        return found

    named = (_named(block, lineage.kept, fresh) for block in tree.content)
    return Doc(cast("tuple[Block, ...]", tuple(named)))


class _Lineage:
    def __init__(self) -> None:
        self.kept: dict[int, str] = {}
        """The id that a block of the new tree inherits, by the block's place in memory."""

    def match(self, old: Sequence[Identified], new: Sequence[Identified]) -> None:
        """Find each new block's forebear among its old siblings, and so on within both."""
        old_shapes, new_shapes = [_shape(block) for block in old], [_shape(block) for block in new]
        pairs = {
            stretch.new_start + step: stretch.old_start + step
            for stretch in align(old_shapes, new_shapes)
            for step in range(stretch.size)
        }
        _pair_equals(old_shapes, new_shapes, pairs)
        _pair_alike(old, new, pairs)
        _pair_lone(old, new, pairs)
        for place, index in pairs.items():
            forebear, block = old[index], new[place]
            self.kept[id(block)] = forebear.id
            self.match(_children(forebear), _children(block))

    def match_strays(self, previous: Doc, tree: Doc) -> None:
        """Paragraphs that went into or out of a list or a quote, word for word."""
        kept = set(self.kept.values())
        strays: defaultdict[Hashable, list[str]] = defaultdict(list)
        for leaf in leaves(previous):
            if leaf.id not in kept and leaf != Paragraph(leaf.id):
                strays[_shape(leaf)].append(leaf.id)
        for leaf in leaves(tree):
            if id(leaf) not in self.kept and (found := strays.get(_shape(leaf))):
                self.kept[id(leaf)] = found.pop(0)


def _pair_equals(old: Sequence[Hashable], new: Sequence[Hashable], pairs: dict[int, int]) -> None:
    taken = set(pairs.values())
    left: defaultdict[Hashable, list[int]] = defaultdict(list)
    for index in reversed(range(len(old))):
        if index not in taken:
            left[old[index]].append(index)
    for place, shape in enumerate(new):
        if place not in pairs and left.get(shape):
            pairs[place] = left[shape].pop()


def _pair_alike(
    old: Sequence[Identified], new: Sequence[Identified], pairs: dict[int, int]
) -> None:
    taken = set(pairs.values())
    for kind in {type(block) for block in new}:
        olds = [i for i, block in enumerate(old) if type(block) is kind and i not in taken]
        news = [i for i, block in enumerate(new) if type(block) is kind and i not in pairs]
        alike = pair([bag(_words(old[i])) for i in olds], [bag(_words(new[i])) for i in news])
        pairs.update((news[place], olds[index]) for index, place in alike)


def _pair_lone(old: Sequence[Identified], new: Sequence[Identified], pairs: dict[int, int]) -> None:
    """One block between the same two neighbours as one before took its place."""
    taken = set(pairs.values())
    for place in range(len(new)):
        index = pairs.get(place - 1, -1 if place == 0 else None)
        if place in pairs or index is None:
            continue
        index += 1
        after = pairs.get(place + 1, len(old) if place + 1 == len(new) else None)
        if index + 1 == after and index not in taken and type(old[index]) is type(new[place]):
            pairs[place] = index


def _children(block: Identified) -> Sequence[Identified]:
    return () if isinstance(block, Paragraph | Heading | Image) else block.content


def _shape(node: Identified) -> Hashable:
    """All of a block but its ids."""
    if isinstance(node, Paragraph | Heading | Image):
        return dataclasses.replace(node, id="")
    rest = tuple(value for name, value in attributes(node).items() if name != "id")
    return type(node), rest, tuple(_shape(child) for child in node.content)


def _words(block: Identified) -> str:
    return " ".join(
        f"{leaf.alt} {leaf.caption} {leaf.src}"
        if isinstance(leaf, Image)
        else words_of(leaf.content)
        for leaf in leaves(block)
    )


def _ids(blocks: Sequence[Identified]) -> Iterator[str]:
    for block in blocks:
        yield block.id
        yield from _ids(_children(block))


def _named(node: Identified, kept: Mapping[int, str], fresh: NewId) -> Identified:
    changes: dict[str, Any] = {"id": kept.get(id(node)) or fresh()}
    if children := _children(node):
        changes["content"] = tuple(_named(child, kept, fresh) for child in children)
    return dataclasses.replace(node, **changes)
