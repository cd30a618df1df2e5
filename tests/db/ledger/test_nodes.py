"""Proofs out of the database, with and without the nodes that are kept for them."""

import hashlib
from datetime import datetime
from functools import partial

import pytest
from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from editorial.ledger.nodes import keep_nodes, range_root
from editorial.ledger.proofs import consistency, inclusion, is_consistent, is_included
from editorial.ledger.tree import root_of
from editorial.models.log_entry import LogEntry
from editorial.models.log_node import LogNode
from editorial.models.saving import saving
from tests.newsroom import Newsroom

SIZE = 700
LEAVES = [hashlib.sha256(bytes([number % 256, number // 256])).digest() for number in range(SIZE)]


def fill(session: Session, now: datetime) -> None:
    session.execute(
        insert(LogEntry),
        [
            {"sequence": n, "at": now, "action": "x", "body": b"", "leaf": leaf, "root": leaf}
            for n, leaf in enumerate(LEAVES, start=1)
        ],
    )


@pytest.mark.parametrize("kept", [0, 300, SIZE])
def test_proofs_are_the_same_however_many_nodes_are_kept(newsroom: Newsroom, kept: int) -> None:
    with saving() as session:
        fill(session, newsroom.time)
        keep_nodes(session, kept)
    session = newsroom.read()
    assert session.scalar(select(func.count()).select_from(LogNode)) == kept // 256
    roots = partial(range_root, session)
    for size in (1, 255, 256, 257, 512, 513, SIZE):
        root = root_of(LEAVES[:size])
        for index in (0, size // 2, size - 1):
            proof = inclusion(index, size, roots)
            assert is_included(index, size, LEAVES[index], root, proof)
        for old in (1, size // 3 or 1, size):
            growth = consistency(old, size, roots)
            assert is_consistent(old, size, root_of(LEAVES[:old]), root, growth)


def test_a_missing_entry_gives_no_proof(newsroom: Newsroom) -> None:
    with saving() as session:
        fill(session, newsroom.time)
    with pytest.raises(LookupError):
        range_root(newsroom.read(), 512, 768)


def test_nodes_are_kept_once_and_as_the_log_grows(newsroom: Newsroom) -> None:
    with saving() as session:
        fill(session, newsroom.time)
        for size in (255, 256, 600, 600, SIZE):
            keep_nodes(session, size)
    session = newsroom.read()
    places = session.scalars(select(LogNode.place).order_by(LogNode.place)).all()
    assert places == [0, 1]
    assert session.get_one(LogNode, (8, 1)).hash == root_of(LEAVES[256:512])
