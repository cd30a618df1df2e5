"""Words that lead up to a clause, by language: which of them leave it the speaker's own claim."""

from dataclasses import dataclass

from editorial.quotes.lexicon.entry import phrases, words


@dataclass(frozen=True)
class Assertion:
    """``own``: before a clause these leave it asserted when the speaker is their subject ("I think
    that …"). ``factive``: whoever is ("the figures show that …", "the truth is that …").
    ``unreal``: with one of these near, nothing is asserted ("I refuse to believe that …").
    ``spoken`` are verbs behind which a "would" is only manners ("I would say that …").
    ``bare``: verbs that lead up to a clause without a conjunction ("they claim we …").
    ``links`` are the conjunctions; ``passed`` phrases before one of them that lead up to no claim
    ("now that", "потому что"). ``subjects`` begin a clause of their own; ``own_subjects`` are the
    speaker or nobody in particular; ``helpers`` may stand between a subject and its verb.
    ``nouns``: a relative clause follows other nouns, these have a content ("the idea that …").
    ``ordinals`` with one of ``copulas`` count off what is claimed ("the first is that …").
    """

    own: frozenset[str]
    factive: frozenset[str]
    unreal: frozenset[str]
    spoken: frozenset[str]
    bare: frozenset[str]
    links: frozenset[str]
    passed: tuple[str, ...]
    own_subjects: frozenset[str]
    helpers: frozenset[str]
    determiners: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    ordinals: frozenset[str] = frozenset()
    copulas: frozenset[str] = frozenset()


_ENGLISH = Assertion(
    own=words(
        "say saying said tell telling told think thinking believe believing convinced confident "
        "argue add repeat reiterate insist maintain write wrote written warn warned noted remark "
        "remarked testified predict feel reckon submit swear mean meant promise "
        "promised guarantee assure vow pledge sure certain positive declare declared propose"
    ),
    factive=words(
        "know knows knew knowing known aware clear plain obvious evident sure proud glad happy "
        "pleased delighted relieved thrilled grateful thankful thank sorry sad saddened "
        "disappointed ashamed surprised shocked amazed amazing surprising lucky fortunate good "
        "great nice wonderful fine bad terrible awful sad shame pity scandal disgrace tragedy "
        "outrage admit admits admitted acknowledge acknowledges acknowledged concede concedes "
        "conceded confirm confirms confirmed recognize recognizes recognized realize realizes "
        "realized understand understands understood see sees saw seen notice noticed remember "
        "remembers remembered recall recalled stress emphasize underline mention mentioned note "
        "notes point announce announced announcing report inform remind reminds reminded show "
        "shows showed shown prove proves proved proven demonstrate demonstrates demonstrated "
        "find finds found learn learned discover discovered ensure forget forgot forgotten fact "
        "truth true thing things news reality reason answer result conclusion lesson problem "
        "trouble issue catch difficulty challenge irony beauty secret matters counts happened "
        "happens proof sign important crucial help helps ignore deny hide concluded determined "
        "established decided agreed worries bothers strikes scares frightens concerns likes "
        "like love loves message rule principle difference "
        "record recorded accept accepts accepted agree agrees regret regrets regretted "
        "conviction firm believer means"
    ),
    unreal=words(
        "would could might may if whether unless refuse refuses refused refusing decline declined "
        "stop stopped stopping pretend pretends pretending pretended lie lying lies wrong unfair "
        "false absurd nonsense joke joking kidding crazy ridiculous silly foolish naive stupid "
        "impossible unlikely likely doubtful doubt doubted possible conceivable plausible probable "
        "chance chances risk danger possibility probability prospect likelihood odds fear wish "
        "dream forbid pray imagine suppose supposing assumption hypothesis premature misleading "
        "dishonest irresponsible reckless inaccurate incorrect mistaken exaggeration "
        "exaggerated mistake error illusion tempting tempted seem seems seemed appear appears "
        "appeared afraid hoping hope hoped hopeful used thought believed assumed figured expected "
        "bet unclear uncertain unsure unproven contested suggest suggests wonder "
        "wondered wondering ask asks asked rumor rumour accuse accused accuses rather"
    ),
    spoken=words("say argue add note stress remind point emphasize ask submit describe mention"),
    bare=words(
        "say says said saying tell tells told claim claims claimed claiming argue argues argued "
        "insist insists insisted believe believes believed believing think thinks thought "
        "thinking assume assumes assumed suppose suspect suspects suspected hope hopes hoped "
        "hoping "
        "wish fear fears feared bet reckon reckons pretend pretends pretending imagine imagines "
        "swear swears swore allege alleges alleged deny denies denied denying doubt feel feels "
        "felt "
        "figured expect expects expected guess suggest suggests suggested suggesting mean admit "
        "admits admitted"
    ),
    links=words("that"),
    passed=phrases("now, so, such, given, except, in, but, all, everything, anything, nothing"),
    own_subjects=words("i we it let me us that this what there here which nobody point my our us"),
    helpers=words(
        "be to want wanted have has had do did does am is are was were been being can will must "
        "should just also really very simply only still always here honestly certainly absolutely "
        "going need keep keeps kept keeping try trying continue continues want wants quite so "
        "pretty first again now today all often ever even happy proud glad "
        "ready able say tell fair safe and had 's would also would like"
    ),
    determiners=words(
        "a an the no any some every this that these those my your his her its our their"
    ),
    nouns=words(
        "claim claims idea notion suggestion theory belief view opinion argument feeling sense "
        "hope fear impression chance risk danger possibility prospect rumor allegation story "
        "evidence proof promise guarantee doubt question assumption myth lie charge accusation "
        "complaint worry concern talk hint indication sign expectation thought conviction "
        "understanding hunch suspicion"
    ),
    ordinals=words("first second third fourth fifth sixth next last other another one two three"),
    copulas=words("is was 's"),
)

