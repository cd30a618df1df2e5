"""The first visit."""

import dataclasses

import pytest
from sqlalchemy import func, select

from editorial.accounts.founding import Founder, first_administrator_token, found
from editorial.ledger.verify import verify
from editorial.models.desk import Desk
from editorial.models.person import Person
from editorial.models.saving import saving
from editorial.models.setting import setting
from editorial.pipeline.refusal import Refused
from editorial.pipeline.roles import is_administrator, roles_on
from editorial.workflow.words import Role
from tests.db.accounts.together import together
from tests.newsroom import Newsroom

FOUNDER = Founder(
    agency="Harbour Wire",
    desk="World",
    roles=(Role.EDITOR,),
    name="Ada Berg",
    email="ada@example.org",
    password_hash="kept",
    timezone="Europe/Oslo",
)


def token_of(room: Newsroom) -> str:
    with saving() as session:
        token = first_administrator_token(session, room.time)
    assert token is not None
    return token


def begin(room: Newsroom, token: str, founder: Founder = FOUNDER) -> object:
    with saving() as session:
        return found(session, token, founder, room.time)


def test_the_token_makes_an_administrator_a_name_and_a_desk(newsroom: Newsroom) -> None:
    begin(newsroom, token_of(newsroom))
    session = newsroom.read()
    ada = session.scalars(select(Person)).one()
    desk = session.scalars(select(Desk)).one()
    assert is_administrator(ada)
    assert roles_on(ada, desk.id) == {Role.EDITOR}
    assert (desk.name, desk.slug) == ("World", "world")
    assert setting(session, "agency.name") == "Harbour Wire"
    assert verify(session).fault is None


def test_no_token_is_given_once_somebody_is_here(newsroom: Newsroom) -> None:
    begin(newsroom, token_of(newsroom))
    with saving() as session:
        assert first_administrator_token(session, newsroom.time) is None


def test_only_the_newest_token_is_good(newsroom: Newsroom) -> None:
    older, newer = token_of(newsroom), token_of(newsroom)
    with pytest.raises(Refused):
        begin(newsroom, older)
    begin(newsroom, newer)


def test_a_token_used_by_two_at_once_makes_one_administrator(newsroom: Newsroom) -> None:
    token = token_of(newsroom)
    other = dataclasses.replace(FOUNDER, name="Eve", email="eve@example.org", desk="Other")
    outcomes = together(
        newsroom, [lambda: begin(newsroom, token), lambda: begin(newsroom, token, other)]
    )
    assert len([outcome for outcome in outcomes if isinstance(outcome, Refused)]) == 1
    assert newsroom.read().scalar(select(func.count()).select_from(Person)) == 1
