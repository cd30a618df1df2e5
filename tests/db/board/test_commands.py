"""Order, deadlines, several at once, and the views people keep."""

import uuid
from itertools import permutations

import pytest
from sqlalchemy import select

from editorial.board import commands
from editorial.board.commands import Asked, Chosen
from editorial.board.kept import MOST_KEPT, drop_view, keep_view, kept_views
from editorial.models.desk_pulse import DeskPulse
from editorial.models.log_entry import LogEntry
from editorial.models.person import Person
from editorial.models.saving import saving
from editorial.pipeline.refusal import NotThere, Refused
from editorial.workflow.words import Action, Role, State
from tests.db.board.desk import Desk
from tests.newsroom import Newsroom


@pytest.fixture
def desk(newsroom: Newsroom) -> Desk:
    return Desk(newsroom)


def asked(desk: Desk, person: Person, note: str = "") -> Asked:
    return Asked(person.id, desk.room.time, uuid.uuid4(), note)


def place(desk: Desk, key: uuid.UUID, where: str, other: uuid.UUID | None = None) -> int | None:
    with saving() as session:
        return commands.place(session, asked(desk, desk.ana), key, where, other)


def chosen(desk: Desk, *keys: uuid.UUID) -> list[Chosen]:
    return [Chosen(key, desk.room.get(key).version) for key in keys]


def order(desk: Desk) -> list[uuid.UUID]:
    return [card.id for card in desk.columns()["filed"].cards]


def four(desk: Desk) -> list[uuid.UUID]:
    keys = []
    for _ in range(4):
        keys.append(desk.filed())
        desk.room.later(minutes=1)
    return keys


def test_a_card_goes_up_down_and_to_the_top(desk: Desk) -> None:
    a, b, c, d = four(desk)
    assert place(desk, c, "up") == 2
    assert order(desk) == [a, c, b, d]
    place(desk, a, "down")
    assert order(desk) == [c, a, b, d]
    place(desk, d, "top")
    assert order(desk) == [d, c, a, b]
    place(desk, b, "down")
    place(desk, d, "up")
    assert order(desk) == [d, c, a, b]


def test_a_card_goes_before_or_after_another(desk: Desk) -> None:
    a, b, c, d = four(desk)
    place(desk, d, "before", b)
    assert order(desk) == [a, d, b, c]
    place(desk, a, "after", c)
    assert order(desk) == [d, b, c, a]


def test_any_order_can_be_given(desk: Desk) -> None:
    keys = four(desk)
    for wanted in list(permutations(keys))[::5]:
        for index, key in enumerate(wanted[1:]):
            place(desk, key, "after", wanted[index])
        assert order(desk) == list(wanted)


def test_the_usual_place_is_had_again_and_what_is_new_stands_below(desk: Desk) -> None:
    a, b, c, d = four(desk)
    place(desk, d, "top")
    new = desk.filed(urgency=1)
    assert order(desk) == [d, new, a, b, c]
    assert place(desk, d, "usual") is None
    assert order(desk) == [new, a, b, c, d]


def test_a_new_order_makes_no_page_stale_but_beats(desk: Desk) -> None:
    a, *_ = four(desk)
    version, beat = desk.room.get(a).version, desk.room.read().scalar(select(DeskPulse.beat))
    place(desk, a, "down")
    assert desk.room.get(a).version == version
    assert desk.room.read().scalar(select(DeskPulse.beat)) == (beat or 0) + 1


@pytest.mark.parametrize("who", ["mira", "stranger"])
def test_only_the_desk_s_editors_order_it(desk: Desk, who: str) -> None:
    key = desk.filed()
    stranger = desk.room.person("Sam Low", Role.EDITOR, desk="Sport")
    person = desk.mira if who == "mira" else stranger
    with pytest.raises(Refused if who == "mira" else NotThere), saving() as session:
        commands.place(session, asked(desk, person), key, "top")


