"""A source's text in lines, its speakers and passages marked where they stand."""

from editorial.quotes.turns import find_turns
from editorial.sources.lines import Line, Stretch, lines

TEXT = """\
MINISTER VARGA:  The quay will hold. (Applause.)

Q    Will it hold in winter?

MINISTER VARGA:  It will hold
in every winter.
"""


def made(passages: list[Stretch], first: int = 0, last: int | None = None) -> list[Line]:
    last = len(TEXT) if last is None else last
    return lines(TEXT, first, last, find_turns(TEXT), passages)


def stretch(words: str) -> Stretch:
    start = TEXT.index(words)
    return Stretch(start, start + len(words), "quoted")


def test_lines_are_numbered_and_anchored_by_their_offset() -> None:
    found = made([])
    assert [line.number for line in found] == [1, 3, 5, 6]
    assert [line.anchor for line in found] == [f"c{line.start}" for line in found]
    assert [line.opens_turn for line in found] == [True, True, True, False]


def test_no_letter_is_lost_or_doubled() -> None:
    found = made([stretch("quay will"), stretch("will hold\nin every"), stretch("hold\nin")])
    for line in found:
        words = "".join(piece.text for piece in line.pieces)
        assert words == TEXT[line.start : line.end]


def test_speakers_and_what_is_no_speech_are_told_apart() -> None:
    first = made([])[0]
    assert [(piece.text, piece.kinds) for piece in first.pieces] == [
        ("MINISTER VARGA:  ", "label"),
        ("The quay will hold. ", ""),
        ("(Applause.)", "note"),
    ]


def test_a_passage_can_be_linked_to_also_over_two_lines() -> None:
    passage = stretch("will hold\nin every")
    found = made([passage])
    quoted = [piece for line in found for piece in line.pieces if "quoted" in piece.kinds]
    assert [piece.text for piece in quoted] == ["will hold", "in every"]
    assert [piece.anchor for piece in quoted] == [f"c{passage.start}", ""]


def test_no_anchor_stands_twice() -> None:
    whole_line = Stretch(0, 20, "quoted")
    found = made([whole_line, Stretch(0, 5, "quoted")])
    anchors = [line.anchor for line in found]
    anchors += [piece.anchor for line in found for piece in line.pieces if piece.anchor]
    assert len(anchors) == len(set(anchors))


def test_a_part_of_a_text_keeps_its_own_numbers_and_offsets() -> None:
    first = TEXT.index("MINISTER VARGA:  It")
    found = made([stretch("every winter")], first)
    assert [line.number for line in found] == [5, 6]
    assert TEXT[found[0].start :].startswith("MINISTER VARGA:  It")


def test_an_empty_stretch_of_text_has_no_lines() -> None:
    assert lines("\n\n  \n", 0, 5, find_turns("\n\n  \n"), []) == []
