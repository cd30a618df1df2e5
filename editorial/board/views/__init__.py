"""The board's pages."""

from editorial.board.blueprint import bp
from editorial.board.views import act, here, kept, many, show, stuck  # noqa: F401  (they add their routes)

__all__ = ["bp"]
