"""The budget's pages."""

from editorial.budget.blueprint import bp
from editorial.budget.views import assignment, calendar, show  # noqa: F401  (they add their routes)

__all__ = ["bp"]
