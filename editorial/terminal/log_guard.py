"""``editorial log guard``: who may do what with the log on PostgreSQL."""

import click

from editorial.models.database import db
from editorial.models.guarding import CanNotGuard
from editorial.models.guarding import guard as guard_database
from editorial.terminal.newsroom import newsroom


@click.command()
@click.argument("role")
@click.option("--owner", default="editorial_owner", show_default=True)
def guard(role: str, owner: str) -> None:
    """Let ROLE, which the newsroom connects as, only add to the log; its owner can't log in.

    Run it with DATABASE_URL of an administrator of the database, after each migration.
    """
    with newsroom():
        try:
            guard_database(db.engine, role, owner)
        except CanNotGuard as error:
            raise click.ClickException(str(error)) from error
    click.echo(f"{role} may read the log and add to it; {owner} owns it and can't log in.")
