"""Telling: who is told of an act, and each delivery on its way. Weighed again as it leaves.

A delivery is marked before anything leaves the house and after, each in a transaction of its own:
one whose worker ended in between is never sent a second time, and its line says so.
"""

import uuid
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.mailing.send import CannotSend
from editorial.models.delivery import Delivery, Outcome
from editorial.models.desk_hook import DeskHook
from editorial.models.dispatch import Dispatch
from editorial.models.person import Person
from editorial.models.saving import reading, saving
from editorial.outbox.claim import MOST_ATTEMPTS
from editorial.outbox.put import put
from editorial.pipeline.tell import TELL
from editorial.telling import commands
from editorial.telling.carried import DELIVER, DIGEST
from editorial.telling.choices import choices_of, held_until
from editorial.telling.hook import HookRefused
from editorial.telling.post import send_digest, send_hook, send_mail, way_is_open
from editorial.telling.receipt import NotSignedYet
from editorial.telling.recipients import may_be_told, recipients, still_waits
from editorial.telling.told import Told, read_told
from editorial.workflow.events import HOOKED, Channel, Event

# What is older, from a restored backup or a worker that was away, is no news any more.
NEWS_FOR = timedelta(days=1)
INTERRUPTED = (
    "Its worker ended while it was being sent. It may have arrived, so it is not sent again; "
    "what it said stands in the page."
)


def tell(details: dict[str, Any], now: datetime) -> None:
    """Write down who is to be told, by which channel; the page at once, the rest as jobs."""
    with saving() as session:
        told = read_told(session, details, now)
        dispatch = session.get(Dispatch, told.dispatch_id)
        if dispatch is None:
            return
        for person in recipients(session, told, dispatch):
            _tell_person(session, told, person, now)
        hook = session.get(DeskHook, dispatch.desk_id)
        if hook is not None and told.event in HOOKED and told.event.value in hook.events:
            key = told.key(f"hook:{dispatch.desk_id}")
            _deliver(session, told, key, now, channel=Channel.HOOK, desk_id=dispatch.desk_id)


def deliver(details: dict[str, Any], now: datetime) -> None:
    """Send one mail or hook. Raises what keeps it from leaving, and is tried again then."""
    key = uuid.UUID(details["delivery"])
    with saving() as session:
        delivery = _ready(session, key, now)
        if delivery is None:
            return
    _send([key], lambda: _leave(reading(), key, now), now)


def deliver_digest(details: dict[str, Any], now: datetime) -> None:
    """Send one mail with all that was held for the person until now."""
    person_id = uuid.UUID(details["person"])
    with saving() as session:
        waiting = session.scalars(
            select(Delivery.id)
            .where(
                Delivery.person_id == person_id,
                Delivery.held_until <= now,
                Delivery.outcome.in_((Outcome.WAITING, Outcome.SENDING)),
            )
            .order_by(Delivery.put_at)
        ).all()
        keys = [key for key in waiting if _ready(session, key, now) is not None]
    if keys:
        _send(keys, lambda: send_digest(reading(), keys, now), now)


def _tell_person(session: Session, told: Told, person: Person, now: datetime) -> None:
    choices = choices_of(session, person.id)
    if (told.event, Channel.PAGE) in choices.wanted:
        commands.put_message(session, told, person, now)
        key = told.key(f"page:{person.id}")
        _deliver(session, told, key, now, channel=Channel.PAGE, person_id=person.id)
    if (told.event, Channel.MAIL) not in choices.wanted or now - told.at > NEWS_FOR:
        return
    # An alarm that comes with tomorrow's digest is none.
    held = None if told.event is Event.MISSED else held_until(session, person, choices, now)
    key = told.key(f"mail:{person.id}")
    _deliver(session, told, key, now, channel=Channel.MAIL, person_id=person.id, held_until=held)