_GERMAN = Assertion(
    own=words(
        "sage sagen gesagt denke denken glaube glauben meine meinen finde finden überzeugt sicher "
        "verspreche versprechen versichere versichern garantiere garantieren behaupte betone "
        "geschrieben schreibe gewarnt warne wiederhole wiederholen zuversichtlich einig weiß"
    ),
    factive=words(
        "weiß wissen weiss wusste wussten gewusst klar sicher fest froh glücklich stolz dankbar "
        "danke danken freue freuen freut bedauere bedaure bedauern gut schön schade schlimm "
        "traurig peinlich skandal wichtig richtig wahr wahrheit tatsache fakt sehe sehen sieht "
        "gesehen zeigt zeigen gezeigt bewiesen beweist feststellen festgestellt stelle erinnere "
        "erinnern erinnert betonen ankündigen bestätigen bestätige bestätigt gebe zugeben "
        "eingestehen anerkennen verstehe verstehen begriffen bekannt deutlich problem grund "
        "punkt heißt bedeutet ergebnis sorgen dafür dazu darauf daran darum darin damit davon "
        "darüber gelernt erfahren erlebt gefunden merken gemerkt übersehen vergessen hinweisen "
        "mitteilen mitgeteilt verschweigen leugnen entschieden beschlossen kommt liegt führt"
    ),
    unreal=words(
        "würde würden könnte könnten hätte hätten wäre wären wenn falls ob gelogen lüge lügen "
        "falsch unsinn quatsch absurd unfair unredlich unverschämt vorwurf gerücht gefahr risiko "
        "möglich möglichkeit unwahrscheinlich wahrscheinlich denkbar undenkbar ausgeschlossen "
        "hoffe hoffen hoffnung fürchte fürchten befürchte befürchten befürchtung angst wunsch "
        "wünsche traum vermute vermuten vermutung nehme annahme angenommen scheint irrtum illusion "
        "märchen legende mythos behauptung behauptet behaupten dachte dachten glaubte glaubten "
        "bezweifle zweifle verdacht eindruck unterstellt unterstellung weigere theorie gesetzt "
        "soll sollen mag fraglich unklar umstritten früher einmal"
    ),
    spoken=words("sagen meinen behaupten sage betonen"),
    bare=words(
        "sagt sagen sagte sagten behauptet behaupten behauptete meint meinte meinten glaubt "
        "glauben "
        "glaubte denkt denken dachte dachten folgert folgern schließt erzählt erzählen erzählte "
        "schreibt schreiben schrieb heißt hieß fürchtet fürchten hofft hoffe hoffen fürchte "
        "vermute vermutet vermuten unterstellt suggeriert suggerieren findet finden meine meinen "
        "glaube denke finde sage vorwurf behauptung gerücht these legende märchen verdacht "
        "eindruck "
        "unterstellung"
    ),
    links=words("dass daß"),
    passed=phrases(
        "so, ohne, statt, anstatt, dadurch, kaum, außer, nur, nicht, es sei denn, derart, dermaßen"
    ),
    own_subjects=words("ich wir es das man mir uns sie du lassen was dies hier"),
    helpers=words(
        "will wollen möchte möchten muss müssen kann können darf dürfen soll sollen habe haben "
        "bin sind ist war waren wurde werde werden ihnen ihr euch dir allen auch noch nur ganz "
        "sehr sehr noch einmal klar deutlich heute hier jetzt immer schon so ja doch eben einfach "
        "ausdrücklich nochmals offen ehrlich fest davon dazu darauf daran"
    ),
    ordinals=words(
        "erste erstens zweite zweitens dritte drittens vierte nächste letzte eine andere weitere"
    ),
    copulas=words("ist war"),
)

