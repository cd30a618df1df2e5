"""Taking a file in: what it is, and what its words are, before anything is written.

It asks no database, so that reading a slow file keeps nobody from writing.
"""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from editorial.models.source import Medium
from editorial.pipeline.picture import clean
from editorial.pipeline.places import NOWHERE, Place, Places
from editorial.pipeline.refusal import Refused
from editorial.sources.bounded import extract
from editorial.sources.captions import are_captions, captions
from editorial.sources.decode import Unreadable, decode, sensible
from editorial.sources.sniff import HEAD, TAIL, TEXT, Found, sniff

MEGABYTE = 1024 * 1024
LARGEST_FILE = 20 * MEGABYTE
# What is only kept and played may be larger.
LARGEST_RECORDING = 4096 * MEGABYTE
LARGEST: dict[Medium, int] = {
    **dict.fromkeys(Medium, LARGEST_FILE),
    Medium.PDF: 100 * MEGABYTE,
    Medium.WORD: 50 * MEGABYTE,
    Medium.PICTURE: 15 * MEGABYTE,
    Medium.AUDIO: LARGEST_RECORDING,
    Medium.VIDEO: LARGEST_RECORDING,
}


@dataclass(frozen=True, slots=True)
class Taken:
    """``path`` holds the bytes as received. ``text`` is None where no text is claimed, and where
    the bytes themselves are the text; ``view`` is what a browser is shown of a picture. ``certain``
    is False where the encoding is a guess that a person should look at."""

    path: Path
    size: int
    medium: Medium
    media_type: str
    encoding: str = "utf-8"
    certain: bool = True
    first_words: str = ""
    text: str | None = None
    places: Places = NOWHERE
    view: bytes | None = None

    @property
    def claims_text(self) -> bool:
        """There are words that quotes are checked against."""
        return self.text is not None or self.medium is Medium.TEXT


@contextmanager
def received(content: bytes) -> Iterator[Path]:
    """The bytes as a file, for as long as the block lasts."""
    with tempfile.NamedTemporaryFile(prefix="editorial-") as file:
        file.write(content)
        file.flush()
        yield Path(file.name)


def take(path: Path, filename: str, encoding: str | None = None) -> Taken:
    """What the file is and says; ``encoding`` when a person knows it. Raises Refused."""
    size = path.stat().st_size
    with path.open("rb") as file:
        head = file.read(HEAD)
        file.seek(max(size - TAIL, 0))
        found = sniff(head, file.read(), filename)
    if size > LARGEST[found.medium]:
        raise Refused(_too_large(found))
    bare = Taken(path, size, found.medium, found.media_type)
    if found is TEXT:
        return _text(bare, encoding)
    if found.medium is Medium.PICTURE:
        return replace(bare, view=clean(path.read_bytes()).content)
    if found.medium in (Medium.PDF, Medium.WORD):
        return _document(bare)
    return bare


def _text(bare: Taken, encoding: str | None) -> Taken:
    decoded = decode(bare.path.read_bytes(), encoding)
    told = replace(
        bare, encoding=decoded.encoding, certain=decoded.certain, first_words=decoded.text[:1000]
    )
    if not are_captions(decoded.text):
        return told
    text, places = captions(decoded.text)
    return replace(
        told,
        medium=Medium.CAPTIONS,
        media_type="text/vtt",
        first_words=text[:1000],
        text=text,
        places=places,
    )


def _document(bare: Taken) -> Taken:
    text, pages = extract(bare.medium.value, bare.path)
    try:
        sensible(text)
    except Unreadable:
        text = ""
    if not text.strip():
        # A scan, or letters that only the document's own fonts can name: kept, no text claimed.
        return bare
    places = tuple(Place(offset, number) for number, offset in enumerate(pages, 1))
    return replace(
        bare,
        first_words=text[:1000],
        text=text,
        places=Places("page", places) if pages else NOWHERE,
    )


def _too_large(found: Found) -> str:
    largest = LARGEST[found.medium] // MEGABYTE
    told = f"It is {found.name} larger than {largest:,} MB."
    if found.medium in (Medium.AUDIO, Medium.VIDEO, Medium.PICTURE):
        return f"{told} Save it smaller, or attach the part that matters."
    return f"{told} Attach the part that matters."
