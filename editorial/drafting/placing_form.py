"""Desk and embargo: the part of a dispatch's form that is no text."""

import uuid
from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from wtforms import DateTimeLocalField, Field, SelectField
from wtforms.validators import Optional, ValidationError

from editorial.drafting.draft import Placing
from editorial.models.desk import Desk
from editorial.web.forms import ActForm
from editorial.web.local_time import instant, zones

WRITTEN_AS = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"]


class PlacingForm(ActForm):
    """Where a dispatch belongs, and until when it is not public."""

    desk = SelectField("Desk")
    embargo_at = DateTimeLocalField("Embargo until", [Optional()], format=WRITTEN_AS)
    # Looked up below: building five hundred choices for each save costs more than saving a line.
    embargo_zone = SelectField(
        "By the clocks of", choices=[(name, name) for name in zones()], validate_choice=False
    )

    def offer(self, desks: Sequence[Desk], here: Desk | None, zone: str) -> None:
        """The desks to choose from (with the one it is on), and the zone assumed."""
        choices = {str(desk.id): desk.name for desk in desks}
        if here is not None:
            choices.setdefault(str(here.id), here.name)
            # A page without a link may not know where it is: there it stays.
            self.desk.data = self.desk.data or str(here.id)
        self.desk.choices = list(choices.items())
        if self.embargo_zone.data is None:
            self.embargo_zone.data = zone if zone in zones() else "UTC"

    def validate_embargo_zone(self, field: Field) -> None:
        """One of the zones offered."""
        if field.data not in zones():
            raise ValidationError("Not a valid choice.")

    def validate_embargo_at(self, field: Field) -> None:
        """A time that the clocks there show."""
        zone = self.embargo_zone.data
        if field.data and zone in zones() and self._embargo(field.data) is None:
            raise ValidationError("The clocks there never show this time; name another.")

    def placing(self, standing: Placing | None) -> Placing:
        """What was chosen; ``standing`` is where the dispatch is."""
        desk_id = uuid.UUID(self.desk.data)
        chosen, zone = self.embargo_at.data, self.embargo_zone.data
        if not chosen:
            return Placing(desk_id)
        # The field shows no seconds: what was not touched stays exactly as it is.
        if standing and standing.embargo_zone == zone and local(standing) == chosen:
            return Placing(desk_id, standing.embargo_at, zone)
        return Placing(desk_id, self._embargo(chosen), zone)

    def _embargo(self, chosen: datetime) -> datetime | None:
        """An hour that the clocks show twice ends the second time: an embargo must hold."""
        return instant(chosen, ZoneInfo(self.embargo_zone.data), later=True)


def local(placing: Placing) -> datetime | None:
    """The embargo as the field shows it."""
    if placing.embargo_at is None:
        return None
    zone = ZoneInfo(placing.embargo_zone if placing.embargo_zone in zones() else "UTC")
    return placing.embargo_at.astimezone(zone).replace(tzinfo=None, second=0, microsecond=0)
