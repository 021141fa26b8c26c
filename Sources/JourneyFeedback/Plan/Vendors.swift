extension Audit.AuditedFile.Vendor {
  /// Whose export has these columns; nil where nothing tells.
  init?(header: Set<String>) {
    func has(_ names: String...) -> Bool { header.isSuperset(of: names) }
    if has("StartDate", "EndDate", "Finished", "ResponseId") {
      self = .qualtrics
    } else if has("Id", "Requester", "Satisfaction Score") || has("Summation column", "Id", "Status") {
      self = .zendesk
    } else if has("#", "Network ID") || has("#", "Response Type", "Submit Date (UTC)") {
      self = .typeform
    } else if has("request_id", "request_delivery_status", "response_received_at") {
      self = .medallia
    } else if has("survey_type", "score", "person_properties") {
      self = .delighted
    } else if has("rating", "remark") {
      self = .intercom
    } else if header.contains(where: { $0 == "ID" || $0 == "Id" }), formsTimes.contains(where: header.isSuperset) {
      self = .microsoftForms
    } else if header.contains("Timestamp"), header.contains(where: { $0.hasSuffix("?") }) {
      self = .googleForms
    } else {
      return nil
    }
  }

  /// The columns that say that a row is a test of the survey or was not finished.
  var leftOut: [VendorValues] {
    switch self {
    case .qualtrics, .legacyQualtrics: [.qualtricsStatus, .qualtricsFinished]
    case .typeform: [.typeformResponse]
    default: []
    }
  }

  /// Names of the column that identifies an answer; none where a vendor has no such column.
  var idColumns: [String] {
    switch self {
    case .qualtrics: ["ResponseId"]
    case .legacyQualtrics: ["ResponseID"]
    case .surveyMonkey: ["Respondent ID", "RespondentID", "respondent_id"]
    case .zendesk: ["Id"]
    case .typeform: ["#"]
    case .medallia: ["request_id"]
    case .delighted: ["id"]
    case .intercom, .googleForms: []
    // Each form counts its answers from 1, and a feedback may be of several: rows must be equal besides.
    case .microsoftForms: []
    }
  }

  /// Whether the vendor's own columns come before those of its customer, who may have given one the same name.
  func comesFirst(_ column: String) -> Bool { self != .typeform || idColumns.contains(column) }
}

extension ExportSchema {
  /// Where a column of the vendor's is, though one of the customer's may have its name.
  func ownColumn(_ name: String) -> Int? {
    if vendor == .legacyQualtrics { return columns.placesInSecondRow(of: name).first }
    return switch columns.find(name) {
    case .column(let column): column
    case .missing: nil
    case .repeated(let places):
      places.first { importIDs[$0].map { $0 == Self.importIDs[name] } ?? false }
        ?? (vendor?.comesFirst(name) ?? true ? places.first : places.last)
    }
  }

  /// What Qualtrics calls its own columns in the third row.
  private static let importIDs = ["Status": "status", "Finished": "finished", "ResponseId": "_recordId"]

  /// By which column an answer counts once.
  var answerID: Plan.AnswerID? {
    let vendors = vendor?.idColumns ?? []
    return (vendors.isEmpty ? Self.idNames : vendors).lazy.compactMap { ownColumn($0) }.first.map {
      Plan.AnswerID(column: $0, isVendors: !vendors.isEmpty)
    }
  }

  /// Names under which exports identify their rows: `Response ID`, `response_id`, `ResponseId`, `Response-ID`.
  private static let idNames =
    ["Id", "#", "UUID", "GUID"] + numbered.flatMap { what in ["ID", "Number", "No."].flatMap { spelt(what, $0) } }
    + translated.flatMap { what, names in what.flatMap { what in names.flatMap { spelt(what, $0) } } }

  private static let numbered = [
    "Response", "Respondent", "Submission", "Request", "Ticket", "Conversation", "Case", "Answer", "Record", "Entry",
  ]

  /// The same in German, Dutch, French, Spanish, Italian and Portuguese.
  private static let translated: [([String], [String])] = [
    (["Antwort", "Teilnahme", "Ticket", "Vorgang", "Vorgangs", "Fall", "Anfrage"], ["ID", "Nummer", "Nr."]),
    (["Antwoord", "Respons", "Inzending", "Zaak"], ["ID", "nummer"]),
    (["ID", "Identifiant", "Numéro"], ["de réponse", "de la réponse", "du ticket", "de la demande"]),
    (["ID", "Número"], ["de respuesta", "de la respuesta", "del ticket", "da resposta", "de resposta", "do ticket"]),
    (["ID", "Numero"], ["risposta", "della risposta", "del ticket"]),
  ]

  /// Two words as exports join them; letter case does not matter.
  private static func spelt(_ first: String, _ second: String) -> [String] {
    ["\(first) \(second)", "\(first)_\(second)", "\(first)-\(second)", first + second]
  }
}

/// Names of the two columns of times in every workbook of Microsoft Forms, by the language of whoever owns the form.
private let formsTimes = [
  ["Start time", "Completion time"], ["Startzeit", "Fertigstellungszeit"], ["Heure de début", "Heure de fin"],
  ["Hora de inicio", "Hora de finalización"], ["Ora di inizio", "Ora di completamento"],
  ["Begintijd", "Tijd van voltooien"], ["Hora de início", "Hora de conclusão"],
]

func isSurveyMonkey(_ header: [String], _ second: [String]) -> Bool {
  guard let first = header.first?.filter({ $0 != " " }), first == "RespondentID", header.count > 2,
    header[1].filter({ $0 != " " }) == "CollectorID"
  else { return false }
  return second.first?.isEmpty == true
}

/// A value of Qualtrics' third row: `{"ImportId":"startDate","timeZone":"America/Denver"}`.
func importValue(_ key: String, in cell: String) -> String? {
  guard let key = cell.utf8.firstRange(of: "\"\(key)\":\"".utf8) else { return nil }
  let name = cell.utf8[key.upperBound...].prefix { $0 != 0x22 }
  return String(name)
}

extension Collection where Element == UInt8 {
  fileprivate func firstRange(of other: some Collection<UInt8>) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].starts(with: other) { return start..<index(start, offsetBy: other.count) }
      formIndex(after: &start)
    }
    return nil
  }
}
