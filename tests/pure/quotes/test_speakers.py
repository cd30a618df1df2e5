import pytest

from editorial.quotes import extract

AFTER = [
    ("“The dam is safe,” said Ana Roe.", "Ana Roe"),
    ("“The dam is safe,” Ana Roe said.", "Ana Roe"),
    ("“The dam is safe,” Roe told reporters on Friday.", "Roe"),
    ("“The dam is safe,” she said.", "she"),
    ("“Is the dam safe?” Ben Moe asked.", "Ben Moe"),
    ("“Go away!” Moe barked and a guard led him out.", "Moe"),
    ("“The dam is safe,” said a spokesman for the water board.", "a spokesman"),
    ("“The dam is safe,” a tired engineer said.", "a tired engineer"),
    ("“The dam is safe,” Roe, the chief engineer, said.", "Roe"),
    ("“The dam is safe,” Roe, who built it in 1999, told the Courier.", "Roe"),
    ("“The dam is safe,” Roe said in a letter to the council, citing tests.", "Roe"),
    ("“The dam is safe,” chief engineer Ana Roe said.", "chief engineer Ana Roe"),
    ("“The dam is safe,” said chief engineer Ana Roe.", "chief engineer Ana Roe"),
    ("“The dam is safe,” said Sen. Ana Roe (I-Vt.), who leads the panel.", "Sen. Ana Roe"),
    ("“The dam is safe,” according to the water board.", "the water board"),
    ("“The dam is safe,” the report says.", "the report"),
    ("“The dam is safe,” the letter reads.", "the letter"),
    ("“The dam is safe,” wrote The Daily Courier in an editorial.", "The Daily Courier"),
    ("“The dam is safe,” at one point she said.", "she"),
    ("''The dam is safe,'' Mr. Roe said.", "Mr. Roe"),
]
BEFORE = [
    ("Ana Roe said, “The dam is safe.”", "Ana Roe"),
    ("Ana Roe said: “The dam is safe.”", "Ana Roe"),
    ("Ana Roe said the dam is “perfectly safe.”", "Ana Roe"),
    ("Ana Roe, the chief engineer, said, “The dam is safe.”", "Ana Roe"),
    ("Ana Roe, who built it, said, “The dam is safe.”", "Ana Roe"),
    ("Ana Roe, an engineer from Ames, Iowa, said, “The dam is safe.”", "Ana Roe"),
    ("Ana Roe, 61, the sister of Ben Moe and of Senator Carl Moe, said, “Safe.”", "Ana Roe"),
    ("Ana Roe of the water board said, “The dam is safe.”", "Ana Roe"),
    ("A spokesman for Ana Roe said, “The dam is safe.”", "A spokesman"),
    ("Roe on Tuesday called the dam “perfectly safe.”", "Roe"),
    ("In an interview with the Courier, Roe said, “The dam is safe.”", "Roe"),
    ("Speaking to reporters in Ames, Roe said, “The dam is safe.”", "Roe"),
    ("Asked about the leak, Roe replied: “The dam is safe.”", "Roe"),
    ("Roe wrote to the council, adding, “The dam is safe.”", "Roe"),
    ("Roe told Moe that the board was “out of its mind.”", "Roe"),
    ("Roe did not apologize, but said, “The dam is safe.”", "Roe"),
    ("Roe criticized Moe and called the board “a circus.”", "Roe"),
    ("According to Ana Roe, the dam is “perfectly safe.”", "Ana Roe"),
    ("The report says the dam is “perfectly safe.”", "The report"),
    ("Critics called the dam “a time bomb.”", "Critics"),
    ("The water board's spokesman, Carl Poe, told the Courier, “It is safe.”", "Carl Poe"),
    ("Here is Ana Roe in 1999: “The dam will outlive us all.”", "Ana Roe"),
    ("Roe's answer: “The dam is safe.”", "Roe's answer"),
]
AROUND = [
    ("“The dam is safe,” Roe said. “It always was.”", ["Roe", "Roe"]),
    ("Roe was adamant. “The dam is safe.”", ["Roe"]),
    ("Roe said the dam would hold:\n\n“It is safe. It always was.”", ["Roe"]),
    ("“The dam is safe,” Roe said.\n\n“It always was.”", ["Roe", "Roe"]),
    ("“The dam is safe.” “It always was,” Roe said.", ["Roe", "Roe"]),
    ("Roe called it “safe” and “sound.”", ["Roe", "Roe"]),
    ("The dam is “safe” and “sound,” Roe said.", ["Roe", "Roe"]),
    ("Calling the board “a circus,” Roe resigned.", ["Roe"]),
    ("The dam is “a marvel” of its time, she said in a statement.", ["she"]),
]


@pytest.mark.parametrize(("text", "speaker"), AFTER)
def test_the_attribution_that_follows_is_read(text: str, speaker: str) -> None:
    assert extract(text)[0].speaker == speaker


@pytest.mark.parametrize(("text", "speaker"), BEFORE)
def test_the_attribution_that_leads_is_read(text: str, speaker: str) -> None:
    assert extract(text)[-1].speaker == speaker


@pytest.mark.parametrize(("text", "speakers"), AROUND)
def test_a_speaker_in_a_neighbouring_sentence_is_read(text: str, speakers: list[str]) -> None:
    assert [q.speaker for q in extract(text)] == speakers


def test_who_relays_a_quotation_is_kept_beside_its_speaker() -> None:
    (quotation,) = extract("“The dam is safe,” Roe said, according to the Courier.")
    assert quotation.speaker == "Roe"
    assert quotation.outer_speaker == "the Courier"


def test_a_far_guess_has_less_confidence_than_a_plain_attribution() -> None:
    plain, far = extract("“Safe,” Roe said.\n\n“It always was a fine dam to look at.”")
    assert plain.confidence > 0.9
    assert far.confidence < plain.confidence


def test_without_anyone_to_name_no_speaker_is_given() -> None:
    (quotation,) = extract("“The dam is safe and always was.”")
    assert quotation.speaker is None
    assert quotation.confidence == 0


def test_a_dateline_is_no_speaker() -> None:
    text = "AMES, Iowa (NPA) — The water board called the dam “perfectly safe” on Friday."
    assert extract(text)[0].speaker == "The water board"


def test_a_transcript_in_marks_names_its_own_speakers() -> None:
    text = "“ROE: Will the dam hold?\n\n“MOE: It will hold for a hundred years.”"
    assert [q.speaker for q in extract(text)] == ["ROE", "MOE"]


@pytest.mark.parametrize(
    "text",
    [
        "“The dam will outlive us all.”\n— Ana Roe, engineer",
        "“The dam will outlive us all.”\n\n– Ana Roe, engineer",
        '"The dam will outlive us all.\nAna Roe, engineer."',
    ],
)
def test_a_name_below_signs_a_quotation(text: str) -> None:
    assert extract(text)[0].speaker == "Ana Roe"


def test_who_is_resolved_to_the_name_before_it() -> None:
    text = "The dam was built by Ana Roe, who called it “a marvel of its time.”"
    (quotation,) = extract(text)
    assert quotation.speaker == "who"
    assert quotation.speaker_resolved == "Ana Roe"


def test_laughter_in_a_transcript_is_no_quotation() -> None:
    text = "“It will hold,” said Ana Roe.\n\n“(Laughter.)”"
    assert [q.kind for q in extract(text)] == ["direct", "scare"]


def test_a_subordinate_clause_keeps_its_own_speaker() -> None:
    text = "Although Roe admitted that the dam was “a mess,” he claimed it would hold."
    assert extract(text)[0].speaker == "Roe"
