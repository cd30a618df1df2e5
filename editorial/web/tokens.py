"""Secrets that travel in cookies and links; only their hashes are stored."""

import hashlib
import secrets


def new_token() -> str:
    """256 bits, safe in a URL."""
    return secrets.token_urlsafe(32)


def token_hash(token: str) -> bytes:
    """SHA-256: enough for a secret that nobody can guess."""
    return hashlib.sha256(token.encode()).digest()
