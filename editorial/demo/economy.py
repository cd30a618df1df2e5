"""Sample dispatches of the Economy desk."""

from editorial.demo.story import SamplePicture, SampleSource, Story
from editorial.models.source import SourceKind
from editorial.workflow.words import State

BANK_RECORD = SampleSource(
    "Central Bank of Lesnia, rate decision, questions and answers",
    """GOVERNOR SELIM KORR:  The committee voted six to two to leave the rate at four and a half percent. Inflation is falling, but it is not falling fast enough, and we would rather wait once too often than cut once too early.

Q    Does that rule out a cut in January?

GOVERNOR SELIM KORR:  It rules out nothing. I would not say that a cut in January is likely. I would say that it is possible.

DEPUTY GOVERNOR INES PALO:  Households have put away more than we expected. That money will come back into the shops, and we have to be ready for it.
""",
    event="Rate decision",
    origin="Central Bank of Lesnia",
)

HARVEST_RECORD = SampleSource(
    "Growers' union, annual meeting, recording",
    """00:12 RADA MILIK:  Um, we lost a third of the apples, a third, in one night in April.
00:41 RADA MILIK:  Nobody, you know, nobody here wants a handout. We want insurance that pays when the frost comes and not, not two years later.
01:30 RADA MILIK:  (Applause.) The state put 12 million crowns into the fund. Four million were paid out. I ask where the rest is.
""",
    kind=SourceKind.RECORDING,
    origin="Own recording, Hall of the growers' union",
)

YARD_RECORD = SampleSource(
    "Nordhavn yard, call with the works council",
    """JANA PETRAS:  They told us on Friday at five. Four hundred and twenty people, by e-mail, on a Friday at five.

JANA PETRAS:  We will sit down with anybody who comes with numbers. We will not sit down with somebody who comes with a date.
""",
    kind=SourceKind.NOTE,
    origin="By phone with Jana Petras, chair of the works council",
)

