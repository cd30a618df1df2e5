"""German."""

from editorial.quotes.lexicon.entry import Lexicon, groups, numerals, phrases, variants, words

LEXICON = Lexicon(
    language="de",
    stopwords=words(
        "der die das den dem des ein eine einen einem einer eines und oder aber dass daß zu in im "
        "an am auf für mit von vom bei beim aus nach um durch gegen über unter vor hinter "
        "ist sind "
        "war waren wird werden wurde wurden worden hat haben hatte hatten sein bin bist es er sie "
        "wir ihr ich du man sich mich mir dich dir uns euch ihnen ihn ihm ihre ihren ihrem ihrer "
        "unser unsere unseren mein meine nicht kein keine auch noch nur schon sehr so wie "
        "wenn als "
        "dann da hier dort was wer wo warum weil denn doch ja nein mal eben also damit dazu dafür "
        "darauf davon zum zur können kann muss müssen soll sollen will wollen darf dürfen mehr "
        "diese dieser dieses diesen diesem alle alles jetzt heute ganz gar immer wieder etwas"
    ),
    numbers=numerals(
        "null=0 eins=1 zwei=2 drei=3 vier=4 fünf=5 fuenf=5 sechs=6 sieben=7 acht=8 neun=9 zehn=10 "
        "elf=11 zwölf=12 zwoelf=12 dreizehn=13 vierzehn=14 fünfzehn=15 sechzehn=16 siebzehn=17 "
        "achtzehn=18 neunzehn=19 zwanzig=20 dreißig=30 vierzig=40 fünfzig=50 sechzig=60 "
        "siebzig=70 achtzig=80 neunzig=90"
    ),
    scales=numerals(
        "hundert=100 tausend=1000 million=1000000 millionen=1000000 mio=1000000 "
        "milliarde=1000000000 milliarden=1000000000 mrd=1000000000 billion=1000000000000 "
        "billionen=1000000000000"
    ),
    joiners=words("und"),
    contractions=variants(
        "geht's=geht es, gibt's=gibt es, ist's=ist es, hat's=hat es, war's=war es, "
        "wenn's=wenn es, wie's=wie es, ich's=ich es, du's=du es, er's=er es, was's=was es, "
        "hab=habe, hab's=habe es, hätt=hätte, wär=wäre, wär's=wäre es, nen=einen, 'nen=einen, "
        "'n=ein, 'ne=eine, ne=eine, 'ner=einer, aufs=auf das, ins=in das, ans=an das, "
        "fürs=für das, durchs=durch das, ums=um das, übers=über das, vors=vor das, "
        "unters=unter das, nix=nichts, grad=gerade, drauf=darauf, drin=darin, dran=daran, "
        "drüber=darüber, rein=herein, raus=heraus, mach's=mache es, sag's=sage es, "
        "können's=können es, haben's=haben es, wir's=wir es, sie's=sie es, man's=man es, "
        "z.b=zum beispiel, d.h=das heißt, u.a=unter anderem, bzw=beziehungsweise, "
        "usw=und so weiter, ca=circa, nem=einem, 'nem=einem, im=im, zum=zum"
    ),
    spellings=variants(
        "daß=dass, muß=muss, mußte=musste, müßte=müsste, läßt=lässt, "
        "selbständig=selbstständig, aufwendig=aufwändig, potential=potenzial, "
        "potentiale=potenziale, phantasie=fantasie, photo=foto, gern=gerne, "
        "dr=doktor, hr=herr, fr=frau, nr=nummer, mindestens=mindestens"
    ),
    fillers=phrases(
        "äh, ähm, hm, ja, na ja, naja, also, halt, eben, mal, sozusagen, quasi, gewissermaßen, "
        "sagen wir, sagen wir mal, sag ich mal, wissen sie, wissen sie was, ich sage mal, "
        "meine damen und herren, meine sehr geehrten damen und herren, "
        "meine sehr verehrten damen und herren, sehr geehrte damen und herren, "
        "liebe kolleginnen und kollegen, liebe kollegen, liebe kolleginnen, "
        "sehr geehrte kolleginnen und kollegen, werte kolleginnen und kollegen, "
        "kolleginnen und kollegen, werte kollegen, verehrte kollegen, liebe kollegin, "
        "verehrte kolleginnen und kollegen, "
        "frau präsidentin, herr präsident, sehr geehrte frau präsidentin, "
        "sehr geehrter herr präsident, frau kollegin, herr kollege, sehr geehrter herr kollege, "
        "sehr geehrte frau kollegin, liebe gäste, ehrlich gesagt, eigentlich, nun, tja, gut, "
        "natürlich, im grunde, wie gesagt, bitte, so, irgendwie, wirklich, jedenfalls, okay, "
        "meine damen, meine herren, liebe freunde, lieber kollege, werter kollege, schauen sie"
    ),
    openers=words("und aber also ja nein denn doch nun so da dann oder jedoch"),
    negations=words(
        "nicht nichts kein keine keinen keinem keiner keines nie niemals niemand niemanden "
        "niemandem nirgends nirgendwo weder ohne kaum nein mitnichten keinesfalls "
        "keineswegs keinerlei nimmer selten"
    ),
    negative_prefixes=("un", "in", "ir", "miss", "nicht"),
    modals=words(
        "kann kannst können könnt konnte konnten könnte könnten muss musst müssen müsst musste "
        "mussten müsste müssten soll sollst sollen sollt sollte sollten will willst wollen wollt "
        "wollte wollten darf darfst dürfen dürft durfte durften dürfte dürften mag mögen möchte "
        "möchten wird werden würde würden"
    ),
    units=words(
        "sekunde sekunden minute minuten stunde stunden tag tage tagen woche wochen monat monate "
        "monaten jahr jahre jahren jahrzehnt jahrzehnte jahrzehnten jahrhundert prozent "
        "prozentpunkte euro cent dollar meter metern kilometer kilometern tonnen tonne kilogramm "
        "gramm liter hundert tausend tausende million millionen milliarde milliarden billionen "
        "montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz "
        "april mai "
        "juni juli august september oktober november dezember heute morgen gestern hektar "
        "megawatt gigawatt kilowatt terawattstunden gigawattstunden"
    ),
    opposites=groups(
        """mehr weniger
        hoch niedrig tief
        hohe niedrige
        hohen niedrigen
        höher niedriger
        höhere niedrigere
        höheren niedrigeren
        gut schlecht
        gute schlechte
        guten schlechten
        guter schlechter
        gutes schlechtes
        besser schlechter schlimmer
        bessere schlechtere
        dafür dagegen
        für gegen
        mit ohne
        vor nach
        oben unten
        immer nie
        alle niemand keiner
        alles nichts
        richtig falsch
        richtige falsche
        richtigen falschen
        wahr falsch unwahr
        stark schwach
        starke schwache
        starken schwachen
        stärker schwächer
        stärken schwächen
        gestärkt geschwächt
        groß klein
        große kleine
        großen kleinen
        großer kleiner
        großes kleines
        größer kleiner
        lang kurz
        lange kurze
        langen kurzen
        alt neu jung
        alte neue junge
        alten neuen jungen
        früh spät
        früher später
        leicht schwer
        einfach schwierig kompliziert
        steigen sinken fallen
        steigt sinkt fällt
        gestiegen gesunken gefallen
        stieg sank fiel
        steigende sinkende
        steigenden sinkenden
        erhöhen senken
        erhöht gesenkt
        gewinnen verlieren
        gewonnen verloren
        annehmen ablehnen
        angenommen abgelehnt
        zustimmen ablehnen
        erlauben verbieten
        erlaubt verboten
        möglich unmöglich
        sicher unsicher
        sichere unsichere
        wichtig unwichtig
        positiv negativ
        positive negative
        positiven negativen
        öffentlich privat
        öffentliche private
        öffentlichen privaten
        frieden krieg
        freund feind
        freunde feinde
        erfolg misserfolg scheitern
        erfolgreich erfolglos
        vorteil nachteil
        vorteile nachteile
        gewinn verlust
        gewinne verluste
        beginn ende
        beginnen enden
        anfang ende
        öffnen schließen
        ja nein
        links rechts
        linke rechte
        linken rechten
        nord süd ost west
        mann frau
        männer frauen
        er sie
        sein ihr
        leben tod
        vergangenheit zukunft
        erste letzte
        ersten letzten
        erster letzter
        zuerst zuletzt
        vorwärts rückwärts
        schnell langsam
        schneller langsamer
        voll leer
        warm kalt
        billig teuer
        günstig teuer
        reich arm
        gleich verschieden unterschiedlich
        gemeinsam allein
        innen außen
        freiwillig verpflichtend
        angebot nachfrage
        legal illegal
        gerecht ungerecht
        notwendig unnötig
        nötig unnötig
        schaffen abschaffen
        aufbauen abbauen
        aufbau abbau
        zunehmen abnehmen
        zunahme abnahme
        anstieg rückgang
        bestätigen dementieren
        bestätigt dementiert
        unterstützen bekämpfen
        unterstützt bekämpft
        kaufen verkaufen
        gekauft verkauft
        geben nehmen
        optimistisch pessimistisch
        mehrheit minderheit
        maximal minimal
        höchstens mindestens
        höchste niedrigste
        größte kleinste
        größten kleinsten
        beste schlechteste
        besten schlechtesten
        """
    ),
    hedges=phrases(
        "vielleicht, möglicherweise, wahrscheinlich, vermutlich, wohl, womöglich, eventuell, "
        "voraussichtlich, schätzungsweise, mutmaßlich, "
        "angeblich, offenbar, anscheinend, scheinbar, offenkundig, mindestens, höchstens, "
        "nur, lediglich, bloß, fast, nahezu, zumindest, wenigstens, jedenfalls, "
        "beinahe, etwa, ungefähr, rund, circa, knapp, teilweise, zum teil, meines wissens, "
        "meines erachtens, ich glaube, ich denke, ich meine, ich hoffe, wir glauben, wir hoffen, "
        "unter umständen, gegebenenfalls, in der regel, meist, meistens, oft, manchmal, "
        "soweit ich weiß, nach meiner kenntnis, sozusagen, hoffentlich, im prinzip, "
        "grundsätzlich, nicht unbedingt, einige sagen, manche sagen, derzeit, vorerst, "
        "zurzeit, bislang, bisher, hauptsächlich, vor allem, in erster linie, überwiegend, "
        "größtenteils, weitgehend, im wesentlichen, praktisch, offiziell, zunächst, ursprünglich, "
        "vorläufig, halbwegs, einigermaßen, ein stück weit, im großen und ganzen"
    ),
    conditions=phrases(
        "wenn, falls, sofern, soweit, vorausgesetzt, es sei denn, außer, außer wenn, nur wenn, "
        "solange, bis, bevor, ehe, unter der bedingung, unter der voraussetzung, ob, "
        "sobald, insofern, in dem sinne"
    ),
    doubts=phrases(
        "ob, wenn, falls, nur, es sei denn, angeblich, manche sagen, einige sagen, es heißt, "
        "manche glauben, manche behaupten, die behauptung, die these, die idee, "
        "es wäre falsch zu sagen, niemand sagt, es ist nicht so, vielleicht, statt, anstatt, "
        "sie behaupten, er behauptet, das märchen, der eindruck, es mag sein, es könnte sein, "
        "ich habe gelesen, ich habe gehört, wenn ich ihnen sagte, wenn ich sagte, wenn ich sage, "
        "wenn ich sagen würde, ich hoffe, wir hoffen, man sagte mir, man hat mir gesagt, mir "
        "wurde gesagt, "
        "wirft mir vor, werfen mir vor, wirft uns vor, werfen uns vor, mir wird vorgeworfen, "
        "unterstellt mir, unterstellen mir, "
        "viele behaupten, einige behaupten, "
        "es kann sein, als ob, als wenn, das gerücht, als sei, als seien, als wäre, als wären, als "
        "hätte, als hätten, als würde, als würden, nehmen wir an, gesetzt den fall, angenommen, "
        "stellen sie sich vor, stell dir vor, stellen wir uns vor, sagen wir"
    ),
    opinions=words(
        "glaube glauben glaubt denke denken denkt meine meinen meint sage sagen sagt weiß wissen "
        "behaupte behaupten behauptet sicher überzeugt bin heißt bedeutet erwarte erwarten hoffe "
        "hoffen wahr richtig stimmt verstehe sehe sehen finde finden annehmen will wollen sein"
    ),
    complementizers=words("dass daß ob"),
    relays=words(
        "sagte sagt sagen gesagt behauptet behauptete behaupten schreibt schrieb erklärt erklärte "
        "meinte meint fragt fragte zitiere zitiert zitat heißt hieß lautet lautete nannte nennt "
        "antwortete gerufen rief ruft titelt titelte versprochen schreien schreit schrie rufen "
        "erzählt erzählen erzählte fragen fragten meinten sagten schrieben geschrieben"
    ),
    others=words("manche viele einige leute kritiker gegner andere sie er alle experten"),
    pronouns=words(
        "ich du er sie es wir ihr mich dich ihn uns euch mir dir ihm ihnen sich mein dein sein "
        "unser euer meine deine seine ihre unsere das dies diese dieser dieses diesen diesem die "
        "der den dem deren dessen welche welcher welches man hier dort da dazu davon damit darauf "
        "darin dafür daran wer was ihrer ihren ihrem seiner seinen seinem unserer unseren unserem"
    ),
    first_person=words("ich wir mich uns mein meine unser unsere meinen"),
    articles=words("der die das den dem des ein eine einen einem einer eines"),
    auxiliaries=words("ist sind war waren hat haben hatte hatten bin wurde wurden wird werden"),
    conjunctions=words("und aber oder denn weil dass doch sondern der die das was"),
    questioners=words(
        "reporter reporterin journalist journalistin journalisten presse frage fragesteller "
        "korrespondent korrespondentin zuruf"
    ),
    stage=words(
        "beifall lachen heiterkeit zuruf zurufe gegenruf widerspruch unruhe applaus gelächter "
        "glocke unverständlich pause musik zwischenruf lacht lachend seufzt nickt schmunzelt "
        "zögert "
        "räuspert hustet winkt stockt lächelt"
    ),
)
