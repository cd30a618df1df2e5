"""Azerbaijani."""

from editorial.quotes.lexicon.entry import Lexicon, groups, numerals, phrases, variants, words

LEXICON = Lexicon(
    language="az",
    stopwords=words(
        "və ya da də ilə bir bu o ki üçün kimi qədər daha ən çox az amma lakin ancaq nə necə niyə "
        "həm isə olan olaraq var yox deyil bəli xeyr mən sən biz siz onlar bunu bunun buna "
        "onu onun "
        "ona hər şey indi sonra əvvəl burada orada yəni bütün mənim bizim sizin onların edir olub"
    ),
    numbers=numerals(
        "sıfır=0 bir=1 iki=2 üç=3 dörd=4 beş=5 altı=6 yeddi=7 səkkiz=8 doqquz=9 on=10 iyirmi=20 "
        "otuz=30 qırx=40 əlli=50 altmış=60 yetmiş=70 səksən=80 doxsan=90"
    ),
    scales=numerals("yüz=100 min=1000 milyon=1000000 milyard=1000000000 trilyon=1000000000000"),
    spellings=variants("isə=isə, dr=doktor, prof=professor"),
    fillers=phrases(
        "yəni, belə, hə, bəli, əlbəttə, hörmətli həmkarlar, əziz dostlar, hörmətli dostlar, "
        "cənab prezident, hörmətli deputatlar, deməli, bax, baxın, düzü, açığı, həmkarlar, "
        "belə deyək, ee, zad"
    ),
    openers=words("və amma lakin ancaq yəni bəli indi çünki xeyr"),
    negations=words(
        "deyil deyildir deyilik deyiləm yox yoxdur yoxdu xeyr heç heçbiri heçkim kimsə nə"
    ),
    negative_infix="mə ma m mi mı mu mü",
    modals=words(
        "gərək lazım lazımdır məcbur məcburuq məcburdur mümkün mümkündür bilər olar olacaq"
    ),
    units=words(
        "saniyə dəqiqə saat gün gündür həftə ay aydır il ildir əsr faiz manat dollar avro "
        "qəpik metr "
        "kilometr ton kilo litr yüz min milyon milyard bazar şənbə cümə bugün bu-gün sabah dünən "
        "yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr"
    ),
    opposites=groups(
        """çox az
        böyük kiçik
        yaxşı pis
        yüksək aşağı
        yuxarı aşağı
        əvvəl sonra
        ilk son
        var yox
        bəli xeyr
        güclü zəif
        doğru yanlış
        sülh müharibə
        dost düşmən
        qələbə məğlubiyyət
        artdı azaldı
        artır azalır
        köhnə yeni
        uzun qısa
        asan çətin
        açıq bağlı
        müsbət mənfi
        lehinə əleyhinə
        uğurlu uğursuz
        müsbətdir mənfidir
        """
    ),
    hedges=phrases(
        "bəlkə, yəqin, yəqin ki, güman ki, zənnimcə, məncə, təxminən, demək olar ki, ola bilsin, "
        "ehtimal ki, ən azı, hələlik, hələ, guya, deyəsən, fikrimcə, bildiyim qədər"
    ),
    conditions=phrases("əgər, hərgah, şərti ilə, halda, yalnız"),
    doubts=phrases("əgər, bəlkə, guya, sanki"),
    complementizers=words("ki"),
    opinions=words("düşünürəm inanıram zənn hesab deyirəm bilirəm"),
    relays=words(
        "dedi deyir deyib deyirlər dedilər söylədi söyləyir söyləyirlər soruşdu soruşurlar yazdı "
        "yazırlar bildirdi iddia deyə qeyd"
    ),
    others=words("bəziləri onlar insanlar hamı"),
    pronouns=words(
        "mən sən o biz siz onlar məni səni onu bizi sizi onları mənə sənə ona bizə sizə onlara "
        "mənim sənin onun bizim sizin onların bu bunlar bunu bunun buna burada orada özü"
    ),
    first_person=words("mən biz mənim bizim mənə bizə"),
    articles=words("bir"),
    conjunctions=words("və amma lakin ancaq çünki ki"),
    questioners=words("jurnalist müxbir sual mətbuat reportyor"),
    stage=words("alqışlar gülüş gülüşmələr musiqi anlaşılmır gülür gülərək"),
)
