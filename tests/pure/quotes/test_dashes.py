import pytest

from editorial.quotes import extract

DIALOGUES = [
    ("ru", "— Мы не уйдём, — сказал Иван Коваль. — Это наш дом.", "Иван Коваль", 2),
    ("ru", "– Мы не уйдём! – крикнул Иван Коваль.", "Иван Коваль", 1),
    ("ru", "- Мы не уйдём, - сказал министр Иван Коваль.", "министр Иван Коваль", 1),
    ("ru", "— Куда же мы пойдём? — спросила она.", "она", 1),
    ("uk", "— Ми не підемо, — сказав Іван Гай. — Це наш дім.", "Іван Гай", 2),
    ("uk", "– Ми залишимося, – наголосила речниця.", "речниця", 1),
    ("az", "– Biz getməyəcəyik, – Elçin Quliyev dedi. – Bura evimizdir.", "Elçin Quliyev", 2),
    ("az", "— Biz qalacağıq, — nazir bildirdi.", "nazir", 1),
    ("fr", "— Nous resterons, dit Jean Roux. C’est chez nous.", "Jean Roux", 2),
    ("fr", "– Vraiment ? demanda-t-elle.", "elle", 1),
    ("fr", "— Jamais, a répondu le ministre.", "le ministre", 1),
    ("es", "—Nos quedaremos —dijo Ana Sanz—. Es nuestra casa.", "Ana Sanz", 2),
    ("es", "—¿Y nosotros? —preguntó el alcalde.", "el alcalde", 1),
]


@pytest.mark.parametrize(("code", "text", "speaker", "parts"), DIALOGUES)
def test_speech_led_by_a_dash_has_its_speaker(
    code: str, text: str, speaker: str, parts: int
) -> None:
    (quotation,) = extract(text, code)
    assert quotation.speaker == speaker
    assert len(quotation.parts) == parts
    assert "—" not in quotation.text
    assert speaker not in quotation.text


def test_a_line_of_dialogue_without_a_remark_is_speech_beside_one_that_has_it() -> None:
    text = "— Вы уйдёте? — спросила Анна.\n— Нет, никогда.\n— И правильно, — сказала Анна."
    assert [q.text for q in extract(text, "ru")] == [
        "Вы уйдёте?",
        "Нет, никогда.",
        "И правильно,",
    ]


def test_two_take_turns_where_no_remark_tells() -> None:
    text = "— Да, — сказал Иван.\n— Нет, — сказала Анна.\n— Да, я говорю."
    last = extract(text, "ru")[-1]
    assert last.speaker == "Иван"
    assert last.confidence < 0.5


@pytest.mark.parametrize("code", ["ru", "uk", "fr", "es", "az"])
def test_a_list_is_no_speech(code: str) -> None:
    text = "План:\n— хлеб\n— молоко\n— соль"
    assert extract(text, code) == []


def test_english_dashes_open_no_speech() -> None:
    assert extract("— Carol Lee, who said no, of the Journal.") == []


def test_a_remark_inside_the_marks_is_taken_out() -> None:
    text = "« Nous resterons, a déclaré Jean Roux, et nous gagnerons. »"
    (quotation,) = extract(text, "fr")
    assert quotation.text == "Nous resterons, et nous gagnerons."
    assert quotation.speaker == "Jean Roux"
