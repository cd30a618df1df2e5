"""Two who order one board at the same moment, on both databases."""

import uuid
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Barrier, BrokenBarrierError
from typing import Any

import pytest

from editorial.board import commands
from editorial.board.commands import Asked
from editorial.models.database import db
from editorial.models.saving import saving
from tests.db.board.desk import Desk
from tests.newsroom import Newsroom

# Long enough for both to have their own dispatch, were that what each waits for first.
MOMENT = 1.0


def test_neither_waits_for_ever(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk(newsroom)
    first, second = desk.filed(), desk.filed()

    def place(key: uuid.UUID, where: str) -> None:
        with newsroom.app.app_context():
            with saving() as session:
                commands.place(session, Asked(desk.ana.id, newsroom.time), key, where)
            db.session.remove()

    place(first, "top")
    place(second, "down")
    own, both = commands._own, Barrier(2)

    def meet(*asked: Any) -> Any:
        dispatch = own(*asked)
        with suppress(BrokenBarrierError):
            both.wait(MOMENT)
        return dispatch

    monkeypatch.setattr(commands, "_own", meet)
    with ThreadPoolExecutor(2) as pool:
        moves = [pool.submit(place, first, "down"), pool.submit(place, second, "up")]
        for move in moves:
            move.result(timeout=30)
    cards = desk.columns()["filed"].cards
    assert {card.id for card in cards} == {first, second}