def _deliver(session: Session, told: Told, key: str, now: datetime, **to: Any) -> None:
    """Write the delivery down, once, and have it sent."""
    page, held = to["channel"] is Channel.PAGE, to.get("held_until")
    made = commands.put_delivery(session, told, key, now, **to)
    if made is None or page:
        return
    if held is None:
        put(session, DELIVER, {"delivery": str(made)}, now, dedupe_key=f"{DELIVER}:{made}")
        return
    person = to["person_id"]
    seconds = int(held.timestamp())
    put(
        session,
        DIGEST,
        {"person": str(person)},
        now,
        run_at=held,
        dedupe_key=f"{DIGEST}:{person}:{seconds}",
    )


def _ready(session: Session, key: uuid.UUID, now: datetime) -> Delivery | None:
    """The delivery, marked as leaving; None when it must not leave, which its row then says."""
    delivery = session.scalars(
        select(Delivery)
        .where(Delivery.id == key)
        .with_for_update(of=Delivery)
        .execution_options(populate_existing=True)
    ).one_or_none()
    if delivery is None or delivery.outcome not in (Outcome.WAITING, Outcome.SENDING):
        return None
    if delivery.outcome is Outcome.SENDING:
        delivery.outcome, delivery.error, delivery.ended_at = Outcome.UNCLEAR, INTERRUPTED, now
        return None
    why_not = _why_not(session, delivery)
    if why_not:
        delivery.outcome, delivery.error, delivery.ended_at = Outcome.DROPPED, why_not, now
        return None
    delivery.outcome = Outcome.SENDING
    delivery.attempts += 1
    return delivery


def _why_not(session: Session, delivery: Delivery) -> str:
    """Why it is not sent after all; much may have happened since it was written down."""
    dispatch = delivery.dispatch
    if delivery.channel is Channel.HOOK:
        if dispatch.desk_id != delivery.desk_id:
            return "The dispatch has gone to another desk."
        if session.get(DeskHook, delivery.desk_id) is None:
            return "The desk has no address for this any more."
        return way_is_open(delivery.channel)
    person = delivery.person
    if person is None or not may_be_told(person, dispatch):
        return "They may not see this dispatch any more."
    if delivery.event is Event.WAITS and not still_waits(person, dispatch):
        return "It does not wait for them any more."
    if delivery.event is Event.MISSED and dispatch.missed_at is None:
        return "Someone has seen to it meanwhile."
    if (delivery.event, delivery.channel) not in choices_of(session, person.id).wanted:
        return "They chose not to be told this way any more."
    return way_is_open(delivery.channel)


def _leave(session: Session, key: uuid.UUID, now: datetime) -> None:
    delivery = session.get_one(Delivery, key)
    if delivery.channel is Channel.HOOK:
        send_hook(session, delivery, now)
    else:
        send_mail(session, delivery, now)


def _send(keys: Sequence[uuid.UUID], leave: Callable[[], None], now: datetime) -> None:
    try:
        leave()
    except NotSignedYet:
        # No try of the delivery's own: the checkpoint it carries is still being made.
        _conclude(keys, Outcome.WAITING, "It waits for the log's checkpoint.", now, tried=False)
        raise
    except (CannotSend, HookRefused, OSError) as error:
        _conclude(keys, Outcome.WAITING, str(error), now)
        raise
    except BaseException as error:
        _conclude(keys, Outcome.FAILED, f"{type(error).__name__}: {error}", now)
        raise
    _conclude(keys, Outcome.SENT, "", now)


def _conclude(
    keys: Sequence[uuid.UUID], outcome: Outcome, error: str, now: datetime, *, tried: bool = True
) -> None:
    with saving() as session:
        for key in keys:
            delivery = session.get_one(Delivery, key, populate_existing=True)
            delivery.outcome, delivery.error = outcome, error[:2000]
            if not tried:
                delivery.attempts -= 1
            elif outcome is Outcome.WAITING and delivery.attempts >= MOST_ATTEMPTS:
                delivery.outcome = Outcome.FAILED
            if delivery.outcome is not Outcome.WAITING:
                delivery.ended_at = now


JOBS: dict[str, Callable[[dict[str, Any], datetime], None]] = {
    TELL: tell,
    DELIVER: deliver,
    DIGEST: deliver_digest,
}
