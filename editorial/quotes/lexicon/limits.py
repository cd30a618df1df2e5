"""Words that limit a claim from beside it, by language: phrases behind it, before it, and the
small words that open an adjunct."""

from dataclasses import dataclass

from editorial.quotes.lexicon.entry import phrases, words


@dataclass(frozen=True)
class Limits:
    """``behind``: phrases that, right behind a claim, say how far it goes ("so far", "in some
    ways"). ``before``: phrases that do so at the head of a sentence, before a comma.
    ``afterthoughts`` stand behind a comma or dash and take part of it back ("or so I'm told").
    ``adjuncts`` open a phrase of place, time or manner, which limits a claim that goes far:
    one with a "not" or a word of ``wide``, those of ``measures`` one with a number. ``harmless``
    may follow an adjunct's first word without limiting anything ("in fact").
    """

    behind: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    afterthoughts: tuple[str, ...] = ()
    adjuncts: frozenset[str] = frozenset()
    measures: frozenset[str] = frozenset()
    wide: frozenset[str] = frozenset()
    harmless: frozenset[str] = frozenset()


# "…, but not the tower", "…, though not this year".
_BUT_NOT = tuple(
    f"{turn} not {word}"
    for turn in ("but", "though", "although")
    for word in sorted(
        words(
            "the all this in for at on if now yet everyone everybody every until without when "
            "today tonight by to as from with"
        )
    )
)

