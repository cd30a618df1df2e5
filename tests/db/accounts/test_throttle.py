"""Guesses are counted in the database, whoever counts them."""

from datetime import timedelta

import pytest

from editorial.accounts.password import hasher_of_cost
from editorial.accounts.proof import prove_password
from editorial.accounts.throttle import (
    TooManyGuesses,
    at_account,
    forgive,
    from_address,
    take_guess,
)
from editorial.models.saving import saving
from tests.db.accounts.together import together
from tests.newsroom import CHEAP, Newsroom
from tests.web.accounts.doors import PASSWORD, someone

ACCOUNT = at_account("password", "mira.sol@example.org")


def guess(room: Newsroom, *targets: object) -> None:
    with saving() as session:
        take_guess(session, targets or (ACCOUNT,), room.time)  # type: ignore[arg-type]


def prove(room: Newsroom, password: str, email: str = "mira.sol@example.org") -> bool:
    found = prove_password(email, password, "192.0.2.7", hasher_of_cost(**CHEAP), room.time)
    return found is not None


def test_five_guesses_are_free_and_the_sixth_waits(newsroom: Newsroom) -> None:
    for _ in range(5):
        guess(newsroom)
    with pytest.raises(TooManyGuesses) as refusal:
        guess(newsroom)
    assert refusal.value.until == newsroom.time + timedelta(seconds=30)


def test_the_wait_doubles_with_each_failure_up_to_its_longest(newsroom: Newsroom) -> None:
    for _ in range(5):
        guess(newsroom)
    waits = []
    for _ in range(7):
        with pytest.raises(TooManyGuesses) as refusal:
            guess(newsroom)
        waits.append((refusal.value.until - newsroom.time).total_seconds())
        newsroom.time = refusal.value.until
        guess(newsroom)
    assert waits == [30, 60, 120, 240, 480, 900, 900]


def test_a_refused_guess_counts_for_nothing(newsroom: Newsroom) -> None:
    for _ in range(5):
        guess(newsroom)
    for _ in range(3):
        with pytest.raises(TooManyGuesses):
            guess(newsroom)
    newsroom.later(seconds=30)
    guess(newsroom)


def test_guesses_are_forgotten_after_a_day(newsroom: Newsroom) -> None:
    for _ in range(5):
        guess(newsroom)
    newsroom.later(hours=24, seconds=1)
    for _ in range(5):
        guess(newsroom)


def test_forgiving_one_account_leaves_the_others(newsroom: Newsroom) -> None:
    other = at_account("password", "ivo@example.org")
    for _ in range(5):
        guess(newsroom, ACCOUNT, other)
    with saving() as session:
        forgive(session, ACCOUNT)
    guess(newsroom)
    with pytest.raises(TooManyGuesses):
        guess(newsroom, other)


def test_one_address_can_not_try_every_account(newsroom: Newsroom) -> None:
    for number in range(20):
        assert not prove(newsroom, "wrong", f"person{number}@example.org")
    with pytest.raises(TooManyGuesses):
        prove(newsroom, "wrong", "person20@example.org")


def test_knowing_one_password_frees_no_guesses_at_others(newsroom: Newsroom) -> None:
    someone(newsroom)
    for number in range(20):
        assert not prove(newsroom, "wrong", f"person{number}@example.org")
        newsroom.later(milliseconds=1)
        if number < 19:
            assert prove(newsroom, PASSWORD)
    with pytest.raises(TooManyGuesses):
        prove(newsroom, PASSWORD)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("192.0.2.1", "192.0.2.2", False),
    ],
)
def test_an_ipv6_network_counts_as_one_address(one: str, other: str, same: bool) -> None:
    assert (from_address("password", one) == from_address("password", other)) is same


def test_capitals_and_spaces_give_no_further_guesses() -> None:
    assert at_account("password", " Mira.Sol@Example.org ") == ACCOUNT


def test_requests_sent_at_once_get_no_more_guesses(newsroom: Newsroom) -> None:
    someone(newsroom)
    outcomes = together(newsroom, [lambda: prove(newsroom, "wrong")] * 16)
    weighed = [outcome for outcome in outcomes if outcome is False]
    refused = [outcome for outcome in outcomes if isinstance(outcome, TooManyGuesses)]
    assert (len(weighed), len(refused)) == (5, 11)


def test_the_right_password_forgives_what_was_mistyped(newsroom: Newsroom) -> None:
    someone(newsroom)
    for _ in range(3):
        for _ in range(4):
            assert not prove(newsroom, "wrong")
        newsroom.later(seconds=1)
        assert prove(newsroom, PASSWORD)


def test_an_unknown_account_is_throttled_like_a_known_one(newsroom: Newsroom) -> None:
    for _ in range(5):
        assert not prove(newsroom, "wrong", "nobody@example.org")
    with pytest.raises(TooManyGuesses):
        prove(newsroom, "wrong", "nobody@example.org")
