"""``editorial serve`` and ``editorial worker``."""

import os
import signal
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType

import click

from editorial.accounts.founding import first_administrator_token
from editorial.config import ROOT
from editorial.demo.fill import fill, people_to_sign_in
from editorial.models.database import db
from editorial.models.migrating import migrate
from editorial.models.saving import saving
from editorial.terminal.newsroom import newsroom
from editorial.worker import work


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True)
@click.option("--demo", is_flag=True, help="Fill an empty newsroom with an invented agency.")
def serve(host: str, port: int, *, demo: bool) -> None:
    """A newsroom on this machine: migrate, say how to sign in, serve."""
    os.environ.setdefault("EDITORIAL_ENV", "development")
    if demo:
        os.environ.setdefault("EDITORIAL_INSTANCE", str(ROOT / "instance" / "demo"))
    address = f"http://{host}:{port}"
    os.environ.setdefault("PUBLIC_URL", address)
    with newsroom(migrated=False):
        migrate(db.engine)
        if demo:
            fill()
            click.echo(people_to_sign_in(address))
        else:
            with saving() as session:
                token = first_administrator_token(session, datetime.now(UTC))
            click.echo(f"Editorial is at {address}")
            if token is not None:
                click.echo(f"Nobody is here yet. Begin at {address}/found?token={token}")
    sys.stdout.flush()
    server = str(Path(sys.executable).parent / "gunicorn")
    options = ["--bind", f"{host}:{port}", "--workers", "1", "--threads", "8"]
    quiet = ["--log-level", "warning", "--chdir", str(ROOT)]
    os.execv(server, [server, *options, *quiet, "wsgi:app"])  # noqa: S606  (our own server)


@click.command()
def worker() -> None:
    """Do the jobs of the outbox in a process of its own, until told to stop."""
    stop = threading.Event()

    def end(_signal: int, _frame: FrameType | None) -> None:
        stop.set()

    signal.signal(signal.SIGTERM, end)
    signal.signal(signal.SIGINT, end)
    with newsroom() as app:
        click.echo("The worker is at work.")
        work(app, stop)