STORIES = (
    Story(
        desk="Economy",
        slugline="rates-held",
        headline="Central bank holds rates, keeps January open",
        summary="Governor Korr would “rather wait once too often than cut once too early”.",
        place="PORT VESNA",
        author="teo",
        state=State.DONE,
        urgency=2,
        hours_ago=10,
        keywords=("central bank", "inflation"),
        sources=(BANK_RECORD,),
        body="""The Central Bank of Lesnia left its main rate at 4.5 percent on Monday, with two of eight members voting for a cut.

"Inflation is falling, but it is not falling fast enough, and we would rather wait once too often than cut once too early," governor Selim Korr said.

Asked about January, Korr said the decision "rules out nothing". "I would not say that a cut in January is likely," he said. "I would say that it is possible."

His deputy, Ines Palo, pointed to savings. "Households have put away more than we expected," Palo said.
""",
    ),
    Story(
        desk="Economy",
        slugline="rates-january",
        headline="Korr: January cut likely",
        summary="The governor hints at a move.",
        place="PORT VESNA",
        author="teo",
        state=State.IN_REVIEW,
        urgency=3,
        hours_ago=2,
        keywords=("central bank",),
        sources=(BANK_RECORD,),
        body="""Governor Selim Korr hinted at a rate cut in January.

"I would say that a cut in January is likely," Korr said.

"Households have put away much more than we expected," deputy governor Ines Palo said.
""",
    ),
    Story(
        desk="Economy",
        slugline="frost-fund",
        picture=SamplePicture(
            "orchard",
            "Rows of apple trees on frosted ground under a low sun",
            "Apple trees in the Orlen valley, where one night in April cost a third of the harvest.",
        ),
        headline="Growers ask where the frost fund went",
        summary="A third of the apples lost in one night; two thirds of the fund unaccounted for.",
        place="ORLEN VALLEY",
        author="teo",
        state=State.DONE,
        urgency=4,
        hours_ago=28,
        keywords=("agriculture", "insurance"),
        sources=(HARVEST_RECORD,),
        body="""Apple growers in the Orlen valley accused the government on Sunday of sitting on money meant for them.

"We lost a third of the apples, a third, in one night in April," Rada Milik, who heads the growers' union, told its annual meeting. "Nobody here wants a handout. We want insurance that pays when the frost comes and not two years later."

According to Milik, four of the twelve million crowns in the fund were paid out. "I ask where the rest is," she said.
""",
    ),
    Story(
        desk="Economy",
        slugline="yard-layoffs",
        picture=SamplePicture(
            "cranes",
            "Three cranes above a half-finished ship in the morning",
            "Cranes of the Nordhavn yard, which employs 1,900 people.",
        ),
        headline="Shipyard cuts 420 jobs by e-mail",
        summary="The works council asks for numbers before dates.",
        place="NORDHAVN",
        author="teo",
        state=State.DONE,
        urgency=3,
        hours_ago=15,
        keywords=("shipbuilding", "work"),
        sources=(YARD_RECORD,),
        settled=(
            (
                "It was a hard message",
                "Called the company's spokesman, Dirk Amann, on Sunday; he confirmed the sentence word for word.",
            ),
        ),
        body="""The Nordhavn yard is dismissing 420 of its 1,900 workers, who learnt of it in an e-mail on Friday afternoon.

"They told us on Friday at five," said Jana Petras, who chairs the works council. "We will sit down with anybody who comes with numbers," she said. "We will not sit down with somebody who comes with a date."

A spokesman for the yard, Dirk Amann, regretted the way it was done. "It was a hard message and it came at a bad hour," Amann said.
""",
    ),
    Story(
        desk="Economy",
        slugline="yard-buyer",
        headline="Buyer circles Nordhavn yard",
        summary="A rival is said to look at the dry dock.",
        place="NORDHAVN",
        author="teo",
        state=State.FILED,
        urgency=4,
        hours_ago=0.8,
        keywords=("shipbuilding",),
        ednote="The Amann quote is from the phone, no tape. Please call him: number in the desk's book.",
        sources=(YARD_RECORD,),
        body="""A foreign buyer has looked at the books of the Nordhavn yard, two people with knowledge of the talks said.

"We talk to everybody who can build ships," the yard's spokesman, Dirk Amann, said on the phone. "There is no offer on the table."

"We will sit down with anybody who comes with numbers," Jana Petras of the works council said.
""",
    ),
    Story(
        desk="Economy",
        slugline="harvest-outlook",
        headline="Apple prices to rise after frost",
        summary="",
        place="ORLEN VALLEY",
        author="teo",
        state=State.DRAFT,
        hours_ago=1.2,
        sources=(HARVEST_RECORD,),
        body="""Consumers will pay more for apples this winter.

"We lost a third of the apples in one night in April," said Rada Milik of the growers' union.
""",
    ),
    Story(
        desk="Economy",
        slugline="savings-study",
        headline="Households save more than ever",
        summary="The central bank sees money coming back.",
        place="PORT VESNA",
        author="teo",
        state=State.SCHEDULED,
        urgency=6,
        hours_ago=5,
        keywords=("savings",),
        sources=(BANK_RECORD,),
        body="""Lesnians put away more of their pay than in any year since 1999.

"That money will come back into the shops, and we have to be ready for it," deputy governor Ines Palo said.
""",
    ),
    Story(
        desk="Economy",
        slugline="port-fees",
        headline="Harbour fees unchanged for a third year",
        summary="The authority keeps its prices.",
        place="PORT VESNA",
        author="teo",
        state=State.DONE,
        urgency=6,
        hours_ago=52,
        keywords=("harbour",),
        body="The Harbour Authority will not raise its fees in the coming year, the third in a row, it said in a notice to shippers on Friday.\n\nThe fee for a loaded container stays at 84 crowns.\n",
    ),
    Story(
        desk="Economy",
        slugline="werft-entlassungen",
        headline="Nordhavn-Werft streicht 420 Stellen",
        summary="Der Betriebsrat verlangt Zahlen.",
        place="NORDHAVN",
        author="teo",
        language="de",
        state=State.FILED,
        urgency=6,
        hours_ago=3.5,
        sources=(
            SampleSource(
                "Pressegespräch des Betriebsrats",
                "JANA PETRAS: Wir setzen uns mit jedem zusammen, der mit Zahlen kommt. Mit jemandem, der nur ein Datum mitbringt, setzen wir uns nicht zusammen.\n",
            ),
        ),
        body="""Die Werft in Nordhavn entlässt 420 ihrer 1900 Beschäftigten.

„Wir setzen uns mit jedem zusammen, der mit Zahlen kommt“, sagte die Vorsitzende des Betriebsrats, Jana Petras.
""",
    ),
)
