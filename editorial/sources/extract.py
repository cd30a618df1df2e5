"""Reads a document in a process of its own: ``python -m editorial.sources.extract KIND PATH``.

Whatever a hostile file does to the reader happens here, under limits that the system enforces, and
ends with this process. It answers one JSON object: ``text`` and the offsets of its ``pages``, or
``refused``, a sentence.
"""

import json
import resource
import sys
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from editorial.sources.readable import readable_pages

MOST_SECONDS = 90
MOST_MEMORY = 1_500_000_000
MOST_PAGES = 2_000
MOST_LETTERS = 20_000_000
MOST_MEMBERS = 5_000
MOST_UNPACKED = 300_000_000
# Tags after which a new line of the text begins.
_BLOCKS = frozenset({"p", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "dd", "blockquote"})


class TooMuch(Exception):
    """The sentence says what, and what to do."""


def pdf(path: Path) -> tuple[str, list[int]]:
    """The text of each page, and where in the whole each begins. Raises TooMuch."""
    from pypdf import PdfReader  # read here, under the limits

    reader = PdfReader(path)
    if reader.is_encrypted and not reader.decrypt(""):
        raise TooMuch("It is locked with a password. Save it without one, and attach that.")
    pieces: list[str] = []
    pages: list[int] = []
    length = 0
    for page in reader.pages:
        if len(pages) == MOST_PAGES:
            raise TooMuch(
                f"It has more than {MOST_PAGES:,} pages. Attach only the part that matters."
            )
        contents = page.get_contents()
        if contents is not None:
            # Asked for its words, the page would pass over a stream that never ends.
            contents.get_data()
        text = page.extract_text().strip() + "\n\n"
        pages.append(length)
        pieces.append(text)
        length += len(text)
        if length > MOST_LETTERS:
            raise TooMuch("It holds more than 20 million letters. Attach the part that matters.")
    return "".join(pieces), pages


def word(path: Path) -> tuple[str, list[int]]:
    """The text as a reader sees it, changes taken as made; it knows no pages. Raises TooMuch."""
    _weigh_archive(path)
    import mammoth  # read here, under the limits

    with path.open("rb") as file:
        nothing = mammoth.images.img_element(lambda _image: {})
        html = mammoth.convert_to_html(file, convert_image=nothing).value
    lines = _Lines()
    lines.feed(html)
    lines.close()
    return lines.text(), []


def _weigh_archive(path: Path) -> None:
    """By its table of contents, before anything is unpacked; unpacking never goes beyond it."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except zipfile.BadZipFile as error:
        raise TooMuch("It is damaged: probably cut off on its way. Get it again.") from error
    unpacked = sum(member.file_size for member in members)
    if len(members) > MOST_MEMBERS or unpacked > MOST_UNPACKED:
        raise TooMuch(
            f"Unpacked it would be {unpacked / 1_000_000:,.0f} MB in {len(members):,} parts, which "
            "no document is. Open it, and save its words as plain text."
        )
    if "word/document.xml" not in {member.filename for member in members}:
        raise TooMuch("It is an archive and no Word document. Unpack it, and attach what is in it.")


class _Lines(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._pieces: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag == "br":
            self._pieces.append("\n")
        elif tag in ("td", "th"):
            self._pieces.append("\t")

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._pieces.append("\n\n")

    def handle_data(self, data: str) -> None:
        self._pieces.append(data)

    def text(self) -> str:
        lines = (line.strip(" \t") for line in "".join(self._pieces).split("\n"))
        return "\n".join(_one_gap(lines)).strip("\n") + "\n"


def _one_gap(lines: Iterator[str]) -> Iterator[str]:
    empty = True
    for line in lines:
        if line or not empty:
            yield line
        empty = not line


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS + 5))
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> None:
    """Answer on standard output."""
    kind, path = sys.argv[1:]
    _limit()
    try:
        text, pages = readable_pages(*{"pdf": pdf, "word": word}[kind](Path(path)))
        answer: dict[str, object] = {"text": text, "pages": pages}
    except TooMuch as refused:
        answer = {"refused": str(refused)}
    except MemoryError:
        answer = {"refused": "It takes more memory to read than any document should. " + _HOW}
    except RecursionError:
        answer = {"refused": "It is nested deeper than any document should be. " + _HOW}
    except Exception as error:
        answer = {"refused": f"It can’t be read ({type(error).__name__}). " + _HOW}
    sys.stdout.buffer.write(json.dumps(answer).encode("ascii"))


_HOW = "Open it, and save it anew or its words as plain text."

if __name__ == "__main__":
    main()
