"""Published files held against the texts that were approved: every story's page, and none beside.

The headline and the words are the revision's, whatever renders them; the whole article, where its
links lead and what its pictures are included, is what is rendered now. What a theme puts around a
story is no concern here. A page that is not there is rendered anew when somebody asks for it, so it
can't be wrong.
"""

import gzip
import json
import re
import uuid
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path

from flask import Flask, current_app
from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.document.content import Content
from editorial.document.html import html
from editorial.ledger.fault import Fault
from editorial.models.desk import Desk
from editorial.models.dispatch import Dispatch
from editorial.models.publication import Publication
from editorial.models.revision import Revision
from editorial.site.folder import GONE, INDEX, PACKED, Folder
from editorial.site.paths import all_paths
from editorial.site.press import bring_up_to_date
from editorial.site.read import Shown, folded, shown_by, text_of
from editorial.site.render import render
from editorial.web.inner import Page
from editorial.workflow.words import Live

VERSION = re.compile(r"/news/[^/]+/[^/]+/versions/[0-9]+")
DATA = ".ninjs.json"
OTHERWISE = "is not what is rendered now. If a theme was changed: editorial site rebuild"


@dataclass(frozen=True, slots=True)
class Checked:
    """``pages`` counts the stories' pages that were there and compared."""

    pages: int
    fault: Fault | None


def check_files(session: Session, folder: Folder) -> Checked:
    """Compare each; a page that differs is looked at again once the folder is up to date, as it
    may just have been published."""
    bring_up_to_date(folder)
    pages = 0
    stories = dict(_stories(session))
    for path, key in stories.items():
        if not folder.has(path):
            continue
        pages += 1
        if _why_wrong(session, folder, path, key) is None:
            continue
        bring_up_to_date(folder)
        session.rollback()
        if (why := _why_wrong(session, folder, path, key)) is not None:
            return Checked(pages, Fault(None, f"The published page {path} {why}"))
    session.rollback()
    known = {*stories, *(f"{path}{DATA}" for path in stories), *all_paths(session)}
    for file in folder.everything():
        if _why_not_ours(folder, file, known) is None:
            continue
        bring_up_to_date(folder)
        with folder.locked():
            why = _why_not_ours(folder, file, known) if file.exists() else None
        if why is not None:
            name = file.relative_to(folder.pages)
            return Checked(pages, Fault(None, f"The published file {name} {why}"))
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
    page = folder.file(path)
    if not page.exists():
        page = page.with_name(GONE)
    try:
        body = page.read_bytes()
    except FileNotFoundError:
        return None
    shown = _shown(body)
    if row is None or row.live is not Live.REVISION or not path.startswith(f"/news/{row.slug}/"):
        if shown.story is not None:
            return "shows a story that was withdrawn."
        return None if not shown.article else OTHERWISE
    content = Content.from_json(json.loads(row.content))
    if shown.headline != folded(content.headline):
        return "has another headline than the text approved."
    wanted = text_of(html(content.body))
    if shown.story is None or shown.story != wanted:
        return "shows another text than the one approved."
    return None if shown.article == _shown(_render(path).body).article else OTHERWISE


def _why_not_ours(folder: Folder, file: Path, known: set[str]) -> str | None:
    """What is wrong with a file that is served: every one is a page, or the same once more."""
    try:
        if file.name.endswith(PACKED):
            plain = file.with_name(file.name.removesuffix(PACKED))
            return _why_no_copy(plain, gzip.decompress(file.read_bytes()))
    except (OSError, EOFError, zlib.error):
        return "can't be unpacked."
    parts = file.relative_to(folder.pages).parts
    path = "/" + "/".join(parts[:-1] if file.name in (INDEX, GONE) else parts)
    if file.name == GONE:
        return _why_no_notice(file.read_bytes(), path)
    if path not in known and not _render(path).shown:
        return "is no page of this site."
    return _why_changed(file, path)


def _why_no_notice(body: bytes, path: str) -> str | None:
    now = _render(path)
    if now.status != HTTPStatus.GONE:
        return "is of no story that was withdrawn."
    return None if _shown(body).article == _shown(now.body).article else OTHERWISE


def _why_no_copy(plain: Path, body: bytes) -> str | None:
    if not plain.exists():
        return "is of no page."
    return None if plain.read_bytes() == body else "is another one than its page: a false copy."


def _why_changed(file: Path, path: str) -> str | None:
    """Of the pages beside a story those that hold a whole text."""
    is_data = path.endswith(DATA)
    if not (is_data or VERSION.fullmatch(path)) or not file.exists():
        return None
    body, now = file.read_bytes(), _render(path).body
    if body == now or (not is_data and _shown(body).article == _shown(now).article):
        return None
    return OTHERWISE


def _render(path: str) -> Page:
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]  # a proxy's own
    return render(app, path)


def _shown(body: bytes) -> Shown:
    return shown_by(body.decode("utf-8", "replace"))
