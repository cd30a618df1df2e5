"""A vault in S3-compatible storage, one object a file.

Named by ``s3://bucket/prefix?endpoint=https://…&region=…``. Who may enter it is told as every
program of its kind is told: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, a profile, or the role of
the machine.
"""

import hashlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from editorial.vault.files import PIECE, MissingFile, Vault, digest_of, named

GONE = frozenset({"404", "NoSuchKey", "NotFound"})


class NoStorageClient(Exception):
    """The package that speaks to S3-compatible storage is not installed."""


class BucketVault(Vault):
    """Stores bytes as objects of a bucket that exists."""

    def __init__(self, address: str) -> None:
        """Raises NoStorageClient."""
        parts = urlsplit(address)
        asked = parse_qs(parts.query)
        self._bucket = parts.netloc
        self._prefix = parts.path.strip("/")
        self._prefix += "/" if self._prefix else ""
        self._client = client_for(
            asked.get("endpoint", [None])[0], asked.get("region", ["us-east-1"])[0]
        )

    def put(self, content: bytes) -> str:
        """Store ``content`` durably and return its digest."""
        digest = hashlib.sha256(content).hexdigest()
        if not self._holds(digest):
            self._client.put_object(Bucket=self._bucket, Key=self._key(digest), Body=content)
        return digest

    def put_file(self, path: Path) -> str:
        """The same for a file on disk, in parts where it is large."""
        digest = digest_of(path)
        if not self._holds(digest):
            self._client.upload_file(str(path), self._bucket, self._key(digest))
        return digest

    def size(self, digest: str) -> int:
        """How many bytes. Raises MissingFile."""
        return int(self._ask("head_object", digest)["ContentLength"])

    def pieces(self, digest: str, start: int = 0, stop: int | None = None) -> Iterator[bytes]:
        """The bytes ``start:stop``, a piece at a time, unproved. Raises MissingFile at once."""
        if stop is not None and stop <= start:
            return iter(())
        asked = {}
        if start or stop is not None:
            asked["Range"] = f"bytes={start}-{'' if stop is None else stop - 1}"
        body = self._ask("get_object", digest, **asked)["Body"]
        pieces: Iterator[bytes] = body.iter_chunks(PIECE)
        return pieces

    def digests(self) -> Iterator[str]:
        """Every digest held, in order."""
        pages = self._client.get_paginator("list_objects_v2").paginate(
            Bucket=self._bucket, Prefix=self._prefix
        )
        for page in pages:
            for item in page.get("Contents", ()):
                yield item["Key"].removeprefix(self._prefix)

    def _holds(self, digest: str) -> bool:
        try:
            self.size(digest)
        except MissingFile:
            return False
        return True

    def _ask(self, act: str, digest: str, **asked: str) -> dict[str, Any]:
        from botocore.exceptions import ClientError  # optional, and there once a client is

        try:
            answer: dict[str, Any] = getattr(self._client, act)(
                Bucket=self._bucket, Key=self._key(digest), **asked
            )
        except ClientError as error:
            if error.response["Error"]["Code"] in GONE:
                raise MissingFile(f"the file {digest} is missing") from error
            raise
        return answer

    def _key(self, digest: str) -> str:
        return self._prefix + named(digest)


@lru_cache
def client_for(
    endpoint: str | None, region: str, account: str | None = None, secret: str | None = None
) -> Any:
    """One for all threads; it is costly to make. Without ``account`` the surroundings say who may
    enter. Raises NoStorageClient."""
    try:
        import boto3  # optional: only whoever keeps files in a bucket needs it
        from botocore.config import Config
    except ImportError as error:
        raise NoStorageClient(
            "S3-compatible storage needs boto3. Install it: .venv/bin/python -m pip install boto3"
        ) from error
    patient = Config(retries={"max_attempts": 5, "mode": "standard"}, connect_timeout=5)
    return boto3.client(
        "s3",
        endpoint_url=endpoint,
        region_name=region,
        config=patient,
        aws_access_key_id=account,
        aws_secret_access_key=secret,
    )
