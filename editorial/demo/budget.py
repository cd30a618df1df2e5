"""The Meridian Wire's day: who was asked for what, and what has to be ready when."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.budget import commands
from editorial.models.assignment import Answer
from editorial.models.desk import Desk
from editorial.models.dispatch import Dispatch
from editorial.models.person import Person
from editorial.pipeline.write import label


@dataclass(frozen=True, slots=True)
class Sample:
    """``hours`` from now until it is due; ``answer`` and ``reason`` of whoever was asked."""

    desk: str
    editor: str
    who: str | None
    slugline: str
    what: str
    place: str
    hours: float
    answer: Answer = Answer.OPEN
    brief: str = ""
    reason: str = ""
    urgency: int = 5


ASSIGNMENTS = (
    Sample(
        "Politics",
        "ana",
        "mira",
        "budget-vote",
        "Parliament votes on the budget",
        "PORT VESNA",
        3,
        Answer.ACCEPTED,
        "Both whips on the record; the count by party.",
        urgency=2,
    ),
    Sample(
        "Politics",
        "ana",
        "mira",
        "court-ferry",
        "Court hears the ferry owners",
        "PORT VESNA",
        -2,
        Answer.ACCEPTED,
        "Only if the judge rules today.",
    ),
    Sample(
        "Politics",
        "ana",
        None,
        "youth-council",
        "Youth council meets for the first time",
        "HALDEN",
        26,
    ),
    Sample(
        "Economy",
        "omar",
        "teo",
        "grain-prices",
        "Grain prices after the frost",
        "TARN",
        4,
        Answer.ACCEPTED,
        "A farmer, a miller, a baker.",
    ),
    Sample(
        "Economy", "omar", "teo", "dock-wages", "Dockers and owners talk wages", "PORT VESNA", 6
    ),
    Sample(
        "Region",
        "ana",
        "teo",
        "strait-pilots",
        "Pilots of the strait threaten to stop work",
        "SUND",
        5,
        Answer.DECLINED,
        reason="I am in Tarn until tomorrow; Mira is nearer.",
        urgency=3,
    ),
    Sample(
        "Region",
        "ana",
        "mira",
        "island-school",
        "The school on the last island",
        "OSTRAVA ISLAND",
        30,
        Answer.ACCEPTED,
        "A quiet one. Two voices, no minister.",
    ),
)
# Stories at hand that have to be ready by an hour.
DEADLINES = {
    "flood-numbers": 0.75,
    "bridge-resignation": 2,
    "cabinet-reshuffle": -0.5,
    "flood-relief": 4,
}


def plan(
    session: Session, desks: dict[str, Desk], people: dict[str, Person], now: datetime
) -> None:
    """Assign, answer, and set the deadlines."""
    for sample in ASSIGNMENTS:
        asked = now - timedelta(hours=5)
        due = (now + timedelta(hours=sample.hours)).replace(minute=0, second=0)
        person = None if sample.who is None else people[sample.who]
        wanted = commands.Plan(
            slugline=sample.slugline,
            what=sample.what,
            due_at=due,
            person_id=None if person is None else person.id,
            brief=sample.brief,
            place=sample.place,
            urgency=sample.urgency,
        )
        desk, editor = desks[sample.desk], people[sample.editor]
        made = commands.assign(session, editor, desk.id, wanted, asked)
        if person is not None and sample.answer is not Answer.OPEN:
            commands.answer(session, person, made.id, sample.answer, sample.reason, asked)
    for slugline, hours in DEADLINES.items():
        for dispatch in session.scalars(select(Dispatch).where(Dispatch.slugline == slugline)):
            label(session, dispatch, deadline_at=now + timedelta(hours=hours))
