"""The families of public pages: which paths exist, and which of them hold a story.

A page is named by its path and is a function of the database. Whoever adds a family of pages adds
it here: to ``of_story`` or ``HOUSE``, and to ``touched`` where a change makes other pages gain a
story. Which pages hold one already is noted when they are rendered (``site.shown``).
"""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from editorial.models.desk import Desk
from editorial.models.dispatch import Dispatch
from editorial.models.notice import Notice
from editorial.models.publication import Publication
from editorial.models.shelf_place import WHOLE_SITE, ShelfPlace
from editorial.site import notices, sitemap, static_search
from editorial.site.listing import A_PAGE, full_pages, last_number
from editorial.site.shelves import about_url, by_url
from editorial.web.look import saved_look
from editorial.web.sheet import sheet_url
from editorial.workflow.words import Live

FEEDS = ("feed.atom", "feed.rss", "feed.json")
# Rendered as soon as they change; everything else that is not there waits for its first reader.
HOUSE = (
    *("/", "/about", "/corrections", "/search", "/robots.txt", "/manifest.webmanifest"),
    *("/sitemap.xml", "/sitemaps/pages.xml", "/news-sitemap.xml", "/search/index.json"),
    *(f"/{form}" for form in FEEDS),
    *(f"/corrections/{form}" for form in FEEDS),
)
ON_EVERY_CHANGE = ("/", "/sitemap.xml", "/news-sitemap.xml", *(f"/{form}" for form in FEEDS))


@dataclass(slots=True)
class Touched:
    """``gone``: the trees under withdrawn stories. ``now``: to be rendered at once, of them ``own``
    the stories' own. ``held``: to be rendered again where they are there. ``again``: lists may show
    an older text of a story."""

    gone: set[str] = field(default_factory=set)
    own: set[str] = field(default_factory=set)
    now: set[str] = field(default_factory=set)
    held: set[str] = field(default_factory=set)
    stories: set[uuid.UUID] = field(default_factory=set)
    again: bool = False


def touched(session: Session, dispatch_id: uuid.UUID) -> Touched:
    """Every page that a change of this story changes, whatever the change was."""
    found = Touched(now=set(ON_EVERY_CHANGE))
    rows = session.execute(
        select(Publication, Desk.slug, Dispatch.live)
        .join(Desk, Desk.id == Publication.desk_id)
        .join(Dispatch, Dispatch.id == Publication.dispatch_id)
        .where(Publication.dispatch_id == dispatch_id)
        .order_by(Publication.ordinal)
    ).all()
    for publication, slug, live in rows:
        path = f"/news/{slug}/{publication.address}"
        found.now.add(path)
        if live is not Live.REVISION or not publication.current:
            found.gone.add(path)
    if rows and rows[-1][2] is Live.REVISION:
        publication, slug, _live = rows[-1]
        path = f"/news/{slug}/{publication.address}"
        found.gone.discard(path)
        found.own.add(path)
        found.held.update(of_story(path, publication.ordinal))
        found.held.add(f"{path}.ninjs.json")
    found.again = len(rows) > 1 or bool(found.gone)
    for shelf, number in session.execute(
        select(ShelfPlace.shelf, ShelfPlace.number).where(ShelfPlace.dispatch_id == dispatch_id)
    ):
        _shelf(session, found, shelf, number)
    _one_before(session, found, dispatch_id)
    _notices(session, found, dispatch_id)
    return found


def of_story(path: str, versions: int) -> list[str]:
    """The pages under one live story."""
    return [
        f"{path}.ninjs.json",
        f"{path}/versions",
        f"{path}/reviews",
        f"{path}/reviewed",
        *(f"{path}/versions/{number}" for number in range(1, versions + 1)),
    ]


