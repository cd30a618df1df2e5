"""What leaves the house: mails worded by ``templates/mail``, and a desk's hook."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from flask import current_app, render_template
from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.mailing.letter import Attachment, Letter
from editorial.mailing.send import send
from editorial.models.delivery import Delivery
from editorial.models.desk import Desk
from editorial.models.desk_hook import DeskHook
from editorial.models.dispatch import Dispatch
from editorial.models.person import Person
from editorial.models.publication import Publication
from editorial.models.setting import setting
from editorial.telling.hook import HookRefused, Telling, body_of, post, sign
from editorial.telling.receipt import NotSignedYet, Signed, signed_over
from editorial.telling.stop import stop_token
from editorial.telling.told import Line, line_of
from editorial.workflow.events import EVENT_WORDS, Channel, Event

# What a checkpoint comes with; it is signed at once, and waited for so long.
WITH_CHECKPOINT = frozenset({Event.APPROVED, Event.PUBLISHED, Event.RECEIPT})
WAIT_FOR_SIGNING = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Item:
    """One delivery in words. ``comment`` leads to the comment on the page."""

    line: Line
    slugline: str
    headline: str
    url: str


def way_is_open(channel: Channel) -> str:
    """Why nothing can leave by the channel; empty where it can."""
    if not current_app.config["PUBLIC_URL"]:
        return "PUBLIC_URL is not set, so nothing outside could lead back here."
    if channel is Channel.MAIL and not current_app.config["MAIL_URL"]:
        return "MAIL_URL is not set, so no mail goes out."
    return ""


def send_mail(session: Session, delivery: Delivery, now: datetime) -> None:
    """One mail about one event. Raises NotSignedYet, and what ``send`` raises."""
    person, dispatch = _person(delivery), delivery.dispatch
    signed = _checkpoint(session, [delivery], now)
    item = _item(session, delivery)
    words = {
        **_words(session, person),
        "item": item,
        "event": EVENT_WORDS[delivery.event],
        "signed": signed,
        "sequence": delivery.sequence,
        "stop": _stop_link(person, delivery.event),
    }
    letter = _letter("told", person, _subject(item), words, signed)
    _post(letter, delivery.id, _thread(dispatch), _headers(delivery.event, words["stop"]), now)


def send_digest(session: Session, keys: Sequence[uuid.UUID], now: datetime) -> None:
    """One mail with all of them, dispatch by dispatch. Raises NotSignedYet, and what ``send``
    raises."""
    deliveries = [session.get_one(Delivery, key) for key in keys]
    person = _person(deliveries[0])
    signed = _checkpoint(session, deliveries, now)
    stories: dict[uuid.UUID, list[Item]] = {}
    for delivery in deliveries:
        stories.setdefault(delivery.dispatch_id, []).append(_item(session, delivery))
    words = {
        **_words(session, person),
        "stories": list(stories.values()),
        "count": len(deliveries),
        "signed": signed,
        "stop": _stop_link(person, None),
    }
    subject = f"{len(deliveries)} things from the newsroom of {words['agency']}"
    letter = _letter("digest", person, subject, words, signed)
    _post(letter, deliveries[0].id, "", _headers(None, words["stop"]), now)


def send_hook(session: Session, delivery: Delivery, now: datetime) -> None:
    """One event to the desk's address. Raises HookRefused or OSError."""
    hook = session.get(DeskHook, delivery.desk_id)
    if hook is None:
        raise HookRefused("The desk has no address for this any more.")
    item = _item(session, delivery)
    telling = Telling(
        str(delivery.id),
        delivery.event.value,
        delivery.put_at,
        setting(session, "agency.name"),
        delivery.dispatch.desk.name,
        item.slugline,
        item.headline,
        item.line.sentence,
        item.url,
    )
    _tell(session, hook, telling, now)


def send_trial(session: Session, hook: DeskHook, now: datetime) -> None:
    """A line that says that the address is reached. Raises HookRefused or OSError."""
    desk = session.get_one(Desk, hook.desk_id)
    agency = setting(session, "agency.name")
    telling = Telling(
        f"trial-{uuid.uuid4()}",
        "trial",
        now,
        agency,
        desk.name,
        "",
        desk.name,
        f"The newsroom of {agency} will tell this address of its desk {desk.name}.",
        _base() or "",
    )
    _tell(session, hook, telling, now)


