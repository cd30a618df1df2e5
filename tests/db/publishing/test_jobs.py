"""The hour of a scheduled dispatch, on real databases."""

import uuid

import pytest
from sqlalchemy import func, select, text

from editorial.ledger.verify import verify
from editorial.models.grant import Grant
from editorial.models.job import Job
from editorial.models.log_entry import LogEntry
from editorial.models.person import Person
from editorial.models.publication import Publication
from editorial.models.saving import saving
from editorial.pipeline.matter import Hour
from editorial.pipeline.overdue import PUBLISH_DUE, why_overdue
from editorial.pipeline.refusal import Refused
from editorial.publishing import queries
from editorial.publishing.jobs import publish_due
from editorial.worker import do_one
from editorial.workflow.words import Action, Live, State
from tests.newsroom import Newsroom
from tests.web.review.harbour import Desk


@pytest.fixture
def desk(newsroom: Newsroom) -> Desk:
    return Desk(newsroom)


def work(desk: Desk) -> None:
    """Let the worker do all that is due."""
    with desk.room.app.app_context():
        while do_one(desk.room.app):
            pass


def run(desk: Desk, dispatch: uuid.UUID) -> None:
    details = {"dispatch": str(dispatch), "by": str(desk.publisher.id)}
    publish_due(details, desk.room.time)


def test_it_goes_live_at_its_hour_as_the_one_who_scheduled_it(desk: Desk) -> None:
    dispatch = desk.scheduled(minutes=10)
    desk.room.later(minutes=10)
    work(desk)
    row = desk.room.get(dispatch)
    assert (row.state, row.live, row.publish_at) == (State.DONE, Live.REVISION, None)
    session = desk.room.read()
    assert session.scalars(select(Publication)).one().published_at == desk.room.time
    assert verify(session).fault is None


def test_an_approval_that_falls_takes_the_hour_with_an_alarm(desk: Desk) -> None:
    dispatch = desk.scheduled(minutes=10)
    desk.room.attach(dispatch, desk.author, "MINISTER:  It rained.")
    row = desk.room.get(dispatch)
    assert (row.state, row.publish_at) == (State.FILED, None)
    assert row.missed_at is not None
    [waiting] = queries.queue(desk.room.read(), desk.publisher, desk.room.time).scheduled
    assert waiting.late
    assert "approval is void" in (waiting.why_late or "")
    session = desk.room.read()
    assert waiting.hour_lost
    assert session.scalar(select(func.count()).where(LogEntry.action == "lose_schedule")) == 1
    assert session.scalar(select(func.count()).where(Job.name == "schedule_missed")) == 1
    work(desk)
    assert verify(desk.room.read()).fault is None


def test_an_hour_that_is_refused_raises_one_alarm_however_often_it_is_tried(desk: Desk) -> None:
    dispatch = desk.scheduled(minutes=10)
    with saving() as session:
        session.execute(text("UPDATE approval SET evidence_digest = 'other'"))
    desk.room.later(minutes=10)
    for _ in range(2):
        with pytest.raises(Refused):
            run(desk, dispatch)
    session = desk.room.read()
    assert session.scalar(select(func.count()).where(LogEntry.action == "miss_schedule")) == 1
    assert verify(session).fault is None


def test_it_never_goes_live_a_second_early(desk: Desk) -> None:
    dispatch = desk.scheduled(minutes=10)
    desk.room.later(minutes=9, seconds=59)
    work(desk)
    # Even a worker that is called too soon looks at the hour in the database.
    run(desk, dispatch)
    assert desk.room.get(dispatch).live is Live.NOTHING
    desk.room.later(seconds=1)
    run(desk, dispatch)
    assert desk.room.get(dispatch).live is Live.REVISION


def test_the_job_of_an_earlier_schedule_leaves_a_later_one_alone(desk: Desk) -> None:
    dispatch = desk.scheduled(minutes=10)
    desk.room.act(desk.publisher, Action.UNSCHEDULE, dispatch)
    later = desk.room.time.replace(hour=20)
    desk.room.act(desk.publisher, Action.SCHEDULE, dispatch, matter=Hour(later))
    desk.room.later(minutes=11)
    work(desk)
    assert desk.room.get(dispatch).state is State.SCHEDULED
    desk.room.time = later
    work(desk)
    assert desk.room.get(dispatch).state is State.DONE


def test_what_was_taken_off_the_schedule_is_left_to_itself(desk: Desk) -> None:
    dispatch = desk.scheduled(minutes=10)
    desk.room.act(desk.publisher, Action.UNSCHEDULE, dispatch)
    desk.room.later(minutes=11)
    work(desk)
    assert desk.room.get(dispatch).state is State.APPROVED
    jobs = desk.room.read().scalars(select(Job).where(Job.name == PUBLISH_DUE)).all()
    assert all(job.done_at is not None for job in jobs)


def test_done_again_after_a_crash_it_publishes_nothing_twice(desk: Desk) -> None:
    dispatch = desk.scheduled(minutes=10)
    desk.room.later(minutes=10)
    run(desk, dispatch)
    run(desk, dispatch)
    assert len(desk.room.read().scalars(select(Publication)).all()) == 1


def test_a_refusal_is_kept_in_the_job_and_the_dispatch_stays_scheduled(desk: Desk) -> None:
    dispatch = desk.scheduled(minutes=10)
    with saving() as session:
        for grant in session.scalars(select(Grant).where(Grant.person_id == desk.publisher.id)):
            session.delete(grant)
    desk.room.later(minutes=12)
    work(desk)
    row = desk.room.get(dispatch)
    assert (row.state, row.live) == (State.SCHEDULED, Live.NOTHING)
    reason = why_overdue(desk.room.read(), [dispatch])[dispatch]
    assert reason.startswith("Tom Roe, who scheduled it, is no longer on this desk")
    assert why_overdue(desk.room.read(), [uuid.uuid4()]) == {}


def test_it_is_weighed_again_at_its_hour(desk: Desk) -> None:
    dispatch = desk.scheduled(minutes=10)
    with saving() as session:
        session.execute(text("UPDATE approval SET evidence_digest = :none"), {"none": "0" * 64})
    desk.room.later(minutes=10)
    with pytest.raises(Refused, match="must be approved again"):
        run(desk, dispatch)
    assert desk.room.get(dispatch).live is Live.NOTHING


def test_the_queue_shows_what_waits_what_is_late_and_what_went_live(desk: Desk) -> None:
    approved, late = desk.approved(), desk.scheduled(minutes=10)
    live = desk.approved()
    desk.room.act(desk.publisher, Action.PUBLISH, live)
    desk.room.later(minutes=12)
    session = desk.room.read()
    person = session.get_one(Person, desk.publisher.id)
    queue = queries.queue(session, person, desk.room.time)
    assert [one.id for one in queue.approved] == [approved]
    assert [(one.id, one.late, one.approved_by) for one in queue.scheduled] == [
        (late, True, "Eda Lund")
    ]
    assert [one.dispatch_id for one in queue.published] == [live]


def test_a_publisher_of_another_desk_sees_none_of_it(desk: Desk) -> None:
    desk.approved()
    session = desk.room.read()
    person = session.get_one(Person, desk.stranger.id)
    queue = queries.queue(session, person, desk.room.time)
    assert (queue.approved, queue.scheduled, queue.published) == ((), (), ())
