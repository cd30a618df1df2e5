"""How quotes mislead, and honest practice that looks suspicious: families of invented cases.

Each case is a quote, whom a story gives it to, and the verdicts an editor would accept.
"""

import pytest

from editorial.quotes import Record, Source, check
from tests.pure.quotes.transcript import quotation

FINE = "verbatim light_edit"

FERRY = """\
GOVERNOR HALVORSEN:  Thank you, and good evening.  Let me start with the ferry.

We will not close the island route this winter.  We may have to raise fares by 3 percent, \
but only if fuel stays above $2 a litre.

There are those who argue that the crew were drunk.  The inquiry found nothing of the \
sort.

In theory, we could sell the fleet tomorrow, but nobody in this room wants that.  I never \
said the captain was to blame.

Q    Governor, are you resigning?

GOVERNOR HALVORSEN:  No.  I am not resigning.  I was elected to do a job and I intend to \
finish it.

Q    So you admit the ferry was unsafe?

GOVERNOR HALVORSEN:  I wouldn't put it that way.  The ferry was safe until the storm hit. \
~After the storm, all bets are off.

MS. ADEYEMI:  If I may add something, Governor.  The union has asked for 12 more crew; we \
have offered them eight.  That's our final offer, unless the mediator comes up with \
something better.

CAPTAIN BRANDT:  My father used to say, "The sea forgives no fool."  He was right about \
that.  I told the owners in March that the -- that the pumps were failing, and they, um, \
they did nothing about it.  Nothing.

Q    What did the owners tell you?

CAPTAIN BRANDT:  They told me the pumps were fine.  They said I was imagining things. \
~(Laughter.)  Can you believe that?

GOVERNOR HALVORSEN:  Look, I've been clear: every family will get a full refund, every \
single one of them, within thirty days.  We're working around the clock, and I am proud of \
what the rescue teams have achieved; they saved 214 people in the dark.

Q    Would you sail on it yourself?

GOVERNOR HALVORSEN:  With my own children aboard?  Absolutely.  I'd do it tomorrow if the \
doctors let me.

MS. ADEYEMI:  What we need is patience, not panic.  The old contract was a disaster for \
the crew and a gift to the company.  Most of the members voted for the strike, though not \
all of them did.  I hope that we can avoid it.

GOVERNOR HALVORSEN:  I regret that the warning came late.  It is unlikely that the harbour \
will reopen before Easter.  The minister thinks it's a matter of weeks.  I don't.

Q    Is the insurance going to pay?

GOVERNOR HALVORSEN:  The insurance will pay 80 percent of the damage, according to the \
company.  I haven't seen that in writing, so let's not get ahead of ourselves.
"""

