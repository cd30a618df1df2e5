"""Words of amount, in all languages: one set an amount, an exchange between sets is a change."""

from editorial.quotes.lexicon.entry import words

AMOUNTS = (
    words(
        "all every each entire whole everyone everybody everything always completely fully "
        "totally alle allen aller alles jede jeder jedes jeden jedem sämtliche immer bütün tüm "
        "hepsi her herkes hep tamamen bütün hamı hamısı все всех всем каждый каждая всегда усі "
        "всі всіх кожен завжди tous toutes chaque toujours todos todas cada siempre"
    ),
    words(
        "most majority mostly largely usually almost nearly meisten mehrheit meist meistens "
        "häufig fast çoğu çoğunluk çoğunlukla neredeyse большинство почти більшість майже "
        "plupart majorité presque mayoría casi"
    ),
    words(
        "many much often several viele vielen vieler mehrere mehreren oft etliche birçok çok "
        "часто много многие багато plusieurs beaucoup souvent varios muchos muchas"
    ),
    words(
        "some someone somebody something sometimes partly part parts either einige einigen einiger "
        "manche manchen manchmal teilweise jemand bazı bazıları birkaç bazen kısmen некоторые "
        "несколько иногда деякі кілька certains certaines parfois algunos algunas"
    ),
    words(
        "few little rarely seldom minority wenige wenigen selten kaum minderheit az nadiren "
        "мало редко рідко peu pocos minoría"
    ),
    words("half halb yarısı yarım половина moitié mitad"),
    words("both beide beiden оба обе обидва обидві ambos ambas"),
    words("any anyone anybody anything"),
    words("mindestens wenigstens минимум мінімум"),
    words("höchstens maximal максимум"),
    words("possible possibly maybe perhaps conceivable vielleicht möglicherweise возможно можливо"),
    words(
        "likely probable probably wahrscheinlich voraussichtlich вероятно наверное ймовірно "
        "muhtemelen"
    ),
    words(
        "certain certainly definitely surely undoubtedly sicher sicherlich bestimmt zweifellos "
        "gewiss"
    ),
    words("one"),
    words("only nur sadece yalnızca только лише тільки seulement solo"),
    words("more mehr daha fazla больше більше plus más"),
    words("less weniger меньше менше moins menos"),
)
