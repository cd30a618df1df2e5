"""The index proposes the places of a quote."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editorial.quotes.index import Index
from editorial.quotes.segment import build, merge
from tests.pure.quotes.work import grows_in_a_straight_line

SYLLABLES = ("ka", "ro", "mi", "ten", "la", "su", "ve", "do", "pa", "ni")


def spoken(seed: int, sentences: int) -> list[str]:
    """Invented speech: sentences whose common words recur as those of a language do."""
    chance = random.Random(seed)
    vocabulary = ["".join(chance.choices(SYLLABLES, k=1 + n % 4)) for n in range(900)]
    weights = [1 / (rank + 3) for rank in range(len(vocabulary))]
    return [
        " ".join(chance.choices(vocabulary, weights, k=chance.randint(5, 24))).capitalize() + "."
        for _ in range(sentences)
    ]


SPEECHES = {name: spoken(number, 120) for number, name in enumerate("abcdef")}
TEXTS = {name: " ".join(sentences) for name, sentences in SPEECHES.items()}
SEGMENTS = [build(name, text) for name, text in TEXTS.items()]
APART = Index(SEGMENTS)
TOGETHER = Index([b"".join(merge(SEGMENTS))])


def holds(index: Index, quote: str, name: str, words: str) -> bool:
    start = TEXTS[name].index(words)
    return any(
        place.source == name and place.start <= start and start + len(words) <= place.end
        for place in index.places(quote)
    )


@settings(deadline=None)
@given(st.sampled_from("abcdef"), st.integers(0, 119), st.sampled_from([APART, TOGETHER]))
def test_a_sentence_of_a_source_is_among_the_places(name: str, at: int, index: Index) -> None:
    sentence = SPEECHES[name][at]
    assert holds(index, sentence, name, sentence)
    assert index.places(sentence)[0].score == 1.0


@settings(deadline=None)
@given(st.sampled_from("abcdef"), st.integers(0, 119), st.integers(0, 2))
def test_one_word_altered_in_every_three_hides_no_place(name: str, at: int, first: int) -> None:
    sentence = SPEECHES[name][at]
    words = sentence.split()
    words[first::3] = ["zzyzx"] * len(words[first::3])
    if len(words) > 8:
        assert holds(TOGETHER, " ".join(words), name, sentence)


@settings(deadline=None)
@given(
    st.tuples(st.sampled_from("abcdef"), st.integers(0, 119)),
    st.tuples(st.sampled_from("abcdef"), st.integers(0, 119)),
)
def test_each_piece_of_a_spliced_quote_has_its_place(
    one: tuple[str, int], other: tuple[str, int]
) -> None:
    pieces = [SPEECHES[name][at] for name, at in (one, other)]
    if min(len(piece.split()) for piece in pieces) >= 8:
        quote = " ".join(pieces)
        assert holds(TOGETHER, quote, one[0], pieces[0])
        assert holds(TOGETHER, quote, other[0], pieces[1])


def test_a_single_rare_word_is_found() -> None:
    index = Index([build("a", TEXTS["a"] + " Zemindar. " + TEXTS["a"]), build("b", TEXTS["b"])])
    place = index.places("“zemindar”")[0]
    assert place.source == "a"
    assert place.start <= len(TEXTS["a"]) + 1 < place.end


def test_the_same_words_elsewhere_are_places_too() -> None:
    index = Index([build("a", TEXTS["a"]), build("b", TEXTS["a"])])
    assert {place.source for place in index.places(SPEECHES["a"][7])[:2]} == {"a", "b"}


def test_a_place_reaches_over_a_cut() -> None:
    one, _, other = SPEECHES["c"][40:43]
    first = TEXTS["c"].index(one)
    place = TOGETHER.places(f"{one[:-1]} … {other}")[0]
    assert place.start <= first
    assert TEXTS["c"].index(other) + len(other) <= place.end


@settings(deadline=None)
@given(st.sampled_from("abcdef"), st.integers(0, 119), st.sets(st.sampled_from("abcdef")))
def test_nothing_is_told_of_a_source_that_may_not_be_seen(
    name: str, at: int, allowed: set[str]
) -> None:
    places = TOGETHER.places(SPEECHES[name][at], allowed=allowed)
    assert {place.source for place in places} <= allowed
    assert (name in {place.source for place in places}) == (name in allowed)


def test_what_may_be_seen_holds_for_each_question_alone() -> None:
    sentence = SPEECHES["b"][3]
    for allowed in (frozenset("b"), frozenset("a"), frozenset(), {"b"}):
        named = {place.source for place in TOGETHER.places(sentence, allowed=allowed)}
        assert ("b" in named) == ("b" in allowed)


def test_common_words_are_found_in_one_source_of_many() -> None:
    texts = {str(number): "" if number % 7 == 3 else "so it is. " * 40 for number in range(400)}
    index = Index([b"".join(merge([build(name, text) for name, text in texts.items()]))])
    for name in ("0", "11", "399"):
        places = index.places("it is", allowed={name})
        assert {place.source for place in places} == {name}


@settings(deadline=None)
@given(st.text() | st.sampled_from(["", "a", "…", "the the the"]), st.lists(st.text(), max_size=3))
def test_no_text_raises_and_no_place_is_out_of_bounds(quote: str, texts: list[str]) -> None:
    index = Index([build(str(number), text) for number, text in enumerate(texts)])
    for place in (*index.places(quote), *index.places(" ".join(texts))):
        assert 0 <= place.start <= place.end <= len(texts[int(place.source)])
        assert 0 <= place.score <= 1


def test_an_index_of_nothing_knows_no_place() -> None:
    assert Index([]).places("The port is shut.") == []
    assert TOGETHER.places("") == []


def test_no_more_places_than_asked_for() -> None:
    assert len(TOGETHER.places(SPEECHES["a"][0], limit=2)) <= 2


@pytest.mark.parametrize("unit", ["word ", '"', "a"])
def test_a_dull_record_and_a_dull_quote_take_linear_time(unit: str) -> None:
    def look_up(size: int) -> None:
        index = Index([build("a", "word " * (size // 5)), build("b", "a" * size)])
        index.places(unit * (size // len(unit)))
        index.places("word word word")
        index.places("word")

    assert grows_in_a_straight_line(look_up, 400_000)
