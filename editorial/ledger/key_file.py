"""The key that signs the log: a file outside the database, and beside it what it signed last."""

import os
from pathlib import Path

from sqlalchemy.orm import Session

from editorial.ledger.checkpoint import Checkpoint, read_checkpoint
from editorial.ledger.note import LOG_KEY, Note, SignerKey, new_signer, parse_signer

LOG_KEY_OPTION = "editorial_log_key"


class KeyFile:
    """``origin`` is the name that a first key is given."""

    def __init__(self, path: Path, origin: str) -> None:
        self.path = path
        self.origin = origin or f"log-{os.urandom(4).hex()}"

    def load(self) -> SignerKey | None:
        """The key; None while there is none. Raises BadNote for what is no key."""
        return parse_signer(self.path.read_text()) if self.path.exists() else None

    def make(self, origin: str | None = None) -> SignerKey:
        """A new key, kept in no file yet."""
        return new_signer(origin or self.origin, LOG_KEY)

    def keep(self, key: SignerKey) -> None:
        """Put the key in the place of the one before, which is gone for good."""
        self._write(self.path, key.private_text() + "\n")

    def last(self) -> Checkpoint | None:
        """What was signed last, whatever the database says."""
        note = self.last_note()
        return None if note is None else read_checkpoint(note)[0]

    def last_note(self) -> str | None:
        """The signed note of what was signed last."""
        return self._last.read_text() if self._last.exists() else None

    def remember(self, note: Note) -> None:
        """Keep what is being signed, before it leaves the house."""
        self._write(self._last, str(note))

    @property
    def _last(self) -> Path:
        return self.path.with_name(self.path.name + ".last")

    def _write(self, path: Path, text: str) -> None:
        """Whole or not at all, and for the owner's eyes only."""
        path.parent.mkdir(parents=True, exist_ok=True)
        new = path.with_name(f"{path.name}.{os.getpid()}.new")
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)


def key_file_beside(session: Session) -> KeyFile:
    """The key file of the session's newsroom."""
    keys: KeyFile = session.get_bind().get_execution_options()[LOG_KEY_OPTION]
    return keys
