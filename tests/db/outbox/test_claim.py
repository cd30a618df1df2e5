"""Jobs whose worker does not come back."""

from concurrent.futures import ThreadPoolExecutor, wait

from sqlalchemy import select

from editorial.models.database import db
from editorial.models.job import Job
from editorial.models.saving import saving
from editorial.outbox.claim import HOLD, MOST_ATTEMPTS, claim
from editorial.outbox.put import put, put_again
from tests.newsroom import Newsroom

MOMENT = 0.5


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


def test_what_is_put_again_while_a_worker_takes_the_row_is_done_after_it(
    newsroom: Newsroom,
) -> None:
    def put_it() -> None:
        with newsroom.app.app_context():
            with saving() as session:
                put_again(session, "count", {}, newsroom.time, key="count:1")
            db.session.remove()

    put_it()
    with ThreadPoolExecutor(1) as pool:
        with saving() as session:
            assert claim(session, newsroom.time) is not None
            session.flush()
            second = pool.submit(put_it)
            # It waits for the worker's transaction, which ends only now.
            wait([second], timeout=MOMENT)
        second.result(timeout=30)
    keys = newsroom.read().scalars(select(Job.dedupe_key).order_by(Job.dedupe_key))
    assert list(keys) == ["count:1", "count:1:next"]
