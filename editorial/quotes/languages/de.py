"""German."""

from editorial.quotes.languages.language import Language, words

GERMAN = Language(
    code="de",
    says=words(
        """sagt sagte sagten sagen erklärte erklärten betonte betonten meint meinte meinten
        schreibt schrieb schrieben berichtete berichteten teilte teilten äußerte äußerten äußert
        nannte nannten nennt bezeichnete bezeichneten kommentierte kommentierten kritisierte
        kritisierten forderte fordert forderten warnte warnt warnten antwortete antwortet
        antworteten fragte fragt fragten ergänzte ergänzt fügte fügten hob unterstrich
        bekräftigte bekräftigt versicherte versprach verspricht kündigte kündigten behauptete
        behauptet behaupteten begründete beklagte bemängelte bestätigte bestätigten bezweifelte
        entgegnete entgegnet erwiderte erwidert erläuterte erzählte gab gaben glaubt glaubte
        hofft hoffte hält hielt heißt hieß lobte lobt mahnte mahnt meldete meldet meldeten
        plädierte plädiert rief riefen schilderte schildert sieht sah sprach sprachen spricht
        skandierten skandierte stellte stellten urteilte urteilt verlangte verlangt verlangten
        verteidigte verteidigt verwies verweist warf warfen wies widersprach wirft zeigte
        zeigten zitierte zitiert fuhr räumte räumten lautet lautete twitterte charakterisierte
        beschrieb beschreibt beschreiben beschuldigte attackierte griff beteuerte beteuert
        bilanzierte gestand gesteht klagte klagt konstatierte resümierte schimpfte scherzte
        schwärmte spottete sprang stimmte vermutete verkündete verkündeten wetterte würdigte
        zweifelte befürchtet befürchtete argumentierte argumentiert appellierte appelliert
        deutete dementierte wörtlich feststellt verlautete empfiehlt empfahl fasste
        drohte droht ruft begrüßte begrüßt veröffentlichte reagierte reagiert moniert monierte
        beanstandet beanstandete wünschte wünscht empörte freute ärgerte wunderte sorgte
        versicherten"""
    ),
    saying=words(
        """gesagt erklärt betont geschrieben berichtet geäußert genannt bezeichnet kommentiert
        kritisiert gefordert gewarnt bezeichnen nennen sprechen gesprochen mitgeteilt
        angekündigt behauptet zitiert vorgeworfen einräumen fordern warnen mitteilte bekanntgab
        ankündigte einräumte vorwarf angab hinzufügte feststellte bestätigt beklagt begründet
        bemängelt erläutert erzählt verkündet charakterisiert beschuldigt versichert vermutet"""
    ),
    verbs=words(
        """wurde wurden ging gingen kam kamen steht stand standen liegt lag machte machen macht
        nahm nahmen findet fand fanden bringt brachte setzt setzte führte führt trat tritt lief
        läuft zog zieht gehört gehörte bleibt blieb beginnt begann erhielt bekam bekommt schlug
        traf trifft geht kommt nimmt gibt will wollte wollen"""
    ),
    auxiliaries=words(
        """ist sind war waren hat haben hatte hatten wird werden wurde wurden kann können konnte
        konnten muss müssen musste mussten soll sollen sollte sollten darf dürfen durfte mag
        möchte sei seien habe werde würde würden könne könnten könnte müsse müssten müsste solle
        dürfe hätte hätten wäre wären wolle nicht"""
    ),
    pronouns=words(
        """er sie es ich wir man du ihr dieser jener niemand jemand letztere letzterer letzteres
        erstere ersterer"""
    ),
    objects=words("ihn ihm ihnen mir mich uns sich euch dich dir"),
    possessives=words(
        """sein seine seinen seinem seiner seines ihre ihren ihrem ihrer ihres unser unsere unseren
        unserem unserer mein meine meinen meinem meiner"""
    ),
    determiners=words(
        """der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner
        diese diesen diesem dieses jede jeder jedes jeden jedem viele einige mehrere alle andere
        anderen zwei drei vier fünf sechs sieben acht neun zehn"""
    ),
    genitives=words("des der eines einer dieser seines seiner ihres ihrer"),
    prepositions=words(
        """in im ins an am ans auf aus bei beim mit nach von vom vor zu zum zur über unter für
        gegen durch um ohne seit während wegen trotz zwischen hinter neben bis gegenüber
        innerhalb außerhalb anlässlich angesichts aufgrund gemäß entgegen statt per pro als wie"""
    ),
    conjunctions=words("und oder aber sondern sowie denn doch"),
    relatives=words("dass daß welche welcher welches deren dessen worauf womit wodurch"),
    subordinators=words("wenn weil da obwohl nachdem bevor damit falls sobald sofern indem ob wie"),
    adverbs=words(
        """auch noch nur schon bereits dann danach jedoch allerdings zudem außerdem weiter
        weiterhin hier dort heute gestern morgen jetzt nun zuvor später ferner daher deshalb
        darum dabei dafür dagegen darüber davon dazu damals immer nie oft wieder erneut
        ebenfalls ebenso etwa rund fast sehr ganz mehr weniger vielmehr zugleich gleichzeitig
        unterdessen inzwischen mittlerweile demnach hingegen indes dennoch trotzdem zwar
        insgesamt schließlich vorerst zuletzt abschließend anschließend zunächst wiederum
        offenbar"""
    ),
    times=words(
        """montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar februar
        märz april mai juni juli august september oktober november dezember abend morgen uhr
        jahr woche tag wochenende vormittag nachmittag"""
    ),
    according=words("laut gemäß angaben aussagen ansicht meinung worten einschätzung auskunft"),
    according_after=words("so"),
    postpositions=words("zufolge"),
    oblique=words(
        """den dem des einen einem eines keinen keinem keines diesen diesem dieses jenen jenem
        seinen seinem seines ihren ihrem ihres unseren unserem meinen meinem jeden jedem"""
    ),
    titles=words(
        """herr frau dr prof professor präsident präsidentin bundeskanzler bundeskanzlerin kanzler
        kanzlerin minister ministerin außenminister außenministerin innenminister
        innenministerin finanzminister bundespräsident ministerpräsident ministerpräsidentin
        premierminister premierministerin general oberst papst könig königin bürgermeister
        bürgermeisterin oberbürgermeister senator senatorin staatssekretär generalsekretär
        vorsitzende vorsitzender vorsitzenden leiter leiterin direktor direktorin chef chefin
        geschäftsführer geschäftsführerin abgeordnete abgeordneter abgeordneten kapitän kapitänin
        sprecher sprecherin"""
    ),
    people=words("sprecher sprecherin"),
    abbreviations=words(
        """dr prof z.b d.h u.a bzw ca nr st usw vgl sog geb bspw mio mrd str evtl ggf inkl max min
        jan feb mär apr jun jul aug sep sept okt nov dez z b d h u a o k"""
    ),
    particles=words("von van der de zu"),
    works=words(
        """film films filmes buch buches zeitung zeitschrift magazin magazins nachrichtenmagazin
        blatt wochenzeitung tageszeitung roman album albums lied song serie sendung schiff typ
        typs projekt projekts reihe firma unternehmen organisation partei verein gruppe band
        software zeitungen nachrichtenagentur agentur internetseite website portal programm
        flugzeug orden preis stück oper ausstellung kampagne aktion operation initiative bündnis
        spiel satellit sonde internetportal stern flugzeugträger raumsonde mission sender
        verband gesellschaft stiftung marke club restaurant hotel tochter internetdienst
        festival"""
    ),
    named=words(
        """namens name namen titel motto genannt genannte genannten genanntes sogenannte
        sogenannten sogenanntes sogenannter aufschrift überschrift titeln künstlernamen
        spitznamen bekannt benannt getauft codenamen slogan stichwort kurz heißt hieß heißen
        deutsch englisch übersetzt begriff"""
    ),
    by=words("von"),
    speech=words(
        """worten wort bezeichnung begriff begriffe vorwurf aussage aussagen kritik behauptung
        forderung parole parolen äußerung äußerungen ruf rufe angaben ausdruck satz frage zitat"""
    ),
    reported=words(
        """sei seien habe werde würden könne müsse müssten solle dürfe hätten wäre wären würde
        wolle könnten hätte gebe gehe komme stehe bestehe"""
    ),
    small=words(
        """der die das des dem den und in im für von vom zu zum zur am an auf mit bei aus of the
        and dello della di del de la le les et du y e for pour un une da do dos"""
    ),
    adverb_endings=(
        "lich",
        "ig",
        "isch",
        "mals",
        "weise",
        "ends",
        "falls",
        "wärts",
        "ierend",
        "tend",
        "nend",
        "ßend",
    ),
    impersonal=words("es"),
    institutions=words(
        """partei zeitung agentur ministerium bundestag regierung union staaten universität verband
        gesellschaft institut gericht polizei amt stadt land"""
    ),
    singular=words("er sie"),
    masculine=words(
        """der ein er herr könig papst präsident minister kanzler bürgermeister leiter direktor chef
        geschäftsführer kapitän sprecher"""
    ),
    feminine=words(
        """die eine sie frau königin präsidentin ministerin kanzlerin bundeskanzlerin
        bürgermeisterin leiterin direktorin chefin geschäftsführerin kapitänin sprecherin"""
    ),
    possessive_endings=("'s", "’s"),
    nouns_capital=True,
    compound=True,
)
