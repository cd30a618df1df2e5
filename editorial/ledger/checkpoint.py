"""Checkpoints: origin, size and root in three lines, as a signed note (C2SP tlog-checkpoint)."""

import base64
import re
from dataclasses import dataclass

from editorial.ledger.note import BadNote, Note, SignerKey, parse_note, sign, unbase64
from editorial.ledger.tree import HASH_BYTES

SIZE = re.compile(r"0|[1-9][0-9]{0,18}")


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """``root`` is the tree's over the first ``size`` entries of the log named ``origin``."""

    origin: str
    size: int
    root: bytes

    @property
    def text(self) -> str:
        """The three lines that are signed."""
        return f"{self.origin}\n{self.size}\n{base64.b64encode(self.root).decode()}\n"


def sign_checkpoint(checkpoint: Checkpoint, key: SignerKey) -> Note:
    """The checkpoint as a note; the key's name is the origin."""
    if key.name != checkpoint.origin:
        raise BadNote("A log signs with the key of its own origin.")
    return sign(checkpoint.text, key)


def read_checkpoint(note: str | Note) -> tuple[Checkpoint, Note]:
    """What the note says; not yet believed. Raises BadNote. Extension lines are let stand."""
    note = parse_note(note) if isinstance(note, str) else note
    lines = note.text[:-1].split("\n")
    if len(lines) < 3 or not all(lines):
        raise BadNote("A checkpoint is an origin, a size and a root, each on its line.")
    origin, size, root = lines[:3]
    if not SIZE.fullmatch(size):
        raise BadNote("The checkpoint's size is no number.")
    decoded = unbase64(root)
    if len(decoded) != HASH_BYTES:
        raise BadNote("The checkpoint's root is not a SHA-256.")
    return Checkpoint(origin, int(size), decoded), note
