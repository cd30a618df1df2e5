"""Long lists of stories, their pages numbered from the oldest, so that a page stays."""

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from editorial.models.publication import Publication
from editorial.models.shelf_place import ShelfPlace
from editorial.pipeline.refusal import NotThere
from editorial.site.live import live, teasers
from editorial.site.pages import Listing

A_PAGE = 20


def listing(
    session: Session, url: str, page: int | None, shelf: str, *conditions: ColumnElement[bool]
) -> Listing:
    """The stories of a shelf that meet the conditions, newest first. ``page`` counts full pages
    from the oldest, 1; None is the page at ``url``, with the newest: between one page's worth and
    two, so that a story leaves it only together with a full page. A story that was withdrawn
    leaves a gap. Raises NotThere beyond the last."""
    full = full_pages(session, shelf)
    if page is not None and not 1 <= page <= full:
        raise NotThere
    first = full * A_PAGE + 1 if page is None else (page - 1) * A_PAGE + 1
    numbers = ShelfPlace.number >= first
    if page is not None:
        numbers = ShelfPlace.number.between(first, page * A_PAGE)
    rows = session.execute(
        live()
        .join(ShelfPlace, ShelfPlace.dispatch_id == Publication.dispatch_id)
        .where(ShelfPlace.shelf == shelf, numbers, *conditions)
        .order_by(None)
        .order_by(ShelfPlace.number.desc())
    ).all()
    if page is None:
        return Listing(teasers(rows), None, f"{url}/page/{full}" if full else None)
    newer = f"{url}/page/{page + 1}" if page < full else url
    older = f"{url}/page/{page - 1}" if page > 1 else None
    return Listing(teasers(rows), newer, older)


def full_pages(session: Session, shelf: str) -> int:
    """How many numbered pages the shelf has."""
    return max(last_number(session, shelf) // A_PAGE - 1, 0)


def last_number(session: Session, shelf: str) -> int:
    """The number given last on the shelf; 0 while it is empty."""
    return session.scalar(select(func.max(ShelfPlace.number)).where(ShelfPlace.shelf == shelf)) or 0
