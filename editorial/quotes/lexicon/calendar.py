"""Months and days of the week, in all languages: one for another is another date."""

from editorial.quotes.lexicon.entry import words

CALENDAR = words(
    "january february march april june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday "
    "januar jänner februar märz maerz mai juni juli oktober dezember "
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag "
    "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık "
    "pazartesi salı çarşamba perşembe cuma cumartesi pazar "
    "yanvar fevral aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr "
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря "
    "январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре "
    "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь "
    "понедельник вторник среду среда четверг пятницу пятница субботу суббота воскресенье "
    "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня "
    "січні лютому березні квітні травні червні липні серпні вересні жовтні листопаді грудні "
    "понеділок вівторок середу четвер п'ятницю суботу неділю "
    "janvier février mars avril juin juillet août septembre octobre novembre décembre "
    "lundi mardi mercredi jeudi vendredi samedi dimanche "
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre "
    "lunes martes miércoles jueves viernes sábado domingo"
)
