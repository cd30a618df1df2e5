"""The app as a command needs it: built from the surroundings, its complaints put plainly."""

from collections.abc import Iterator
from contextlib import contextmanager

import click
from flask import Flask
from sqlalchemy.exc import OperationalError

from editorial.app import create_app
from editorial.config import Misconfigured
from editorial.models.database import db
from editorial.models.migrating import is_current


@contextmanager
def newsroom(*, migrated: bool = True) -> Iterator[Flask]:
    """The app within its context. Ends the command with a sentence when it can't be had."""
    try:
        app = create_app()
    except Misconfigured as error:
        raise click.ClickException(str(error)) from error
    with app.app_context():
        try:
            if migrated and not is_current(db.engine):
                raise click.ClickException(
                    "The database waits for a migration: run “editorial migrate”."
                )
        except OperationalError as error:
            raise click.ClickException(f"The database does not answer: {error.orig}") from error
        yield app
