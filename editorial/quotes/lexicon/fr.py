"""French."""

from editorial.quotes.lexicon.entry import Lexicon, groups, numerals, phrases, variants, words

LEXICON = Lexicon(
    language="fr",
    stopwords=words(
        "le la les l' un une des du de d' et ou mais à au aux en dans sur pour par avec sans que "
        "qu' qui quoi dont où ce cet cette ces c' il elle ils elles on je j' tu nous vous "
        "me m' te "
        "se s' lui leur y en ne n' pas plus très est sont était été être a ont avait avoir ai as "
        "avons avez mon ma mes son sa ses notre nos votre vos leurs tout tous toute toutes si "
        "comme aussi bien même quand alors donc car puis encore là ici"
    ),
    numbers=numerals(
        "zéro=0 deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10 onze=11 douze=12 "
        "treize=13 quatorze=14 quinze=15 seize=16 vingt=20 trente=30 quarante=40 cinquante=50 "
        "soixante=60"
    ),
    scales=numerals(
        "cent=100 cents=100 mille=1000 million=1000000 millions=1000000 milliard=1000000000 "
        "milliards=1000000000"
    ),
    joiners=words("et"),
    spellings=variants("clef=clé, événement=évènement, événements=évènements, m=monsieur"),
    fillers=phrases(
        "euh, ben, bah, hein, voilà, enfin, bon, alors, donc, vous savez, tu vois, quoi, je "
        "veux dire, disons, en fait, mesdames et messieurs, chers collègues, chers amis, "
        "évidemment, bien sûr, écoutez, oui, effectivement, honnêtement, tu sais, comment "
        "dire"
    ),
    openers=words("et mais alors donc car or oui non"),
    negations=words("ne n' pas jamais rien personne aucun aucune non ni sans guère nul nulle"),
    negative_prefixes=("in", "im", "ir", "il", "non", "dés", "mal"),
    modals=words(
        "peut peuvent pouvons pouvez pourrait pourraient doit doivent devons devez devrait "
        "devraient dû pu voulu fallu devrions pourrions faut faudrait veut veulent voulons "
        "voudrait devra pourra peux dois"
    ),
    units=words(
        "seconde secondes minute minutes heure heures jour jours semaine semaines mois an ans "
        "année années siècle siècles pourcent euro euros dollar dollars mètre mètres kilomètre "
        "kilomètres tonne tonnes million millions milliard milliards demain hier aujourd'hui"
    ),
    opposites=groups(
        """plus moins
        haut bas
        bon mauvais
        bonne mauvaise
        meilleur pire
        avant après
        premier dernier
        première dernière
        fort faible
        forte faible
        vrai faux
        paix guerre
        ami ennemi
        amis ennemis
        hausse baisse
        augmenter baisser diminuer
        gagner perdre
        pour contre
        avec sans
        oui non
        toujours jamais
        possible impossible
        facile difficile
        grand petit
        grande petite
        nouveau ancien
        nouvelle ancienne
        """
    ),
    hedges=phrases(
        "peut-être, probablement, sans doute, apparemment, il semble, il me semble, je crois, "
        "je pense, j'espère, environ, à peu près, presque, au moins, en partie, à ma "
        "connaissance, "
        "près de, quelque, plus ou moins, à peine, autour de, en principe, surtout, "
        "principalement, "
        "éventuellement, parfois, souvent, pour le moment, prétendument"
    ),
    conditions=phrases(
        "si, s'il, à condition, à moins que, sauf, pourvu que, tant que, en cas de, jusqu'à, quand"
    ),
    doubts=phrases(
        "on nous a dit que, on m'a dit que, j'ai lu que, j'ai entendu que, il paraît que, si, "
        "on raconte que, on nous raconte que, on nous dit que, on prétend que, le bruit court que, "
        "les gens disent que, beaucoup disent que, je refuse de croire que, il est faux de dire "
        "que, "
        "il serait faux de dire que, imaginons que, supposons que, admettons que, rien ne dit que, "
        "j'espère que, je crains que, il se peut que, il est possible que, on croirait que, "
        "certains disent que, on dit que, ils disent que, je doute que, comme si"
    ),
    complementizers=words("que qu' si"),
    opinions=words("pense crois dis sais dit croire dire penser sûr vrai certain veux"),
    relays=words(
        "dit disait disent affirme affirmait affirment demande demandent écrit écrivent répond "
        "répondu "
        "déclaré demandé crie crient répète répètent prétend prétendent raconte racontent"
    ),
    others=words("certains beaucoup ils elles gens critiques il elle on"),
    pronouns=words(
        "je j' tu il elle nous vous ils elles on me te se le la les lui leur moi toi soi eux ce "
        "ça cela ceci celui celle ceux y en mon ma mes son sa ses notre nos leurs cette cet ces"
    ),
    first_person=words("je j' nous me moi mon ma mes notre nos"),
    articles=words("le la les l' un une des du de d'"),
    auxiliaries=words("est sont était étaient a ont avait avaient ai avons"),
    conjunctions=words("et mais ou car donc que qui parce"),
    questioners=words("journaliste journalistes question reporter presse correspondant"),
    stage=words("rires applaudissements inaudible pause musique brouhaha rit sourit soupire"),
)
