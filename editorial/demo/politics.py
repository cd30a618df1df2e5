"""Sample dispatches of the Politics desk."""

from editorial.demo.story import SamplePicture, SampleSource, Story
from editorial.models.source import SourceKind, Terms
from editorial.workflow.words import State

BRIDGE_RECORD = SampleSource(
    "Minister Akan, press conference on the Vesna bridge",
    """MINISTER AKAN:  Good morning. You have seen the pictures. We will rebuild the bridge before winter, and we will rebuild it in steel. The money is there, the plans are there, and the first barges leave on Thursday.

I want to thank the ferrymen. They carried eleven thousand people yesterday without one accident, and nobody asked them to.

Q    Minister, will you resign if the bridge is not open by December?

MINISTER AKAN:  I don't think that is the question people on the east bank are asking. They ask when they can go to work. If we are late, I will stand here and tell you why.

Q    The opposition says your ministry knew about the cracks.

MINISTER AKAN:  We knew about repairs that were due in spring. We did not know that the pier could fail. The inspection report will be published in full, without a single line blacked out.

MS. DORAN:  If I may add one thing as the engineer in charge: the second pier is sound. We sent divers down twice.
""",
    event="Press conference, Ministry of Works",
    origin="Ministry of Works, own recording",
)

VOTE_RECORD = SampleSource(
    "Parliament of Lesnia, sitting of Wednesday, verbatim report",
    """THE SPEAKER:  The question is that the bill be now read a third time.

MS. HALDEN:  Madam Speaker, this bill does not give a single new power to the police. It gives a judge three days, and after three days it gives every prisoner a lawyer. I ask the house to pass it.

MR. OSTREM:  My party will not vote for this bill unless the sunset clause goes back in. We said so in March and we say it again tonight.

THE SPEAKER:  Order. The member will be heard.

MR. OSTREM:  I have nothing against judges. I have something against laws that nobody has to look at again.

MS. HALDEN:  The honourable member says, and I quote him, "a law that never ends is a law that nobody reads". I could not agree more, which is why clause nine asks for a review every two years.
""",
    event="Third reading of the Detention Bill",
    origin="Parliament of Lesnia, official report",
)

COURT_RECORD = SampleSource(
    "Judgment in Reeve v. Harbour Authority, summary read in court",
    """JUDGE TAMSIN LORNE:  The court finds that the authority had no right to close the archive. A record made with public money is a public record. The authority may protect the names of living witnesses, and nothing else.

The court orders that the files be opened within thirty days. Costs follow the event.
""",
    kind=SourceKind.DOCUMENT,
    origin="District Court, Port Vesna",
)

