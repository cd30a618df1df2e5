"""What changed between two texts, as a reader would tell it: words, paragraphs, fields."""

from collections import defaultdict, deque
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeAlias

from editorial.document.alignment import longest_rising
from editorial.document.content import Content
from editorial.document.lines import Line, Place, read_lines
from editorial.document.pairing import bag, pair
from editorial.document.prose import Run, RunKind, compare_words
from editorial.document.schema import Heading, Image
from editorial.document.words import count_words

ChangeKind: TypeAlias = Literal["kept", "changed", "inserted", "deleted"]

FIELDS = ("headline", "summary", "dateline_place", "dateline_date", "byline", "language")


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field of ``Content`` that changed, named as there; dates are written YYYY-MM-DD."""

    field: str
    before: str
    after: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class BlockChange:
    """What became of one paragraph, heading or picture.

    ``before`` is None where it was inserted, ``after`` where it was deleted; both may be moved and
    changed at once. ``runs`` hold all its words, equal ones too; ``notes`` are sentences for what
    no word shows: formatting, links, levels, lists, a picture's file.
    """

    kind: ChangeKind
    before: Line | None
    after: Line | None
    runs: tuple[Run, ...]
    moved: bool = False
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Difference:
    """Every block of both texts in the order of the newer, the deleted where they stood."""

    fields: tuple[FieldChange, ...]
    blocks: tuple[BlockChange, ...]

    @property
    def is_empty(self) -> bool:
        return not self.fields and all(
            change.kind == "kept" and not change.moved for change in self.blocks
        )

    @cached_property
    def words_inserted(self) -> int:
        return self._words("inserted")

    @cached_property
    def words_deleted(self) -> int:
        return self._words("deleted")

    def _words(self, kind: RunKind) -> int:
        changes: list[FieldChange | BlockChange] = [*self.fields, *self.blocks]
        return sum(
            count_words(run.text) for change in changes for run in change.runs if run.kind == kind
        )


def difference(old: Content, new: Content) -> Difference:
    """The difference of two texts. Blocks answer each other by id, else by equal words, else by
    likeness; those out of the longest row that kept its order count as moved.
    """
    olds, news = read_lines(old.body), read_lines(new.body)
    pairs = _pairs(olds, news)
    return Difference(tuple(_fields(old, new)), tuple(_blocks(olds, news, pairs)))


def _fields(old: Content, new: Content) -> Iterator[FieldChange]:
    for name in FIELDS:
        before, after = (str(getattr(content, name) or "") for content in (old, new))
        if before != after:
            yield FieldChange(name, before, after, compare_words(before, after))


def _pairs(old: Sequence[Line], new: Sequence[Line]) -> dict[int, int]:
    """The older line that each newer one answers, by their indexes."""
    pairs: dict[int, int] = {}

    for key in (_by_id, _by_words, _by_picture):
        taken = set(pairs.values())
        left: defaultdict[Hashable, deque[int]] = defaultdict(deque)
        for index, line in enumerate(old):
            if index not in taken:
                left[key(line)].append(index)
        for place, line in enumerate(new):
            if place not in pairs and left.get(key(line)):
                pairs[place] = left[key(line)].popleft()
    taken = set(pairs.values())
    olds = [index for index in range(len(old)) if index not in taken]
    news = [place for place in range(len(new)) if place not in pairs]
    alike = pair([bag(old[i].text) for i in olds], [bag(new[i].text) for i in news])
    for index, place in alike:
        if (old[olds[index]].kind == "image") == (new[news[place]].kind == "image"):
            pairs[news[place]] = olds[index]
    return pairs


def _by_id(line: Line) -> Hashable:
    return line.kind == "image", line.id


def _by_words(line: Line) -> Hashable:
    return line.bare


def _by_picture(line: Line) -> Hashable:
    """The file of a picture; nothing else answers by it."""
    return line.leaf.src if isinstance(line.leaf, Image) else line


def _blocks(
    old: Sequence[Line], new: Sequence[Line], pairs: dict[int, int]
) -> Iterator[BlockChange]:
    places = sorted(pairs)
    steady = {places[step] for step in longest_rising([pairs[place] for place in places])}
    taken = set(pairs.values())
    stays = {pairs[place] for place in steady}

    def deleted_from(index: int) -> Iterator[BlockChange]:
        while index < len(old) and index not in stays:
            if index not in taken:
                yield BlockChange("deleted", old[index], None, _whole("deleted", old[index]))
            index += 1

    yield from deleted_from(0)
    for place, line in enumerate(new):
        if place not in pairs:
            yield BlockChange("inserted", None, line, _whole("inserted", line))
            continue
        yield _compared(old[pairs[place]], line, moved=place not in steady)
        if place in steady:
            yield from deleted_from(pairs[place] + 1)


def _whole(kind: RunKind, line: Line) -> tuple[Run, ...]:
    return (Run(kind, line.text),) if line.text else ()


def _compared(old: Line, new: Line, moved: bool) -> BlockChange:
    if old.bare == new.bare and old.around == new.around:
        return BlockChange("kept", old, new, _whole("equal", new), moved)
    runs = compare_words(old.text, new.text)
    notes = tuple(_notes(old, new, runs))
    changed = notes or any(run.kind != "equal" for run in runs)
    return BlockChange("changed" if changed else "kept", old, new, runs, moved, notes)


def _notes(old: Line, new: Line, runs: Sequence[Run]) -> Iterator[str]:
    if old.kind != new.kind:
        yield f"The {old.kind} became a {new.kind}."
    before, after = old.leaf, new.leaf
    if isinstance(before, Heading) and isinstance(after, Heading) and before.level != after.level:
        yield f"The heading’s level {before.level} became {after.level}."
    if isinstance(before, Image) and isinstance(after, Image) and before.src != after.src:
        yield "Another picture took its place."
    if old.around != new.around:
        if (was := _where(old.around)) != (now := _where(new.around)):
            yield f"It stood {was}, now {now}."
        else:
            yield "The list or quote around it begins or ends elsewhere."
    for href in new.links:
        if href not in old.links:
            yield f"A link was added: {href}"
    for href in old.links:
        if href not in new.links:
            yield f"A link was removed: {href}"
    if _reformatted(old, new, runs):
        yield "Formatting of the same words changed."


def _where(around: Sequence[Place]) -> str:
    names = {"blockquote": "a block quote", "bullet_list": "a bulleted list"}
    within = [
        f"a list numbered from {place.start}" if place.start is not None else names[place.kind]
        for place in around
        if place.kind != "list_item"
    ]
    return f"in {' in '.join(reversed(within))}" if within else "by itself"


def _reformatted(old: Line, new: Line, runs: Sequence[Run]) -> bool:
    old_at = new_at = 0
    for run in runs:
        size = len(run.text)
        before, after = old.marks[old_at : old_at + size], new.marks[new_at : new_at + size]
        if run.kind == "equal" and before != after:
            return True
        old_at += size if run.kind != "inserted" else 0
        new_at += size if run.kind != "deleted" else 0
    return False
