"""``editorial serve`` and ``editorial worker``."""

import os
import signal
import threading
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType

import click
from flask import Flask
from gunicorn.app.base import BaseApplication

from editorial.accounts.founding import first_administrator_token
from editorial.config import ROOT
from editorial.demo.fill import fill, people_to_sign_in
from editorial.models.database import db
from editorial.models.migrating import migrate
from editorial.models.saving import saving
from editorial.terminal.newsroom import newsroom
from editorial.worker import catch_up, start_beside, work


class OneProcess(BaseApplication):  # type: ignore[misc]  # gunicorn ships no types
    """gunicorn on an app that is built already, so that the newsroom is loaded once."""

    def __init__(self, app: Flask, bind: str) -> None:
        self.app, self.bind = app, bind
        super().__init__()

    def load_config(self) -> None:
        """One worker, a few threads; the outbox's worker beside them."""
        chosen = {
            "bind": self.bind,
            "threads": 8,
            "loglevel": "warning",
            "post_worker_init": lambda _worker: self._begin(),
        }
        for name, value in chosen.items():
            self.cfg.set(name, value)

    def _begin(self) -> None:
        catch_up(self.app)
        start_beside(self.app)

    def load(self) -> Flask:
        """What gunicorn serves."""
        return self.app


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
    with newsroom(migrated=False) as app:
        migrate(db.engine)
        folder = app.config["EDITORIAL"].instance
        click.echo(_demo(address, folder) if demo else _empty(address))
        # The worker is forked: it opens connections of its own.
        db.session.remove()
        db.engine.dispose()
    OneProcess(app, f"{host}:{port}").run()


def _demo(address: str, folder: Path) -> str:
    fill()
    return people_to_sign_in(address, folder)


def _empty(address: str) -> str:
    with saving() as session:
        token = first_administrator_token(session, datetime.now(UTC))
    if token is None:
        return f"Editorial is at {address}"
    return f"Nobody is here yet. Begin at {address}/found?token={token}"


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
