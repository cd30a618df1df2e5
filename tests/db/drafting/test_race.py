"""Two people save at the same moment: one is saved, the other is kept, on both databases."""

import uuid
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from sqlalchemy import select

from editorial.drafting.commands import Saved, Seen
from editorial.models.database import db
from editorial.models.kept_text import KeptText
from editorial.models.person import Person
from editorial.workflow.words import Role
from tests.db.drafting.drafts import save, seen, text
from tests.newsroom import Newsroom

ROUNDS = 5


def test_of_two_saves_at_once_one_stands_and_the_other_is_kept(newsroom: Newsroom) -> None:
    people = [newsroom.person(name, Role.CORRESPONDENT) for name in ("Mira Sol", "Jan Roe")]
    dispatch = newsroom.dispatch(people[0])
    for number in range(ROUNDS):
        at = seen(newsroom, dispatch)
        first, second = _save_at_once(newsroom, dispatch, people, at, number)
        assert (first.kept_id is None) != (second.kept_id is None)
        winner = people[0] if first.kept_id is None else people[1]
        assert text(newsroom, dispatch) == f"Round {number} as {winner.name} saw it."
    kept = newsroom.read().scalars(select(KeptText)).all()
    assert len(kept) == ROUNDS


def _save_at_once(
    room: Newsroom, dispatch: uuid.UUID, people: list[Person], at: Seen, number: int
) -> list[Saved]:
    barrier = Barrier(len(people))

    def one(person: Person) -> Saved:
        with room.app.app_context():
            barrier.wait(timeout=30)
            body = f"Round {number} as {person.name} saw it."
            found = save(room, person, dispatch, at=at, body=body)
            db.session.remove()
            return found

    with ThreadPoolExecutor(len(people)) as pool:
        return list(pool.map(one, people))
