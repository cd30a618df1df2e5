"""Cosignatures of witnesses (C2SP tlog-cosignature, Ed25519), and what a quorum stands against."""

from collections.abc import Iterable
from dataclasses import dataclass

from editorial.ledger.note import Note, Signature, SignerKey, VerifierKey

TIME_BYTES = 8
SIGNATURE_BYTES = 64


@dataclass(frozen=True, slots=True)
class Cosigned:
    """``witness`` saw the checkpoint, at ``at`` (seconds since 1970), and nothing against it."""

    witness: VerifierKey
    at: int


def cosign(note: Note, key: SignerKey, at: int) -> Signature:
    """The witness's line for the checkpoint in ``note``."""
    blob = at.to_bytes(TIME_BYTES, "big") + key.sign(_message(note, at))
    return Signature(key.name, key.verifier.id, blob)


def cosigned(note: Note, witnesses: Iterable[VerifierKey]) -> list[Cosigned]:
    """Who of ``witnesses`` cosigned it; each counts once, at its latest. False lines don't."""
    found = []
    for witness in witnesses:
        times = [
            at
            for line in note.signatures
            if line.is_by(witness) and (at := _time(note, line, witness)) is not None
        ]
        if times:
            found.append(Cosigned(witness, max(times)))
    return found


def stands_against(quorum: int, witnesses: int) -> int:
    """How many dishonest witnesses can't help to show two people two logs: 2k − n > f.

    Negative: two quorums without a witness in common are possible even if all are honest.
    """
    return 2 * quorum - witnesses - 1


def _time(note: Note, line: Signature, witness: VerifierKey) -> int | None:
    if len(line.blob) != TIME_BYTES + SIGNATURE_BYTES:
        return None
    at = int.from_bytes(line.blob[:TIME_BYTES], "big")
    fits = witness.verifies(line.blob[TIME_BYTES:], _message(note, at))
    return at if fits else None


def _message(note: Note, at: int) -> bytes:
    return f"cosignature/v1\ntime {at}\n{note.text}".encode()
