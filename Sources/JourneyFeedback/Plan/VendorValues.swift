internal import JourneyModel

/// What a column of a vendor's says of a row: that it is no answer of a customer, or that it is one.
///
/// Vendors write such words in the language of whoever exports. Texts of two or more words differ between versions, so
/// of those a part is enough; single words must be the whole cell. What is neither is said in the audit.
struct VendorValues: Sendable {
  let column: String
  let reason: Reason
  /// Cells that leave a row out.
  let leftOut: [String]
  /// Parts of such cells, as `plainText` has them.
  var leftOutParts: [String] = []
  /// Cells of rows that count, as `plainText` has them.
  private var kept: Set<String>
  private var keptParts: [String] = []

  init(
    _ column: String, _ reason: Reason, leftOut: [String], parts: [String] = [], kept: [String],
    keptParts: [String] = []
  ) {
    self.column = column
    self.reason = reason
    self.leftOut = leftOut
    leftOutParts = parts
    self.kept = Set(kept.map(plainText))
    self.keptParts = keptParts
  }

  /// Cells that the feedback names itself are known, too.
  func knowing(_ cells: [String]) -> Self {
    var values = self
    values.kept.formUnion(cells.map(plainText))
    return values
  }

  func isLeftOut(_ text: String) -> Bool {
    let plain = plainText(text)
    return leftOutParts.contains(where: plain.contains)
  }

  /// Whether it is known that a row with this counts; nothing at all is no news.
  func isKept(_ text: String) -> Bool {
    let plain = plainText(text)
    return plain.isEmpty || kept.contains(plain) || wholeText(plain).map(kept.contains) == true
      || keptParts.contains(where: plain.contains)
  }
}

extension VendorValues {
  /// Qualtrics' status is a sum: 1 a preview, 2 a test, 4 imported, 8 spam, 16 offline, 32 of an employee survey, 128
  /// imported again, 256 synthetic. As text it names them: `Survey Preview`, `Umfragevorschau`.
  static let qualtricsStatus = VendorValues(
    "Status", .test, leftOut: numbers.filter { $0 & 3 != 0 }.map(String.init),
    parts: [
      "preview", "test", "vorschau", "aperçu", "vista previa", "previsuali", "pré-visuali", "visualização", "prévia",
      "anteprima", "prova", "prueba", "voorbeeld", "voorvertoning", "podgląd", "förhandsgransk", "forhåndsvis",
      "esikatsel",
      "önizleme", "предпросмотр", "предварительн", "тест", "náhled", "zkouš", "előnézet", "previzualiz",
      "προεπισκόπηση", "δοκιμ", "プレビュー", "テスト", "预览", "测试", "預覽", "測試", "미리보기", "미리 보기", "테스트",
      "ตัวอย่าง", "ทดสอบ", "xem trước", "thử nghiệm", "pratinjau", "uji coba", "معاينة", "اختبار", "תצוגה מקדימה",
      "בדיקה",
    ],
    kept: (numbers.filter { $0 & 3 == 0 } + [128, 132, 256]).map(String.init) + ["EX", "Default"],
    keptParts: [
      "ip-", "ip a", " ip", "ip地", "ipア", "ip ア", "ip 地", "ip 位", "ip位", "ip 주", "ip주", "ip-а", "spam", "import",
      "offline", "ex spam",
      "ex offline", "synthetic", "hors ligne", "sin conexión", "off-line", "スパム", "インポート", "オフライン", "垃圾", "导入", "离线",
      "匯入", "離線", "스팸", "가져", "오프라인", "офлайн", "спам", "импорт",
    ])

  private static let numbers = 0..<64

  /// Yes and no as spreadsheets write true and false, and as people say it.
  static let qualtricsFinished = VendorValues(
    "Finished", .unfinished,
    leftOut: [
      "0", "False", "Falsch", "Faux", "Falso", "Onwaar", "Fałsz", "Falskt", "Usann", "Usant", "Falsk", "Epätosi",
      "Yanlış",
      "Ложь", "Nepravda", "Hamis", "Fals", "Ψευδές", "偽", "假", "거짓", "No", "Nein", "Non", "Não", "Nee", "Nie", "Nej",
      "Nei", "Ei",
      "Hayır", "Нет", "Ne", "Nem", "Nu", "Όχι", "いいえ", "否", "아니요", "아니오",
    ],
    kept: [
      "1", "True", "Wahr", "Vrai", "Verdadero", "Vero", "Verdadeiro", "Waar", "Prawda", "Sant", "Sann", "Sand", "Tosi",
      "Doğru",
      "Истина", "Pravda", "Igaz", "Adevărat", "Αληθές", "真", "참", "Yes", "Ja", "Oui", "Sí", "Sì", "Sim", "Tak", "Kyllä",
      "Evet",
      "Да", "Ano", "Igen", "Da", "Ναι", "はい", "是", "예",
    ])

  static let typeformResponse = VendorValues(
    "Response Type", .unfinished, leftOut: ["partial", "started"], kept: ["completed"])
}

extension Feedback {
  /// Whether a `where` says which cells of a column count, so that what Waymark knows of its vendor does not decide.
  func says(_ column: String) -> Bool {
    (conditions + questions.flatMap(\.conditions)).contains { $0.column == column && !$0.isNot }
  }
}
