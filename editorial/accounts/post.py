"""Mailing a link to someone, worded by the templates in ``templates/mail``."""

from datetime import datetime

from flask import current_app, render_template

from editorial.config import Misconfigured
from editorial.mailing.letter import Letter
from editorial.mailing.send import send
from editorial.models.one_time_link import LinkPurpose
from editorial.models.person import Person
from editorial.models.saving import reading, saving
from editorial.models.setting import setting
from editorial.web.links import GOOD_FOR, make_link


def mail_link(
    person: Person, purpose: LinkPurpose, path: str, now: datetime, until: datetime | None = None
) -> None:
    """Make the link, good ``until`` then or as long as its kind is, and mail it; ``path`` has a
    place for its token.

    Raises Misconfigured, and what ``send`` raises; the outbox then tries again with a new link.
    """
    public_url: str = current_app.config["PUBLIC_URL"]
    if not public_url:
        raise Misconfigured(
            "PUBLIC_URL is not set, so no link can be mailed. Set it to the newsroom's address, "
            "for example https://news.agency.example"
        )
    if not current_app.config["MAIL_URL"]:
        # Before the link: the one that was mailed before would be good no more.
        raise Misconfigured("MAIL_URL is not set, so no link can be mailed.")
    agency, name, email = setting(reading(), "agency.name"), person.name, person.email
    with saving() as session:
        token = make_link(session, purpose, person.id, now, until)
    left = GOOD_FOR[purpose] if until is None else until - now
    words = {
        "agency": agency,
        "name": name,
        "link": public_url + path.format(token),
        "hours": max(1, int(left.total_seconds() // 3600)),
    }
    text = render_template(f"mail/{purpose.value}.txt", **words)
    subject, _, body = text.partition("\n")
    html = render_template(f"mail/{purpose.value}.html", **words)
    send(
        current_app.config["MAIL_URL"],
        Letter(name, email, subject.strip(), body.strip() + "\n", html),
        now,
    )
