"""Turkish."""

from editorial.quotes.lexicon.entry import Lexicon, groups, numerals, phrases, variants, words

LEXICON = Lexicon(
    language="tr",
    stopwords=words(
        "ve veya ya da de ile bir bu şu o ki mi mı mu mü için gibi kadar daha en çok az ama fakat "
        "ancak ne nasıl neden niçin niye hem ise olan olarak var yok değil evet hayır ben sen biz "
        "siz onlar bunu bunun buna bunda şunu onu onun ona her şey şimdi sonra önce diye olduğu "
        "olduğunu ederim etmek oldu oluyor olur bana sana bize size beni seni bizi sizi kendi "
        "burada orada işte yani tüm bütün"
    ),
    numbers=numerals(
        "sıfır=0 bir=1 iki=2 üç=3 dört=4 beş=5 altı=6 yedi=7 sekiz=8 dokuz=9 on=10 yirmi=20 "
        "otuz=30 kırk=40 elli=50 altmış=60 yetmiş=70 seksen=80 doksan=90"
    ),
    scales=numerals("yüz=100 bin=1000 milyon=1000000 milyar=1000000000 trilyon=1000000000000"),
    contractions=variants(
        "n'apıyor=ne yapıyor, n'olur=ne olur, bi=bir, bişey=bir şey, napalım=ne yapalım, "
        "abi=ağabey, diğmi=değil mi, dimi=değil mi, herkez=herkes"
    ),
    spellings=variants(
        "hükümet=hükûmet, hükümeti=hükûmeti, hükümetin=hükûmetin, resmi=resmî, milli=millî, "
        "tarihi=tarihî, hala=hâlâ, halen=hâlen, adeta=âdeta, kar=kâr, rüzgar=rüzgâr, "
        "askeri=askerî, siyasi=siyasî, sn=sayın, dr=doktor, prof=profesör"
    ),
    fillers=phrases(
        "ııı, eee, ee, şey, yani, işte, hani, evet, efendim, değerli arkadaşlar, değerli "
        "arkadaşlarım, değerli milletvekilleri, sayın milletvekilleri, sayın başkan, sayın "
        "başkanım, değerli başkan, saygıdeğer milletvekilleri, kıymetli arkadaşlar, sevgili "
        "arkadaşlar, arkadaşlar, bakın, bakınız, şimdi, tabii, tabii ki, açıkçası, doğrusu, "
        "aslında, hakikaten, gerçekten, değerli vekiller, değerli vatandaşlar, değerli "
        "halkımız, peki, tamam, ya, nasıl desem, mesela"
    ),
    openers=words("ve ama fakat ancak yani evet şimdi çünkü hayır tabii"),
    negations=words(
        "değil değildir değiller değildi değilim değiliz yok yoktur yoktu hayır asla hiç "
        "hiçbir hiçbiri kimse "
        "hiçbirini hiçbirinin ne olmayan olmaz olmadı olmadan olmadığı olmadığını olmamış "
        "yapılmayan etmeyen maalesef"
    )
    - words("maalesef ne"),
    negative_infix="me ma mi mı mu mü m",
    modals=words(
        "gerek gerekir gerekiyor lazım zorunda zorundayım zorundayız zorundasınız zorundadır "
        "mecbur mecburuz mecburdur şart şarttır mümkün mümkündür olabilir olacak edebilir edecek "
        "yapabilir yapacak yapmalı yapmalıyız etmeli etmeliyiz olmalı olmalıdır"
    ),
    units=words(
        "saniye dakika saat gün günü gündür günlük hafta haftadır haftalık ay aydır aylık "
        "yıl yıldır "
        "yıllık yüzyıl asır yüzde lira dolar euro avro kuruş metre kilometre ton kilo kilogram "
        "litre yüz bin milyon milyar trilyon pazartesi salı çarşamba perşembe cuma "
        "cumartesi pazar "
        "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık bugün "
        "yarın dün "
        "ayda yılda günde haftada saatte ayı yılı haftası"
    ),
    opposites=groups(
        """çok az
        fazla az
        büyük küçük
        iyi kötü
        yüksek düşük alçak
        yukarı aşağı
        önce sonra
        önceki sonraki
        ilk son
        var yok
        vardır yoktur
        evet hayır
        güçlü zayıf güçsüz
        doğru yanlış
        doğrudur yanlıştır
        artış azalış düşüş
        arttı azaldı düştü
        artıyor azalıyor düşüyor
        artacak azalacak düşecek
        artırmak azaltmak
        yükseldi düştü
        barış savaş
        dost düşman
        kazandı kaybetti
        kazanmak kaybetmek
        eski yeni
        uzun kısa
        kolay zor
        açık kapalı
        açıldı kapandı kapatıldı
        olumlu olumsuz
        haklı haksız
        mümkün imkânsız
        lehine aleyhine
        başarı başarısızlık
        başarılı başarısız
        zengin fakir yoksul
        sağ sol
        kadın erkek
        kadınlar erkekler
        yaşam ölüm
        hayat ölüm
        geçmiş gelecek
        hızlı yavaş
        erken geç
        içeride dışarıda
        iç dış
        birlikte ayrı
        kabul ret
        hep hiç
        herkes kimse
        her hiçbir
        genç yaşlı
        ucuz pahalı
        sıcak soğuk
        dolu boş
        karşı yana
        destekliyoruz reddediyoruz
        ileri geri
        başladı bitti
        başlangıç son
        adil adaletsiz
        adalet adaletsizlik
        demokratik antidemokratik
        güvenli güvensiz tehlikeli
        kuzey güney doğu batı
        çoğunluk azınlık
        tam yarım
        """
    ),
    hedges=phrases(
        "belki, galiba, sanırım, herhâlde, herhalde, muhtemelen, olabilir, neredeyse, yaklaşık, "
        "aşağı yukarı, en az, en fazla, kısmen, sanıyorum, bence, bana göre, kanaatimce, "
        "bildiğim kadarıyla, zannediyorum, zannedersem, umarım, inşallah, genellikle, bazen, "
        "çoğunlukla, şimdilik, âdeta, adeta, iddiaya göre, sözde, güya, henüz"
    ),
    conditions=phrases(
        "eğer, şayet, ancak, sürece, takdirde, hâlinde, koşuluyla, şartıyla, olursa, ise, "
        "olmadıkça, olmazsa"
    ),
    doubts=phrases("eğer, şayet, belki, güya, sözde, sanki"),
    complementizers=words("ki diye"),
    opinions=words("sanıyorum düşünüyorum inanıyorum söylüyorum biliyorum"),
    relays=words(
        "dedi diyor diyorlar demiş dediler diyen söyledi söylüyor söylemiş sordu soruyor yazdı "
        "iddia açıkladı belirtti ifade cevap diye demişti der derler diyordu diyorsunuz "
        "diyorsun dediniz söylediler söylüyorlar yazıyor yazıyorlar bağırıyor sordular"
    ),
    others=words("bazıları birileri onlar insanlar herkes"),
    pronouns=words(
        "ben sen o biz siz onlar beni seni onu bizi sizi onları bana sana ona bize size onlara "
        "benim senin onun bizim sizin onların bu şu bunlar şunlar bunu şunu bunun şunun buna şuna "
        "burada orada kendisi kendi bunda bundan ondan"
    ),
    first_person=words("ben biz benim bizim bana bize"),
    articles=words("bir"),
    auxiliaries=words("dır dir dur dür idi imiş ise"),
    conjunctions=words("ve ama fakat ancak çünkü ki lakin"),
    questioners=words("muhabir gazeteci gazeteciler basın soru sual"),
    stage=words(
        "alkış alkışlar gülüşmeler gürültü gürültüler sesleri sıralarından mikrofon kapatıldı "
        "müzik anlaşılmadı güler gülüyor gülerek gülümser gülme iç çeker"
    ),
)
