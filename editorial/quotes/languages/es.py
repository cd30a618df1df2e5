"""Spanish."""

from editorial.quotes.languages.language import Language, words

SPANISH = Language(
    code="es",
    says=words(
        """dijo dijeron dice dicen decía decían declaró declararon declara afirmó afirmaron afirma
        afirman añadió añadieron añade agregó agregaron agrega explicó explicaron explica
        aseguró aseguraron asegura aseguran respondió respondieron responde preguntó preguntaron
        pregunta escribió escribieron escribe señaló señalaron señala señalan indicó indicaron
        indica subrayó subrayaron subraya recordó recordaron recuerda advirtió advirtieron
        advierte denunció denunciaron denuncia insistió insistieron insiste reconoció
        reconocieron reconoce admitió admitieron admite lamentó lamentaron lamenta criticó
        criticaron critica comentó comentaron comenta contó contaron cuenta sostuvo sostuvieron
        sostiene sostienen manifestó manifestaron manifiesta expresó expresaron expresa anunció
        anunciaron anuncia prometió prometieron promete pidió pidieron pide exigió exigieron
        exige concluyó concluyeron concluye matizó replicó contestó gritó susurró murmuró
        exclamó destacó destacaron destaca precisó precisaron precisa apuntó apuntaron apunta
        consideró consideraron considera calificó calificaron califica describió acusó acusaron
        acusa llamó llamaron llama prosiguió continuó remarcó ironizó zanjó sentenció espetó
        opinó opina confesó confirmó confirmaron confirma reiteró tuiteó argumentó defendió
        tachó tildó tacha tilda celebró celebra reclamó reclama"""
    ),
    saying=words(
        """dicho declarado afirmado añadido agregado explicado asegurado respondido preguntado
        escrito señalado indicado subrayado recordado advertido denunciado insistido reconocido
        admitido lamentado criticado comentado contado sostenido manifestado expresado anunciado
        prometido pedido exigido concluido destacado precisado apuntado considerado calificado
        descrito acusado llamado diciendo declarando afirmando añadiendo explicando asegurando
        señalando subrayando recordando advirtiendo calificando denunciando"""
    ),
    say=words("decir declarar afirmar añadir explicar responder calificar"),
    verbs=words(
        "hizo hace hacen fue fueron va van viene vino llegó quiere quieren debe deben tiene"
    ),
    auxiliaries=words(
        """es son era eran está están ha han había habían será serán puede pueden podría
        podrían no"""
    ),
    pronouns=words("él ella ellos ellas yo nosotros usted ustedes tú"),
    objects=words("le les lo los me te se nos"),
    possessives=words("su sus mi mis nuestro nuestra nuestros nuestras"),
    determiners=words(
        """el la un una unos unas las este esta estos estas ese esa algunos algunas varios varias
        cada dos tres cuatro cinco muchos"""
    ),
    prepositions=words(
        """de del al a en con por para sin sobre entre desde hasta tras durante contra ante bajo
        hacia mediante como"""
    ),
    conjunctions=words("y e o u pero ni"),
    relatives=words("que cuyo cuya donde cual"),
    who=words("quien quienes"),
    subordinators=words("como cuando si aunque mientras porque"),
    adverbs=words(
        """también además ya aún todavía luego después antes ahora aquí allí ayer hoy mañana sin
        embargo solo sólo muy más menos así incluso"""
    ),
    times=words(
        """lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo
        junio julio agosto septiembre octubre noviembre diciembre"""
    ),
    according=words("según"),
    titles=words("sr sra srta dr dra don doña señor señora lic ing"),
    people=words(
        """ministro* ministra* presidente* presidenta* primer portavoz* vocero* vocera* diputado*
        diputada* alcalde* alcaldesa* senador* director* directora* responsable* experto*
        experta* analista* periodista* abogado* abogada* fiscal* juez* jueza* médico* médica*
        profesor* estudiante* testigo* vecino* vecina* general coronel embajador* diplomático*
        jefe* jefa* líder* dirigente* consejero* consejera* secretario* secretaria* policía*
        candidato* candidata* canciller* rey reina autor* autora* escritor* actor actriz
        entrenador* jugador* mujer hombre fuente* gobierno gobernador* oposición"""
    ),
    papers=words("comunicado* declaración carta* informe* documento* diario* agencia* periódico*"),
    abbreviations=words("sr sra srta dr dra ud uds etc pág art núm ee uu lic ing d"),
    particles=words("de del la las los y van von"),
    works=words(
        """película* libro* novela* diario* revista* canción* álbum* serie* programa* operación*
        barco* periódico* obra* empresa* asociación movimiento* documental* sitio*"""
    ),
    named=words(
        "titulado titulada titulados llamado llamada apodado apodada denominado denominada"
    ),
    by=words("de"),
    so_called=words("supuesto supuesta presunto presunta"),
    speech=words(
        "palabras frase lema lemas grito gritos términos expresión llamado pregunta consigna"
    ),
    small=words("de del la las los el y e en a al un una por para con"),
    institutions=words("ministerio universidad congreso consejo partido agencia unión naciones"),
    singular=words("él ella"),
    masculine=words("el un él sr señor don"),
    feminine=words("la una ella sra señora doña"),
    dashes=True,
    noun_leads=True,
    compound=True,
)
