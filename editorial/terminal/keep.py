"""``editorial backup`` and ``editorial restore``."""

from datetime import UTC, datetime
from pathlib import Path

import click

from editorial.backup.restore import restore_backup
from editorial.backup.write import BackupRefused, write_backup
from editorial.models.database import db
from editorial.models.migrating import migrate
from editorial.models.saving import reading, saving
from editorial.pipeline.public import touch
from editorial.site.press import bring_up_to_date, folder_here
from editorial.terminal.newsroom import newsroom
from editorial.vault.beside import vault_beside

FILE = click.Path(dir_okay=False, path_type=Path)


@click.command()
@click.argument("file", type=FILE)
def backup(file: Path) -> None:
    """Write the whole newsroom, files included, to FILE; it may be at work meanwhile."""
    with newsroom():
        try:
            counts, missing = write_backup(
                db.engine, vault_beside(reading()), file, datetime.now(UTC)
            )
        except BackupRefused as error:
            raise click.ClickException(str(error)) from error
    size = file.stat().st_size / 1_000_000
    click.echo(
        f"{file}: {counts['dispatch']:,} dispatches, {counts['log_entry']:,} log entries, "
        f"{size:.1f} MB. It holds drafts and password hashes: keep it as you keep the newsroom."
    )
    for digest in missing:
        click.echo(f"A row names the file {digest}, which is lost and not in the backup.", err=True)


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def restore(file: Path) -> None:
    """Fill an empty newsroom from FILE and verify its log; a newsroom at work is refused."""
    with newsroom(migrated=False):
        migrate(db.engine)
        try:
            with saving() as session:
                verified = restore_backup(session, vault_beside(session), file, datetime.now(UTC))
                # Files and mirrors may show what was withdrawn, or was not there yet.
                touch(session, datetime.now(UTC))
        except BackupRefused as error:
            raise click.ClickException(str(error)) from error
        folder = folder_here()
        if folder is not None:
            bring_up_to_date(folder)
    click.echo(
        f"Restored. The log holds: {verified.entries:,} entries, root {verified.root}. Everybody "
        "signs in anew, and links that were mailed work no more."
    )
