"""Spanish."""

from editorial.quotes.lexicon.entry import Lexicon, groups, numerals, phrases, variants, words

LEXICON = Lexicon(
    language="es",
    stopwords=words(
        "el la los las un una unos unas y o pero de del a al en con por para sin que qué quien "
        "cual cuyo donde este esta estos estas ese esa esos esas eso esto lo le les se me te nos "
        "os mi mis tu tus su sus nuestro nuestra es son era eran ser fue ha han había haber he "
        "hemos no sí si más muy ya también como cuando porque yo él ella ellos ellas nosotros "
        "ustedes hay está están todo todos toda todas pues entonces aquí allí"
    ),
    numbers=numerals(
        "cero=0 dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 once=11 "
        "doce=12 trece=13 catorce=14 quince=15 veinte=20 treinta=30 cuarenta=40 cincuenta=50 "
        "sesenta=60 setenta=70 ochenta=80 noventa=90 cien=100 ciento=100 dieciséis=16 "
        "diecisiete=17 "
        "dieciocho=18 diecinueve=19 veintiuno=21 veintiún=21 veintidós=22 veintitrés=23 "
        "veinticuatro=24 veinticinco=25 veintiséis=26 veintisiete=27 veintiocho=28 veintinueve=29 "
        "doscientos=200 doscientas=200 trescientos=300 trescientas=300 cuatrocientos=400 "
        "cuatrocientas=400 quinientos=500 quinientas=500 seiscientos=600 seiscientas=600 "
        "setecientos=700 setecientas=700 ochocientos=800 ochocientas=800 novecientos=900"
    ),
    scales=numerals("mil=1000 millón=1000000 millones=1000000"),
    joiners=words("y"),
    spellings=variants("sólo=solo, éste=este, ésta=esta, ése=ese, periodo=período, sr=señor"),
    fillers=phrases(
        "eh, este, pues, bueno, o sea, digamos, mire, miren, sabes, saben, verdad, entonces, "
        "la verdad, señoras y señores, queridos amigos, obviamente, por supuesto, en "
        "realidad, claro, sí, a ver, oye, sabe, vamos"
    ),
    openers=words("y pero entonces pues o sí no"),
    negations=words("no nunca jamás nada nadie ninguno ninguna ningún ni sin tampoco apenas"),
    negative_prefixes=("in", "im", "des", "no", "anti"),
    modals=words(
        "puede pueden podemos podría podrían debe deben debemos debería deberían hay tiene tienen "
        "tenemos quiere quieren queremos podrá deberá puedo debo"
    ),
    units=words(
        "segundo segundos minuto minutos hora horas día días semana semanas mes meses año años "
        "siglo siglos euro euros dólar dólares peso pesos metro metros kilómetro kilómetros "
        "tonelada toneladas millón millones ciento hoy mañana ayer"
    ),
    opposites=groups(
        """más menos
        alto bajo
        alta baja
        bueno malo
        buena mala
        mejor peor
        antes después
        primero último
        primera última
        fuerte débil
        verdad mentira
        verdadero falso
        paz guerra
        amigo enemigo
        amigos enemigos
        aumento caída
        subir bajar
        ganar perder
        a favor en contra
        con sin
        sí no
        siempre nunca
        posible imposible
        fácil difícil
        grande pequeño
        nuevo viejo
        nueva vieja
        """
    ),
    hedges=phrases(
        "quizás, quizá, tal vez, probablemente, posiblemente, al parecer, aparentemente, parece, "
        "creo que, pienso que, espero que, aproximadamente, casi, unos, cerca de, alrededor de, "
        "más o menos, apenas, sobre todo, "
        "principalmente, en principio,  al menos, en parte, "
        "que yo sepa, a veces, por ahora, supuestamente, acaso"
    ),
    conditions=phrases(
        "si, a menos que, salvo, excepto, siempre que, con tal de que, en caso de, hasta que, "
        "cuando, mientras"
    ),
    doubts=phrases(
        "cuentan que, nos dicen que, nos cuentan que, hay quien dice que, corre el rumor de que, "
        "la gente dice que, muchos dicen que, me niego a creer que, sería falso decir que, "
        "sería injusto decir que, es falso que, supongamos que, imaginemos que, digamos que, "
        "espero que, temo que, puede que, es posible que, parece que, como si, nada indica que, "
        "si, algunos dicen que, dicen que, se dice que, dudo que, como si, quizás, tal vez"
    ),
    complementizers=words("que si"),
    opinions=words("creo pienso digo sé dice creemos seguro cierto quiero decir verdad"),
    relays=words(
        "dijo dice dicen decía decían dijeron afirma afirmó afirman preguntó pregunta preguntan "
        "escribió escriben respondió declaró grita gritan repite repiten asegura aseguran"
    ),
    others=words("algunos muchos ellos gente críticos él ella otros"),
    pronouns=words(
        "yo tú él ella nosotros ustedes ellos ellas me te se lo la los las le les nos mi tu su "
        "nuestro nuestra este esta esto estos estas ese esa eso esos esas aquel aquí allí"
    ),
    first_person=words("yo nosotros me nos mi mis nuestro nuestra"),
    articles=words("el la los las un una unos unas"),
    auxiliaries=words("es son era eran ha han había está están he hemos"),
    conjunctions=words("y pero o porque que quien"),
    questioners=words("periodista periodistas pregunta reportero prensa corresponsal"),
    stage=words("risas aplausos inaudible pausa música ríe sonríe suspira"),
)
