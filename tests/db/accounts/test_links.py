"""One-time links: once, for their time, for their purpose."""

from datetime import timedelta

import pytest

from editorial.models.one_time_link import LinkPurpose
from editorial.models.saving import saving
from editorial.web.links import GOOD_FOR, end_links, find_link, make_link, use_link
from tests.db.accounts.together import together
from tests.newsroom import Newsroom

RESET, INVITATION = LinkPurpose.PASSWORD_RESET, LinkPurpose.INVITATION


def made(room: Newsroom, purpose: LinkPurpose = RESET) -> str:
    person = room.person("Mira Sol")
    with saving() as session:
        return make_link(session, purpose, person.id, room.time)


def used(room: Newsroom, token: str, purpose: LinkPurpose = RESET) -> bool:
    with saving() as session:
        return use_link(session, purpose, token, room.time)


def test_a_link_works_once(newsroom: Newsroom) -> None:
    token = made(newsroom)
    assert [used(newsroom, token), used(newsroom, token)] == [True, False]


def test_a_link_used_many_times_at_once_works_once(newsroom: Newsroom) -> None:
    token = made(newsroom)
    outcomes = together(newsroom, [lambda: used(newsroom, token)] * 8)
    assert sorted(str(outcome) for outcome in outcomes) == ["False"] * 7 + ["True"]


@pytest.mark.parametrize(
    ("purpose", "hours"), [(RESET, 1), (INVITATION, 72), (LinkPurpose.FIRST_ADMINISTRATOR, 24)]
)
def test_a_link_grows_old(newsroom: Newsroom, purpose: LinkPurpose, hours: int) -> None:
    assert GOOD_FOR[purpose] == timedelta(hours=hours)
    token = made(newsroom, purpose)
    newsroom.later(hours=hours, seconds=-1)
    assert find_link(newsroom.read(), purpose, token, newsroom.time)
    newsroom.later(seconds=1)
    assert not find_link(newsroom.read(), purpose, token, newsroom.time)
    assert not used(newsroom, token, purpose)


def test_a_link_is_good_for_its_purpose_only(newsroom: Newsroom) -> None:
    token = made(newsroom, INVITATION)
    assert not used(newsroom, token, RESET)
    assert used(newsroom, token, INVITATION)


def test_a_newer_link_replaces_the_older(newsroom: Newsroom) -> None:
    person = newsroom.person("Mira Sol")
    with saving() as session:
        older = make_link(session, RESET, person.id, newsroom.time)
        newer = make_link(session, RESET, person.id, newsroom.time)
    assert not used(newsroom, older)
    assert used(newsroom, newer)


def test_the_links_of_one_person_end_without_those_of_another(newsroom: Newsroom) -> None:
    mira, ivo = newsroom.person("Mira Sol"), newsroom.person("Ivo Lark")
    with saving() as session:
        hers = make_link(session, RESET, mira.id, newsroom.time)
        his = make_link(session, RESET, ivo.id, newsroom.time)
        end_links(session, mira.id, newsroom.time)
    assert not used(newsroom, hers)
    assert used(newsroom, his)
