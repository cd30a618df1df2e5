"""Asking the reader of documents, and waiting no longer than for any honest one."""

import json
import subprocess
import sys
from pathlib import Path

from editorial.config import ROOT
from editorial.pipeline.refusal import Refused

# More than the reader's own limit on computing time: a busy machine gives it less than all.
LONGEST_WAIT = 240
TOO_LONG = (
    "It takes longer to read than any document should. "
    "Open it, and save it anew or its words as plain text."
)


def extract(kind: str, path: Path) -> tuple[str, list[int]]:
    """The text of the file, and where its pages begin. Raises Refused."""
    try:
        done = subprocess.run(  # noqa: S603  (our own module on our own path)
            [sys.executable, "-m", "editorial.sources.extract", kind, str(path)],
            cwd=ROOT,
            env={"PYTHONHASHSEED": "0", "PYTHONIOENCODING": "utf-8", "LC_ALL": "C.UTF-8"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=LONGEST_WAIT,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise Refused(TOO_LONG) from error
    if done.returncode or not done.stdout:
        raise Refused(TOO_LONG)
    answer = json.loads(done.stdout)
    if "refused" in answer:
        raise Refused(answer["refused"])
    return answer["text"], answer["pages"]