def _tell(session: Session, hook: DeskHook, telling: Telling, now: datetime) -> None:
    url, body = hook.url, body_of(hook.kind, telling)
    signed = sign(hook.secret, telling.id, now, body)
    # A receiver may take its time to answer; nothing is held, nor read, meanwhile.
    session.rollback()
    post(url, signed, body, inside=bool(current_app.config["HOOKS_INSIDE"]))


def _checkpoint(session: Session, deliveries: Sequence[Delivery], now: datetime) -> Signed | None:
    """The checkpoint that what is told of goes with; None where there is none to wait for."""
    asked = [one for one in deliveries if one.event in WITH_CHECKPOINT and one.sequence is not None]
    if not asked:
        return None
    found = signed_over(session, max(one.sequence or 0 for one in asked))
    if found is None and now - max(one.put_at for one in asked) < WAIT_FOR_SIGNING:
        raise NotSignedYet
    return found


def _words(session: Session, person: Person) -> dict[str, Any]:
    return {
        "agency": setting(session, "agency.name"),
        "name": person.name,
        "choices": f"{_base()}/inbox/choices",
        "inbox": f"{_base()}/inbox",
    }


def _item(session: Session, delivery: Delivery) -> Item:
    dispatch = delivery.dispatch
    anchor = "" if delivery.comment is None else f"#comment-{delivery.comment}"
    return Item(
        line_of(session, delivery, dispatch),
        dispatch.slugline,
        _headline(session, delivery),
        f"{_base()}/dispatches/{dispatch.id}{anchor}",
    )


def _headline(session: Session, delivery: Delivery) -> str:
    """What was published bears the headline that readers see, not that of the text under work."""
    if delivery.event is Event.PUBLISHED:
        seen = session.scalar(
            select(Publication.headline)
            .where(Publication.dispatch_id == delivery.dispatch_id)
            .order_by(Publication.ordinal.desc())
            .limit(1)
        )
        if seen is not None:
            return seen
    return delivery.dispatch.headline


def _letter(
    template: str, person: Person, subject: str, words: dict[str, Any], signed: Signed | None
) -> Letter:
    attachments: tuple[Attachment, ...] = ()
    if signed is not None:
        attachments = (Attachment(f"checkpoint-{signed.size}.txt", signed.note),)
    return Letter(
        person.name,
        person.email,
        subject,
        render_template(f"mail/{template}.txt", **words).strip() + "\n",
        render_template(f"mail/{template}.html", subject=subject, **words),
        attachments=attachments,
    )


def _post(
    letter: Letter, key: uuid.UUID, thread: str, headers: dict[str, str], now: datetime
) -> None:
    host = urlsplit(_base()).hostname or "localhost"
    named = {"Message-ID": f"<told.{key}@{host}>", **headers}
    if thread:
        # Every mail of a dispatch answers one that was never sent, so that they stand together.
        root = f"<{thread}@{host}>"
        named |= {"In-Reply-To": root, "References": root}
    send(current_app.config["MAIL_URL"], letter.with_headers(named), now)


def _headers(event: Event | None, stop: str) -> dict[str, str]:
    host = urlsplit(_base()).hostname or "localhost"
    kind = "digest" if event is None else event.value
    return {
        "List-Id": f"<{kind}.telling.{host}>",
        "List-Unsubscribe": f"<{stop}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }


def _subject(item: Item) -> str:
    """The same for every mail of a dispatch while its headline is, as some readers keep a thread
    only then."""
    return f"{item.slugline}: {item.headline}" if item.headline else item.slugline


def _thread(dispatch: Dispatch) -> str:
    return f"dispatch.{dispatch.id}"


def _stop_link(person: Person, event: Event | None) -> str:
    token = stop_token(current_app.config["SECRET_KEY"], person.id, event)
    return f"{_base()}/stop-mail/{token}"


def _person(delivery: Delivery) -> Person:
    assert delivery.person is not None
    return delivery.person


def _base() -> str:
    base: str = current_app.config["PUBLIC_URL"]
    return base
