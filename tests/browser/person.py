"""A person at a browser: clicks, types, and has every page looked at by axe and a camera."""

import re
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page

from editorial.demo.people import PASSWORD

ARTEFACTS = Path(__file__).resolve().parents[1] / "artefacts"
WIDTHS = (1280, 390)
# A refusal, and a server that a test has stopped: the browser complains, but no page is at fault.
EXPECTED = ("409", "ERR_CONNECTION_REFUSED", "ERR_CONNECTION_RESET", "ERR_INTERNET_DISCONNECTED")


class PersonAtBrowser:
    """One browser context, signed in as nobody yet."""

    def __init__(
        self, browser: Browser, address: str, name: str = "reader", *, scripts: bool = True
    ) -> None:
        self.name, self.address = name, address
        self.page: Page = browser.new_context(
            base_url=address,
            viewport={"width": 1280, "height": 900},
            java_script_enabled=scripts,
        ).new_page()
        self.complaints: list[str] = []
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", self._listen)

    def sign_in(self) -> "PersonAtBrowser":
        """By the form, as the sample person of that name."""
        self.page.goto("/sign-in")
        self.page.get_by_label("E-mail").fill(f"{self.name}@meridian.example")
        self.page.get_by_label("Password", exact=True).fill(PASSWORD)
        self.page.get_by_role("button", name="Sign in").click()
        self.page.wait_for_url(re.compile(r"/start"))
        return self

    def look(self, name: str) -> None:
        """Screenshots at both widths; axe and the width must have nothing to say at either."""
        ARTEFACTS.mkdir(exist_ok=True)
        for width in WIDTHS:
            self.page.set_viewport_size({"width": width, "height": 900})
            self.page.screenshot(path=ARTEFACTS / f"{name}-{width}.png", full_page=True)
            found = Axe().run(self.page)
            assert not found.response["violations"], f"{name} at {width}: {found.generate_report()}"
            overflow = self.page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            )
            assert overflow <= 0, f"{name} scrolls sideways at {width} px by {overflow}"
        self.page.set_viewport_size({"width": WIDTHS[0], "height": 900})
        assert not self.complaints, self.complaints

    def write(self, text: str) -> None:
        """Type into the editor in the place of what is there, a line a paragraph."""
        self.page.get_by_label("Text", exact=True).focus()
        keyboard = self.page.keyboard
        keyboard.press("Control+a")
        keyboard.press("Delete")
        for number, line in enumerate(filter(None, text.splitlines())):
            if number:
                keyboard.press("Enter")
            keyboard.insert_text(line)

    def form(self, action: str) -> Locator:
        """The panel's form for one act."""
        return self.page.locator(
            f'form[action*="/decision"]:has(input[name="action"][value="{action}"])'
        )

    def decide(self, action: str, note: str = "") -> None:
        """Do one act of the panel, opening its details where it has some."""
        form = self.form(action)
        if not form.is_visible():
            self.page.locator("details", has=form).locator("summary").first.click()
        if note:
            form.get_by_role("textbox").first.fill(note)
        form.get_by_role("button").last.click()
        self.page.wait_for_load_state()

    def state(self) -> str:
        """The state's word at the head of a dispatch page."""
        return self.page.locator(".head .state").first.inner_text()

    def _listen(self, message: object) -> None:
        words = getattr(message, "text", "")
        if getattr(message, "type", "") == "error" and not any(one in words for one in EXPECTED):
            self.complaints.append(words)
