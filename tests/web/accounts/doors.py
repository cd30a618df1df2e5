"""People who can sign in, for the tests of the doors."""

from datetime import datetime
from typing import Any

import pyotp

from editorial.accounts.password import hasher_of_cost
from editorial.models.person import Person
from editorial.workflow.words import Role
from tests.newsroom import CHEAP, Newsroom

PASSWORD = "seven herons over the harbour"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def someone(room: Newsroom, name: str = "Mira Sol", *roles: Role, **fields: Any) -> Person:
    """A person with the password of these tests."""
    kept = hasher_of_cost(**CHEAP).hash(PASSWORD)
    return room.person(name, *(roles or (Role.EDITOR,)), password_hash=kept, **fields)


def with_second_factor(room: Newsroom, name: str = "Mira Sol", *roles: Role) -> Person:
    """The same with a second factor set up."""
    return someone(room, name, *roles, totp_secret=SECRET, totp_confirmed_at=room.time)


def code_at(at: datetime) -> str:
    """What the app shows then."""
    return pyotp.TOTP(SECRET).at(at)
