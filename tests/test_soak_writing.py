"""Writing through cut links, killed servers, a day without a link, and hostile updates, in numbers.

Less than a tenth in ``make test``, all of it in ``make soak``.
"""

import json
import random
import re
from contextlib import suppress

import pytest
from playwright.sync_api import Browser, Page, expect
from playwright.sync_api import Error as PlaywrightError
from sqlalchemy import create_engine, text

from editorial.document.content import Content
from editorial.document.schema import leaves
from editorial.document.shared import Shared, Typed
from editorial.document.validate import InvalidDocument
from editorial.drafting.sync import Sent, take_and_give
from editorial.models.saving import saving
from editorial.models.working_copy import WorkingCopy
from editorial.pipeline.refusal import Refused
from editorial.workflow.words import Role
from tests.browser.person import PersonAtBrowser
from tests.link import Link
from tests.newsroom import Newsroom
from tests.server import Server
from tests.test_soak import FULL

pytestmark = pytest.mark.soak
SAVED = "Saved at the desk."
SLOW = 60_000
# The end or the whole of the paragraph of that number, as a person chooses it with the mouse.
CHOOSE = """([number, whole]) => {
  const blocks = document.querySelectorAll(".editor-text > p");
  const block = blocks[number % blocks.length];
  const range = document.createRange();
  range.selectNodeContents(block);
  if (!whole) range.collapse(false);
  const selection = getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
  return block.textContent;
}"""
BLOCKS = """blocks => blocks.map(block => {
  const copy = block.cloneNode(true);
  for (const other of copy.querySelectorAll(".other")) other.remove();
  return copy.textContent.replaceAll("\\u2060", "");
})"""


def begin(mira: PersonAtBrowser, *lines: str) -> str:
    page = mira.page
    page.goto("/dispatches/new")
    page.get_by_label("Slugline").fill("a-long-day")
    mira.write("\n".join(lines))
    page.wait_for_url(re.compile(r"/dispatches/[0-9a-f-]{36}/edit$"), timeout=SLOW)
    expect(page.locator(".editor-where")).to_have_text(SAVED, timeout=SLOW)
    return page.url


def paragraphs(page: Page) -> list[str]:
    found: list[str] = page.locator(".editor-text > *").evaluate_all(BLOCKS)
    return found


def at_the_desk(server: Server) -> list[str]:
    """The working copy's paragraphs, from the database."""
    with create_engine(server.environment["DATABASE_URL"]).connect() as connection:
        stored = connection.execute(text("SELECT content FROM working_copy")).scalar_one()
    content = Content.from_json(json.loads(stored) if isinstance(stored, str) else stored)
    return ["".join(getattr(t, "text", "") for t in leaf.content) for leaf in leaves(content.body)]  # type: ignore[union-attr]  # no pictures here


def agreed(pages: list[Page], server: Server) -> list[str]:
    """What all of them show and the desk has, once they do."""
    for _ in range(60):
        for page in pages:
            expect(page.locator(".editor-where")).to_have_text(SAVED, timeout=SLOW)
        shown = [paragraphs(page) for page in pages]
        if all(one == at_the_desk(server) for one in shown):
            return shown[0]
        pages[0].wait_for_timeout(500)  # the next asking
    raise AssertionError("the devices and the desk never agreed")


def test_a_cut_link_and_a_killed_server_lose_no_letter(
    chromium: Browser,
    server: Server,
) -> None:
    cuts, kills, tabs = (300, 50, 20) if FULL else (10, 2, 1)
    link = Link(server.port, 3)
    mira = PersonAtBrowser(chromium, link.address, "mira").sign_in()
    address = begin(mira, "It begins.")
    page = mira.page
    typed: list[str] = []

    def type_one() -> None:
        typed.append(f"w{len(typed)}")
        page.keyboard.type(f" {typed[-1]}")

    link.share = 0.4
    while link.cuts < cuts:
        type_one()
        page.wait_for_timeout(20)
    link.share = 0.0
    for _ in range(kills):
        type_one()
        server.kill()
        type_one()
        server.start()
    words = agreed([page], server)
    assert words == [" ".join(["It begins.", *typed])]
    # The tab dies while its words are at the desk, and is opened again.
    for _ in range(tabs):
        page = mira.page = killed(page)
        page.goto(address)
        expect(page.locator(".editor-where")).to_have_text(SAVED, timeout=SLOW)
        page.locator(".editor-text").focus()
        page.keyboard.press("Control+End")
        type_one()
        words = agreed([page], server)
    assert words == [" ".join(["It begins.", *typed])]
    link.close()
    print(
        f"\n{link.cuts} cuts, {kills} kills of the server, {tabs} of the tab, {len(typed)} words "
        "typed: all of them at the desk"
    )


