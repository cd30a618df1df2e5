"""Assembly: the command line."""

import click

from editorial import __version__
from editorial.terminal.index import index
from editorial.terminal.keep import backup, restore
from editorial.terminal.log import log
from editorial.terminal.migrations import migrate, migrations
from editorial.terminal.quotes import quotes
from editorial.terminal.serve import serve, worker
from editorial.terminal.site import site
from editorial.terminal.witness import witness


@click.group()
@click.version_option(__version__)
def main() -> None:
    """Editorial: a newsroom desk that checks every quote."""


for command in (
    serve,
    worker,
    migrate,
    migrations,
    log,
    backup,
    restore,
    quotes,
    index,
    site,
    witness,
):
    main.add_command(command)