def test_several_are_spiked_and_brought_back(desk: Desk) -> None:
    first, second = desk.draft(), desk.filed()
    came = commands.spike_many(asked(desk, desk.ana, "Old."), chosen(desk, first, second))
    assert (came.done, came.refused) == ((first, second), ())
    assert desk.room.get(first).state is State.SPIKED
    commands.unspike_many(asked(desk, desk.ana), came.done)
    assert desk.room.get(first).state is State.DRAFT
    assert desk.room.get(second).state is State.FILED
    entries = select(LogEntry.action).where(LogEntry.action.in_(("spike", "unspike")))
    assert len(desk.room.read().scalars(entries).all()) == 4


def test_what_may_not_be_spiked_stays_and_says_why(desk: Desk) -> None:
    live, draft = desk.room.publish(desk.mira), desk.draft()
    shown = [*chosen(desk, live, draft), Chosen(uuid.uuid4(), 1)]
    came = commands.spike_many(asked(desk, desk.ana, "Old."), shown)
    assert came.done == (draft,)
    [(slugline, reason)] = came.refused
    assert slugline == "rain-capital"
    assert "done" in reason


def test_what_moved_since_it_was_chosen_stays_and_says_who_moved_it(desk: Desk) -> None:
    moved, other = desk.filed(), desk.filed()
    shown = chosen(desk, moved, other)
    desk.room.act(desk.omar, Action.CLAIM, moved)
    came = commands.spike_many(asked(desk, desk.ana, "Old."), shown)
    assert came.done == (other,)
    [(_slugline, reason)] = came.refused
    assert "Omar Dale" in reason
    assert desk.room.get(moved).state is State.IN_REVIEW


def test_the_same_page_sent_twice_spikes_once(desk: Desk) -> None:
    key, request = desk.draft(), asked(desk, desk.ana, "Old.")
    shown = chosen(desk, key)
    for _ in range(2):
        assert commands.spike_many(request, shown).done == (key,)
    entries = select(LogEntry).where(LogEntry.action == "spike")
    assert len(desk.room.read().scalars(entries).all()) == 1


def test_a_deadline_is_set_by_those_who_write(desk: Desk) -> None:
    key = desk.draft()
    with saving() as session:
        commands.set_deadline(session, asked(desk, desk.mira), key, desk.room.time)
    assert desk.room.get(key).deadline_at == desk.room.time
    checker = desk.room.person("Ilse Brandt", Role.CHECKER)
    with pytest.raises(Refused), saving() as session:
        commands.set_deadline(session, asked(desk, checker), key, None)


def test_a_claim_from_the_board_is_an_act_like_any(desk: Desk) -> None:
    key = desk.filed()
    with saving() as session:
        commands.hand(session, asked(desk, desk.ana), Action.CLAIM, key, None)
    with pytest.raises(Refused, match="colleague"), saving() as session:
        commands.hand(session, asked(desk, desk.ana), Action.HAND_ON, key, None)
    with pytest.raises(NotThere), saving() as session:
        commands.hand(session, asked(desk, desk.ana), Action.APPROVE, key, None)


def test_a_view_is_kept_replaced_and_dropped_by_its_owner(desk: Desk) -> None:
    def keep(name: str, query: str) -> None:
        with saving() as session:
            keep_view(session, desk.ana.id, name, "politics", query, desk.room.time)

    keep("Night", "urgency=1")
    keep("Night", "urgency=2")
    [view] = kept_views(desk.room.read(), desk.ana.id)
    assert view.query == "urgency=2"
    assert not kept_views(desk.room.read(), desk.omar.id)
    with pytest.raises(NotThere), saving() as session:
        drop_view(session, desk.omar.id, view.id)
    with saving() as session:
        drop_view(session, desk.ana.id, view.id)
    assert not kept_views(desk.room.read(), desk.ana.id)
    for number in range(MOST_KEPT):
        keep(str(number), "")
    with pytest.raises(Refused, match="Drop one"):
        keep("one more", "")
