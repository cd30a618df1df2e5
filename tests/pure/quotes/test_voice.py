"""Whether a story's name and a record's label are one person."""

import pytest

from editorial.quotes.source import Source
from editorial.quotes.voice import label_fits, speaker_matches


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Adaeze Okafor", "MINISTER OKAFOR"),
        ("Okafor", "Dr. Adaeze Okafor"),
        ("Minister of Harbours Adaeze Okafor", "MINISTER OKAFOR"),
        ("a reporter", "Q"),
        ("a senior official", "SENIOR OFFICIAL"),
        ("Tayyip Ozgun", "Tayyip Özgün"),
        ("Mike Lindqvist", "MICHAEL LINDQVIST"),
        ("Jonas Weber (GRÜNE)", "Jonas Weber"),
        ("Ida Kern, Die Grauen", "Ida Kern"),
        ("Bundesverkehrsministerin Kern", "Ida Kern"),
        ("city hall press secretary Ruth Hale", "MS. HALE"),
        ("Hale, Ruth", "RUTH HALE"),
        ("the press", "Q"),
    ],
)
def test_one_person_under_two_names_fits(name: str, label: str) -> None:
    assert label_fits(name, label) is True


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Adaeze Okafor", "MR. LINDQVIST"),
        ("Kemi Okafor", "Adaeze Okafor"),
        ("Adaeze Okafor", "Q"),
        ("a journalist", "MINISTER OKAFOR"),
        ("Jonas Weber (GRÜNE)", "Ida Kern"),
        ("Bundesverkehrsministerin Kern", "Jonas Weber"),
        ("city hall press secretary Ruth Hale", "MR. OKAFOR"),
        ("the press secretary", "Q"),
        ("Murat Demir", "Ahmet Demir"),
    ],
)
def test_two_people_do_not_fit(name: str, label: str) -> None:
    assert label_fits(name, label) is False


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("the minister", "MR. LINDQVIST"),
        ("Okafor", "MODERATOR"),
        ("Okafor", "?"),
        ("Okafor", "ОКАФОР"),
    ],
)
def test_what_cannot_be_told_is_left_open(name: str, label: str) -> None:
    assert label_fits(name, label) is None


def test_a_label_of_office_fits_the_people_behind_it() -> None:
    source = Source.from_text(
        "s", "THE PREMIER:  Good morning.\n", language="en", aliases={"THE PREMIER": ["Ada Ito"]}
    )
    turn = source.turns.at(15)
    assert speaker_matches(("Ito",), source, turn) is True
    assert speaker_matches(("Ben Marsh",), source, turn) is False


def test_a_pronoun_names_nobody() -> None:
    source = Source.from_text("s", "MS. HALE:  Good morning.\n", language="en")
    assert speaker_matches(("He", None), source, source.turns.at(12)) is None
    assert speaker_matches(("She", "Ruth Hale"), source, source.turns.at(12)) is True


def test_a_description_is_not_someone_else_who_is_labelled_so() -> None:
    text = "SENIOR OFFICIAL:  Good morning.\n\nMR. BECK:  Sit down, please.\n"
    source = Source.from_text("s", text, language="en")
    assert speaker_matches(("a senior official",), source, source.turns.at(45)) is False


def test_what_hangs_on_a_name_does_not_count() -> None:
    assert label_fits("Colonel Ava Riedl of Tarn's civil protection", "COL. AVA RIEDL") is True
    assert label_fits("Ava Riedl of the guard", "IVO MARSH") is False


@pytest.mark.parametrize(
    ("name", "speaker", "fits"),
    [
        ("the Harbour Secretary", "SECRETARY IVES", None),
        ("the Harbour Secretary", "MS. HALE", False),
        ("the Tarn governor", "GOVERNOR BECK", None),
        ("the Tarn governor", "MS. HALE", False),
        ("the city hall press secretary", "MS. HALE", None),
        ("the vice president", "MS. HALE", None),
        ("a former governor", "MS. HALE", None),
    ],
)
def test_an_office_is_not_someone_else_where_a_label_gives_it(
    name: str, speaker: str, fits: bool | None
) -> None:
    text = "SECRETARY IVES:  One.\n\nGOVERNOR BECK:  Two.\n\nMS. HALE:  Three.\n"
    source = Source.from_text("s", text, language="en")
    turn = next(turn for turn in source.turns.turns if turn.speaker == speaker)
    assert speaker_matches((name,), source, turn) is fits
