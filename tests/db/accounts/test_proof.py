"""Passwords, codes of the second factor and recovery codes."""

import uuid

import pytest
from argon2 import PasswordHasher

from editorial.accounts.password import hasher_of_cost, keep_password, password_fits
from editorial.accounts.proof import prove_password, prove_second_factor
from editorial.models.person import Person
from editorial.models.saving import saving
from editorial.web.recovery import make_recovery_codes, recovery_codes_left
from tests.db.accounts.together import together
from tests.newsroom import CHEAP, Newsroom
from tests.web.accounts.doors import PASSWORD, code_at, someone, with_second_factor


class Counting(PasswordHasher):
    """Counts how often a hash is weighed."""

    weighed = 0

    def verify(self, *args: object, **more: object) -> bool:  # type: ignore[override]
        self.weighed += 1
        return super().verify(*args, **more)  # type: ignore[arg-type]


def prove(room: Newsroom, person_id: uuid.UUID, code: str) -> bool:
    with saving() as session:
        return prove_second_factor(session, person_id, code, "192.0.2.7", room.time)


def test_no_password_takes_as_much_work_as_one() -> None:
    counting = Counting(time_cost=1, memory_cost=8, parallelism=1)
    assert not password_fits(counting, None, PASSWORD)
    assert counting.weighed == 1
    assert password_fits(counting, keep_password(counting, PASSWORD), PASSWORD)
    assert counting.weighed == 2


def test_the_decoy_has_no_password_that_fits() -> None:
    assert not password_fits(hasher_of_cost(**CHEAP), None, "nobody's password")


def test_one_spelling_of_a_letter_fits_the_other() -> None:
    hasher = hasher_of_cost(**CHEAP)
    kept = keep_password(hasher, "caf\u00e9 by the old harbour")
    assert password_fits(hasher, kept, "cafe\u0301 by the old harbour")


def test_hashes_are_argon2id() -> None:
    assert keep_password(hasher_of_cost(), PASSWORD).startswith("$argon2id$v=19$m=65536,t=3,p=4$")


def test_a_hash_of_a_lower_cost_is_renewed_at_sign_in(newsroom: Newsroom) -> None:
    mira = someone(newsroom)
    dearer = hasher_of_cost(**{**CHEAP, "time_cost": 2})
    assert prove_password(mira.email, PASSWORD, "", dearer, newsroom.time) == mira.id
    kept = newsroom.read().get_one(Person, mira.id).password_hash
    assert kept is not None
    assert not dearer.check_needs_rehash(kept)
    assert prove_password(mira.email, PASSWORD, "", dearer, newsroom.time) == mira.id


def test_a_code_sent_many_times_at_once_works_once(newsroom: Newsroom) -> None:
    mira = with_second_factor(newsroom)
    code = code_at(newsroom.time)
    outcomes = together(newsroom, [lambda: prove(newsroom, mira.id, code)] * 5)
    assert sorted(str(outcome) for outcome in outcomes) == ["False"] * 4 + ["True"]


def test_a_later_code_works_after_an_earlier_one(newsroom: Newsroom) -> None:
    mira = with_second_factor(newsroom)
    assert prove(newsroom, mira.id, code_at(newsroom.time))
    newsroom.later(seconds=30)
    assert prove(newsroom, mira.id, code_at(newsroom.time))


def test_a_recovery_code_works_once_in_any_writing(newsroom: Newsroom) -> None:
    mira = with_second_factor(newsroom)
    with saving() as session:
        codes = make_recovery_codes(session, mira.id, newsroom.time)
    assert len(set(codes)) == 10
    typed = codes[0].lower().replace("-", " ")
    assert prove(newsroom, mira.id, typed)
    assert not prove(newsroom, mira.id, codes[0])
    assert recovery_codes_left(newsroom.read(), mira.id) == 9


def test_a_recovery_code_is_good_for_its_owner_only(newsroom: Newsroom) -> None:
    mira, ivo = with_second_factor(newsroom), with_second_factor(newsroom, "Ivo Lark")
    with saving() as session:
        codes = make_recovery_codes(session, mira.id, newsroom.time)
    assert not prove(newsroom, ivo.id, codes[0])


def test_new_recovery_codes_replace_the_old(newsroom: Newsroom) -> None:
    mira = with_second_factor(newsroom)
    with saving() as session:
        old = make_recovery_codes(session, mira.id, newsroom.time)
        make_recovery_codes(session, mira.id, newsroom.time)
    assert not prove(newsroom, mira.id, old[0])


@pytest.mark.parametrize("code", ["", "000000", "abc", "１２３４５６"])
def test_what_is_no_code_is_refused(newsroom: Newsroom, code: str) -> None:
    assert not prove(newsroom, with_second_factor(newsroom).id, code)
