"""Long lists of stories, their pages numbered from the oldest, so that a page stays."""

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from editorial.models.publication import Publication
from editorial.pipeline.refusal import NotThere
from editorial.site.live import live, teasers
from editorial.site.pages import Listing

A_PAGE = 20


def listing(
    session: Session, url: str, page: int | None, *conditions: ColumnElement[bool]
) -> Listing:
    """The stories that meet the conditions, newest first. ``page`` counts full pages from the
    oldest, 1; None is the page at ``url``, with the newest: between one page's worth and two, so
    that a story leaves it only together with a full page. Raises NotThere beyond the last."""
    found = live().where(*conditions)
    count = session.scalar(select(func.count()).select_from(found.order_by(None).subquery())) or 0
    full = max(count // A_PAGE - 1, 0)
    if page is None:
        rows = session.execute(found.limit(count - full * A_PAGE)).all()
        return Listing(teasers(rows), None, f"{url}/page/{full}" if full else None)
    if not 1 <= page <= full:
        raise NotThere
    oldest_first = found.order_by(None).order_by(
        Publication.first_published_at, Publication.id.desc()
    )
    rows = session.execute(oldest_first.offset((page - 1) * A_PAGE).limit(A_PAGE)).all()
    newer = f"{url}/page/{page + 1}" if page < full else url
    older = f"{url}/page/{page - 1}" if page > 1 else None
    return Listing(teasers(rows[::-1]), newer, older)
