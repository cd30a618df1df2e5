"""What waits for whom, and the lists, on real databases."""

import uuid
from datetime import timedelta

import pytest

from editorial.models.dispatch import Dispatch
from editorial.models.person import Person
from editorial.models.saving import saving
from editorial.review import queries
from editorial.review.queries import Wanted
from editorial.workflow.words import Action, Role
from tests.newsroom import Newsroom
from tests.web.review.harbour import CLEAN, INVENTED, Desk


@pytest.fixture
def desk(newsroom: Newsroom) -> Desk:
    return Desk(newsroom)


def address(dispatch_id: uuid.UUID) -> str:
    return str(dispatch_id)


def start(desk: Desk, who: Person) -> dict[str, list[str]]:
    """The lists by name, each as the addresses of its rows."""
    session = desk.room.read()
    person = session.get_one(Person, who.id)
    found = queries.start(session, person, desk.room.time, address)
    return {section.name: [row.url for row in section.rows] for section in found.sections}


def found(here: Desk, who: Person, **wanted: object) -> list[str]:
    session = here.room.read()
    person = session.get_one(Person, who.id)
    rows = queries.dispatches(
        session,
        person,
        Wanted(**wanted),  # type: ignore[arg-type]
        here.room.time,
        address,
    ).rows
    return [row.url for row in rows]


def change(dispatch: uuid.UUID, **fields: object) -> None:
    with saving() as session:
        row = session.get_one(Dispatch, dispatch)
        for name, value in fields.items():
            setattr(row, name, value)


def test_each_list_waits_for_the_role_that_works_on_it(desk: Desk) -> None:
    filed = desk.filed(INVENTED)
    desk.room.later(minutes=1)
    claimed = desk.in_review(CLEAN)
    approved = desk.approved()
    assert start(desk, desk.editor) == {"queue": [str(filed), str(claimed)]}
    assert start(desk, desk.checker) == {"settling": [str(filed)]}
    assert start(desk, desk.publisher) == {"publishing": [str(approved)]}
    assert set(start(desk, desk.author)["mine"]) == {str(filed), str(claimed), str(approved)}
    assert start(desk, desk.stranger) == {}


def test_the_queue_is_sorted_by_urgency_then_by_age(desk: Desk) -> None:
    made = []
    for urgency in (5, 1, 5):
        dispatch = desk.filed(CLEAN)
        change(dispatch, urgency=urgency)
        desk.room.later(minutes=1)
        made.append(str(dispatch))
    assert start(desk, desk.editor)["queue"] == [made[1], made[0], made[2]]


def test_what_was_returned_stands_first_among_mine_with_its_reason(desk: Desk) -> None:
    desk.room.dispatch(desk.author, CLEAN)
    returned = desk.in_review(CLEAN)
    desk.room.act(desk.editor, Action.RETURN, returned, note="Whose words?")
    session = desk.room.read()
    person = session.get_one(Person, desk.author.id)
    (mine,) = queries.start(session, person, desk.room.time, address).sections
    assert [row.reason for row in mine.rows] == ["Whose words?", None]
    assert [row.state for row in mine.rows] == ["returned", "draft"]


def test_who_holds_it_is_said_while_it_is_in_review(desk: Desk) -> None:
    desk.in_review(CLEAN)
    approved = desk.approved()
    session = desk.room.read()
    person = session.get_one(Person, desk.editor.id)
    rows = queries.dispatches(session, person, Wanted(), desk.room.time, address).rows
    assert {row.url == str(approved): row.holder for row in rows} == {
        True: None,
        False: "Eda Lund",
    }


def test_an_override_waits_for_another_editor(desk: Desk) -> None:
    both = desk.room.person("Ivo Kern", Role.EDITOR, Role.PUBLISHER)
    dispatch = desk.in_review(INVENTED)
    desk.room.act(both, Action.OVERRIDE, dispatch, note="On tape.")
    assert start(desk, desk.second)["overrides"] == [str(dispatch)]
    assert "overrides" not in start(desk, both)
    desk.room.act(desk.second, Action.READ_OVERRIDE, dispatch)
    assert "overrides" not in start(desk, desk.editor)


