"""Guesses at secrets: counted in the database before they are weighed, so that neither several
workers nor requests sent at once get more of them."""

import hashlib
import ipaddress
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, func, select, text
from sqlalchemy.orm import Session

from editorial.models.guess import Guess

FORGOTTEN_AFTER = timedelta(hours=24)
FIRST_WAIT = timedelta(seconds=30)


class TooManyGuesses(Exception):
    """No guess is weighed before ``until``."""

    def __init__(self, until: datetime) -> None:
        super().__init__(f"no guess before {until.isoformat()}")
        self.until = until


@dataclass(frozen=True, slots=True)
class Target:
    """What is being guessed at: ``free`` failures cost nothing, each further one doubles the wait
    up to ``longest``."""

    about: str
    free: int
    longest: timedelta


def at_account(kind: str, name: str) -> Target:
    """Guesses at one account's secret, wherever they come from. An account that does not exist is
    counted the same."""
    return Target(_about(kind, name.strip().lower()), free=5, longest=timedelta(minutes=15))


def from_address(kind: str, address: str) -> Target:
    """Guesses from one network address; a newsroom shares one, so more of them are free."""
    return Target(_about(f"{kind} from", _network(address)), free=20, longest=timedelta(hours=1))


def take_guess(session: Session, targets: tuple[Target, ...], now: datetime) -> None:
    """Count one guess at each target, as failed until ``forgive`` says otherwise.

    Commit before the secret is weighed. Raises TooManyGuesses, and then counts nothing.
    """
    _lock(session, targets)
    session.execute(delete(Guess).where(Guess.at < now - FORGOTTEN_AFTER))
    waits = [until for target in targets if (until := _wait(session, target)) and until > now]
    if waits:
        raise TooManyGuesses(max(waits))
    session.add_all(Guess(about=target.about, at=now) for target in targets)


def forgive(session: Session, target: Target) -> None:
    """Forget every guess at ``target``: whoever it belongs to has shown up."""
    session.execute(delete(Guess).where(Guess.about == target.about))


def forgive_last(session: Session, target: Target) -> None:
    """Forget the last guess only, so that knowing one account frees no guesses at others."""
    last = session.scalars(
        select(Guess).where(Guess.about == target.about).order_by(Guess.at.desc()).limit(1)
    ).first()
    if last is not None:
        session.delete(last)


def _wait(session: Session, target: Target) -> datetime | None:
    failed, last = session.execute(
        select(func.count(), func.max(Guess.at)).where(Guess.about == target.about)
    ).one()
    if failed < target.free:
        return None
    doubled = FIRST_WAIT * 2 ** min(failed - target.free, 20)
    until: datetime = last + min(doubled, target.longest)
    return until


def _lock(session: Session, targets: tuple[Target, ...]) -> None:
    """One at a time for each target; SQLite has only one writer anyway."""
    if session.get_bind().dialect.name != "postgresql":
        return
    for target in sorted(targets, key=lambda target: target.about):
        key = int.from_bytes(hashlib.sha256(target.about.encode()).digest()[:8], signed=True)
        session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": key})


def _about(kind: str, name: str) -> str:
    return f"{kind}:{hashlib.sha256(name.encode()).hexdigest()}"


def _network(address: str) -> str:
    """IPv6 counts by /64, which is what one subscriber gets."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return address
    if parsed.version == 4:
        return str(parsed)
    return str(ipaddress.ip_network((parsed, 64), strict=False))
