"""The slice's views, by noun; importing them hangs them on the blueprint."""

from editorial.admin.blueprint import bp
from editorial.admin.views import desks, gates, look, mirrors, people, person, settings

__all__ = ["bp", "desks", "gates", "look", "mirrors", "people", "person", "settings"]
