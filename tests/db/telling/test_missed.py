"""An hour that was not kept: told at once to those who can do something about it."""

import pytest
from sqlalchemy import select, text

from editorial.models.delivery import Delivery, Outcome
from editorial.models.desk_hook import HookKind
from editorial.models.job import Job
from editorial.models.message import Message
from editorial.models.person import Person
from editorial.models.saving import saving
from editorial.models.telling import Rhythm
from editorial.pipeline.refusal import Refused
from editorial.publishing.jobs import publish_due
from editorial.telling import commands, jobs
from editorial.telling.choices import BOXES
from editorial.telling.told import line_of
from editorial.workflow.events import HOOKED, Channel, Event
from editorial.workflow.words import Action, Role
from tests.newsroom import Newsroom
from tests.web.review.harbour import Desk


def test_it_reaches_the_desk_by_every_way_and_waits_for_no_digest(
    sqlite_newsroom: Newsroom,
) -> None:
    desk, room = Desk(sqlite_newsroom), sqlite_newsroom
    admin = room.person("Ada Root", Role.ADMINISTRATOR)
    with saving() as session:
        commands.choose(session, desk.second.id, BOXES, Rhythm.DAILY, 8)
        actor = session.get_one(Person, admin.id)
        url = "https://hooks.example/desk"
        commands.set_hook(session, actor, room.desk(), HookKind.JSON, url, HOOKED, room.time)
    dispatch = desk.scheduled(minutes=10)
    with saving() as session:
        session.execute(text("UPDATE approval SET evidence_digest = 'other'"))
    room.later(minutes=10)
    with pytest.raises(Refused):
        publish_due({"dispatch": str(dispatch), "by": str(desk.publisher.id)}, room.time)
    [job] = [
        job
        for job in room.read().scalars(select(Job).where(Job.name == "tell"))
        if job.details["event"] == "missed"
    ]
    for _ in range(2):
        jobs.tell(job.details, room.time)
    session = room.read()
    rows = session.scalars(select(Delivery).where(Delivery.event == Event.MISSED)).all()
    people = {"Eda Lund", "Omar Dale", "Tom Roe"}
    assert sorted((row.person.name if row.person else "", row.channel) for row in rows) == sorted(
        [("", Channel.HOOK), *((n, way) for n in people for way in (Channel.MAIL, Channel.PAGE))]
    )
    assert {row.held_until for row in rows} == {None}
    message = session.scalars(select(Message).where(Message.event == Event.MISSED)).first()
    assert message is not None
    line = line_of(session, message, room.get(dispatch))
    assert "could not publish rain-capital at its hour" in line.sentence
    assert line.reason

    mail = next(row.id for row in rows if row.channel is Channel.MAIL)
    room.act(desk.publisher, Action.UNSCHEDULE, dispatch)
    jobs.deliver({"delivery": str(mail)}, room.time)
    row = room.read().get_one(Delivery, mail)
    assert (row.outcome, row.error) == (Outcome.DROPPED, "Someone has seen to it meanwhile.")
