"""The log's query on both kinds of database."""

from datetime import timedelta

from sqlalchemy import update

from editorial.history.log import Filter, Line, actors, log_page
from editorial.models.log_entry import LogWords
from editorial.models.person import Person
from editorial.models.saving import saving
from editorial.pipeline.record import record
from editorial.workflow.words import Action, Role
from tests.newsroom import START, Newsroom


def numbers(lines: tuple[Line, ...]) -> list[int]:
    return [line.sequence for line in lines]


def asked(room: Newsroom, person: Person, wanted: Filter) -> list[int]:
    session = room.read()
    return numbers(log_page(session, session.get_one(Person, person.id), wanted).lines)


def test_each_side_of_the_filter_narrows_the_log(newsroom: Newsroom) -> None:
    mira = newsroom.person("Mira Sol", Role.CORRESPONDENT)
    omar = newsroom.person("Omar Din", Role.EDITOR)
    key = newsroom.dispatch(mira)
    newsroom.act(mira, Action.FILE, key)
    newsroom.later(hours=1)
    newsroom.act(omar, Action.CLAIM, key)
    newsroom.later(hours=1)
    newsroom.act(omar, Action.RETURN, key, note="Why?")
    assert asked(newsroom, omar, Filter()) == [3, 2, 1]
    assert asked(newsroom, omar, Filter(actor_id=mira.id)) == [1]
    assert asked(newsroom, omar, Filter(slugline="CAPITAL")) == [3, 2, 1]
    assert asked(newsroom, omar, Filter(slugline="c_pital")) == []
    assert asked(newsroom, omar, Filter(since=START + timedelta(hours=1))) == [3, 2]
    assert asked(newsroom, omar, Filter(until=START + timedelta(hours=1))) == [1]
    assert asked(newsroom, omar, Filter(before=3)) == [2, 1]


def test_everyone_sees_their_desks_and_their_own(newsroom: Newsroom) -> None:
    mira = newsroom.person("Mira Sol", Role.CORRESPONDENT)
    lena = newsroom.person("Lena Ost", Role.EDITOR, Role.CORRESPONDENT, desk="Economy")
    ada = newsroom.person("Ada Quill", Role.ADMINISTRATOR)
    newsroom.act(mira, Action.FILE, newsroom.dispatch(mira))
    newsroom.act(lena, Action.FILE, newsroom.dispatch(lena, desk="Economy"))
    assert asked(newsroom, mira, Filter()) == [1]
    assert asked(newsroom, lena, Filter()) == [2]
    assert asked(newsroom, ada, Filter()) == [2, 1]
    assert asked(newsroom, ada, Filter(slugline="rain")) == []
    session = newsroom.read()
    assert [name for _id, name in actors(session, session.get_one(Person, mira.id))] == ["Mira Sol"]
    everyone = [name for _id, name in actors(session, session.get_one(Person, ada.id))]
    assert everyone == ["Ada Quill", "Lena Ost", "Mira Sol"]


def test_of_another_desks_dispatch_no_event_tells_an_administrator_its_name(
    newsroom: Newsroom,
) -> None:
    mira = newsroom.person("Mira Sol", Role.CORRESPONDENT)
    ada = newsroom.person("Ada Quill", Role.ADMINISTRATOR)
    key = newsroom.dispatch(mira)
    for event in ("make_preview", "revoke_preview", "miss_schedule"):
        with saving() as session:
            actor = session.get_one(Person, mira.id)
            details = {"slugline": "rain-capital", "number": 1, "hour": "noon", "until": "one"}
            record(session, actor, event, newsroom.time, details=details, dispatch_id=key)
    for person, named in ((mira, True), (ada, False)):
        session = newsroom.read()
        lines = log_page(session, session.get_one(Person, person.id), Filter()).lines
        told = [line.before + line.slugline + line.after for line in lines]
        assert ["rain-capital" in one for one in told] == [named] * 3
    assert told[0] == "Mira Sol could not publish a dispatch at its hour, noon."


def test_what_was_erased_says_so(newsroom: Newsroom) -> None:
    mira = newsroom.person("Mira Sol", Role.CORRESPONDENT)
    omar = newsroom.person("Omar Din", Role.EDITOR)
    key = newsroom.dispatch(mira)
    newsroom.act(mira, Action.FILE, key)
    newsroom.act(omar, Action.CLAIM, key)
    newsroom.act(omar, Action.RETURN, key, note="Call her at home: 555 01 01.")
    with saving() as session:
        session.execute(update(LogWords).values(text=None, salt=None, erased_at=newsroom.time))
    session = newsroom.read()
    lines = log_page(session, session.get_one(Person, omar.id), Filter()).lines
    assert lines[0].words == (("Reason", "erased"),)
