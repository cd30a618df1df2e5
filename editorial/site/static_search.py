"""The index that a small script searches where there is no server: bounded files, in order.

A story stands in the file of its number, so that a correction changes one file.
"""

import json

from sqlalchemy.orm import Session

from editorial.models.publication import Publication
from editorial.models.shelf_place import WHOLE_SITE, ShelfPlace
from editorial.site.listing import last_number
from editorial.site.live import live

A_PART = 500


def parts(session: Session) -> int:
    """How many files the index has."""
    return -(-last_number(session, WHOLE_SITE) // A_PART)


def part(session: Session, number: int) -> bytes:
    """The stories of one file, newest first: path, headline, summary, byline, section, date."""
    first = (number - 1) * A_PART + 1
    rows = session.execute(
        live()
        .join(ShelfPlace, ShelfPlace.dispatch_id == Publication.dispatch_id)
        .where(ShelfPlace.shelf == WHOLE_SITE, ShelfPlace.number.between(first, first + A_PART - 1))
        .order_by(None)
        .order_by(ShelfPlace.number.desc())
    ).all()
    told = [
        [
            f"/news/{desk.slug}/{one.address}",
            one.headline,
            one.summary,
            one.byline,
            desk.name,
            f"{one.first_published_at:%Y-%m-%d}",
        ]
        for one, desk in rows
    ]
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
