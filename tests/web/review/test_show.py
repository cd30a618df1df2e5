"""The dispatch page: what it is, what state it is in, what this person can do next."""

import re
import uuid
from html import unescape

import pytest

from editorial.models.dispatch import Dispatch
from editorial.models.saving import saving
from editorial.pipeline.gather import gather
from editorial.workflow.words import Action, Role
from tests.newsroom import Newsroom
from tests.web.review.harbour import CLEAN, INVENTED, STORY, Desk

# What the story says, the verdict's word on the page, and whether it keeps the gate shut.
FOUND = [
    ("The city has never refused", "verbatim", False),
    ("We must dredge before", "light_edit", False),
    ("Every fisherman will be given", "altered", True),
    ("The reserve holds forty", "meaning_changed", True),
    ("The lighthouse will be painted", "misattributed", True),
    ("The ferry leaves at seven", "spliced", True),
    ("I wish we had begun", "not_found", True),
    ("Is the mayor hiding", "misattributed", True),
    ("The basin was never safe", "second_hand", True),
    ("We knew that the piles", "verbatim", True),
]


@pytest.fixture
def desk(sqlite_newsroom: Newsroom) -> Desk:
    return Desk(sqlite_newsroom)


def page(desk: Desk, who: object, dispatch: uuid.UUID, query: str = "") -> str:
    answer = desk.room.client(who).get(f"/dispatches/{dispatch}{query}")  # type: ignore[arg-type]
    assert answer.status_code == 200
    return str(answer.get_data(as_text=True))


def items(html: str) -> list[str]:
    """The list's items, as text with their tags."""
    return re.findall(r'<li class="quote-item.*?</li>', html, re.DOTALL)


def item(html: str, words: str) -> str:
    """The item of the quote that begins with these words."""
    story = html[html.index('class="review-text') :]
    number = re.search(r"card-(\d+)", story[story.index(words) :])
    assert number
    return next(one for one in items(html) if f'id="quote-{number[1]}"' in one)


def test_every_kind_of_finding_is_marked_in_the_text_and_listed(desk: Desk) -> None:
    html = page(desk, desk.editor, desk.in_review())
    assert len(items(html)) == len(FOUND)
    for number, (words, shown, is_open) in enumerate(FOUND, 1):
        mark = re.search(rf'<span class="mark ([^"]*)" id="mark-{number}">([^<]*)', html)
        assert mark, words
        assert (mark[1], mark[2].startswith(words)) == (f"verdict-{shown}", True), words
        listed = items(html)[number - 1]
        assert f"verdict-words verdict-{shown}" in listed
        assert (">open<" in listed) is is_open, words
        assert f'popovertarget="card-{number}"' in html
        assert f'id="card-{number}"' in html


def test_a_finding_stands_with_its_passage_and_a_link_into_the_record(desk: Desk) -> None:
    dispatch = desk.in_review()
    html = page(desk, desk.editor, dispatch)
    listed = item(html, "The reserve holds forty")
    assert '<mark class="differs">forty' in listed
    assert '<mark class="differs">fourteen' in listed
    passage = desk.quote(dispatch, "forty").finding.passages[0]
    assert f"/sources/{passage.source}?at={passage.start}#c{passage.start}" in listed
    assert "Press conference" in listed
    assert "MINISTER VARGA" in listed


def test_what_style_allows_is_marked_as_allowed(desk: Desk) -> None:
    listed = item(page(desk, desk.editor, desk.in_review()), "We must dredge")
    assert '<mark class="allowed">' in listed
    assert "differs" not in listed


def test_words_on_background_say_so_in_the_text_and_in_the_list(desk: Desk) -> None:
    html = page(desk, desk.editor, desk.in_review())
    text = html[html.index("<article") : html.index("</article>")]
    assert text.count("on background") == 1
    listed = item(html, "We knew that the piles")
    assert "on background" in listed
    assert "only a publisher’s override" in unescape(listed).replace("'", "’")
    assert "<form" not in listed


def test_a_quote_in_the_headline_is_marked_there(desk: Desk) -> None:
    dispatch = desk.in_review(headline="Varga: “We must dredge before the spring tide”")
    html = page(desk, desk.editor, dispatch)
    headline = html[html.index("<h1") : html.index("</h1>")]
    assert 'class="mark verdict-light_edit" id="mark-1"' in headline
    assert 'popovertarget="card-1"' in headline


def test_the_list_can_be_narrowed_to_open_quotes(desk: Desk) -> None:
    dispatch = desk.in_review()
    shown = items(page(desk, desk.editor, dispatch, "?quotes=open"))
    assert len(shown) == sum(is_open for _, _, is_open in FOUND)
    assert all(">open<" in one for one in shown)


