"""The record by hand: files sent over a link that breaks, heard beside their transcript."""

import re
from pathlib import Path

from playwright.sync_api import Browser, Route, expect

from tests.browser.person import PersonAtBrowser
from tests.db.sources.files import pdf, sound
from tests.server import Server

VTT = (
    "WEBVTT\n\n00:00:00.000 --> 00:00:01.000\n<v Minister Akan>Good evening.\n\n"
    "00:00:02.000 --> 00:00:04.000\n<v Minister Akan>We will rebuild the bridge before winter.\n"
)


def begun(mira: PersonAtBrowser) -> str:
    """A new dispatch; the address of the page that attaches to it."""
    page = mira.page
    page.goto("/dispatches/new")
    page.get_by_label("Slugline").fill("bridge-rebuild")
    page.get_by_label("Headline").fill("The bridge")
    mira.write("“We will rebuild the bridge before winter,” Akan said.")
    page.get_by_role("button", name="Save draft").click()
    page.wait_for_url(re.compile(r"/dispatches/[0-9a-f-]{36}$"))
    return f"{page.url}/sources/new"


def test_a_recording_arrives_over_a_broken_link_and_plays_from_its_transcript(
    chromium: Browser, server: Server, tmp_path: Path
) -> None:
    mira = PersonAtBrowser(chromium, server.address, "mira").sign_in()
    page = mira.page
    attach = begun(mira)
    broken: list[str] = []

    def break_some(route: Route) -> None:
        if route.request.method == "PATCH" and len(broken) < 2:
            broken.append(route.request.url)
            route.abort("connectionreset")
        else:
            route.continue_()

    page.route("**/uploads/*", break_some)
    page.goto(attach)
    recording = tmp_path / "talk.wav"
    recording.write_bytes(sound(seconds=20, rate=44100))
    page.get_by_label("Files", exact=True).set_input_files(recording)
    page.get_by_label("Kind").select_option("recording")
    page.get_by_role("button", name="Attach", exact=True).click()
    expect(page.get_by_role("heading", name="talk", exact=True)).to_be_visible(timeout=60_000)
    assert len(broken) == 2
    mira.look("recording")
    page.goto(attach)
    captions = tmp_path / "talk.vtt"
    captions.write_text(VTT)
    page.get_by_label("Files", exact=True).set_input_files(captions)
    expect(page.get_by_text("talk.vtt has arrived")).to_be_visible()
    page.get_by_label("It writes down the recording").select_option(label="talk")
    mira.look("attach")
    page.get_by_role("button", name="Attach", exact=True).click()
    later = page.get_by_role("link", name="Play from 0:00:02")
    expect(later).to_be_visible()
    player = page.locator("[data-player]")
    # Asked in the page itself: to look again and again is what its policy forbids.
    player.evaluate(
        "one => one.readyState >= 1 || new Promise("
        "done => one.addEventListener('loadedmetadata', () => done(true), {once: true}))"
    )
    later.click()
    player.evaluate(
        "one => one.currentTime >= 2 || new Promise(done => "
        "one.addEventListener('timeupdate', () => one.currentTime >= 2 && done(true)))"
    )
    mira.look("transcript")


def test_files_are_dropped_on_the_page(chromium: Browser, server: Server) -> None:
    mira = PersonAtBrowser(chromium, server.address, "mira").sign_in()
    page = mira.page
    page.goto(begun(mira))
    content = pdf([["MINISTER AKAN:  We will rebuild the bridge before winter."]])
    page.evaluate(
        """bytes => {
          const files = new DataTransfer();
          files.items.add(new File([new Uint8Array(bytes)], "minutes.pdf"));
          const options = {dataTransfer: files, bubbles: true, cancelable: true};
          document.querySelector("main").dispatchEvent(new DragEvent("drop", options));
        }""",
        list(content),
    )
    expect(page.get_by_text("minutes.pdf has arrived")).to_be_visible()
    page.get_by_role("button", name="Attach", exact=True).click()
    expect(page.get_by_role("heading", name="minutes")).to_be_visible()
    expect(page.get_by_text("1 passage")).to_be_visible()


def test_words_of_the_record_are_put_into_the_story_true_from_birth(
    chromium: Browser, server: Server
) -> None:
    mira = PersonAtBrowser(chromium, server.address, "mira").sign_in()
    page = mira.page
    attach = begun(mira)
    page.goto(attach)
    page.get_by_label("The words").fill(
        "MINISTER AKAN:  The money is there. We will rebuild the bridge before winter.\n\n"
        "Q    And the ferry?\n"
    )
    page.get_by_label("Title").fill("Press conference")
    page.get_by_role("button", name="Attach", exact=True).click()
    expect(page.get_by_role("heading", name="Press conference")).to_be_visible()
    page.goto(attach.replace("/sources/new", "/edit"))
    mira.write("It is cold.")
    page.get_by_text("The record", exact=True).click()
    page.get_by_label("Look through the record").fill("bridge")
    line = page.locator("[data-source]", has_text="We will rebuild")
    expect(line).to_have_count(1)
    mira.look("record-pane")
    line.evaluate(
        """words => {
          const [text, at] = [words.firstChild, words.textContent.indexOf("We will")];
          getSelection().setBaseAndExtent(text, at, text, words.textContent.length);
        }"""
    )
    page.get_by_role("button", name="Insert as quote").click()
    text = page.locator(".editor-text")
    expect(text).to_contain_text(
        "It is cold. “We will rebuild the bridge before winter,” Minister Akan said."
    )
    expect(page.locator(".editor .verdict-verbatim.mark").first).to_be_visible()
    page.keyboard.press("Control+z")
    expect(text).not_to_contain_text("rebuild")


DROP = """words => {
  const dropped = new DataTransfer();
  dropped.items.add(new File([words], "briefing.txt", {type: "text/plain"}));
  const [bubbles, cancelable] = [true, true];
  document.body.dispatchEvent(new DragEvent("drop", {dataTransfer: dropped, bubbles, cancelable}));
}"""


def test_a_file_dropped_beside_the_text_bears_its_quote_out(
    chromium: Browser, server: Server
) -> None:
    mira = PersonAtBrowser(chromium, server.address, "mira").sign_in()
    page = mira.page
    page.goto(begun(mira).replace("/sources/new", "/edit"))
    sign = page.locator(".editor .sign-not_found")
    expect(sign).to_be_visible(timeout=20_000)
    page.evaluate(DROP, "MINISTER AKAN:  We will rebuild the bridge before winter.")
    dialog = page.get_by_role("dialog", name="Add a source")
    expect(dialog.get_by_text("briefing.txt has arrived")).to_be_visible(timeout=20_000)
    mira.look("source-beside")
    dialog.get_by_role("button", name="Attach", exact=True).click()
    expect(dialog).to_be_hidden(timeout=20_000)
    expect(page.locator(".editor .sign-verbatim")).to_be_visible(timeout=20_000)
    expect(page.locator("[data-wanting]")).not_to_contain_text("a source")
    page.get_by_role("button", name="Add a source…").click()
    expect(dialog).to_be_visible(timeout=20_000)
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