_ENGLISH = Limits(
    behind=phrases(
        "except, except for, other than, apart from, aside from, besides, excluding, without, "
        "only on, only in, only for, only to, only after, only with, only at, only as, only "
        "during, "
        "only by, only between, only until, at least, at most, so far, for now, for the moment, "
        "for the time being, "
        "at the moment, at this stage, at this point, at this time, at the time, at that point, "
        "at that time, back then, to date, to some extent, to a degree, to a point, "
        "up to a point, in part, in some, in certain, in most, in many ways, in a few, "
        "in parts of, in a sense, in a way, for some, for certain, for most, on some, on certain, "
        "on most days, under certain, under some circumstances, under some conditions, "
        "under the circumstances, "
        "under normal circumstances, under those circumstances, with certain, "
        "with exceptions, with one exception, with few exceptions, with the exception, "
        "on one condition, on condition, on the condition, on paper, in theory, in principle, "
        "in name only, on average, compared with, compared to, relative to, yet, anymore, "
        "any more, any longer, until, pending, subject to, depending on, in an emergency, "
        "in emergencies, in cases of, in the case of, in that case, in this case, per se, "
        "as such, but not, and not, rather than, instead of, if at all, or at least, if necessary, "
        "if possible, if needed, in my opinion, in my view, in his view, in her view, "
        "in their view, before taxes, before tax, after taxes, after tax, before costs, "
        "on the face of it, in the worst case, in the best case, at worst, at best, "
        "a third of the time, half of the time, half the time, most of the time, "
        "some of the time, once in a while, every now and then, in retrospect, for a while, "
        "for a moment, for a day, for a week, for a month, for a year, for a few, for one"
    ),
    before=phrases(
        "without, until, during, except, except for, apart from, aside from, other than, "
        "outside, among, on paper, in theory, in principle, in the old days, back then, "
        "at the time, at that time, at that point, years ago, for some, for most, for many, "
        "for certain, in some, in certain, in most, in many cases, in an emergency, "
        "in emergencies, in the worst case, in the best case, at worst, at best, at first, "
        "at some point, for a moment, for a second, for a while, in a perfect world, "
        "in an ideal world, in your world, in their world, in his world, in his mind, "
        "in her mind, in their minds, in his view, in her view, in their view, in his opinion, "
        "in her opinion, in their opinion, ideally, theoretically, under the old, "
        "under that, under the previous, under this scenario, under that scenario, "
        "under normal, under certain, under some circumstances, according to, as a last resort, "
        "on a good day, on a bad day, on good days, on bad days, on some days, until then, till "
        "then, "
        "before then, up to then, with any luck, with some luck, with luck, on average, "
        "before that, excluding, not counting, leaving aside, left to themselves, by that logic, "
        "by that standard, by their logic, by your logic, by his logic, in other circumstances, "
        "compared with, compared to, unlike, failing that, given enough, given more, "
        "in his telling, in her telling, in their telling, to hear him, to hear her, to hear them, "
        "the way he tells it, the way she tells it, the way they tell it, in his eyes, in her "
        "eyes, "
        "in their eyes, in the worst, in the best, at the very worst, by his own account, "
        "by her own account, by their own account, by their account, by his account, "
        "in his version, in their version, "
        "with more time, with more money, in one case, in two cases, in a few cases"
    ),
    afterthoughts=phrases(
        "at least that is what, at least that is how, or so i am told, or so i was told, "
        "or so they say, or so he says, or so she says, or so they claim, or so we thought, "
        "or so i thought, or so we hope, i am told, i was told, they tell me, they say, "
        "people say, some say, it is said, according to, as far as i know, as far as we know, "
        "as far as i can tell, as far as i can see, to my knowledge, to the best of my knowledge, "
        "if i remember, if i recall, if memory serves, if i am not mistaken, if i am right, "
        "on paper, in theory, on paper at least, in theory at least, at least on paper, "
        "at least in theory, at least in my view, at least so far, at least for now, "
        "supposedly, allegedly, apparently, presumably, just, barely, almost, nearly, mostly, "
        "partly, "
        "for the most part, more or less, just about, or almost, or nearly, "
        "or maybe not, or perhaps not, maybe, perhaps, possibly, probably, hopefully, "
        "but i could be wrong, but i may be wrong, but i might be wrong, but do not quote me, "
        "but i am not sure, but i am not certain, but i do not know, but i doubt, "
        "though i could be wrong, though i may be wrong, though i doubt, though i am not sure, "
        "although i could be wrong, although i may be wrong, although i doubt, i hope, "
        "i think, i suppose, i guess, i would guess, i would think, i believe, i am guessing, "
        "just kidding, i am kidding, i am joking, in their opinion, in his opinion, "
        "in her opinion, in their view, in his view, in her view, or close to it, "
        "or at least that, or rather, well not, well almost, not literally, give or take, "
        "with one exception, with exceptions, with some exceptions, with few exceptions, "
        "with the exception, with the possible exception, if at all, for now, so far, at the time, "
        "except, other than, apart from, aside from, excluding, excepting, not counting, "
        "not including, without counting, without prejudice, at least for, at least until, "
        "at least in, at least on, although only, though only, but only, and only, subject to, "
        "before tax, before taxes, before costs, not including, barring, absent, pending, "
        "as far as, or so it seems, or so it seemed, it seems, it seemed, or was, or were, or did, "
        "or used to, or should be, or will be, or would be, wrongly, falsely, mistakenly, "
        "incorrectly, unfairly, and i say that as a joke, or something like that, or what is left, "
        "on a good day, at the earliest, at the latest, at best, at worst, technically, not "
        "really, "
        "well kind of, sort of, kind of, in a sense, in a way, in a manner of speaking, so to speak"
    )
    + _BUT_NOT,
    adjuncts=words(
        "for in on at during under within among between by with from after before since against "
        "over across outside inside through around throughout below above than beyond following "
        "near about"
    ),
    measures=words("among before after since over under between within during above below than"),
    wide=words(
        "all every everyone everybody everything always any anyone anybody anything nobody none "
        "only best worst most least first last largest biggest highest lowest greatest safest "
        "cheapest fastest longest oldest smallest richest poorest strongest can may could allowed "
        "permitted entitled free able must would safe impossible banned forbidden legal illegal "
        "guaranteed completely entirely"
    ),
    harmless=words(
        "fact addition short other hindsight general turn response answer particular truth "
        "reality all meantime meanwhile end first contrast conclusion summary course example "
        "instance sure certain once god heaven goodness any this it them him her us me you "
        "there here now"
    ),
)

