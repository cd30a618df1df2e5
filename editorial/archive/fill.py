"""Bringing the index up to date: what it lacks is built, and merged as it grows."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from editorial.archive.folder import Folder
from editorial.archive.texts import Text
from editorial.quotes.segment import Segment, build, merge
from editorial.quotes.tiers import due
from editorial.vault.files import MissingFile, Vault
from editorial.vault.text import read_text

Progress = Callable[[int, int], None]

_AT_ONCE = 16_000_000  # bytes of segments that are merged before the first is written


@dataclass(frozen=True, slots=True)
class Filled:
    """How many texts were added, and which could not be read."""

    added: int
    unread: tuple[Text, ...]


def fill(
    folder: Folder,
    vault: Vault,
    texts: Callable[[], Iterable[Text]],
    *,
    anew: bool = False,
    progress: Progress | None = None,
) -> Filled:
    """Index those of ``texts`` that the index lacks, lost and damaged ones included; ``anew`` all,
    and nothing else. What is asked meanwhile is answered by the index as it was.

    ``texts`` are asked for once nobody else can write. Raises Busy.
    """
    with folder.alone():
        named = folder.named()
        pile = _Pile(folder, keep=named)
        if not anew:
            pile.take(folder.segments())
        lacking = [text for text in texts() if text.key not in pile.held]
        unread = []
        for number, text in enumerate(lacking):
            if progress is not None:
                progress(number, len(lacking))
            try:
                pile.add(text.key, read_text(vault, text.digest, text.encoding))
            except (MissingFile, UnicodeDecodeError):
                unread.append(text)
        pile.write()
        if anew or set(pile.sizes) != set(named):
            folder.name(pile.sizes)
        if progress is not None:
            progress(len(lacking), len(lacking))
    return Filled(len(lacking) - len(unread), tuple(unread))


class _Pile:
    """The segments that will count, by name with their bytes."""

    def __init__(self, folder: Folder, keep: Iterable[str]) -> None:
        """``keep`` are the files that others may be reading."""
        self.sizes: dict[str, int] = {}
        self.held: set[str] = set()
        self._folder, self._keep = folder, set(keep)
        self._built: list[bytes] = []

    def take(self, segments: dict[str, memoryview]) -> None:
        for name, view in segments.items():
            self.sizes[name] = len(view)
            self.held.update(source for source, _ in Segment(view).sources)

    def add(self, key: str, text: str) -> None:
        self._built.append(build(key, text))
        self.held.add(key)
        if sum(map(len, self._built)) > _AT_ONCE:
            self.write()

    def write(self) -> None:
        """Put on disk what was built, and merge what is due."""
        if not self._built:
            return
        self._put(merge(self._built))
        self._built.clear()
        while names := due(self.sizes):
            self._put(merge([self._lying(name) for name in names]))
            for name in names:
                del self.sizes[name]
                if name not in self._keep:
                    (self._folder.root / name).unlink()

    def _put(self, pieces: Iterable[bytes]) -> None:
        name = self._folder.write(pieces)
        self.sizes[name] = (self._folder.root / name).stat().st_size

    def _lying(self, name: str) -> memoryview:
        view = self._folder.mapped(name)
        if view is None:
            raise OSError(f"the segment {name} was taken away")
        return view
