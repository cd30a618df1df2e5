"""A mirror in S3-compatible storage: one object a file, what was withdrawn taken out first.

What is there is noted beside the tree, so that a run sends what changed; without a note, after an
interrupted run, or when it is asked for, the storage itself is read.
"""

import hashlib
import json
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from editorial.site.folder import content_type, swap_in
from editorial.site.mirrors.tree import Carried, NotCarried, files_of, notices_of
from editorial.vault.bucket import NoStorageClient, client_for

AT_ONCE = 8
MOST_DELETED_AT_ONCE = 1000
# By the storage's own code: what a person can do.
ADVICE = {
    "NoSuchBucket": "Make the bucket, or correct its name in the address.",
    "AccessDenied": "Let the key read, write, list and delete in this bucket.",
    "AllAccessDisabled": "Let the key read, write, list and delete in this bucket.",
    "InvalidAccessKeyId": "The storage does not know this key; type account and secret anew.",
    "SignatureDoesNotMatch": "The secret does not fit the key; type both anew.",
    "QuotaExceeded": "The storage is full; make room or have the quota raised.",
}
RETRIED = "It is tried again by itself. If it stays so, see whether the storage answers."


@dataclass(frozen=True, slots=True)
class Noted:
    """A file as it was sent: its size and time here, and the MD5 by which storage knows it."""

    size: int
    time: int
    md5: str


class BucketMirror:
    """Objects under a prefix of a bucket that exists."""

    def __init__(self, address: str, account: str, secret: str, note: Path) -> None:
        """Raises NotCarried."""
        parts = urlsplit(address)
        asked = parse_qs(parts.query)
        self.bucket, self.note = parts.netloc, note
        self.prefix = f"{parts.path.strip('/')}/".lstrip("/")
        try:
            self.client = client_for(
                asked.get("endpoint", [None])[0],
                asked.get("region", ["us-east-1"])[0],
                account or None,
                secret or None,
            )
        except (NoStorageClient, ValueError) as error:
            raise NotCarried(str(error), "Install it, or correct the address.") from error

    def carry(self, root: Path, *, compare: bool) -> Carried:
        """Make the bucket what ``root`` is. Raises NotCarried."""
        from botocore.exceptions import BotoCoreError, ClientError  # there once a client is

        try:
            return self._carry(root, compare=compare)
        except ClientError as error:
            told = error.response.get("Error", {})
            code = str(told.get("Code", ""))
            raise NotCarried(
                f"The storage refused: {code} {told.get('Message', '')}".strip(),
                ADVICE.get(code, RETRIED),
            ) from error
        except BotoCoreError as error:
            raise NotCarried(f"The storage could not be reached: {error}", RETRIED) from error

    def _carry(self, root: Path, *, compare: bool) -> Carried:
        there = None if compare else self._read_note()
        if there is None:
            there = self._look()
        # Nothing is known for certain until the run has ended.
        self.note.unlink(missing_ok=True)
        here = dict(files_of(root))
        removed = sorted(set(there) - set(here))
        self._remove(removed)
        notices = [name for name in notices_of(root) if name in here]
        told: dict[str, Noted] = {}
        changed: list[str] = []
        for name, path in here.items():
            told[name], same = _weigh(path, there.get(name))
            if not same:
                changed.append(name)
        first = [name for name in notices if name in set(changed)]
        fresh = [name for name in changed if name not in there and name not in set(first)]
        rest = [name for name in changed if name in there and name not in set(first)]
        # What is new stands there before a list leads to it.
        for group in (first, fresh, rest):
            self._send(here, group)
        self._write_note(told)
        return Carried(len(changed), len(removed))

    def _send(self, here: dict[str, Path], names: Iterable[str]) -> None:
        with ThreadPoolExecutor(AT_ONCE) as pool:
            list(pool.map(lambda name: self._send_one(name, here[name]), names))

    def _send_one(self, name: str, path: Path) -> None:
        self.client.put_object(
            Bucket=self.bucket,
            Key=self.prefix + name,
            Body=path.read_bytes(),
            ContentType=content_type(f"/{name}"),
            CacheControl="no-cache",
        )

    def _remove(self, names: list[str]) -> None:
        for start in range(0, len(names), MOST_DELETED_AT_ONCE):
            keys = [{"Key": self.prefix + name} for name in names[start:][:MOST_DELETED_AT_ONCE]]
            answer = self.client.delete_objects(Bucket=self.bucket, Delete={"Objects": keys})
            if answer.get("Errors"):
                refused = answer["Errors"][0]
                raise NotCarried(
                    f"{len(answer['Errors'])} files could not be taken out: {refused['Code']}",
                    ADVICE.get(refused["Code"], RETRIED),
                )

    def _look(self) -> dict[str, Noted]:
        """What the bucket holds. An object put whole is known by the MD5 of its bytes."""
        pages = self.client.get_paginator("list_objects_v2").paginate(
            Bucket=self.bucket, Prefix=self.prefix
        )
        return {
            item["Key"].removeprefix(self.prefix): Noted(item["Size"], 0, item["ETag"].strip('"'))
            for page in pages
            for item in page.get("Contents", ())
        }

    def _read_note(self) -> dict[str, Noted] | None:
        try:
            told: dict[str, list[Any]] = json.loads(self.note.read_text())
            return {name: Noted(*values) for name, values in told.items()}
        except (FileNotFoundError, ValueError, TypeError):
            return None

    def _write_note(self, told: dict[str, Noted]) -> None:
        told_briefly = {name: [one.size, one.time, one.md5] for name, one in told.items()}
        swap_in(self.note, json.dumps(told_briefly).encode())


def _weigh(path: Path, there: Noted | None) -> tuple[Noted, bool]:
    """The file as it is, and whether the bucket has it so. Unchanged files keep their time from
    one export to the next, so that most are never read."""
    found = path.stat()
    if there is not None and (there.size, there.time) == (found.st_size, found.st_mtime_ns):
        return there, True
    digest = hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()
    now = Noted(found.st_size, found.st_mtime_ns, digest)
    return now, there is not None and there.md5 == digest