FERRY_CASES = [
    ("We will not close the island route this winter.", "Ingrid Halvorsen", "verbatim"),
    ("We will close the island route this winter.", "Ingrid Halvorsen", "meaning_changed"),
    ("We may have to raise fares by 3 percent.", "Ingrid Halvorsen", "meaning_changed"),
    ("We have to raise fares by 3 percent", "Ingrid Halvorsen", "meaning_changed"),
    (
        ("We may have to raise fares by three per cent, but only if fuel stays above $2 a liter."),
        "Ingrid Halvorsen",
        "light_edit",
    ),
    (
        ("We may have to raise fares by 3 percent … if fuel stays above $2 a litre."),
        "Ingrid Halvorsen",
        "light_edit meaning_changed",
    ),
    ("The crew were drunk.", "Ingrid Halvorsen", "meaning_changed misattributed"),
    ("the crew were drunk", "Ingrid Halvorsen", "meaning_changed misattributed"),
    (
        (
            "There are those who argue that the crew were drunk. The inquiry found nothing of "
            "the sort."
        ),
        "Ingrid Halvorsen",
        "verbatim",
    ),
    ("We could sell the fleet tomorrow.", "Ingrid Halvorsen", "meaning_changed"),
    (
        ("[W]e could sell the fleet tomorrow, but nobody in this room wants that."),
        "Ingrid Halvorsen",
        "light_edit meaning_changed",
    ),
    ("The captain was to blame.", "Ingrid Halvorsen", "meaning_changed"),
    ("I never said the captain was to blame.", "Ingrid Halvorsen", "verbatim"),
    ("I said the captain was to blame.", "Ingrid Halvorsen", "meaning_changed"),
    ("I am resigning.", "Ingrid Halvorsen", "meaning_changed"),
    ("I … am resigning.", "Ingrid Halvorsen", "meaning_changed"),
    ("No. I am not resigning.", "Ingrid Halvorsen", "verbatim"),
    ("The ferry was unsafe.", "Ingrid Halvorsen", "meaning_changed misattributed"),
    ("The ferry was safe until the storm hit.", "Ingrid Halvorsen", "verbatim"),
    ("The ferry was safe.", "Ingrid Halvorsen", "meaning_changed"),
    ("the ferry was unsafe", "Ingrid Halvorsen", "meaning_changed misattributed"),
    ("I was elected to do a job, and I intend to finish it", "Ingrid Halvorsen", "light_edit"),
    ("I was elected to do a job and I intend to finish it.", "Folake Adeyemi", "misattributed"),
    (
        "The union has asked for 12 more crew; we have offered them eight.",
        "Folake Adeyemi",
        "verbatim",
    ),
    (
        "The union has asked for twelve more crew; we have offered them 8.",
        "Folake Adeyemi",
        "light_edit",
    ),
    (
        "The union has asked for eight more crew; we have offered them 12.",
        "Folake Adeyemi",
        "meaning_changed",
    ),
    ("That's our final offer.", "Folake Adeyemi", "meaning_changed"),
    (
        ("That is our final offer, unless the mediator comes up with something better."),
        "Folake Adeyemi",
        "light_edit",
    ),
    ("The sea forgives no fool.", "Captain Brandt", "light_edit misattributed verbatim"),
    (
        ("My father used to say, “The sea forgives no fool.” He was right about that."),
        "Captain Brandt",
        FINE,
    ),
    (
        ("I told the owners in March that the pumps were failing, and they did nothing about it."),
        "Captain Brandt",
        "light_edit",
    ),
    (
        (
            "I told the owners in March that the pumps were failing, and they did nothing "
            "about it. Nothing."
        ),
        "Captain Brandt",
        "light_edit",
    ),
    ("I told the owners in May that the pumps were failing", "Captain Brandt", "meaning_changed"),
    ("The pumps were fine.", "Captain Brandt", "meaning_changed misattributed"),
    ("They told me the pumps were fine.", "Captain Brandt", "verbatim"),
    ("I was imagining things.", "Captain Brandt", "meaning_changed misattributed"),
    ("They said I was imagining things. Can you believe that?", "Captain Brandt", FINE),
    (
        "Every family will get a full refund within 30 days.",
        "Ingrid Halvorsen",
        "altered light_edit meaning_changed",
    ),
    (
        ("[E]very family will get a full refund, every single one of them, within 30 days."),
        "Ingrid Halvorsen",
        "light_edit",
    ),
    ("Every family will get a full refund … within thirty days.", "Ingrid Halvorsen", "light_edit"),
    (
        ("Every family will get a partial refund, every single one of them, within thirty days."),
        "Ingrid Halvorsen",
        "altered meaning_changed",
    ),
    (
        ("I am proud of what the rescue teams have achieved; they saved 214 people in the dark."),
        "Ingrid Halvorsen",
        FINE,
    ),
    (
        ("I am proud of what the rescue teams have achieved. They saved 214 people in the dark."),
        "Ingrid Halvorsen",
        "light_edit",
    ),
    ("I am proud of what [they] have achieved", "Ingrid Halvorsen", "light_edit"),
    ("they saved 241 people in the dark", "Ingrid Halvorsen", "meaning_changed"),
    ("I'd do it tomorrow.", "Ingrid Halvorsen", "meaning_changed"),
    ("I'd do it tomorrow if the doctors let me.", "Ingrid Halvorsen", "verbatim"),
    ("I would do it tomorrow if the doctors let me.", "Ingrid Halvorsen", "light_edit"),
    ("What we need is patience, not panic.", "Folake Adeyemi", "verbatim"),
    ("What we need is panic, not patience.", "Folake Adeyemi", "meaning_changed"),
    ("What we need is patience … panic.", "Folake Adeyemi", "meaning_changed"),
    (
        ("The old contract was a disaster for the company and a gift to the crew."),
        "Folake Adeyemi",
        "meaning_changed",
    ),
    (
        "Most of the members voted for the strike.",
        "Folake Adeyemi",
        "light_edit meaning_changed verbatim",
    ),
    (
        "All of the members voted for the strike, though not all of them did.",
        "Folake Adeyemi",
        "meaning_changed",
    ),
    ("The members voted for the strike", "Folake Adeyemi", "meaning_changed"),
    ("We can avoid it.", "Folake Adeyemi", "light_edit meaning_changed verbatim"),
    ("We will avoid it.", "Folake Adeyemi", "altered meaning_changed"),
    ("I regret that the warning came late.", "Ingrid Halvorsen", "verbatim"),
    ("the warning came late", "Ingrid Halvorsen", FINE),
    ("The harbour will reopen before Easter.", "Ingrid Halvorsen", "meaning_changed"),
    (
        "It is likely that the harbour will reopen before Easter.",
        "Ingrid Halvorsen",
        "meaning_changed",
    ),
    ("It's a matter of weeks.", "Ingrid Halvorsen", "meaning_changed misattributed"),
    ("The minister thinks it's a matter of weeks. I don't.", "Ingrid Halvorsen", "verbatim"),
    (
        "The insurance will pay 80 percent of the damage.",
        "Ingrid Halvorsen",
        "light_edit meaning_changed misattributed verbatim",
    ),
    (
        "The insurance will pay the damage, according to the company.",
        "Ingrid Halvorsen",
        "meaning_changed",
    ),
    (
        "The insurance will pay 80% of the damage, according to the company.",
        "Ingrid Halvorsen",
        "light_edit",
    ),
    ("Q Is the insurance going to pay?", "a reporter", FINE),
    ("Is the insurance going to pay?", "a reporter", "verbatim"),
    ("Is the insurance going to pay?", "Ingrid Halvorsen", "misattributed"),
    (
        "The insurance is going to pay.",
        "Ingrid Halvorsen",
        "altered meaning_changed misattributed not_found",
    ),
    (
        ("We are proud of what the rescue teams have achieved; they saved 214 people in the dark."),
        "Ingrid Halvorsen",
        "altered",
    ),
    (
        "We'll rebuild every mile of the coast road before the spring.",
        "Ingrid Halvorsen",
        "not_found",
    ),
    (
        ("We will not close the island route this winter. What we need is patience, not panic."),
        "Ingrid Halvorsen",
        "misattributed spliced",
    ),
    (
        ("We will not close the island route this winter. Every family will get a full refund"),
        "Ingrid Halvorsen",
        "spliced",
    ),
    ("all bets are off", "Ingrid Halvorsen", FINE),
    ("a gift to the company", "Folake Adeyemi", FINE),
    ("a full refund", "Ingrid Halvorsen", FINE),
    ("round the clock", "Ingrid Halvorsen", "altered light_edit not_found"),
    (
        "The captain has been lying to all of us from the first day.",
        "Ingrid Halvorsen",
        "not_found",
    ),
    ("I haven't seen that in writing", "Ingrid Halvorsen", "verbatim"),
    ("I have seen that in writing", "Ingrid Halvorsen", "meaning_changed"),
    (
        ("We're working around the clock, and I am ashamed of what the rescue teams have achieved"),
        "Ingrid Halvorsen",
        "altered meaning_changed",
    ),
    ("Absolutely [the ferry is safe].", "Ingrid Halvorsen", "light_edit meaning_changed"),
    (
        ("With my own children aboard? Absolutely. I'd do it tomorrow if the doctors let me."),
        "Ingrid Halvorsen",
        "verbatim",
    ),
    ("With my own children aboard. Absolutely.", "Ingrid Halvorsen", "meaning_changed"),
    ("They saved 214 people", "Ingrid Halvorsen", FINE),
    ("they [the rescue teams] saved 214 people in the dark", "Ingrid Halvorsen", "light_edit"),
    (
        "they [the soldiers] saved 214 people in the dark",
        "Ingrid Halvorsen",
        "light_edit meaning_changed",
    ),
    ("[the rescue teams] saved 214 people in the dark", "Ingrid Halvorsen", "light_edit"),
]

