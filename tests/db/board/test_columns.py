"""What stands on a board: its columns, their order, and the filters."""

import uuid
from datetime import timedelta
from typing import Any

import pytest

from editorial.board.columns import A_COLUMN, dense
from editorial.board.overrides import unread_overrides
from editorial.models.dispatch import Dispatch
from editorial.models.person import Person
from editorial.models.presence import Doing
from editorial.models.saving import saving
from editorial.pipeline.presence import come
from editorial.pipeline.write import copy_figures, label
from editorial.workflow.words import Action, Role, State
from tests.db.board.desk import Desk
from tests.newsroom import Newsroom


@pytest.fixture
def desk(newsroom: Newsroom) -> Desk:
    return Desk(newsroom)


def test_each_state_has_its_column(desk: Desk) -> None:
    draft, filed = desk.draft(), desk.filed()
    taken = desk.filed()
    desk.room.act(desk.ana, Action.CLAIM, taken)
    found = desk.columns()
    assert [card.id for card in found["draft"].cards] == [draft]
    assert [card.id for card in found["filed"].cards] == [filed]
    [card] = found["in_review"].cards
    assert (card.id, card.holder, card.mine) == (taken, "Ana Peng", True)
    assert {state for state, column in found.items() if column.cards} == {
        "draft",
        "filed",
        "in_review",
    }


def test_the_most_urgent_stands_first_then_what_waits_longest(desk: Desk) -> None:
    second = desk.filed(urgency=4)
    desk.room.later(minutes=1)
    third = desk.filed(urgency=4)
    first = desk.filed(urgency=1)
    assert [card.id for card in desk.columns()["filed"].cards] == [first, second, third]


def test_a_full_column_counts_what_it_does_not_show(desk: Desk) -> None:
    for _ in range(A_COLUMN + 2):
        desk.draft()
    column = desk.columns()["draft"]
    assert (len(column.cards), column.count, column.many, column.more) == (
        A_COLUMN,
        A_COLUMN + 2,
        False,
        True,
    )
    rows, more = dense(desk.room.read(), desk.asking(), State.DRAFT, 1)
    assert (len(rows), more) == (A_COLUMN + 2, False)


def test_what_was_decided_leaves_the_board_after_a_day(desk: Desk) -> None:
    key = desk.room.publish(desk.mira)
    assert key in desk.shown()
    desk.room.later(hours=25)
    assert key not in desk.shown()
    rows, _more = dense(desk.room.read(), desk.asking(), State.DONE, 1)
    assert [card.id for card in rows] == [key]


def test_another_desk_s_board_is_another(desk: Desk) -> None:
    sport = desk.room.person("Sam Low", Role.CORRESPONDENT, desk="Sport")
    other = desk.room.dispatch(sport, desk="Sport")
    assert other not in desk.shown()


@pytest.mark.parametrize(
    ("wish", "value", "labels"),
    [
        ("urgency", "2", {"urgency": 2}),
        ("language", "tr", {"language": "tr"}),
        ("language", "pt", {"language": "pt-BR"}),
        ("length", "long", {"words": 1200}),
        ("length", "middle", {"words": 500}),
        ("quotes", "open", {"open_quotes": 2}),
    ],
)
def test_a_filter_shows_what_it_asks_for_and_nothing_else(
    desk: Desk, wish: str, value: str, labels: dict[str, Any]
) -> None:
    desk.draft()
    key = desk.draft(**labels)
    assert desk.shown(**{wish: value}) == {key}


def test_filters_by_hour(desk: Desk) -> None:
    now = desk.room.time
    past = desk.draft(deadline_at=now - timedelta(hours=1))
    soon = desk.draft(deadline_at=now + timedelta(hours=3))
    later = desk.draft(deadline_at=now + timedelta(hours=20))
    held = desk.draft(embargo_at=now + timedelta(hours=1))
    assert desk.shown(deadline="past") == {past}
    assert desk.shown(deadline="soon") == {past, soon}
    assert desk.shown(deadline="day") == desk.shown(deadline="set") == {past, soon, later}
    assert desk.shown(deadline="none") == desk.shown(embargo="yes") == {held}
    assert desk.shown(embargo="no") == {past, soon, later}
    assert not desk.shown(age="1")
    desk.room.later(hours=2)
    assert desk.shown(age="1") == {past, soon, later, held}


