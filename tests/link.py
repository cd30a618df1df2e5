"""A link that a test controls: a proxy in between that cuts connections at a random byte."""

import random
import socket
import threading
from contextlib import suppress


class Link:
    """Passes everything on to ``port`` until it is told to cut; ``cuts`` counts what it broke."""

    def __init__(self, port: int, seed: int) -> None:
        self._to, self._rng = port, random.Random(seed)
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        self.share, self.cuts, self._lock = 0.0, 0, threading.Lock()
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        """Take no more connections."""
        self._listening.close()

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._listening.accept()
            except OSError:
                return
            try:
                far = socket.create_connection(("127.0.0.1", self._to))
            except OSError:
                near.close()
                continue
            for source, target in ((near, far), (far, near)):
                threading.Thread(target=self._pass, args=(source, target), daemon=True).start()

    def _pass(self, source: socket.socket, target: socket.socket) -> None:
        """One direction: whole pieces, or one of them cut short and both ends closed."""
        with suppress(OSError):
            while piece := source.recv(65536):
                with self._lock:
                    cut = self._rng.random() < self.share
                    end = self._rng.randrange(len(piece)) if cut else len(piece)
                    self.cuts += cut
                target.sendall(piece[:end])
                if cut:
                    break
        for end_of_it in (source, target):
            with suppress(OSError):
                end_of_it.shutdown(socket.SHUT_RDWR)
            end_of_it.close()
