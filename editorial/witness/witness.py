"""A witness: keeps the checkpoints of other people's logs, and cosigns what goes on from them.

This file runs alone, and stays one file for those who run nothing else of ours, on Python 3.11 or
newer; all it needs beside is ``cryptography``:

    python witness.py --store FOLDER name press-council.example/witness
    python witness.py --store FOLDER trust VKEY
    python witness.py --store FOLDER distrust VKEY
    python witness.py --store FOLDER serve --listen 0.0.0.0:8701

``name`` makes the witness's key and prints its vkey, which the newsroom asks for. ``trust`` takes
the vkey of a log, which the newsroom gives away by another way than the log itself; ``distrust``
takes no more from one that was replaced or stolen. The protocol is
C2SP tlog-witness, cosignatures are tlog-cosignature (Ed25519), proofs RFC 9162, section 2.1.4.2.
"""

import argparse
import base64
import binascii
import contextlib
import hashlib
import os
import re
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

LOG_KEY, WITNESS_KEY = 1, 4
LARGEST_REQUEST = 64 * 1024
MOST_HASHES = 63
PLAIN, SIZE = "text/plain; charset=utf-8", "text/x.tlog.size"
NUMBER = re.compile(r"0|[1-9][0-9]{0,18}")
EMPTY_ROOT = hashlib.sha256(b"").digest()
TABLES = """
CREATE TABLE IF NOT EXISTS log (key TEXT PRIMARY KEY, origin TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS checkpoint (
    origin TEXT NOT NULL, size INTEGER NOT NULL, root BLOB NOT NULL, note TEXT NOT NULL,
    at INTEGER NOT NULL, PRIMARY KEY (origin, size));
CREATE TABLE IF NOT EXISTS evidence (at INTEGER NOT NULL, why TEXT NOT NULL, request BLOB NOT NULL);
"""


class Refused(Exception):
    """An answer that is no cosignature."""

    def __init__(self, status: int, words: str, kind: str = PLAIN) -> None:
        super().__init__(words)
        self.status, self.words, self.kind = status, words, kind


class OtherHistory(Refused):
    """Signed by the log, and against what it signed before."""

    def __init__(self, asked: "Request") -> None:
        super().__init__(
            409, f"another root of {asked.origin} at {asked.size} entries was cosigned before\n"
        )


@dataclass(frozen=True)
class Request:
    """What a log asks for. ``text`` is signed by the lines ``signatures``: (name, key id, rest)."""

    old: int
    proof: list[bytes]
    text: str
    signatures: list[tuple[str, bytes, bytes]]
    origin: str
    size: int
    root: bytes


def read_request(body: bytes) -> Request:
    """Read an add-checkpoint request. Raises Refused."""
    try:
        head, blank, note = body.decode().partition("\n\n")
        first, *hashes = head.split("\n")
        text, ended, lines = note.rpartition("\n\n")
        origin, size, root = text.split("\n")[:3]
        old = first.removeprefix("old ")
        if not (blank and ended and origin and lines.endswith("\n") and first.startswith("old ")):
            raise ValueError
        if not (NUMBER.fullmatch(old) and NUMBER.fullmatch(size)) or len(hashes) > MOST_HASHES:
            raise ValueError
        proof = [_unbase64(one, 32) for one in hashes]
        signatures = [_read_signature(line) for line in lines[:-1].split("\n")]
        return Request(
            int(old), proof, text + "\n", signatures, origin, int(size), _unbase64(root, 32)
        )
    except (ValueError, binascii.Error) as error:
        raise Refused(400, "this is no add-checkpoint request\n") from error


def is_consistent(old: int, new: int, old_root: bytes, new_root: bytes, proof: list[bytes]) -> bool:
    """Whether ``proof`` shows that a tree of ``new`` leaves goes on from one of ``old``."""
    if old == new:
        return not proof and old_root == new_root
    if old == 0:
        return not proof and old_root == EMPTY_ROOT
    path = [old_root, *proof] if old & (old - 1) == 0 else list(proof)
    if not path:
        return False
    place, last = old - 1, new - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    before = after = path[0]
    for one in path[1:]:
        if last == 0:
            return False
        if place & 1 or place == last:
            before, after = _node(one, before), _node(one, after)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            after = _node(after, one)
        place, last = place >> 1, last >> 1
    return last == 0 and before == old_root and after == new_root


