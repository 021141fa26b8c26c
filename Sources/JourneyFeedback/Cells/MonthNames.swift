/// The names of months and their abbreviations, whole words only.
///
/// Source: Unicode CLDR, by way of Babel 2.19: wide and abbreviated names, as in dates and alone, of Catalan, Czech,
/// Danish, German, Greek, English, Spanish, Estonian, Finnish, French, Hungarian, Indonesian, Italian, Latvian, Dutch,
/// Norwegian, Polish, Portuguese, Romanian, Russian, Slovak, Slovenian, Swedish, Turkish, Ukrainian and Bulgarian, and
/// `sept`, `mrz`, `feber`. No word is a month in one of them and another month in another.
enum MonthNames {
  /// 1…12 by the name in lower case, without a full stop.
  static let numbers: [String: Int] = {
    var numbers: [String: Int] = [:]
    for (index, names) in lists.enumerated() {
      for name in names.split(separator: " ") { numbers[String(name)] = index + 1 }
    }
    return numbers
  }()

  /// By month.
  static let lists = [
    """
    ene enero gen gener gennaio ian ianuarie jaan jaanuar jan janeiro januar januari january január januára janv \
    janvier janvāris jänner led leden ledna oca ocak sty styczeń stycznia tammi tammikuu tammikuuta ιαν \
    ιανουάριος ιανουαρίου січ січень січня янв январь января яну януари
    """,
    """
    feb febbraio feber febr febrer febrero februar februari februarie february február februára februāris fev \
    fevereiro févr février helmi helmikuu helmikuuta lut lutego luty veebr veebruar úno únor února şub şubat φεβ \
    φεβρουάριος φεβρουαρίου лют лютий лютого фев февр февраль февраля февруари
    """,
    """
    bře březen března maalis maaliskuu maaliskuuta maart mar marca march marec maret mars mart martie marts \
    marzec marzo març março mrt mrz márc március mär märts märz μάρ μάρτιος μαρ μαρτίου бер березень березня мар \
    март марта
    """,
    """
    abr abril apr april aprile aprilie aprill apríl apríla aprīlis avr avril dub duben dubna d’abr d’abril huhti \
    huhtikuu huhtikuuta kwi kwiecień kwietnia nis nisan ápr április απρ απρίλιος απριλίου апр апрель апреля \
    април квіт квітень квітня
    """,
    """
    kvě květen května mag maggio mai maig maijs maio maj maja may mayo mayıs mei máj mája május touko toukokuu \
    toukokuuta μάι μάιος μαΐ μαΐου май мая трав травень травня
    """,
    """
    cze czerwca czerwiec giu giugno haz haziran iun iunie juin jun june junho juni junij junio juny juuni jún \
    júna június jūn jūnijs kesä kesäkuu kesäkuuta červen června čvn ιουν ιουνίου ιούν ιούνιος июн июнь июня черв \
    червень червня юни
    """,
    """
    heinä heinäkuu heinäkuuta iul iulie juil juillet jul julho juli julij julio juliol july juuli júl júla \
    július jūl jūlijs lip lipca lipiec lug luglio tem temmuz července červenec čvc ιουλ ιουλίου ιούλ ιούλιος июл \
    июль июля лип липень липня юли
    """,
    """
    ago agost agosto agu agustus août aug august augusta augusti augusts augustus augusztus avg avgust ağu \
    ağustos d’ag d’agost elo elokuu elokuuta sie sierpień sierpnia srp srpen srpna αυγ αυγούστου αύγ αύγουστος \
    авг август августа серп серпень серпня
    """,
    """
    eyl eylül sep sept september septembra septembre septembrie septembris septiembre set setembre setembro \
    settembre syys syyskuu syyskuuta szept szeptember wrz wrzesień września zář září σεπ σεπτέμβριος σεπτεμβρίου \
    вер вересень вересня сент сентябрь сентября сеп септември
    """,
    """
    d’oct d’octubre eki ekim loka lokakuu lokakuuta oct october octobre octombrie octubre okt oktober oktobris \
    oktoober október októbra ott ottobre out outubro paź październik października říj říjen října οκτ οκτωβρίου \
    οκτώβριος жовт жовтень жовтня окт октомври октябрь октября
    """,
    """
    kas kasım lis listopad listopada listopadu marras marraskuu marraskuuta noiembrie nov november novembra \
    novembre novembris novembro noviembre νοέ νοέμβριος νοε νοεμβρίου лист листопад листопада ное ноември нояб \
    ноябрь ноября
    """,
    """
    ara aralık dec december decembra decembrie decembris des desember desembre dets detsember dez dezember \
    dezembro dic dicembre diciembre déc décembre gru grudnia grudzień joulu joulukuu joulukuuta pro prosince \
    prosinec δεκ δεκέμβριος δεκεμβρίου груд грудень грудня дек декабрь декабря декември
    """,
  ]
}
