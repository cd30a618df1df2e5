"""The time of a request; an app in a test may carry a clock of its own."""

from datetime import UTC, datetime

from flask import current_app


def now() -> datetime:
    """The present instant, in UTC."""
    clock = current_app.config.get("CLOCK")
    return clock() if clock is not None else datetime.now(UTC)
