"""What ``editorial log verify`` holds the log against: keys, and what was kept or is answered."""

from collections.abc import Sequence

import click
from sqlalchemy.orm import Session

from editorial.ledger.checkpoint import read_checkpoint
from editorial.ledger.key_file import key_file_beside
from editorial.ledger.note import BadNote, VerifierKey, parse_verifier
from editorial.ledger.receipt import Receipt
from editorial.ledger.signing import key_in_force
from editorial.transparency.asking import NotCosigned, what_it_saw


def own_key(session: Session) -> list[VerifierKey]:
    """The key of the house's own file."""
    try:
        own = key_file_beside(session).load()
    except (BadNote, OSError) as error:
        raise click.ClickException(f"The key file can't be read: {error}") from error
    return [] if own is None else [own.verifier]


def own_pin(session: Session) -> list[VerifierKey]:
    """The house's own key, unless it was put there for a log that has signed nothing yet."""
    if key_in_force(session) is None and key_file_beside(session).last_note() is None:
        return []
    return own_key(session)


def last_signed(session: Session) -> list[Receipt]:
    """What the house signed last, as the file beside its key says; nothing once the log goes on
    under another name."""
    keys, own = key_file_beside(session), own_key(session)
    note = keys.last_note()
    if note is None or not own:
        return []
    try:
        goes_on = read_checkpoint(note)[0].origin == own[0].name
    except BadNote:
        goes_on = True
    return [Receipt(f"{keys.path.name}.last", note)] if goes_on else []


def answers(
    session: Session,
    witnesses: Sequence[tuple[str, VerifierKey]],
    pins: Sequence[VerifierKey],
    wanted: int | None,
) -> list[Receipt]:
    """What the witnesses know of this log: all of them, or with ``wanted`` so many. One that can't
    say is no proof of anything."""
    if not witnesses and not wanted:
        return []
    named = key_in_force(session)
    origins = [pin.name for pin in pins] or ([parse_verifier(named).name] if named else [])
    if not origins:
        raise click.ClickException("The log has no name yet, so no witness knows it.")
    found, silent = [], []
    for url, key in witnesses:
        try:
            found.append(Receipt(url, what_it_saw(url, origins[0]), key))
        except (NotCosigned, OSError) as error:
            silent.append(f"The witness at {url} can't be asked: {error}")
    least = len(witnesses) if wanted is None else wanted
    if silent and len(found) < least:
        raise click.ClickException(" ".join(silent))
    if len({receipt.witness for receipt in found}) < least:
        raise click.ClickException(f"Give {least} witnesses to ask, each with its own key.")
    return found
