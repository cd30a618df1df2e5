"""French."""

from editorial.quotes.languages.language import Language, words

FRENCH = Language(
    code="fr",
    says=words(
        """dit disent disait disaient déclare déclarent déclarait affirme affirment affirmait
        ajoute ajoutent ajoutait explique expliquent expliquait assure assurent assurait répond
        répondent répondait demande demandent demandait écrit écrivent écrivait estime estiment
        estimait juge jugent jugeait lance lancent lançait raconte racontent racontait rappelle
        rappellent rappelait souligne soulignent soulignait précise précisent précisait indique
        indiquent indiquait annonce annoncent poursuit poursuivent conclut concluent reconnaît
        reconnaissent regrette regrettent dénonce dénoncent prévient préviennent avertit insiste
        insistent martèle confie confient commente commentent constate constatent critique
        critiquent promet promettent plaide résume glisse tempère ironise s'indigne s’indigne se
        félicite félicite déplore déplorent répète répètent crie crient s'exclame s’exclame
        évoque qualifie décrit murmure soupire répliqua répondit demanda lança déclara expliqua
        ajouta demanda cria murmura affirma s'interroge s’interroge interroge nuance observe
        note notent renchérit tranche justifie soutient soutiennent avance fustige appelle
        accuse"""
    ),
    saying=words(
        """déclaré affirmé ajouté expliqué assuré répondu demandé écrit estimé jugé lancé raconté
        rappelé souligné précisé indiqué annoncé poursuivi conclu reconnu regretté dénoncé
        prévenu averti insisté martelé confié commenté constaté critiqué promis plaidé résumé
        glissé tempéré ironisé déploré répété crié évoqué qualifié décrit réagi tweeté twitté
        noté nuancé renchéri tranché justifié soutenu avancé fustigé appelé accusé félicité
        indigné disant déclarant affirmant ajoutant expliquant assurant répondant estimant
        jugeant lançant rappelant soulignant précisant qualifiant dénonçant évoquant appelant
        accusant parlé tweetant réclamé exigé salué"""
    ),
    say=words("dire déclarer affirmer ajouter expliquer répondre qualifier dénoncer"),
    verbs=words("fait font va vont vient viennent prend prennent veut veulent doit doivent reste"),
    auxiliaries=words(
        """est sont était étaient a ont avait avaient sera seront peut peuvent pourrait pourraient
        aura auront serait ne n' n’ pas a-t fut"""
    ),
    pronouns=words("il elle ils elles on je j' j’ c' c’ nous vous tu"),
    objects=words("lui leur me te se eux moi s' s’ m' m’ t' t’"),
    possessives=words("son sa ses mon ma mes notre nos votre vos leurs"),
    determiners=words(
        """le la les un une des ce cet cette ces l' l’ plusieurs certains certaines chaque tout
        tous toutes deux trois quatre cinq"""
    ),
    prepositions=words(
        """de du au aux d' d’ à en dans sur sous pour par avec sans chez vers entre après avant
        depuis pendant contre lors malgré devant derrière jusqu'à comme"""
    ),
    conjunctions=words("et ou mais ni car donc"),
    relatives=words("que qu' qu’ dont où lequel laquelle"),
    who=words("qui"),
    subordinators=words("comme quand lorsque si puisque tandis alors"),
    adverbs=words(
        """aussi encore déjà puis ensuite toujours plus moins très bien ici là hier aujourd'hui
        demain cependant toutefois notamment également ainsi enfin surtout même"""
    ),
    times=words(
        """lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin
        juillet août septembre octobre novembre décembre matin soir"""
    ),
    according=words("selon d'après d’après"),
    titles=words("m mm mme mmes mlle dr pr me monsieur madame maître"),
    people=words(
        """ministre* président* premier porte-parole député* maire* sénateur* directeur*
        directrice* responsable* expert* analyste* journaliste* avocat* avocate* procureur*
        juge* médecin* professeur* élève* étudiant* témoin* habitant* général* colonel*
        ambassadeur* diplomate* chef* dirigeant* conseiller* conseillère* secrétaire* patron*
        syndicaliste* policier* police candidat* candidate* chancelier* chancelière* roi reine
        auteur* autrice écrivain* acteur* actrice* entraîneur* joueur* femme homme source*
        gouvernement opposition* parquet"""
    ),
    papers=words("communiqué* déclaration* lettre* rapport* document* journal* agence* quotidien*"),
    abbreviations=words("m mm mme mlle dr pr me st ste etc p av bd cf"),
    particles=words("de du des la le van von d' d’"),
    works=words(
        """film* livre* roman* journal journaux magazine* chanson* album* série* émission*
        programme* opération* navire* quotidien* hebdomadaire* revue* pièce* société*
        association* mouvement* documentaire* site*"""
    ),
    named=words("intitulé intitulée intitulés baptisé baptisée surnommé surnommée nommé nommée"),
    by=words("de"),
    so_called=words("soi-disant prétendu prétendue dit"),
    speech=words("mots phrase slogan slogans cri cris termes formule expression appel question"),
    small=words("de du des la le les et à au aux en d' l' un une"),
    institutions=words("ministère université assemblée conseil parti agence société union nations"),
    singular=words("il elle"),
    masculine=words("le un il m monsieur"),
    feminine=words("la une elle mme madame mlle"),
    dashes=True,
    incises=True,
    noun_leads=True,
    compound=True,
)