_GERMAN = Limits(
    behind=phrases(
        "außer, abgesehen von, mit ausnahme, ohne, nur, zumindest, wenigstens, höchstens, "
        "bisher, bislang, vorerst, fürs erste, im moment, derzeit, zurzeit, zum damaligen "
        "zeitpunkt, damals, teilweise, zum teil, in gewisser weise, in gewissem maße, "
        "bis zu einem gewissen grad, in manchen, in einigen, in bestimmten, in klar definierten, "
        "für manche, für einige, für bestimmte, unter bestimmten, unter umständen, "
        "unter der bedingung, unter der voraussetzung, unter einer bedingung, auf dem papier, "
        "in der theorie, theoretisch, im prinzip, im durchschnitt, im schnitt, verglichen mit, "
        "im vergleich zu, gegenüber, im notfall, in notfällen, nach meiner ansicht, "
        "meiner meinung nach, aus meiner sicht, bis, vorbehaltlich, je nach, mit einschränkungen, "
        "mit auflagen"
    ),
    before=phrases(
        "ohne, außer, abgesehen von, auf dem papier, in der theorie, theoretisch, im prinzip, "
        "im idealfall, im notfall, im besten fall, im schlimmsten fall, bestenfalls, "
        "schlimmstenfalls, damals, früher, nach ansicht, nach meinung, laut, glaubt man, "
        "in seinen augen, in ihren augen, für manche, für einige"
    ),
    afterthoughts=phrases(
        "so heißt es, so sagt man, heißt es, sagt man, hat man mir gesagt, wurde mir gesagt, "
        "soweit ich weiß, soviel ich weiß, wenn ich mich recht erinnere, meines wissens, "
        "glaube ich, denke ich, hoffe ich, nehme ich an, vermute ich, angeblich, vielleicht, "
        "hoffentlich, wahrscheinlich, vermutlich, möglicherweise, zumindest auf dem papier, "
        "zumindest theoretisch, "
        "zumindest bisher, jedenfalls bisher, jedenfalls auf dem papier, aber ich kann mich irren, "
        "aber ich bin nicht sicher, wenn überhaupt, mit einer ausnahme, mit ausnahmen, "
        "mit wenigen ausnahmen, zumindest, jedenfalls, wenigstens, außer, abgesehen von, "
        "aber nicht die, aber nicht den, aber nicht das, aber nicht der, aber nicht alle, "
        "aber nicht in, aber nicht für, aber nicht bis, aber nicht ohne, aber nicht heute, "
        "aber nicht dieses, aber nicht diesen, aber nicht jetzt, aber nicht im, aber nicht am, "
        "aber nicht vor, wenn auch nicht, "
        "nicht gerechnet, nicht eingerechnet, ohne, sozusagen, gewissermaßen, oder fast"
    ),
    adjuncts=words(
        "für in im an am auf bei während unter innerhalb außerhalb zwischen mit von vom nach vor "
        "seit gegen über durch ab trotz wegen beim ins um"
    ),
    measures=words("unter vor nach seit zwischen innerhalb über während bei"),
    wide=words(
        "alle allen alles jeder jede jedes jeden immer jemals jemand niemand keiner nur beste "
        "besten erste ersten letzte größte größten höchste höchsten niedrigste kann können "
        "könnt kannst darf dürfen dürft muss müssen erlaubt frei sicher unmöglich verboten "
        "kostenlos vollständig komplett"
    ),
    harmless=words("der tat diesem dem übrigen allem ende moment meisten"),
)