def killed(page: Page) -> Page:
    """Another tab, once the process behind this one is dead."""
    with page.expect_event("crash", timeout=SLOW), suppress(PlaywrightError):
        page.goto("chrome://crash")
    page.close()
    return page.context.new_page()


class Device:
    """One of two devices that write a day long without hearing of each other."""

    def __init__(self, person: PersonAtBrowser, letter: str, seed: int) -> None:
        self.page, self.letter, self.rng = person.page, letter, random.Random(seed)
        self.made = self.cut = 0
        self.alive: set[str] = set()

    def edit(self) -> None:
        """Type a word somewhere, in a paragraph of its own, or take a whole paragraph out."""
        dice, keyboard = self.rng.random(), self.page.keyboard
        whole = dice < 0.08
        before = self.page.evaluate(CHOOSE, [self.rng.randrange(1000), whole])
        if whole:
            keyboard.press("Backspace")
            keyboard.press("Backspace")
            self.alive -= set(re.findall(r"[ab]\d+", before))
            self.cut += 1
            return
        if dice < 0.3:
            keyboard.press("Enter")
        self.made += 1
        word = f"{self.letter}{self.made}"
        keyboard.type(f" {word}")
        self.alive.add(word)


def test_two_devices_that_wrote_a_day_without_a_link_meet_and_lose_no_word(
    chromium: Browser,
    server: Server,
) -> None:
    edits = 2000 if FULL else 60
    mira = PersonAtBrowser(chromium, server.address, "mira").sign_in()
    address = begin(mira, *(f"Paragraph {number}." for number in range(12)))
    omar = PersonAtBrowser(chromium, server.address, "omar").sign_in()
    omar.page.goto(address)
    devices = [Device(mira, "a", 5), Device(omar, "b", 8)]
    for device in devices:
        expect(device.page.locator(".editor-text")).to_contain_text("Paragraph 11.")
        device.page.context.set_offline(True)
        device.page.locator(".editor-text").focus()
        for _ in range(edits // 2):
            device.edit()
    for device in devices:
        device.page.context.set_offline(False)
    words = " ".join(agreed([device.page for device in devices], server))
    found = set(re.findall(r"[ab]\d+", words))
    for device in devices:
        assert not device.alive - found, f"lost: {sorted(device.alive - found)}"
    made, cut = (sum(getattr(one, name) for one in devices) for name in ("made", "cut"))
    print(
        f"\n{edits} edits on two devices: {made} words, {cut} paragraphs taken out; none else lost"
    )


def mangled(rng: random.Random, update: bytes, foreign: list[bytes]) -> bytes:
    """Cut, changed, doubled, or something else altogether."""
    kind = rng.random()
    if kind < 0.1:
        return rng.choice(foreign)
    if kind < 0.15:
        return rng.randbytes(rng.randrange(200))
    found = bytearray(update[: rng.randrange(1, len(update) + 1)] if kind < 0.5 else update)
    for _ in range(rng.choice((0, 1, 1, 2, 5))):
        found[rng.randrange(len(found))] = rng.choice((0, 1, 127, 128, 255, rng.randrange(256)))
    return bytes(found)


def test_hostile_updates_change_no_other_dispatch_and_leave_the_text_readable(
    sqlite_newsroom: Newsroom,
) -> None:
    room, tries = sqlite_newsroom, 10_000 if FULL else 200
    author = room.person("Mira Sol", Role.CORRESPONDENT)
    mine, other = room.dispatch(author, "It rained."), room.dispatch(author, "Not this one.")
    untouched = room.read().get_one(WorkingCopy, other).content
    rng, counts = random.Random(13), {"taken": 0, "refused": 0}
    with saving() as session:
        state = take_and_give(session, Sent(author.id, other, room.time)).lacking
    assert state is not None
    copy, version = Shared(), 0
    for _ in range(tries):
        if not version:
            with saving() as session:
                answer = take_and_give(session, Sent(author.id, mine, room.time))
            assert answer.lacking is not None
            copy, version = Shared([answer.lacking]), answer.version
        now, typed = copy.read(), Shared([copy.state])
        update = typed.change(Typed({**now.fields, "headline": f"{rng.random()}"}, now.body))
        assert update is not None
        sent = mangled(rng, update, [state, update])
        try:
            with saving() as session:
                take_and_give(session, Sent(author.id, mine, room.time, version, b"", sent))
            counts["taken"] += 1
            version = 0
            Content.from_json(room.read().get_one(WorkingCopy, mine).content)
        except (InvalidDocument, Refused):
            counts["refused"] += 1
    assert room.read().get_one(WorkingCopy, other).content == untouched
    assert all(counts.values())
    print(f"\n{tries} hostile updates: {counts}; the text can be read, the other is as it was")
