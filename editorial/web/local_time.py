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


# Beyond these, the clocks of some place show no year that a date can have.
FIRST_YEAR, LAST_YEAR = 1900, 9000


def instant(local: datetime, zone: ZoneInfo, *, later: bool = False) -> datetime | None:
    """In UTC; None where the clocks never show that time, in the gap when they are put forward or
    in no year of ours.

    When they are put back they show an hour twice: the first is meant, or the ``later`` one.
    """
    if not FIRST_YEAR <= local.year <= LAST_YEAR:
        return None
    found = local.replace(tzinfo=zone, fold=int(later)).astimezone(UTC)
    return found if found.astimezone(zone).replace(tzinfo=None) == local else None
