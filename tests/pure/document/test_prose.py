from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editorial.document.prose import Run, compare_words


def told(old: str, new: str) -> str:
    signs = {"equal": "{}", "deleted": "[-{}-]", "inserted": "[+{}+]"}
    return "".join(signs[run.kind].format(run.text) for run in compare_words(old, new))


@pytest.mark.parametrize(
    ("old", "new", "runs"),
    [
        ("", "", ""),
        ("same", "same", "same"),
        ("We must go.", "We will go.", "We [-must-][+will+] go."),
        ("We go.", "We must go.", "We [+must +]go."),
        ("We must go.", "We go.", "We [-must -]go."),
        ("We go", "We go now", "We go[+ now+]"),
        ("go", "We go", "[+We +]go"),
        ("He said.", "He said. Twice.", "He said.[+ Twice.+]"),
        ("“We must” stay", "“We must,” stay", "“We must[+,+]” stay"),
        ("don't", "don’t", "[-don't-][+don’t+]"),
        ("a  b", "a b", "a [- -]b"),
        ("a\nb", "a b", "a[-\n-][+ +]b"),
        ("all of it", "nothing here", "[-all of it-][+nothing here+]"),
        ("", "new", "[+new+]"),
        ("Ankara’da dedi", "Ankara’da söyledi", "Ankara’da [-dedi-][+söyledi+]"),
    ],
)
def test_words_are_compared_not_letters(old: str, new: str, runs: str) -> None:
    assert told(old, new) == runs


def test_a_word_left_by_chance_between_long_changes_counts_as_replaced() -> None:
    assert told("a b c d the e f g h", "i j k l the m n o p") == (
        "[-a b c d the e f g h-][+i j k l the m n o p+]"
    )


def test_a_word_that_stays_beside_a_short_change_stays() -> None:
    assert told("a b c the e f g h", "i j k the m n o p") == (
        "[-a b c-][+i j k+] the [-e f g h-][+m n o p+]"
    )


texts = st.text(alphabet="ab ,“”\n’", max_size=30)


@settings(max_examples=200, deadline=None)
@given(texts, texts)
def test_the_runs_join_to_both_texts(old: str, new: str) -> None:
    runs = compare_words(old, new)
    assert "".join(run.text for run in runs if run.kind != "inserted") == old
    assert "".join(run.text for run in runs if run.kind != "deleted") == new
    assert all(run.text for run in runs)
    assert all(one.kind != two.kind for one, two in pairwise(runs))


def test_equal_texts_are_one_run() -> None:
    assert compare_words("a b", "a b") == (Run("equal", "a b"),)
    assert compare_words("", "") == ()
