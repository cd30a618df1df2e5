"""Browsers that keep drafts: noted, listed, reported lost, and told so at their next contact."""

import uuid
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.models.device import Device
from editorial.models.person import Person
from editorial.models.sign_in import SignIn
from editorial.pipeline.record import of_person, record
from editorial.pipeline.refusal import NotThere
from editorial.web.browser import browser_name
from editorial.web.sign_ins import end_sign_in

NOTED_EVERY = timedelta(minutes=5)
# An id is a browser's own; nobody fills the table with them.
MOST_OF_A_PERSON = 50
MOST_ASKED = 16


@dataclass(frozen=True, slots=True)
class DeviceRow:
    """A device as its person sees it."""

    id: uuid.UUID
    browser: str
    began_at: datetime
    seen_at: datetime
    lost_at: datetime | None
    erased_at: datetime | None


def named_devices(header: str) -> dict[uuid.UUID, uuid.UUID]:
    """What a browser says in ``X-Device``, ``person/device`` with commas between: whose each device
    is. What is none is left out."""
    found = {}
    for word in header.split(",")[:MOST_ASKED]:
        person, _, device = word.strip().partition("/")
        try:
            found[uuid.UUID(device)] = uuid.UUID(person)
        except ValueError:
            continue
    return found


def is_news(session: Session, sign_in: SignIn, device_id: uuid.UUID, now: datetime) -> bool:
    """Whether what is known of the device is old or otherwise, so that it has to be noted."""
    row = session.get(Device, device_id)
    if row is None:
        return True
    if row.person_id != sign_in.person_id or row.lost_at is not None:
        return False
    return row.sign_in_id != sign_in.id or row.seen_at <= now - NOTED_EVERY


def note_device(session: Session, sign_in: SignIn, device_id: uuid.UUID, now: datetime) -> None:
    """Write down that this browser keeps the person's drafts, and was heard from."""
    row = session.get(Device, device_id, populate_existing=True)
    if row is None:
        if len(devices_of(session, sign_in.person_id)) >= MOST_OF_A_PERSON:
            return
        row = Device(id=device_id, person_id=sign_in.person_id, began_at=now)
        session.add(row)
    elif row.person_id != sign_in.person_id or row.lost_at is not None:
        return
    row.sign_in_id, row.browser, row.seen_at = sign_in.id, sign_in.browser, now
    session.flush()


def lost_among(session: Session, device_ids: Collection[uuid.UUID]) -> list[Device]:
    """Those of the ids that were reported lost."""
    if not device_ids:
        return []
    return list(
        session.scalars(
            select(Device).where(Device.id.in_(device_ids), Device.lost_at.is_not(None))
        )
    )


def note_erased(session: Session, device_ids: Collection[uuid.UUID], now: datetime) -> None:
    """These browsers, reported lost, say that what they kept is gone."""
    for device in lost_among(session, device_ids):
        device.erased_at = device.erased_at or now


def devices_of(session: Session, person_id: uuid.UUID) -> Sequence[Device]:
    """The person's devices, the latest heard from first."""
    return session.scalars(
        select(Device)
        .where(Device.person_id == person_id)
        .order_by(Device.seen_at.desc(), Device.began_at.desc(), Device.id)
    ).all()


def device_rows(session: Session, person_id: uuid.UUID) -> tuple[DeviceRow, ...]:
    """The same for a page."""
    return tuple(
        DeviceRow(
            one.id, browser_name(one.browser), one.began_at, one.seen_at, one.lost_at, one.erased_at
        )
        for one in devices_of(session, person_id)
    )


def report_lost(
    session: Session, actor: Person, person_id: uuid.UUID, device_id: uuid.UUID, now: datetime
) -> None:
    """What the device keeps is withdrawn at its next contact; the browser is signed out at once.

    Raises NotThere. Reported twice it does the same.
    """
    device = session.get(Device, device_id, populate_existing=True)
    if device is None or device.person_id != person_id:
        raise NotThere
    if device.lost_at is not None:
        return
    device.lost_at, device.lost_by = now, actor.id
    end_sign_in(session, person_id, device.sign_in_id, now)
    person = session.get_one(Person, person_id)
    record(session, actor, "lose_device", now, details=of_person(person))
