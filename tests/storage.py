"""Storage of the S3 kind for tests: a server on a port of its own, and a bucket in it."""

import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

import boto3
from moto.server import ThreadedMotoServer

KEYS = {"AWS_ACCESS_KEY_ID": "tests", "AWS_SECRET_ACCESS_KEY": "tests", "AWS_CONFIG_FILE": "none"}


@contextmanager
def bucket() -> Iterator[str]:
    """The address of an empty bucket, as EDITORIAL_FILES names it."""
    server = ThreadedMotoServer(port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    endpoint = f"http://{'127.0.0.1' if host == '0.0.0.0' else host}:{port}"
    try:
        with patch.dict(os.environ, KEYS):
            name = f"newsroom-{uuid.uuid4().hex[:8]}"
            client = boto3.client("s3", endpoint_url=endpoint, region_name="us-east-1")
            client.create_bucket(Bucket=name)
            yield f"s3://{name}/files?endpoint={endpoint}"
    finally:
        server.stop()
