"""Sample dispatches of the Region desk."""

from editorial.demo.story import SamplePicture, SampleSource, Story
from editorial.models.source import SourceKind
from editorial.workflow.words import State

STRAIT_RECORD = SampleSource(
    "Joint appearance of the foreign ministers, Harrow",
    """FOREIGN MINISTER DARIA VENN:  We have agreed that fishing boats will not be stopped before first light, and that a boat that is stopped will be told why in a language its crew understands. It is a small paper. It took us nine months.

FOREIGN MINISTER IVO MARSH:  I have been asked whether this is peace. This is fish. But if two countries can agree on fish, they can agree on other things, or at least they can stop shouting across the water.

Q    Mr. Marsh, the captain of the Aurora says he was beaten. Do you apologise?

FOREIGN MINISTER IVO MARSH:  I have read what he says. I have asked for the log of the patrol boat. When I have read that too, I will know whether there is something to apologise for.

FOREIGN MINISTER DARIA VENN:  And I have told my colleague that we will wait for that log, but not for ever.
""",
    event="Signing of the Harrow paper",
    origin="Foreign ministry of Tarn",
)

CAPTAIN_RECORD = SampleSource(
    "Interview with Captain Emre Lund, Aurora",
    """Q: What happened when they came aboard?
A: They shouted. I said I don't understand. One of them hit me with the flat of his hand, twice. I am not a young man. I sat down.
Q: Did they say why?
A: Nobody said anything I could understand. They took the nets and they took my radio.
""",
    kind=SourceKind.RECORDING,
    origin="Own recording, Harrow harbour",
)

FLOOD_RECORD = SampleSource(
    "Civil protection of Tarn, evening briefing",
    """COL. AVA RIEDL:  As of six this evening, 2,300 people have been brought out of the valley. We have no reports of dead. We have nine people we have not been able to reach by phone.

COL. AVA RIEDL:  Do not go back for the car. Do not go back for the dog, call us for the dog. The second crest comes at four in the morning and it may be higher than the first.
""",
    origin="Civil protection of Tarn",
)

RIVAL_REPORT = SampleSource(
    "Harbour Post, report on the Harrow talks",
    """The two ministers left by separate doors. "We shall not wait for the spring," Venn had told this newspaper before the talks.
""",
    kind=SourceKind.REPORT,
    origin="Harbour Post, online edition",
)

