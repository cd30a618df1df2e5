"""Remarks follow their words through edits, and are known to be lost when the words go."""

from hypothesis import given
from hypothesis import strategies as st

from editorial.document.anchor import Found, anchor, follow, lines_of
from editorial.document.content import Content
from editorial.document.markdown import from_markdown

OLD = "The minister will rebuild the old bridge before winter, he said on Monday."
LINES = {"headline": "Rain", "a": OLD, "b": "It rained on Monday."}
WORDS = "rebuild the old bridge"


def followed(lines: dict[str, str], words: str = WORDS) -> tuple[str, str, bool] | None:
    placed = anchor(LINES, "a", words)
    assert placed is not None
    found = follow(lines, placed)
    if found is None:
        return None
    return found.block, lines[found.block][found.start : found.end], found.exact


def test_every_block_of_a_story_has_its_line() -> None:
    body = from_markdown("One **two** three.\n\n- four\n- five\n\n## Six")
    found = lines_of(Content(headline="Rain", summary="More.", body=body))
    assert list(found.values()) == ["Rain", "More.", "One two three.", "four", "five", "Six"]


def test_words_are_found_where_they_stand_by_what_stands_before_them() -> None:
    lines = {"b": "rain", "a": "rain or rain and rain"}
    placed = anchor(lines, "a", "rain", before="or ")
    assert placed is not None
    assert (placed.start, placed.end) == (8, 12)
    anywhere = anchor(lines, "", "rain", before="or rain and ")
    assert anywhere is not None
    assert (anywhere.block, anywhere.start) == ("a", 17)
    assert anchor(lines) is None
    assert anchor(lines, "a", "snow") is None
    assert anchor(lines, "gone", "rain") is None
    whole = anchor(lines, "a")
    assert whole is not None
    assert whole.whole


def test_they_follow_an_edit_before_them_and_one_inside() -> None:
    before = {**LINES, "a": "On Monday he added: " + OLD}
    assert followed(before) == ("a", WORDS, True)
    inside = {**LINES, "a": OLD.replace("the old bridge", "the very old stone bridge")}
    assert followed(inside) == ("a", "rebuild the very old stone bridge", False)
    half = {**LINES, "a": OLD.replace("the old bridge", "it")}
    assert followed(half) == ("a", "rebuild", False)


def test_they_follow_a_paragraph_that_was_split_joined_or_named_anew() -> None:
    split = {**LINES, "a": "The minister spoke.", "c": "He will rebuild the old bridge soon."}
    assert followed(split) == ("c", WORDS, True)
    renamed = {"headline": "Rain", "z": OLD}
    assert followed(renamed) == ("z", WORDS, True)


def test_of_two_places_that_say_the_same_the_surroundings_tell() -> None:
    there = {
        "x": "They rebuild the old bridge twice a year.",
        "y": "So the minister will rebuild the old bridge before winter comes.",
    }
    assert followed(there) == ("y", WORDS, True)


def test_what_is_gone_is_gone() -> None:
    assert followed({**LINES, "a": "The minister left without a word."}) is None
    assert followed({"b": "It rained on Monday."}) is None


def test_a_remark_on_a_paragraph_stays_with_it_however_it_is_written_anew() -> None:
    anew = {**LINES, "a": "Nobody knows."}
    assert followed(anew, OLD) == ("a", "Nobody knows.", False)
    likest = {"q": OLD.replace("he said", "she said"), "b": LINES["b"]}
    assert followed(likest, OLD) == ("q", likest["q"], False)


@given(st.text("ab .", max_size=30), st.text("ab .", max_size=30), st.integers(0, 29))
def test_what_is_found_lies_in_the_text(old: str, new: str, at: int) -> None:
    lines = {"a": old}
    placed = anchor(lines, "a", old[at : at + 4])
    if placed is None:
        return
    found = follow({"a": new}, placed)
    assert found is None or 0 <= found.start <= found.end <= len(new)
    assert follow(lines, placed) == Found("a", placed.start, placed.end, exact=True)
