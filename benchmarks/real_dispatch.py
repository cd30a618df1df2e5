"""One real dispatch and its record through the whole desk, over HTTP only.

    python benchmarks/real_dispatch.py ../shared/real [DATABASE_URL]

Starts the real server on a fresh database with the sample agency's people, and as they would: files
the dispatch, attaches its three records, shows every quote, is refused approval, returns it,
settles the rest, is refused self-approval, approves as another editor, publishes, reads article
and feed, verifies the log. Prints each step, ends with one line of JSON, and exits 1 when a step
does not hold.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.story import Records, Story, records_of, story_of  # noqa: E402
from editorial.demo.people import PASSWORD  # noqa: E402
from tests.reader import Element, Reader  # noqa: E402  (the path is set above)
from tests.server import Server  # noqa: E402

BEGINS = "Some are questioning"


class StepFailed(Exception):
    """What did not hold."""


def main(folder: Path, database_url: str | None) -> int:
    """Run every step; 0 when all hold."""
    steps: list[str] = []
    began = time.perf_counter()
    story, records = story_of(folder), records_of(folder)
    with tempfile.TemporaryDirectory() as instance:
        url = database_url or f"sqlite:///{Path(instance) / 'editorial.db'}"
        server = Server(url, Path(instance))
        prepare(server)
        server.start()
        try:
            figures = run(server, story, records, steps)
            check_log(server, steps)
        except (StepFailed, LookupError, RuntimeError) as failure:
            print(f"\nDOES NOT HOLD after “{steps[-1] if steps else 'start'}”: {failure}")
            print(json.dumps({"holds": False, "steps": len(steps), "failure": str(failure)}))
            return 1
        finally:
            server.stop()
    seconds = round(time.perf_counter() - began, 2)
    print(json.dumps({"holds": True, "steps": len(steps), "seconds": seconds, **figures}))
    return 0


def prepare(server: Server) -> None:
    """A fresh database with people in it, by the product's own command line."""
    fill = "from editorial.demo.fill import fill_people; fill_people()"
    program = (
        "from editorial.terminal.newsroom import newsroom\n"
        "from editorial.models.database import db\n"
        "from editorial.models.migrating import migrate\n"
        f"with newsroom(migrated=False):\n    migrate(db.engine)\n    {fill}\n"
    )
    subprocess.run([sys.executable, "-c", program], env=server.environment, cwd=ROOT, check=True)


def run(server: Server, story: Story, records: Records, steps: list[str]) -> dict[str, object]:
    """The dispatch's way from the correspondent to the readers."""

    def hold(name: str, holds: object, why: str = "") -> None:
        if not holds:
            raise StepFailed(f"{name}: {why}" if why else name)
        steps.append(name)
        print(f"{len(steps):>2}. {name}")

    mira, ana, ilse, omar = (
        Reader(server.address).sign_in(f"{name}@meridian.example", PASSWORD)
        for name in ("mira", "ana", "ilse", "omar")
    )
    ruth = Reader(server.address).sign_in("ruth@meridian.example", PASSWORD)
    hold("a correspondent, a checker, two editors and the editor-in-chief sign in", True)

    dispatch = write(mira, story)
    hold("the correspondent writes the dispatch", dispatch)
    for filename, content, kind in records:
        mira.open(f"{dispatch}/sources/new")
        mira.upload(
            mira.form("", kind="transcript"),
            [("files", (filename, content, "text/plain"))],
            kind=kind,
        )
    mira.open(dispatch)
    attached = [name for name, _content, _kind in records if Path(name).stem in mira.page.text]
    hold("three records are attached", len(attached) == len(records), f"seen: {attached}")

    quotes = read_quotes(mira.page)
    show(quotes)
    check_quotes(quotes, hold)
    filed = file_it(mira, dispatch)
    hold("it is filed", "filed" in state_of(filed), state_of(filed))

    ana.open(dispatch)
    decide(ana, dispatch, "claim")
    hold("an editor claims it", "in review" in state_of(ana.page))
    refused = try_to(ana, dispatch, "approve")
    hold("approval is refused while quotes are open", "still open" in refused, refused)
    decide(ana, dispatch, "return", note="Please settle the open quotes or drop them.")
    hold("it is returned with a reason", "returned" in state_of(ana.page))
    mira.open(dispatch)
    hold("the author reads the reason", "settle the open quotes" in mira.page.text)

    change(omar, dispatch, summary="NATO’s foreign ministers end their talks with a pledge.")
    hold("a second editor adds a summary and files it again", "filed" in state_of(omar.page))
    decide(omar, dispatch, "claim")
    settled = settle_all(ilse, dispatch)
    left = [quote for quote in read_quotes(ilse.page) if quote["open"]]
    hold(f"a checker settles the rest, {settled} quotes, with reasons", settled and not left)
    refused = try_to(omar, dispatch, "approve")
    hold("who changed the text may not approve it", "someone else" in refused, refused)
    decide(ana, dispatch, "approve")
    hold("another editor approves it", "approved" in state_of(ana.page))
    decide(ruth, dispatch, "publish")
    hold("the editor-in-chief publishes it", "done" in state_of(ruth.page))
    read_site(server, ruth, story, hold)
    return {"quotes": len(quotes), "settled": settled}


