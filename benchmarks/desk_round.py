"""What three people do with one dispatch, each act and page timed by a clock that is given."""

import time
from collections.abc import Callable

import httpx

from benchmarks.full_desk import TEXT
from editorial.demo.people import PASSWORD
from tests.reader import Reader, values

Times = dict[str, list[float]]
Clock = Callable[[], float]


class Desk:
    """Three people at their browsers."""

    def __init__(
        self,
        address: str,
        transport: httpx.BaseTransport | None = None,
        clock: Clock = time.perf_counter,
    ) -> None:
        self.author, self.editor, self.publisher = (
            _reader(address, transport).sign_in(f"{name}@meridian.example", PASSWORD)
            for name in ("mira", "ana", "ruth")
        )
        self.times: Times = {}
        self.clock = clock
        # The act or page that is being done.
        self.doing = ""

    def round(self, number: int) -> None:
        """One dispatch from its first line to readers."""
        author, editor = self.author, self.editor
        author.open("/dispatches/new")
        form = author.form("", headline="")
        fields = {
            "slugline": f"bench-{number}",
            "headline": f"Bench {number}",
            "dateline_place": "BRUSSELS",
            "dateline_date": "2026-11-20",
            "byline": "Mira",
            "body": TEXT,
        }
        to = form.attributes.get("action") or "/dispatches/new"
        made = self._post("create", author, to, {**values(form), **fields})
        edit = made.headers["location"].split("?")[0].split("#")[0]
        dispatch = "/".join(edit.split("/")[:3])
        self._send_text("save", dispatch, f"{TEXT} more", "save")
        self._send_text("file", dispatch, f"{TEXT} more", "file")
        self._get("board", editor, "/board/politics")
        self._decide("claim", editor, dispatch)
        self._get("review", editor, dispatch)
        self._decide("approve", editor, dispatch)
        self._decide("publish", self.publisher, dispatch)

    def _send_text(self, name: str, dispatch: str, body: str, then: str) -> None:
        edit = f"{dispatch}/edit"
        self.author.open(edit)
        form = next(one for one in self.author.page.all("form") if "headline" in values(one))
        self._post(name, self.author, edit, {**values(form), "body": body, "then": then})

    def _decide(self, action: str, person: Reader, dispatch: str) -> None:
        person.open(dispatch)
        form = person.form("/decision", action=action)
        self._post(action, person, form.attributes["action"], values(form))

    def _get(self, name: str, person: Reader, path: str) -> None:
        answer = self._timed(name, lambda: person.client.get(path))
        assert answer.status_code == 200, (name, answer.status_code)

    def _post(self, name: str, person: Reader, path: str, data: dict[str, str]) -> httpx.Response:
        answer = self._timed(
            name, lambda: person.client.post(path, data=data, follow_redirects=False)
        )
        assert answer.status_code == 303, (name, answer.status_code, answer.text[:2000])
        return answer

    def _timed(self, name: str, call: Callable[[], httpx.Response]) -> httpx.Response:
        self.doing, began = name, self.clock()
        answer = call()
        self.times.setdefault(name, []).append(1000 * (self.clock() - began))
        self.doing = ""
        return answer


def _reader(address: str, transport: httpx.BaseTransport | None) -> Reader:
    reader = Reader(address)
    if transport is not None:
        reader.client = httpx.Client(
            base_url=address, transport=transport, follow_redirects=True, timeout=60
        )
    return reader