BUS = """\
Petra Vogelsang (Grüne):
Sehr geehrte Frau Präsidentin! Liebe Kolleginnen und Kollegen! Wir werden die Buslinie \
nicht einstellen.
(Beifall bei den Grünen)
Ich glaube nicht, dass die Fahrpreise steigen müssen. Wenn der Bund zahlt, bauen wir die \
Strecke bis 2027 aus. Die Kosten liegen bei rund 40 Millionen Euro.
(Jens Krüger [Union]: Das stimmt doch gar nicht!)
Manche behaupten, der Bürgermeister habe davon gewusst. Das ist falsch.

Jens Krüger (Union):
Frau Präsidentin! Die Kollegin Vogelsang hat gesagt: „Wir schaffen das allein.“ Das ist \
eine kühne These. Wir haben acht Jahre gewartet, und es ist nichts passiert. Es gibt keine \
Alternative zu diesem Vertrag, es sei denn, jemand legt endlich einen besseren vor. Meines \
Wissens hat das niemand getan. Das Geld reicht vielleicht für ein Jahr.
"""

BUS_CASES = [
    ("Wir werden die Buslinie nicht einstellen.", "Petra Vogelsang", "verbatim"),
    ("Wir werden die Buslinie einstellen.", "Petra Vogelsang", "meaning_changed"),
    ("Die Fahrpreise müssen steigen", "Petra Vogelsang", "altered meaning_changed not_found"),
    ("die Fahrpreise steigen müssen", "Petra Vogelsang", "meaning_changed"),
    ("[B]auen wir die Strecke bis 2027 aus.", "Petra Vogelsang", "meaning_changed"),
    ("Wenn der Bund zahlt, bauen wir die Strecke bis 2027 aus.", "Petra Vogelsang", "verbatim"),
    ("Die Kosten liegen bei rund vierzig Millionen Euro.", "Petra Vogelsang", "light_edit"),
    ("Die Kosten liegen bei 40 Millionen Euro.", "Petra Vogelsang", "meaning_changed"),
    ("Die Kosten liegen bei rund 40 Milliarden Euro.", "Petra Vogelsang", "meaning_changed"),
    ("Das stimmt doch gar nicht!", "Jens Krüger", "verbatim"),
    ("Das stimmt doch gar nicht!", "Petra Vogelsang", "misattributed"),
    ("Der Bürgermeister habe davon gewusst.", "Petra Vogelsang", "meaning_changed misattributed"),
    ("Wir schaffen das allein.", "Jens Krüger", "misattributed"),
    ("Wir haben 8 Jahre gewartet, und es ist nichts passiert.", "Jens Krüger", "light_edit"),
    (
        "Wir haben acht Jahre gewartet, und es ist viel passiert.",
        "Jens Krüger",
        "altered meaning_changed",
    ),
    ("Es gibt keine Alternative zu diesem Vertrag.", "Jens Krüger", "meaning_changed"),
    ("Es gibt eine Alternative zu diesem Vertrag", "Jens Krüger", "meaning_changed"),
    ("Das Geld reicht für ein Jahr.", "Jens Krüger", "meaning_changed"),
    ("Das Geld reicht […] für ein Jahr.", "Jens Krüger", "meaning_changed"),
    (
        ("Sehr geehrte Frau Präsidentin! Wir werden die Buslinie nicht einstellen."),
        "Petra Vogelsang",
        "altered light_edit spliced verbatim",
    ),
    ("Hat das niemand getan", "Jens Krüger", "light_edit meaning_changed verbatim"),
    ("Das ist eine kuehne These.", "Jens Krüger", "light_edit"),
]

BRIDGE = """\
Leyla Aksoy – Sayın Başkan, değerli milletvekilleri; köprüyü bu yıl kapatmayacağız. \
Bütçemiz 12 milyon lira, bunun 3 milyonunu belediye karşılıyor.
Eğer ihale zamanında yapılırsa inşaat mayısta başlar. Vergileri artıracağımızı hiç \
söylemedim.
Orhan Demirel – Teşekkür ederim. Sayın Aksoy “Bu köprü yüz yıl dayanır.” dedi, kimse \
inanmadı. Biz bu projeyi destekliyoruz, işçilerin hakkı ödenmelidir.
Leyla Aksoy – Hayır, öyle bir şey demedim.
Orhan Demirel – Tutanaklar ortada.
Leyla Aksoy – Tutanaklara bakalım o hâlde.
"""

BRIDGE_CASES = [
    ("köprüyü bu yıl kapatmayacağız.", "Leyla Aksoy", "verbatim"),
    ("Köprüyü bu yıl kapatacağız.", "Leyla Aksoy", "meaning_changed"),
    (
        "Bütçemiz on iki milyon lira, bunun üç milyonunu belediye karşılıyor.",
        "Leyla Aksoy",
        "altered light_edit",
    ),
    ("Bütçemiz 21 milyon lira", "Leyla Aksoy", "meaning_changed"),
    ("inşaat mayısta başlar.", "Leyla Aksoy", "meaning_changed"),
    ("Vergileri artıracağımızı söyledim.", "Leyla Aksoy", "meaning_changed"),
    ("Bu köprü yüz yıl dayanır.", "Orhan Demirel", "misattributed"),
    (
        "Biz bu projeyi desteklemiyoruz, işçilerin hakkı ödenmelidir.",
        "Orhan Demirel",
        "meaning_changed",
    ),
    ("Biz bu projeyi destekliyoruz.", "Leyla Aksoy", "misattributed"),
    ("işçilerin hakkı ödenmemelidir", "Orhan Demirel", "meaning_changed"),
    ("Biz bu projeyi destekliyoruz, işçilerin hakkı verilmelidir.", "Orhan Demirel", "altered"),
]

VAULT = """\
HOST (00:01): Welcome back to Field Notes. With me is Dr. Miriam Castellanos, who runs the \
seed bank in Torvik, and later we'll hear from farmer Joe Pratt. Miriam, is the vault \
leaking?

Dr. Miriam Castellanos (00:15): Leaking is too strong a word. There was some water in the \
entrance tunnel in October, about 20 litres, and it froze before it reached the seeds. \
[laughs] People wrote that the vault had flooded. It hadn't.

HOST (00:41): So nothing was lost?

Dr. Miriam Castellanos (00:43): Nothing was lost. Well -- nothing that we know of. We're \
still counting. I would be surprised if we lost even one in ten thousand samples.

HOST (01:02): A Swedish paper called you "the most careless librarian in the world". Does \
that sting?

Dr. Miriam Castellanos (01:10): Of course it stings. If I'm the most careless librarian in \
the world, then heaven help the others. But I don't read the papers much.

HOST (01:22): Will you need more money?

Dr. Miriam Castellanos (01:24): We've asked for two million dollars -- I'm sorry, two \
million kroner -- to seal the tunnel. The ministry has promised to look at it. I'm not \
holding my breath. What I do think is that we should have built it higher up the mountain \
in the first place.

Joe Pratt (01:58): I gotta say, when I heard about it, I figured they'd lose the whole \
lot. My wheat's in there. My granddad's wheat. And, and I called her up and I said, "You \
people had one job!" She laughed. She told me my seeds are fine.

HOST (02:20): Are you angry?

Joe Pratt (02:21): Angry? No. Worried, sure. I was angry in October. Now I just want to \
know that somebody's looking after it. Them government people couldn't find their own \
boots with a map, I reckon, but Miriam's different.

HOST (02:44): Would you take your seeds back?

Joe Pratt (02:46): I'd take them back tomorrow if there was anywhere else to put them. \
There isn't.

Dr. Miriam Castellanos (02:55): I don't want anyone to think that we're complacent. I \
can't promise it will never happen again. What I can promise is that the seeds come first, \
second and third. Some of my colleagues believe the vault should be moved to Iceland; I'm \
not one of them. Neither the ministry nor the board has ever told me to keep quiet.

HOST (03:20): The board says the vault is safe for a thousand years.

Dr. Miriam Castellanos (03:25): The board are optimists. A hundred years, maybe. Probably \
less if we go on warming the planet like this. It's too early to say whether the pumps, \
which were installed by a contractor from Bergen in 2019, are to blame.
"""

