"""A reader's review on its way to the desk: bounded, so that a flood costs next to nothing."""

import hashlib
import hmac
import ipaddress
import uuid
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, func, select, update
from sqlalchemy.orm import Session

from editorial.models.reader_review import ReaderReview
from editorial.workflow.words import ReviewStanding

LONGEST_NAME = 80
LONGEST_TEXT = 3000
# From one network, for one story, and waiting in the house.
FROM_A_NETWORK = ((3, timedelta(minutes=10)), (20, timedelta(hours=24)))
FOR_A_STORY = (60, timedelta(hours=1))
WAITING_IN_ALL = 2000
NETWORK_KEPT = timedelta(hours=24)


class TooMany(Exception):
    """No more reviews are taken for the moment; nothing was written."""


def network_of(address: str, secret: str) -> str:
    """A keyed hash of the network that the request came from: an IPv6 subscriber's /64."""
    try:
        parsed = ipaddress.ip_address(address)
        if parsed.version == 6:
            address = str(ipaddress.ip_network((parsed, 64), strict=False))
    except ValueError:
        pass
    return hmac.digest(secret.encode(), f"review {address}".encode(), hashlib.sha256).hex()


def weigh_flood(session: Session, dispatch_id: uuid.UUID, network: str, now: datetime) -> None:
    """Raises TooMany. Each count stops at its limit, so that it costs the same in a flood."""
    for most, span in FROM_A_NETWORK:
        here = ReaderReview.network == network
        if _reaches(session, most, here, ReaderReview.sent_at > now - span):
            raise TooMany
    most, span = FOR_A_STORY
    of_story = ReaderReview.dispatch_id == dispatch_id
    waiting = ReaderReview.standing == ReviewStanding.WAITING
    if _reaches(session, most, of_story, waiting, ReaderReview.sent_at > now - span):
        raise TooMany
    if _reaches(session, WAITING_IN_ALL, waiting):
        raise TooMany


def keep_review(
    session: Session, dispatch_id: uuid.UUID, name: str, text: str, network: str, now: datetime
) -> None:
    """Put the review before the desk, once. Raises TooMany."""
    weigh_flood(session, dispatch_id, network, now)
    session.execute(
        update(ReaderReview)
        .where(ReaderReview.network > "", ReaderReview.sent_at < now - NETWORK_KEPT)
        .values(network="")
    )
    if came_in(session, dispatch_id, name, text, network):
        return
    session.add(
        ReaderReview(
            id=uuid.uuid4(),
            dispatch_id=dispatch_id,
            name=name,
            text=text,
            network=network,
            sent_at=now,
            standing=ReviewStanding.WAITING,
        )
    )


def came_in(session: Session, dispatch_id: uuid.UUID, name: str, text: str, network: str) -> bool:
    """Whether these words came from there before: a button pressed twice, or a thousand times."""
    again = select(ReaderReview.id).where(
        ReaderReview.network == network,
        ReaderReview.dispatch_id == dispatch_id,
        ReaderReview.name == name,
        ReaderReview.text == text,
    )
    return session.scalars(again.limit(1)).first() is not None


def _reaches(session: Session, most: int, *conditions: ColumnElement[bool]) -> bool:
    some = select(ReaderReview.id).where(*conditions).limit(most).subquery()
    return (session.scalar(select(func.count()).select_from(some)) or 0) >= most