def test_the_forms_that_settle_are_there_only_for_whom_decide_allows(desk: Desk) -> None:
    dispatch = desk.filed()
    settle = f'action="/dispatches/{dispatch}/quotes/settle'
    open_on_the_record = sum(is_open for _, _, is_open in FOUND) - 1
    assert page(desk, desk.checker, dispatch).count(settle) == open_on_the_record
    assert page(desk, desk.publisher, dispatch).count(settle) == 0
    # An author vouches only for what the record does not hold.
    own = page(desk, desk.author, dispatch)
    assert own.count(settle) == 1
    assert settle in item(own, "I wish we had begun")
    assert "someone who did not write it" in item(own, "The reserve holds forty")


def test_only_what_can_be_said_of_a_finding_is_offered(desk: Desk) -> None:
    html = page(desk, desk.checker, desk.filed())
    missing, other = item(html, "I wish we had begun"), item(html, "The basin was never safe")
    assert 'value="call_back"' in missing
    assert 'value="record_errs"' not in missing
    assert 'value="secondary_accepted"' not in missing
    assert 'value="secondary_accepted"' in other


def test_a_settlement_shows_who_vouched_by_which_role_and_why(desk: Desk) -> None:
    dispatch = desk.filed()
    desk.settle(dispatch, "I wish we had begun")
    html = page(desk, desk.editor, dispatch)
    listed = item(html, "I wish we had begun")
    assert "Karl Ode (checker)" in listed
    assert "I stood beside him." in listed
    assert "Heard it said" in listed
    assert ">open<" not in listed
    assert f'action="/dispatches/{dispatch}/quotes/unsettle' in listed
    assert ">KO</button>" in html
    assert "settled by Karl Ode" in html


def test_the_head_says_what_this_is_and_its_state(desk: Desk) -> None:
    html = page(desk, desk.editor, desk.in_review())
    head = html[html.index('<div class="head">') : html.index('class="review"')]
    for words in ("in review", "rain-capital", "Politics", "Mira Sol", "held by Eda Lund"):
        assert words in head
    assert "Rain over the capital" in head


def test_an_act_not_possible_yet_is_shown_with_its_reasons(desk: Desk) -> None:
    dispatch = desk.in_review()
    html = page(desk, desk.editor, dispatch)
    panel = html[html.index('id="next"') : html.index("<article")]
    assert "8 quotes are still open" in panel
    approve = re.search(r"<button[^>]*>Approve this text", panel)
    assert approve
    assert "disabled" in approve[0]
    assert 'value="approve"' not in panel
    assert ">Return to the author" in panel


def test_nobody_is_offered_what_their_role_does_not_allow(desk: Desk) -> None:
    dispatch = desk.in_review(CLEAN)
    panel = page(desk, desk.checker, dispatch)
    for word in ("Approve", "Return to", "Spike", "Publish"):
        assert f">{word}" not in panel


def test_what_is_vouched_for_stands_once_more_beside_the_button(desk: Desk) -> None:
    dispatch = desk.in_review(CLEAN)
    html = page(desk, desk.editor, dispatch)
    panel = html[html.index('id="next"') : html.index("<article")]
    row = desk.room.get(dispatch)
    assert row.revision_id is not None
    evidence = desk.quotes(dispatch)
    assert len(evidence) == 1
    for words in ("revision 1", "Mira Sol", "1 word for word", "3 sources"):
        assert words in panel
    assert len(re.findall(r'SHA-256 <span class="digest">[0-9a-f]{64}<', panel)) == 2
    assert panel.count("button-primary") == 1


def test_the_author_reads_that_they_cannot_vouch_for_their_own_text(desk: Desk) -> None:
    both = desk.room.person("Ivo Kern", Role.CORRESPONDENT, Role.EDITOR)
    dispatch = desk.room.dispatch(both, CLEAN)
    desk.room.act(both, Action.FILE, dispatch)
    desk.room.act(both, Action.CLAIM, dispatch)
    html = page(desk, both, dispatch)
    assert "someone else has to vouch for it" in html
    assert 'value="approve"' not in html


