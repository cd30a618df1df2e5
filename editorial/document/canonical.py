"""One exact form of a JSON value, and its digest (RFC 8785, SHA-256)."""

import hashlib

import rfc8785


def canonical(value: object) -> bytes:
    """The canonical bytes of a JSON value.

    Raises ValueError for what JSON can't carry exactly: other types, keys that are not text, NaN,
    integers beyond 2**53 - 1, lone surrogates, and a nesting too deep to walk.
    """
    try:
        return rfc8785.dumps(value)  # type: ignore[arg-type]
    except RecursionError as error:
        raise ValueError("The value is nested too deeply.") from error


def digest(value: object) -> str:
    """SHA-256 of the canonical bytes, 64 hexadecimal digits."""
    return hashlib.sha256(canonical(value)).hexdigest()
