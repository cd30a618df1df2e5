import pytest

from editorial.quotes.clauses import WINDOW, main_verb, sentence, subject


@pytest.mark.parametrize(
    ("signs", "place"),
    [
        ("NV", 0),  # Roe said
        ("CpNV", 0),  # a spokesman for Roe said
        ("N,CpN,V", 0),  # Roe, the mayor of Ames, said
        ("N,CpN,N,V", 0),  # Roe, an engineer from Ames, Iowa, said
        ("CpC,N,V", 4),  # the president of the union, Roe, said
        ("N,RvP,V", 0),  # Roe, who built it, said
        ("NxIP&V", 0),  # Roe did not apologise and said
        ("NptV", 0),  # Roe on Tuesday said
        ("N(N)V", 0),  # Roe (I-Vt.) said
        ("pC,NV", 3),  # in a letter, Roe said
        ("NVrCV", 3),  # Roe said that critics said
        ("V", -1),
    ],
)
def test_the_subject_of_the_last_verb_is_found(signs: str, place: int) -> None:
    verb = signs.rindex("V")
    assert subject(signs, verb, 0) == place


def test_the_main_verb_stands_outside_a_relative_clause() -> None:
    assert main_verb("NRVCv", 0, 5) == 4


def test_the_main_verb_follows_an_opening_clause() -> None:
    assert main_verb("sNv,Nv", 0, 6) == 5


def test_a_sentence_is_never_wider_than_its_window() -> None:
    low, high = sentence("w" * 10_000, 5_000)
    assert high - low == 2 * WINDOW
