"""Adding, pausing and ending mirrors of the public website."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.models.mirror import Mirror, MirrorKind
from editorial.models.person import Person
from editorial.pipeline.carry import carry
from editorial.pipeline.record import record
from editorial.pipeline.refusal import NotThere, Refused
from editorial.pipeline.sealed import seal


@dataclass(frozen=True, slots=True)
class MirrorWords:
    """What a mirror is. An empty ``secret`` keeps the one that is there."""

    name: str
    kind: MirrorKind
    address: str
    account: str = ""
    secret: str = ""


def add_mirror(
    session: Session, actor: Person, words: MirrorWords, secret_key: str, now: datetime
) -> uuid.UUID:
    """Keep a copy of the website there from now on. Raises Refused."""
    _only_one(session, words.name, None)
    mirror = Mirror(
        id=uuid.uuid4(),
        name=words.name,
        kind=words.kind,
        address=words.address,
        account=words.account,
        secret=seal(secret_key, words.secret),
        made_at=now,
        compare=True,
    )
    session.add(mirror)
    session.flush()
    record(session, actor, "add_mirror", now, details={"mirror": mirror.name})
    carry(session, mirror.id, now)
    return mirror.id


def change_mirror(
    session: Session,
    actor: Person,
    key: uuid.UUID,
    words: MirrorWords,
    secret_key: str,
    now: datetime,
) -> None:
    """Carry it elsewhere, or with another secret; what stood at the old address stays there.
    Raises NotThere or Refused."""
    mirror = _mirror(session, key)
    _only_one(session, words.name, key)
    mirror.name, mirror.kind, mirror.address = words.name, words.kind, words.address
    mirror.account = words.account
    if words.secret:
        mirror.secret = seal(secret_key, words.secret)
    mirror.compare = True
    record(session, actor, "add_mirror", now, details={"mirror": mirror.name})
    if mirror.paused_at is None:
        carry(session, key, now)


def pause_mirror(session: Session, actor: Person, key: uuid.UUID, now: datetime) -> None:
    """Carry nothing there for now."""
    mirror = _mirror(session, key)
    if mirror.paused_at is None:
        mirror.paused_at = now
        record(session, actor, "pause_mirror", now, details={"mirror": mirror.name})


def resume_mirror(session: Session, actor: Person, key: uuid.UUID, now: datetime) -> None:
    """Carry what it missed, and go on."""
    mirror = _mirror(session, key)
    if mirror.paused_at is not None:
        mirror.paused_at = None
        record(session, actor, "resume_mirror", now, details={"mirror": mirror.name})
        carry(session, key, now)


def compare_mirror(session: Session, key: uuid.UUID, now: datetime) -> None:
    """Look at what is there, and mend it. Raises NotThere or Refused."""
    mirror = _mirror(session, key)
    if mirror.paused_at is not None:
        raise Refused("It is paused; have it kept up again first.")
    mirror.compare = True
    carry(session, key, now)


def drop_mirror(session: Session, actor: Person, key: uuid.UUID, now: datetime) -> None:
    """Keep it up no more; what stands there stays."""
    mirror = _mirror(session, key)
    record(session, actor, "drop_mirror", now, details={"mirror": mirror.name})
    session.delete(mirror)


def _mirror(session: Session, key: uuid.UUID) -> Mirror:
    mirror = session.get(Mirror, key, populate_existing=True)
    if mirror is None:
        raise NotThere
    return mirror


def _only_one(session: Session, name: str, but: uuid.UUID | None) -> None:
    other = session.scalar(select(Mirror.id).where(Mirror.name == name, Mirror.id != but))
    if other is not None:
        raise Refused(f"There is a mirror called {name} already.")
