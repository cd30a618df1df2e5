"""Where in a source its words stand: the page of a document, the time of a recording."""

import json
import threading
from bisect import bisect_right
from collections import OrderedDict
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from editorial.models.source import Source
from editorial.vault.files import Vault

MOST_KEPT = 64

_kept: OrderedDict[str, "Places"] = OrderedDict()
_lock = threading.Lock()


@dataclass(frozen=True, slots=True)
class Place:
    """From character ``offset`` of the text on: page ``at``, or millisecond ``at``."""

    offset: int
    at: int


@dataclass(frozen=True)
class Places:
    """The places of a text, in the order of its letters; ``unit`` says what they count."""

    unit: Literal["page", "ms"] = "page"
    places: tuple[Place, ...] = ()

    def at(self, offset: int) -> Place | None:
        """The place that the letter at ``offset`` stands in."""
        found = bisect_right(self._offsets, offset) - 1
        return self.places[found] if found >= 0 else None

    def words(self, offset: int) -> str:
        """The place as a person reads it: ``page 4`` or ``0:12:31``; empty where none is known."""
        place = self.at(offset)
        return "" if place is None else self.named(place)

    def named(self, place: Place) -> str:
        """The same for one of these places."""
        return f"page {place.at}" if self.unit == "page" else clock(place.at)

    def seconds(self, offset: int) -> float | None:
        """When the words are said; None where no time is known."""
        place = self.at(offset) if self.unit == "ms" else None
        return None if place is None else place.at / 1000

    def to_bytes(self) -> bytes:
        """As it is kept, the same for the same places."""
        pairs = [[place.offset, place.at] for place in self.places]
        return json.dumps({"unit": self.unit, "places": pairs}, separators=(",", ":")).encode()

    @classmethod
    def from_bytes(cls, content: bytes) -> "Places":
        """The reverse."""
        told = json.loads(content)
        return cls(told["unit"], tuple(Place(*pair) for pair in told["places"]))

    @cached_property
    def _offsets(self) -> list[int]:
        return [place.offset for place in self.places]


NOWHERE = Places()


def clock(milliseconds: int) -> str:
    """``0:12:31``, with the hour, so that nobody takes minutes for hours."""
    seconds = milliseconds // 1000
    return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def places_of(source: Source, vault: Vault) -> Places:
    """The places of the text of ``source``; none for plain text. Raises MissingFile."""
    digest = source.places_digest
    if digest is None:
        return NOWHERE
    with _lock:
        kept = _kept.get(digest)
    if kept is None:
        kept = Places.from_bytes(vault.get(digest))
        with _lock:
            _kept[digest] = kept
            while len(_kept) > MOST_KEPT:
                _kept.popitem(last=False)
    return kept