_TURKISH = Limits(
    before=phrases(
        "kağıt üzerinde, teoride, teorik olarak, o zamanlar, eskiden, bazı durumlarda, "
        "acil durumlarda, ideal bir dünyada, onlara göre, ona göre, iddiaya göre"
    ),
    afterthoughts=phrases(
        "diyorlar, deniyor, öyle diyorlar, bildiğim kadarıyla, yanılmıyorsam, sanırım, galiba, "
        "belki, umarım, en azından kağıt üzerinde, en azından şimdilik, şimdilik, "
        "teoride, kağıt üzerinde, şimdiye kadar, bu yıl için, yanılıyor olabilirim, ya da "
        "neredeyse, "
        "onlara göre, iddiaya göre, söylenene göre, hiç değilse, "
        "hariç, dışında, en azından, ama sadece, o da sadece"
    ),
)
_AZERBAIJANI = Limits(
    before=phrases("kağız üzərində, nəzəri olaraq, o vaxt, bəzi hallarda, onlara görə"),
    afterthoughts=phrases(
        "deyirlər, bildiyimə görə, səhv etmirəmsə, məncə, yəqin ki, bəlkə, hələlik, istisna "
        "olmaqla, "
        "ən azı, amma yalnız"
    ),
)
_RUSSIAN = Limits(
    behind=phrases(
        "кроме, за исключением, только, хотя бы, пока, пока что, на данный момент, на тот момент, "
        "тогда, отчасти, в какой-то мере, в некоторых, для некоторых, при условии, на бумаге, "
        "в теории, в принципе, в среднем, по сравнению с, в крайнем случае, без, до тех пор"
    ),
    before=phrases(
        "без, кроме, на бумаге, в теории, теоретически, в принципе, в идеале, в идеальном мире, "
        "раньше, тогда, по мнению, по словам, для некоторых, в некоторых, при условии, "
        "в худшем случае, в лучшем случае"
    ),
    afterthoughts=phrases(
        "как говорят, говорят, как мне сказали, насколько я знаю, насколько мне известно, "
        "если я не ошибаюсь, если не ошибаюсь, по-моему, думаю, я думаю, надеюсь, наверное, "
        "возможно, может быть, якобы, вроде бы, по крайней мере на бумаге, по крайней мере, "
        "хотя бы, во всяком случае, кроме, за исключением, не считая, если не считать, пока что, "
        "как утверждают, если верить, по их словам, по его словам, по ее словам, но не все, "
        "и то не все, и то только, да и то, в основном, "
        "по крайней мере пока, хотя могу ошибаться, но могу ошибаться"
    ),
    adjuncts=words("в во на для при под между среди с со до после перед через из у по"),
    measures=words("среди до после под между"),
    wide=words(
        "все всё всех всегда каждый каждая никто никогда ничего любой можно можем может могут "
        "нельзя лучший первый единственный только безопасно бесплатно"
    ),
    harmless=words("общем принципе самом конце этом том"),
)
_UKRAINIAN = Limits(
    behind=phrases(
        "крім, окрім, за винятком, лише, тільки, хоча б, поки, поки що, наразі, на той момент, "
        "тоді, частково, певною мірою, у деяких, в деяких, для деяких, за умови, на папері, "
        "в теорії, у теорії, в принципі, в середньому, порівняно з, у крайньому разі, без"
    ),
    before=phrases(
        "без, крім, окрім, на папері, в теорії, у теорії, теоретично, в ідеалі, раніше, тоді, "
        "на думку, за словами, для деяких, у деяких, в деяких, за умови, у найгіршому разі, "
        "у найкращому разі"
    ),
    afterthoughts=phrases(
        "як кажуть, кажуть, як мені сказали, наскільки я знаю, наскільки мені відомо, "
        "якщо я не помиляюся, якщо не помиляюся, на мою думку, думаю, я думаю, сподіваюся, "
        "мабуть, можливо, може бути, нібито, начебто, принаймні на папері, принаймні поки, "
        "у всякому разі, хоча б, як стверджують, якщо вірити, за їхніми словами, за його словами, "
        "здебільшого, якщо не рахувати, та й то, поки що, "
        "хоча можу помилятися, але можу помилятися, це без, без урахування, не рахуючи, крім, "
        "за винятком, але тільки, але лише, і то лише, принаймні"
    ),
    adjuncts=words("в у на для при під між серед з із до після перед через по"),
    measures=words("серед до після під між"),
    wide=words(
        "всі усі всіх завжди кожен кожна ніхто ніколи нічого можна можемо може можуть "
        "неможна найкращий перший єдиний лише безпечно безкоштовно"
    ),
    harmless=words("загалом принципі цьому тому"),
)
_FRENCH = Limits(
    behind=phrases(
        "sauf, excepté, hormis, à part, sans, seulement, au moins, au plus, jusqu'ici, "
        "jusqu'à présent, pour l'instant, pour le moment, en ce moment, à ce stade, à l'époque, "
        "en partie, dans certains, dans certaines, dans une certaine mesure, pour certains, "
        "à condition, à une condition, sous réserve, sur le papier, en théorie, en principe, "
        "en moyenne, par rapport, comparé, en cas de, à mon avis, selon moi"
    ),
    before=phrases(
        "sans, sauf, hormis, à part, sur le papier, en théorie, en principe, idéalement, "
        "dans un monde idéal, à l'époque, autrefois, selon, d'après, pour certains, "
        "dans certains, dans certaines, en cas de, au pire, au mieux"
    ),
    afterthoughts=phrases(
        "dit-on, paraît-il, à ce qu'on dit, m'a-t-on dit, on me l'a dit, à ma connaissance, "
        "autant que je sache, si je me souviens bien, si je ne me trompe, je crois, je pense, "
        "j'espère, je suppose, peut-être, sans doute, du moins sur le papier, du moins en théorie, "
        "du moins pour l'instant, mais je peux me tromper, à une exception près, "
        "pour l'instant, pour le moment, en tout cas, en principe, à les entendre, à l'entendre, "
        "selon eux, selon lui, selon elle, en théorie, sur le papier, au moins, ou presque, "
        "sans compter, hors, hormis, sauf, mais seulement, du moins"
    ),
    adjuncts=words(
        "pour dans en sur à au aux pendant sous entre parmi avec par après avant depuis"
    ),
    measures=words("parmi avant après depuis sous entre"),
    wide=words(
        "tous toutes tout chaque toujours jamais personne rien seul seule meilleur meilleure "
        "premier première peut peuvent pouvons pouvez peux doit doivent gratuit sûr impossible "
        "interdit autorisé autorisés"
    ),
    harmless=words("fait effet somme revanche général plus outre fin"),
)
_SPANISH = Limits(
    behind=phrases(
        "excepto, salvo, aparte de, sin, solo, sólo, solamente, al menos, por lo menos, "
        "hasta ahora, por ahora, por el momento, de momento, en este momento, en aquel momento, "
        "entonces, en parte, en cierta medida, en algunos, en algunas, en ciertos, en ciertas, "
        "para algunos, con una condición, a condición, siempre y cuando, sobre el papel, "
        "en teoría, en principio, de media, en promedio, en comparación, respecto a, en caso de, "
        "en mi opinión"
    ),
    before=phrases(
        "sin, salvo, excepto, aparte de, sobre el papel, en teoría, en principio, idealmente, "
        "en un mundo ideal, antes, en aquel entonces, según, para algunos, en algunos, "
        "en algunas, en caso de, en el peor de los casos, en el mejor de los casos"
    ),
    afterthoughts=phrases(
        "dicen, según dicen, según me dicen, me dicen, que yo sepa, si no recuerdo mal, "
        "si no me equivoco, creo, creo yo, supongo, espero, quizás, quizá, tal vez, "
        "al menos sobre el papel, al menos en teoría, al menos por ahora, pero puedo equivocarme, "
        "por ahora, por el momento, de momento, en principio, en todo caso, según ellos, según él, "
        "según ella, en teoría, sobre el papel, por lo menos, o casi, al parecer, "
        "con una excepción, sin contar, salvo, excepto, pero solo, pero sólo, al menos"
    ),
    adjuncts=words("para en por durante bajo entre con desde tras ante hasta a al sobre"),
    measures=words("entre antes tras desde bajo"),
    wide=words(
        "todos todas todo cada siempre nunca nadie nada único única mejor primero primera puede "
        "pueden podemos debe deben gratis seguro imposible prohibido permitido"
    ),
    harmless=words("realidad efecto fin general cambio resumen cuanto"),
)

LIMITS = {
    "en": _ENGLISH,
    "de": _GERMAN,
    "tr": _TURKISH,
    "az": _AZERBAIJANI,
    "ru": _RUSSIAN,
    "uk": _UKRAINIAN,
    "fr": _FRENCH,
    "es": _SPANISH,
}
NONE = Limits()
