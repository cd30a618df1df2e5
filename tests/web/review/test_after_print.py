"""Correcting and withdrawing on the dispatch page."""

from editorial.workflow.words import Action, Live, Role, State
from tests.newsroom import Newsroom


def test_a_correction_is_begun_worded_and_dropped_on_the_page(
    sqlite_newsroom: Newsroom,
) -> None:
    room = sqlite_newsroom
    author = room.person("Mira Sol", Role.CORRESPONDENT)
    editor = room.person("Ana Peng", Role.EDITOR)
    key = room.publish(author)
    page, decision = f"/dispatches/{key}", f"/dispatches/{key}/decision"
    desk = room.client(editor)
    shown = desk.get(page).get_data(as_text=True)
    assert "What was wrong, and what is right" in shown
    assert "Spike" not in shown
    empty = desk.post(decision, page, action="correct", note="")
    assert empty.status_code == 409
    assert "Write the notice" in empty.get_data(as_text=True)
    begun = desk.post(decision, page, action="correct", note="It was dry.")
    assert begun.status_code == 303
    shown = desk.get(page).get_data(as_text=True)
    assert "The next version: a correction." in shown
    assert "Readers see the published text meanwhile." in shown
    assert desk.get(f"{page}/edit").status_code == 200
    desk.post(decision, page, action="reword", note="It was mostly dry.")
    assert "It was mostly dry." in desk.get(page).get_data(as_text=True)
    desk.post(decision, page, action="drop", note="It did rain.")
    assert room.get(key).state is State.DONE


def test_a_publisher_kills_with_a_reason(sqlite_newsroom: Newsroom) -> None:
    room = sqlite_newsroom
    key = room.publish(room.person("Mira Sol", Role.CORRESPONDENT))
    publisher = room.person("Nia Berg", Role.PUBLISHER)
    page, decision = f"/dispatches/{key}", f"/dispatches/{key}/decision"
    desk = room.client(publisher)
    assert desk.post(decision, page, action="kill", note=" ").status_code == 409
    assert room.get(key).live is Live.REVISION
    assert desk.post(decision, page, action="kill", note="Invented.").status_code == 303
    shown = desk.get(page).get_data(as_text=True)
    assert "You killed this story" in shown
    assert "Killed" in shown
    assert "“Invented.”" in shown
    assert 'value="take_down"' not in shown
    history = desk.get(f"{page}/history").get_data(as_text=True)
    assert "killed" in history
    assert Action.KILL.value == "kill"
