"""The record of a dispatch as the quote engine wants it; parsed once, kept for the next asker."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeAlias, TypeVar

from editorial.models.source import Source
from editorial.quotes.record import Record
from editorial.quotes.source import Source as QuoteSource
from editorial.vault.files import Vault
from editorial.vault.text import read_text

MOST_SOURCES, MOST_RECORDS = 24, 12

_Facts: TypeAlias = tuple[str, ...]
_Made = TypeVar("_Made")


class _Kept(Generic[_Made]):
    """The things made last, by what they were made of; of two made at once one is kept."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._made: OrderedDict[Hashable, _Made] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Hashable, make: Callable[[], _Made]) -> _Made:
        with self._lock:
            if key in self._made:
                self._made.move_to_end(key)
                return self._made[key]
        made = make()
        with self._lock:
            self._made[key] = made
            while len(self._made) > self._most:
                self._made.popitem(last=False)
        return made


_sources: _Kept[QuoteSource] = _Kept(MOST_SOURCES)
# To index a record of some megabytes costs more than to check a whole story against it.
_records: _Kept[Record] = _Kept(MOST_RECORDS)


def record_of(sources: Sequence[Source], vault: Vault) -> Record:
    """The record made of those of ``sources`` that have words, in their order.

    Raises MissingFile.
    """
    worded = [source for source in sources if source.words]
    return _records.get(
        tuple(_facts(source) for source in worded),
        lambda: Record([parsed_source(source, vault) for source in worded]),
    )


def parsed_source(source: Source, vault: Vault) -> QuoteSource:
    """The text of ``source`` and who speaks in it; of one without words, an empty one.

    Raises MissingFile.
    """
    return _sources.get(_facts(source), lambda: _parse(source, vault))


def _parse(source: Source, vault: Vault) -> QuoteSource:
    digest, encoding = source.words or ("", "utf-8")
    text = read_text(vault, digest, encoding) if digest else ""
    return QuoteSource.from_text(
        str(source.id), text, kind=source.kind.value, terms=source.terms.value, title=source.title
    )


def _facts(source: Source) -> _Facts:
    digest, encoding = source.words or ("", "utf-8")
    return (
        str(source.id),
        digest,
        source.kind.value,
        source.terms.value,
        encoding,
        source.title,
    )
