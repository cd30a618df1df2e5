"""Times as people read them: relative beside, absolute in the reader's zone."""

from datetime import UTC, date, datetime, time
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton, format_timedelta
from flask import Flask, g

from editorial.web.clock import now
from editorial.web.signed_in import is_signed_in, person_here

READERS_ZONE = ZoneInfo("UTC")
A_MINUTE = 60


def set_time_filters(app: Flask) -> None:
    """``ago``, ``moment``, ``hour``, ``day``, ``dateline_day`` and ``iso`` for templates."""
    app.add_template_filter(ago, "ago")
    app.add_template_filter(moment, "moment")
    app.add_template_filter(hour, "hour")
    app.add_template_filter(day, "day")
    app.add_template_filter(dateline_day, "dateline_day")
    app.add_template_filter(iso, "iso")


def zone_here() -> ZoneInfo:
    """The zone of this page: one it was given, else the signed-in person's, else the readers'."""
    given: ZoneInfo | None = g.get("zone")
    if given is not None:
        return given
    if "own_zone" not in g:
        g.own_zone = zone(person_here().timezone) if is_signed_in() else READERS_ZONE
    own: ZoneInfo = g.own_zone
    return own


def show_times_in(wanted: ZoneInfo) -> None:
    """Show the times of this page in ``wanted``, whoever looks."""
    g.zone = wanted


def zone(name: str) -> ZoneInfo:
    """A zone by name; UTC for one that nobody knows."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")


def ago(at: datetime, language: str = "en") -> str:
    """“5 minutes ago”."""
    seconds = int((at - now()).total_seconds())
    if abs(seconds) >= A_MINUTE:
        # To the minute, so that a page full of them meets the same ones again and again.
        seconds = int(seconds / A_MINUTE) * A_MINUTE
    return _ago(seconds, language)


@lru_cache(maxsize=2048)
def _ago(seconds: int, language: str) -> str:
    return format_timedelta(seconds, add_direction=True, locale=_locale(language))


def moment(at: datetime, language: str = "en") -> str:
    """Date, time and zone, as the reader's clock shows it."""
    local = at.astimezone(zone_here())
    return f"{day(local.date(), language)}, {local:%H:%M} {local.tzname()}"


def hour(at: datetime, language: str = "en") -> str:
    """“14:30” for today, “29 November, 14:30” for any other day, by the reader's clock."""
    local = at.astimezone(zone_here())
    if local.date() == now().astimezone(zone_here()).date():
        return f"{local:%H:%M}"
    return f"{dateline_day(local.date(), language)}, {local:%H:%M}"


@lru_cache(maxsize=512)
def day(value: date, language: str = "en") -> str:
    """“29 November 2026”."""
    return format_date(value, "long", locale=_locale(language))


@lru_cache(maxsize=512)
def dateline_day(value: date, language: str = "en") -> str:
    """“29 November”: a dateline's year goes without saying."""
    at = datetime.combine(value, time(), UTC)
    return format_skeleton("MMMMd", at, locale=_locale(language))


def iso(at: datetime) -> str:
    """For ``<time datetime>``."""
    return at.astimezone(UTC).isoformat(timespec="seconds")


@lru_cache(maxsize=512)
def _locale(language: str) -> str:
    """Babel's name for a BCP 47 tag; English, with the day before the month, where it has none."""
    try:
        known = str(Locale.parse(language, sep="-"))
    except (UnknownLocaleError, ValueError):
        known = "en"
    return "en_GB" if known == "en" else known
