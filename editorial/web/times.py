"""Times as people read them: relative beside, absolute in the reader's zone."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_datetime, format_timedelta
from flask import Flask

from editorial.web.clock import now
from editorial.web.signed_in import is_signed_in, person_here


def set_time_filters(app: Flask) -> None:
    """``ago``, ``moment``, ``day`` and ``iso`` for templates."""
    app.add_template_filter(ago, "ago")
    app.add_template_filter(moment, "moment")
    app.add_template_filter(day, "day")
    app.add_template_filter(iso, "iso")


def zone_here() -> ZoneInfo:
    """The signed-in person's zone; UTC for readers."""
    return zone(person_here().timezone) if is_signed_in() else ZoneInfo("UTC")


def zone(name: str) -> ZoneInfo:
    """A zone by name; UTC for one that nobody knows."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")


def ago(at: datetime, language: str = "en") -> str:
    """“5 minutes ago”."""
    return format_timedelta(at - now(), add_direction=True, locale=_locale(language))


def moment(at: datetime, language: str = "en") -> str:
    """Date, time and zone, as the reader's clock shows it."""
    local = at.astimezone(zone_here())
    text = format_datetime(local, "d MMMM y, HH:mm", locale=_locale(language))
    return f"{text} {local.tzname()}"


def day(value: date, language: str = "en") -> str:
    """“29 November 2026”."""
    return format_date(value, "d MMMM y", locale=_locale(language))


def iso(at: datetime) -> str:
    """For ``<time datetime>``."""
    return at.astimezone(UTC).isoformat(timespec="seconds")


def _locale(language: str) -> str:
    """Babel's name for a BCP 47 tag; English where it has none."""
    try:
        return str(Locale.parse(language, sep="-"))
    except (UnknownLocaleError, ValueError):
        return "en"
