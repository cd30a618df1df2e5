"""``editorial migrate`` and ``editorial migrations check``."""

import tempfile
from pathlib import Path

import click
from sqlalchemy import create_engine

from editorial.models.database import db, engine_options, teach_sqlite
from editorial.models.migrating import drift
from editorial.models.migrating import migrate as run_migrations
from editorial.terminal.newsroom import newsroom


@click.command()
def migrate() -> None:
    """Bring the database to the newest migration."""
    with newsroom(migrated=False):
        run_migrations(db.engine)
    click.echo("The database is up to date.")


@click.group()
def migrations() -> None:
    """For those who change the tables."""


@migrations.command()
def check() -> None:
    """Fail when the migrations do not build what the tables in the code say."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'check.db'}"
        engine = create_engine(url, **engine_options(url))
        teach_sqlite(engine)
        run_migrations(engine)
        differences = drift(engine)
        engine.dispose()
    if differences:
        raise click.ClickException(
            "The migrations do not match the tables:\n"
            + "\n".join(f"  {difference}" for difference in differences)
        )
    click.echo("The migrations match the tables.")
