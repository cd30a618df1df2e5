"""Decisions and settlements on real databases: two at once, what is sent twice, whose it is."""

import threading
import uuid
from collections.abc import Callable

import pytest
from sqlalchemy import func, select

from editorial.ledger.verify import verify
from editorial.models.database import db
from editorial.models.log_entry import LogEntry
from editorial.models.person import Person
from editorial.models.saving import saving
from editorial.models.settlement import Settlement
from editorial.pipeline.matter import Vouching
from editorial.pipeline.perform import Outcome
from editorial.pipeline.refusal import NotThere, Refused, Stale
from editorial.review import commands
from editorial.review.asking import Asked
from editorial.workflow.words import Action, SettlementKind, State
from tests.newsroom import Newsroom
from tests.web.review.harbour import CLEAN, INVENTED, Desk


@pytest.fixture
def desk(newsroom: Newsroom) -> Desk:
    return Desk(newsroom)


def asked(
    desk: Desk, who: Person, dispatch: uuid.UUID, note: str = "", operation: uuid.UUID | None = None
) -> Asked:
    return Asked(who.id, dispatch, desk.room.time, note, operation)


def entries(desk: Desk, action: Action) -> int:
    count = select(func.count()).select_from(LogEntry).where(LogEntry.action == action.value)
    return desk.room.read().scalar(count) or 0


def at_once(desk: Desk, *acts: Callable[[], object]) -> list[object]:
    """Do them at the same instant, each as a request of its own; what each gave or raised."""
    start, ended = threading.Barrier(len(acts)), []

    def run(act: Callable[[], object]) -> None:
        with desk.room.app.app_context():
            start.wait()
            try:
                ended.append(act())
            except Refused as refusal:
                ended.append(refusal)
            finally:
                db.session.remove()

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return ended


def decide(
    desk: Desk, who: Person, dispatch: uuid.UUID, version: int, operation: uuid.UUID | None = None
) -> Outcome:
    with saving() as session:
        given = asked(desk, who, dispatch, operation=operation)
        return commands.decide(session, given, Action.APPROVE, version)


def settle(
    desk: Desk,
    who: Person,
    dispatch: uuid.UUID,
    key: str,
    kind: SettlementKind = SettlementKind.HEARD,
    operation: uuid.UUID | None = None,
) -> Outcome:
    with saving() as session:
        given = asked(desk, who, dispatch, "I stood beside him.", operation)
        return commands.settle(session, given, Vouching(key, kind))


def test_of_two_editors_at_once_one_wins_and_the_other_is_told_who(desk: Desk) -> None:
    dispatch = desk.in_review(CLEAN)
    version = desk.room.get(dispatch).version
    ended = at_once(
        desk,
        lambda: decide(desk, desk.editor, dispatch, version),
        lambda: decide(desk, desk.second, dispatch, version),
    )
    (told,) = [one for one in ended if isinstance(one, Stale)]
    assert sum(isinstance(one, Outcome) for one in ended) == 1
    assert "(editor) approved rain-capital" in str(told)
    assert entries(desk, Action.APPROVE) == 1
    assert verify(desk.room.read()).fault is None


def test_a_double_click_acts_once_and_gives_the_same_answer(desk: Desk) -> None:
    dispatch = desk.in_review(CLEAN)
    version, operation = desk.room.get(dispatch).version, uuid.uuid4()
    ended = at_once(
        desk,
        lambda: decide(desk, desk.editor, dispatch, version, operation),
        lambda: decide(desk, desk.editor, dispatch, version, operation),
    )
    assert sorted(one.repeated for one in ended if isinstance(one, Outcome)) == [False, True]
    assert len({commands.told(one) for one in ended if isinstance(one, Outcome)}) == 1
    assert entries(desk, Action.APPROVE) == 1


def test_one_quote_settled_by_two_at_once_is_settled_once(desk: Desk) -> None:
    dispatch = desk.filed(INVENTED)
    key = desk.quote(dispatch, "I wish").key
    ended = at_once(
        desk,
        lambda: settle(desk, desk.checker, dispatch, key),
        lambda: settle(desk, desk.editor, dispatch, key),
    )
    assert sum(isinstance(one, Outcome) for one in ended) == 1
    assert desk.room.read().scalar(select(func.count()).select_from(Settlement)) == 1
    assert desk.room.get(dispatch).open_quotes == 0


def test_settling_fits_any_version_in_which_the_quote_stands(desk: Desk) -> None:
    dispatch = desk.filed(INVENTED)
    key = desk.quote(dispatch, "I wish").key
    desk.room.act(desk.editor, Action.CLAIM, dispatch)
    assert settle(desk, desk.checker, dispatch, key).state is State.IN_REVIEW


def test_a_settlement_does_not_fit_changed_words(desk: Desk) -> None:
    dispatch = desk.filed(INVENTED)
    key = desk.quote(dispatch, "I wish").key
    desk.room.write(dispatch, desk.author, INVENTED.replace("two years", "three years"))
    desk.room.act(desk.author, Action.FILE, dispatch)
    with pytest.raises(Refused, match="has changed since"):
        settle(desk, desk.checker, dispatch, key)


@pytest.mark.parametrize("kind", [SettlementKind.RECORD_ERRS, SettlementKind.SECONDARY_ACCEPTED])
def test_a_silent_record_neither_errs_nor_is_it_a_second_source(
    desk: Desk, kind: SettlementKind
) -> None:
    dispatch = desk.filed(INVENTED)
    with pytest.raises(Refused, match="can’t be said"):
        settle(desk, desk.checker, dispatch, desk.quote(dispatch, "I wish").key, kind)
    assert desk.quote(dispatch, "I wish").open


def test_words_from_another_outlet_are_accepted_as_such(desk: Desk) -> None:
    dispatch = desk.filed("“The basin was never safe for tankers of that size,” Varga said.")
    key = desk.quote(dispatch, "The basin").key
    settle(desk, desk.checker, dispatch, key, SettlementKind.SECONDARY_ACCEPTED)
    assert not desk.quote(dispatch, "The basin").open


def test_taking_back_names_its_settlement(desk: Desk) -> None:
    dispatch = desk.filed(INVENTED)
    settle(desk, desk.checker, dispatch, desk.quote(dispatch, "I wish").key)
    settlement = desk.room.read().scalars(select(Settlement)).one()
    with saving() as session:
        given = asked(desk, desk.editor, dispatch, "It was another Reker.")
        commands.unsettle(session, given, settlement.id)
    assert desk.quote(dispatch, "I wish").open
    with pytest.raises(Refused, match="no such settlement"), saving() as session:
        commands.unsettle(session, asked(desk, desk.editor, dispatch, "Again."), uuid.uuid4())


@pytest.mark.parametrize("action", [Action.VOID, Action.SETTLE, Action.FILE, Action.HAND_OVER])
def test_the_panel_holds_no_other_act(desk: Desk, action: Action) -> None:
    dispatch = desk.filed(CLEAN)
    with pytest.raises(NotThere), saving() as session:
        commands.decide(session, asked(desk, desk.editor, dispatch), action, None)


def test_a_stranger_finds_no_quote_to_settle(desk: Desk) -> None:
    dispatch = desk.filed(INVENTED)
    key = desk.quote(dispatch, "I wish").key
    with pytest.raises(NotThere):
        settle(desk, desk.stranger, dispatch, key)
    with pytest.raises(NotThere):
        settle(desk, desk.checker, uuid.uuid4(), key)
