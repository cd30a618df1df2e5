"""Reading the desk and the embargo that a device sends with a filing."""

import uuid
from typing import Any

from sqlalchemy.orm import Session
from werkzeug.datastructures import MultiDict

from editorial.document.validate import InvalidDocument
from editorial.drafting import queries
from editorial.drafting.chosen import Chosen
from editorial.drafting.placing_form import PlacingForm
from editorial.models.desk import Desk
from editorial.models.person import Person

NAMES = ("desk", "embargo_at", "embargo_zone", "shown")


def chosen_in(
    session: Session, person: Person, dispatch_id: uuid.UUID, value: object
) -> Chosen | None:
    """None where nothing was chosen. Raises NotThere or InvalidDocument."""
    if value is None:
        return None
    if not isinstance(value, dict) or not all(isinstance(value.get(name), str) for name in NAMES):
        raise InvalidDocument("The filing did not arrive whole; it is sent again.")
    given: MultiDict[str, Any] = MultiDict({name: value[name] for name in NAMES})
    standing = queries.placing(session, person, dispatch_id)
    form = PlacingForm(given, meta={"csrf": False})
    here = session.get_one(Desk, standing.desk_id)
    form.offer(queries.writing_desks(session, person), here, person.timezone)
    until = value["embargo_at"].replace("T", " ")
    words = f"embargo until {until}, {value['embargo_zone']}" if until else "no embargo"
    if not form.validate():
        return Chosen(None, words, why=" ".join(one for field in form for one in field.errors))
    return Chosen(form.placing(standing), words, value["shown"])
