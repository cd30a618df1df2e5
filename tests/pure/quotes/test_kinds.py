import pytest

from editorial.quotes import extract


@pytest.mark.parametrize(
    ("text", "code", "kind"),
    [
        ("“It is over,” said Ana Roe.", "en", "direct"),
        ("Ana Roe said: “It is over.”", "en", "direct"),
        ("Ana Roe called the plan “a mess.”", "en", "partial"),
        ("Ana Roe said the plan was “a mess” and left.", "en", "partial"),
        ("She sang on NBC’s “Saturday Show” with her band.", "en", "title"),
        ("Her new book, “The Long Way Home,” is out in May.", "en", "title"),
        ("The documentary “River of Salt” won a prize.", "en", "title"),
        ("The ad, titled “Tomorrow,” runs for a minute.", "en", "title"),
        ("The so-called “experts” were wrong again.", "en", "scare"),
        ("The town gave up on its “magic” weight pills.", "en", "scare"),
        ("Gov. C.L. “Butch” Moran was there.", "en", "scare"),
        ("Der Film „Das lange Warten“ läuft im Mai.", "de", "title"),
        ("Die „schnellen“ Züge standen still.", "de", "scare"),
        ("Minister Karl Lang sagte, das sei „ein Unfug“.", "de", "partial"),
        ("Das Magazin „Der Hafen“ erscheint wöchentlich.", "de", "title"),
    ],
)
def test_the_kind_is_told(text: str, code: str, kind: str) -> None:
    assert [q.kind for q in extract(text, code)] == [kind]


def test_nothing_in_marks_is_dropped() -> None:
    text = "The “old” plan, “The Long Way,” is “a mess,” Ana Roe said."
    assert [q.text for q in extract(text)] == ["old", "The Long Way,", "a mess,"]


def test_a_short_partial_quotation_with_a_speaker_is_a_quotation() -> None:
    (quotation,) = extract("The plan is “premature,” Ana Roe said.")
    assert quotation.kind == "partial"
    assert quotation.speaker == "Ana Roe"


def test_a_title_in_a_headline_is_a_title() -> None:
    text = "Film “The Long Road” wins a prize\nNobody was surprised."
    assert [q.kind for q in extract(text, headline_end=text.index("\n"))] == ["title"]