def test_a_missed_hour_alarms_publishers_and_editors_a_minute_later(desk: Desk) -> None:
    dispatch = desk.scheduled(minutes=10)
    desk.room.later(minutes=11)
    assert "late" not in start(desk, desk.publisher)
    desk.room.later(seconds=1)
    assert start(desk, desk.publisher)["late"] == [str(dispatch)]
    assert start(desk, desk.editor)["late"] == [str(dispatch)]
    assert "late" not in start(desk, desk.checker)


def test_a_long_list_is_cut_and_counted(desk: Desk) -> None:
    with saving() as session:
        session.add_all(
            Dispatch(
                desk_id=desk.room.desk(),
                slugline=f"rain-{number}",
                state="filed",
                moved_at=desk.room.time + timedelta(seconds=number),
                created_at=desk.room.time,
                created_by=desk.author.id,
            )
            for number in range(queries.ON_START + 5)
        )
    session = desk.room.read()
    person = session.get_one(Person, desk.editor.id)
    (queue,) = queries.start(session, person, desk.room.time, address).sections
    assert (len(queue.rows), queue.count, queue.many) == (queries.ON_START, 25, False)
    assert len(found(desk, desk.editor, waiting="queue")) == 25


def test_a_list_is_paged(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "A_PAGE", 2)
    made = [str(desk.room.dispatch(desk.author, CLEAN)) for _ in range(5)]
    pages = [found(desk, desk.author, page=number) for number in (1, 2, 3, 4)]
    assert [len(page) for page in pages] == [2, 2, 1, 0]
    assert {one for page in pages for one in page} == set(made)


def test_the_list_is_filtered_by_state_desk_and_author(desk: Desk) -> None:
    ivo = desk.room.person("Ivo Kern", Role.CORRESPONDENT)
    draft, filed = desk.room.dispatch(ivo, CLEAN), desk.filed(CLEAN)
    assert found(desk, desk.editor, state="filed") == [str(filed)]
    assert found(desk, desk.editor, author=str(ivo.id)) == [str(draft)]
    assert found(desk, desk.editor, desk=str(desk.room.desk("Sport"))) == []
    assert len(found(desk, desk.editor, desk=str(desk.room.desk()))) == 2


@pytest.mark.parametrize(
    ("words", "matches"),
    [
        ("HARBOUR", True),
        ("basin harbour", True),
        ("basin rain", False),
        ("100%", True),
        ("1__%", False),
        ("гавань", True),
        ("ГАВАНЬ", True),
    ],
)
def test_words_are_looked_for_in_slugline_and_headline(
    desk: Desk, words: str, matches: bool
) -> None:
    dispatch = desk.filed(CLEAN)
    change(dispatch, slugline="harbour-2026", headline="Basin 100% closed: Гавань")
    assert (found(desk, desk.editor, words=words) == [str(dispatch)]) is matches


def test_the_list_is_sorted_as_asked(desk: Desk) -> None:
    made = {}
    for name, urgency in (("b", 2), ("a", 3), ("c", 1)):
        made[name] = str(desk.filed(CLEAN))
        change(uuid.UUID(made[name]), slugline=name, urgency=urgency)
        desk.room.later(minutes=1)
    for sort, order in {
        "newest": "cab",
        "oldest": "bac",
        "urgency": "cba",
        "slugline": "abc",
    }.items():
        assert found(desk, desk.editor, sort=sort) == [made[name] for name in order], sort


def test_nobody_lists_what_they_may_not_read(desk: Desk) -> None:
    desk.filed(CLEAN)
    own = desk.room.dispatch(desk.stranger, CLEAN)
    administrator = desk.room.person("Ada Root", Role.ADMINISTRATOR)
    assert found(desk, desk.stranger) == [str(own)]
    assert found(desk, administrator) == []
    assert start(desk, administrator) == {}
    session = desk.room.read()
    person = session.get_one(Person, desk.stranger.id)
    assert [one.name for one in queries.author_choices(session, person)] == ["Ana Peng"]
    assert [one.name for one in queries.desk_choices(session, person)] == ["Sport"]
