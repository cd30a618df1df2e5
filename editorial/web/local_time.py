"""Times that people type: a date and an hour by the clocks of a place."""

from datetime import UTC, datetime
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

NO_PLACES = ("Etc/", "SystemV/", "posix/", "right/")


@cache
def zones() -> tuple[str, ...]:
    """The zones of places, and UTC."""
    places = (name for name in available_timezones() if "/" in name)
    return ("UTC", *sorted(name for name in places if not name.startswith(NO_PLACES)))


def instant(local: datetime, zone: ZoneInfo, *, later: bool = False) -> datetime | None:
    """In UTC; None where the clocks never show that time, in the gap when they are put forward.

    When they are put back they show an hour twice: the first is meant, or the ``later`` one.
    """
    found = local.replace(tzinfo=zone, fold=int(later)).astimezone(UTC)
    return found if found.astimezone(zone).replace(tzinfo=None) == local else None
