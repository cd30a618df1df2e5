"""English."""

from editorial.quotes.languages.language import Language, regular, words

CUES = regular(
    """state accuse acknowledge add address admonish advise advocate affirm agree allege
    announce answer argue ask assail assert assure bark beam blast boast brag call caution
    charge cheer chide cite claim clarify coin complain concede conclude concur condemn
    confess confide confirm contend continue counsel counter crack criticize criticise crow
    cry declare decline decry denounce deny deride describe disclose dismiss dub echo
    elaborate emphasize emphasise encourage endorse exclaim exhort explain express exult
    fume gloat greet grumble gush hail highlight howl hint implore imply inform inquire
    insist instruct intone invoke kid lament lecture liken lambast mention mock mumble
    murmur muse mutter note observe opine paint portray post praise preach predict press
    proclaim profess pronounce propose protest quip reason reassure recall recite recommend
    recount reflect remark remember remind repeat reply report resolve respond retort
    retweet reveal roar scoff scold scream shout shriek sigh slam snark speculate suggest
    summarize surmise taunt tease testify thank theorize threaten thunder tout tweet
    underscore urge venture volunteer vow warn wail whisper wish wonder yell characterize
    blame ridicule refer reject reiterate relay rebuke relate scrawl sneer sing stammer
    dispute discuss defend deem doubt welcome plead""",
    nouns="""approach attack comment detail document issue offer order point release reference
    question stress promise demand request depict voice brand joke label challenge
    pledge snap""",
)
IRREGULAR = {
    "V": """said says told tells wrote writes spoke speaks thought thinks felt feels believed
    believes read reads began begins quoted quotes swore swears sang sings quipped nagged
    bragged admitted admits admit referred blurted tweeted texted emailed replied cried
    denied testified jabbed ripped rapped submitted dubbed argues urged insisted promised""",
    "G": """saying telling writing speaking thinking feeling believing reading beginning quoting
    swearing singing quipping nagging bragging admitting referring lying replying crying
    denying testifying jabbing hitting ripping dubbing submitting emailing""",
    "I": """say tell write speak think feel believe quote swear quip brag admit refer email cry deny
    testify""",
}
for _sign, _forms in IRREGULAR.items():
    for _form in _forms.split():
        CUES[_form] = _sign


def _signed(sign: str) -> frozenset[str]:
    return frozenset(form for form, s in CUES.items() if s == sign)


