"""Mails with links. A link is made when its mail is sent, so that no job holds a secret."""

import uuid
from collections.abc import Callable
from datetime import datetime
from typing import Any

from flask import current_app, render_template

from editorial.config import Misconfigured
from editorial.mailing.letter import Letter
from editorial.mailing.send import send
from editorial.models.one_time_link import LinkPurpose
from editorial.models.person import Person
from editorial.models.saving import reading, saving
from editorial.models.setting import setting
from editorial.web.links import GOOD_FOR, make_link


def mail_invitation(details: dict[str, Any], now: datetime) -> None:
    """Invite the person, unless they have come in already."""
    person = _person(details)
    if person is None or person.password_hash is not None:
        return
    _mail_link(person, LinkPurpose.INVITATION, "invitation", "/invitations/{}", now)


def mail_password_reset(details: dict[str, Any], now: datetime) -> None:
    """A link to a new password; nothing when the address was nobody's."""
    person = _person(details)
    if person is None:
        return
    if person.password_hash is None:
        # Someone who never came in has forgotten the invitation, not a password.
        mail_invitation(details, now)
        return
    _mail_link(person, LinkPurpose.PASSWORD_RESET, "password_reset", "/reset-password/{}", now)


JOBS: dict[str, Callable[[dict[str, Any], datetime], None]] = {
    "mail_invitation": mail_invitation,
    "mail_password_reset": mail_password_reset,
}


def _person(details: dict[str, Any]) -> Person | None:
    key = details["person"]
    person = None if key is None else reading().get(Person, uuid.UUID(key))
    return person if person is not None and person.active else None


def _mail_link(
    person: Person, purpose: LinkPurpose, template: str, path: str, now: datetime
) -> None:
    public_url: str = current_app.config["PUBLIC_URL"]
    if not public_url:
        raise Misconfigured(
            "PUBLIC_URL is not set, so no link can be mailed. Set it to the newsroom's address, "
            "for example https://news.agency.example"
        )
    agency, name, email = setting(reading(), "agency.name"), person.name, person.email
    with saving() as session:
        token = make_link(session, purpose, person.id, now)
    words = {
        "agency": agency,
        "name": name,
        "link": public_url + path.format(token),
        "hours": int(GOOD_FOR[purpose].total_seconds() // 3600),
    }
    text = render_template(f"mail/{template}.txt", **words)
    subject, _, body = text.partition("\n")
    html = render_template(f"mail/{template}.html", **words)
    send(
        current_app.config["MAIL_URL"],
        Letter(name, email, subject.strip(), body.strip() + "\n", html),
        now,
    )
