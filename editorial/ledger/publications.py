"""Every text that went live, the earlier versions too, as its row says and as its entry says."""

import json
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.ledger.account import Account, Published
from editorial.ledger.entry import stamp
from editorial.ledger.fault import Fault
from editorial.models.publication import Publication
from editorial.models.revision import Revision

SHOWN = ("headline", "summary", "byline", "language")


def check_publications(session: Session, account: Account) -> Fault | None:
    """Each row is one entry's, in their order, and none is missing; the last one is current while
    the story stands."""
    seen: dict[str, int] = {}
    rows = session.execute(
        select(
            Publication.dispatch_id,
            Publication.ordinal,
            Publication.current,
            Publication.address,
            Publication.published_at,
            Publication.first_published_at,
            *(getattr(Publication, column) for column in SHOWN),
            Revision.content,
            Revision.digest,
        )
        .join(Revision, Publication.revision_id == Revision.id)
        .order_by(Publication.dispatch_id, Publication.ordinal)
    ).yield_per(200)
    for row in rows:
        dispatch = str(row.dispatch_id)
        seen[dispatch] = seen.get(dispatch, 0) + 1
        fault = _check(row, seen[dispatch], account)
        if fault is not None:
            return fault
    for dispatch, published in account.published.items():
        if seen.get(dispatch, 0) != len(published):
            return Fault(None, f"Dispatch {dispatch} lacks a version that an entry published.")
    return None


def _check(row: Any, place: int, account: Account) -> Fault | None:
    dispatch = str(row.dispatch_id)
    name = f"Dispatch {dispatch}, version {row.ordinal},"
    published = account.published.get(dispatch, [])
    if row.ordinal != place or place > len(published):
        return Fault(None, f"{name} stands in no entry of the log.")
    first, entry = published[0], published[place - 1]
    if entry != Published(row.digest, stamp(row.published_at), row.address):
        return Fault(None, f"{name} shows a text, a time or an address that no entry published.")
    if stamp(row.first_published_at) != first.at or row.address != first.address:
        return Fault(None, f"{name} is said to have been published first at another time or place.")
    is_shown = place == len(published) and dispatch in account.live
    if row.current != is_shown:
        return Fault(None, f"{name} is shown to readers on one side only: the log and its row.")
    said = json.loads(row.content)
    for column in SHOWN:
        if getattr(row, column) != said[column]:
            return Fault(None, f"{name} shows another {column} than the text approved.")
    return None