VAULT_CASES = [
    (
        (
            "There was some water in the entrance tunnel in October, about 20 litres, and it "
            "froze before it reached the seeds."
        ),
        "Miriam Castellanos",
        "verbatim",
    ),
    (
        (
            "There was some water in the entrance tunnel in October … and it froze before it "
            "reached the seeds."
        ),
        "Miriam Castellanos",
        "light_edit",
    ),
    (
        ("There was water in the entrance tunnel in October … and it … reached the seeds."),
        "Miriam Castellanos",
        "altered meaning_changed",
    ),
    (
        ("There was some water in the entrance tunnel in October, about 20 liters"),
        "Miriam Castellanos",
        "light_edit",
    ),
    ("it reached the seeds", "Miriam Castellanos", "light_edit meaning_changed verbatim"),
    ("the vault had flooded", "Miriam Castellanos", "meaning_changed misattributed"),
    ("[T]he vault had flooded.", "Miriam Castellanos", "meaning_changed misattributed"),
    ("People wrote that the vault had flooded. It hadn't.", "Miriam Castellanos", "verbatim"),
    ("People wrote that the vault had flooded. It had not.", "Miriam Castellanos", "light_edit"),
    ("Nothing was lost.", "Miriam Castellanos", "light_edit meaning_changed verbatim"),
    ("Nothing was lost. Well, nothing that we know of.", "Miriam Castellanos", "light_edit"),
    ("We lost even one in ten thousand samples.", "Miriam Castellanos", "meaning_changed"),
    (
        "I would be surprised if we lost even one in 10,000 samples.",
        "Miriam Castellanos",
        "light_edit",
    ),
    (
        "the most careless librarian in the world",
        "Miriam Castellanos",
        "light_edit meaning_changed misattributed verbatim",
    ),
    ("I'm the most careless librarian in the world", "Miriam Castellanos", "meaning_changed"),
    (
        ("If I'm the most careless librarian in the world, then heaven help the others."),
        "Miriam Castellanos",
        "verbatim",
    ),
    ("I don't read the papers much.", "Miriam Castellanos", "verbatim"),
    (
        "I don't read the papers.",
        "Miriam Castellanos",
        "altered light_edit meaning_changed verbatim",
    ),
    (
        "We've asked for two million dollars to seal the tunnel.",
        "Miriam Castellanos",
        "meaning_changed",
    ),
    (
        "We've asked for two million kroner to seal the tunnel.",
        "Miriam Castellanos",
        "altered light_edit meaning_changed",
    ),
    (
        "We have asked for 2 million kroner ... to seal the tunnel.",
        "Miriam Castellanos",
        "altered light_edit meaning_changed",
    ),
    (
        "The ministry has promised to seal the tunnel.",
        "Miriam Castellanos",
        "altered meaning_changed not_found spliced",
    ),
    (
        "The ministry has promised to look at it. I'm not holding my breath.",
        "Miriam Castellanos",
        "verbatim",
    ),
    ("we should have built it higher up the mountain", "Miriam Castellanos", FINE),
    (
        "We should have built it higher up the mountain in the first place.",
        "Miriam Castellanos",
        "light_edit",
    ),
    (
        "We should build it higher up the mountain in the first place.",
        "Miriam Castellanos",
        "altered meaning_changed",
    ),
    (
        ("I've got to say, when I heard about it, I figured they'd lose the whole lot."),
        "Joe Pratt",
        "light_edit",
    ),
    ("I figured they'd lose the whole lot.", "Joe Pratt", "verbatim"),
    ("They lost the whole lot.", "Joe Pratt", "altered meaning_changed not_found"),
    ("And I called her up and I said, 'You people had one job!'", "Joe Pratt", "light_edit"),
    ("You people had one job!", "Joe Pratt", FINE),
    ("You people had one job!", "Miriam Castellanos", "misattributed"),
    ("My seeds are fine.", "Joe Pratt", "meaning_changed misattributed"),
    ("She told me my seeds are fine.", "Joe Pratt", "verbatim"),
    ("I was angry.", "Joe Pratt", "light_edit meaning_changed verbatim"),
    ("I'm angry", "Joe Pratt", "altered meaning_changed misattributed not_found"),
    ("Now I just want to know that somebody is looking after it.", "Joe Pratt", "light_edit"),
    ("Now I just want to know that somebody’s looking after it.", "Joe Pratt", "light_edit"),
    (
        (
            "[Those] government people couldn't find their own boots with a map, I reckon, "
            "but Miriam's different."
        ),
        "Joe Pratt",
        "light_edit",
    ),
    (
        "Them government people could find their own boots with a map",
        "Joe Pratt",
        "meaning_changed",
    ),
    ("I'd take them back tomorrow.", "Joe Pratt", "meaning_changed"),
    (
        ("I would take them back tomorrow if there were anywhere else to put them."),
        "Joe Pratt",
        "altered light_edit",
    ),
    ("We're complacent.", "Miriam Castellanos", "meaning_changed"),
    ("It will never happen again.", "Miriam Castellanos", "meaning_changed"),
    ("I can promise it will never happen again.", "Miriam Castellanos", "meaning_changed"),
    ("the seeds come first, second and third", "Miriam Castellanos", FINE),
    (
        "The vault should be moved to Iceland.",
        "Miriam Castellanos",
        "meaning_changed misattributed",
    ),
    (
        "Some of my colleagues believe the vault should be moved to Iceland.",
        "Miriam Castellanos",
        "light_edit meaning_changed verbatim",
    ),
    ("The ministry … has ever told me to keep quiet.", "Miriam Castellanos", "meaning_changed"),
    ("the board has ever told me to keep quiet", "Miriam Castellanos", "meaning_changed"),
    (
        "the ministry told me to keep quiet",
        "Miriam Castellanos",
        "altered meaning_changed not_found",
    ),
    (
        "The vault is safe for a thousand years.",
        "Miriam Castellanos",
        "meaning_changed misattributed",
    ),
    (
        "the vault is safe for a thousand years",
        "the host",
        "light_edit meaning_changed misattributed verbatim",
    ),
    ("The board are optimists. A hundred years, maybe.", "Miriam Castellanos", "verbatim"),
    ("The board are optimists. A hundred years.", "Miriam Castellanos", "meaning_changed"),
    ("A thousand years, maybe.", "Miriam Castellanos", "meaning_changed"),
    ("It's too early to say whether the pumps … are to blame.", "Miriam Castellanos", "light_edit"),
    (
        ("the pumps, which were installed by a contractor from Bergen in 2019, are to blame"),
        "Miriam Castellanos",
        "meaning_changed",
    ),
    ("Probably less if we go on warming the planet like this.", "Miriam Castellanos", "verbatim"),
    ("Less if we go on warming the planet", "Miriam Castellanos", "meaning_changed"),
    ("I never lost a wink of sleep over that tunnel, not one.", "Miriam Castellanos", "not_found"),
    (
        (
            "I don't want anyone to think that we're complacent. I can't promise it will "
            "never happen again."
        ),
        "Miriam Castellanos",
        "verbatim",
    ),
    (
        (
            "I don't want anyone to think that we're complacent. [But] I can't promise it "
            "will never happen again."
        ),
        "Miriam Castellanos",
        "light_edit",
    ),
    (
        (
            "If I'm the most careless librarian in the world, then heaven help the others. "
            "Neither the ministry nor the board has ever told me to keep quiet."
        ),
        "Miriam Castellanos",
        "spliced",
    ),
    (
        "Of course it stings. But I don't read the papers much.",
        "Miriam Castellanos",
        "altered light_edit meaning_changed spliced",
    ),
    ("Leaking is too strong a word.", "Dr. Castellanos", "verbatim"),
    ("Leaking is too strong a word.", "the seed bank's director", "verbatim"),
    ("Leaking is too strong a word.", "Pratt", "misattributed"),
    ("Leaking is the right word.", "Miriam Castellanos", "altered meaning_changed"),
]