def test_filters_by_person(desk: Desk) -> None:
    free, taken = desk.filed(), desk.filed()
    desk.room.act(desk.omar, Action.CLAIM, taken)
    assert desk.shown(holder="me") == set()
    assert desk.shown(holder=str(desk.omar.id)) == {taken}
    assert desk.shown(holder="nobody") == {free}
    assert desk.shown(author=str(desk.mira.id)) == {free, taken}
    assert desk.shown(author="me") == set()


def test_words_are_found_in_the_text_and_by_their_beginning(desk: Desk) -> None:
    key = desk.draft("The archipelago of Şükürlü has no ferry.", slugline="ferry-subsidy")
    desk.draft("It rained.")
    for words in ("archipel", "Sukurlu", "subsidy", "ferry rain", "FERRY"):
        assert desk.shown(words=words) == {key}, words
    for words in ("nothing-like-it", '"', "OR", "(", "***"):
        assert desk.shown(words=words) == set(), words


def test_a_text_is_found_by_what_is_written_now(desk: Desk) -> None:
    key = desk.draft("The harbour is closed.")
    assert desk.shown(words="harbour") == {key}
    with saving() as session:
        dispatch = session.get_one(Dispatch, key)
        content = desk.room.content("The airport is closed.")
        copy_figures(session, dispatch, content, desk.room.time)
        label(session, dispatch, slugline="airport-closed")
    assert desk.shown(words="harbour") == set()
    assert desk.shown(words="airport") == {key}


def test_an_unread_override_shows(desk: Desk) -> None:
    publisher = desk.room.person("Tom Roe", Role.PUBLISHER)
    story = '"The contractor has been paid in full by the ministry," Akan said.'
    key = desk.filed(story)
    desk.filed()
    desk.room.act(publisher, Action.OVERRIDE, key, note="Heard on the tape.")
    assert desk.shown(override="unread") == {key}
    [card] = desk.columns(override="unread")["filed"].cards
    assert card.unread_override


def test_an_unread_override_stands_after_its_story_has_left_the_columns(desk: Desk) -> None:
    publisher = desk.room.person("Tom Roe", Role.PUBLISHER)
    story = '"The contractor has been paid in full by the ministry," Akan said.'
    key = desk.filed(story)
    desk.room.act(desk.ana, Action.CLAIM, key)
    desk.room.act(publisher, Action.OVERRIDE, key, note="Heard on the tape.")
    desk.room.act(desk.ana, Action.APPROVE, key)
    desk.room.act(publisher, Action.PUBLISH, key)

    def standing() -> list[tuple[uuid.UUID, str, str]]:
        found = unread_overrides(desk.room.read(), [desk.room.desk()], desk.room.time)
        return [(one.id, one.gate, one.name) for one in found]

    assert standing() == []
    assert desk.shown() == {key}
    desk.room.later(days=2)
    assert desk.shown() == set()
    assert standing() == [(key, "quote", "Tom Roe")]
    desk.room.act(desk.omar, Action.READ_OVERRIDE, key)
    assert standing() == []


def test_others_who_have_it_open_stand_on_the_card(desk: Desk) -> None:
    key = desk.draft()
    with saving() as session:
        for person in (desk.mira, desk.ana):
            known = session.get_one(Person, person.id)
            come(session, known, key, Doing.WRITING, desk.room.time)
    [card] = desk.columns(desk.ana)["draft"].cards
    assert [one.name for one in card.here] == ["Mira Sol"]


def test_a_card_offers_what_the_rules_allow(desk: Desk) -> None:
    key = desk.filed()

    def acts(person: Person, state: str) -> set[str]:
        [card] = desk.columns(person)[state].cards
        return set(card.acts)

    assert acts(desk.ana, "filed") == {"claim", "spike"}
    assert acts(desk.mira, "filed") == set()
    desk.room.act(desk.ana, Action.CLAIM, key)
    assert acts(desk.ana, "in_review") == {"release", "hand_on", "spike"}
    assert acts(desk.omar, "in_review") == {"take_over", "spike"}


def test_a_made_up_author_finds_nobody(desk: Desk) -> None:
    desk.draft()
    assert desk.shown(author=str(uuid.uuid4())) == set()
