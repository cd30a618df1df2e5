"""What 200 open boards cost the server that asks nothing new: python -m benchmarks.board_polling

A real newsroom on SQLite in a temporary folder, with dispatches on one desk. The board's question
whether anything changed is asked many times through the whole application, signed in, as each board
asks every 14 seconds; its CPU time is counted beside that of an empty request of the same
application. Ends with one line of JSON: ``share`` of one core that 200 boards take, at most 0.05.
"""

import argparse
import json
import re
import tempfile
import time
import uuid
from pathlib import Path

from editorial.models.dispatch import Dispatch
from editorial.models.saving import saving
from editorial.workflow.words import Role, State
from tests.databases import SqliteTemplate
from tests.newsroom import Browser, Newsroom

BOARDS = 200
EVERY_SECONDS = 14
MOST = 0.05


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dispatches", type=int, default=2000)
    parser.add_argument("--requests", type=int, default=1000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        template = folder / "template"
        template.mkdir()
        room = Newsroom(SqliteTemplate(template).fresh(folder), folder)
        with room.app.app_context():
            print(json.dumps(measure(room, asked.dispatches, asked.requests)))
            room.close()


def measure(room: Newsroom, dispatches: int, requests: int) -> dict[str, float]:
    """CPU seconds of one 304, of one full answer and of an empty request; the share of a core."""
    editor = room.person("Ana Peng", Role.EDITOR)
    with saving() as session:
        for number in range(dispatches):
            session.add(
                Dispatch(
                    id=uuid.uuid4(),
                    desk_id=room.desk(),
                    slugline=f"story-{number}",
                    headline=f"Story {number}",
                    state=list(State)[number % len(State)],
                    urgency=number % 9 + 1,
                    moved_at=room.time,
                    created_at=room.time,
                    created_by=editor.id,
                )
            )
    browser = room.client(editor)
    page = browser.get("/board/politics").get_data(as_text=True)
    found = re.search(r'data-etag="([^"]+)"', page)
    assert found is not None
    tag = found[1].replace("&#34;", '"')
    unchanged = cpu(browser, "/board/politics/changes", requests, 304, tag)
    whole = cpu(browser, "/board/politics/changes", max(1, requests // 20), 200)
    empty = cpu(browser, "/static/favicon.svg", requests, 200)
    return {
        "dispatches": dispatches,
        "unchanged_ms": round(unchanged * 1000, 3),
        "whole_ms": round(whole * 1000, 3),
        "empty_ms": round(empty * 1000, 3),
        "whole_to_unchanged": round(whole / unchanged, 1),
        "share": round(BOARDS / EVERY_SECONDS * unchanged, 4),
        "most": MOST,
    }


def cpu(browser: Browser, url: str, times: int, status: int, tag: str = "") -> float:
    """CPU seconds that one such request takes."""
    headers = {"If-None-Match": tag} if tag else {}
    assert browser.get(url, headers=headers).status_code == status
    began = time.process_time()
    for _ in range(times):
        browser.get(url, headers=headers)
    return (time.process_time() - began) / times


if __name__ == "__main__":
    main()
