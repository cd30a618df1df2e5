"""The editor, by typing, pasting and clicking; and the same form without it."""

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, Request, expect

from editorial.document.canonical import canonical
from editorial.document.schema import to_json
from editorial.drafting.tree import read_tree
from tests.browser.person import PersonAtBrowser
from tests.server import Server

RECORD = """MINISTER AKAN:  We will rebuild the bridge before winter. The money is there.

Q    Will you resign if you are late?

MINISTER AKAN:  If we are late, I will stand here and tell you why.
"""
TRUE = "“We will rebuild the bridge before winter,” Akan said."
TURNED = "“If we are late, I will not stand here and tell you why,” Akan said."
MENDED = "“If we are late, I will stand here and tell you why,” Akan said."
SAY_ALOUD = "says something else than the record"
WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>
<!-- p.MsoNormal {margin:0cm; color:red} --></style></head>
<body lang=EN-US style='tab-interval:36pt'>
<!--StartFragment--><p class=MsoNormal style='margin:0cm'><b style='mso-bidi-font-weight:normal'>
<span style='color:#C00000'>Bold words</span></b> and <span style='font-style:italic'>slanted</span>
 ones<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]>
<span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span>
<![endif]>First point</p><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'>
<span style='mso-list:Ignore'>·</span>Second <a href="javascript:alert(1)">point</a></p>
<h1 style='page-break-after:avoid'>A heading</h1><script>alert(1)</script>
<table><tr><td>A cell</td></tr></table><img src=x onerror="alert(1)">
<p class=MsoNormal>"Straight" and “curly” and «angled» marks</p><!--EndFragment--></body></html>"""
PASTE = """html => {
  const data = new DataTransfer();
  data.setData("text/html", html);
  const pasted = {clipboardData: data, bubbles: true, cancelable: true};
  document.querySelector(".editor-text").dispatchEvent(new ClipboardEvent("paste", pasted));
}"""


@pytest.fixture
def mira(chromium: Browser, server: Server) -> PersonAtBrowser:
    """At the page for writing a dispatch of her own that has a record."""
    mira = PersonAtBrowser(chromium, server.address, "mira").sign_in()
    page = mira.page
    page.goto("/dispatches/new")
    page.get_by_label("Slugline").fill("bridge-rebuild")
    page.get_by_label("Headline").fill("Bridge to be rebuilt")
    page.get_by_role("button", name="Save draft").click()
    page.wait_for_url(re.compile(r"/dispatches/[0-9a-f-]{36}$"))
    dispatch = page.url
    page.goto(f"{dispatch}/sources/new")
    page.get_by_label("The words").fill(RECORD)
    page.get_by_label("Title").fill("Press conference of the works minister")
    page.get_by_role("button", name=re.compile("attach", re.I)).first.click()
    page.goto(f"{dispatch}/edit")
    return mira


def blocks(page: Page) -> list[str]:
    found: list[str] = page.locator(".editor-text > *").evaluate_all(
        "nodes => nodes.map(node => node.textContent.replace(/\\u2060/g, ''))"
    )
    return found


def posted(page: Page) -> dict[str, Any]:
    """What the form sends as the text when the draft is saved."""
    sent: list[str] = []

    def listen(request: Request) -> None:
        if request.method == "POST" and request.url.endswith("/edit"):
            sent.append(request.post_data or "")

    page.on("request", listen)
    page.get_by_role("button", name="Save draft").click()
    page.wait_for_url(re.compile(r"/dispatches/[0-9a-f-]{36}$"))
    found = re.search(r'name="document"\r\n\r\n(.*?)\r\n--', sent[0], re.DOTALL)
    assert found is not None
    assert 'name="body"' not in sent[0]
    tree: dict[str, Any] = json.loads(found[1])
    return tree


def test_a_quote_is_marked_as_it_is_typed_and_given_the_record_s_words(
    mira: PersonAtBrowser,
) -> None:
    page = mira.page
    mira.write(f"{TRUE}\n{TURNED}\nIt has a # of “uses”.")
    signs = page.locator(".editor .sign")
    expect(signs).to_have_count(3)
    expect(page.locator(".editor-status")).to_contain_text("3 quotes: 1 verbatim")
    sign = page.get_by_role("button", name=re.compile(SAY_ALOUD))
    sign.click()
    card = page.get_by_role("dialog", name=re.compile(SAY_ALOUD))
    expect(card).to_contain_text("MINISTER AKAN")
    expect(card.locator("mark").first).to_have_text("not")
    mira.look("editor-card")
    card.get_by_role("button", name="Use the record’s words").click()
    expect(signs.nth(1)).to_have_attribute("aria-label", re.compile("word for word"))
    assert blocks(page)[1] == MENDED
    page.keyboard.press("Control+z")
    assert blocks(page)[1] == TURNED
    expect(sign).to_be_visible()
    tree = posted(page)
    assert canonical(tree) == canonical(to_json(read_tree(json.dumps(tree))))
    assert "word for word" not in json.dumps(tree)


SAYS = "MINISTER AKAN:  We will rebuild the bridge before winter."
CUT = "“We will rebuild before winter. The money is there,” Akan said."
ADDED = "“The money is really there,” Akan said."
WHOSE = "“If we are late, I will stand here and tell you why,” Tom Berg said."
NOBODY = "“The contractor was paid in full,” Akan said."


def card_of(page: Page, number: int, says: str) -> Locator:
    """The card of that quote, once the check has said so much of it."""
    page.get_by_role("button", name=re.compile(f"Quote {number}: {says}")).click()
    return page.get_by_role("dialog", name=re.compile(says))


def test_each_act_of_a_card_mends_its_quote_and_can_be_undone(mira: PersonAtBrowser) -> None:
    page = mira.page
    acts = (
        (CUT, "differs", "Mark the cut", CUT.replace(" before", " … before"), "lightly"),
        (ADDED, "differs", "Put the insertion", ADDED.replace("really", "[really]"), "lightly"),
        (WHOSE, "someone else", "Correct the speaker", WHOSE.replace("Tom Berg", "Akan"), "word"),
    )
    mira.write("\n".join(typed for typed, *_ in acts))
    for number, (typed, says, act, mended, better) in enumerate(acts, 1):
        card = card_of(page, number, says)
        if number == 1:
            # By keyboard alone: from the text to the quote, and on to its second act.
            page.keyboard.press("Escape")
            page.keyboard.press("Control+Home")
            page.keyboard.press("F8")
            first = card.get_by_role("button", name="Use the record’s words")
            expect(first).to_be_focused()
            expect(card.locator("blockquote")).to_contain_text(SAYS.split(": ")[0])
            expect(card.locator(".card-around strong")).to_contain_text("rebuild the bridge")
        if number == 3:
            expect(card.get_by_label("Who says it")).to_have_value("Minister Akan")
            mira.look("editor-card-speaker")
            card = card_of(page, number, says)
            card.get_by_label("Who says it").fill("Akan")
        if number == 2:
            card.get_by_role("button", name=re.compile(act)).click()
        else:
            if number == 1:
                page.keyboard.press("Tab")
                expect(card.get_by_role("button", name=re.compile(act))).to_be_focused()
            page.keyboard.press("Enter")
        expect(card).to_be_hidden()
        expect(page.get_by_label("Text", exact=True)).to_be_focused()
        sign = page.get_by_role("button", name=re.compile(f"Quote {number}: .*{better}"))
        expect(sign).to_be_visible()
        assert blocks(page)[number - 1] == mended
        expect(page.locator(".editor-said")).to_contain_text("Undo takes that back")
        page.keyboard.press("Control+z")
        assert blocks(page)[number - 1] == typed
        page.keyboard.press("Control+y")
        expect(sign).to_be_visible()


def test_a_quote_is_settled_from_its_card_by_whoever_may(mira: PersonAtBrowser) -> None:
    page = mira.page
    mira.write(f"{NOBODY}\n{TURNED}")
    card = card_of(page, 2, SAY_ALOUD)
    expect(card).to_contain_text("someone who did not write it has", timeout=20_000)
    expect(card.get_by_text("Settle with a reason")).to_have_count(0)
    page.keyboard.press("Escape")
    card = card_of(page, 1, "not in the record")
    card.get_by_text("Settle with a reason").click()
    card.get_by_label("Heard it said").check()
    card.get_by_role("button", name="Settle it").click()
    expect(card.get_by_role("alert")).to_contain_text("reason", timeout=20_000)
    mira.look("editor-card-settle")
    card = card_of(page, 1, "not in the record")
    card.get_by_text("Settle with a reason").click()
    card.get_by_label("Heard it said").check()
    card.get_by_label("Reason").fill("I stood beside him.")
    card.get_by_role("button", name="Settle it").click()
    expect(page.locator(".editor-said")).to_contain_text("settled in your name", timeout=20_000)
    sign = page.get_by_role("button", name=re.compile("Quote 1: .*settled by Mira"))
    expect(sign).to_be_visible()
    # It survives edits elsewhere, and ends with its words.
    page.get_by_label("Text", exact=True).focus()
    page.keyboard.press("Control+End")
    page.keyboard.insert_text(" It rained.")
    expect(page.locator(".editor-status")).to_contain_text("1 vouched for")
    page.keyboard.press("Control+Home")
    page.keyboard.press("ArrowRight")
    page.keyboard.insert_text("All ")
    expect(page.locator(".editor-status")).not_to_contain_text("vouched for")


def test_a_mark_goes_as_soon_as_its_words_change(mira: PersonAtBrowser) -> None:
    page = mira.page
    mira.write(TRUE)
    expect(page.locator(".editor .verdict-verbatim.mark")).to_have_count(1)
    page.route("**/check", lambda route: route.abort())
    page.keyboard.press("Home")
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    page.keyboard.type("never ")
    assert page.locator(".editor .mark").count() == 0
    expect(page.locator(".editor-status")).to_contain_text("can’t be reached")
    page.unroute("**/check")
    expect(page.locator(".editor .mark")).to_have_count(1, timeout=8000)
    mira.complaints.clear()


def test_words_from_word_bring_only_what_the_schema_knows(mira: PersonAtBrowser) -> None:
    page = mira.page
    page.get_by_label("Text", exact=True).focus()
    page.evaluate(PASTE, WORD)
    tree = posted(page)
    kinds = [block["type"] for block in tree["content"]]
    assert kinds == ["paragraph", "bullet_list", "heading", "paragraph", "paragraph"]
    text = json.dumps(tree, ensure_ascii=False)
    assert '{"type": "text", "text": "Bold words", "marks": [{"type": "strong"}]}' in text
    assert '{"type": "text", "text": "slanted", "marks": [{"type": "em"}]}' in text
    assert '\\"Straight\\" and “curly” and «angled» marks' in text
    for gone in ("javascript", "alert", "mso", "style", "·", "onerror"):
        assert gone not in text
    assert len(tree["content"][1]["content"]) == 2
    assert not mira.complaints, mira.complaints


def test_markdown_that_is_typed_becomes_what_it_means(mira: PersonAtBrowser) -> None:
    page = mira.page
    page.get_by_label("Text", exact=True).focus()
    page.keyboard.type("## Money\nIt is **there** and _ready_, see [them](https://example.org).\n")
    page.keyboard.type("- one\ntwo\n\n> said\n\n")
    html = page.locator(".editor-text").inner_html()
    assert re.search(r"<h2[^>]*>Money</h2>", html)
    for piece in ("<strong>there</strong>", "<em>ready</em>", 'href="https://example.org"'):
        assert piece in html
    assert len(page.locator(".editor-text li").all()) == 2
    assert page.locator(".editor-text blockquote").inner_text().strip() == "said"


def test_all_of_it_works_by_keyboard_alone(mira: PersonAtBrowser) -> None:
    page = mira.page
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "body":
            break
    page.keyboard.type(f"{TURNED}\n{TRUE}")
    expect(page.locator(".editor .sign")).to_have_count(2)
    page.keyboard.press("F8")
    card = page.get_by_role("dialog", name=re.compile(SAY_ALOUD))
    expect(card.get_by_role("button", name="Use the record’s words")).to_be_focused()
    page.keyboard.press("Enter")
    expect(card).to_be_hidden()
    expect(page.get_by_label("Text", exact=True)).to_be_focused()
    assert blocks(page) == [MENDED, TRUE]
    expect(page.locator(".editor .sign-verbatim")).to_have_count(2)
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("dialog", name=re.compile("word for word"))).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_label("Text", exact=True)).to_be_focused()
    page.keyboard.press("Control+f")
    page.keyboard.type("bridge")
    page.keyboard.press("Tab")
    page.keyboard.type("quay")
    for _ in range(4):
        page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Replace all")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".editor-text")).to_contain_text("quay")
    page.keyboard.press("Escape")
    assert blocks(page)[1] == TRUE.replace("bridge", "quay")
    page.keyboard.press("Control+/")
    expect(page.get_by_role("dialog", name="Keyboard")).to_be_visible()
    mira.look("editor-keyboard")
    page.keyboard.press("Escape")
    page.keyboard.press("Control+a")
    page.keyboard.press("Control+k")
    page.keyboard.type("javascript:alert(1)")
    page.keyboard.press("Enter")
    expect(page.get_by_text("It must be a whole address")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("Alt+F10")
    assert page.evaluate("document.activeElement.tagName") == "SELECT"
    page.get_by_label("Text", exact=True).focus()
    page.keyboard.press("Control+s")
    page.wait_for_url(re.compile(r"/dispatches/[0-9a-f-]{36}$"))
    expect(page.locator(".text").first).to_contain_text("I will stand here")


def test_a_card_that_says_late_that_it_closed_leaves_the_focus_where_it_went(
    mira: PersonAtBrowser,
) -> None:
    page = mira.page
    mira.write(TRUE)
    expect(page.locator(".editor .sign-verbatim")).to_have_count(1)
    page.locator(".editor .sign").click()
    expect(page.get_by_role("dialog", name=re.compile("word for word"))).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_label("Text", exact=True)).to_be_focused()
    page.keyboard.press("Control+f")
    expect(page.get_by_label("Find", exact=True)).to_be_focused()
    page.evaluate(
        """document.getElementById("quote-card").dispatchEvent(
            new ToggleEvent("toggle", {oldState: "open", newState: "closed"}))"""
    )
    expect(page.get_by_label("Find", exact=True)).to_be_focused()


def test_without_javascript_the_text_area_saves(
    chromium: Browser, server: Server, mira: PersonAtBrowser
) -> None:
    plain = PersonAtBrowser(chromium, server.address, "mira", scripts=False).sign_in()
    plain.page.goto(mira.page.url)
    plain.page.get_by_label("Text", exact=True).fill(f"## Money\n{TRUE}")
    plain.page.get_by_role("button", name="Save draft").click()
    expect(plain.page.get_by_role("heading", name="Money")).to_be_visible()
    mira.page.reload()
    expect(mira.page.locator(".editor-text h2")).to_have_text("Money")
    expect(mira.page.locator(".editor .sign-verbatim")).to_have_count(1)
