"""The Politics desk has legal read whatever rests on officials without a name."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy.orm import Session

from editorial.admin.commands.gates import switch_gates
from editorial.models.desk import Desk
from editorial.models.person import Person
from editorial.workflow.gates import Switch, When
from editorial.workflow.words import Gate

LEGAL = Switch(When.SOME, keywords=("officials say", "libel"))


def switch(
    session: Session, desks: Mapping[str, Desk], people: Mapping[str, Person], at: datetime
) -> None:
    """By the administrator, before the sample's first story."""
    switch_gates(session, people["ada"], desks["Politics"].id, {Gate.LEGAL: LEGAL}, at)