REPAIR = """\
ВЕДУЩИЙ: Добрый вечер. Анна Сергеевна, мост закроют?

АННА ЛУГОВАЯ: Нет, мост мы закрывать не будем. Если подрядчик успеет, движение откроем в \
июне. Я не думаю, что цены вырастут. Ремонт стоит 12 миллионов рублей.

ПЁТР СОМОВ: Говорят, что деньги украли. Я в это не верю. Всё ещё можно исправить, ещё не \
поздно.
"""

REPAIR_CASES = [
    ("мост мы закрывать не будем", "Анна Луговая", "verbatim"),
    ("Мост мы закрывать будем.", "Анна Луговая", "meaning_changed"),
    ("Движение откроем в июне.", "Анна Луговая", "meaning_changed"),
    ("Цены вырастут.", "Анна Луговая", "meaning_changed"),
    ("Ремонт стоит двенадцать миллионов рублей.", "Анна Луговая", "light_edit"),
    ("Ремонт стоит 21 миллион рублей", "Анна Луговая", "altered meaning_changed"),
    ("Деньги украли.", "Пётр Сомов", "meaning_changed misattributed"),
    ("Все еще можно исправить, еще не поздно.", "Пётр Сомов", "light_edit"),
    ("еще поздно", "Пётр Сомов", "altered meaning_changed not_found"),
    ("Я в это не верю.", "Анна Луговая", "misattributed"),
]

SCHOOL = """\
ВЕДУЧА: Чи вистачить коштів?

ОЛЕНА КРАВЕЦЬ: Коштів вистачить до листопада, якщо уряд дотримає слова. Ми не \
підвищуватимемо тариф. Дехто каже, що школу закриють. Це неправда. Її збудували мої \
батьки.
"""

SCHOOL_CASES = [
    ("Ми не підвищуватимемо тариф.", "Олена Кравець", "verbatim"),
    ("Ми підвищуватимемо тариф.", "Олена Кравець", "meaning_changed"),
    ("Коштів вистачить до листопада.", "Олена Кравець", "meaning_changed"),
    ("Школу закриють.", "Олена Кравець", "meaning_changed misattributed"),
    ("Її збудували мої батьки.", "ведуча", "misattributed"),
]

DEBATE = """\
MODERATOR: Thirty seconds, Mayor Quist. Why should anyone trust you with the water works?

QUIST: Because I fixed them once already. When I came in, 40,000 homes had brown water. \
Today it's four hundred. Not one of those homes will be left behind, and that's a \
commitment, not a slogan.

DELACROIX: He didn't fix anything! The engineers did...

QUIST: I'd like to finish.

DELACROIX: ... and you sent them home.

QUIST: If I could -- the engineers worked for me, and I'm grateful to them. What my \
opponent never tells you is that her own party voted against the pipes. Twice.

MODERATOR: Ms. Delacroix, is that true?

DELACROIX: We voted against the price, not against the pipes. There's a difference. A pipe \
that costs three times what it should is not a pipe, it's a scandal. (APPLAUSE) And I'll \
say something else: the mayor likes to claim that crime has doubled. It hasn't. It's up 11 \
percent, which is bad enough.

QUIST: I never claimed that.

DELACROIX: You said so on Tuesday, on the radio: "Crime in this town has doubled on her \
watch." I have the tape.

QUIST: I was quoting a constituent.

MODERATOR: Let's move on. Would either of you sell the water works to a private company?

QUIST: Never. Not while I'm mayor.

DELACROIX: I wouldn't rule it out forever. I can imagine a day when a partnership makes \
sense, provided that the town keeps the majority and the prices are capped. But selling it \
outright? No. So what would I do instead? I'd borrow, I'd build, and I'd open the books.

QUIST: Borrow! There it is. She'll raise your taxes, mark my words. I don't say that \
lightly.

DELACROIX: I have no plans to raise taxes. We, uh, we will not need to -- not in the first \
term, anyway. According to the auditor's report, the town wasted nine million crowns last \
year. Maybe the mayor can explain where it went.

QUIST: The WSA, the Water Supply Authority, is run by professionals. I am not only proud \
of them, I'm amazed by what they have done. It's not that I have all the answers. Nobody \
does. I think we can do better, I know we can, but we can't do it by tomorrow morning.

MODERATOR: Yes or no: did you know about the lead?

QUIST: No. We did not know about the lead until the spring. Once we knew, we acted within \
a week. I wish we had tested earlier. As soon as the laboratory confirms the new samples, \
we'll lift the ban.

DELACROIX: Lift the ban? With those numbers? You've got to be kidding me. I suppose we \
should all just drink beer. (LAUGHTER)
"""