ENGLISH = Language(
    code="en",
    says=_signed("V"),
    saying=_signed("G"),
    say=_signed("I"),
    verbs=words(
        """made make makes making took take takes taking got get gets getting gave give gives
        giving came come comes coming kept keep keeps knew know knows won win wins winning lost
        lose held hold holds left leave led lead leads ran run runs running met meet meets drew
        draw stood stand stands brought bring sent send sends set sought seek seeks spent struck
        laid lay let lets meant means mean paid pay became become becomes wants want wanted
        needs need uses use using used looks look appeared appears seems seem turned did does do
        doing done being been have having show shows showed shown work works wearing wore wear
        bearing bore refrain embrace embraced help helped try tries tried trying rose sat fell
        built heard hear saw sees see seeing goes went going found finds finding put puts
        putting consider considers considered considering hit hits shot"""
    ),
    auxiliaries=words(
        """is are was were be has had will would can could might must should shall isn't wasn't
        aren't weren't didn't doesn't don't won't wouldn't couldn't can't hasn't haven't isn’t
        wasn’t aren’t weren’t didn’t doesn’t don’t won’t wouldn’t couldn’t can’t hasn’t haven’t
        not never"""
    ),
    pronouns=words("he she they it i we you everyone everybody nobody someone somebody"),
    objects=words("him them me us himself herself themselves itself"),
    possessives=words("his her their its my our your"),
    determiners=words(
        """the a an this these those one another each every some many most several few any no both
        all two three four five six seven eight nine ten other such"""
    ),
    prepositions=words(
        """of for from at in with on by about into over under after before during against between
        among through without within near around across toward towards upon since until despite
        like including regarding concerning behind beyond via amid outside inside along
        alongside throughout than per versus off up down out because"""
    ),
    conjunctions=words("and or but nor yet plus"),
    relatives=words("that what which whose whom where why how whoever"),
    who=words("who"),
    subordinators=words("as when while if although though unless whether whereas once"),
    adverbs=words(
        """indeed also then later now again still even just only too further once there here
        instead however meanwhile therefore moreover already often always ever soon perhaps
        maybe simply flatly bluntly recently repeatedly reportedly rather famously earlier
        afterward afterwards nonetheless nevertheless so well very yes back further ago onstage
        today yesterday tomorrow tonight thus otherwise quite almost aloud more likewise
        furthermore elsewhere overall additionally newly besides hence"""
    ),
    times=words(
        """may monday tuesday wednesday thursday friday saturday sunday january february march
        april june july august september october november december mon tue wed thu fri jan feb
        aug sept oct nov dec morning afternoon evening night week month year weekend noon"""
    ),
    according=words("according"),
    infinitive=words("to"),
    titles=words(
        """mr mrs ms miss dr prof professor sen senator sens rep reps representative gov governor
        gen general lt col colonel sgt capt captain president chancellor minister premier
        secretary judge justice sir lord lady dame rev reverend pastor pope king queen prince
        princess mayor officer detective attorney ambassador congressman congresswoman sheriff
        director chairman chairwoman commissioner speaker"""
    ),
    people=words(
        """spokesman spokeswoman spokesperson spokespeople official officials adviser advisers
        advisor advisors aide aides manager managers campaign critic critics supporter
        supporters opponent opponents candidate candidates nominee nominees lawyer lawyers
        attorneys analyst analysts expert experts reporter reporters journalist journalists
        columnist columnists editor editors strategist strategists pollster pollsters voter
        voters senator senators lawmaker lawmakers leader leaders chief chiefs executive
        executives founder owner author authors host hosts anchor anchors moderator writer
        writers scientist scientists researcher researchers economist economists professor
        professors teacher teachers doctor doctors student students scholar scholars activist
        activists organizer organizers protester protesters demonstrators delegate delegates
        member members people man men woman women child children boy girl mother father son
        daughter wife husband brother sister friend friends neighbor neighbors resident
        residents citizen citizens police authorities administration government department
        ministry agency office court committee commission council board party group groups
        organization organisation company union coalition network newspaper paper magazine
        website daily outlet team staff staffer staffers prosecutor prosecutors investigator
        investigators detective detectives witness witnesses victim victims survivor survivors
        diplomat diplomats ambassador minister ministers president governor mayor judge judges
        justice justices officer officers general commander soldier soldiers veteran veterans
        businessman businesswoman mogul billionaire tycoon millionaire democrat democrats
        republican republicans conservatives liberals progressives frontrunner front-runner
        contender contenders rival rivals operative operatives insider insiders donor donors fan
        fans crowd audience pundit pundits commentator commentators narrator announcer source
        sources person persons mate mates somebody someone everyone everybody nobody others
        parents mom dad colleague colleagues counterpart boss secretary director chairman
        chairwoman chair coordinator coach player players actor actress comedian singer pastor
        priest bishop pope historian historians liberal conservative intellectuals politicians
        politician newcomer native lady firm bank hotel hospital church school university media
        press campaigners users user attendee attendees"""
    ),
    papers=words(
        """statement statements report reports letter letters memo email e-mail emails tweet tweets
        article story editorial book post ad ads video poll survey study document documents
        filing lawsuit complaint ruling decision order resolution headline headlines banner sign
        signs poster shirt message messages note release transcript interview speech remarks
        comment comments testimony op-ed column blog motto slogan petition caption text platform"""
    ),
    modifiers=words(
        """former senior top vice deputy chief presidential democratic republican political fellow
        late white black young old new national local federal american british russian longtime
        onetime communications media press policy foreign prime assistant associate executive
        acting managing running independent presumptive likely co-founder one-time long-time
        retired veteran gop democratic-leaning republican-leaning anonymous unnamed independent
        major"""
    ),
    particles=words(
        "of de la le van von der den bin ibn al el del di da dos du st san & y ben abu the for"
    ),
    abbreviations=words(
        """mr mrs ms dr prof sen sens rep reps gov gen lt col sgt capt rev hon st jr sr vs jan feb
        aug sept oct nov dec no inc corp co ltd d.c u.s u.k u.n a.m p.m i.e e.g etc fla calif
        mass conn mich minn wis pa va md ala ariz ark colo del ga ill ind kan ky la mo mont neb
        nev okla ore tenn tex vt wash wyo n.y n.j n.c s.c n.h n.m n.d s.d w.va r d messrs"""
    ),
    works=words(
        """book novel film movie show series song album play poem magazine newspaper podcast
        documentary program programme musical memoir episode sitcom thriller essay anthem column
        blog ballad opera drama comedy hit hits single video track rights host co-author author
        heroine star biography autobiography sequel soundtrack bestseller broadcast appearance
        edition"""
    ),
    named=words("titled entitled headlined cheekily-named"),
    speech=words(
        """call calls claim claims assertion assertions accusation accusations chant chants words
        word phrase phrases message slogan motto refrain cry cries shout shouts remark remarks
        comment comments statement question answer reply response complaint warning promise
        pledge vow argument notion idea mantra hashtag subject quote quotation demand prediction
        declaration description embrace talk"""
    ),
    by=words("by"),
    so_called=words("so-called self-described self-styled"),
    platforms=words("on"),
    outlets=words("fox netflix hbo showtime amazon bravo show television tv"),
    small=words("of the a an in and for to on at by with from is or"),
    institutions=words(
        """house university college institute institution party committee council court department
        ministry agency bureau office news times post journal tribune herald press association
        union bank company corporation corp inc group street avenue county city state states
        kingdom republic america east west north south hill island islands beach park river lake
        center centre foundation club school church hospital hotel tower airport act bill award
        prize war day party national international federal supreme senate congress parliament
        cabinet monday tuesday wednesday thursday friday saturday sunday january february march
        april june july august september october november december republican democratic"""
    ),
    singular=words("he she"),
    masculine=words("he him his himself mr sir lord king prince pope congressman chairman"),
    feminine=words("she her hers herself mrs ms miss lady dame queen princess congresswoman"),
    noun_endings=(
        *("man", "men", "woman", "women", "er", "ers", "or", "ors", "ist", "ists"),
        *("ian", "ians", "ee", "ees", "ent", "ents", "ant", "ants", "person"),
    ),
    verb_endings=("ed",),
    modifier_endings=("al", "ic", "ive", "ish", "ese", "ary", "ous", "-old"),
    possessive_endings=("'s", "’s", "s'", "s’"),
    title_case=True,
)