def test_an_unread_override_is_a_banner_that_a_second_editor_can_lift(desk: Desk) -> None:
    dispatch = desk.in_review()
    desk.room.act(desk.publisher, Action.OVERRIDE, dispatch, note="The lawyer has the tape.")
    html = page(desk, desk.editor, dispatch)
    assert "Tom Roe overrode the quote gate" in html
    assert "The lawyer has the tape." in html
    assert 'value="read_override"' in html
    assert "Passed by an override" in item(html, "The reserve holds forty")
    assert 'value="read_override"' not in page(desk, desk.author, dispatch)
    desk.room.act(desk.editor, Action.READ_OVERRIDE, dispatch)
    assert "overrode the quote gate" not in page(desk, desk.editor, dispatch).split("Last:")[0]


def test_approving_names_digests_authors_gates_and_each_quote_with_its_finding(desk: Desk) -> None:
    dispatch = desk.in_review(f"{CLEAN}\n\n{INVENTED}")
    desk.settle(dispatch, "I wish we had begun")
    html = unescape(page(desk, desk.editor, dispatch))
    form = re.search(r'<form[^>]*>(?:(?!</form>).)*value="approve".*?</form>', html, re.DOTALL)
    assert form is not None
    said = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", form[0]))
    session = desk.room.read()
    situation = gather(session, desk.room.get(dispatch), None, desk.room.time)
    assert situation.revision is not None
    for words in (
        situation.revision.digest,
        situation.evidence.digest,
        "Mira Sol",
        "quotes passed",
        "The city has never refused a ship in my time, Varga: in the record, word for word",
        "not in the record , vouched for by Karl Ode",
    ):
        assert words in said, said


def test_a_text_that_moved_on_says_so_and_links_to_the_difference(desk: Desk) -> None:
    dispatch = desk.filed(CLEAN)
    assert "differences" not in page(desk, desk.editor, dispatch)
    desk.room.write(dispatch, desk.author, CLEAN + "\n\nMore follows.")
    html = unescape(page(desk, desk.editor, dispatch))
    assert "worked on since revision 1" in html
    assert re.search(rf"/dispatches/{dispatch}/differences\?[^\"]*from=1", html)
    assert "More follows." not in html


def test_a_returned_dispatch_shows_the_reason_to_its_author(desk: Desk) -> None:
    dispatch = desk.in_review()
    desk.room.act(desk.editor, Action.RETURN, dispatch, note="Who says <so>?")
    html = page(desk, desk.author, dispatch)
    assert "Returned with this reason" in html
    assert "Who says &lt;so&gt;?" in html


def test_the_note_to_editors_is_shown(desk: Desk) -> None:
    dispatch = desk.filed()
    with saving() as session:
        session.get_one(Dispatch, dispatch).ednote = "Hold the second paragraph."
    assert "Hold the second paragraph." in page(desk, desk.editor, dispatch)


def test_the_record_is_listed_with_its_terms(desk: Desk) -> None:
    html = page(desk, desk.editor, desk.filed())
    sources = html[html.index('id="sources"') :]
    for words in ("Press conference", "Port Courier", "another outlet’s report", "on background"):
        assert words in sources


def test_a_published_dispatch_links_to_what_readers_see(desk: Desk) -> None:
    dispatch = desk.approved()
    desk.room.act(desk.publisher, Action.PUBLISH, dispatch)
    html = page(desk, desk.editor, dispatch)
    assert f"/news/politics/rain-over-the-capital-{dispatch.hex[:8]}" in html


def test_a_draft_without_a_headline_is_called_by_its_slugline(desk: Desk) -> None:
    dispatch = desk.room.dispatch(desk.author, "", headline="")
    html = page(desk, desk.author, dispatch)
    assert re.search(r"<h1[^>]*>rain-capital</h1>", html)
    assert "No quotes in this text" in html


def test_what_people_typed_is_never_markup(desk: Desk) -> None:
    dispatch = desk.filed("“<b>Never</b> again, and <i>not</i> here,” Varga said.")
    html = page(desk, desk.editor, dispatch)
    assert "<b>Never" not in html
    assert "&lt;b&gt;Never" in html


def test_someone_without_a_role_on_the_desk_finds_nothing(desk: Desk) -> None:
    dispatch = desk.filed()
    for who in (desk.stranger, desk.room.person("Pia Rae", Role.ADMINISTRATOR)):
        browser = desk.room.client(who)
        forbidden = browser.get(f"/dispatches/{dispatch}")
        missing = browser.get(f"/dispatches/{uuid.uuid4()}")
        assert forbidden.status_code == missing.status_code == 404
        assert forbidden.data == missing.data


def test_an_author_who_left_the_desk_still_sees_their_own(desk: Desk) -> None:
    dispatch = desk.room.dispatch(desk.stranger, STORY)
    assert "rain-capital" in page(desk, desk.stranger, dispatch)
