"""Everything the newsroom holds, asked for the words of one quotation.

An archive is too large to be read for a quote: its index names the places, and only what stands
around them is cut out of its source, read and checked.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace

from editorial.quotes.check import check
from editorial.quotes.finding import Finding, Passage
from editorial.quotes.index import Index, Place
from editorial.quotes.printed import spoken
from editorial.quotes.quotation import Quotation
from editorial.quotes.record import Record
from editorial.quotes.segment import Buffer
from editorial.quotes.source import Source

_BEFORE, _BEHIND = 3_000, 1_000  # characters around a place: who speaks is told before it
_PLACES = 3


class Archive:
    """The segments of all sources, and a way to read some of one of them.

    ``excerpt(id, start, end)`` is asked for a source whose text is only characters ``start:end``
    of the whole, cut as a slice is (``cut`` does it for a mapped file); what it raises, goes on.
    """

    def __init__(
        self, segments: Iterable[Buffer], excerpt: Callable[[str, int, int], Source]
    ) -> None:
        """Raises ValueError for what is no segment."""
        self._index = Index(segments)
        self._excerpt = excerpt

    @property
    def sources(self) -> Sequence[str]:
        """The ids of all that is indexed, whoever may see it."""
        return self._index.sources

    def places(
        self, quote: str, limit: int = 8, allowed: Collection[str] | None = None
    ) -> list[Place]:
        """Where the quote may come from, among the sources that the asker may see."""
        return self._index.places(quote, limit, allowed)

    def check(self, quotation: Quotation, allowed: Collection[str] | None = None) -> Finding:
        """What the sources that the asker may see say of ``quotation``.

        Who speaks is not told where their label stands far more than 3,000 characters before;
        checking again with the source attached to the story tells it.
        """
        words = spoken(quotation.text)
        places = self._index.places(words, _PLACES, allowed)
        excerpts: list[_Excerpt] = []
        for place in places:
            if not any(excerpt.holds(place) for excerpt in excerpts):
                excerpts.append(_Excerpt(self._excerpt, place))
        around = _Around(self._index, words, places, excerpts)
        record = Record((excerpt.source for excerpt in excerpts), around)
        return _in_whole_sources(check(quotation, record), excerpts)


class _Excerpt:
    """What stands around a place, as a source of its own; its first line is a whole one."""

    def __init__(self, excerpt: Callable[[str, int, int], Source], place: Place) -> None:
        self.whole = place.source
        start = max(0, place.start - _BEFORE)
        read = excerpt(place.source, start, place.end + _BEHIND)
        line = read.text.find("\n", 0, place.start - start) + 1 if start else 0
        self.start, self.end = start + line, start + len(read.text)
        name = f"{self.whole} {self.start}-{self.end}"
        self.source = replace(read, id=name, text=read.text[line:])

    def holds(self, place: Place) -> bool:
        same = self.whole == place.source
        return same and self.start <= place.start and place.end <= self.end


class _Around:
    """The index, told in excerpts: places outside of them are left out."""

    def __init__(
        self, index: Index, quote: str, places: list[Place], excerpts: Sequence[_Excerpt]
    ) -> None:
        self._index, self._quote, self._places, self._excerpts = index, quote, places, excerpts
        self.sources: Sequence[str] = [excerpt.source.id for excerpt in excerpts]

    def places(
        self, quote: str, limit: int = 8, allowed: Collection[str] | None = None
    ) -> list[Place]:
        places = self._places
        if quote != self._quote:
            within = {excerpt.whole for excerpt in self._excerpts}
            places = self._index.places(quote, limit, within)
        return [
            replace(
                place,
                source=excerpt.source.id,
                start=place.start - excerpt.start,
                end=place.end - excerpt.start,
            )
            for place in places[:limit]
            for excerpt in self._excerpts
            if excerpt.holds(place) and (allowed is None or excerpt.source.id in allowed)
        ]


def _in_whole_sources(finding: Finding, excerpts: Sequence[_Excerpt]) -> Finding:
    named = {excerpt.source.id: excerpt for excerpt in excerpts}

    def whole(passage: Passage) -> Passage:
        excerpt = named[passage.source]
        start, end = passage.start + excerpt.start, passage.end + excerpt.start
        return replace(passage, source=excerpt.whole, start=start, end=end)

    if not finding.passages:
        return replace(finding, others=tuple(map(whole, finding.others)))
    shift = named[finding.passages[0].source].start
    return replace(
        finding,
        passages=tuple(map(whole, finding.passages)),
        others=tuple(map(whole, finding.others)),
        differences=tuple(
            replace(
                each, record_start=each.record_start + shift, record_end=each.record_end + shift
            )
            for each in finding.differences
        ),
    )
