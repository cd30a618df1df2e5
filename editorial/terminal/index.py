"""``editorial index``: the archive's index, built again from the sources."""

import sys

import click

from editorial.archive.beside import index_beside
from editorial.archive.fill import fill
from editorial.archive.folder import Busy
from editorial.models.saving import reading
from editorial.sources.jobs import attached
from editorial.terminal.newsroom import newsroom
from editorial.vault.beside import vault_beside


@click.group()
def index() -> None:
    """The index that quotes are looked up in."""


@index.command()
def rebuild() -> None:
    """Build it anew from every source on a record; searches go on with the old one meanwhile."""
    show = sys.stderr.isatty()

    def progress(done: int, total: int) -> None:
        if show:
            click.echo(f"\r{done:,} of {total:,} sources", nl=done == total, err=True)

    with newsroom():
        session = reading()
        folder, vault = index_beside(session), vault_beside(session)
        try:
            filled = fill(folder, vault, attached, anew=True, progress=progress)
        except Busy as error:
            raise click.ClickException(
                "A worker is writing the index. Try again in a moment."
            ) from error
        size = sum(len(view) for view in folder.segments().values())
    click.echo(f"{folder.root}: {filled.added:,} sources, {size / 1_000_000:.1f} MB.")
    for text in filled.unread:
        click.echo(f"The file {text.digest} can't be read, and is left out.", err=True)