def all_paths(session: Session) -> Iterator[str]:
    """Every page of the site, each once; a story before the lists that lead to it."""
    after = 0
    while True:
        rows = session.execute(
            select(ShelfPlace.number, Publication.address, Publication.ordinal, Desk.slug)
            .add_columns(Dispatch.live)
            .select_from(ShelfPlace)
            .join(Publication, Publication.dispatch_id == ShelfPlace.dispatch_id)
            .join(Dispatch, Dispatch.id == ShelfPlace.dispatch_id)
            .join(Desk, Desk.id == Publication.desk_id)
            .where(
                ShelfPlace.shelf == WHOLE_SITE,
                ShelfPlace.number.between(after + 1, after + 500),
            )
            .order_by(ShelfPlace.number, Publication.ordinal.desc())
        ).all()
        stories: set[int] = set()
        seen: set[str] = set()
        for number, address, ordinal, slug, live in rows:
            path = f"/news/{slug}/{address}"
            if path in seen:
                continue
            # The newest first; then where it stood before it moved to another desk.
            seen.add(path)
            yield path
            if live is Live.REVISION and number not in stories:
                yield from of_story(path, ordinal)
            stories.add(number)
        after += 500
        if after >= last_number(session, WHOLE_SITE):
            break
    for shelf in session.scalars(select(ShelfPlace.shelf).distinct().order_by(ShelfPlace.shelf)):
        if (url := shelf_url(session, shelf)) is not None:
            yield from _pages(url, full_pages(session, shelf), shelf)
    for slug in session.scalars(
        select(Desk.slug).where(Desk.id.not_in(select(Publication.desk_id)))
    ):
        yield from _pages(f"/news/{slug}", 0, "desk:")
    yield from (f"/search/{number}.json" for number in range(1, static_search.parts(session) + 1))
    yield from (f"/sitemaps/{number}.xml" for number in range(1, sitemap.parts(session) + 1))
    count = session.scalar(select(func.count()).where(Notice.kind.in_(notices.ON_THE_PAGE)))
    full = max((count or 0) // notices.A_PAGE - 1, 0)
    yield from (f"/corrections/page/{number}" for number in range(1, full + 1))
    yield sheet_url(saved_look(session))
    yield from HOUSE


def certificates(session: Session, stories: set[uuid.UUID] | None) -> Iterator[str]:
    """The certificates of the live ones among the stories (None: of all). They grow with the log
    and are no files of the site, but an export gives them along."""
    query = (
        select(Desk.slug, Publication.address)
        .join(Desk, Desk.id == Publication.desk_id)
        .where(Publication.current.is_(True))
        .order_by(Publication.address)
    )
    if stories is not None:
        query = query.where(Publication.dispatch_id.in_(stories))
    for slug, address in session.execute(query):
        yield f"/news/{slug}/{address}/certificate.json"


def shelf_url(session: Session, shelf: str) -> str | None:
    """The path of a shelf's newest page, as a server reads it: a name in Cyrillic letters is not
    quoted. None for the shelf that holds the whole site."""
    kind, _colon, name = shelf.partition(":")
    if kind == "desk":
        for desk_id, slug in session.execute(select(Desk.id, Desk.slug)):
            if desk_id.hex == name:
                return f"/news/{slug}"
        return None
    if kind == "by":
        return unquote(by_url(name))
    return unquote(about_url(name)) if kind == "topic" else None


def _pages(url: str, full: int, shelf: str) -> Iterator[str]:
    yield url
    yield from (f"{url}/page/{number}" for number in range(1, full + 1))
    if not shelf.startswith("topic:"):
        yield from (f"{url}/{form}" for form in FEEDS)


def _shelf(session: Session, found: Touched, shelf: str, number: int) -> None:
    if shelf == WHOLE_SITE:
        found.now.add(f"/sitemaps/{(number - 1) // sitemap.A_PART + 1}.xml")
        found.held.add("/search/index.json")
        found.held.add(f"/search/{(number - 1) // static_search.A_PART + 1}.json")
        return
    url = shelf_url(session, shelf)
    if url is None:
        return
    pages = list(_pages(url, 0, shelf))
    found.now.update(pages[:1])
    found.held.update(pages[1:])
    full = full_pages(session, shelf)
    # A page that was just filled, and the one before it, which now leads to it.
    if last_number(session, shelf) % A_PAGE == 0:
        found.held.update(f"{url}/page/{one}" for one in (full - 1, full) if one > 0)
    page = (number - 1) // A_PAGE + 1
    if page <= full:
        found.held.add(f"{url}/page/{page}")


def _one_before(session: Session, found: Touched, dispatch_id: uuid.UUID) -> None:
    """The story before this one in a running story: it leads on to it."""
    this = aliased(Publication)
    row = session.execute(
        select(Desk.slug, Publication.address)
        .select_from(this)
        .join(Publication, Publication.desk_id == this.desk_id)
        .join(Desk, Desk.id == Publication.desk_id)
        .join(Dispatch, Dispatch.id == Publication.dispatch_id)
        .where(
            this.dispatch_id == dispatch_id,
            Publication.current.is_(True),
            Publication.first_published_at < this.first_published_at,
            Dispatch.slugline
            == select(Dispatch.slugline).where(Dispatch.id == dispatch_id).scalar_subquery(),
        )
        .order_by(Publication.first_published_at.desc())
        .limit(1)
    ).first()
    if row is not None:
        found.held.add(f"/news/{row[0]}/{row[1]}")


def _notices(session: Session, found: Touched, dispatch_id: uuid.UUID) -> None:
    """The pages of corrections that tell of this story."""
    serials = session.scalars(
        select(Notice.serial).where(
            Notice.dispatch_id == dispatch_id, Notice.kind.in_(notices.ON_THE_PAGE)
        )
    ).all()
    if not serials:
        return
    found.now.add("/corrections")
    found.held.update(f"/corrections/{form}" for form in FEEDS)
    for serial in serials:
        rank = session.scalar(
            select(func.count()).where(
                Notice.kind.in_(notices.ON_THE_PAGE), Notice.serial <= serial
            )
        )
        page = ((rank or 1) - 1) // notices.A_PAGE + 1

        around = (one for one in (page - 2, page - 1, page) if one > 0)
        found.held.update(f"/corrections/page/{one}" for one in around)