def write(reader: Reader, story: Story) -> str:
    """A new dispatch, saved as a draft; its address."""
    reader.open("/dispatches/new")
    form = next(f for f in reader.page.all("form") if "headline" in names(f))
    desk = next(
        option.attributes["value"]
        for select in form.all("select")
        if select.attributes.get("name") == "desk"
        for option in select.all("option")
        if option.text == "Politics"
    )
    reader.send(
        form,
        desk=desk,
        slugline="nato-brussels",
        headline=story.headline,
        dateline_place="BRUSSELS",
        dateline_date="2023-11-29",
        byline="Washington correspondent",
        body=story.body,
    )
    found = re.match(r"(/dispatches/[0-9a-f-]{36})", reader.where)
    if found is None:
        raise StepFailed(f"the draft was not saved: {reader.page.text[:400]}")
    return found.group(1)


def file_it(reader: Reader, dispatch: str) -> Element:
    """File the draft from its edit page."""
    reader.open(f"{dispatch}/edit")
    form = next(f for f in reader.page.all("form") if "headline" in names(f))
    reader.send(form, **pressed(form, "file"))
    reader.open(dispatch)
    return reader.page


def change(reader: Reader, dispatch: str, **fields: str) -> None:
    """Change the text and file it again."""
    reader.open(f"{dispatch}/edit")
    form = next(f for f in reader.page.all("form") if "headline" in names(f))
    reader.send(form, **fields, **pressed(form, "file"))
    reader.open(dispatch)


def decide(reader: Reader, dispatch: str, action: str, **fields: str) -> None:
    """Do one act of the panel and stay on the page."""
    reader.open(dispatch)
    answer = reader.send(reader.form("/decision", action=action), **fields)
    if answer.status_code != 200:
        raise StepFailed(f"{action}: {answer.status_code}, {reader.page.text[:300]}")
    reader.open(dispatch)


def try_to(reader: Reader, dispatch: str, action: str) -> str:
    """Do an act that should be refused, past its disabled button; what the desk says."""
    reader.open(dispatch)
    form = next(f for f in reader.page.all("form") if "/decision" in f.attributes.get("action", ""))
    answer = reader.send(form, action=action)
    if answer.status_code != 409:
        raise StepFailed(f"{action} was not refused but answered {answer.status_code}")
    return reader.page.text


def settle_all(reader: Reader, dispatch: str) -> int:
    """Settle every open quote, each in its own way, with a reason."""
    settled = 0
    while True:
        reader.open(dispatch)
        forms = [f for f in reader.page.all("form") if "/settle" in f.attributes.get("action", "")]
        if not forms:
            return settled
        second_hand = "another outlet" in reader.page.text
        answer = reader.send(
            forms[0],
            kind="secondary_accepted" if second_hand and settled == 0 else "heard",
            note="Heard on the ministry's own recording of the appearance; I was listening.",
        )
        if answer.status_code != 200:
            raise StepFailed(f"settling: {answer.status_code}, {reader.page.text[:300]}")
        settled += 1


