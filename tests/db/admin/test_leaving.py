"""Someone leaves: nothing of theirs is lost, and nothing of theirs lets them in."""

import uuid

import pytest
from sqlalchemy import select

from editorial.admin.commands.leaving import deactivate
from editorial.admin.commands.people import reactivate
from editorial.admin.queries.leaving import heirs_of, open_work
from editorial.ledger.verify import verify
from editorial.models.log_entry import LogEntry
from editorial.models.one_time_link import LinkPurpose
from editorial.models.person import Person
from editorial.models.saving import saving
from editorial.pipeline.refusal import Refused
from editorial.pipeline.roles import roles_on
from editorial.web.links import find_link, make_link
from editorial.workflow.words import Action, Role, State
from tests.newsroom import Newsroom
from tests.web.accounts.doors import someone


@pytest.fixture
def ada(newsroom: Newsroom) -> Person:
    return someone(newsroom, "Ada Berg", Role.ADMINISTRATOR)


def send_away(
    room: Newsroom, actor: Person, person: Person, heirs: dict[uuid.UUID, uuid.UUID] | None = None
) -> None:
    with saving() as session:
        admin = session.get_one(Person, actor.id)
        deactivate(session, admin, person.id, heirs or {}, room.time)


def test_open_dispatches_go_to_the_colleague_of_their_desk(newsroom: Newsroom, ada: Person) -> None:
    mira = someone(newsroom, "Mira Sol", Role.CORRESPONDENT)
    ivo = newsroom.person("Ivo Lark", Role.EDITOR)
    noor = newsroom.person("Noor Haddad", Role.CORRESPONDENT, desk="World")
    draft = newsroom.dispatch(mira)
    filed = newsroom.dispatch(mira)
    newsroom.act(mira, Action.FILE, filed)
    abroad = newsroom.dispatch(mira, desk="World")
    done = newsroom.publish(mira)
    politics, world = newsroom.desk(), newsroom.desk("World")
    send_away(newsroom, ada, mira, {politics: ivo.id, world: noor.id})
    owners = [newsroom.get(key).created_by for key in (draft, filed, abroad, done)]
    assert owners == [ivo.id, ivo.id, noor.id, mira.id]
    assert newsroom.get(filed).state is State.FILED
    assert verify(newsroom.read()).fault is None


def test_who_wrote_a_text_still_can_not_be_its_second_pair_of_eyes(
    newsroom: Newsroom, ada: Person
) -> None:
    mira = someone(newsroom, "Mira Sol", Role.CORRESPONDENT, Role.EDITOR)
    ivo = newsroom.person("Ivo Lark", Role.EDITOR)
    filed = newsroom.dispatch(ivo)
    newsroom.act(ivo, Action.FILE, filed)
    send_away(newsroom, ada, mira)
    newsroom.act(ivo, Action.CLAIM, filed)
    with pytest.raises(Refused):
        newsroom.act(ivo, Action.APPROVE, filed)


def test_without_a_colleague_for_each_desk_nothing_happens(newsroom: Newsroom, ada: Person) -> None:
    mira = someone(newsroom, "Mira Sol", Role.CORRESPONDENT)
    ivo = newsroom.person("Ivo Lark", Role.EDITOR)
    newsroom.dispatch(mira)
    abroad = newsroom.dispatch(mira, desk="World")
    politics, world = newsroom.desk(), newsroom.desk("World")
    for heirs in ({}, {politics: ivo.id}, {politics: ivo.id, world: ivo.id}):
        with pytest.raises(Refused, match="Choose who takes over"):
            send_away(newsroom, ada, mira, heirs)
    assert newsroom.get(abroad).created_by == mira.id
    assert newsroom.read().get_one(Person, mira.id).active
    assert newsroom.read().scalars(select(LogEntry)).all() == []


def test_nobody_inherits_from_themselves_or_after_they_have_left(
    newsroom: Newsroom, ada: Person
) -> None:
    mira = someone(newsroom, "Mira Sol", Role.CORRESPONDENT)
    newsroom.person("Gone Hand", Role.EDITOR, deactivated_at=newsroom.time)
    newsroom.person("Cai Check", Role.CHECKER)
    newsroom.dispatch(mira)
    session = newsroom.read()
    (share,) = open_work(session, mira.id)
    assert heirs_of(session, share.desk_id, mira.id) == ()


def test_claims_are_let_go(newsroom: Newsroom, ada: Person) -> None:
    mira = newsroom.person("Mira Sol", Role.CORRESPONDENT)
    ed = someone(newsroom, "Ed Stone", Role.EDITOR)
    claimed = newsroom.dispatch(mira)
    newsroom.act(mira, Action.FILE, claimed)
    newsroom.act(ed, Action.CLAIM, claimed)
    send_away(newsroom, ada, ed)
    dispatch = newsroom.get(claimed)
    assert (dispatch.state, dispatch.claimed_by) == (State.FILED, None)
    assert verify(newsroom.read()).fault is None


def test_nothing_of_theirs_lets_them_in(newsroom: Newsroom, ada: Person) -> None:
    mira = someone(newsroom, "Mira Sol", Role.EDITOR)
    browser = newsroom.client(mira)
    with saving() as session:
        token = make_link(session, LinkPurpose.PASSWORD_RESET, mira.id, newsroom.time)
    send_away(newsroom, ada, mira)
    session = newsroom.read()
    assert browser.get("/profile").status_code == 302
    assert not find_link(session, LinkPurpose.PASSWORD_RESET, token, newsroom.time)
    gone = session.get_one(Person, mira.id)
    assert gone.password_hash is None
    assert roles_on(gone, newsroom.desk()) == set()


def test_someone_brought_back_has_their_roles_and_chooses_a_new_password(
    newsroom: Newsroom, ada: Person
) -> None:
    mira = someone(newsroom, "Mira Sol", Role.EDITOR)
    send_away(newsroom, ada, mira)
    with saving() as session:
        admin = session.get_one(Person, ada.id)
        outcome = reactivate(session, admin, mira.id, newsroom.time, by_mail=False)
    back = newsroom.read().get_one(Person, mira.id)
    assert roles_on(back, newsroom.desk()) == {Role.EDITOR}
    assert back.password_hash is None
    assert newsroom.client().get(f"/invitations/{outcome.token}").status_code == 200


def test_nobody_sends_themselves_away(newsroom: Newsroom, ada: Person) -> None:
    someone(newsroom, "Bo Dahl", Role.ADMINISTRATOR)
    with pytest.raises(Refused, match="themselves"):
        send_away(newsroom, ada, ada)
