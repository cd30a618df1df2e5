"""Passwords: Argon2id hashes, and which passwords are too easy to guess.

Argon2id by RFC 9106, with argon2-cffi's defaults (its section 4's second choice, 64 MiB) unless the
app says otherwise. Length and a check against common ones instead of rules on characters, as NIST
SP 800-63B (5.1.1.2) advises.
"""

import unicodedata
from functools import cache
from typing import Any

from argon2 import (
    DEFAULT_MEMORY_COST,
    DEFAULT_PARALLELISM,
    DEFAULT_TIME_COST,
    PasswordHasher,
)
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST = 12
LONGEST = 256
# zxcvbn's scores run from 0 to 4; 3 means more than a hundred million guesses.
WEAKEST = 3
# zxcvbn refuses longer ones; what is strong in the first 72 characters is strong.
READ_BY_ZXCVBN = 72


def keep_password(hasher: PasswordHasher, password: str) -> str:
    """The hash to store."""
    return hasher.hash(_normal(password))


def password_fits(hasher: PasswordHasher, kept: str | None, password: str) -> bool:
    """True when ``password`` is the one kept. With none kept it takes as long and is False."""
    decoy = _decoy(hasher)
    try:
        fits = hasher.verify(kept or decoy, _normal(password))
    except (VerificationError, InvalidHashError):
        return False
    return fits and kept is not None


def why_weak(password: str, known: tuple[str, ...] = ()) -> str | None:
    """A sentence on why the password won't do, or None. ``known``: name, e-mail and the like."""
    if len(password) < SHORTEST:
        return f"It needs at least {SHORTEST} characters; several words in a row are good."
    if len(password) > LONGEST:
        return f"It can have at most {LONGEST} characters."
    words = [part for text in known for part in (text, *text.replace("@", " ").split()) if part]
    # Its lists are large, and most processes never ask.
    from zxcvbn import zxcvbn

    found: dict[str, Any] = zxcvbn(password[:READ_BY_ZXCVBN], user_inputs=words)
    if found["score"] >= WEAKEST:
        return None
    advice = found["feedback"]
    said = [advice["warning"].rstrip("."), *(s.rstrip(".") for s in advice["suggestions"])]
    return ". ".join(["It is too easy to guess", *(s for s in said if s)]) + "."


@cache
def hasher_of_cost(
    time_cost: int = DEFAULT_TIME_COST,
    memory_cost: int = DEFAULT_MEMORY_COST,
    parallelism: int = DEFAULT_PARALLELISM,
) -> PasswordHasher:
    """One hasher for each cost: passes, KiB of memory, lanes."""
    return PasswordHasher(time_cost, memory_cost, parallelism)


@cache
def _decoy(hasher: PasswordHasher) -> str:
    """A hash of the same cost that no password is tried against in earnest."""
    return hasher.hash("nobody's password")


def _normal(password: str) -> str:
    """One spelling for letters that keyboards compose differently."""
    return unicodedata.normalize("NFKC", password)
