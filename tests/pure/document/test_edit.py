"""Other words in one place, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial.document.anchor import lines_of
from editorial.document.content import Content
from editorial.document.edit import deletion, insertion, replace_words
from editorial.document.html import html
from editorial.document.markdown import from_markdown
from editorial.document.schema import leaves

BODY = "One **two** [three](https://example.org) four.\n\n> said\n\n- five\n- six"


CONTENT = Content(headline="Rain falls", summary="More to come.", body=from_markdown(BODY))


def block(words: str) -> str:
    return next(key for key, text in lines_of(CONTENT).items() if words in text)


@pytest.mark.parametrize("line", ["headline", "summary", "five", "said", "two"])
def test_each_block_can_be_edited_and_only_that_one(line: str) -> None:
    before = lines_of(CONTENT)
    key = line if line in before else block(line)
    after = lines_of(replace_words(CONTENT, key, 0, 1, "XY"))
    assert after == {**before, key: "XY" + before[key][1:]}


def test_new_words_take_the_form_of_those_they_replace() -> None:
    key = block("two")
    found = html(replace_words(CONTENT, key, 4, 7, "twelve").body)
    assert "One <strong>twelve</strong> <a" in found
    found = html(replace_words(CONTENT, key, 7, 7, "fold").body)
    assert "<strong>twofold</strong>" in found
    found = html(replace_words(CONTENT, key, 0, 13, "A").body)
    assert ">A four.<" in found


@given(st.integers(0, 18), st.integers(0, 18), st.text("xyz ", max_size=5))
def test_the_words_of_the_block_come_out_as_they_were_told(one: int, two: int, new: str) -> None:
    key = block("two")
    old = lines_of(CONTENT)[key]
    start, end = sorted((min(one, len(old)), min(two, len(old))))
    edited = replace_words(CONTENT, key, start, end, new)
    assert lines_of(edited)[key] == old[:start] + new + old[end:]
    assert [leaf.id for leaf in leaves(edited.body)] == [leaf.id for leaf in leaves(CONTENT.body)]


def test_spaces_are_kept_as_a_hand_would() -> None:
    assert insertion("the bridge", 3, "old") == " old"
    assert insertion("the bridge", 3, ", old,") == ", old,"
    assert insertion("thebridge", 3, "old") == " old "
    text = "the very old bridge."
    start, end = deletion(text, 4, 8)
    assert text[:start] + text[end:] == "the old bridge."
    start, end = deletion(text, 12, 19)
    assert text[:start] + text[end:] == "the very old."
    start, end = deletion(text, 0, 3)
    assert text[:start] + text[end:] == "very old bridge."
    assert deletion("bridges", 6, 7) == (6, 7)
