"""What the check says of a quote: each kind of finding, on an invented press conference."""

import pytest

from editorial.quotes import Part, Quotation, Record, Source, check
from tests.pure.quotes.transcript import HARBOUR, found, harbour, quotation

MINISTER = "Adaeze Okafor"


def test_words_of_the_record_are_verbatim_at_their_very_place() -> None:
    text = "We have decided to rebuild the northern harbour, and we will not raise the tolls."
    finding = found(text, MINISTER)
    assert finding.verdict == "verbatim"
    (passage,) = finding.passages
    assert HARBOUR[passage.start : passage.end] == passage.text == text
    assert passage.speaker == "MINISTER OKAFOR"
    assert finding.speaker_matches is True
    assert finding.differences == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("the engineers are confident.", None),
        ("We have decided to rebuild the northern harbor", "spelling"),
        (
            "The work costs $40 million, and three hundred people will find work there.",
            "number_form",
        ),
        ("I do not think the old pier can be saved.", "contraction"),
        ("[T]he engineers are confident.", "bracket"),
        ("[They] should get a fair price for their berths, unless they sell them on.", "bracket"),
        ("We have decided to rebuild the northern harbour [of the town]", "bracket"),
        ("I have seen it twice, and it's not a pretty sight.", "filler"),
        ("The work costs $40 million and 300 people will find work there.", "punctuation"),
        ("We did not forget any­one.", "typography"),
        ("The engineers are confident.", "case"),
        ("The old [sic] pier can be saved", "sic"),
    ],
)
def test_each_light_edit_is_named(text: str, kind: str | None) -> None:
    finding = found(text, MINISTER)
    if kind == "sic":
        # The crop is what is wrong with this one; the mark itself is still named.
        assert "sic" in {d.kind for d in finding.differences}
        return
    assert finding.verdict == ("light_edit" if kind else "verbatim")
    assert kind is None or kind in {d.kind for d in finding.differences}
    assert all(d.allowed for d in finding.differences)


def test_an_ellipsis_for_a_cut_is_a_light_edit() -> None:
    finding = found(
        "We have decided to rebuild the northern harbour … and 300 people will find work there."
    )
    assert finding.verdict == "light_edit"
    assert "ellipsis" in {d.kind for d in finding.differences}


def test_stage_directions_dropped_are_a_light_edit() -> None:
    finding = found("it's not a pretty sight. But the engineers are confident.")
    assert finding.verdict == "light_edit"
    assert "transcript_noise" in {d.kind for d in finding.differences}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "We have decided to rebuild the northern harbour, and we will raise the tolls.",
            "negation",
        ),
        ("We did … forget anyone.", "negation"),
        ("The work costs $40 million, and 500 people will find work there.", "number"),
        ("The work costs $40 billion", "number"),
        ("The fishermen must get a fair price for their berths", "modal"),
        ("the old pier can be saved.", "negation"),
        ("we will open the new one in May.", "condition"),
        ("The fishermen should get a fair price for their berths.", "condition"),
        ("[W]e forgot them.", "hedge"),
        ("We have decided to rebuild the southern harbour", "opposite"),
    ],
)
def test_a_change_of_meaning_is_told_from_a_change_of_words(text: str, kind: str) -> None:
    finding = found(text, MINISTER)
    assert finding.verdict == "meaning_changed"
    assert kind in {d.kind for d in finding.differences if not d.allowed}


def test_another_word_is_altered_and_shown() -> None:
    finding = found("We have decided to restore the northern harbour", MINISTER)
    assert finding.verdict == "altered"
    (difference,) = [d for d in finding.differences if not d.allowed]
    assert (difference.record, difference.quote) == ("rebuild", "restore")
    assert HARBOUR[difference.record_start : difference.record_end] == "rebuild"
    assert "rebuild" in finding.reason
    assert "restore" in finding.reason


def test_the_right_words_by_the_wrong_speaker_are_misattributed() -> None:
    finding = found("the engineers are confident", "Jonas Lindqvist")
    assert finding.verdict == "misattributed"
    assert finding.speaker_matches is False
    assert "MINISTER OKAFOR" in finding.reason


def test_a_questioners_words_are_not_the_ministers() -> None:
    finding = found("the pier is rotten to the core", MINISTER)
    assert finding.verdict == "misattributed"
    assert finding.second_hand


def test_words_that_the_speaker_quotes_are_second_hand() -> None:
    finding = found("We can save half of it by winter.", "Jonas Lindqvist")
    assert finding.verdict == "misattributed"
    assert finding.second_hand


def test_words_from_two_places_are_spliced() -> None:
    finding = found("We have decided to rebuild the northern harbour. The engineers are confident.")
    assert finding.verdict == "spliced"
    assert len(finding.passages) == 2


