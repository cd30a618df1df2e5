"""Turkish."""

from editorial.quotes.languages.language import Language, words

TURKISH = Language(
    code="tr",
    says=words(
        """dedi dediler diyor diyorlar demişti demiş der diyen diyerek söyledi söylediler söylüyor
        söyleyen konuştu konuştular açıkladı açıkladılar açıklayan belirtti belirttiler belirten
        belirterek vurguladı vurgulayan vurgulayarak ifade ekledi eklediler ekleyen sordu soran
        yanıtladı yanıt yanıtlayan cevapladı cevap kaydetti kaydeden anlattı anlatan bildirdi
        bildiren savundu savunan iddia uyardı uyaran eleştirdi nitelendirdi nitelendiren
        tanımladı yazdı yazan paylaştı seslendi aktardı aktaran hatırlattı değerlendirdi
        değerlendirmesinde ifadelerini ifadesini ifadelerine sözlerini sözleriyle şeklinde diye
        yorumunu çağrısında haykırdı bağırdı mırıldandı denildi sürdürdü sürdüren sürdürerek"""
    ),
    verbs=words("etti eden ederek yaptı yapan kullandı kullanan verdi veren geldi gitti oldu olan"),
    auxiliaries=words("değil var yok"),
    pronouns=words("o ben biz siz sen onlar"),
    objects=words("onu ona bana bize size sana onlara bunu buna"),
    determiners=words("bir bu şu bazı her birçok"),
    prepositions=words("için ile gibi kadar sonra önce karşı göre dair rağmen"),
    conjunctions=words("ve veya ya ama fakat ancak"),
    relatives=words("ki"),
    subordinators=words("iken eğer çünkü"),
    adverbs=words(
        """da de çok daha ayrıca bugün dün yarın şimdi sonra artık hâlâ hala ise bile yine yeniden
        şöyle böyle öte yandan konuşmasında açıklamasında"""
    ),
    times=words(
        """pazartesi salı çarşamba perşembe cuma cumartesi pazar ocak şubat mart nisan mayıs
        haziran temmuz ağustos eylül ekim kasım aralık"""
    ),
    titles=words("bay bayan sayın prof dr av"),
    people=words(
        """bakan* başkan* cumhurbaşkan* başbakan* milletvekil* sözcü* vali* müdür* yetkili* uzman*
        gazeteci* avukat* savcı* hâkim hakim doktor öğretmen* öğrenci* sendika* sekreter* lider*
        general* polis* kaynak* görgü temsilci* danışman* yazar* oyuncu* kadın adam genç
        vatandaş* yurttaş* büyükelçi* muhalefet* kaymakam* profesör* aday* esnaf çiftçi*"""
    ),
    papers=words("açıklama* bildiri* rapor* mektup* belge* gazete* ajans* mesaj* karar*"),
    abbreviations=words("dr prof av doç yrd vb vs bkz mr no st cad sok"),
    works=words(
        """adlı isimli film* kitap* kitab* roman* dergi* gazete* şarkı* albüm* dizi* proje*
        program* gemi* şirket* oyun* belgesel* parti* dernek* vakıf* vakf* televizyon* kanal*"""
    ),
    named=words("adlı isimli adında adıyla lakaplı"),
    so_called=words("sözde"),
    speech=words("sözleri sözlerini sözü slogan* sloganı sloganları cümlesi soru sorusu cevabı"),
    small=words("ve ile bir de da"),
    institutions=words(
        "bakanlığı meclisi üniversitesi partisi belediyesi başkanlığı ajansı derneği"
    ),
    singular=words("o"),
    possessive_endings=(),
    verb_last=True,
    dashes=True,
    noun_leads=False,
)
