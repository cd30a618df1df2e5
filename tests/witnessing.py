"""Witnesses for tests: real ones, each with its own store, answering on the loopback address."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from editorial.ledger.key_file import key_file_beside
from editorial.ledger.note import VerifierKey, parse_verifier
from editorial.models.saving import reading, saving
from editorial.transparency import commands
from editorial.transparency.commands import begin_key
from editorial.witness.witness import Witness, make_server
from editorial.worker import do_one
from tests.newsroom import Newsroom


class Watch:
    """One witness and its server."""

    def __init__(self, folder: Path, name: str, clock: Callable[[], float]) -> None:
        self.witness = Witness(folder, clock)
        self.witness.name(name)
        self.server = make_server(self.witness, "127.0.0.1", 0)
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()

    @property
    def key(self) -> VerifierKey:
        """Its public half."""
        return parse_verifier(self.witness.vkey())

    def stop(self) -> None:
        """Out of reach from now on."""
        self.server.shutdown()
        self.server.server_close()


@contextmanager
def watches(room: Newsroom, folder: Path, count: int) -> Iterator[list[Watch]]:
    """Witnesses that trust the log of ``room``."""
    found = [
        Watch(folder / f"w{number}", f"witness.example/w{number}", lambda: room.time.timestamp())
        for number in range(count)
    ]
    for watch in found:
        watch.witness.trust(log_key(room))
    try:
        yield found
    finally:
        for watch in found:
            watch.stop()


def log_key(room: Newsroom) -> str:
    """The vkey of the room's log, which is given one if it has none."""
    with saving() as session:
        begin_key(session, key_file_beside(session), room.time)
    own = key_file_beside(reading()).load()
    assert own is not None
    return str(own.verifier)


def asked(room: Newsroom, witnesses: list[Watch], quorum: int) -> None:
    """Configure the room to ask these."""
    with saving() as session:
        for watch in witnesses:
            commands.add_witness(session, watch.url, watch.key, room.time)
        commands.set_quorum(session, quorum, room.time)


def work(room: Newsroom) -> None:
    """Let the worker do all that is due."""
    with room.app.app_context():
        while do_one(room.app):
            pass