def read_quotes(page: Element) -> list[dict[str, str]]:
    """The list beside the text, as the page shows it."""
    quotes = []
    for item in page.all("li", "quote-item"):
        words, speaker, verdict = (
            item.first("", css) for css in ("quote-words", "quote-speaker", "verdict-words")
        )
        both = [dd.text for dd in item.all("dd")]
        quotes.append(
            {
                "words": words.text if words else (both[0] if both else ""),
                "speaker": speaker.text.split("·")[0].strip() if speaker else "",
                "verdict": verdict.text if verdict else "",
                "passage": both[1] if len(both) > 1 else "",
                "differing": " | ".join(m.text for m in item.all("mark") if m.text),
                "open": "open" if item.first("span", "tag") else "",
                "all": item.text,
            }
        )
    return quotes


def show(quotes: list[dict[str, str]]) -> None:
    """The table of quotes."""
    print()
    for quote in quotes:
        print(f"    {quote['verdict']:<40} {quote['open']:<5} {quote['speaker'][:40]}")
        print(f"      story:  {quote['words'][:110]}")
        if quote["passage"]:
            print(f"      record: {quote['passage'][:110]}")
        if quote["differing"]:
            print(f"      differs: {quote['differing'][:110]}")
    print()


def check_quotes(quotes: list[dict[str, str]], hold: Callable[[str, object, str], None]) -> None:
    """What the desk must have found."""
    headline = [q for q in quotes if q["words"].startswith("We Must And We Will")]
    hold("the headline's quote is found", headline, str([q["words"] for q in quotes]))
    some = [q for q in quotes if q["words"].startswith(BEGINS)]
    hold(f"the quote “{BEGINS}…” is found", len(some) == 1, str(len(some)))
    said = some[0]["all"]
    hold("it is a light edit of the record", "As in the record but for punctuation" in said, said)
    hold(
        "the comma missing after “We must” is shown, and no other difference",
        some[0]["differing"] == ",",
        some[0]["differing"],
    )
    hold("every quote has its speaker", all("named" not in q["speaker"] for q in quotes), "")
    hold("quotes are open", any(q["open"] for q in quotes), "")


def read_site(
    server: Server, editor: Reader, story: Story, hold: Callable[[str, object, str], None]
) -> None:
    """The article and the feed as any reader gets them."""
    address = next(
        link.attributes["href"]
        for link in editor.page.all("a")
        if "/news/" in link.attributes.get("href", "")
    )
    reader = Reader(server.address)
    reader.open(address)
    hold("readers see the article", story.headline in reader.page.text, address)
    last = story.body.strip().split("\n")[-1].strip('"')[:60]
    hold("its text is whole", last.split(" – ")[0] in reader.page.text, last)
    hold(
        "it says how its quotes were checked", "checked before publication" in reader.page.text, ""
    )
    feed = reader.open("/feed.atom").text
    hold("the feed carries it", "Continue To Support Ukraine" in feed, "")


def check_log(server: Server, steps: list[str]) -> None:
    """``editorial log verify`` on the server's database."""
    program = str(Path(sys.executable).parent / "editorial")
    done = subprocess.run(
        [program, "log", "verify"],
        env=server.environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise StepFailed(done.stderr)
    steps.append("the log holds")
    print(f"{len(steps):>2}. {done.stdout.strip()}\n")


def state_of(page: Element) -> str:
    """The state's word at the head of the dispatch page."""
    state = page.first("", "state")
    return "" if state is None else state.text


def names(form: Element) -> set[str]:
    """The names of a form's fields."""
    return {one.attributes.get("name", "") for one in form.all()}


def pressed(form: Element, act: str) -> dict[str, str]:
    """The name and value of the button that ``act`` is."""
    for button in form.all("button"):
        if button.attributes.get("value") == act:
            return {button.attributes["name"]: act}
    raise LookupError(f"no button {act!r}: {[b.attributes for b in form.all('button')]}")


if __name__ == "__main__":
    os.chdir(ROOT)
    sys.exit(main(Path(sys.argv[1]).resolve(), sys.argv[2] if len(sys.argv) > 2 else None))
