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


def read_out(above: str, language: str = "de") -> object:
    text = f"Ida Kern:\n{above}\nDer Damm ist sicher und bleibt es.\n\nJan Roth:\nDanke.\n"
    source = Source.from_text("s", text, language=language)
    start = text.index("Der Damm")
    return relayed(source, start, start + 33, marks_in_quote=False)


def test_what_a_line_with_a_colon_says_is_read_out_is_anothers() -> None:
    assert read_out("Ich darf das Tagblatt von gestern zitieren:") is not None
    assert read_out("Im Vertrag steht es. Dort schreiben Sie:") is not None
    assert read_out("I want to cite the report of the auditors:", "en") is not None
    assert read_out("In the report it is written:", "en") is not None


def test_what_a_line_with_a_colon_leads_up_to_is_ones_own() -> None:
    assert read_out("Um es klar zu sagen:") is None
    assert read_out("Ich habe es schon einmal geschrieben:") is None
    assert read_out("Ich zitiere mich selbst:") is None
    assert read_out("We have three reasons:", "en") is None


def test_what_others_would_say_is_theirs() -> None:
    assert relay("A lot of owners will say, boy, the pier is lost.", "the pier is lost") is not None
    assert relay("I will say, boy, the pier is lost.", "the pier is lost") is None
    assert relay("We would say the pier is lost.", "the pier is lost") is None
