"""A newsroom behind the real server, as benchmarks ask it."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.server import ROOT, Server

WORKERS = 2


@contextmanager
def served(url: str, folder: Path) -> Iterator[Server]:
    """The newsroom behind its server, its jobs done by a process of their own."""
    server = Server(url, folder, WORKERS)
    server.environment["EDITORIAL_WORKER"] = "apart"
    server.start()
    worker = subprocess.Popen(
        [str(Path(sys.executable).parent / "editorial"), "worker"],
        cwd=ROOT,
        env=server.environment,
        stdout=subprocess.DEVNULL,
    )
    try:
        yield server
    finally:
        worker.terminate()
        worker.wait()
        server.stop()
