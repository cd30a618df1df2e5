"""What can be done to a quote leaves it borne out, and never dresses up what is false."""

import pytest

from editorial.quotes import Quotation, Record, Source, check
from editorial.quotes.around import around
from editorial.quotes.difference_told import told
from editorial.quotes.extract import extract
from editorial.quotes.finding import Finding
from editorial.quotes.mend import Change, bracket, mark_cuts, use_record
from editorial.quotes.name_in_print import in_print, right_speaker
from tests.pure.quotes.transcript import harbour, quotation

BRIDGE = "MR. AKAN: We will rebuild the bridge before winter. The money is there, as you all know."
RECORD = Record([*harbour().sources.values(), Source.from_text("bridge", BRIDGE)])


def find(said: Quotation) -> Finding:
    return check(said, RECORD)


def after(said: Quotation, changes: tuple[Change, ...]) -> str:
    text = said.text
    for one in reversed(changes):
        text = text[: one.start] + one.words + text[one.end :]
    return text if changes else ""


@pytest.mark.parametrize(
    ("words", "as_said", "cut", "bracketed"),
    [
        (
            "The engineers are very confident",
            "the engineers are confident",
            "",
            "The engineers are [very] confident",
        ),
        (
            "300 people will find",
            "",
            "",
            "",
        ),
        (
            "We will rebuild before winter",
            "We will rebuild the bridge before winter",
            "We will rebuild … before winter",
            "",
        ),
        (
            "The work costs $40 million. If the council agrees, we will open the new one in May.",
            "",
            "The work costs $40 million. … If the council agrees, we will open the new one in May.",
            "",
        ),
        ("We did forget anyone.", "We did not forget anyone.", "", ""),
        ("We will not ever raise the tolls", None, None, None),
    ],
)
def test_each_way_to_mend_a_quote(
    words: str, as_said: str | None, cut: str | None, bracketed: str | None
) -> None:
    said = quotation(words)
    finding = find(said)
    for way, wanted in ((use_record, as_said), (mark_cuts, cut), (bracket, bracketed)):
        mended = after(said, way(said, finding, find))
        if wanted is not None:
            assert mended.lower() == wanted.lower(), way.__name__
        if mended:
            assert find(quotation(mended)).verdict in ("verbatim", "light_edit")


BOTH = "We will rebuild before winter. The money is really there, as you all know."


def test_a_quote_with_a_cut_and_an_insertion_is_mended_by_one_after_the_other() -> None:
    said = quotation(BOTH)
    cut = quotation(after(said, mark_cuts(said, find(said), find)))
    assert find(cut).verdict == "altered"
    both = after(cut, bracket(cut, find(cut), find))
    assert find(quotation(both)).verdict == "light_edit"
    assert both == BOTH.replace(" before", " … before").replace("really", "[really]")


STORY = "Nils Lindqvist was there. “That is all I know,” {} said."


@pytest.mark.parametrize(
    ("story", "name"),
    [
        (STORY.format("Okafor"), "Nils Lindqvist"),
        ("“That is all I know,” Okafor said.", "Mr. Lindqvist"),
        ("“That is all I know,” Lindqvist said.", ""),
        ("“All of that is mine,” Okafor said.", ""),
    ],
)
def test_the_right_speaker_is_named_as_the_story_names_people(story: str, name: str) -> None:
    (said,) = extract(story, "en", 0)
    assert right_speaker(said, find(said), story, find) == name


@pytest.mark.parametrize(
    ("label", "printed"),
    [
        ("MS. O'NEIL-BROWN", "Ms. O'Neil-Brown"),
        ("Ana Berg", "Ana Berg"),
        ("MINISTER ÖZGÜR", "Minister Özgür"),
    ],
)
def test_a_label_in_capitals_is_no_name_in_print(label: str, printed: str) -> None:
    assert in_print(label, "It rained.", "en") == printed


def test_differences_read_as_sentences() -> None:
    finding = find(quotation(BOTH))
    assert [told(one) for one in finding.differences if not one.allowed] == [
        "The quote leaves out “the bridge”.",
        "The quote adds “really”.",
    ]


def test_a_passage_stands_in_its_surroundings() -> None:
    finding = find(quotation("The engineers are confident", "Okafor"))
    found = around(RECORD.sources["harbour"], finding.passages[0], 40)
    assert found.words == "the engineers are confident"
    assert found.before.startswith("… ")
    assert found.before.endswith("(Laughter.) But")
    assert found.after.startswith(". MR. LINDQVIST: The engineers told")
    assert found.after.endswith(" …")
    start = find(quotation("Good morning, everyone")).passages[0]
    assert around(RECORD.sources["harbour"], start, 40).before == "MINISTER OKAFOR:"
