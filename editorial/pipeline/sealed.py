"""A secret that has to be kept readable: sealed, so that no copy of the database tells it."""

import base64
import hashlib

from cryptography.fernet import Fernet, InvalidToken


class Unreadable(Exception):
    """It was sealed with another SECRET_KEY."""


def seal(secret_key: str, words: str) -> str:
    """``words`` as only this newsroom's SECRET_KEY opens them."""
    return _box(secret_key).encrypt(words.encode()).decode() if words else ""


def unseal(secret_key: str, sealed: str) -> str:
    """What was sealed. Raises Unreadable."""
    try:
        return _box(secret_key).decrypt(sealed.encode()).decode() if sealed else ""
    except InvalidToken as error:
        raise Unreadable from error


def _box(secret_key: str) -> Fernet:
    # The key is long and random (config refuses others), so that one hash of it will do.
    digest = hashlib.sha256(b"sealed\0" + secret_key.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(digest))
