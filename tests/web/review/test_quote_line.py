"""A quote as the page shows it, whatever the check found of it."""

import uuid
from dataclasses import replace
from typing import get_args

import pytest

from editorial.models.source import Source, SourceKind, Terms
from editorial.pipeline.quote import Quote
from editorial.pipeline.shown import shown_as
from editorial.quotes.finding import Difference, Finding, Passage, Verdict
from editorial.quotes.quotation import Part, Quotation
from editorial.review.quote_line import Desk, QuoteLine, quote_lines
from editorial.workflow.facts import Facts
from editorial.workflow.words import Role, State

SOURCE = Source(
    id=uuid.uuid4(), title="Press conference", kind=SourceKind.TRANSCRIPT, terms=Terms.ON_THE_RECORD
)
WORDS = Quotation(
    (Part(1, 13),), 1, 13, "It will rain", speaker="Varga", speaker_resolved="Ilse Varga"
)
FACTS = Facts(State.FILED, roles=frozenset({Role.CHECKER}))


def address(source: uuid.UUID, at: int | None) -> str:
    return f"/{source}/{at}"


def passage(text: str = "It must rain", start: int = 40) -> Passage:
    return Passage(str(SOURCE.id), start, start + len(text), text, "VARGA")


def line(finding: Finding, facts: Facts = FACTS, quotation: Quotation = WORDS) -> QuoteLine:
    desk = Desk(facts, {str(SOURCE.id): SOURCE}, (), {}, address)
    (shown,) = quote_lines([Quote("k", quotation, finding)], desk)
    return shown


@pytest.mark.parametrize("verdict", get_args(Verdict))
def test_every_verdict_is_shown_as_it_is(verdict: Verdict) -> None:
    found = () if verdict == "not_found" else (passage(),)
    shown = line(Finding(verdict, found, reason="So it is."))
    assert (shown.shown, shown.reason) == (verdict, "So it is.")
    assert shown.open is (verdict not in ("verbatim", "light_edit"))
    assert bool(shown.there) is bool(found)
    assert (shown.source is None) is (verdict == "not_found")


@pytest.mark.parametrize(
    "flagged",
    [Finding("verbatim", second_hand=True), Finding("verbatim", secondary_source=True)],
)
def test_another_s_report_is_shown_as_such_where_it_bears_the_words_out(flagged: Finding) -> None:
    assert shown_as(flagged) == "second_hand"
    assert shown_as(replace(flagged, verdict="light_edit")) == "second_hand"
    assert shown_as(replace(flagged, verdict="altered")) == "altered"


def test_scare_quotes_and_titles_are_left_out_and_the_rest_is_in_the_order_of_the_text() -> None:
    desk = Desk(FACTS, {}, (), {}, address)
    quotes = [
        Quote("b", replace(WORDS, start=50), Finding("not_found")),
        Quote("s", replace(WORDS, start=20, kind="scare"), Finding("not_found")),
        Quote("a", WORDS, Finding("not_found")),
    ]
    assert [(one.number, one.key) for one in quote_lines(quotes, desk)] == [(1, "a"), (2, "b")]


def test_words_off_the_record_say_so_and_only_an_override_passes_them() -> None:
    shown = line(Finding("verbatim", (passage(),), terms="off_the_record"))
    assert (shown.terms, shown.open, shown.ways) == ("off the record", True, ())
    assert "override" in " ".join(shown.why_not)


def test_who_has_no_part_in_settling_reads_no_reasons() -> None:
    publisher = replace(FACTS, roles=frozenset({Role.PUBLISHER}))
    shown = line(Finding("not_found"), publisher)
    assert (shown.ways, shown.why_not) == ((), ())


def test_an_author_reads_why_they_can_t_settle_what_the_record_denies() -> None:
    author = replace(FACTS, roles=frozenset({Role.CORRESPONDENT}), wrote_it=True)
    assert line(Finding("altered", (passage(),)), author).why_not
    assert [way for way, _ in line(Finding("not_found"), author).ways] == ["heard", "call_back"]


def test_the_wordings_are_cut_where_they_differ() -> None:
    changed = Difference("replace", "modal", "must", "will", 3, 7, 43, 47, allowed=False)
    shown = line(Finding("meaning_changed", (passage(),), differences=(changed,)))
    assert shown.here == (("It ", "same"), ("will", "differs"), (" rain", "same"))
    assert shown.there == (("It ", "same"), ("must", "differs"), (" rain", "same"))


def test_what_was_left_out_stands_in_the_record_only() -> None:
    dropped = Difference("delete", "filler", "uh,", "", 3, 3, 43, 46, allowed=True)
    shown = line(Finding("light_edit", (passage("It uh, will rain"),), differences=(dropped,)))
    assert shown.here == (("It will rain", "same"),)
    assert shown.there == (("It ", "same"), ("uh,", "allowed"), (" will rain", "same"))


def test_between_the_passages_of_a_spliced_quote_stands_a_gap() -> None:
    shown = line(Finding("spliced", (passage("It will", 40), passage("rain", 90))))
    assert [kind for _, kind in shown.there] == ["same", "gap", "same"]
    assert [place.url for place in shown.elsewhere] == [f"/{SOURCE.id}/90"]


def test_the_full_name_is_shown_where_the_text_tells_it() -> None:
    assert line(Finding("not_found")).speaker == "Ilse Varga"
