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


STORIES = [
    (
        "ru",
        (
            "Министр иностранных дел Сергей Ковров заявил, что переговоры «зашли в тупик».\n\n"
            "«Мы не будем ждать вечно, — сказал Ковров. — Время уходит».\n\n"
            "Глава правительства Анна Лис назвала предложение «смешным».\n\n"
            "Фильм «Долгая дорога» получил премию."
        ),
        [("partial", "Сергей Ковров"), ("direct", "Сергей Ковров"), ("partial", "Анна Лис")],
    ),
    (
        "uk",
        (
            "Міністр закордонних справ Іван Гай заявив, що переговори «зайшли в глухий кут».\n\n"
            "«Ми не чекатимемо вічно, — сказав Гай. — Час спливає».\n\n"
            "Голова уряду Анна Лис назвала пропозицію «смішною».\n\n"
            "Фільм «Довга дорога» здобув премію."
        ),
        [("partial", "Іван Гай"), ("direct", "Іван Гай"), ("partial", "Анна Лис")],
    ),
    (
        "az",
        (
            "Nazir Elçin Quliyev deyib ki, danışıqlar “dalana dirənib”.\n\n"
            "“Biz əbədi gözləməyəcəyik”, – Quliyev bildirib.\n\n"
            "Baş nazir Aynur Məmmədli təklifi “gülünc” adlandırıb.\n\n"
            "“Uzun yol” filmi mükafat alıb."
        ),
        [
            ("partial", "Elçin Quliyev"),
            ("direct", "Elçin Quliyev"),
            ("partial", "Aynur Məmmədli"),
        ],
    ),
    (
        "tr",
        (
            "Dışişleri Bakanı Ali Veli, açıklamasında, “Görüşmeler çıkmaza girdi” dedi.\n\n"
            "Veli, “Sonsuza kadar beklemeyeceğiz” ifadelerini kullandı.\n\n"
            "Başbakan Ayşe Kaya teklifi “gülünç” olarak nitelendirdi.\n\n"
            "“Uzun Yol” adlı film ödül aldı."
        ),
        [("direct", "Ali Veli"), ("direct", "Ali Veli"), ("partial", "Ayşe Kaya")],
    ),
    (
        "fr",
        (
            "Le ministre de la Mer, Jean Roux, a déclaré que les pourparlers étaient "
            "« dans l’impasse ».\n\n« Nous n’attendrons pas éternellement », a-t-il ajouté.\n\n"
            "La ministre Léa Martin a qualifié la proposition de « ridicule ».\n\n"
            "Le film « La longue route » a reçu un prix."
        ),
        [("partial", "Jean Roux"), ("direct", "Jean Roux"), ("partial", "Léa Martin")],
    ),
    (
        "es",
        (
            "El ministro de Pesca, Juan Mora, declaró que las negociaciones estaban "
            "«en un callejón sin salida».\n\n«No esperaremos eternamente», añadió Mora.\n\n"
            "La ministra Ana Sanz calificó la propuesta de «ridícula».\n\n"
            "La película «El largo camino» recibió un premio."
        ),
        [("partial", "Juan Mora"), ("direct", "Juan Mora"), ("partial", "Ana Sanz")],
    ),
    (
        "de",
        (
            "Minister Karl Lang sagte, die Gespräche steckten „in einer Sackgasse“.\n\n"
            "„Wir werden nicht ewig warten“, fügte er hinzu.\n\n"
            "Ministerin Eva Maus bezeichnete den Vorschlag als „lächerlich“.\n\n"
            "Der Film „Der lange Weg“ bekam einen Preis."
        ),
        [("partial", "Karl Lang"), ("direct", "Karl Lang"), ("partial", "Eva Maus")],
    ),
    (
        "en",
        (
            "Minister Karl Lang said the talks had reached “a dead end.”\n\n"
            "“We will not wait forever,” he added.\n\n"
            "Prime Minister Eva Maus called the proposal “ridiculous.”\n\n"
            "The film “The Long Road” won a prize."
        ),
        [("partial", "Karl Lang"), ("direct", "Karl Lang"), ("partial", "Eva Maus")],
    ),
]


@pytest.mark.parametrize(("code", "text", "expected"), STORIES)
def test_a_story_keeps_its_speakers_apart_and_its_titles_aside(
    code: str, text: str, expected: list[tuple[str, str]]
) -> None:
    found = extract(text, code)
    assert [(q.kind, q.speaker_resolved) for q in found[:-1]] == expected
    assert found[-1].kind == "title"


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
