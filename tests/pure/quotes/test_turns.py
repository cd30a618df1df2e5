"""Who speaks where in a record."""

import pytest

from editorial.quotes.turns import find_turns


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "MS. HALE:  Good morning.\n\nQ    Why now?\n\nMS. HALE:  Why not?\n",
            ["MS. HALE", "Q", "MS. HALE"],
        ),
        (
            "Ruth Hale (00:12): Good morning.\nTom Beck (00:15): Morning.\n",
            ["Ruth Hale", "Tom Beck"],
        ),
        (
            "[00:01] Ruth Hale: Good morning.\n[00:05] Tom Beck: Morning.\n",
            ["Ruth Hale", "Tom Beck"],
        ),
        ("MODERATORIN: Guten Tag.\nHERR BECK: Guten Tag.\n", ["MODERATORIN", "HERR BECK"]),
        (
            "Ruth Hale (Grüne):\nFrau Präsidentin!\nTom Beck (SPD):\nDanke.\n",
            ["Ruth Hale", "Tom Beck"],
        ),
        (
            "Ayşe Kaya – Günaydın.\nAli Er – Günaydın.\nAyşe Kaya – Başlayalım.\nAli Er – Peki.\n",
            ["Ayşe Kaya", "Ali Er", "Ayşe Kaya", "Ali Er"],
        ),
        ("ВЕДУЧА: Добрий день.\nОЛЕНА КРАВЕЦЬ: Добрий день.\n", ["ВЕДУЧА", "ОЛЕНА КРАВЕЦЬ"]),
        ("**Ruth Hale:** Good morning.\n**Tom Beck:** Morning.\n", ["Ruth Hale", "Tom Beck"]),
        (">> MS. HALE: Good morning.\n>> MR. BECK: Morning.\n", ["MS. HALE", "MR. BECK"]),
        (
            "Ruth Hale  00:12\nGood morning.\n\nTom Beck  00:15\nMorning.\n",
            ["Ruth Hale", "Tom Beck"],
        ),
    ],
)
def test_labels_of_every_house_style_are_read(text: str, speakers: list[str]) -> None:
    turns = find_turns(text).turns
    assert [turn.speaker for turn in turns] == speakers
    for turn in turns:
        assert text[turn.start : turn.end].strip()
        assert str(turn.speaker) not in text[turn.start : turn.end]


def test_a_colon_in_speech_is_no_label() -> None:
    text = "MS. HALE:  I say this:  we stay.\nRemember: nobody asked.\n"
    assert [turn.speaker for turn in find_turns(text).turns] == ["MS. HALE"]


def test_text_without_labels_has_one_turn() -> None:
    turns = find_turns("We stay.  That is all.", speaker="Ruth Hale")
    assert [(t.start, t.end, t.speaker) for t in turns.turns] == [(0, 22, "Ruth Hale")]


def test_stage_directions_and_timecodes_are_notes() -> None:
    text = "MS. HALE:  We stay.  (Laughter.)  Yes [00:41] we do.  The (new) pier.\n"
    turns = find_turns(text)
    assert [text[n.start : n.end] for n in turns.notes] == ["(Laughter.)", "[00:41]"]


def test_a_heckle_is_a_note_with_its_own_speaker() -> None:
    text = "Ruth Hale (Grüne):\nWir bleiben.\n(Tom Beck [SPD]: Hört, hört!)\nJa.\n"
    turns = find_turns(text)
    (note,) = turns.notes
    assert note.speaker == "Tom Beck"
    assert turns.note_at(text.index("Hört")) == note
    assert turns.note_at(text.index("Ja.")) is None


def test_the_labels_of_printed_hearings_end_on_a_full_stop() -> None:
    text = (
        "Chairwoman ROE. The committee will come to order.\n\n"
        "Captain Ruiz. Thank you. Mr. Moe knows me.\n\n"
        "Chairwoman ROE. You may begin.\n\nCaptain Ruiz. I struck a cable.\n\nMR. MOE. He did.\n"
    )
    assert [turn.speaker for turn in find_turns(text).turns] == [
        "Chairwoman ROE",
        "Captain Ruiz",
        "Chairwoman ROE",
        "Captain Ruiz",
        "MR. MOE",
    ]


def test_an_office_behind_a_comma_belongs_to_a_label_that_returns() -> None:
    text = "Ana Roe, mayor:\nIt is shut.\n\nJay Moe:\nWhy?\n\nAna Roe, mayor:\nIt fell.\n"
    assert [turn.speaker for turn in find_turns(text).turns] == ["Ana Roe", "Jay Moe", "Ana Roe"]
    prose = "Ana Roe, speaking in Lund: it is over.\nSo she said.\n"
    assert [turn.speaker for turn in find_turns(prose).turns] == [None]


def test_a_heckle_that_names_nobody_is_not_the_speakers() -> None:
    text = 'Jay Moe: I like it.\n\n[Interruption from the gallery: "Shame!"]\n\nJay Moe: I do.\n'
    (note,) = find_turns(text).notes
    assert note.speaker == "Interruption from the gallery"


def test_each_heckle_of_one_note_is_its_own_hecklers() -> None:
    text = (
        "Ida Kern:\nWir zahlen das.\n(Beifall – Jonas Weber [X]: Das fällt nicht vom Himmel! – "
        "Ute Lenz [Y]: Doch, manchmal!)\n\nJan Roth:\nDanke.\n"
    )
    turns = find_turns(text)
    said = {word: turns.note_at(text.index(word)) for word in ("Beifall", "Himmel", "manchmal")}
    assert {word: note and note.speaker for word, note in said.items()} == {
        "Beifall": None,
        "Himmel": "Jonas Weber",
        "manchmal": "Ute Lenz",
    }
