import pytest

from editorial.quotes import extract
from editorial.quotes.languages import LANGUAGES, language_for

CASES = [
    ("de", "„Wir bleiben hier“, sagte Ministerin Eva Lang am Montag.", "Ministerin Eva Lang"),
    ("de", "Eva Lang sagte: „Wir bleiben hier.“", "Eva Lang"),
    ("de", "In einem Interview sagte sie: „Wir bleiben hier.“", "sie"),
    ("de", "»Wir bleiben hier«, so Eva Lang.", "Eva Lang"),
    ("de", "„Wir bleiben hier“, hatte Eva Lang in einem Gespräch erklärt.", "Eva Lang"),
    ("de", "Laut Eva Lang ist der Plan „völlig verfehlt“.", "Eva Lang"),
    ("de", "„Wir bleiben hier“, heißt es in einem Schreiben.", "einem Schreiben"),
    ("ru", "Министр Иван Коваль заявил: «Мы останемся здесь».", "Министр Иван Коваль"),
    ("ru", "«Мы останемся», — сказал министр Иван Коваль.", "министр Иван Коваль"),
    ("ru", "По словам Ивана Коваля, это «наш общий дом».", "Ивана Коваля"),
    ("ru", "«Мы останемся», — сообщила пресс-секретарь ведомства.", "пресс-секретарь ведомства"),
    ("ru", "„Мы останемся“, — добавил он.", "он"),
    ("uk", "Міністр Іван Гай заявив: «Ми залишимося тут».", "Міністр Іван Гай"),
    ("uk", "«Ми залишимося», — сказала речниця Олена Гай.", "речниця Олена Гай"),
    ("uk", "За словами Івана Гая, це «наш спільний дім».", "Івана Гая"),
    ("uk", "“Ми залишимося”, — наголосив він.", "він"),
    ("az", "Nazir Elçin Quliyev deyib: “Biz burada qalacağıq”.", "Nazir Elçin Quliyev"),
    ("az", "“Biz qalacağıq”, – deyə Elçin Quliyev bildirib.", "Elçin Quliyev"),
    ("az", "Elçin Quliyev bildirib ki, “bura bizim evimizdir”.", "Elçin Quliyev"),
    ("az", "«Biz qalacağıq», – nazir dedi.", "nazir"),
    ("tr", "Bakan Ali Veli, “Biz burada kalacağız” dedi.", "Bakan Ali Veli"),
    ("tr", "“Biz burada kalacağız” dedi Ayşe Kaya.", "Ayşe Kaya"),
    ("tr", "“Kalacağız” diyen Ali Veli, salondan ayrıldı.", "Ali Veli"),
    ("tr", "Ankara'da konuşan Ali Veli, “Burası evimiz” diye konuştu.", "Ali Veli"),
    ("fr", "« Nous resterons », a déclaré le ministre Jean Roux.", "le ministre Jean Roux"),
    ("fr", "« Nous resterons », a dit la ministre de la Mer, Léa Roux.", "Léa Roux"),
    ("fr", "Jean Roux a affirmé : « Nous resterons ici. »", "Jean Roux"),
    ("fr", "Selon Jean Roux, c’est « une honte ».", "Jean Roux"),
    ("fr", "« Nous resterons », a-t-il ajouté.", "il"),
    ("fr", "“Nous resterons”, souligne-t-elle.", "elle"),
    ("es", "«Nos quedaremos», dijo el ministro Juan Mora.", "el ministro Juan Mora"),
    ("es", "El ministro Juan Mora afirmó: «Nos quedaremos aquí».", "El ministro Juan Mora"),
    ("es", "“Nos quedaremos”, ha dicho la portavoz del Gobierno, Ana Sanz.", "Ana Sanz"),
    ("es", "Según Ana Sanz, es «una vergüenza».", "Ana Sanz"),
    ("es", "«Nos quedaremos», añadió ella.", "ella"),
]


@pytest.mark.parametrize(("code", "text", "speaker"), CASES)
def test_each_language_reads_its_own_orders(code: str, text: str, speaker: str) -> None:
    (quotation,) = extract(text, code)
    assert quotation.speaker == speaker
    assert quotation.kind in ("direct", "partial")
    assert quotation.language == code


@pytest.mark.parametrize("code", sorted(LANGUAGES))
def test_every_word_of_a_language_is_in_lower_case(code: str) -> None:
    language = LANGUAGES[code]
    for word in (*language.lexicon, *language.stems):
        assert word == word.lower(), word


@pytest.mark.parametrize("code", ["en-GB", "EN", "en_US"])
def test_a_tag_is_known_by_its_first_part(code: str) -> None:
    assert language_for(code).code == "en"


def test_an_unknown_language_falls_back_to_english() -> None:
    assert language_for("tlh").code == "en"
    (quotation,) = extract("“Qapla’ batlh je,” said Ana Roe.", "tlh")
    assert quotation.speaker == "Ana Roe"
