"""The site's own time: when something that readers see last changed.

A page is a function of the database alone, so that it can be rendered again to the same bytes.
"""

from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.models.site_change import SiteChange

BEFORE_ALL = datetime(2026, 1, 1, tzinfo=UTC)


def site_moment(session: Session) -> datetime:
    """When the newest edition of the site began."""
    at = session.scalar(select(SiteChange.at).order_by(SiteChange.edition.desc()).limit(1))
    return at or BEFORE_ALL
