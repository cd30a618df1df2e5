"""The signed-in person of a request: a row in ``sign_in`` behind a token in the cookie."""

import uuid
from datetime import datetime, timedelta
from typing import cast

from flask import Flask, session
from flask_login import LoginManager, UserMixin, current_user, login_user, logout_user
from sqlalchemy import bindparam, or_, select
from sqlalchemy.orm import joinedload

from editorial.models.person import Person
from editorial.models.saving import reading, saving
from editorial.models.sign_in import IDLE, SignIn
from editorial.web.clock import now
from editorial.web.tokens import token_hash

SEEN_EVERY = timedelta(minutes=5)
# Asked at every request, so put together once.
_BEHIND = (
    select(SignIn, Person)
    .join(Person, Person.id == SignIn.person_id)
    .where(SignIn.token_hash == bindparam("token_hash"), SignIn.revoked_at.is_(None))
    .options(joinedload(Person.grants))
)


class SignedIn(UserMixin):  # type: ignore[misc]  # flask-login ships no types
    """A person at one browser; ``token`` is the secret that the cookie carries."""

    def __init__(self, token: str, person: Person, sign_in: SignIn) -> None:
        self.token, self.person, self.sign_in = token, person, sign_in
        self.person_id = person.id

    def get_id(self) -> str:
        """What flask-login keeps in the signed cookie."""
        return self.token


def person_here() -> Person:
    """The signed-in person. Only for views that need one."""
    return cast("SignedIn", current_user).person


def my_id() -> uuid.UUID:
    """Whose request this is; once a transaction has ended, without reading the person again."""
    return cast("SignedIn", current_user).person_id


def sign_in_here() -> SignIn:
    """The row of this browser's session."""
    return cast("SignedIn", current_user).sign_in


def is_signed_in() -> bool:
    """True when somebody is."""
    return bool(current_user.is_authenticated)


def keep_signed_in(token: str, person: Person, sign_in: SignIn) -> None:
    """Begin a new cookie for this browser; nothing of its old one is kept."""
    session.clear()
    login_user(SignedIn(token, person, sign_in))


def forget_signed_in() -> None:
    """Empty this browser's cookie."""
    logout_user()
    session.clear()


def load_signed_in(token: str) -> SignedIn | None:
    """The person behind a cookie's token, unless it was revoked, grew old or they have left."""
    row = reading().execute(_BEHIND, {"token_hash": token_hash(token)}).unique().one_or_none()
    if row is None:
        return None
    sign_in, person = row
    at = now()
    if not person.active or sign_in.seen_at < at - IDLE:
        return None
    if sign_in.seen_at < at - SEEN_EVERY:
        _note_seen(sign_in, at)
    return SignedIn(token, person, sign_in)


def left_here() -> Person | None:
    """Whose browser this was until they were deactivated: they are let in nowhere, but what it
    still sends is known to be theirs."""
    token = session.get("_user_id")
    if not isinstance(token, str):
        return None
    found = reading().execute(
        select(Person)
        .join(SignIn, SignIn.person_id == Person.id)
        .where(
            SignIn.token_hash == token_hash(token),
            Person.deactivated_at.is_not(None),
            # Not one that they or an administrator had ended before, of a lost device say.
            or_(SignIn.revoked_at.is_(None), SignIn.revoked_at >= Person.deactivated_at),
            SignIn.seen_at >= now() - IDLE,
        )
    )
    return found.scalar_one_or_none()


def _note_seen(sign_in: SignIn, at: datetime) -> None:
    with saving() as session:
        session.get_one(SignIn, sign_in.id).seen_at = at


def open_signing_in(app: Flask) -> None:
    """Teach the app to know its people."""
    manager = LoginManager()
    manager.session_protection = None  # an address that changes on the road is no theft
    manager.user_loader(load_signed_in)
    manager.init_app(app)
