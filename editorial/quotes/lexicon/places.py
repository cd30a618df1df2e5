"""Names of countries, peoples and bodies, in all languages of the lexicon.

Country names are those of the Unicode CLDR.
"""

from editorial.quotes.lexicon.entry import words

PLACES = words(
    """
abd afd afganistan afganistán afghan afghanistan akp albania albanie albanien albaniya
alemania algeria algerien algérie aliyev allemagne almaniya almanya amazon america american
americans amerika amerikaner angola ankara anqola apple arabes arabia arabie arabien arabische
arabistan arap argelia argentina argentine argentinien arjantin armenia armenian armenians
armenien arménie arnavutluk aserbaidschan australia australie australien austria
autonomiegebiete autriche avrupa avstraliya avstriya avustralya avusturya azerbaijan
azerbaijani azerbaijanis azerbaiyán azerbaycan azerbaïdjan azərbaycan bahrain bahreyn bahreïn
baku bangladesch bangladesh bangladeş bangladés banqladeş baréin beijing belarus belgien
belgique belgium belçika benin benín berlin biden bielorrusia birləşmiş birmania birmanie
biélorussie bolivia bolivie bolivien boliviya bolivya bolqarıstan bosna bosnia bosnie bosnien
bosniya botsuana botsvana botswana brasil brasilien brazil braziliya brezilya british brussels
brésil brüssel bulgaria bulgarie bulgarien bulgaristan bundesrat bundesregierung bundestag
burma bélgica bénin bölgeleri bəhreyn cambodge cambodia camboya cameroon cameroun camerún
canada canadian canadá catar cdu cezayir chad chequia chile chili china chine chinese chipre
chp chypre clinton colombia colombie congo congress corea corée costa croacia croatia croatie
csu cuba cyprus czechia côte cənub cənubi danemark danimarka democrat democrats democrática
denmark deutsche deutschen deutschland devletleri dinamarca dominicaine dominican dominicana
dominik dominikan dominikanische dänemark d’ivoire ecuador efiopiya egipto egypt ekvador
emiratos emirlikleri endonezya english erdogan ermenistan ermənistan eslovaquia eslovenia
espagne españa estland estonia estonie estoniya estonya ethiopia etiopía etiyopya eu europa
europe european europeans facebook fdp filipinas filipinler filippin filistin finland finlande
finlandia finlandiya finnland france francia frankreich fransa french fələstin gana gaza
georgia georgian georgien german germans germany ghana google grecia greece griechenland grèce
grüne grünen guatemala géorgie gürcistan gürcüstan haiti haití hamas haïti hdp hersek
herseqovina herzegovina herzegowina herzégovine hezbollah hindistan hollanda honduras hongrie
house hungary hungría hırvatistan iceland inde india indian indien indonesia indonesien
indoneziya indonésie iordaniya irak iran iranian iranians iraq iraqi ireland irland irlanda
irlande irlandiya irán isil isis islande islandia islandiya ispaniya ispanya israel israeli
israelis israil israël istanbul isveç isveçrə isviçre italia italie italien italiya italy
italya izlanda izmir jamaica jamaika jamaïque japan japanese japon japonya japón java
javascript jemen jerusalem jordan jordania jordanie jordanien kamboca kambodscha kamboçya
kamerun kanada karadağ kasachstan katar kazajistán kazakhstan kazakistan kenia keniya kenya
kiew kinshasa kinşasa kipr kirghizstan kirgisistan kirguistán kolombiya kolumbien kolumbiya
kongo konqo kore korea korean koreya kosova kosovo kosta kotd’ivuar koweït krallık krallıq
kremlin kroatien kuba kuveyt kuwait kyiv kyrgyzstan küba kürtler küveyt kıbrıs kırgızistan
lanka laos latvia latviya lebanon letonia letonya lettland lettonie liban libanon libia libya
libye libyen linke linux litauen lithuania lituania lituanie litva litvanya livan liviya
london luxembourg luxemburg luxemburgo líbano lübnan lüksemburg lüksemburq macaristan
macarıstan macedonia macron macédoine makedoniya makedonya malaisie malasia malaysia malayziya
malezya mali malta malte maroc marokko marruecos meksika merkel mexican mexico mexiko mexique
mhp microsoft misir moldau moldavia moldavie moldova mongolei mongolia mongolie monqolustan
montenegro monteneqro monténégro morocco mosambik moscow moskau mozambik mozambique moğolistan
myanma myanmar méxico mısır mərakeş namibia namibie namibiya namibya nato nepal netherlands
nicaragua niderland niederlande niger nigeria nigeriya nijer nijerya nikaragua nikaraqua
nordkorea nordmazedonien noruega norveç norvège norway norwegen népal níger obama oman omán
ouganda ouzbékistan pakistan pakistani pakistán palestinian palestiniens palestinos
palästinensische panama panamá paraguay paraqvay paris peking pentagon peru perú philippinen
philippines poland polen pologne polonia polonya polşa portekiz portugal portuqaliya putin
python pérou qana qatar qazaxıstan qvatemala qırğızıstan qətər republican republicans
república respublikası rica rika romania romanya roumanie royaume ruanda rumanía rumänien
rumıniya rus rusia rusiya ruslar russia russian russians russie russische russischen russland
rusya rwanda république salvador sambia saoudite saudí scholz schweden schweiz senate senegal
seneqal serbia serbie serbien serbiya simbabwe singapore singapour singapur sinqapur siria
slovakia slovakiya slovakya slovaquie slovenia sloveniya slovenya slovénie slowakei slowenien
somali somalia somalie soudan spain spanien spd states sudan sudáfrica sudán suecia suisse
suiza suriya suriye suudi suède sweden switzerland syria syrian syrie syrien sénégal südafrika
südkorea südsudan sırbistan səudiyyə tacikistan tadjikistan tadschikistan tailand tailandia
taiwan taiwán tajikistan taliban tansania tanzania tanzanie tanzaniya tanzanya tayikistán
tayland tayvan taïwan tbilisi tchad tchéquie tehran territoires territories territorios
thailand thaïlande trump tschad tschechien tunesien tunis tunisia tunisie tunus turkish
turkmenistan turkmenistán turkménistan turks turquie turquía túnez türkei türkiye türkiyə
türkler türkmenistan türkmənistan ucrania uganda ukraine ukrainian ukrainians ukrainische
ukrayna umman un ungarn union uqanda uruguay uruqvay usa usbekistan uzbekistan uzbekistán
venesuela venezuela vietnam viêt vyetnam washington xorvatiya yamayka yaponiya yemen yerevan
yunanistan yunanıstan yémen yəmən zambia zambie zambiya zealand zelanda zelandiya zelenskyy
zimbabue zimbabve zimbabwe zypern zélande árabes ägypten äthiopien çekya çexiya çili égypte
émirats équateur éthiopie österreich özbekistan özbəkistan ürdün şili şimali ştatları
əfqanıstan əlcəzair əmirlikləri əraziləri ərəb ərəbistanı австралия австралія австрия австрія
азербайджан албания албанія алжир америка ангола аравия аравія аргентина армения афганистан
афганістан баку бангладеш бахрейн беларусь бельгия бельгія бенин бенін берлин бирма болгария
болгарія боливия болівія босния боснія ботсвана бразилия бразилія британія брюссель білорусь
бірма вʼєтнам вашингтон велика великобритания венгрия венесуела венесуэла вьетнам вірменія
гаити гана гаїті гватемала германия герцеговина гондурас греция греція грузия грузія дʼівуар
дания данія доминиканская домініканська д’ивуар европа египет еквадор ереван естонія ефіопія
замбия замбія зеландия зеландія зимбабве зімбабве израиль индия индонезия иордания ирак иран
ирландия исландия испания италия йемен йорданія казахстан камбоджа камерун канада катар кения
кенія киев киншаса кипр киргизия киргизстан китай київ кндр колумбия колумбія конго корея
косово коста куба кувейт кіншаса кіпр ланка лаос латвия латвія ливан ливия литва люксембург
ліван лівія мʼянма македония македонія малайзия малайзія мали мальта малі марокко мексика
мозамбик мозамбік молдова монголия монголія москва мьянма намибия намібія непал нигер нигерия
нидерланды никарагуа нова новая норвегия норвегія нігер нігерія нідерланди нікарагуа німеччина
обʼєднані оман пакистан палестинские палестинські панама парагвай перу польша польща
португалия португалія південна південний північна рика россия россияне росія росіяни руанда
румунія румыния сальвадор саудовская саудівська северная сенегал сербия сербія сингапур сирия
сирія словакия словаччина словения словенія сомали сомалі судан сінгапур таджикистан таиланд
тайвань танзания танзанія таїланд тбилиси території территории тунис туніс туреччина
туркменистан туркменістан турция уганда угорщина узбекистан украина украинцы україна українці
уругвай филиппины финляндия франция франція філіппіни фінляндія хорватия хорватія черногория
чехия чехія чили чилі чорногорія швейцария швейцарія швеция швеція штати эквадор эстония
эфиопия южный ямайка япония японія європа єгипет ємен ізраїль індонезія індія ірак іран
ірландія ісландія іспанія італія
"""
)
