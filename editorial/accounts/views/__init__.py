"""The slice's views, by noun; importing them hangs them on the blueprint."""

from editorial.accounts.blueprint import bp
from editorial.accounts.views import (
    devices,
    found,
    password,
    profile,
    second_factor,
    sign_in,
    sign_ins,
)

__all__ = ["bp", "devices", "found", "password", "profile", "second_factor", "sign_in", "sign_ins"]
