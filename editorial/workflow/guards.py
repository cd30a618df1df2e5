"""Guards: each a sentence that holds, or gives the reason why not."""

from collections.abc import Callable

from editorial.workflow.facts import Facts
from editorial.workflow.gates import GATE_RULES, name_of, who_may_pass
from editorial.workflow.words import Gate, Live, Role

Guard = Callable[[Facts], str | None]


def note_is_given(facts: Facts) -> str | None:
    """A reason in words, for the next reader."""
    return None if facts.note.strip() else "Write the reason: the next reader needs it."


def what_is_required_is_given(facts: Facts) -> str | None:
    """Headline, dateline and the like."""
    if not facts.missing:
        return None
    return "Before it can be filed it needs: " + ", ".join(facts.missing) + "."


def no_field_is_too_long(facts: Facts) -> str | None:
    """What is filed can be published: lists and feeds take so much and no more."""
    return " ".join(facts.too_long) or None


def text_has_changed(facts: Facts) -> str | None:
    """No revision without a difference."""
    return None if facts.text_changed else "Nothing has changed since the last revision."


def actor_did_not_write_it(facts: Facts) -> str | None:
    """Four eyes."""
    if not facts.wrote_it:
        return None
    return "You wrote or changed this text; someone else has to vouch for it."


def actor_holds_the_claim(facts: Facts) -> str | None:
    """Only the one who claimed it can let it go; when they leave, the house does it for them."""
    if facts.holds_claim or facts.system:
        return None
    return "Only the editor who claimed it can do this."


def colleague_reviews_here(facts: Facts) -> str | None:
    """A claim goes to someone who can do something with it."""
    if facts.colleague_reviews:
        return None
    return "Hand it to another editor of this desk: nobody else can review it here."


def another_holds_it(facts: Facts) -> str | None:
    """One's own is not taken over."""
    return None if facts.another_holds_it else "Nobody else has it; there is nothing to take over."


def revision_is_intact(facts: Facts) -> str | None:
    """The stored text is the text that was frozen."""
    if facts.revision_intact:
        return None
    return (
        "The stored text is not the text that was filed: its digest differs. "
        "Someone changed it outside Editorial. Run “editorial log verify”."
    )


def every_quote_is_settled(facts: Facts) -> str | None:
    """The quote gate."""
    if not facts.open_quotes:
        return None
    many = "1 quote is" if facts.open_quotes == 1 else f"{facts.open_quotes} quotes are"
    return f"{many} still open. Settle each, or let a chief or publisher override with a reason."


def every_gate_is_passed(facts: Facts) -> str | None:
    """The gates beside that of the quotes."""
    shut = [gate for gate in Gate if gate in facts.shut_gates and gate is not Gate.QUOTES]
    if not shut:
        return None
    return " ".join(
        f"The {name_of(gate)} gate is not passed: {who_may_pass(gate)} has to pass it, "
        "or a chief or publisher override it with a reason."
        for gate in shut
    )


def gate_is_shut(facts: Facts) -> str | None:
    """Passing and overriding need something to pass."""
    if facts.gate is Gate.QUOTES:
        return None if facts.open_quotes else "No quote is open; there is nothing to override."
    if facts.gate in facts.shut_gates:
        return None
    return f"The {name_of(facts.gate)} gate is not shut for this text; there is nothing to pass."


def actor_may_pass_this_gate(facts: Facts) -> str | None:
    """Each gate has its own role."""
    may = GATE_RULES[facts.gate].passed_by
    if not may:
        return "The quote gate is passed by settling each quote."
    if may & facts.roles:
        return None
    return f"Only {who_may_pass(facts.gate)} may pass the {name_of(facts.gate)} gate here."


def second_editor_is_another(facts: Facts) -> str | None:
    """Two editors vouch, not one twice."""
    if facts.gate is not Gate.SECOND_EDITOR or not facts.vouched_already:
        return None
    return "You vouched for this text already; the second editor has to be another person."


def actor_is_not_the_second_editor(facts: Facts) -> str | None:
    """The same, from the other side."""
    if Gate.SECOND_EDITOR not in facts.required_gates or not facts.vouched_already:
        return None
    return "You passed it as the second editor; another editor has to approve it."


def actor_passed_this_gate(facts: Facts) -> str | None:
    """What someone else vouched for is theirs to take back."""
    if facts.passed_it:
        return None
    return "Only who passed the gate for this text can take that back."


