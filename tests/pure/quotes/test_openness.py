"""Which quotes hold up an approval."""

from dataclasses import replace

from editorial.quotes import Finding, can_be_settled, is_open
from tests.pure.quotes.transcript import quotation


def test_a_verbatim_quote_is_not_open() -> None:
    assert not is_open(quotation("x"), Finding("verbatim"))
    assert not is_open(quotation("x"), Finding("light_edit"))


def test_every_other_verdict_is_open() -> None:
    for verdict in ("altered", "meaning_changed", "misattributed", "spliced", "not_found"):
        assert is_open(quotation("x"), Finding(verdict))


def test_second_hand_reports_and_terms_are_open_though_verbatim() -> None:
    assert is_open(quotation("x"), Finding("verbatim", second_hand=True))
    assert is_open(quotation("x"), Finding("verbatim", secondary_source=True))
    assert is_open(quotation("x"), Finding("verbatim", terms="background"))


def test_scare_quotes_and_titles_are_never_open() -> None:
    for kind in ("scare", "title"):
        quote = replace(quotation("x"), kind=kind)
        assert not is_open(quote, Finding("not_found"))


def test_words_not_on_the_record_can_only_be_overridden() -> None:
    assert can_be_settled(Finding("not_found"))
    assert not can_be_settled(Finding("verbatim", terms="off_the_record"))
    assert not can_be_settled(Finding("verbatim", terms="background"))
