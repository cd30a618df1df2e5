"""Sample dispatches in other languages, and the beginning of a running story."""

from editorial.demo.story import SamplePicture, SampleSource, Story
from editorial.workflow.words import State

BRIEFING = SampleSource(
    "Civil protection of Tarn, morning briefing",
    "COL. AVA RIEDL:  The river rises a hand an hour. We bring people out before it gets dark, not after.\n",
    origin="Civil protection of Tarn",
)

BRIEFING_DE = SampleSource(
    "Lagebesprechung des Zivilschutzes",
    "AVA RIEDL: Wir holen die Leute, bevor es dunkel wird, nicht danach.\n",
    origin="Zivilschutz von Tarn",
)

BRIEFING_RU = SampleSource(
    "Брифинг гражданской обороны",
    "АВА РИДЛЬ: Вторая волна придёт в четыре утра.\n",
    origin="Гражданская оборона Тарна",
)

STORIES = (
    Story(
        desk="Region",
        slugline="flood-tarn",
        headline="River rises a hand an hour, Tarn clears the valley",
        summary="Buses leave on the hour; the bridge at Odra is closed.",
        place="TARN",
        author="teo",
        state=State.DONE,
        urgency=4,
        hours_ago=22,
        keywords=("floods", "Tarn"),
        sources=(BRIEFING,),
        body="""Tarn began to clear its lower valley on Sunday as the river rose faster than forecast.

"The river rises a hand an hour," said Ava Riedl, who leads the civil protection. "We bring people out before it gets dark, not after."

Buses leave the market square on the hour. The bridge at Odra is closed.
""",
    ),
    Story(
        desk="Region",
        slugline="flood-tarn-ar",
        headline="إجلاء 2300 شخص من وادي تارن بعد الفيضان",
        summary="الموجة الثانية متوقعة قبل الفجر، ولا أنباء عن ضحايا.",
        place="تارن",
        author="mira",
        language="ar",
        state=State.DONE,
        urgency=5,
        hours_ago=16,
        keywords=("فيضان",),
        picture=SamplePicture(
            "flood",
            "بيوت غمرتها المياه حتى نوافذها",
            "أسفل وادي تارن يوم الاثنين.",
            "رسم: Meridian Wire",
        ),
        body="""أُجلي نحو 2300 شخص من وادي تارن حتى مساء الاثنين بعد أن ارتفع منسوب النهر أسرع مما كان متوقعًا، بحسب الدفاع المدني.

ولم ترد أنباء عن سقوط ضحايا، لكن فرق الإنقاذ لم تتمكن من الاتصال بتسعة أشخاص حتى الآن.

## ما الذي يُنتظر

تصل الموجة الثانية في الرابعة صباحًا، وقد تكون أعلى من الأولى. وطُلب من السكان ألا يعودوا إلى بيوتهم قبل أن يُعلن انتهاء الخطر.
""",
    ),
    Story(
        desk="Region",
        slugline="flut-tarn",
        headline="Tarn räumt das untere Tal",
        summary="Der Fluss steigt schneller als vorhergesagt.",
        place="TARN",
        author="teo",
        language="de",
        state=State.DONE,
        urgency=6,
        hours_ago=18,
        keywords=("Hochwasser",),
        sources=(BRIEFING_DE,),
        body="""Tarn hat am Sonntag begonnen, das untere Tal zu räumen.

„Wir holen die Leute, bevor es dunkel wird, nicht danach“, sagte Ava Riedl vom Zivilschutz.
""",
    ),
    Story(
        desk="Region",
        slugline="tarn-ru",
        headline="Тарн ждёт второй волны паводка",
        summary="Из долины вывезены 2300 человек.",
        place="ТАРН",
        author="mira",
        language="ru",
        state=State.DONE,
        urgency=6,
        hours_ago=7,
        keywords=("паводок",),
        sources=(BRIEFING_RU,),
        body="""Из долины Тарна к вечеру понедельника вывезли 2300 человек.

«Вторая волна придёт в четыре утра», — сказала Ава Ридль.
""",
    ),
    Story(
        desk="Region",
        slugline="bərə-tətili",
        headline="Daxili dənizdə bərə tətili başa çatdı",
        summary="Gəmilər çərşənbə günündən yenidən işləyir.",
        place="HARROW",
        author="mira",
        language="az",
        state=State.DONE,
        urgency=6,
        hours_ago=30,
        keywords=("bərə",),
        body="Daxili dənizdə altı gün davam edən bərə tətili başa çatıb, hər iki tərəf yeni müqaviləni imzalayıb.\n\nGəmilər çərşənbə günündən cədvəl üzrə işləyəcək.\n",
    ),
)
