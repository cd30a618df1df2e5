"""What changes in being told: messages put and read, choices, a desk's hook."""

import secrets
import uuid
from base64 import b64encode
from collections.abc import Collection
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import CursorResult, update
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.orm import Session

from editorial.models.delivery import Delivery, Outcome
from editorial.models.desk import Desk
from editorial.models.desk_hook import DeskHook, HookKind
from editorial.models.message import Message
from editorial.models.person import Person
from editorial.models.telling import Rhythm, TellingChoice, TellingRhythm
from editorial.outbox.put import put
from editorial.pipeline.record import of_desk, record
from editorial.pipeline.refusal import NotThere, Refused
from editorial.telling.carried import DELIVER, carried
from editorial.telling.choices import BOXES, Box
from editorial.telling.told import Told
from editorial.workflow.events import Channel, Event

SECRET_BYTES = 32


def put_message(session: Session, told: Told, person: Person, now: datetime) -> None:
    """Put it into the person's page, once; what it overtakes, unread, is read by that."""
    key = told.key(person.id)
    made = _insert_once(
        session,
        Message,
        {
            "id": uuid.uuid4(),
            "key": key,
            "person_id": person.id,
            "event": told.event,
            "dispatch_id": told.dispatch_id,
            "sequence": told.sequence,
            "comment": told.comment,
            "by": told.by,
            "told_at": told.at,
        },
    )
    if not made or told.sequence is None:
        return
    session.execute(
        update(Message)
        .where(
            Message.person_id == person.id,
            Message.dispatch_id == told.dispatch_id,
            Message.event == told.event,
            Message.sequence < told.sequence,
            Message.read_at.is_(None),
        )
        .values(read_at=now)
    )


def put_delivery(
    session: Session, told: Told, key: str, now: datetime, **to: Any
) -> uuid.UUID | None:
    """Write a delivery down; None when it was before. One in the page has arrived by that."""
    made, page = uuid.uuid4(), to["channel"] is Channel.PAGE
    values = {
        "id": made,
        "key": key,
        "event": told.event,
        "dispatch_id": told.dispatch_id,
        "sequence": told.sequence,
        "comment": told.comment,
        "by": told.by,
        "put_at": now,
        "outcome": Outcome.SENT if page else Outcome.WAITING,
        "ended_at": now if page else None,
        "attempts": 1 if page else 0,
        "error": "",
        **to,
    }
    return made if _insert_once(session, Delivery, values) else None


def mark(
    session: Session, person_id: uuid.UUID, message_id: uuid.UUID, now: datetime, *, read: bool
) -> Message:
    """Mark one of the person's messages as read or not. Raises NotThere."""
    message = session.get(Message, message_id, populate_existing=True)
    if message is None or message.person_id != person_id:
        raise NotThere
    if read != (message.read_at is not None):
        message.read_at = now if read else None
    return message


def mark_all_read(session: Session, person_id: uuid.UUID, now: datetime) -> int:
    """Mark all that came until ``now``; how many."""
    done = session.execute(
        update(Message)
        .where(Message.person_id == person_id, Message.read_at.is_(None), Message.told_at <= now)
        .values(read_at=now)
    )
    assert isinstance(done, CursorResult)
    return done.rowcount


def choose(
    session: Session, person_id: uuid.UUID, wanted: Collection[Box], rhythm: Rhythm, hour: int
) -> None:
    """Keep how the person wants to be told."""
    for event, channel in BOXES:
        session.merge(
            TellingChoice(
                person_id=person_id,
                event=event,
                channel=channel,
                wanted=(event, channel) in wanted,
            )
        )
    session.merge(TellingRhythm(person_id=person_id, rhythm=rhythm, hour=hour))


def stop_mail(session: Session, person_id: uuid.UUID, event: Event | None) -> None:
    """No more mail of this event to the person; of any, for None."""
    if session.get(Person, person_id) is None:
        raise NotThere
    for one, channel in BOXES:
        if channel is Channel.MAIL and event in (None, one):
            session.merge(
                TellingChoice(person_id=person_id, event=one, channel=channel, wanted=False)
            )


def set_hook(
    session: Session,
    actor: Person,
    desk_id: uuid.UUID,
    kind: HookKind,
    url: str,
    events: Collection[Event],
    now: datetime,
) -> None:
    """Tell the desk's events to ``url`` from now on. The log names its host: the rest of such an
    address is often a secret."""
    desk = _desk(session, desk_id)
    hook = session.get(DeskHook, desk_id, populate_existing=True)
    secret = b64encode(secrets.token_bytes(SECRET_BYTES)).decode() if hook is None else hook.secret
    session.merge(
        DeskHook(
            desk_id=desk_id,
            kind=kind,
            url=url,
            secret=secret,
            events=sorted(event.value for event in events),
            set_at=now,
        )
    )
    details = {**of_desk(desk), "host": urlsplit(url).hostname or ""}
    record(session, actor, "set_hook", now, details=details)


def drop_hook(session: Session, actor: Person, desk_id: uuid.UUID, now: datetime) -> None:
    """Tell it nowhere any more."""
    desk, hook = _desk(session, desk_id), session.get(DeskHook, desk_id, populate_existing=True)
    if hook is None:
        return
    session.delete(hook)
    record(session, actor, "drop_hook", now, details=of_desk(desk))


def send_again(session: Session, delivery_id: uuid.UUID, now: datetime) -> None:
    """Try once more a delivery that failed, or that no job will send. Raises NotThere, or Refused
    for another."""
    delivery = session.get(Delivery, delivery_id, populate_existing=True)
    if delivery is None:
        raise NotThere
    stuck = delivery.outcome is Outcome.WAITING and not carried(session, [delivery])
    if delivery.outcome not in (Outcome.FAILED, Outcome.UNCLEAR, Outcome.DROPPED) and not stuck:
        raise Refused("It arrived, or is on its way already.")
    delivery.outcome, delivery.error, delivery.ended_at = Outcome.WAITING, "", None
    delivery.attempts, delivery.held_until = 0, None
    put(session, DELIVER, {"delivery": str(delivery.id)}, now)


def _desk(session: Session, desk_id: uuid.UUID) -> Desk:
    desk = session.get(Desk, desk_id)
    if desk is None:
        raise NotThere
    return desk


def _insert_once(
    session: Session, table: type[Message] | type[Delivery], values: dict[str, Any]
) -> bool:
    """Insert unless a row of the same key is there; whether it was inserted."""
    insert = sqlite_insert if session.get_bind().dialect.name == "sqlite" else postgresql_insert
    made = session.execute(
        insert(table)
        .values(**values)
        .on_conflict_do_nothing(index_elements=["key"])
        .returning(table.id)
    )
    return made.first() is not None
