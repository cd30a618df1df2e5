"""A program that a desk's events are told to: it answers on the loopback address and keeps all."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Ear:
    """What was heard. ``answer`` is the status of the next answers."""

    url: str = ""
    answer: int = 204
    bodies: list[bytes] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)

    @property
    def said(self) -> list[dict[str, Any]]:
        """The bodies as JSON."""
        return [json.loads(body) for body in self.bodies]


@contextmanager
def listening() -> Iterator[Ear]:
    """Listen for as long as a test lasts."""
    ear = Ear()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            ear.bodies.append(self.rfile.read(int(self.headers["Content-Length"])))
            ear.headers.append({name.lower(): value for name, value in self.headers.items()})
            self.send_response(ear.answer)
            self.send_header("Content-Length", "0")
            if 300 <= ear.answer < 400:
                self.send_header("Location", ear.url)
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            """Nothing on the console."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    ear.url = f"http://127.0.0.1:{server.server_address[1]}/services/T0/secret"
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield ear
    finally:
        server.shutdown()
        server.server_close()
