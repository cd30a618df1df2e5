import pytest

from editorial.quotes import extract


def resolved(text: str, code: str = "en") -> list[str | None]:
    return [q.speaker_resolved for q in extract(text, code)]


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Ana Roe spoke on Monday. “The dam is safe,” Roe said.",
        "Mayor Ana Roe spoke on Monday. “The dam is safe,” Ms. Roe said.",
        "“The dam is safe,” Mayor Ana Roe said.",
        "“The dam is safe,” Roe said. Ana Roe has been the mayor since May.",
        "Ana Roe’s plan is dead. “The dam is safe,” said Roe.",
    ],
)
def test_a_last_name_is_resolved_within_the_text(text: str) -> None:
    assert resolved(text) == ["Ana Roe"]


def test_a_pronoun_is_the_one_who_spoke_before() -> None:
    assert resolved("“Safe,” said Ana Roe.\n\n“It always was,” she said.") == ["Ana Roe"] * 2


def test_a_pronoun_does_not_resolve_against_its_gender() -> None:
    text = "“Safe,” said Mr. Ben Moe.\n\n“It always was,” she said."
    assert resolved(text) == ["Ben Moe", None]


def test_a_pronoun_without_anyone_before_stays_open() -> None:
    assert resolved("“It always was,” she said.") == [None]


def test_a_common_noun_is_not_resolved_to_the_name_it_hangs_on() -> None:
    assert resolved("Ana Roe is away. “Safe,” Roe’s spokesman said.") == [None]


def test_an_institution_is_no_person() -> None:
    text = "The White House was quiet. “Fine,” House said."
    assert resolved(text) == [None]


def test_the_verb_tells_the_gender_in_russian() -> None:
    text = "«Да», — сказала Анна Лис. «Нет», — ответил Иван Коваль.\n«Хорошо», — сказала она."
    assert resolved(text, "ru") == ["Анна Лис", "Иван Коваль", "Анна Лис"]


@pytest.mark.parametrize(
    "before",
    [
        "Her colleague from Ostmark, Ivo Marsh, was asked about peace.",
        "Ivo Marsh was asked about peace.",
        "Marsh did not answer at once. In Port Vesna, it rained.",
        "Marsh, who had flown in from Inner Sea, read “a note from Ana Roe”.",
    ],
)
def test_a_pronoun_is_the_one_the_sentence_before_is_about(before: str) -> None:
    text = f"“Safe,” said Ana Roe after she met Ivo Marsh.\n\n{before} “It is fish,” he said."
    assert resolved(text)[-1] == "Ivo Marsh"


def test_the_last_speaker_of_that_gender_goes_before_a_name_that_may_be_any() -> None:
    text = "“Safe,” said Ms. Ana Roe. Ivo Marsh nodded. “It always was,” she said."
    assert resolved(text) == ["Ana Roe", "Ana Roe"]


def test_what_hangs_on_a_name_is_not_the_name() -> None:
    text = "“Nine are missing,” Colonel Ana Roe of the Tarn guard said."
    assert resolved(text) == ["Ana Roe"]