DEBATE_CASES = [
    (
        ("Not one of those homes will be left behind, and that's a commitment, not a slogan."),
        "Mayor Quist",
        "verbatim",
    ),
    ("[T]hose homes will be left behind", "Mayor Quist", "meaning_changed"),
    ("When I came in, 40,000 homes had brown water. Today it's 400.", "Mayor Quist", "light_edit"),
    (
        "When I came in, 400 homes had brown water. Today it's 40,000.",
        "Mayor Quist",
        "meaning_changed",
    ),
    ("The engineers did, and you sent them home.", "Delacroix", "light_edit"),
    ("The engineers did ... and you sent them home.", "Delacroix", FINE),
    (
        "I'd like to finish … and you sent them home.",
        "Mayor Quist",
        "altered meaning_changed misattributed spliced",
    ),
    ("the engineers worked for me", "Mayor Quist", FINE),
    ("The engineers worked for me, and I'm grateful to them.", "Mayor Quist", "light_edit"),
    (
        "Her own party voted against the pipes.",
        "Mayor Quist",
        "light_edit meaning_changed verbatim",
    ),
    (
        "[H]er own party voted against the pipes. Twice.",
        "Mayor Quist",
        "light_edit meaning_changed",
    ),
    ("We voted against … the pipes.", "Delacroix", "meaning_changed"),
    ("We voted against the pipes.", "Delacroix", "altered meaning_changed"),
    ("We voted against the price, not against the pipes.", "Delacroix", "verbatim"),
    ("We voted against the pipes, not against the price.", "Delacroix", "meaning_changed"),
    (
        (
            "A pipe that costs three times what it should is not a pipe, it's a scandal. And "
            "I'll say something else"
        ),
        "Delacroix",
        "light_edit",
    ),
    ("[C]rime has doubled.", "Delacroix", "meaning_changed misattributed"),
    ("crime has doubled", "Delacroix", "meaning_changed misattributed"),
    ("It's up 11%, which is bad enough.", "Delacroix", "light_edit"),
    ("It's up 11 percent.", "Delacroix", "light_edit meaning_changed verbatim"),
    ("Crime in this town has doubled on her watch.", "Delacroix", "misattributed"),
    (
        "Crime in this town has doubled on her watch.",
        "Mayor Quist",
        "light_edit misattributed verbatim",
    ),
    ("I never claimed that.", "Mayor Quist", "verbatim"),
    ("I … claimed that.", "Mayor Quist", "meaning_changed"),
    ("Not while I'm mayor.", "Mayor Quist", "verbatim"),
    ("I would never sell it while I'm mayor", "Mayor Quist", "altered meaning_changed not_found"),
    ("I wouldn't rule it out.", "Delacroix", "light_edit meaning_changed verbatim"),
    ("I wouldn't rule it out forever.", "Delacroix", "verbatim"),
    ("I would rule it out forever.", "Delacroix", "meaning_changed"),
    ("I can imagine a day when a partnership makes sense.", "Delacroix", "meaning_changed"),
    ("a partnership makes sense", "Delacroix", "light_edit meaning_changed verbatim"),
    ("A partnership makes sense.", "Delacroix", "light_edit meaning_changed"),
    ("selling it outright", "Delacroix", FINE),
    ("But selling it outright. No.", "Delacroix", "meaning_changed"),
    ("I'd borrow, I'd build, and I'd open the books.", "Delacroix", "verbatim"),
    ("I'd borrow.", "Delacroix", FINE),
    ("I'd borrow and I'd build.", "Delacroix", "altered light_edit meaning_changed"),
    ("She'll raise your taxes, mark my words.", "Mayor Quist", "verbatim"),
    ("I'll raise your taxes, mark my words.", "Delacroix", "altered meaning_changed misattributed"),
    ("I have … plans to raise taxes.", "Delacroix", "meaning_changed"),
    (
        "I have no plans to raise taxes. We will not need to.",
        "Delacroix",
        "light_edit meaning_changed",
    ),
    ("We will not need to, not in the first term, anyway.", "Delacroix", "light_edit"),
    ("We will need to, not in the first term, anyway.", "Delacroix", "meaning_changed"),
    (
        "The town wasted nine million crowns last year.",
        "Delacroix",
        "light_edit meaning_changed misattributed verbatim",
    ),
    (
        ("According to the auditor's report, the town wasted 9 million crowns last year."),
        "Delacroix",
        "light_edit",
    ),
    ("the town wasted nine billion crowns last year", "Delacroix", "meaning_changed"),
    ("the town wasted nine million dollars last year", "Delacroix", "altered meaning_changed"),
    ("The mayor can explain where it went.", "Delacroix", "meaning_changed"),
    ("Maybe the mayor can explain where it went.", "Delacroix", "verbatim"),
    ("The Water Supply Authority is run by professionals.", "Mayor Quist", "light_edit"),
    ("The WSA … is run by professionals.", "Mayor Quist", "light_edit"),
    (
        "I am … proud of them, I'm amazed by what they have done.",
        "Mayor Quist",
        "light_edit meaning_changed verbatim",
    ),
    ("I am not … proud of them", "Mayor Quist", "meaning_changed"),
    ("I am not proud of them", "Mayor Quist", "meaning_changed"),
    ("I'm amazed by what they have done.", "Mayor Quist", FINE),
    ("I have all the answers.", "Mayor Quist", "meaning_changed"),
    ("It's not that I have all the answers. Nobody does.", "Mayor Quist", "verbatim"),
    ("We can do better, I know we can", "Mayor Quist", "light_edit meaning_changed verbatim"),
    ("We can do it by tomorrow morning.", "Mayor Quist", "meaning_changed"),
    ("we can't do it by tomorrow morning", "Mayor Quist", FINE),
    ("We did not know about the lead.", "Mayor Quist", "meaning_changed"),
    ("We did not know about the lead until the spring.", "Mayor Quist", "verbatim"),
    ("We knew about the lead", "Mayor Quist", "altered meaning_changed not_found"),
    ("Once we knew, we acted within a week.", "Mayor Quist", "verbatim"),
    ("We acted within a week.", "Mayor Quist", "light_edit meaning_changed verbatim"),
    ("We acted within a day.", "Mayor Quist", "meaning_changed"),
    ("we'll lift the ban", "Mayor Quist", "light_edit meaning_changed verbatim"),
    ("We'll lift the ban.", "Mayor Quist", "meaning_changed"),
    (
        ("As soon as the laboratory confirms the new samples, we will lift the ban."),
        "Mayor Quist",
        "light_edit",
    ),
    ("We should all just drink beer.", "Delacroix", "meaning_changed"),
    ("I suppose we should all just drink beer.", "Delacroix", "verbatim"),
    (
        "You've got to be kidding me. I suppose we should all just drink beer.",
        "Delacroix",
        "verbatim",
    ),
    ("You have got to be kidding me.", "Delacroix", "light_edit"),
    ("With those numbers.", "Delacroix", "light_edit meaning_changed"),
    ("I wish we had tested earlier.", "Mayor Quist", "verbatim"),
    ("We tested earlier.", "Mayor Quist", "altered meaning_changed not_found"),
    ("We had tested earlier.", "Mayor Quist", "meaning_changed"),
    ("He didn't fix anything!", "Delacroix", "verbatim"),
    ("He didn’t fix anything", "Delacroix", FINE),
    ("He fixed everything", "Delacroix", "altered meaning_changed not_found"),
    ("I fixed them once already.", "Mayor Quist", FINE),
    ("Because I fixed them once already.", "Mayor Quist", "verbatim"),
    ("I fixed them already.", "Mayor Quist", "altered meaning_changed"),
    ("Thirty seconds, Mayor Quist.", "the moderator", "verbatim"),
    ("Thirty seconds, Mayor Quist.", "Delacroix", "misattributed"),
    (
        "Would either of you sell the water works to a private company?",
        "Delacroix",
        "misattributed",
    ),
    ("You will all be drinking champagne from the tap by Christmas.", "Mayor Quist", "not_found"),
    (
        (
            "Not one of those homes will be left behind. We did not know about the lead until "
            "the spring."
        ),
        "Mayor Quist",
        "spliced",
    ),
    ("I was quoting a constituent", "Mayor Quist", "verbatim"),
]

