"""The slice's views, by noun; importing them hangs them on the blueprint."""

from editorial.accounts.blueprint import bp
from editorial.accounts.views import found, password, profile, second_factor, sign_in, sign_ins

__all__ = ["bp", "found", "password", "profile", "second_factor", "sign_in", "sign_ins"]
