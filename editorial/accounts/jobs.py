"""Mails with links. A link is made when its mail is sent, so that no job holds a secret."""

import uuid
from collections.abc import Callable
from datetime import datetime
from typing import Any

from editorial.accounts.post import mail_link
from editorial.models.one_time_link import LinkPurpose
from editorial.models.person import Person
from editorial.models.saving import reading
from editorial.web.links import good_until

INVITATION = "/invitations/{}"


def mail_invitation(details: dict[str, Any], now: datetime) -> None:
    """Invite the person, unless they have come in already."""
    person = _person(details)
    if person is None or person.password_hash is not None:
        return
    mail_link(person, LinkPurpose.INVITATION, INVITATION, now)


def mail_password_reset(details: dict[str, Any], now: datetime) -> None:
    """A link to a new password; nothing when the address was nobody's."""
    person = _person(details)
    if person is None:
        return
    if person.password_hash is None:
        # Someone who never came in has forgotten the invitation, not a password. Whoever asks
        # can't make it last longer, nor bring an old one back: inviting is an administrator's.
        until = good_until(reading(), LinkPurpose.INVITATION, person.id, now)
        if until is not None:
            mail_link(person, LinkPurpose.INVITATION, INVITATION, now, until)
        return
    mail_link(person, LinkPurpose.PASSWORD_RESET, "/reset-password/{}", now)


JOBS: dict[str, Callable[[dict[str, Any], datetime], None]] = {
    "mail_invitation": mail_invitation,
    "mail_password_reset": mail_password_reset,
}


def _person(details: dict[str, Any]) -> Person | None:
    key = details["person"]
    person = None if key is None else reading().get(Person, uuid.UUID(key))
    return person if person is not None and person.active else None
