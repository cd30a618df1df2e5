"""A browser with a copy of the shared document, for tests: it types, gives and takes."""

import uuid
from base64 import b64decode, b64encode
from typing import Any

from editorial.document.schema import to_json
from editorial.document.shared import SCHEMA, Shared, Typed
from editorial.document.validate import validate
from tests.newsroom import Browser, Newsroom, hidden_fields
from tests.pure.document.trees import body


class Copy:
    """One open page of a dispatch."""

    def __init__(self, browser: Browser, dispatch: uuid.UUID) -> None:
        self.browser, self.dispatch, self.tab = browser, dispatch, uuid.uuid4()
        self.shared = Shared()
        self.seen: int | None = None
        self.told: dict[str, Any] = {}
        page = browser.get("/profile").get_data(as_text=True)
        self.token = hidden_fields(page, "/profile")["csrf_token"]

    def ask(self, **more: Any) -> Any:
        """Send as it is; the answer."""
        sent = {
            "seen": self.seen,
            "vector": b64encode(self.shared.vector).decode(),
            "schema": SCHEMA,
            "tab": str(self.tab),
            **more,
        }
        return self.browser.client.post(
            f"/dispatches/{self.dispatch}/sync", json=sent, headers={"X-CSRFToken": self.token}
        )

    def meet(self, **more: Any) -> dict[str, Any]:
        """Take what is new, then give until it is taken."""
        for _ in range(5):
            update = None if self.seen is None and "desk" not in more else self.shared.state
            answer = self.ask(update=None if update is None else b64encode(update).decode(), **more)
            assert answer.status_code == 200, answer.get_data(as_text=True)
            self.told = answer.json
            self.seen = self.told["version"]
            if "lacking" in self.told:
                self.shared.merge(b64decode(self.told["lacking"]))
            if self.told.get("taken"):
                return self.told
        raise AssertionError("it was never taken")

    def type(self, *paragraphs: str, **fields: str) -> None:
        """Put these words in the place of what is there."""
        now = self.shared.read()
        tree = now.body
        if paragraphs:
            ids = [block["attrs"]["id"] for block in now.body["content"]]
            new = to_json(body(*paragraphs))["content"]
            for block in new[len(ids) :]:
                block["attrs"]["id"] = uuid.uuid4().hex
            for block, known in zip(new, ids, strict=False):
                block["attrs"]["id"] = known
            tree = {"type": "doc", "content": new}
        self.shared.change(Typed(now.fields | fields, tree))

    @property
    def words(self) -> list[str]:
        """Its paragraphs."""
        tree = validate(self.shared.read().body)
        return ["".join(getattr(t, "text", "") for t in p.content) for p in tree.content]  # type: ignore[union-attr]  # of paragraphs


def open_copy(room: Newsroom, person: Any, dispatch: uuid.UUID) -> Copy:
    """As that person, with what the desk has."""
    copy = Copy(room.client(person), dispatch)
    copy.meet()
    return copy
