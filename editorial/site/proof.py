"""Published files held against the texts that were approved: every story's page, and none beside.

What a theme puts around a story is no concern here. A page that is not there is rendered anew when
somebody asks for it, so it can't be wrong.
"""

import gzip
import json
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.document.content import Content
from editorial.document.html import html
from editorial.ledger.fault import Fault
from editorial.models.desk import Desk
from editorial.models.dispatch import Dispatch
from editorial.models.publication import Publication
from editorial.models.revision import Revision
from editorial.site.folder import INDEX, PACKED, Folder
from editorial.site.press import bring_up_to_date
from editorial.workflow.words import Live

BATCH = 200
VOID = frozenset(("br", "img", "source", "hr", "input", "link", "meta", "wbr"))
# Not of the text: where and when it was written.
ASIDE = frozenset(("dateline",))
LISTS = frozenset(("page",))


@dataclass(frozen=True, slots=True)
class Checked:
    """``pages`` counts the stories' pages that were there and compared."""

    pages: int
    fault: Fault | None


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page shows of a story; None where it has no such element."""

    headline: str | None
    story: str | None


def check_files(session: Session, folder: Folder) -> Checked:
    """Compare each; a page that differs is looked at again once the folder is up to date, as it
    may just have been published."""
    bring_up_to_date(folder)
    known: set[str] = set()
    pages = 0
    for path, key in _stories(session):
        known.add(path)
        if not folder.has(path):
            continue
        pages += 1
        if _why_wrong(session, folder, path, key) is None:
            continue
        bring_up_to_date(folder)
        session.rollback()
        if (why := _why_wrong(session, folder, path, key)) is not None:
            return Checked(pages, Fault(None, f"The published page {path} {why}"))
    for path in _beside(folder, known):
        return Checked(pages, Fault(None, f"The published page {path} is of no story in the log."))
    return Checked(pages, None)


def _stories(session: Session) -> Iterator[tuple[str, uuid.UUID]]:
    """Every address that a story ever had, with its dispatch."""
    asked = select(Desk.slug, Publication.address, Publication.dispatch_id).join(
        Desk, Desk.id == Publication.desk_id
    )
    for slug, address, key in session.execute(asked.distinct()).all():
        yield f"/news/{slug}/{address}", key


def _why_wrong(session: Session, folder: Folder, path: str, key: uuid.UUID) -> str | None:
    row = session.execute(
        select(Revision.content, Desk.slug, Dispatch.live)
        .select_from(Publication)
        .join(Revision, Revision.id == Publication.revision_id)
        .join(Desk, Desk.id == Publication.desk_id)
        .join(Dispatch, Dispatch.id == Publication.dispatch_id)
        .where(Publication.dispatch_id == key, Publication.current)
    ).one_or_none()
    try:
        body = folder.file(path).read_bytes()
    except FileNotFoundError:
        return None
    packed = folder.file(path).with_name(INDEX + PACKED)
    if packed.exists() and gzip.decompress(packed.read_bytes()) != body:
        return "is another one when it is fetched packed."
    shown = shown_by(body.decode("utf-8", "replace"))
    if row is None or row.live is not Live.REVISION or not path.startswith(f"/news/{row.slug}/"):
        return None if shown.story is None else "shows a story that was withdrawn."
    content = Content.from_json(json.loads(row.content))
    if shown.headline != _folded(content.headline):
        return "has another headline than the text approved."
    wanted = text_of(html(content.body))
    if shown.story is None or shown.story != wanted:
        return "shows another text than the one approved."
    return None


def _beside(folder: Folder, known: set[str]) -> Iterator[str]:
    for page in sorted(folder.pages.glob(f"news/*/*/{INDEX}")):
        section, address = page.parts[-3:-1]
        path = f"/news/{section}/{address}"
        if address not in LISTS and path not in known:
            yield path


def shown_by(page: str) -> Shown:
    """The headline and the text of the story that a page shows."""
    reader = _Reader()
    reader.feed(page)
    return Shown(
        _folded("".join(reader.headline)) if reader.saw_headline else None,
        _folded("".join(reader.story)) if reader.saw_story else None,
    )


def text_of(markup: str) -> str:
    """The words of a piece of HTML, as ``shown_by`` reads them."""
    return shown_by(f'<article><div class="story">{markup}</div></article>').story or ""


def _folded(text: str) -> str:
    return " ".join(text.split())


class _Reader(HTMLParser):
    """Reads ``article h1`` and ``article .story``."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.headline: list[str] = []
        self.story: list[str] = []
        self.saw_headline = self.saw_story = False
        self._open: list[tuple[str, frozenset[str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        classes = frozenset((dict(attrs).get("class") or "").split())
        if tag in VOID:
            return
        self._open.append((tag, classes))
        if self._inside("article"):
            self.saw_headline |= tag == "h1"
            self.saw_story |= "story" in classes
        # Blocks are told apart, whatever white space a template puts between them.
        self.story.append(" " if self._in_story() else "")

    def handle_endtag(self, tag: str) -> None:
        for depth in range(len(self._open) - 1, -1, -1):
            if self._open[depth][0] == tag:
                del self._open[depth:]
                break
        self.story.append(" " if self._in_story() else "")

    def handle_data(self, data: str) -> None:
        if self._inside("article") and self._inside("h1"):
            self.headline.append(data)
        elif self._in_story() and not any(classes & ASIDE for _tag, classes in self._open):
            self.story.append(data)

    def _inside(self, tag: str) -> bool:
        return any(name == tag for name, _classes in self._open)

    def _in_story(self) -> bool:
        return self._inside("article") and any("story" in classes for _tag, classes in self._open)
