"""One-time links: made, found, used. Only the hash of what is in them is stored."""

import uuid
from datetime import datetime, timedelta

from sqlalchemy import CursorResult, func, select, update
from sqlalchemy.orm import Session

from editorial.models.one_time_link import LinkPurpose, OneTimeLink
from editorial.web.tokens import new_token, token_hash

GOOD_FOR = {
    LinkPurpose.INVITATION: timedelta(hours=72),
    LinkPurpose.PASSWORD_RESET: timedelta(hours=1),
    LinkPurpose.FIRST_ADMINISTRATOR: timedelta(hours=24),
}


def make_link(
    session: Session,
    purpose: LinkPurpose,
    person_id: uuid.UUID | None,
    now: datetime,
    until: datetime | None = None,
) -> str:
    """A new token; those made before for the same purpose and person are good no more."""
    end_links(session, person_id, now, purpose)
    token = new_token()
    session.add(
        OneTimeLink(
            purpose=purpose,
            person_id=person_id,
            token_hash=token_hash(token),
            made_at=now,
            expires_at=until or now + GOOD_FOR[purpose],
        )
    )
    return token


def good_until(
    session: Session, purpose: LinkPurpose, person_id: uuid.UUID, now: datetime
) -> datetime | None:
    """When the person's link of this purpose grows old; None where they have none."""
    return session.scalar(
        select(func.max(OneTimeLink.expires_at)).where(
            OneTimeLink.person_id == person_id,
            OneTimeLink.purpose == purpose,
            OneTimeLink.used_at.is_(None),
            OneTimeLink.expires_at > now,
        )
    )


def find_link(
    session: Session, purpose: LinkPurpose, token: str, now: datetime
) -> OneTimeLink | None:
    """The link behind the token while it is good."""
    return session.scalars(
        select(OneTimeLink).where(
            OneTimeLink.token_hash == token_hash(token),
            OneTimeLink.purpose == purpose,
            OneTimeLink.used_at.is_(None),
            OneTimeLink.expires_at > now,
        )
    ).one_or_none()


def use_link(session: Session, purpose: LinkPurpose, token: str, now: datetime) -> bool:
    """True the first time while it is good; two requests at once can't both have it."""
    used = session.execute(
        update(OneTimeLink)
        .where(
            OneTimeLink.token_hash == token_hash(token),
            OneTimeLink.purpose == purpose,
            OneTimeLink.used_at.is_(None),
            OneTimeLink.expires_at > now,
        )
        .values(used_at=now)
    )
    assert isinstance(used, CursorResult)
    return used.rowcount == 1


def end_links(
    session: Session,
    person_id: uuid.UUID | None,
    now: datetime,
    purpose: LinkPurpose | None = None,
) -> None:
    """None of the person's links (of that purpose) is good any more."""
    ending = update(OneTimeLink).where(
        OneTimeLink.person_id == person_id
        if person_id is not None
        else OneTimeLink.person_id.is_(None),
        OneTimeLink.used_at.is_(None),
    )
    if purpose is not None:
        ending = ending.where(OneTimeLink.purpose == purpose)
    session.execute(ending.values(used_at=now))
