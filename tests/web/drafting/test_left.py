"""What the browser of someone deactivated still sends: in no text, and lost neither."""

import uuid
from base64 import b64encode
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from editorial.admin.commands.leaving import deactivate
from editorial.document.shared import Shared, Typed
from editorial.drafting import left_words
from editorial.models.kept_text import KeptText
from editorial.models.log_entry import LogEntry
from editorial.models.person import Person
from editorial.models.saving import saving
from editorial.models.working_copy import WorkingCopy
from editorial.workflow.words import Role, State
from tests.newsroom import Newsroom
from tests.web.drafting.shared import Copy, open_copy
from tests.web.drafting.test_filing import filing, send


class Leaving:
    """Mira has a page open, with words on it that were never sent, when she is deactivated."""

    def __init__(self, room: Newsroom) -> None:
        self.room = room
        self.mira: Person = room.person("Mira Sol", Role.CORRESPONDENT)
        self.ana: Person = room.person("Ana Peng", Role.EDITOR)
        self.ada: Person = room.person("Ada Berg", Role.ADMINISTRATOR)
        self.dispatch: uuid.UUID = room.dispatch(self.mira, "It rained.")
        self.copy: Copy = open_copy(room, self.mira, self.dispatch)
        self.copy.type("It rained.", "The quay broke.")
        room.later(hours=1)
        with saving() as session:
            heirs = {room.desk(): self.ana.id}
            deactivate(
                session, session.get_one(Person, self.ada.id), self.mira.id, heirs, room.time
            )
        room.later(hours=1)

    def sync(self, **more: Any) -> Any:
        update = b64encode(self.copy.shared.state).decode()
        return self.copy.ask(**{"update": update, **more})

    def kept(self) -> list[KeptText]:
        return list(self.room.read().scalars(select(KeptText)))

    def text(self, dispatch: uuid.UUID | None = None) -> str:
        copy = self.room.read().get_one(WorkingCopy, dispatch or self.dispatch)
        return str(copy.content["body"])


@pytest.fixture
def leaving(sqlite_newsroom: Newsroom) -> Leaving:
    return Leaving(sqlite_newsroom)


def test_words_still_sent_change_no_text_and_wait_for_an_editor(leaving: Leaving) -> None:
    for _ in range(3):
        answer = leaving.sync()
        assert answer.status_code == 403
        assert answer.json["left"] is True
        assert "kept for the desk’s editors" in answer.json["refusal"]
        assert "lacking" not in answer.json
    assert "quay" not in leaving.text()
    [kept] = leaving.kept()
    assert kept.person_id == leaving.mira.id
    assert "The quay broke." in str(kept.content["text"])
    ana = leaving.room.client(leaving.ana)
    assert "Mira Sol’s words wait" in ana.get("/board/politics").get_data(as_text=True)
    shown = ana.get(f"/dispatches/{leaving.dispatch}").get_data(as_text=True)
    assert "Mira Sol’s words wait" in shown
    assert "<ins>The quay broke.</ins>" in shown
    # Nothing to say, nothing kept; and they are let in nowhere.
    assert leaving.copy.ask(update=None).status_code == 403
    assert leaving.copy.browser.get(f"/dispatches/{leaving.dispatch}").status_code == 302
    assert len(leaving.kept()) == 1


def test_an_editor_takes_them_over_as_an_edit_of_their_own(leaving: Leaving) -> None:
    leaving.sync()
    [kept] = leaving.kept()
    place = f"/dispatches/{leaving.dispatch}/kept/{kept.id}"
    other = leaving.room.client(leaving.room.person("Lena Voss", Role.CORRESPONDENT))
    ana = leaving.room.client(leaving.ana)
    fields = {
        "headline": "Rain",
        "body": "It rained.\n\nThe quay broke.",
        "language": "en",
        "slugline": "rain",
        "urgency": "5",
        "desk": str(leaving.room.desk()),
        "embargo_zone": "UTC",
    }
    assert other.post(place, **fields).status_code == 409
    assert "quay" not in leaving.text()
    answer = ana.post(place, **fields)
    assert answer.status_code == 303, answer.get_data(as_text=True)
    assert "The quay broke." in leaving.text()
    copy = leaving.room.read().get_one(WorkingCopy, leaving.dispatch)
    assert copy.saved_by == leaving.ana.id
    assert set(copy.writers) >= {str(leaving.ana.id), str(leaving.mira.id)}
    history = ana.get(f"/dispatches/{leaving.dispatch}/history").get_data(as_text=True)
    assert "took over words that Mira Sol had typed before leaving" in history


