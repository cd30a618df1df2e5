"""Who speaks, by family of attribution: appositions, orders, cases, sources, pronouns."""

import pytest

from editorial.quotes import extract

GERMAN = [
    ("„Wir bleiben hier“, sagte die Vorsitzende des Betriebsrats, Jana Petras.", ["Jana Petras"]),
    ("„Wir bleiben hier“, sagte der Sprecher der Werft, Karl Moos, am Montag.", ["Karl Moos"]),
    ("„Wir bleiben hier“, sagte Jana Petras, die Vorsitzende des Betriebsrats.", ["Jana Petras"]),
    ("Die Vorsitzende des Betriebsrats, Jana Petras, sagte: „Wir bleiben hier.“", ["Jana Petras"]),
    ("Jana Petras, Vorsitzende des Betriebsrats, sagte: „Wir bleiben hier.“", ["Jana Petras"]),
    (
        ("Jana Petras, die Vorsitzende des Betriebsrats, nannte den Plan „völlig verfehlt“."),
        ["Jana Petras"],
    ),
    ("Den Vorschlag nannte die Ministerin „völlig verfehlt“.", ["die Ministerin"]),
    ("Den Vorschlag der Werft bezeichnete Jana Petras als „völlig verfehlt“.", ["Jana Petras"]),
    ("Dem Kurier sagte Jana Petras: „Wir bleiben hier.“", ["Jana Petras"]),
    (
        "„Wir bleiben hier“, sagte dem Kurier die Sprecherin der Werft.",
        ["die Sprecherin der Werft"],
    ),
    ("„Wir bleiben hier“, so der Minister.", ["der Minister"]),
    ("„Wir bleiben hier“, so die Vorsitzende des Betriebsrats, Jana Petras.", ["Jana Petras"]),
    ("„Wir bleiben hier“, so beschrieb es der Kapitän.", ["der Kapitän"]),
    ("Laut Petras ist der Plan „völlig verfehlt“.", ["Petras"]),
    (
        ("Laut der Vorsitzenden des Betriebsrats, Jana Petras, ist der Plan „völlig verfehlt“."),
        ["Jana Petras"],
    ),
    ("Dem Minister zufolge ist der Plan „völlig verfehlt“.", ["Dem Minister"]),
    ("Der Plan ist „völlig verfehlt“, dem Bericht zufolge.", ["dem Bericht"]),
    ("Nach Angaben von Jana Petras war es „ein böser Fehler“.", ["Jana Petras"]),
    ("Nach Angaben der Polizei war es „ein böser Fehler“.", ["der Polizei"]),
    ("Der Plan ist, wie Jana Petras sagte, „völlig verfehlt“.", ["Jana Petras"]),
    ("Wie Jana Petras am Montag sagte, ist der Plan „völlig verfehlt“.", ["Jana Petras"]),
    ("„Wir bleiben hier“, wie Jana Petras dem Kurier sagte.", ["Jana Petras"]),
    ("Jana Petras wies die Kritik zurück. Der Plan sei „völlig verfehlt“.", ["Jana Petras"]),
    (
        ("Jana Petras kritisierte den Plan. Er komme zu spät. Die Werft habe „die Lage verkannt“."),
        ["Jana Petras"],
    ),
    (
        "„Wir bleiben hier“, sagte Jana Petras. Die Werft habe „die Lage verkannt“.",
        ["Jana Petras", "Jana Petras"],
    ),
    ("Relativierend fügt Jana Petras hinzu: „Wir bleiben hier.“", ["Jana Petras"]),
    ("Zum geplanten neuen Hafen schreibt Jana Petras: „Wir bleiben hier.“", ["Jana Petras"]),
    ("In dem Schreiben heißt es: „Wir bleiben hier.“", ["dem Schreiben"]),
    ("Aus der Werft hieß es, man sei „tief besorgt“.", ["der Werft"]),
    ("Der Minister sprach von einem „bösen Fehler“.", ["Der Minister"]),
    ("„Wir bleiben hier“, sagte ein Sprecher von Jana Petras.", ["ein Sprecher"]),
    ("„Wir bleiben hier“, teilte die Werft mit.", ["die Werft"]),
    ("Der Präsident, sagte Jana Petras, habe „die Lage verkannt“.", ["Jana Petras"]),
    ("Jana Petras traf Karl Moos. Moos war müde. „Wir bleiben hier“, sagte er.", ["Karl Moos"]),
    (
        (
            "„Nein“, sagte Karl Moos.\n\n„Wir bleiben hier“, sagte Frau Jana "
            "Petras.\n\n„Doch“, sagte er."
        ),
        ["Karl Moos", "Jana Petras", "Karl Moos"],
    ),
    ("Frau Jana Petras und Herr Karl Moos kamen. „Wir bleiben hier“, sagte sie.", ["Jana Petras"]),
    ("„Wir bleiben hier“, sagte Jana Petras laut dem Kurier.", ["Jana Petras"]),
    ("Auf die Frage, ob sie bleibe, antwortete Jana Petras: „Wir bleiben hier.“", ["Jana Petras"]),
    (
        ("„Das Eis hält“, erklärte der Leiter der Forschungsstation, Ole Brandt, am Dienstag."),
        ["Ole Brandt"],
    ),
    ("„Das Eis hält“, teilte ein Sprecher der Küstenwache mit.", ["ein Sprecher der Küstenwache"]),
    ("Den Bericht der Station kritisierte Brandt als „dünn“.", ["Brandt"]),
    ("Einen Abzug lehnt Ole Brandt ab: „Das Eis hält.“", ["Ole Brandt"]),
    ("Brandt zufolge war die Lage „jederzeit beherrschbar“.", ["Brandt"]),
    (
        (
            "Ole Brandt wehrte sich gegen Vorwürfe. Man habe „jederzeit richtig "
            "gehandelt“. Das Eis sei „dick genug“."
        ),
        ["Ole Brandt", "Ole Brandt"],
    ),
    ("Wie die Küstenwache mitteilte, war das Eis „dick genug“.", ["die Küstenwache"]),
    ("„Das Eis hält“, wie es in einem Bericht heißt.", ["einem Bericht"]),
    ("Sie nannte den Plan einen „schlechten Witz“.", ["Sie"]),
    ("Als „schlechten Witz“ bezeichnete Ines Falk den Plan.", ["Ines Falk"]),
    ("Von einem „schlechten Witz“ sprach Ines Falk.", ["Ines Falk"]),
    (
        ("Ines Falk traf Ole Brandt am Montag. Brandt war müde. „Das Eis hält“, sagte er."),
        ["Ole Brandt"],
    ),
]
ENGLISH = [
    ("“The dam is safe,” said the president of the union, Jay Roe.", ["Jay Roe"]),
    ("The chair of the works council, Jana Petras, said: “We stay.”", ["Jana Petras"]),
    ("Jana Petras, chair of the works council, said: “We stay.”", ["Jana Petras"]),
    ("Jana Petras met Karl Moos on Monday. Moos was tired. “We stay,” he said.", ["Karl Moos"]),
    (
        ("Mr. Karl Moos and Ms. Jana Petras spoke. “We stay,” she said. “We go,” he said."),
        ["Jana Petras", "Karl Moos"],
    ),
    (
        ("“We stay,” said Karl Moos.\n\nThe yard was quiet.\n\n“It is our home,” he said."),
        ["Karl Moos", "Karl Moos"],
    ),
    ("“We stay,” Petras said, according to the Courier.", ["Petras"]),
    ("“We stay,” said a spokesman for Jana Petras.", ["a spokesman"]),
    ("“We stay,” said Karl Moos, a spokesman for Jana Petras.", ["Karl Moos"]),
    ("A spokeswoman for the yard, Ana Lind, said: “We stay.”", ["Ana Lind"]),
    ("The harbour board said it was “deeply worried.”", ["The harbour board"]),
    ("The letter says the yard is “beyond repair.”", ["The letter"]),
    (
        "Yard “beyond repair,” says union chief\n\nThe yard will close, Jay Roe said.",
        ["union chief"],
    ),
    ("Her colleague, Karl Moos, was asked about it. “We stay,” he said.", ["Karl Moos"]),
    ("“We stay,” said the yard's director, Jana Petras, on Monday.", ["Jana Petras"]),
    ("Col. Ava Riedl of the Tarn guard said: “We stay.”", ["Ava Riedl"]),
    ("“The ice holds,” said the head of the station, Ole Brandt, on Tuesday.", ["Ole Brandt"]),
    ("Ines Falk told the Courier on Monday that the plan was “a bad joke.”", ["Ines Falk"]),
    (
        ("Ines Falk was worried. Her deputy, Ole Brandt, was not. “The ice holds,” he said."),
        ["Ole Brandt"],
    ),
    ("According to a report by the station, the ice is “thick enough.”", ["a report"]),
    (
        ("“The ice holds,” Brandt told Falk, quoting a station report. Ole Brandt leads it."),
        ["Ole Brandt"],
    ),
]
RUSSIAN = [
    ("«Мы останемся», — сказала председатель профсоюза, Анна Лис.", ["Анна Лис"]),
    ("«Мы останемся», — сказала председатель профсоюза Анна Лис.", ["Анна Лис"]),
    ("Председатель профсоюза, Анна Лис, сказала: «Мы останемся».", ["Анна Лис"]),
    ("Анна Лис, председатель профсоюза, сказала: «Мы останемся».", ["Анна Лис"]),
    ("Анна Лис встретила Ивана Коваля. «Мы останемся», — сказала она.", ["Анна Лис"]),
    (
        (
            "«Нет», — сказал Иван Коваль.\n\n«Мы останемся», — сказала Анна Лис.\n\n«Да», "
            "— ответил он."
        ),
        ["Иван Коваль", "Анна Лис", "Иван Коваль"],
    ),
    ("«Мы останемся», — сообщил представитель верфи.", ["представитель верфи"]),
    ("«Мы останемся», — говорится в заявлении верфи.", ["заявлении верфи"]),
    ("Как сообщила Анна Лис, это «большая ошибка».", ["Анна Лис"]),
    ("Министерство заявило, что это «большая ошибка».", ["Министерство"]),
    ("По словам министра, это «большая ошибка».", ["министра"]),
    ("По данным полиции, это «большая ошибка».", ["полиции"]),
    ("Представитель станции Олег Бранд сообщил, что лёд «достаточно крепок».", ["Олег Бранд"]),
    ("«Лёд крепок», — отметил глава станции, Олег Бранд.", ["Олег Бранд"]),
    ("По мнению Олега Бранда, лёд «достаточно крепок».", ["Олега Бранда"]),
]
UKRAINIAN = [
    ("«Ми залишимося», — сказала голова профспілки Олена Гай.", ["Олена Гай"]),
    ("«Ми залишимося», — сказала голова профспілки, Олена Гай.", ["Олена Гай"]),
    ("Голова профспілки, Олена Гай, сказала: «Ми залишимося».", ["Олена Гай"]),
    ("Олена Гай, голова профспілки, сказала: «Ми залишимося».", ["Олена Гай"]),
    (
        (
            "«Ні», — сказав Іван Коваль.\n\n«Ми залишимося», — сказала Олена "
            "Гай.\n\n«Так», — відповів він."
        ),
        ["Іван Коваль", "Олена Гай", "Іван Коваль"],
    ),
    ("«Ми залишимося», — повідомив представник верфі.", ["представник верфі"]),
    ("«Ми залишимося», — йдеться у заяві верфі.", ["заяві верфі"]),
    ("Як повідомила Олена Гай, це «велика помилка».", ["Олена Гай"]),
    ("За словами міністра, це «велика помилка».", ["міністра"]),
    ("За даними поліції, це «велика помилка».", ["поліції"]),
    ("Речник станції Олег Бранд повідомив, що лід «досить міцний».", ["Олег Бранд"]),
    ("«Лід міцний», — зазначив керівник станції, Олег Бранд.", ["Олег Бранд"]),
    ("На думку Олега Бранда, лід «досить міцний».", ["Олега Бранда"]),
]
AZERBAIJANI = [
    (
        "“Biz qalacağıq”, – deyə həmkarlar ittifaqının sədri Aynur Məmmədli bildirib.",
        ["Aynur Məmmədli"],
    ),
    ("İttifaqın sədri Aynur Məmmədli deyib: “Biz qalacağıq”.", ["Aynur Məmmədli"]),
    ("Nazirlik bildirib ki, bu, “böyük səhvdir”.", ["Nazirlik"]),
    ("“Biz qalacağıq”, – deyə o əlavə edib.", ["o"]),
    (
        "“Biz qalacağıq”, – Elçin Quliyev deyib.\n\n“Bura bizimdir”, – o əlavə edib.",
        ["Elçin Quliyev", "Elçin Quliyev"],
    ),
    ("Məlumatda deyilir: “Biz qalacağıq”.", ["Məlumatda"]),
    (
        "Stansiyanın rəhbəri Orxan Həsənov bildirib ki, buz “kifayət qədər qalındır”.",
        ["Orxan Həsənov"],
    ),
]
TURKISH = [
    ("Sendika Başkanı Ayşe Kaya, “Biz kalacağız” dedi.", ["Ayşe Kaya"]),
    ("“Biz kalacağız” diyen Sendika Başkanı Ayşe Kaya, salondan ayrıldı.", ["Ayşe Kaya"]),
    ("Ayşe Kaya'ya göre plan “büyük bir hata”.", ["Ayşe Kaya"]),
    ("Ayşe Kaya, planın “büyük bir hata” olduğunu söyledi.", ["Ayşe Kaya"]),
    ("Bakanlık, planın “büyük bir hata” olduğunu açıkladı.", ["Bakanlık"]),
    (
        (
            "“Biz kalacağız” dedi Ali Veli.\n\nKaya ise “Biz gideceğiz” diye konuştu. "
            "Ayşe Kaya başkandır."
        ),
        ["Ali Veli", "Ayşe Kaya"],
    ),
    ("Açıklamada “Biz kalacağız” denildi.", ["Açıklamada"]),
    ("O, “Biz kalacağız” dedi.", ["O"]),
    ("İstasyon Müdürü Orhan Han, “Buz sağlam” diye konuştu.", ["Orhan Han"]),
    ("“Buz sağlam” ifadesini kullanan Orhan Han, gazetecilere teşekkür etti.", ["Orhan Han"]),
    ("Han, buzun “yeterince kalın” olduğunu belirtti. Orhan Han müdürdür.", ["Orhan Han"]),
]
FRENCH = [
    ("« Nous resterons », a déclaré la présidente du syndicat, Léa Roux.", ["Léa Roux"]),
    ("La présidente du syndicat, Léa Roux, a déclaré : « Nous resterons. »", ["Léa Roux"]),
    ("Léa Roux, présidente du syndicat, a déclaré : « Nous resterons. »", ["Léa Roux"]),
    ("« Nous resterons », a déclaré un porte-parole de Léa Roux.", ["un porte-parole"]),
    ("« Nous resterons », selon le ministre.", ["le ministre"]),
    (
        (
            "« Non », a dit M. Jean Moreau.\n\n« Nous resterons », a dit Mme Léa "
            "Roux.\n\n« Si », a-t-il ajouté."
        ),
        ["Jean Moreau", "Léa Roux", "Jean Moreau"],
    ),
    ("Comme l’a dit Léa Roux, c’est « une grave erreur ».", ["Léa Roux"]),
    ("D’après Léa Roux, c’est « une grave erreur ».", ["Léa Roux"]),
    ("Le ministère a jugé le plan « ridicule ».", ["Le ministère"]),
    ("Dans une lettre, Léa Roux dénonce « une grave erreur ».", ["Léa Roux"]),
    (
        ("Léa Roux a rencontré Jean Moreau. Moreau était fatigué. « Nous resterons », a-t-il dit."),
        ["Jean Moreau"],
    ),
    ("« La glace tient », a expliqué le chef de la station, Luc Brand, mardi.", ["Luc Brand"]),
    ("Inès Falk a estimé que le plan était « une mauvaise blague ».", ["Inès Falk"]),
]
SPANISH = [
    ("«Nos quedaremos», dijo la presidenta del sindicato, Ana Sanz.", ["Ana Sanz"]),
    ("La presidenta del sindicato, Ana Sanz, dijo: «Nos quedaremos».", ["Ana Sanz"]),
    ("Ana Sanz, presidenta del sindicato, dijo: «Nos quedaremos».", ["Ana Sanz"]),
    ("«Nos quedaremos», dijo un portavoz de Ana Sanz.", ["un portavoz"]),
    ("«Nos quedaremos», según el ministro.", ["el ministro"]),
    (
        (
            "«No», dijo el señor Juan Mora.\n\n«Nos quedaremos», dijo la señora Ana "
            "Sanz.\n\n«Sí», añadió él."
        ),
        ["Juan Mora", "Ana Sanz", "Juan Mora"],
    ),
    ("Como dijo Ana Sanz, es «un grave error».", ["Ana Sanz"]),
    ("El ministerio calificó el plan de «ridículo».", ["El ministerio"]),
    ("En una carta, Ana Sanz denuncia «un grave error».", ["Ana Sanz"]),
    ("Ana Sanz vio a Juan Mora. Mora estaba cansado. «Nos quedaremos», dijo él.", ["Juan Mora"]),
    ("«El hielo aguanta», explicó el jefe de la estación, Luis Brand, el martes.", ["Luis Brand"]),
    ("Inés Falk consideró que el plan era «una mala broma».", ["Inés Falk"]),
    ("«El hielo aguanta», como dijo Luis Brand.", ["Luis Brand"]),
]
STORIES = [
    *(("de", *case) for case in GERMAN),
    *(("en", *case) for case in ENGLISH),
    *(("ru", *case) for case in RUSSIAN),
    *(("uk", *case) for case in UKRAINIAN),
    *(("az", *case) for case in AZERBAIJANI),
    *(("tr", *case) for case in TURKISH),
    *(("fr", *case) for case in FRENCH),
    *(("es", *case) for case in SPANISH),
]


@pytest.mark.parametrize(("code", "text", "expected"), STORIES)
def test_each_family_of_attributions_names_its_speaker(
    code: str, text: str, expected: list[str]
) -> None:
    assert [q.speaker_resolved or q.speaker for q in extract(text, code)] == expected


def test_a_name_of_a_thing_in_a_german_sentence_is_a_title() -> None:
    assert [q.kind for q in extract("Das Schiff „Seestern“ lag im Hafen.", "de")] == ["title"]


def test_a_german_name_ends_in_a_noun() -> None:
    text = "Man ist von der „Einigung weit entfernt“, sagte Ole Brandt."
    (quotation,) = extract(text, "de")
    assert (quotation.kind, quotation.speaker) == ("partial", "Ole Brandt")


def test_what_is_reported_is_not_said_by_whom_it_is_about() -> None:
    text = "Ole Brandt schwieg. Die Werft sei „am Ende“."
    (quotation,) = extract(text, "de")
    assert quotation.speaker != "Die Werft"
    assert quotation.confidence < 0.5
