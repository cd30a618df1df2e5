"""``editorial log``: proving the log, and the key that signs it."""

import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click
from sqlalchemy.orm import Session

from editorial.ledger.audit import Audited, Receipt, audit
from editorial.ledger.key_file import key_file_beside
from editorial.ledger.note import BadNote, VerifierKey, parse_verifier
from editorial.ledger.signing import key_in_force
from editorial.models.saving import reading, saving
from editorial.pipeline.refusal import Refused
from editorial.site.press import folder_here
from editorial.site.proof import check_files
from editorial.terminal.key import Key
from editorial.terminal.log_guard import guard
from editorial.terminal.log_witness import witness
from editorial.terminal.newsroom import newsroom
from editorial.transparency import commands
from editorial.transparency.asking import NotCosigned, what_it_saw

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group()
def log() -> None:
    """The approval log."""


log.add_command(witness)
log.add_command(guard)


@log.command("verify")
@click.option("--checkpoint", "files", type=FILE, multiple=True, help="One that was kept.")
@click.option("--witness", "urls", multiple=True, metavar="URL", help="Ask what it saw.")
@click.option("--key", "pins", type=Key(), multiple=True, help="Instead of the key file's.")
@click.option("--entries-only", is_flag=True, help="Leave texts, tables and files aside.")
@click.option("--json", "as_json", is_flag=True, help="Answer with one JSON object.")
def verify_log(
    *,
    files: tuple[Path, ...],
    urls: tuple[str, ...],
    pins: tuple[VerifierKey, ...],
    entries_only: bool,
    as_json: bool,
) -> None:
    """Hash every entry again, hold it against the tables, the published files and every checkpoint
    that was kept, here, in files or by witnesses; name the first fault."""
    show = not as_json and sys.stderr.isatty()

    def progress(done: int, total: int) -> None:
        if show:
            click.echo(f"\r{done:,} of {total:,} entries", nl=done == total, err=True)

    with newsroom():
        session = _snapshot()
        known = pins or _own_key(session)
        receipts = [Receipt(str(file), file.read_text()) for file in files]
        receipts += [_ask(session, url, known) for url in urls]
        outcome = audit(
            session,
            known,
            receipts,
            datetime.now(UTC),
            progress,
            entries_only=entries_only,
        )
        pages = 0
        if outcome.fault is None and not entries_only and (folder := folder_here()) is not None:
            session.rollback()
            checked = check_files(session, folder)
            outcome, pages = replace(outcome, fault=checked.fault), checked.pages
    words = json.dumps(_as_json(outcome, pages)) if as_json else _as_words(outcome, pages)
    click.echo(words, err=outcome.fault is not None and not as_json)
    if outcome.fault is not None:
        sys.exit(1)


@log.group()
def key() -> None:
    """The key that signs the log."""


@key.command("show")
def show_key() -> None:
    """Print the vkey that witnesses and auditors are told."""
    with newsroom():
        pins = _own_key(reading())
    if not pins:
        raise click.ClickException("There is no key yet; it is made with the first checkpoint.")
    click.echo(str(pins[0]))


@key.command("rotate")
@click.option("--origin", help="Begin a new identity: for a log whose end is lost for good.")
def rotate_key(*, origin: str | None) -> None:
    """Replace the key, and say so in the log; tell the witnesses the vkey that is printed."""
    with newsroom():
        keys = key_file_beside(reading())
        try:
            with saving() as session:
                new = commands.rotate_key(session, keys, datetime.now(UTC), origin)
        except (Refused, BadNote) as error:
            raise click.ClickException(str(error)) from error
        keys.keep(new)
    click.echo(str(new.verifier))


def _snapshot() -> Session:
    """A session that sees one moment of the log, however long the reading takes."""
    session = reading()
    session.rollback()
    if session.get_bind().dialect.name == "postgresql":
        session.connection(execution_options={"isolation_level": "REPEATABLE READ"})
    return session


def _own_key(session: Session) -> list[VerifierKey]:
    try:
        own = key_file_beside(session).load()
    except (BadNote, OSError) as error:
        raise click.ClickException(f"The key file can't be read: {error}") from error
    return [] if own is None else [own.verifier]


def _ask(session: Session, url: str, pins: Sequence[VerifierKey]) -> Receipt:
    """What the witness saw of this log; one that can't say is no proof of anything."""
    named = key_in_force(session)
    origins = [pin.name for pin in pins] or ([parse_verifier(named).name] if named else [])
    if not origins:
        raise click.ClickException("The log has no name yet, so no witness knows it.")
    try:
        return Receipt(url, what_it_saw(url, origins[0]))
    except (NotCosigned, OSError) as error:
        raise click.ClickException(f"The witness at {url} can't be asked: {error}") from error


def _as_json(outcome: Audited, pages: int) -> dict[str, Any]:
    verified, fault = outcome.verified, outcome.fault
    return {
        "holds": fault is None,
        "entries": verified.entries,
        "revisions": verified.revisions,
        "pages": pages,
        "root": verified.root,
        "checkpoints": outcome.checkpoints,
        "receipts": outcome.receipts,
        "fault": None if fault is None else {"entry": fault.sequence, "sentence": fault.sentence},
    }


def _as_words(outcome: Audited, pages: int) -> str:
    verified = outcome.verified
    if outcome.fault is not None:
        return f"The log does not hold. {outcome.fault}"
    return (
        f"The log holds: {verified.entries:,} entries, {verified.revisions:,} revisions, "
        f"{pages:,} published pages, {outcome.checkpoints:,} checkpoints of its own and "
        f"{outcome.receipts:,} kept by others, root {verified.root}."
    )
