extension Audit.File.Vendor {
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
    } else if header.contains("Timestamp"), header.contains(where: { $0.hasSuffix("?") }) {
      self = .googleForms
    } else {
      return nil
    }
  }

  /// Cells that say that a row is a test of the survey or was not finished, by column.
  var leftOut: [(column: String, cells: [String], reason: Reason)] {
    switch self {
    case .qualtrics, .legacyQualtrics:
      [
        ("Status", ["Survey Preview", "1", "Survey Test", "2"], .test),
        ("Finished", ["0", "False", "FALSE", "false"], .unfinished),
      ]
    case .typeform: [("Response Type", ["partial", "started", "Partial", "Started"], .unfinished)]
    default: []
    }
  }
}

func isSurveyMonkey(_ header: [String], _ second: [String]) -> Bool {
  guard let first = header.first?.filter({ $0 != " " }), first == "RespondentID", header.count > 2,
    header[1].filter({ $0 != " " }) == "CollectorID"
  else { return false }
  return second.first?.isEmpty == true
}

/// The zone in Qualtrics' third row: `{"ImportId":"startDate","timeZone":"America/Denver"}`.
func timeZone(_ cell: String) -> String? {
  guard let key = cell.utf8.firstRange(of: "\"timeZone\":\"".utf8) else { return nil }
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