_RUSSIAN = Assertion(
    own=words(
        "говорю говорим скажу скажем сказать сказал сказала говорил говорила думаю думаем считаю "
        "считаем полагаю уверен уверена уверены убежден убеждена убеждён обещаю обещал обещала "
        "верю повторяю заявляю гарантирую"
    ),
    factive=words(
        "знаю знаем знаете знает знают знал известно понимаю понимаем понимаете понятно ясно "
        "очевидно вижу видим видно помню помним рад рада рады жаль хорошо плохо важно правда факт "
        "показывает показывают показало доказано означает значит признаю признать подтверждаю "
        "подчеркну подчеркнуть подчеркиваю отметить напомню напомнить сообщить заметил заметила "
        "проблема "
        "главное дело том это то этого тому тем этом решили"
    ),
    unreal=words(
        "бы если ли возможно вероятно будто якобы ложь неправда слух слухи риск опасность надеюсь "
        "надеемся боюсь боимся предположим допустим представьте кажется казалось говорят "
        "утверждают утверждает считается думал думала думали считал считала сомневаюсь вряд "
        "неверно миф сказали пишут обвиняют вероятность шанс"
    ),
    spoken=words("сказать сказал сказала"),
    bare=frozenset(),
    links=words("что"),
    passed=phrases(
        "потому, так, то, тем, тому, того, за, все, всё, ни, вот, а, и, у, это, из-за того, "
        "до того, при том, из того, с тем"
    ),
    own_subjects=words("я мы мне нам это вы вам нас меня"),
    helpers=words(
        "хочу хотим хотел хотела могу можем должен должна надо нужно можно еще ещё раз вам всем "
        "сейчас сегодня очень уже просто тоже не только сразу честно прямо всегда и"
    ),
)

_UKRAINIAN = Assertion(
    own=words(
        "кажу кажемо скажу скажемо сказати сказав сказала говорив говорила думаю думаємо вважаю "
        "вважаємо гадаю впевнений впевнена впевнені певен певна переконаний переконана обіцяю "
        "обіцяв обіцяла вірю повторюю заявляю гарантую"
    ),
    factive=words(
        "знаю знаємо знаєте знає знають знав відомо розумію розуміємо розумієте зрозуміло ясно "
        "очевидно бачу бачимо видно пам'ятаю пам'ятаємо радий рада раді шкода добре погано важливо "
        "правда факт показує показують показало доведено означає визнаю визнати підтверджую "
        "підкреслю підкреслити наголошую наголосити зазначити нагадаю нагадати повідомити "
        "помітив помітила проблема "
        "головне справа тому це те цього тим цьому вирішили увагу"
    ),
    unreal=words(
        "би якби якщо чи можливо ймовірно нібито буцімто брехня неправда чутка чутки ризик "
        "небезпека сподіваюся сподіваємося боюся боїмося припустимо уявіть здається здавалося "
        "кажуть стверджують стверджує вважається думав думала думали вважав вважала сумніваюся "
        "навряд хибно міф сказали пишуть звинувачують імовірність шанс"
    ),
    spoken=words("сказати сказав сказала"),
    bare=frozenset(),
    links=words("що"),
    passed=phrases(
        "тому, так, те, тим, того, за, все, усе, ні, ось, а, і, й, у, це, через те, до того, про те"
    ),
    own_subjects=words("я ми мені нам це ви вам нас мене"),
    helpers=words(
        "хочу хочемо хотів хотіла можу можемо повинен повинна треба потрібно можна ще раз вам "
        "усім зараз сьогодні дуже вже просто теж не тільки відразу чесно прямо завжди і й"
    ),
)

ASSERTIONS = {"en": _ENGLISH, "de": _GERMAN, "ru": _RUSSIAN, "uk": _UKRAINIAN}