def gate_may_be_asked_for(facts: Facts) -> str | None:
    """The legal gate by an editor's hand."""
    if facts.gate in facts.required_gates:
        return f"The {name_of(facts.gate)} gate has to be passed already."
    if facts.gate_may_be_asked:
        return None
    return f"The {name_of(facts.gate)} gate is switched off on this desk."


def gate_is_asked_for(facts: Facts) -> str | None:
    """Something must have been asked."""
    if facts.gate_is_asked:
        return None
    return f"Nobody asks for the {name_of(facts.gate)} gate of this dispatch."


def actor_may_take_the_asking_back(facts: Facts) -> str | None:
    """Nobody lifts what a colleague wanted checked, but those who answer for it."""
    if facts.asked_for_it or facts.roles & {Role.CHIEF, Role.LEGAL}:
        return None
    return "A colleague asked for it: they, the chief or legal can take that back."


def approval_stands(facts: Facts) -> str | None:
    """The approval names exactly this text and this evidence."""
    if facts.approval_stands:
        return None
    return "The approval does not name this text and this evidence; it must be approved again."


def embargo_has_passed(facts: Facts) -> str | None:
    """An embargo holds everywhere."""
    return None if facts.embargo_passed else "It is under embargo; it can't be published yet."


def hour_is_ahead(facts: Facts) -> str | None:
    """A schedule names a future hour, not before the embargo's end."""
    if facts.hour_is_ahead:
        return None
    return "Name an hour that is still ahead and not before the embargo ends."


def nothing_is_live(facts: Facts) -> str | None:
    """What readers see is withdrawn, not spiked."""
    if facts.live is Live.NOTHING:
        return None
    return "Readers can see it; it has to be withdrawn, not spiked."


def actor_may_settle_this(facts: Facts) -> str | None:
    """An author may vouch only for what the record does not hold."""
    if not facts.wrote_it or facts.quote_is_not_found:
        return None
    return (
        "You wrote this text, and the record says otherwise, or did until a source was detached: "
        "someone who did not write it has to settle this quote."
    )


def quote_can_be_settled(facts: Facts) -> str | None:
    """Words given on background or off the record are for a publisher's override."""
    if facts.quote_can_be_settled:
        return None
    return (
        "These words were not given on the record; only a publisher's override can let them pass."
    )


def way_fits_the_finding(facts: Facts) -> str | None:
    """An absent record can't err; a secondary source needs one that says so."""
    return None if facts.way_fits else "That can’t be said of what was found of this quote."


def a_call_names_whom_and_when(facts: Facts) -> str | None:
    """Who can be asked again."""
    if facts.call_is_named:
        return None
    return "Say with whom it was called back, and when; a call that is still ahead is none."


def override_is_unread(facts: Facts) -> str | None:
    """A second reading is asked for once."""
    return None if facts.unread_override else "No override waits for a second reading."


def actor_did_not_override(facts: Facts) -> str | None:
    """The second reader is another person."""
    return "You overrode it yourself: that is no second reading." if facts.overrode_it else None


def readers_see_it(facts: Facts) -> str | None:
    """Only what is there can be withdrawn."""
    return (
        None
        if facts.live is Live.REVISION
        else "Readers don’t see it; there is nothing to withdraw."
    )


def it_was_not_killed(facts: Facts) -> str | None:
    """A kill is for good; what takes the story's place is a dispatch of its own."""
    if not facts.killed:
        return None
    return "It was killed, and stays withdrawn. What takes its place is a new dispatch."


def actor_did_not_write_what_readers_see(facts: Facts) -> str | None:
    """Four eyes on what goes, as on what comes."""
    if not facts.wrote_what_is_live:
        return None
    return "You wrote or changed the text that readers see; another publisher has to withdraw it."


def notice_is_given(facts: Facts) -> str | None:
    """What readers are told."""
    if facts.note.strip():
        return None
    return "Write the notice: readers see it with the text, and it is approved with the text."


def a_next_version_is_begun(facts: Facts) -> str | None:
    """There is one to speak of."""
    if facts.next_begun:
        return None
    return "No update, correction or clarification is being made of it."


def text_is_not_what_readers_see(facts: Facts) -> str | None:
    """A next version is another text: its notice stands between the two."""
    if facts.differs_from_live:
        return None
    return "This is word for word what readers see. Change the text, or drop the next version."


def system_asks(facts: Facts) -> str | None:
    """Only a consequence of another act."""
    return None if facts.system else "This follows from a change; nobody does it by hand."
