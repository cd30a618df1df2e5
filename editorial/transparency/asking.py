"""Talking to a witness over HTTP (C2SP tlog-witness)."""

import base64
import hashlib
import http.client
from collections.abc import Sequence
from urllib.parse import urlsplit

from editorial.ledger.cosignature import TIME_BYTES, cosigned
from editorial.ledger.note import BadNote, Note, Signature, parse_signatures
from editorial.ledger.witnesses import Witness

TIMEOUT_SECONDS = 10
LARGEST_ANSWER = 64 * 1024


class NotCosigned(Exception):
    """Why a witness put nothing under a checkpoint; the sentence is for the desk."""


class OtherSize(Exception):
    """The witness knows the log at another size than we thought."""

    def __init__(self, size: int) -> None:
        super().__init__(f"the witness knows the log at {size} entries")
        self.size = size


def ask_to_cosign(
    witness: Witness, note: Note, old: int, proof: Sequence[bytes]
) -> tuple[Signature, int]:
    """The witness's line under ``note`` and its time (seconds since 1970).

    ``proof`` shows that the checkpoint goes on from ``old`` entries. Raises OtherSize, NotCosigned
    or OSError.
    """
    lines = [f"old {old}", *(base64.b64encode(one).decode() for one in proof), "", ""]
    body = "\n".join(lines) + str(note)
    status, kind, answer = _send(witness.url, "POST", "/add-checkpoint", body)
    is_size = kind == "text/x.tlog.size" and answer.strip().isdecimal()
    if status == http.HTTPStatus.CONFLICT and is_size and int(answer) != old:
        raise OtherSize(int(answer))
    if status != http.HTTPStatus.OK:
        raise NotCosigned(f"{witness.key.name} did not cosign: {status} {answer.strip()[:200]}")
    try:
        signatures = parse_signatures(answer)
    except BadNote as error:
        raise NotCosigned(f"{witness.key.name} answered what is no cosignature.") from error
    for line in signatures:
        if cosigned(Note(note.text, (line,)), [witness.key]):
            return line, int.from_bytes(line.blob[:TIME_BYTES], "big")
    raise NotCosigned(f"{witness.key.name} answered with a signature that is not its own.")


def what_it_saw(url: str, origin: str) -> str:
    """The newest checkpoint that the witness at ``url`` knows of the log. Raises NotCosigned or
    OSError."""
    log_id = hashlib.sha256(origin.encode()).hexdigest()
    status, _kind, answer = _send(url.rstrip("/"), "GET", f"/logs/{log_id}/checkpoint", None)
    if status != http.HTTPStatus.OK:
        raise NotCosigned(f"{url} knows nothing of the log {origin} ({status}).")
    return answer


def _send(url: str, method: str, path: str, body: str | None) -> tuple[int, str, str]:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise NotCosigned(f"{url} is no address of a witness.")
    connect = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    connection = connect(parts.hostname, parts.port, timeout=TIMEOUT_SECONDS)
    try:
        connection.request(
            method, parts.path + path, None if body is None else body.encode(), _headers(body)
        )
        answer = connection.getresponse()
        text = answer.read(LARGEST_ANSWER).decode("utf-8", "replace")
        return answer.status, answer.headers.get_content_type(), text
    except http.client.HTTPException as error:
        raise OSError(f"{url} did not answer as a web server does") from error
    finally:
        connection.close()


def _headers(body: str | None) -> dict[str, str]:
    return {} if body is None else {"Content-Type": "text/plain; charset=utf-8"}
