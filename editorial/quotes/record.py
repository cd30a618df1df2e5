"""The record of a story: its sources, and the places in them a quote may come from."""

from collections.abc import Collection, Iterable, Sequence
from typing import Protocol

from editorial.quotes.index import Index, Place
from editorial.quotes.segment import build, merge
from editorial.quotes.source import Source


class Finder(Protocol):
    """What names the places of a quote: an ``Index``, or a part of one."""

    sources: Sequence[str]

    def places(
        self, quote: str, limit: int = 8, allowed: Collection[str] | None = None
    ) -> list[Place]: ...


class Record:
    """What a check runs against, built once and reused."""

    def __init__(self, sources: Iterable[Source], index: Finder | None = None) -> None:
        """``index`` is one kept from before that knows these sources, and maybe others.

        Whatever a check asks of a source is worked out here, once: about a second for 20 MB.
        Raises ValueError if two sources have one id.
        """
        held = list(sources)
        self.sources: dict[str, Source] = {source.id: source for source in held}
        if len(self.sources) < len(held):
            raise ValueError("two sources of the record have one id")
        if index is None:
            segments = [build(source.id, source.text) for source in held]
            index = Index([b"".join(merge(segments))])
        self._index = index
        self._allowed = None if self.sources.keys() >= set(index.sources) else self.sources.keys()
        self.languages = frozenset(source.language for source in held)
        for source in held:
            _ = source.turns

    def places(self, text: str, limit: int = 6) -> list[Place]:
        """Where the words of ``text`` seem to stand, best first."""
        return self._index.places(text, limit, self._allowed)
