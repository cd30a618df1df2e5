"""The marks of an editor that is typed in, beside what the command line finds; and how soon.

    python -m benchmarks.live_check --real ../shared/real [--rounds 20]

Types the story of ``dispatch.txt`` (cut as ``real_dispatch.py`` cuts it), with its record, into the
editor in a real Chromium: its marks have to equal what ``editorial quotes check`` prints
for the same story. Then the time from the end of the pause to the marks on the page, on a dispatch
with twenty quotes against 5 MB of record, beside an empty round trip. Ends with one line
of JSON; exits 1 when the marks differ.
"""

import argparse
import json
import re
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from benchmarks.real_dispatch import prepare
from benchmarks.story import Records, Story, records_of, story_of
from tests.browser.person import PersonAtBrowser
from tests.conftest import CHROMIUM
from tests.databases import SqliteTemplate
from tests.server import ROOT, Server

QUOTES, RECORD_BYTES = 20, 5_000_000
PAUSE_MS = 300
# The page of one that is attached; that for attaching has an address much like it.
SOURCE = re.compile(r"/sources/[0-9a-f-]{36}")
PATIENCE = 120_000
# From the end of the pause to the frame after the marks were drawn, as the page itself sees it.
TIMED = """async pause => {
  const from = performance.now() + pause;
  const done = new Promise(seen => {
    new PerformanceObserver((list, observer) => {
      if (!list.getEntries().some(({name}) => name.endsWith("/check"))) return;
      observer.disconnect();
      requestAnimationFrame(() => requestAnimationFrame(() => seen(performance.now() - from)));
    }).observe({type: "resource"});
  });
  document.querySelector('[name="headline"]').dispatchEvent(new Event("input", {bubbles: true}));
  return done;
}"""
EMPTY = """async () => {
  const from = performance.now();
  await (await fetch("/healthz")).text();
  return performance.now() - from;
}"""


def main() -> int:
    """Run it; 0 when the marks equal."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--real", type=Path, required=True)
    parser.add_argument("--rounds", type=int, default=20)
    given = parser.parse_args()
    story, records = story_of(given.real), records_of(given.real)
    with tempfile.TemporaryDirectory() as folder:
        instance = Path(folder)
        server = Server(SqliteTemplate(instance).fresh(instance), instance)
        prepare(server)
        server.start()
        try:
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(
                    executable_path="/usr/bin/chromium", args=CHROMIUM
                )
                mira = PersonAtBrowser(browser, server.address, "mira").sign_in()
                shown = marks_of(mira, story, records)
                milliseconds, empty = time_marks(mira, given.rounds)
        finally:
            server.stop()
        printed = found_by_command(story, given.real, instance)
    for here, there in zip(shown, printed, strict=False):
        print(f"{'=' if here == there else '≠'} {here[1]:16} {there[1]:16} {here[0][:70]}")
    equal = shown == printed
    median, beside = statistics.median(milliseconds), statistics.median(empty)
    told = {
        "equal": equal,
        "quotes": len(shown),
        "median_ms": round(median, 1),
        "p95_ms": round(sorted(milliseconds)[int(len(milliseconds) * 0.95)], 1),
        "empty_round_trip_ms": round(beside, 1),
        "ratio": round(median / beside, 1),
    }
    print(json.dumps(told))
    return 0 if equal else 1


def begin(mira: PersonAtBrowser, headline: str) -> str:
    """A dispatch that saved itself; its address."""
    page = mira.page
    page.goto("/dispatches/new")
    page.get_by_label("Slugline").fill("live-check")
    page.get_by_label("Headline").fill(headline)
    page.wait_for_url("**/edit")
    return page.url.removesuffix("/edit")


def attach(page: Page, dispatch: str, words: str, title: str, kind: str) -> None:
    """One source, as words."""
    page.goto(f"{dispatch}/sources/new")
    page.get_by_label("The words").fill(words)
    page.get_by_label("Title").fill(title)
    page.locator('[name="kind"]').select_option(kind)
    page.locator('main form button[type="submit"]').first.click()
    page.wait_for_url(SOURCE, timeout=PATIENCE)


def marks_of(mira: PersonAtBrowser, story: Story, records: Records) -> list[tuple[str, str]]:
    """The words and the verdict of every quote that the page marks."""
    page = mira.page
    dispatch = begin(mira, story.headline)
    for name, content, kind in records:
        attach(page, dispatch, content.decode(), name, kind)
    page.goto(f"{dispatch}/edit")
    mira.write(story.body)
    with page.expect_response("**/check") as checked:
        page.keyboard.press("End")
        page.keyboard.type(" ")
    answers: list[dict[str, Any]] = checked.value.json()["quotes"]
    inside = sum(one["places"][0]["block"] not in ("headline", "summary") for one in answers)
    page.locator(".editor-text .sign").nth(inside - 1).wait_for(timeout=PATIENCE)
    signs = page.locator(".editor-text .sign").evaluate_all(
        "all => all.map(one => one.dataset.quote)"
    )
    elsewhere = page.locator(".editor-elsewhere button").count()
    assert len(set(signs)) + elsewhere == len(answers), "a quote is not marked"
    return [(one["text"], one["verdict"]) for one in answers]


def found_by_command(story: Story, real: Path, folder: Path) -> list[tuple[str, str]]:
    """What the command line prints for the same story."""
    path = folder / "story.txt"
    path.write_text(story.body, encoding="utf-8")
    program = str(Path(sys.executable).parent / "editorial")
    records = [
        part
        for name, _content, kind in records_of(real)
        for part in ("--report" if kind == "report" else "--record", str(real / name))
    ]
    ran = subprocess.run(
        [program, "quotes", "check", str(path), "--headline", story.headline, *records, "--json"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    found = json.loads(ran.stdout)
    return [(one["text"], one["verdict"]) for one in found]


def time_marks(mira: PersonAtBrowser, rounds: int) -> tuple[list[float], list[float]]:
    """Milliseconds to the marks, and of as many empty round trips, in turn."""
    page = mira.page
    said = [f"We will rebuild bridge number {number} before winter" for number in range(QUOTES)]
    filler = "MODERATOR:  The next question, please, and keep it short as we are out of time.\n\n"
    turns = [f"MINISTER AKAN:  {words}.\n\n" for words in said]
    between = filler * (RECORD_BYTES // QUOTES // len(filler))
    dispatch = begin(mira, "Bridges to be rebuilt")
    path = f"{dispatch}/sources/new"
    page.goto(path)
    page.locator('[name="files"]').set_input_files(
        {
            "name": "record.txt",
            "mimeType": "text/plain",
            "buffer": "".join(turn + between for turn in turns).encode(),
        }
    )
    page.locator('main form button[type="submit"]').first.click()
    page.wait_for_url(SOURCE, timeout=PATIENCE)
    page.goto(f"{dispatch}/edit")
    mira.write("\n".join(f"“{words},” Akan said." for words in said))
    page.locator(".editor-text .sign").nth(QUOTES - 1).wait_for(timeout=PATIENCE)
    marks, empty = [], []
    for number in range(rounds):
        # Another text each time, so that nothing is answered from a reading that was kept.
        page.get_by_label("Byline").fill(f"Mira Solan {number}")
        page.get_by_label("Headline").fill(f"Bridges to be rebuilt, {number}")
        marks.append(page.evaluate(TIMED, PAUSE_MS))
        empty.append(page.evaluate(EMPTY))
    return marks, empty


if __name__ == "__main__":
    sys.exit(main())
