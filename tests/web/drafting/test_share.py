"""The desk in a phone's share sheet: the manifest, and what the desk does where no worker is."""

import io
import uuid

from editorial.models.dispatch import Dispatch
from editorial.pipeline.promised import PROMISED
from editorial.workflow.words import Action, Role
from tests.newsroom import Newsroom


def test_the_manifest_offers_the_desk_and_holds_nothing_of_anybody(newsroom: Newsroom) -> None:
    author = newsroom.person("Mira Sol", Role.CORRESPONDENT)
    newsroom.dispatch(author, "It rained.", headline="Rain in Vesna")
    told = newsroom.client(author).client.get("/desk.webmanifest")
    assert told.mimetype == "application/manifest+json"
    assert told.data == newsroom.client().client.get("/desk.webmanifest").data
    assert told.json is None or "Rain" not in told.get_data(as_text=True)
    target = told.get_json(force=True)["share_target"]
    assert (target["action"], target["method"]) == ("/share", "POST")
    accepted = target["params"]["files"][0]["accept"]
    assert set(PROMISED) <= set(accepted)
    page = newsroom.client().client.get("/sign-in").get_data(as_text=True)
    assert '<link rel="manifest" href="/desk.webmanifest">' in page


def test_without_a_worker_nothing_of_a_share_is_read(newsroom: Newsroom) -> None:
    for person in (None, newsroom.person("Mira Sol", Role.CORRESPONDENT)):
        client = newsroom.client(person).client
        sent = {"title": "A", "files": (io.BytesIO(b"x" * 100), "notes.txt")}
        answer = client.post("/share", data=sent)
        assert (answer.status_code, answer.location) == (303, "/write?share=missed")
        assert client.post("/share", data=b"no form").status_code == 303


def test_a_share_can_go_where_one_may_write(newsroom: Newsroom) -> None:
    author = newsroom.person("Mira Sol", Role.CORRESPONDENT)
    editor = newsroom.person("Omar Haddad", Role.EDITOR)
    elsewhere = newsroom.person("Ann Sport", Role.CORRESPONDENT, desk="Sport")
    mine = newsroom.dispatch(author, "It rained.", headline="Rain in Vesna")
    spiked = newsroom.dispatch(author, "It poured.", headline="More rain")
    newsroom.act(author, Action.FILE, spiked)
    newsroom.act(editor, Action.SPIKE, spiked, note="It did not.")

    def offered(of: object) -> list[dict[str, str]]:
        client = newsroom.client(of).client  # type: ignore[arg-type]
        found: list[dict[str, str]] = client.get("/share/dispatches").get_json()["dispatches"]
        return found

    row = {"title": "Rain in Vesna", "state": "draft", "url": f"/dispatches/{mine}/edit"}
    assert offered(author) == [row]
    assert offered(editor) == [row]
    assert offered(elsewhere) == []
    assert newsroom.read().get(Dispatch, uuid.UUID(int=1)) is None