STORIES = (
    Story(
        desk="Region",
        slugline="strait-paper",
        picture=SamplePicture(
            "boats",
            "Three fishing boats on still water before sunrise",
            "Boats wait for first light in the Harrow strait.",
        ),
        headline="Two neighbours agree on fish, and little else",
        summary="After nine months a two-page paper says when boats may be stopped, and that crews must be told why.",
        place="HARROW",
        author="mira",
        state=State.DONE,
        urgency=2,
        hours_ago=13,
        keywords=("Inner Sea", "fisheries"),
        sources=(STRAIT_RECORD, CAPTAIN_RECORD),
        body="""Tarn and Ostmark signed a two-page paper on Monday that ends the nightly boarding of fishing boats in the Harrow strait.

"It is a small paper," said Tarn's foreign minister, Daria Venn. "It took us nine months."

Her colleague from Ostmark, Ivo Marsh, was asked whether it meant peace. "This is fish," he said. "But if two countries can agree on fish, they can agree on other things, or at least they can stop shouting across the water."

The case of the trawler Aurora stood between them to the end. Its captain, Emre Lund, says that he was struck when a patrol boarded his ship in August. "One of them hit me with the flat of his hand, twice," Lund said. "They took the nets and they took my radio."

Marsh did not apologise. "I have asked for the log of the patrol boat," he said. "When I have read that too, I will know whether there is something to apologise for."

Venn said that Tarn would wait for that log, "but not for ever".
""",
    ),
    Story(
        desk="Region",
        slugline="flood-tarn",
        picture=SamplePicture(
            "flood",
            "Houses standing in brown water up to their windows",
            "The lower valley of Tarn on Monday.",
        ),
        headline="Second flood crest expected before dawn in Tarn",
        summary="2,300 people are out of the valley; nine can’t be reached.",
        place="ALDER BRIDGE",
        author="teo",
        state=State.DONE,
        urgency=1,
        hours_ago=4,
        keywords=("floods", "Tarn"),
        sources=(FLOOD_RECORD,),
        body="""Rescuers in eastern Tarn brought 2,300 people out of the Alder valley by Monday evening and warned that the worst might be still to come.

"The second crest comes at four in the morning and it may be higher than the first," Colonel Ava Riedl of the civil protection said.

There were no reports of dead, but nine people could not be reached by phone. "Do not go back for the car," Riedl said. "Do not go back for the dog, call us for the dog."
""",
    ),
    Story(
        desk="Region",
        slugline="aurora-captain",
        headline="Captain of the Aurora tells of blows",
        summary="The man at the heart of the strait quarrel speaks.",
        place="HARROW",
        author="mira",
        state=State.DONE,
        urgency=4,
        hours_ago=36,
        keywords=("Inner Sea",),
        sources=(CAPTAIN_RECORD,),
        overridden="The recording runs out before this sentence; both of us heard it on the quay. The photographer's tape follows tomorrow.",
        body="""The captain whose arrest nearly ended the talks in Harrow says he never learnt what he was accused of.

"Nobody said anything I could understand," Emre Lund said in the harbour of Harrow. "I am not a young man. I sat down."

He would sail again, he said. "The sea does not belong to the man with the lamp," Lund said.
""",
    ),
    Story(
        desk="Region",
        slugline="strait-spring",
        headline="Venn presses for second round of strait talks",
        summary="Tarn wants to meet again soon.",
        place="HARROW",
        author="mira",
        state=State.FILED,
        urgency=5,
        hours_ago=5.5,
        keywords=("Inner Sea",),
        sources=(STRAIT_RECORD, RIVAL_REPORT),
        body="""Tarn wants a second round of talks on the strait before the year is out.

"We shall not wait for the spring," foreign minister Daria Venn said.

"I have told my colleague that we will wait for that log, but not for ever," Venn told reporters.
""",
    ),
    Story(
        desk="Region",
        slugline="marsh-portrait",
        headline="Ivo Marsh, the minister who talks of fish",
        summary="A portrait from Ostmark.",
        place="OSTMARK CITY",
        author="mira",
        state=State.RETURNED,
        urgency=7,
        hours_ago=26,
        reason="The two halves of the quote are twenty lines apart in the transcript. Mark the cut or split it.",
        sources=(STRAIT_RECORD,),
        body="""Ivo Marsh likes short words.

"I have been asked whether this is peace. I have asked for the log of the patrol boat," he said in Harrow.
""",
    ),
    Story(
        desk="Region",
        slugline="flood-relief",
        headline="Neighbours send boats to flooded Tarn",
        summary="Lesnia offers forty inflatables.",
        place="ALDER BRIDGE",
        author="teo",
        state=State.APPROVED,
        urgency=2,
        hours_ago=2.2,
        keywords=("floods", "Tarn"),
        sources=(FLOOD_RECORD,),
        body="""Lesnia will send forty inflatable boats and their crews to Tarn tonight.

"We have nine people we have not been able to reach by phone," Colonel Ava Riedl of Tarn's civil protection said.
""",
    ),
    Story(
        desk="Region",
        slugline="flood-numbers",
        headline="Tarn floods: 3,200 brought to safety",
        summary="Numbers still rising.",
        place="ALDER BRIDGE",
        author="teo",
        state=State.FILED,
        urgency=1,
        hours_ago=0.4,
        keywords=("floods", "Tarn"),
        sources=(FLOOD_RECORD,),
        body="""The evacuation of the Alder valley goes on.

"As of six this evening, 3,200 people have been brought out of the valley," Colonel Ava Riedl said. "We have no reports of dead."
""",
    ),
    Story(
        desk="Region",
        slugline="boğaz-razılaşma",
        headline="Boğazda balıqçılara dair razılıq imzalandı",
        summary="Doqquz aylıq danışıqların nəticəsi iki səhifədir.",
        place="HARROU",
        author="teo",
        language="az",
        state=State.DRAFT,
        hours_ago=0.9,
        body="""Tarn və Ostmark boğazda balıqçı gəmilərinin saxlanmasına dair sənəd imzalayıb.

“Bu, kiçik bir sənəddir”, – Tarnın xarici işlər naziri Daria Venn deyib.
""",
    ),
    Story(
        desk="Region",
        slugline="ferry-strike",
        headline="Ferry strike on the Inner Sea ends",
        summary="Crews and companies settle after eleven days.",
        place="HARROW",
        author="teo",
        state=State.DONE,
        urgency=5,
        hours_ago=61,
        keywords=("transport",),
        body="Ferries on the Inner Sea sailed again on Saturday after eleven days of strike.\n\nThe crews will get a third man on every night watch, the companies and the union said in a joint statement.\n",
    ),
    Story(
        desk="Region",
        slugline="lighthouse-museum",
        headline="Lighthouse becomes a museum",
        summary="",
        place="HARROW",
        author="mira",
        state=State.SPIKED,
        urgency=9,
        hours_ago=70,
        reason="Ran as a picture caption instead.",
        body="The old lighthouse of Harrow opens as a museum in May.\n",
    ),
)
