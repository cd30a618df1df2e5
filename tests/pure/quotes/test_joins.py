import pytest

from editorial.quotes import extract


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("“We must,” he said, “and we will.”", "en"),
        ("“We must,” Ana Roe said on Friday, “and we will.”", "en"),
        ('"We must," said Ana Roe, "and we will."', "en"),
        ("''We must,'' said Mr. Roe, ''and we will.''", "en"),
        ("„Wir müssen“, sagte Eva Lang, „und wir werden.“", "de"),
        ("«Мы должны, — сказал Иван Коваль, — и мы будем».", "ru"),
        ("«Ми мусимо», — сказав Іван Коваль, — «і ми будемо».", "uk"),
        ("« Nous devons, a dit Jean Roux, et nous allons le faire. »", "fr"),
        ("«Debemos», dijo Ana Sanz, «y lo haremos».", "es"),
    ],
)
def test_an_interrupted_quotation_is_one_with_two_parts(text: str, code: str) -> None:
    (quotation,) = extract(text, code)
    assert len(quotation.parts) == 2
    assert quotation.speaker
    assert quotation.start == quotation.parts[0].start
    assert quotation.end == quotation.parts[1].end


def test_a_new_sentence_after_the_attribution_is_a_quotation_of_its_own() -> None:
    first, second = extract("“We must,” he said. “And we will.”")
    assert len(first.parts) == len(second.parts) == 1
    assert first.speaker == second.speaker == "he"


def test_another_speaker_never_joins() -> None:
    text = "“We must,” Ana Roe said, and Ben Moe answered, “We will not.”"
    assert [q.speaker for q in extract(text)] == ["Ana Roe", "Ben Moe"]


@pytest.mark.parametrize(("opening", "closing"), [("“", "”"), ('"', '"'), ("„", "“"), ("«", "»")])
def test_paragraphs_that_reopen_are_one_quotation(opening: str, closing: str) -> None:
    text = (
        f"Ana Roe said: {opening}The first thing is the dam.\n\n"
        f"{opening}The second thing is the road.\n\n"
        f"{opening}The third is the school.{closing}\n\nNobody answered."
    )
    (quotation,) = extract(text)
    assert len(quotation.parts) == 3
    assert quotation.speaker == "Ana Roe"
    assert quotation.text.endswith("The third is the school.")


def test_closed_paragraphs_stay_apart() -> None:
    text = "“The first thing is the dam.”\n\n“The second is the road,” said Ana Roe."
    assert [len(q.parts) for q in extract(text)] == [1, 1]