STORIES = (
    Story(
        desk="Politics",
        slugline="bridge-rebuild",
        picture=SamplePicture(
            "bridge",
            "The broken bridge over the Vesna at dusk, one of its spans hanging in the water",
            "The Vesna bridge on Sunday evening, two days after its second span came down.",
        ),
        headline="“We will rebuild the bridge before winter,” minister says",
        summary="Two days after a pier of the Vesna bridge gave way, the works ministry promises steel, barges and an unredacted report.",
        place="PORT VESNA",
        author="mira",
        state=State.DONE,
        urgency=1,
        hours_ago=7,
        keywords=("infrastructure", "Vesna bridge"),
        sources=(BRIDGE_RECORD,),
        body="""Works minister Leyla Akan said on Monday that the broken Vesna bridge would be replaced within months, and that the public would be told everything her ministry knew.

"We will rebuild the bridge before winter, and we will rebuild it in steel," Akan told reporters at the ministry. "The money is there, the plans are there, and the first barges leave on Thursday."

She praised the crews who have kept the two halves of the city together. "They carried eleven thousand people yesterday without one accident, and nobody asked them to," she said.

Asked whether she would resign if the bridge stayed closed, she said that people on the east bank "ask when they can go to work".

The opposition has accused the ministry of ignoring warnings. Akan denied that. "We did not know that the pier could fail," she said. "The inspection report will be published in full, without a single line blacked out."

The engineer in charge, Vera Doran, said that the rest of the structure was safe. "[T]he second pier is sound," Doran said. "We sent divers down twice."
""",
    ),
    Story(
        desk="Politics",
        slugline="detention-bill-vote",
        picture=SamplePicture(
            "chamber",
            "The house of parliament at night, its windows lit",
            "The lights in the chamber burned until a quarter past two.",
        ),
        headline="Detention bill passes third reading after late-night quarrel",
        summary="A review every two years won over enough doubters; the sunset clause stayed out.",
        place="PORT VESNA",
        author="mira",
        state=State.DONE,
        urgency=3,
        hours_ago=20,
        keywords=("parliament", "justice"),
        sources=(VOTE_RECORD,),
        body="""Parliament passed the Detention Bill by seven votes on Wednesday night after the government promised a review every two years.

Justice minister Nora Halden said that the bill "does not give a single new power to the police". "It gives a judge three days, and after three days it gives every prisoner a lawyer," she said.

Pavel Ostrem, who leads the Free Harbour group, held out to the end. "I have nothing against judges," Ostrem said. "I have something against laws that nobody has to look at again."
""",
    ),
    Story(
        desk="Politics",
        slugline="archive-ruling",
        headline="Court opens the harbour archive",
        summary="“A record made with public money is a public record,” the judge says.",
        place="PORT VESNA",
        author="mira",
        state=State.DONE,
        urgency=4,
        hours_ago=44,
        keywords=("courts", "archives"),
        sources=(COURT_RECORD,),
        body="""The district court on Tuesday ordered the Harbour Authority to open its archive within thirty days, ending a case that took four years.

"A record made with public money is a public record," Judge Tamsin Lorne said. The authority may withhold the names of living witnesses "and nothing else", the judge ruled.

The plaintiff, the historian Jon Reeve, was not in court. His lawyer said an appeal by the authority was possible until the end of the month.
""",
    ),
    Story(
        desk="Politics",
        slugline="bridge-resignation",
        headline="Akan under pressure over bridge warnings",
        summary="The opposition wants the minister gone; she says people want the ferry timetable.",
        place="PORT VESNA",
        author="mira",
        state=State.FILED,
        urgency=2,
        hours_ago=1.5,
        keywords=("infrastructure", "Vesna bridge"),
        ednote="The second quote is from my notes; please compare with the recording.",
        sources=(BRIDGE_RECORD,),
        body="""Works minister Leyla Akan rejected calls for her resignation on Monday as the opposition asked what her ministry had known of the cracks in the Vesna bridge.

"I think that is the question people on the east bank are asking," Akan said when a reporter asked about her future.

"We knew about repairs that were due in summer," she said. "We did not know that the pier could fail."

"If we are late, I will stand here and tell you why," Akan said.
""",
    ),
    Story(
        desk="Politics",
        slugline="bridge-divers",
        headline="Divers find second pier of Vesna bridge sound",
        summary="Engineers went down twice, the ministry says.",
        place="PORT VESNA",
        author="mira",
        state=State.FILED,
        urgency=4,
        hours_ago=2.5,
        keywords=("Vesna bridge",),
        sources=(BRIDGE_RECORD,),
        body="""The pier that still stands under the Vesna bridge is safe, according to the works ministry.

"The second pier is sound," minister Leyla Akan said on Monday. "We sent divers down twice."

Ferries will go on running through the night.
""",
    ),
    Story(
        desk="Politics",
        slugline="sunset-clause",
        headline="Free Harbour group digs in over sunset clause",
        summary="Ostrem says his party will not move.",
        place="PORT VESNA",
        author="mira",
        state=State.IN_REVIEW,
        urgency=5,
        hours_ago=4,
        keywords=("parliament",),
        sources=(VOTE_RECORD,),
        corrected="""The Free Harbour group of Pavel Ostrem voted against the Detention Bill to the end.

"My party will not vote for this bill unless the sunset clause goes back in," Ostrem told parliament on Wednesday night. "We said so in March and we say it again tonight."

The bill passed by seven votes all the same.
""",
        body="""The Free Harbour group of Pavel Ostrem voted against the Detention Bill until the end.

"My party will not vote for this bill unless the sunset clause goes back in," Ostrem told parliament on Wednesday night. "We said so in March and we say it again tonight."

The bill passed by nine votes all the same.
""",
    ),
    Story(
        desk="Politics",
        slugline="halden-quote",
        headline="Halden defends two-year review",
        summary="Justice minister borrows a line from her opponent.",
        place="PORT VESNA",
        author="mira",
        state=State.RETURNED,
        urgency=6,
        hours_ago=9,
        sources=(VOTE_RECORD,),
        reason="The line about laws that nobody reads is Ostrem's; she was quoting him. Please fix the attribution.",
        body="""Justice minister Nora Halden told parliament that regular reviews made better laws.

"[A] law that never ends is a law that nobody reads," Halden said.
""",
    ),
    Story(
        desk="Politics",
        slugline="cabinet-reshuffle",
        headline="Reshuffle expected before the budget, officials say",
        summary="Two ministries may change hands.",
        place="PORT VESNA",
        author="mira",
        state=State.IN_REVIEW,
        urgency=4,
        hours_ago=3,
        sources=(
            SampleSource(
                "Call with an official of the cabinet office",
                "OFFICIAL:  Two ministries will change hands before the budget. You can use it, but not my name and not my office.\n",
                kind=SourceKind.NOTE,
                terms=Terms.BACKGROUND,
                origin="By phone, Monday evening",
            ),
        ),
        body="""The prime minister is preparing to move at least two ministers, according to people who know of the plan.

"Two ministries will change hands before the budget," an official said.
""",
    ),
    Story(
        desk="Politics",
        slugline="ferry-subsidy",
        headline="City council doubles ferry subsidy",
        summary="The boats stay free until the bridge opens.",
        place="PORT VESNA",
        author="mira",
        state=State.APPROVED,
        urgency=5,
        hours_ago=6,
        keywords=("transport",),
        sources=(
            SampleSource(
                "City council, minutes of the special sitting",
                "MAYOR BRANKO ILLES:  The boats stay free until the bridge opens. That is two million crowns, and it is the best two million this council will spend this year.\n",
                kind=SourceKind.DOCUMENT,
                origin="City of Port Vesna",
            ),
        ),
        body="""The city council voted on Monday to double what it pays to the ferry companies.

"The boats stay free until the bridge opens," mayor Branko Illes said. "That is two million crowns, and it is the best two million this council will spend this year."
""",
    ),
    Story(
        desk="Politics",
        slugline="election-date",
        headline="Election date to be named next week",
        summary="",
        place="PORT VESNA",
        author="mira",
        state=State.DRAFT,
        hours_ago=0.6,
        body="""The electoral commission will name the date of the spring election next week.

The chair of the commission said on the phone that "everything is ready except the calendar".
""",
    ),
    Story(
        desk="Politics",
        slugline="ombudsman-report",
        headline="Ombudsman’s report delayed",
        summary="Overtaken by the bridge.",
        place="PORT VESNA",
        author="mira",
        state=State.SPIKED,
        urgency=8,
        hours_ago=30,
        reason="Overtaken: the report came out while this was waiting.",
        body="The ombudsman's yearly report will be late, her office said on Friday.\n",
    ),
)
