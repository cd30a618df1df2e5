import pytest

from editorial.quotes.languages import language_for
from editorial.quotes.phrases import Phraser


def signs(text: str, code: str = "en") -> str:
    return Phraser(language_for(code)).frame(text, 0, len(text), []).signs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Roe said", "NV"),
        ("Mr. Roe said", "NV"),
        ("the chief engineer said", "CV"),
        ("Sen. Ana Roe (I-Vt.) said", "N(N)V"),
        ("White House press secretary Carl Poe said", "NV"),
        ("Roe's comments angered him", "Cvo"),
        ("a spokesman for the board told CNN", "CpCVN"),
        ("according to the letter", "ATC"),
        ("Roe, who built it, said.", "N,RvP,V."),
        ("He did not say so.", "PvxIa."),
        ("Asked about it, Roe left.", "VpP,Nv."),
        ("Ted Moreau said", "NV"),
        ("the 46-year-old said", "CV"),
        ("US Senator Ana Roe said", "NV"),
    ],
)
def test_phrases_become_one_sign_each(text: str, expected: str) -> None:
    assert signs(text) == expected


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        # German writes every noun like a name; the article tells.
        ("de", "dem Kurier sagte Karl Moos", "DVN"),
        ("de", "sagte der Sprecher des Ministeriums", "VC"),
        ("fr", "a-t-il dit", "xPV"),
        ("fr", "souligne-t-elle", "VP"),
        ("ru", "сказал министр Иван Коваль журналистам", "VNC"),
        ("es", "dijo la portavoz del Gobierno", "VCpN"),
    ],
)
def test_each_language_has_its_phrases(code: str, text: str, expected: str) -> None:
    assert signs(text, code) == expected


def test_every_sign_has_its_place_in_the_text() -> None:
    text = "Mayor Ana Roe, 61, told the Courier on Friday that it is over."
    frame = Phraser(language_for("en")).frame(text, 0, len(text), [])
    assert len(frame.signs) == len(frame.starts) == len(frame.ends)
    assert text[frame.starts[0] : frame.ends[0]] == "Mayor Ana Roe"
    assert all(a < b for a, b in zip(frame.starts, frame.ends, strict=True))


def test_an_abbreviation_ends_no_sentence() -> None:
    assert "." not in signs("Gov. C.L. Roe of St. Louis met Dr. Poe in the U.S. Capitol")
