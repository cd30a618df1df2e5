"""Azerbaijani."""

from editorial.quotes.languages.language import Language, words

AZERBAIJANI = Language(
    code="az",
    says=words(
        """dedi dedilər deyib deyiblər deyir deyirlər demişdi demiş deyən söylədi söyləyib söyləyir
        bildirdi bildirib bildirir bildirdilər bildiriblər bildirən qeyd vurğuladı vurğulayıb
        vurğulayır əlavə açıqladı açıqlayıb soruşdu soruşub cavab xəbərdarlıq yazdı yazıb yazır
        danışdı danışıb bəyan iddia təsdiqlədi təsdiqləyib xatırlatdı xatırladıb çağırdı çağırıb
        adlandırdı adlandırıb hesab düşünür dilə şərh izah nəql qışqırdı pıçıldadı diqqət ifadə
        vəd tənqid sözlərinə fikrincə məlumatına deyilir deyilib"""
    ),
    verbs=words("etdi edib edir etmiş olub oldu verdi verib gətirdi gətirib çatdırıb"),
    auxiliaries=words("deyil var yoxdur"),
    pronouns=words("o onun mən biz siz sən onlar"),
    objects=words("onu ona mənə bizə sizə sənə onlara bunu buna"),
    determiners=words("bir bu bəzi hər çox"),
    prepositions=words("üçün ilə kimi qədər sonra əvvəl qarşı görə haqqında barədə"),
    conjunctions=words("və ya amma lakin ancaq"),
    relatives=words("ki"),
    subordinators=words("əgər çünki"),
    adverbs=words(
        """deyə də da daha həmçinin bu gün dünən sabah indi artıq hələ isə yenə belə həm də
        çıxışında açıqlamasında"""
    ),
    times=words("""yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr"""),
    titles=words("cənab xanım prof dr"),
    people=words(
        """nazir* prezident* deputat* sözçü* sədr* rəhbər* müdir* direktor* ekspert* jurnalist*
        vəkil* hakim* həkim* müəllim* tələbə* lider* general* polis* mənbə* nümayəndə* müşavir*
        yazıçı* qadın kişi vətəndaş* səfir* professor* namizəd* katib* spiker* analitik*
        politoloq* sakin* rəsmi* baş köməkçi* katib* müxalif* hüquqşünas* fəal* aktivist*
        komandir* əsgər* rektor*"""
    ),
    papers=words("bəyanat* hesabat* məktub* sənəd* qəzet* agentlik* məlumat* qərar*"),
    abbreviations=words("dr prof v.s s m.ö"),
    works=words(
        """adlı film* kitab* roman* jurnal* qəzet* mahnı* albom* serial* layihə* proqram* şirkət*
        klub* partiya* kanal* gəmi* saytı sayt"""
    ),
    named=words("adlı adında ləqəbli"),
    so_called=words("qondarma"),
    speech=words("sözləri sözlərini şüar şüarı şüarları sual sualına cavabı"),
    small=words("və ilə bir də da"),
    institutions=words("nazirliyi məclisi universiteti partiyası idarəsi agentliyi komitəsi"),
    singular=words("o onun"),
    verb_last=True,
    dashes=True,
)
