"""Random people, random acts, on both databases: a tenth in ``make test``, all in ``make soak``."""

import os

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from editorial.ledger.verify import verify
from editorial.models.database import db
from tests.newsroom import Newsroom
from tests.walk import Walk

FULL = os.environ.get("SOAK") == "full"
# A tenth of it on both databases together.
STEPS = 20_000 if FULL else 1_000
LONGEST = 60
pytestmark = pytest.mark.soak


def test_no_walk_publishes_what_others_did_not_vouch_for(newsroom: Newsroom) -> None:
    Walk.begin(newsroom)
    how = settings(
        max_examples=20,
        stateful_step_count=LONGEST,
        deadline=None,
        database=None,
        phases=(Phase.generate, Phase.shrink) if FULL else (Phase.generate,),
        suppress_health_check=list(HealthCheck),
        print_blob=True,
    )
    turn = 0
    while Walk.steps < STEPS:
        turn += 1
        run_state_machine_as_test(seed(turn)(type("Turn", (Walk,), {})), settings=how)
    result = verify(newsroom.read())
    assert result.fault is None
    done = {act: count for act, count in Walk.tally.most_common() if act != "refused"}
    assert done.get("publish", 0) >= STEPS // 500, "a walk that never gets to print proves nothing"
    print(f"\n{db.engine.dialect.name}: {Walk.steps:,} steps, {result.entries:,} entries; {done}")
