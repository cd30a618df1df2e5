"""A place: one box of the table of roles."""

import uuid
from dataclasses import dataclass

from editorial.models.person import Person
from editorial.workflow.words import Role

HOUSE = "the house"


@dataclass(frozen=True, slots=True)
class Place:
    """A role on a desk; the administrator's belongs to none."""

    desk_id: uuid.UUID | None
    role: Role

    @property
    def key(self) -> str:
        """How a form names it."""
        return f"{self.desk_id or ''}:{self.role.value}"


ADMINISTRATOR = Place(None, Role.ADMINISTRATOR)


def places_of(person: Person) -> frozenset[Place]:
    """What the person holds."""
    return frozenset(Place(grant.desk_id, grant.role) for grant in person.grants)