class Witness:
    """One witness: its key and its store, in ``folder``. ``clock`` gives seconds since 1970."""

    def __init__(self, folder: Path, clock: Callable[[], float] = time.time) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder, self.clock = folder, clock
        with self._store() as store:
            store.executescript(TABLES)

    def name(self, name: str) -> str:
        """Make the key, once, and return its vkey. Raises FileExistsError."""
        if not name or "+" in name or any(char.isspace() for char in name):
            raise ValueError(
                "a witness's name is not empty and holds neither spaces nor plus signs"
            )
        seed = Ed25519PrivateKey.generate().private_bytes_raw()
        file = os.open(self.folder / "key", os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(file, "w") as key:
            key.write(f"{name}\n{base64.b64encode(seed).decode()}\n")
        return self.vkey()

    def vkey(self) -> str:
        """The verifier key that newsrooms configure."""
        name, key = self._key()
        public = bytes([WITNESS_KEY]) + key.public_key().public_bytes_raw()
        return f"{name}+{_key_id(name, public).hex()}+{base64.b64encode(public).decode()}"

    def trust(self, vkey: str) -> str:
        """Witness the log with this key from now on; returns its origin. Raises ValueError."""
        origin, _public = _read_vkey(vkey)
        with self._store() as store:
            store.execute("INSERT OR IGNORE INTO log VALUES (?, ?)", (vkey, origin))
        return origin

    def distrust(self, vkey: str) -> None:
        """Take nothing signed with this key any more. Raises ValueError when it was not trusted."""
        with self._store() as store:
            if not store.execute("DELETE FROM log WHERE key = ?", (vkey,)).rowcount:
                raise ValueError("this key was not trusted")

    def add_checkpoint(self, body: bytes) -> str:
        """Check, keep and cosign a checkpoint: the signature line. Raises Refused."""
        asked = read_request(body)
        at = int(self.clock())
        try:
            with self._store() as store:
                # From here on nobody else compares or keeps: two answers never cross.
                store.execute("BEGIN IMMEDIATE")
                self._check_signed(store, asked)
                self._check_goes_on(store, asked)
                store.execute(
                    "INSERT OR IGNORE INTO checkpoint VALUES (?, ?, ?, ?, ?)",
                    (asked.origin, asked.size, asked.root, body.decode().partition("\n\n")[2], at),
                )
        except OtherHistory as other:
            # The log's own signature under two roots of one size: what a court would ask for. Once
            # for a size, so that nobody fills the store.
            with self._store() as store:
                known = "SELECT 1 FROM evidence WHERE why = ? LIMIT 1"
                if store.execute(known, (other.words,)).fetchone() is None:
                    store.execute("INSERT INTO evidence VALUES (?, ?, ?)", (at, other.words, body))
            raise
        # It is on disk: only now may it be said that it was seen.
        return self._cosign(asked.text, at)

    def newest(self, log_id: str) -> str | None:
        """The newest checkpoint of the log whose origin has this SHA-256, cosigned anew: that it is
        the newest is so now, and an old answer shown again is known by its time."""
        with self._store() as store:
            for note, origin in store.execute(
                "SELECT note, origin FROM checkpoint ORDER BY size DESC"
            ):
                if hashlib.sha256(origin.encode()).hexdigest() == log_id:
                    text = note.rpartition("\n\n")[0] + "\n"
                    return str(note) + self._cosign(text, int(self.clock()))
        return None

    def _check_signed(self, store: sqlite3.Connection, asked: Request) -> None:
        keys = [
            _read_vkey(row[0])
            for row in store.execute("SELECT key FROM log WHERE origin = ?", (asked.origin,))
        ]
        if not keys:
            raise Refused(404, "this log is not known here\n")
        for name, public in keys:
            for signer, key_id, signature in asked.signatures:
                if (signer, key_id) == (name, _key_id(name, public)):
                    with contextlib.suppress(InvalidSignature, ValueError):
                        key = Ed25519PublicKey.from_public_bytes(public[1:])
                        key.verify(signature, asked.text.encode())
                        return
        raise Refused(403, "not signed with a key of this log\n")

    def _check_goes_on(self, store: sqlite3.Connection, asked: Request) -> None:
        if asked.old > asked.size:
            raise Refused(400, "the old size is beyond the checkpoint's\n")
        # Whatever it asks from: a smaller history of another kind is no less another one.
        before = store.execute(
            "SELECT root FROM checkpoint WHERE origin = ? AND size = ?", (asked.origin, asked.size)
        ).fetchone()
        if before is not None and before[0] != asked.root:
            raise OtherHistory(asked)
        size, root = store.execute(
            "SELECT size, root FROM checkpoint WHERE origin = ? ORDER BY size DESC LIMIT 1",
            (asked.origin,),
        ).fetchone() or (0, EMPTY_ROOT)
        if asked.old != size:
            raise Refused(409, f"{size}\n", SIZE)
        if not is_consistent(size, asked.size, root, asked.root, asked.proof):
            # Only the proof is bad, and it is not signed: anyone could have sent it.
            raise Refused(422, "the checkpoint does not go on from the one before\n")

    def _cosign(self, text: str, at: int) -> str:
        name, key = self._key()
        public = bytes([WITNESS_KEY]) + key.public_key().public_bytes_raw()
        signature = key.sign(f"cosignature/v1\ntime {at}\n{text}".encode())
        blob = _key_id(name, public) + at.to_bytes(8, "big") + signature
        return f"— {name} {base64.b64encode(blob).decode()}\n"

    def _key(self) -> tuple[str, Ed25519PrivateKey]:
        name, seed = (self.folder / "key").read_text().split("\n")[:2]
        return name, Ed25519PrivateKey.from_private_bytes(base64.b64decode(seed))

    @contextlib.contextmanager
    def _store(self) -> Iterator[sqlite3.Connection]:
        store = sqlite3.connect(self.folder / "witness.db", timeout=15)
        try:
            store.execute("PRAGMA synchronous = FULL")
            with store:
                yield store
        finally:
            store.close()


def make_server(witness: Witness, host: str, port: int) -> ThreadingHTTPServer:
    """A server for ``witness``; port 0 takes a free one."""

    class Door(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        timeout = 30

        def do_POST(self) -> None:
            length = self.headers.get("Content-Length", "")
            if self.path != "/add-checkpoint":
                self.close_connection = True
                return self._answer(404, "there is nothing here\n")
            if not length.isdecimal() or int(length) > LARGEST_REQUEST:
                self.close_connection = True
                return self._answer(413, "say how long it is, and not too long\n")
            try:
                return self._answer(200, witness.add_checkpoint(self.rfile.read(int(length))))
            except Refused as refused:
                return self._answer(refused.status, refused.words, refused.kind)

        def do_GET(self) -> None:
            found = re.fullmatch(r"/logs/([0-9a-f]{64})/checkpoint", self.path)
            note = witness.newest(found[1]) if found else None
            if note is None:
                return self._answer(404, "there is nothing here\n")
            return self._answer(200, note)

        def _answer(self, status: int, words: str, kind: str = PLAIN) -> None:
            body = words.encode()
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    return ThreadingHTTPServer((host, port), Door)


def main(arguments: list[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="witness", description="Witness the logs of newsrooms.")
    parser.add_argument("--store", type=Path, default=Path("witness"), help="its folder")
    does = parser.add_subparsers(dest="does", required=True)
    does.add_parser("name", help="make its key and print the vkey").add_argument("name")
    does.add_parser("key", help="print the vkey")
    does.add_parser("trust", help="witness the log with this vkey").add_argument("vkey")
    does.add_parser("distrust", help="take no more from this vkey").add_argument("vkey")
    serve = does.add_parser("serve", help="answer logs over HTTP")
    serve.add_argument("--listen", default="127.0.0.1:8701", metavar="HOST:PORT")
    chosen = parser.parse_args(arguments)
    witness = Witness(chosen.store)
    try:
        if chosen.does == "name":
            print(witness.name(chosen.name))  # noqa: T201  (the command's answer)
        elif chosen.does == "key":
            print(witness.vkey())  # noqa: T201
        elif chosen.does == "trust":
            print(f"witnessing {witness.trust(chosen.vkey)}")  # noqa: T201
        elif chosen.does == "distrust":
            witness.distrust(chosen.vkey)
            print(f"nothing more is taken from {chosen.vkey}")  # noqa: T201
        else:
            witness.vkey()
            host, _, port = chosen.listen.rpartition(":")
            make_server(witness, host, int(port)).serve_forever()
    except FileExistsError:
        sys.exit("This witness has a name and a key already.")
    except FileNotFoundError:
        sys.exit("This witness has no key yet: begin with “name”.")
    except ValueError as error:
        sys.exit(f"{error}")


def _read_signature(line: str) -> tuple[str, bytes, bytes]:
    dash, name, blob = line.split(" ")
    if dash != "—":
        raise ValueError(line)
    decoded = base64.b64decode(blob, validate=True)
    return name, decoded[:4], decoded[4:]


def _read_vkey(vkey: str) -> tuple[str, bytes]:
    """The name, and the type with the public key."""
    try:
        name, key_id, encoded = vkey.split("+", 2)
        public = _unbase64(encoded, 33)
    except (ValueError, binascii.Error):
        raise ValueError("this is no vkey") from None
    if public[0] != LOG_KEY or _key_id(name, public).hex() != key_id:
        raise ValueError("this is not the vkey of a log")
    return name, public


def _key_id(name: str, public: bytes) -> bytes:
    return hashlib.sha256(name.encode() + b"\n" + public).digest()[:4]


def _unbase64(text: str, length: int) -> bytes:
    decoded = base64.b64decode(text, validate=True)
    if len(decoded) != length:
        raise ValueError(text)
    return decoded


def _node(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()


if __name__ == "__main__":
    main()