POOL = """\
Präsident Dr. Anton Riedl:
Ich rufe den Tagesordnungspunkt 4 auf. Das Wort hat die Kollegin Martha Stein.
(Beifall bei der Linken)

Martha Stein (Die Linke):
Herr Präsident! Meine Damen und Herren! Das Freibad am Stadtrand bleibt offen, solange ich \
im Rat sitze. Die Sanierung kostet 3,2 Millionen Euro; davon übernimmt das Land mehr als \
die Hälfte. Ich sage nicht, dass alles gut ist. Ich sage nur, dass wir eine Lösung haben.
(Karl Brandl [Union]: Auf Kosten der Kinder!)
Herr Brandl behauptet, wir hätten das Geld verschwendet. Nichts davon ist wahr. Die \
Eintrittspreise könnten im nächsten Jahr leicht steigen, aber nicht für Familien. – Vielen \
Dank.
(Beifall bei der Linken – Lachen bei der Union)

Karl Brandl (Union):
Sehr geehrter Herr Präsident! Wer sagt, dass das Bad schließen muss, der lügt. Aber wer \
sagt, dass es so bleiben kann, der lügt auch. Meine Großmutter sagte immer: „Wer nichts \
macht, macht nichts verkehrt.“ Wir werden dem Antrag nur zustimmen, wenn die Zahlen auf \
den Tisch kommen. Vermutlich kommen sie nie. Seit 2019 haben wir 14 Anfragen gestellt und \
zwei Antworten bekommen.

Martha Stein (Die Linke):
Das waren drei.

Karl Brandl (Union):
Gut, drei. Es ist kein Geheimnis, dass ich gerne schwimme. Hätten Sie uns gefragt, dann \
hätten wir geholfen. Jetzt ist es zu spät, fürchte ich.
"""

POOL_CASES = [
    ("Das Freibad am Stadtrand bleibt offen.", "Martha Stein", "meaning_changed"),
    (
        "Das Freibad am Stadtrand bleibt offen, solange ich im Rat sitze.",
        "Martha Stein",
        "verbatim",
    ),
    ("Die Sanierung kostet 3,2 Millionen Euro", "Martha Stein", FINE),
    ("Die Sanierung kostet 2,3 Millionen Euro", "Martha Stein", "meaning_changed"),
    ("davon übernimmt das Land weniger als die Hälfte", "Martha Stein", "meaning_changed"),
    ("davon übernimmt das Land die Hälfte", "Martha Stein", "altered meaning_changed"),
    ("Alles [ist] gut.", "Martha Stein", "altered light_edit meaning_changed"),
    ("alles gut ist", "Martha Stein", "meaning_changed"),
    ("Ich sage, dass alles gut ist.", "Martha Stein", "meaning_changed"),
    (
        "Wir haben das Geld verschwendet.",
        "Martha Stein",
        "altered meaning_changed misattributed not_found",
    ),
    ("[W]ir hätten das Geld verschwendet.", "Martha Stein", "meaning_changed misattributed"),
    ("Nichts davon ist wahr.", "Martha Stein", "verbatim"),
    (
        "Die Eintrittspreise werden im nächsten Jahr leicht steigen",
        "Martha Stein",
        "meaning_changed",
    ),
    (
        "Die Eintrittspreise könnten im nächsten Jahr leicht steigen.",
        "Martha Stein",
        "light_edit meaning_changed verbatim",
    ),
    (
        ("Die Eintrittspreise könnten im nächsten Jahr […] steigen, aber nicht für Familien."),
        "Martha Stein",
        "light_edit meaning_changed",
    ),
    ("Auf Kosten der Kinder!", "Karl Brandl", "verbatim"),
    ("Auf Kosten der Kinder!", "Martha Stein", "misattributed"),
    (
        "Wer nichts macht, macht nichts verkehrt.",
        "Karl Brandl",
        "light_edit misattributed verbatim",
    ),
    ("Wir werden dem Antrag zustimmen.", "Karl Brandl", "meaning_changed"),
    (
        ("Wir werden dem Antrag nur zustimmen, wenn die Zahlen auf den Tisch kommen."),
        "Karl Brandl",
        "verbatim",
    ),
    (
        ("Wir werden dem Antrag … zustimmen, wenn die Zahlen auf den Tisch kommen."),
        "Karl Brandl",
        "light_edit meaning_changed",
    ),
    ("[Sie] kommen … nie.", "Karl Brandl", "light_edit meaning_changed"),
    (
        ("Seit 2019 haben wir vierzehn Anfragen gestellt und 2 Antworten bekommen."),
        "Karl Brandl",
        "light_edit",
    ),
    (
        ("Seit 2019 haben wir 14 Anfragen gestellt und keine Antworten bekommen."),
        "Karl Brandl",
        "meaning_changed",
    ),
    ("Es ist kein Geheimnis, dass ich gern schwimme.", "Karl Brandl", "light_edit"),
    ("Es ist ein Geheimnis, dass ich gerne schwimme.", "Karl Brandl", "meaning_changed"),
    ("[I]ch gerne schwimme", "Karl Brandl", "light_edit meaning_changed verbatim"),
    ("Hätten Sie uns gefragt, dann hätten wir geholfen.", "Karl Brandl", "verbatim"),
    ("[D]ann hätten wir geholfen.", "Karl Brandl", "light_edit meaning_changed"),
    ("Jetzt ist es zu spät.", "Karl Brandl", "light_edit meaning_changed verbatim"),
    ("Jetzt ist es nicht zu spät", "Karl Brandl", "meaning_changed"),
    ("Ich rufe den Tagesordnungspunkt 4 auf.", "Anton Riedl", "verbatim"),
    ("Das waren drei.", "Karl Brandl", "misattributed"),
    (
        (
            "Das Freibad am Stadtrand bleibt offen, solange ich im Rat sitze. Seit 2019 haben "
            "wir 14 Anfragen gestellt"
        ),
        "Martha Stein",
        "misattributed spliced",
    ),
    ("Wir bauen ein neues Stadion aus reinem Gold.", "Karl Brandl", "not_found"),
]

