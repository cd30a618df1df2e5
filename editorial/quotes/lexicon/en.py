"""English."""

from editorial.quotes.lexicon.entry import Lexicon, groups, numerals, phrases, variants, words

LEXICON = Lexicon(
    language="en",
    stopwords=words(
        "the a an and or but of to in on at for with by from as is are was were be been being am "
        "it its he she they we you i his her their our my your me him them us this that these "
        "those there here what which who whom whose when where why how so than then if not no do "
        "does did have has had having will would can could should may might must shall about into "
        "out up down over under again just also very all any some more most such only own same "
        "too well now yes get got go going know think say said like one because while after "
        "before through between both each few other 's"
    ),
    numbers=numerals(
        "zero=0 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 "
        "twelve=12 thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 "
        "nineteen=19 twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90"
    ),
    scales=numerals(
        "hundred=100 thousand=1000 million=1000000 billion=1000000000 trillion=1000000000000 "
        "mn=1000000 bn=1000000000 tn=1000000000000 m=1000000 k=1000"
    ),
    joiners=words("and"),
    contractions=variants(
        "can't=can not, cannot=can not, won't=will not, shan't=shall not, ain't=is not, "
        "let's=let us, gonna=going to, wanna=want to, gotta=got to, kinda=kind of, "
        "sorta=sort of, 'cause=because, cuz=because, dunno=do not know, lemme=let me, "
        "gimme=give me, outta=out of, lotta=lot of, y'all=you all, 'em=them, 'til=until, "
        "till=until, o'clock=o'clock, ma'am=madam, yeah=yes, yep=yes, yup=yes, ok=okay, "
        "alright=all right, c'mon=come on, coulda=could have, shoulda=should have, "
        "woulda=would have, tryna=trying to, mph=miles per hour, kph=kilometers per hour, "
        "kg=kilograms, "
        "km=kilometers, cm=centimeters, mm=millimeters, lbs=pounds, hrs=hours, mins=minutes, "
        "yrs=years, approx=approximately, hafta=have to, oughta=ought to"
    ),
    spellings=variants(
        "amongst=among, whilst=while, forwards=forward, towards=toward, backwards=backward, "
        "afterwards=afterward, upwards=upward, downwards=downward, fulfil=fulfill, "
        "fulfils=fulfills, fulfilment=fulfillment, enrol=enroll, enrolment=enrollment, "
        "instalment=installment, skilful=skillful, wilful=willful, centre=center, "
        "centres=centers, centred=centered, theatre=theater, theatres=theaters, metre=meter, "
        "metres=meters, litre=liter, litres=liters, kilometre=kilometer, kilometres=kilometers, "
        "fibre=fiber, calibre=caliber, defence=defense, offence=offense, licence=license, "
        "pretence=pretense, practise=practice, practised=practiced, practising=practicing, "
        "programme=program, programmes=programs, cheque=check, cheques=checks, grey=gray, "
        "tyre=tire, tyres=tires, plough=plow, aluminium=aluminum, catalogue=catalog, "
        "dialogue=dialog, dialogues=dialogs, analogue=analog, judgement=judgment, "
        "acknowledgement=acknowledgment, ageing=aging, sceptical=skeptical, sceptic=skeptic, "
        "sceptics=skeptics, scepticism=skepticism, manoeuvre=maneuver, manoeuvres=maneuvers, "
        "travelled=traveled, travelling=traveling, traveller=traveler, travellers=travelers, "
        "cancelled=canceled, cancelling=canceling, labelled=labeled, labelling=labeling, "
        "modelled=modeled, modelling=modeling, levelled=leveled, signalled=signaled, "
        "signalling=signaling, fuelled=fueled, fuelling=fueling, totalled=totaled, "
        "counselling=counseling, counsellor=counselor, marvellous=marvelous, jewellery=jewelry, "
        "dialled=dialed, tunnelling=tunneling, cosy=cozy, learnt=learned, burnt=burned, "
        "spelt=spelled, dreamt=dreamed, leapt=leaped, spilt=spilled, spoilt=spoiled, "
        "orientated=oriented, gaol=jail, kerb=curb, mould=mold, storey=story, artefact=artifact, "
        "artefacts=artifacts, paediatric=pediatric, anaemia=anemia, oestrogen=estrogen, "
        "encyclopaedia=encyclopedia, foetus=fetus, haemorrhage=hemorrhage, analyse=analyze, "
        "analysed=analyzed, analysing=analyzing, paralyse=paralyze, paralysed=paralyzed, "
        "catalyse=catalyze, advisor=adviser, advisors=advisers, acknowledgements=acknowledgments, "
        "percentage=percentage, per cent=percent, sulphur=sulfur, speciality=specialty, "
        "maths=math, mum=mom, whiskey=whisky, yoghurt=yogurt, doughnut=donut, "
        "kyiv=kiev, mr=mister, mrs=missus, dr=doctor, st=saint, sen=senator, gov=governor, "
        "rep=representative, gen=general, lt=lieutenant, col=colonel, prof=professor, "
        "jan=january, feb=february, aug=august, sept=september, sep=september, oct=october, "
        "nov=november, dec=december, vs=versus, thru=through, tonite=tonight, amid=amidst"
    ),
    fillers=phrases(
        "uh, um, er, erm, ah, eh, hmm, mm, oh, you know, i mean, well, look, sort of, kind of, "
        "you see, like, right, okay, okay so, so, now, actually, basically, frankly, honestly, "
        "obviously, of course, listen, if you will, as i said, as i say, as you know, you "
        "know what, "
        "let me say, let me just say, i would say, i guess, man, again, anyway, literally, "
        "all right, yes, ladies and gentlemen, my friends, folks, thank you, mister president, "
        "mister speaker, mister chairman, madam chair, by the way, to be honest, boy, gosh, see"
    ),
    openers=words("and but so well because now then or also plus yes no"),
    negations=words(
        "not no never none nobody nothing nowhere neither nor without hardly scarcely barely "
        "cannot non nay rarely seldom"
    ),
    negative_prefixes=("un", "in", "im", "il", "ir", "dis", "non", "mis", "anti"),
    modals=words("can could may might must shall should will would ought"),
    units=words(
        "second seconds minute minutes hour hours day days week weeks month months year years "
        "decade decades century centuries percent cent cents dollar dollars euro euros pound "
        "pounds ruble rubles lira manat meter meters kilometer kilometers mile miles foot feet "
        "centimeter centimeters millimeter millimeters kilo kilos hectare hectares acre acres "
        "yard yards half quarter third tenth fifth quarters thirds "
        "inch inches ton tons kilogram kilograms gram grams liter liters gallon gallons hundred "
        "thousand million billion trillion dozen dozens hundreds thousands millions billions "
        "monday tuesday wednesday thursday friday saturday sunday january february march april "
        "may june july august september october november december today tomorrow yesterday"
    ),
    opposites=groups(
        """more less fewer
        most least fewest
        high low
        higher lower
        highest lowest
        good bad terrible awful
        great terrible awful bad
        excellent terrible poor bad
        opponent supporter ally
        opponents supporters allies
        close open
        closes opens
        closing opening
        better worse
        best worst
        increase decrease reduce cut
        increased decreased reduced
        increases decreases reduces
        increasing decreasing reducing
        rise fall drop decline
        rises falls drops declines
        rising falling dropping declining
        rose fell dropped declined
        raise lower cut
        raised lowered
        raising lowering
        up down
        before after
        first last
        support oppose reject
        supports opposes rejects
        supported opposed rejected
        supporting opposing rejecting
        right wrong
        true false untrue
        win lose
        won lost
        winning losing
        accept reject refuse
        accepted rejected refused
        agree disagree
        agreed disagreed
        agrees disagrees
        with without
        inside outside
        always never
        everyone nobody
        everything nothing
        strong weak
        stronger weaker
        strongest weakest
        success failure
        succeed fail
        succeeded failed
        successful unsuccessful
        easy hard difficult
        easier harder
        early late
        earlier later
        open closed shut
        opened closed
        opening closing
        begin end
        began ended
        start stop end
        started stopped ended
        starting stopping ending
        old new young
        older newer younger
        large small
        larger smaller
        largest smallest
        big small little
        bigger smaller
        biggest smallest
        long short
        longer shorter
        legal illegal
        possible impossible
        likely unlikely
        able unable
        safe unsafe dangerous
        positive negative
        public private
        friend enemy
        friends enemies
        ally enemy adversary
        allies enemies adversaries
        peace war
        gain loss
        gains losses
        profit loss
        profits losses
        buy sell
        bought sold
        import export
        imports exports
        rich poor
        allow forbid ban prevent
        allowed forbidden banned prevented
        allows forbids bans prevents
        include exclude
        included excluded
        includes excludes
        love hate
        loved hated
        remember forget
        forward back backward
        above below
        over under
        near far
        same different opposite
        innocent guilty
        alive dead
        life death
        confirm deny
        confirmed denied
        denies confirms
        approve disapprove reject
        approved disapproved rejected
        advantage disadvantage
        benefit harm
        benefits harms
        create destroy
        created destroyed
        creating destroying
        creates destroys
        protect threaten attack
        expand shrink reduce
        expanding shrinking
        growing shrinking contracting declining falling
        grow shrink contract decline fall
        grew shrank contracted declined fell
        growth contraction decline recession
        expanded shrank shrunk
        improve worsen
        improved worsened
        improving worsening
        add remove subtract
        added removed
        adding removing
        give take
        gave took
        given taken
        giving taking
        send receive
        sent received
        push pull
        ahead behind
        maximum minimum
        max min
        majority minority
        for against
        pro anti
        yes no
        left right
        north south east west
        south east west
        east west
        in out
        into out
        on off
        safer riskier
        safe risky unsafe
        buys sells
        win lose
        profit loss
        thrive struggle
        united divided
        transparent secret
        welcome unwelcome
        defend attack
        defended attacked
        praise criticize condemn
        praised criticized condemned
        partner rival
        proud ashamed
        calm anxious
        hope fear
        hopeful hopeless
        bring take
        minimum maximum
        lend borrow
        teach learn
        ask answer
        asked answered
        guilty innocent
        victory defeat
        victim perpetrator
        northern southern eastern western
        man woman
        men women
        he she
        his her
        him her
        boy girl
        son daughter
        father mother
        king queen
        morning evening night
        day night
        hot cold
        fast slow
        faster slower
        full empty
        heavy light
        clean dirty
        clear unclear
        certain uncertain
        sure unsure
        happy unhappy sad
        optimistic pessimistic
        confident doubtful
        important unimportant
        necessary unnecessary
        fair unfair
        stable unstable
        temporary permanent
        voluntary mandatory
        rare common
        major minor
        domestic foreign
        past future
        buyer seller
        employer employee
        employers employees
        teacher student
        democrat republican
        democrats republicans
        democratic republican
        liberal conservative
        demand supply
        debt surplus
        deficit surplus
        question answer
        cause prevent
        causes prevents
        caused prevented
        helps hurts
        help hurt harm
        helped hurt harmed
        helping hurting harming
        keep abandon
        join leave
        joined left
        stay leave
        arrive depart
        enter exit leave
        encourage discourage
        encouraged discouraged
        encouraging discouraging
        appear disappear
        build destroy
        trust distrust
        strengthen weaken
        strengthened weakened
        strengthening weakening
        connected disconnected
        active inactive passive
        direct indirect
        formal informal
        known unknown
        willing unwilling
        useful useless
        lucky unlucky
        complete incomplete
        perfect imperfect
        patient impatient
        responsible irresponsible
        reliable unreliable
        fortunately unfortunately
        simple complex complicated
        deep shallow
        wide narrow
        thick thin
        loud quiet
        cheap expensive
        cheaper pricier
        together apart
        single married
        solve create
        still longer
        everywhere nowhere
        publish withdraw
        hire fire
        lead follow
        rescue abandon
        admit deny
        permit prohibit
        attract repel
        ascend descend
        should should
        """
    ),
    hedges=phrases(
        "maybe, perhaps, possibly, probably, likely, apparently, allegedly, reportedly, "
        "seemingly, "
        "presumably, potentially, at least, at most, almost, nearly, about, around, roughly, "
        "approximately, partly, mostly, largely, somewhat, to my knowledge, as far as i know, "
        "i think, i believe, i hope, i suppose, i guess, we think, we believe, we hope, in "
        "my view, "
        "in my opinion, it seems, it seems to me, it appears, seems to, appears to, tends to, "
        "hoping to, trying to, very close to, close to, supposedly, arguably, up to, "
        "more or less, in part, some of, one of, some estimates say, some say, they say, "
        "people say, used to, in theory, conceivable, it is conceivable that, generally, usually, "
        "typically, often, sometimes, i feel like, fairly, relatively, could be, might "
        "be, may be, "
        "estimated, expected to, scheduled to, provisionally, tentatively, in all likelihood, "
        "not necessarily, necessarily, so far, for now, at this point, currently, right now, "
        "in some ways, in many ways, in a way, in some cases, in certain cases, to some "
        "extent, to a degree, in some sense, overnight, only, merely, temporarily, "
        "hopefully, in principle, under certain circumstances, primarily, mainly, chiefly, "
        "principally, essentially, broadly, virtually, practically, technically, theoretically, "
        "ostensibly, nominally, initially, originally, half, in essence, for the most part, "
        "in the main, at times, now and then, more often than not"
    ),
    conditions=phrases(
        "if, unless, whenever, every time, each time, once, provided, provided that, as long as, "
        "so long as, only if, even if, "
        "assuming, in case, in the event, except, except when, except if, until, on condition, "
        "only when, when, as soon as, in that case, in the sense, in as far as, insofar "
        "as, to the "
        "extent, inasmuch as, whether, but only, depending on, subject to"
    ),
    doubts=phrases(
        "whether, if, wish, i wish, if only, i wonder, wondering, i doubt, doubt that, "
        "nobody says, no one says, "
        "it is wrong to say, it is false that, the idea that, the notion that, the claim that, "
        "the suggestion that, the theory that, it would be a mistake to think, "
        "used to be, used to, in theory, in principle, on paper, technically, "
        "theoretically, hypothetically, allegedly, reportedly, apparently, supposedly, it "
        "is unlikely that, unlikely that, it is impossible that, it is doubtful that, "
        "wrong to say that, false to say that, a lie that, a myth that, lie to say that, "
        "rumor that, it is a myth that, no evidence that, no proof that, pretending that, "
        "on condition that, as far as i know, i used to think, i used to say, i used to "
        "believe, i once thought, "
        "short of, anything but, nowhere near, the opposite of, no substitute for, an "
        "alternative to, "
        "one way would be to say, it would be wrong to, unless, imagine, suppose, supposing, "
        "let us say, let us assume, let us suppose, let us imagine, let us pretend, "
        "pretend, what if, some say, some people say, people say, people think, people believe, "
        "critics say, they say, they claim, they think, they believe, he claims, she claims, "
        "far from, instead of, rather than, rumors that, as if, as though, it is not that, "
        "it is conceivable that, it is possible that, it may be that, it might be that, "
        "maybe, perhaps, "
        "not in a position to, lest, only, hardly, in that case, reports that, "
        "allegations that, the argument that, "
        "i hope, we hope, if i said, if i told you, if i say, were i to say, wants you to "
        "believe, want you to believe, want us to believe, wants us to believe, would have you "
        "believe, have you believe, want you to think, wants you to think, i have been told, "
        "it is my understanding that, my understanding is that, my understanding is, my sense is, "
        "my sense is that, my guess is, my guess is that, my hope is, my hope is that, "
        "my recollection is, my recollection is that, my impression is, my impression was, "
        "i assume, i suspect, i imagine, i would guess, i seem to remember, "
        "i have read, i read, i have heard, i hear, i heard, i have read that, i read that, "
        "i have heard that, i hear that, i heard that, "
        "i was told, i am told, we are told, we were told, we have been told, i had heard, "
        "the question is, the question whether, the risk that, the fear that, the danger that"
    ),
    opinions=words(
        "think believe say know sure mean suggest suggesting claim argue feel guess "
        "suppose expect "
        "agree convinced certain clear true believe imply implying remember recall hope want be "
        "saying thinking accept confirm case understand see pretend buy sense evidence way "
        "aware idea reason doubt possible likely mind fair position is was were been said "
        "says told "
        "claimed claims argued suggested suggests announced stated found showed shows "
        "proved prove "
        "confirmed heard thought thinks believed believes knew knows felt feels meant "
        "means implied "
        "assume assumed assuming concluded conclude decided decide admit admitted accepted denied "
        "deny saying happy confident surprised afraid worried concerned certainly "
        "guarantee promise "
        "promised realize realized notice noticed doubtful true true correct case fact evidence"
    ),
    complementizers=words("that if whether to"),
    relays=words(
        "said says say saying told tells assured informed warned asked asks wrote writes "
        "claimed claims argued argues "
        "quote quoted quotes quoting replied answered responded insisted insists stated "
        "declared suggested suggests reads called like went according announced telling claiming "
        "insisting shouted shouting shouts screamed complained complains joked jokes yelled "
        "yelling "
        "chanted chanting demanded begged swore promised texted tweeted posted emailed"
    ),
    others=words(
        "they he she people some many critics opponents others everyone everybody "
        "somebody someone nobody folks experts analysts republicans democrats"
    ),
    pronouns=words(
        "i you he she it we they me him her us them my your his its our their this that these "
        "those one who which there here mine yours theirs ours something someone it's same such "
        "himself herself themselves itself myself ourselves"
    ),
    first_person=words("i we me us my our"),
    articles=words("a an the"),
    auxiliaries=words("is are was were be been am has have had do does did 's"),
    conjunctions=words("and but or so because that which who then yet although though as"),
    places=frozenset(),
    questioners=words(
        "reporter reporters journalist journalists press question questioner correspondent"
    ),
    stage=words(
        "laughter applause crosstalk inaudible laughs laughing chuckles music break ph "
        "phonetic unintelligible "
        "pause cheers cheering boos booing sighs silence cross talk off mic sic gasps recording "
        "smiles smiling nods nodding shrugs coughs coughing sobs crying cries whispers groans "
        "snorts "
        "grins winks gestures "
        "plays playing clapping indistinct audience end transcript interpreter translated via"
    ),
)
