"""Times typed by the clocks of a place."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from editorial.web.local_time import instant, zones

BERLIN = ZoneInfo("Europe/Berlin")


def local(text: str) -> datetime:
    return datetime.fromisoformat(text)


def test_a_time_is_meant_in_its_zone() -> None:
    found = instant(local("2026-11-20T09:00"), ZoneInfo("Asia/Baku"))
    assert found is not None
    assert found.isoformat() == "2026-11-20T05:00:00+00:00"


def test_a_time_that_the_clocks_skip_is_none() -> None:
    assert instant(local("2026-03-29T02:30"), BERLIN) is None
    assert instant(local("2026-03-29T02:30"), BERLIN, later=True) is None


def test_a_time_shown_twice_is_the_first_or_the_later_one() -> None:
    first = instant(local("2026-10-25T02:30"), BERLIN)
    second = instant(local("2026-10-25T02:30"), BERLIN, later=True)
    assert first is not None
    assert second is not None
    assert (second - first).total_seconds() == 3600


def test_zones_are_places_and_utc() -> None:
    assert zones()[0] == "UTC"
    assert {"Asia/Baku", "Europe/Kyiv"} <= set(zones())
    assert not [name for name in zones() if name.startswith(("Etc/", "posix/"))]


@pytest.mark.parametrize("text", ["0001-01-01T00:00", "9999-12-31T23:59"])
@pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/New_York"])
def test_a_year_that_not_every_clock_can_show_is_none(text: str, zone: str) -> None:
    assert instant(local(text), ZoneInfo(zone)) is None