DAM = """\
BAŞKAN – Söz Sayın Yalçın'da. Buyurun.
EMRE YALÇIN (Konya) – Teşekkür ederim Sayın Başkan. Barajın suyu yüzde 18'e düştü. Biz bu \
suyu şehirlere satmayacağız, çiftçiye vereceğiz.
ZEYNEP ARAL (İzmir) – Yağmur yağarsa!
EMRE YALÇIN (Konya) – Yağmur yağarsa kanalları nisanda açarız. Bakanın istifa etmesi \
gerektiğini düşünmüyorum. Bazıları barajın çöktüğünü söylüyor, bu doğru değil. 2015'ten \
beri 7 kuyu açtık.
(CHP sıralarından alkışlar)
ZEYNEP ARAL (İzmir) – Sayın Yalçın dün “Kuyular kurudu.” dedi, bugün tersini söylüyor. Ben \
kendisine inanmıyorum. Halkımız susuz kalabilir.
BAŞKAN – Teşekkürler.
"""

DAM_CASES = [
    ("Barajın suyu yüzde 18'e düştü.", "Emre Yalçın", "verbatim"),
    ("Barajın suyu yüzde 18’e düştü.", "Emre Yalçın", "light_edit"),
    ("Barajın suyu yüzde 81'e düştü.", "Emre Yalçın", "meaning_changed"),
    ("Biz bu suyu şehirlere satacağız", "Emre Yalçın", "meaning_changed"),
    ("Biz bu suyu şehirlere satmayacağız, çiftçiye vereceğiz.", "Emre Yalçın", "verbatim"),
    (
        "Biz bu suyu çiftçilere satmayacağız, şehre vereceğiz.",
        "Emre Yalçın",
        "altered meaning_changed",
    ),
    ("Kanalları nisanda açarız.", "Emre Yalçın", "meaning_changed"),
    ("kanalları nisanda açarız", "Emre Yalçın", "meaning_changed"),
    ("Bakanın istifa etmesi gerektiğini düşünüyorum.", "Emre Yalçın", "meaning_changed"),
    ("[B]arajın çöktüğünü söylüyor", "Emre Yalçın", "light_edit meaning_changed"),
    ("2015'ten beri yedi kuyu açtık.", "Emre Yalçın", "light_edit"),
    ("2015'ten beri 17 kuyu açtık.", "Emre Yalçın", "meaning_changed"),
    ("Kuyular kurudu.", "Zeynep Aral", "misattributed"),
    ("Ben kendisine inanıyorum.", "Zeynep Aral", "meaning_changed"),
    ("Halkımız susuz kalacak.", "Zeynep Aral", "altered meaning_changed"),
    ("Halkımız susuz kalabilir.", "Emre Yalçın", "misattributed"),
    ("Halkımız susuz kalabilir.", "Zeynep Aral", "verbatim"),
    ("Yağmur yağarsa kanalları nisanda açarız.", "Emre Yalçın", "verbatim"),
    ("BARAJIN SUYU YÜZDE 18'E DÜŞTÜ", "Emre Yalçın", "light_edit"),
]

RECORDS = {
    "ferry": Record([Source.from_text("s", FERRY, language="en")]),
    "bus": Record([Source.from_text("s", BUS, language="de")]),
    "bridge": Record([Source.from_text("s", BRIDGE, language="tr")]),
    "vault": Record([Source.from_text("s", VAULT, language="en")]),
    "repair": Record([Source.from_text("s", REPAIR, language="ru")]),
    "school": Record([Source.from_text("s", SCHOOL, language="uk")]),
    "debate": Record([Source.from_text("s", DEBATE, language="en")]),
    "pool": Record([Source.from_text("s", POOL, language="de")]),
    "dam": Record([Source.from_text("s", DAM, language="tr")]),
}
CASES = [
    pytest.param(name, text, speaker, verdicts, id=f"{name}-{text[:48]}-{speaker}")
    for name, cases in (
        ("ferry", FERRY_CASES),
        ("bus", BUS_CASES),
        ("bridge", BRIDGE_CASES),
        ("vault", VAULT_CASES),
        ("repair", REPAIR_CASES),
        ("school", SCHOOL_CASES),
        ("debate", DEBATE_CASES),
        ("pool", POOL_CASES),
        ("dam", DAM_CASES),
    )
    for text, speaker, verdicts in cases
]


@pytest.mark.parametrize(("name", "text", "speaker", "verdicts"), CASES)
def test_an_editor_would_agree(name: str, text: str, speaker: str, verdicts: str) -> None:
    finding = check(quotation(text, speaker), RECORDS[name])
    assert finding.verdict in verdicts.split(), finding.reason
    assert finding.reason.endswith(".")
