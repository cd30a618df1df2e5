"""Jobs whose worker does not come back."""

from sqlalchemy import select

from editorial.models.job import Job
from editorial.models.saving import saving
from editorial.outbox.claim import HOLD, MOST_ATTEMPTS, claim
from editorial.outbox.put import put
from tests.newsroom import Newsroom


def taken(room: Newsroom) -> bool:
    with saving() as session:
        return claim(session, room.time) is not None


def test_a_job_whose_worker_died_is_done_again_once_its_hold_is_over(newsroom: Newsroom) -> None:
    with saving() as session:
        put(session, "mail", {}, newsroom.time)
    assert taken(newsroom)
    assert not taken(newsroom)
    newsroom.later(seconds=HOLD.total_seconds() + 1)
    assert taken(newsroom)


def test_a_job_that_ends_every_worker_is_given_up_where_it_can_be_seen(newsroom: Newsroom) -> None:
    with saving() as session:
        put(session, "mail", {}, newsroom.time)
    for _ in range(MOST_ATTEMPTS):
        assert taken(newsroom)
        newsroom.later(seconds=HOLD.total_seconds() + 1)
    assert not taken(newsroom)
    job = newsroom.read().scalars(select(Job)).one()
    assert job.given_up_at == newsroom.time
    assert "worker ended" in job.last_error
