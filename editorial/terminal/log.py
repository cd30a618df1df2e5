"""``editorial log``: proving the log, and the key that signs it."""

from datetime import UTC, datetime

import click

from editorial.ledger.key_file import key_file_beside
from editorial.ledger.note import BadNote
from editorial.ledger.signing import CanNotSign
from editorial.models.saving import reading, saving
from editorial.pipeline.refusal import Refused
from editorial.terminal.log_evidence import own_key
from editorial.terminal.log_guard import guard
from editorial.terminal.log_verify import verify_log
from editorial.terminal.log_witness import witness
from editorial.terminal.newsroom import newsroom
from editorial.transparency import commands
from editorial.transparency.jobs import checkpoint


@click.group()
def log() -> None:
    """The approval log."""


log.add_command(verify_log)
log.add_command(witness)
log.add_command(guard)


@log.group()
def key() -> None:
    """The key that signs the log."""


@key.command("show")
def show_key() -> None:
    """Print the vkey that witnesses and auditors are told."""
    with newsroom():
        own = own_key(reading())
    if not own:
        raise click.ClickException("There is no key yet; it is made with the first checkpoint.")
    click.echo(str(own[0]))


@key.command("rotate")
@click.option("--origin", help="Begin a new identity: for a log whose end is lost for good.")
def rotate_key(*, origin: str | None) -> None:
    """Replace the key, say so in the log and sign it; tell the witnesses the vkey that is
    printed."""
    with newsroom():
        keys = key_file_beside(reading())
        try:
            with saving() as session:
                new = commands.rotate_key(session, keys, datetime.now(UTC), origin)
        except (Refused, BadNote) as error:
            raise click.ClickException(str(error)) from error
        keys.keep(new)
        click.echo(str(new.verifier))
        try:
            # At once, so that the key is never named by the log alone.
            checkpoint({}, datetime.now(UTC))
        except CanNotSign as error:
            raise click.ClickException(str(error)) from error
