"""What another app shares waits on the device until its owner says where it is a source."""

import re
from base64 import b64encode

from playwright.sync_api import Browser, Page, expect
from sqlalchemy import create_engine, text

from tests.browser.person import PersonAtBrowser
from tests.browser.test_offline import CONTROLLED, PIN, choose_pin
from tests.browser.test_shared import SAVED, begin
from tests.db.sources.files import sound
from tests.server import Server

# As a phone's share sheet sends it: by the browser, from no page of the desk's own making.
SHARE = """([title, name, type, content]) => {
  const form = document.createElement("form");
  Object.assign(form, { method: "post", action: "/share", enctype: "multipart/form-data" });
  const field = (name, value) => {
    const input = document.createElement("input");
    Object.assign(input, { type: "hidden", name, value });
    form.append(input);
  };
  field("title", title);
  field("url", "https://example.org/talk");
  const data = new DataTransfer();
  const bytes = Uint8Array.from(atob(content), one => one.charCodeAt(0));
  data.items.add(new File([bytes], name, { type }));
  const files = document.createElement("input");
  Object.assign(files, { type: "file", name: "files", files: data.files });
  form.append(files);
  document.body.append(form);
  form.submit();
}"""
FORGET = "() => navigator.serviceWorker.controller.postMessage({ forget: true })"
KINDS = """() => new Promise(done => {
  const asked = indexedDB.open("editorial");
  asked.onsuccess = () => {
    const found = asked.result.transaction("rows").objectStore("rows").getAll();
    found.onsuccess = () => done(found.result.map(({ kind }) => kind).filter(
      kind => !["update", "head", "vector"].includes(kind)));
  };
})"""


def share(page: Page, title: str, name: str, kind: str, content: bytes) -> None:
    page.evaluate(SHARE, [title, name, kind, b64encode(content).decode()])
    page.wait_for_url(re.compile(r"/write\?share="))


def sources(server: Server) -> list[tuple[str, str, str, int]]:
    with create_engine(server.environment["DATABASE_URL"]).connect() as connection:
        rows = connection.execute(text("SELECT title, filename, terms, size FROM source"))
        return [tuple(row) for row in rows]


def test_what_is_shared_without_a_link_is_a_source_once_the_link_returns(
    chromium: Browser, server: Server
) -> None:
    mira = PersonAtBrowser(chromium, server.address, "mira").sign_in()
    page = mira.page
    begin(mira, "It rained in Vesna.")
    choose_pin(page)
    expect(page.locator(".editor-where")).to_have_text(SAVED)
    talk = sound(160)
    page.evaluate(FORGET)
    page.goto("/start")
    server.kill()
    share(page, "Talk on the quay", "talk.wav", "audio/wav", talk)
    page.get_by_label("PIN on this device").fill(PIN)
    page.keyboard.press("Enter")
    part = page.locator("[data-shares]")
    expect(part).to_contain_text("not attached anywhere yet", timeout=30_000)
    expect(part).to_contain_text("talk.wav, 2.6 MB")
    assert sorted(page.evaluate(KINDS)) == ["piece", "piece", "share"]
    mira.look("share")
    part.get_by_label("Terms").select_option("background")
    part.get_by_label("It is a source of").select_option(label="Bridge to be rebuilt")
    part.get_by_role("button", name="Attach it there").click()
    page.wait_for_url(re.compile(r"/write\?draft="))
    expect(page.locator("[data-sources]")).to_contain_text(
        "Talk on the quay, waits for the link", timeout=30_000
    )
    assert sorted(page.evaluate(KINDS)) == ["piece", "piece", "source"]
    server.start()
    expect(page.locator("[data-sources]")).to_be_hidden(timeout=60_000)
    page.reload()
    expect(page.locator(".editor-where")).to_have_text(SAVED, timeout=30_000)
    expect(page.locator("[data-shares]")).to_be_hidden()
    assert page.evaluate(KINDS) == []
    came = [(terms, size) for _, name, terms, size in sources(server) if name == "talk.wav"]
    assert came == [("background", len(talk))]


def test_what_is_shared_with_a_link_goes_to_the_desk_s_own_form(
    chromium: Browser, server: Server
) -> None:
    mira = PersonAtBrowser(chromium, server.address, "mira").sign_in()
    page = mira.page
    begin(mira, "It rained in Vesna.")
    page.evaluate("navigator.serviceWorker.register('/writing-worker.js')")
    page.evaluate(CONTROLLED)
    # Nobody has a place here yet: it waits in memory until there is one.
    share(page, "", "notes.txt", "text/plain", b"MINISTER AKAN:  It rained.")
    expect(page.get_by_text("waits on this page only")).to_be_visible()
    choose_pin(page)
    part = page.locator("[data-shares]")
    expect(part).to_contain_text("notes.txt", timeout=30_000)
    part.get_by_text("To a dispatch at the desk").click()
    part.get_by_role("link", name="Bridge to be rebuilt").click()
    page.wait_for_url(re.compile(r"/edit\?share="))
    dialog = page.get_by_role("dialog", name="Add a source")
    expect(dialog.get_by_text("notes.txt has arrived")).to_be_visible(timeout=30_000)
    expect(dialog.get_by_label("The words")).to_have_value("https://example.org/talk")
    dialog.get_by_label("The words").fill("")
    dialog.get_by_role("button", name=re.compile("attach", re.I)).first.click()
    expect(dialog).to_be_hidden()
    page.wait_for_url(re.compile(r"/edit$"))
    assert [name for _, name, *_ in sources(server)] == ["notes.txt"]
    # Any site can send such a form: what is not wanted is discarded, and nothing was attached.
    share(page, "Not wanted", "junk.txt", "text/plain", b"junk")
    expect(part).to_contain_text("Not wanted", timeout=30_000)
    part.get_by_role("button", name="Discard").click()
    part.get_by_role("button", name="Discard it for good").click()
    expect(part).to_be_hidden()
    assert page.evaluate(KINDS) == []
    assert len(sources(server)) == 1
