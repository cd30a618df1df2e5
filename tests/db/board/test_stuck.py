"""How long stories stay where they are, by week, on both databases."""

from datetime import timedelta

import pytest

from editorial.board.stuck import Figure, Waiting, time_in_states, waiting_now, weeks_until
from editorial.models.saving import saving
from editorial.models.stay import Stay
from editorial.workflow.words import Action, State
from tests.db.board.desk import Desk
from tests.newsroom import Newsroom


@pytest.fixture
def desk(newsroom: Newsroom) -> Desk:
    return Desk(newsroom)


def stays(desk: Desk, *seconds: int, weeks_ago: int = 0, where: str = "Politics") -> None:
    dispatch = desk.draft()
    week = weeks_until(desk.room.time)[-1 - weeks_ago]
    with saving() as session:
        for one in seconds:
            session.add(
                Stay(
                    dispatch_id=dispatch,
                    desk_id=desk.room.desk(where),
                    state=State.FILED,
                    ended_at=desk.room.time,
                    week=week,
                    seconds=one,
                )
            )


def figures(desk: Desk) -> dict[tuple[State, int], Figure]:
    weeks = weeks_until(desk.room.time)
    found = time_in_states(desk.room.read(), [desk.room.desk()], desk.room.time)
    return {(state, weeks.index(week)): figure for (state, week), figure in found.items()}


def test_the_middle_stay_and_the_ninth_of_ten(desk: Desk) -> None:
    stays(desk, *range(10, 110, 10))
    assert figures(desk) == {(State.FILED, 11): Figure(10, 50, 90)}


def test_one_stay_is_both(desk: Desk) -> None:
    stays(desk, 40)
    assert figures(desk) == {(State.FILED, 11): Figure(1, 40, 40)}


def test_each_week_has_its_own_and_what_is_long_ago_has_none(desk: Desk) -> None:
    stays(desk, 40)
    stays(desk, 60, weeks_ago=3)
    stays(desk, 5, where="Sport")
    assert set(figures(desk)) == {(State.FILED, 11), (State.FILED, 8)}
    desk.room.later(weeks=9)
    assert set(figures(desk)) == {(State.FILED, 2)}


def test_what_waits_now_is_told_with_its_first(desk: Desk) -> None:
    desk.filed()
    desk.room.later(hours=2)
    key = desk.filed()
    desk.room.act(desk.ana, Action.CLAIM, key)
    desk.room.later(minutes=5)
    found = waiting_now(desk.room.read(), [desk.room.desk()], desk.room.time)
    assert found == {State.FILED: Waiting(1, 7500), State.IN_REVIEW: Waiting(1, 300)}


def test_weeks_begin_on_mondays(desk: Desk) -> None:
    weeks = weeks_until(desk.room.time)
    assert {week.weekday() for week in weeks} == {0}
    assert weeks[-1] <= desk.room.time.date() < weeks[-1] + timedelta(weeks=1)
