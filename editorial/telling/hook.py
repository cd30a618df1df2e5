"""Sending to a desk's hook: signed after Standard Webhooks, never into our own network.

The signature is HMAC-SHA256 over ``id.timestamp.body`` (www.standardwebhooks.com); the receiver
can tell by ``webhook-id`` what it has seen before.
"""

import hashlib
import hmac
import http.client
import ipaddress
import json
import socket
import ssl
import threading
from base64 import b64decode, b64encode
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import SplitResult, urlsplit

from editorial.models.desk_hook import HookKind

PATIENCE_SECONDS = 10
LARGEST_ANSWER = 2_000
PREFIX = "whsec_"
NO_WEB_SERVER = "did not answer as a web server does."
TOO_SLOW = f"took longer than {PATIENCE_SECONDS} seconds to answer."


class HookRefused(Exception):
    """Why nothing was taken; the sentence never holds the address, which may be a secret."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What a hook is told. No text and no reason: nobody knows who reads there."""

    id: str
    event: str
    at: datetime
    agency: str
    desk: str
    slugline: str
    headline: str
    sentence: str
    url: str


def body_of(kind: HookKind, telling: Telling) -> bytes:
    """What is sent, as JSON."""
    return json.dumps(_slack(telling) if kind is HookKind.SLACK else _json(telling)).encode()


def sign(secret: str, key: str, at: datetime, body: bytes) -> dict[str, str]:
    """The three headers of Standard Webhooks; ``secret`` is base64."""
    seconds = str(int(at.timestamp()))
    message = f"{key}.{seconds}.".encode() + body
    mac = hmac.new(b64decode(secret), message, hashlib.sha256).digest()
    return {
        "webhook-id": key,
        "webhook-timestamp": seconds,
        "webhook-signature": f"v1,{b64encode(mac).decode()}",
    }


def post(url: str, headers: dict[str, str], body: bytes, *, inside: bool) -> None:
    """Send it. ``inside``: an address of our own network will do. Raises HookRefused or OSError.

    The name is looked up once and that address is used, so that it can't change in between; no
    redirect is followed.
    """
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise HookRefused("The address is no web address.")
    raw = socket.create_connection(_look_up(parts, inside=inside), PATIENCE_SECONDS)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    with closing(_connection(parts, raw)) as connection, _cut_off(connection) as late:
        try:
            _greet(connection)
            connection.request(
                "POST",
                target,
                body,
                {"Content-Type": "application/json", "User-Agent": "Editorial", **headers},
            )
            answer = connection.getresponse()
            answer.read(LARGEST_ANSWER)
        except (http.client.HTTPException, OSError) as error:
            if late.is_set():
                raise HookRefused(f"{parts.hostname} {TOO_SLOW}") from error
            if isinstance(error, http.client.HTTPException):
                raise HookRefused(f"{parts.hostname} {NO_WEB_SERVER}") from error
            raise
    if late.is_set():
        raise HookRefused(f"{parts.hostname} {TOO_SLOW}")
    if not 200 <= answer.status < 300:
        raise HookRefused(f"{parts.hostname} answered {answer.status}.")


def _look_up(parts: SplitResult, *, inside: bool) -> tuple[str, int]:
    port = parts.port or (443 if parts.scheme == "https" else 80)
    try:
        found = socket.getaddrinfo(parts.hostname, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise HookRefused(f"The name {parts.hostname} is not known.") from error
    addresses = [str(one[4][0]) for one in found]
    if not inside:
        addresses = [one for one in addresses if ipaddress.ip_address(one).is_global]
    if not addresses:
        raise HookRefused(
            f"{parts.hostname} is an address of an inner network, where nothing is sent. "
            "Whoever runs this newsroom can allow it with EDITORIAL_HOOKS=inside."
        )
    return addresses[0], port


def _connection(parts: SplitResult, raw: socket.socket) -> http.client.HTTPConnection:
    """Over ``raw``, on which nothing was said yet."""
    host = parts.hostname or ""
    if parts.scheme == "http":
        plain = http.client.HTTPConnection(host, parts.port)
        plain.sock = raw
        return plain
    connection = http.client.HTTPSConnection(host, parts.port)
    connection.sock = ssl.create_default_context().wrap_socket(
        raw, server_hostname=host, do_handshake_on_connect=False
    )
    return connection


def _greet(connection: http.client.HTTPConnection) -> None:
    if isinstance(connection.sock, ssl.SSLSocket):
        connection.sock.do_handshake()


@contextmanager
def _cut_off(connection: http.client.HTTPConnection) -> Iterator[threading.Event]:
    """End it after PATIENCE_SECONDS in all: a socket's own limit begins anew with each byte."""
    late, sock = threading.Event(), connection.sock

    def cut() -> None:
        late.set()
        with suppress(OSError):
            # Not the TLS socket's own, which another thread is reading from.
            socket.socket.shutdown(sock, socket.SHUT_RDWR)

    timer = threading.Timer(PATIENCE_SECONDS, cut)
    timer.daemon = True
    timer.start()
    try:
        yield late
    finally:
        timer.cancel()


def _json(telling: Telling) -> dict[str, Any]:
    return {
        "type": f"dispatch.{telling.event}",
        "timestamp": telling.at.isoformat(),
        "data": {
            "agency": telling.agency,
            "desk": telling.desk,
            "slugline": telling.slugline,
            "headline": telling.headline,
            "sentence": telling.sentence,
            "url": telling.url,
        },
    }


def _slack(telling: Telling) -> dict[str, Any]:
    """Plain text with one link; Slack reads only three characters as its own."""
    words = _escaped(telling.sentence)
    return {"text": f"{words} <{telling.url}|{_escaped(telling.headline or telling.slugline)}>"}


def _escaped(text: str) -> str:
    quoted = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    # In a link's words a bar would end them.
    return quoted.replace("|", "¦")
