from editorial.quotes import extract

TALK = """The mayor spoke to us in her office.

{q}: What will you do about the dam?

{a}: I will have it mended by the spring.

It is the least we can do.

{q}: And the road?

{a}: The road has to wait for a year."""


def test_labelled_turns_are_quotations_of_their_label() -> None:
    found = extract(TALK.format(q="Courier", a="Ana Roe"))
    assert [q.speaker for q in found] == ["Courier", "Ana Roe", "Courier", "Ana Roe"]
    assert len(found[1].parts) == 2
    assert found[1].text.startswith("I will have it mended")


def test_question_and_answer_marks_are_labels_too() -> None:
    assert [q.speaker for q in extract(TALK.format(q="Q", a="A"))] == ["Q", "A", "Q", "A"]


def test_russian_labels_are_read() -> None:
    text = "Вопрос: Что вы будете делать?\nОтвет: Мы останемся здесь жить.\n"
    assert [q.speaker for q in extract(text * 2, "ru")] == ["Вопрос", "Ответ"] * 2


def test_a_table_of_numbers_is_no_interview() -> None:
    assert extract("Roe: 547.\nMoe: 46.\nRoe: 2,316.\nMoe: 1,547.\nIs that all?") == []


def test_single_labels_are_no_interview() -> None:
    assert extract("Name: Ana Roe\nAge: 27\nCity: Ames\nWhy is she here? Nobody knows.") == []


def test_labels_far_apart_are_no_interview() -> None:
    story = "\n".join(f"Paragraph {n} says “yes,” Ana Roe said." for n in range(9))
    text = "\n".join(f"Roe: was it so?\nMoe: it may well have been so.\n{story}" for _ in range(3))
    assert len(extract(text)) == 27


def test_a_label_before_marks_leaves_the_quotation_to_its_marks() -> None:
    text = "Roe: “Will it go?”\nMoe: “It will go away.”\nRoe: “When will it go?”"
    assert [q.text for q in extract(text)] == [
        "Will it go?",
        "It will go away.",
        "When will it go?",
    ]
