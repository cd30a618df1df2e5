"""Signed notes: text with signature lines under it (C2SP signed-note), Ed25519 (RFC 8032).

A verifier key is written ``name+hash+base64(type ‖ public key)`` (a *vkey*); the private key as
``PRIVATE+KEY+name+hash+base64(type ‖ seed)``, as Go's sumdb writes them.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

# Large, and a process that serves pages signs nothing.
if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

LOG_KEY = 0x01
WITNESS_KEY = 0x04
PRIVATE = "PRIVATE+KEY+"
DASH = "— "
MOST_SIGNATURES = 64


class BadNote(ValueError):
    """What is wrong with a note, a key or a signature; the sentence says which."""


@dataclass(frozen=True, slots=True)
class VerifierKey:
    """A public key by name. ``kind``: 1 signs notes, 4 cosigns checkpoints."""

    name: str
    kind: int
    public: bytes

    @property
    def id(self) -> bytes:
        """Four bytes that tell it from others of the same name."""
        return key_id(self.name, self.kind, self.public)

    def __str__(self) -> str:
        """The vkey."""
        encoded = base64.b64encode(bytes([self.kind]) + self.public).decode()
        return f"{self.name}+{self.id.hex()}+{encoded}"

    def verifies(self, signature: bytes, message: bytes) -> bool:
        """Whether the 64 bytes are its signature of ``message``."""
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(signature, message)
        except (InvalidSignature, ValueError):
            return False
        return True


@dataclass(frozen=True, slots=True, repr=False)
class SignerKey:
    """A private key by name; it never shows itself."""

    name: str
    kind: int
    seed: bytes

    @property
    def verifier(self) -> VerifierKey:
        """Its public half."""
        return VerifierKey(self.name, self.kind, self._key.public_key().public_bytes_raw())

    def sign(self, message: bytes) -> bytes:
        """64 bytes."""
        return self._key.sign(message)

    def private_text(self) -> str:
        """The key as it is kept in a file."""
        encoded = base64.b64encode(bytes([self.kind]) + self.seed).decode()
        return f"{PRIVATE}{self.name}+{self.verifier.id.hex()}+{encoded}"

    @property
    def _key(self) -> Ed25519PrivateKey:
        from cryptography.hazmat.primitives.asymmetric import ed25519

        return ed25519.Ed25519PrivateKey.from_private_bytes(self.seed)


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature line; ``blob`` is what follows the key's id."""

    name: str
    key_id: bytes
    blob: bytes

    def __str__(self) -> str:
        """The line, without its newline."""
        return f"{DASH}{self.name} {base64.b64encode(self.key_id + self.blob).decode()}"

    def is_by(self, key: VerifierKey) -> bool:
        """Whether it claims to be that key's."""
        return (self.name, self.key_id) == (key.name, key.id)


@dataclass(frozen=True, slots=True)
class Note:
    """``text`` ends in a newline; nothing of it may be believed before ``verified_by``."""

    text: str
    signatures: tuple[Signature, ...]

    def __str__(self) -> str:
        """The note as it is sent and stored."""
        return self.text + "\n" + "".join(f"{line}\n" for line in self.signatures)

    def verified_by(self, key: VerifierKey) -> bool:
        """Whether the key signed the text. Raises BadNote when a line says so and it is not so."""
        lines = [line for line in self.signatures if line.is_by(key)]
        for line in lines:
            if not key.verifies(line.blob, self.text.encode()):
                raise BadNote(f"The signature of {key.name} does not fit the text.")
        return bool(lines)


def new_signer(name: str, kind: int) -> SignerKey:
    """A fresh key. Raises BadNote for a name that no note can carry."""
    from cryptography.hazmat.primitives.asymmetric import ed25519

    _check_name(name)
    return SignerKey(name, kind, ed25519.Ed25519PrivateKey.generate().private_bytes_raw())


def sign(text: str, key: SignerKey) -> Note:
    """The text with the key's signature."""
    line = Signature(key.name, key.verifier.id, key.sign(text.encode()))
    return Note(text, (line,))


def parse_note(note: str) -> Note:
    """Read a note. Raises BadNote."""
    text, blank, lines = note.rpartition("\n\n")
    if not blank or not lines.endswith("\n"):
        raise BadNote("A note is a text, an empty line and signature lines.")
    if any(ord(char) < 0x20 and char != "\n" for char in note):
        raise BadNote("A note holds no control characters.")
    return Note(text + "\n", parse_signatures(lines))


def parse_signatures(lines: str) -> tuple[Signature, ...]:
    """Read signature lines, each ending in a newline. Raises BadNote."""
    if not lines.endswith("\n") or lines.count("\n") > MOST_SIGNATURES:
        raise BadNote("The signature lines are cut short or too many.")
    return tuple(_parse_signature(line) for line in lines[:-1].split("\n"))


def parse_verifier(vkey: str) -> VerifierKey:
    """Read a vkey. Raises BadNote."""
    name, kind, public = _parse_key(vkey.strip())
    key = VerifierKey(name, kind, public)
    if vkey.strip() != str(key):
        raise BadNote("The key's hash is not that of the key.")
    return key


def parse_signer(text: str) -> SignerKey:
    """Read a private key. Raises BadNote; what it says never holds the key."""
    if not text.startswith(PRIVATE):
        raise BadNote("This is not a private key.")
    key = SignerKey(*_parse_key(text.strip().removeprefix(PRIVATE)))
    if text.strip() != key.private_text():
        raise BadNote("The private key's hash is not that of the key.")
    return key


def key_id(name: str, kind: int, public: bytes) -> bytes:
    """SHA-256(name ‖ newline ‖ type ‖ public key), its first four bytes."""
    return hashlib.sha256(name.encode() + b"\n" + bytes([kind]) + public).digest()[:4]


def unbase64(text: str) -> bytes:
    """Standard base64, its one canonical spelling only. Raises BadNote."""
    try:
        decoded = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise BadNote("This is not base64.") from error
    if base64.b64encode(decoded).decode() != text:
        raise BadNote("This base64 is not in its canonical spelling.")
    return decoded


def _parse_signature(line: str) -> Signature:
    parts = line.removeprefix(DASH).split(" ")
    if not line.startswith(DASH) or len(parts) != 2:
        raise BadNote("A signature line is a dash, a name and base64.")
    _check_name(parts[0])
    decoded = unbase64(parts[1])
    if len(decoded) < 5:
        raise BadNote("A signature is too short.")
    return Signature(parts[0], decoded[:4], decoded[4:])


def _parse_key(text: str) -> tuple[str, int, bytes]:
    parts = text.split("+", 2)
    if len(parts) != 3:
        raise BadNote("A key is written name+hash+base64.")
    _check_name(parts[0])
    decoded = unbase64(parts[2])
    if len(decoded) != 33 or decoded[0] not in (LOG_KEY, WITNESS_KEY):
        raise BadNote("The key is not an Ed25519 key for notes or for cosignatures.")
    return parts[0], decoded[0], decoded[1:]


def _check_name(name: str) -> None:
    if not name or "+" in name or any(char.isspace() or not char.isprintable() for char in name):
        raise BadNote("A key's name is not empty and holds neither spaces nor plus signs.")
