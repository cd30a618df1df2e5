"""Words that a speaker only gave as another's."""

from editorial.quotes.second_hand import relayed
from editorial.quotes.source import Source


def relay(text: str, words: str) -> object:
    source = Source.from_text("s", "MS. HALE:  " + text + "\n", language="en")
    start = source.text.index(words)
    return relayed(source, start, start + len(words), marks_in_quote=False)


def test_words_in_quotation_marks_after_a_verb_of_saying_are_relayed() -> None:
    found = relay(
        'The engineers told me, "We can save it by winter." That is all.',
        "We can save it by winter",
    )
    assert found is not None
    assert not found.own  # type: ignore[attr-defined]


def test_ones_own_words_told_again_are_ones_own() -> None:
    found = relay('And I said, "We can save it by winter." I did.', "We can save it by winter")
    assert found is not None
    assert found.own  # type: ignore[attr-defined]


def test_reported_speech_of_another_is_relayed() -> None:
    assert relay("The mayor said that the pier is lost.", "the pier is lost") is not None
    assert relay("They told me the pier is lost.", "the pier is lost") is not None


def test_ones_own_reported_speech_is_not() -> None:
    assert relay("I said that the pier is lost.", "the pier is lost") is None


def test_plain_speech_is_not() -> None:
    assert relay("Look, the pier is lost.", "the pier is lost") is None
