"""Gates are switched while somebody acts on a dispatch of the desk, on both databases."""

import uuid
from concurrent.futures import ThreadPoolExecutor, wait

from editorial.admin.commands.gates import switch_gates
from editorial.models.database import db
from editorial.models.person import Person
from editorial.models.saving import saving
from editorial.pipeline.perform import load
from editorial.pipeline.record import record
from editorial.workflow.gates import Switch, When
from editorial.workflow.words import Action, Gate, Role
from tests.newsroom import Newsroom

MOMENT = 0.5


def test_neither_waits_for_ever(newsroom: Newsroom) -> None:
    author = newsroom.person("Mira Sol", Role.CORRESPONDENT)
    administrator = newsroom.person("Ada Root", Role.ADMINISTRATOR)
    dispatch: uuid.UUID = newsroom.dispatch(author)
    newsroom.act(author, Action.FILE, dispatch)
    desk = newsroom.desk()

    def switch() -> tuple[Gate, ...]:
        with newsroom.app.app_context():
            with saving() as session:
                actor = session.get_one(Person, administrator.id)
                wanted = {Gate.SECOND_EDITOR: Switch(When.ALWAYS)}
                done = switch_gates(session, actor, desk, wanted, newsroom.time)
            db.session.remove()
            return done

    with ThreadPoolExecutor(1) as pool:
        with saving() as session:
            load(session, dispatch)
            switched = pool.submit(switch)
            # Until it waits for the dispatch, or for the whole database.
            wait([switched], timeout=MOMENT)
            record(session, None, "begin_log_key", newsroom.time, details={"key": "k"})
        assert switched.result(timeout=30) == (Gate.SECOND_EDITOR,)