def test_words_nobody_said_are_not_found() -> None:
    finding = found("Every citizen deserves a parade on the longest day of summer.", MINISTER)
    assert finding.verdict == "not_found"
    assert finding.passages == ()


def test_another_outlets_report_is_a_secondary_source() -> None:
    report = "“We will plant ten thousand trees by autumn,” the minister said on Monday."
    record = Record([Source.from_text("r", report, "report", language="en")])
    finding = check(quotation("We will plant ten thousand trees by autumn"), record)
    assert finding.verdict == "verbatim"
    assert finding.secondary_source


def test_the_record_itself_is_preferred_to_a_report() -> None:
    words = "We will plant ten thousand trees by autumn."
    report = Source.from_text("a-report", f"“{words}” she said.", "report", language="en")
    own = Source.from_text("z-transcript", f"MINISTER OKAFOR:  {words}\n", language="en")
    finding = check(quotation(words), Record([report, own]))
    assert finding.passages[0].source == "z-transcript"
    assert not finding.secondary_source
    assert [p.source for p in finding.others] == ["a-report"]


def test_a_record_in_another_language_is_said_so() -> None:
    german = "MINISTERIN:  Wir haben beschlossen, dass der alte Hafen nicht mehr gebaut wird.\n"
    record = Record([Source.from_text("de", german)])
    finding = check(quotation("We have decided that the old harbour will not be built"), record)
    assert finding.verdict == "not_found"
    assert finding.foreign_language


def test_terms_of_the_source_are_kept() -> None:
    source = Source.from_text("b", HARBOUR, terms="background", language="en")
    assert check(quotation("the engineers are confident"), Record([source])).terms == "background"


def test_the_closing_comma_belongs_to_the_attribution() -> None:
    text = "We did not forget anyone,"
    plain = quotation(text)
    spoken = type(plain)(plain.parts, 0, len(text), text, speaker=MINISTER, cue="said")
    assert check(spoken, harbour()).differences == ()


def test_a_headline_in_title_case_is_a_light_edit() -> None:
    text = "We Did Not Forget Anyone"
    headline = type(quotation(text))(
        quotation(text).parts, 0, len(text), text, kind="headline", speaker="Okafor"
    )
    finding = check(headline, harbour())
    assert finding.verdict == "light_edit"
    assert {d.kind for d in finding.differences} == {"case"}


def test_a_headline_may_be_cut_from_a_quote_of_the_story() -> None:
    whole = quotation("We [the ministry] did not forget anyone")
    text = "The Ministry Did Not Forget Anyone"
    headline = type(whole)(quotation(text).parts, 0, len(text), text, kind="headline")
    assert check(headline, harbour(), [whole]).verdict == "light_edit"


def test_an_empty_record_has_nothing() -> None:
    assert check(quotation("Anything at all"), Record([])).verdict == "not_found"


def parted(first: str, second: str) -> Quotation:
    text = f"{first} {second}"
    gap = len(first) + 12
    parts = (Part(0, len(first)), Part(gap, gap + len(second)))
    return Quotation(parts, 0, gap + len(second), text, speaker=MINISTER, cue="said")


def test_an_attribution_may_stand_where_sentences_are_passed_over() -> None:
    quote = parted("I don't think the old pier can be saved.", "We will open the new one in May.")
    assert check(quote, harbour()).verdict == "meaning_changed"
    quote = parted(
        "We have decided to rebuild the northern harbour,", "300 people will find work there."
    )
    assert check(quote, harbour()).verdict == "spliced"
    quote = parted("Thank you for coming.", "The work costs $40 million")
    finding = check(quote, harbour())
    assert finding.verdict == "light_edit"
    assert "cut" in {d.kind for d in finding.differences}


def test_an_attribution_does_not_join_two_answers() -> None:
    quote = parted("The work costs $40 million,", "We did not forget anyone.")
    assert check(quote, harbour()).verdict == "spliced"


def test_an_attribution_inside_a_sentence_is_no_difference() -> None:
    quote = parted(
        "We have decided to rebuild the northern harbour,", "and we will not raise the tolls."
    )
    assert check(quote, harbour()).verdict == "verbatim"


def test_a_partial_quote_may_leave_the_not_to_the_story() -> None:
    text = "raise the tolls"
    whole = quotation(text, MINISTER)
    partial = Quotation(whole.parts, 0, len(text), text, kind="partial", speaker=MINISTER)
    assert check(partial, harbour()).verdict == "verbatim"
    assert check(whole, harbour()).verdict == "meaning_changed"


def test_brackets_of_the_record_itself_are_no_difference() -> None:
    record = Record([Source.from_text("s", "MS. HALE:  It costs $4 million [sic] a year.\n")])
    assert check(quotation("It costs $4 million [sic] a year."), record).verdict == "verbatim"