def test_an_editor_sets_them_aside_with_a_reason_and_nobody_else_does(leaving: Leaving) -> None:
    leaving.sync()
    [kept] = leaving.kept()
    place = f"/dispatches/{leaving.dispatch}/kept/{kept.id}"
    other = leaving.room.client(leaving.room.person("Lena Voss", Role.CORRESPONDENT))
    ana = leaving.room.client(leaving.ana)
    other.post(f"{place}/set-aside", page=place, reason="Away with it.")
    ana.post(f"{place}/set-aside", page=place, reason=" ")
    assert leaving.kept()[0].resolved_at is None
    ana.post(f"{place}/set-aside", page=place, reason="A rumour, not confirmed.")
    ana.post(f"{place}/set-aside", page=place, reason="Again.")
    assert leaving.kept()[0].resolved_at == leaving.room.time
    assert "The quay broke." in str(leaving.kept()[0].content)
    history = ana.get(f"/dispatches/{leaving.dispatch}/history").get_data(as_text=True)
    assert "A rumour, not confirmed." in history
    actions = leaving.room.read().scalars(select(LogEntry.action)).all()
    assert actions.count("dismiss_words") == 1


def test_a_filing_that_waited_on_their_device_keeps_its_time_and_files_nothing(
    leaving: Leaving,
) -> None:
    sent = filing(leaving.room, leaving.copy)
    for _ in range(2):
        assert send(leaving.copy, sent).status_code == 403
    [kept] = leaving.kept()
    assert kept.filed_at == leaving.room.time - timedelta(hours=3)
    assert leaving.room.get(leaving.dispatch).state is State.DRAFT
    place = f"/dispatches/{leaving.dispatch}/kept/{kept.id}"
    leaving.room.client(leaving.ana).post(f"{place}/file", page=place)
    assert leaving.room.get(leaving.dispatch).state is State.FILED
    assert "The quay broke." in leaving.text()


def test_what_they_began_without_a_link_waits_beside_an_empty_draft(leaving: Leaving) -> None:
    new = uuid.uuid4()
    copy = Copy(leaving.room.client(leaving.ana), new)
    copy.browser, copy.token = leaving.copy.browser, leaving.copy.token
    shared = Shared()
    fields = {**leaving.copy.shared.read().fields, "headline": "Begun in a lobby"}
    shared.change(Typed(fields, leaving.copy.shared.read().body))
    update = b64encode(shared.state).decode()
    elsewhere = leaving.room.desk("Sport")
    assert copy.ask(update=update, desk=str(elsewhere)).status_code == 409
    assert copy.ask(update=update, desk=str(leaving.room.desk())).status_code == 403
    [kept] = leaving.kept()
    assert kept.dispatch_id == new
    assert kept.content["text"]["headline"] == "Begun in a lobby"
    assert "quay" not in leaving.text(new)


def test_they_reach_no_other_dispatch_and_fill_no_table(
    leaving: Leaving, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = leaving.room.person("Ivo Stahl", Role.CORRESPONDENT, desk="Sport")
    theirs = leaving.room.dispatch(other, "Not this one.", desk="Sport")
    copy = Copy(leaving.room.client(leaving.ana), theirs)
    copy.browser, copy.token = leaving.copy.browser, leaving.copy.token
    update = b64encode(leaving.copy.shared.state).decode()
    assert copy.ask(update=update).status_code == 404
    assert leaving.kept() == []
    monkeypatch.setattr(left_words, "MOST_WAITING", 2)
    for number in range(4):
        leaving.copy.type(f"It rained {number} times.")
        assert leaving.sync().status_code == 403
    waiting = [str(one.content["text"]) for one in leaving.kept()]
    assert len(waiting) == 2
    assert "It rained 0 times." in waiting[0]
    assert "It rained 3 times." in waiting[1]


def test_a_sign_in_that_had_ended_before_they_left_is_nobody_s(sqlite_newsroom: Newsroom) -> None:
    room = sqlite_newsroom
    mira, ada = (
        room.person("Mira Sol", Role.CORRESPONDENT),
        room.person("Ada Berg", Role.ADMINISTRATOR),
    )
    copy = open_copy(room, mira, room.dispatch(mira, "It rained."))
    room.client(mira).post("/profile/sign-ins/end", page="/profile")
    room.later(hours=1)
    heir = room.person("Ana Peng", Role.EDITOR)
    with saving() as session:
        heirs = {room.desk(): heir.id}
        deactivate(session, session.get_one(Person, ada.id), mira.id, heirs, room.time)
    copy.type("It poured.")
    answer = copy.ask(update=b64encode(copy.shared.state).decode())
    assert answer.status_code == 302
    assert room.read().scalars(select(KeptText)).all() == []
