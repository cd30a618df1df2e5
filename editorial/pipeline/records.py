"""The record of a dispatch as the quote engine wants it; parsed once, kept for the next asker."""

import threading
from collections import OrderedDict
from collections.abc import Sequence

from editorial.models.source import Source
from editorial.quotes.record import Record
from editorial.quotes.source import Source as QuoteSource
from editorial.vault.files import Vault
from editorial.vault.text import read_text

MOST_KEPT = 24

_kept: OrderedDict[tuple[str, ...], QuoteSource] = OrderedDict()
_lock = threading.Lock()


def record_of(sources: Sequence[Source], vault: Vault) -> Record:
    """The record made of those of ``sources`` that have words, in their order."""
    return Record([parsed_source(source, vault) for source in sources if source.words])


def parsed_source(source: Source, vault: Vault) -> QuoteSource:
    """The text of ``source`` and who speaks in it; of one without words, an empty one.

    Raises MissingFile.
    """
    digest, encoding = source.words or ("", "utf-8")
    key = (str(source.id), digest, source.kind, source.terms, encoding, source.title)
    with _lock:
        kept = _kept.get(key)
        if kept is not None:
            _kept.move_to_end(key)
            return kept
    text = read_text(vault, digest, encoding) if digest else ""
    parsed = QuoteSource.from_text(
        str(source.id), text, kind=source.kind.value, terms=source.terms.value, title=source.title
    )
    with _lock:
        _kept[key] = parsed
        while len(_kept) > MOST_KEPT:
            _kept.popitem(last=False)
    return parsed
