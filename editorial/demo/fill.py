"""Filling an empty newsroom with the Meridian Wire, act by act, in the order of their hours."""

import uuid
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.accounts.password import hasher_of_cost, keep_password
from editorial.demo import abroad, economy, politics, region
from editorial.demo.budget import plan
from editorial.demo.gates import switch
from editorial.demo.past import Past
from editorial.demo.people import AGENCY, DESKS, PASSWORD, PEOPLE, TAGLINE
from editorial.demo.story import Story
from editorial.models.desk import Desk
from editorial.models.grant import Grant
from editorial.models.person import Person
from editorial.models.saving import saving
from editorial.models.setting import Setting

STORIES = (*politics.STORIES, *economy.STORIES, *region.STORIES, *abroad.STORIES)


def fill(stories: Sequence[Story] = STORIES) -> None:
    """Fill the newsroom unless somebody is there already. All of it or nothing."""
    with saving() as session:
        now = datetime.now(UTC).replace(microsecond=0)
        found = _found(session, now - timedelta(days=4))
        if found is None:
            return
        desks, people = found
        switch(session, desks, people, now - timedelta(days=4))
        steps = [
            step
            for story in stories
            for step in Past(story, uuid.uuid4(), people, desks, now).steps()
        ]
        for step in sorted(steps, key=lambda step: step.at):
            step.do(session, step.at)
        plan(session, desks, people, now)


def fill_people() -> None:
    """The agency's people and desks, and no story."""
    with saving() as session:
        _found(session, datetime.now(UTC))


def _found(session: Session, began: datetime) -> tuple[dict[str, Desk], dict[str, Person]] | None:
    if session.scalars(select(Person).limit(1)).first() is not None:
        return None
    desks = _desks(session)
    people = _people(session, desks, began, keep_password(hasher_of_cost(), PASSWORD))
    session.add_all(
        [
            Setting(key="agency.name", value=AGENCY),
            Setting(key="agency.tagline", value=TAGLINE),
        ]
    )
    session.flush()
    return desks, people


def people_to_sign_in(address: str, folder: Path) -> str:
    """How to sign in as each person, as text for the console."""
    lines = [f"  {one.email:<24} {one.what}" for one in PEOPLE.values()]
    return "\n".join(
        [
            "",
            f"  {AGENCY}, an invented news agency, is at work.",
            f"  Website   {address}/",
            f"  Newsroom  {address}/sign-in",
            "",
            *lines,
            f"  Everybody's password: {PASSWORD}",
            "",
            f"  Ctrl+C ends it; what you did is kept in {folder}.",
        ]
    )


def _desks(session: Session) -> dict[str, Desk]:
    desks = {
        name: Desk(id=uuid.uuid4(), name=name, slug=name.lower(), description=text, position=place)
        for place, (name, text) in enumerate(DESKS.items())
    }
    session.add_all(desks.values())
    session.flush()
    return desks


def _people(
    session: Session, desks: dict[str, Desk], began: datetime, password_hash: str
) -> dict[str, Person]:
    people = {}
    for key, sample in PEOPLE.items():
        person = Person(
            id=uuid.uuid4(),
            name=sample.name,
            email=sample.email,
            initials=sample.initials,
            timezone=sample.timezone,
            password_hash=password_hash,
            created_at=began,
        )
        person.grants = [
            Grant(
                person_id=person.id,
                desk_id=desks[desk].id if desk else None,
                role=role,
                granted_at=began,
            )
            for desk, roles in sample.roles.items()
            for role in roles
        ]
        session.add(person)
        people[key] = person
    return people
