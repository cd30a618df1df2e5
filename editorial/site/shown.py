"""Which stories a page shows, noted while it is rendered."""

import uuid
from contextvars import ContextVar

_shown: ContextVar[set[uuid.UUID] | None] = ContextVar("stories shown", default=None)


def begin() -> None:
    """A new page."""
    _shown.set(set())


def show(dispatch_id: uuid.UUID) -> None:
    """The page that is being rendered shows something of this story."""
    stories = _shown.get()
    if stories is not None:
        stories.add(dispatch_id)


def stories_shown() -> frozenset[uuid.UUID]:
    """All of them, so far."""
    return frozenset(_shown.get() or ())
