internal import JourneySource

extension Findings {
  /// GitHub's workflow commands, encoded so that no text of a journey can begin a command of its own.
  func github() -> String {
    located().map { located in
      let finding = located.diagnostic
      var properties: [(String, String)] = []
      if let place = located.place {
        properties.append(("file", visible(place.path)))
        if place.hasText {
          properties += [("line", String(place.start.line)), ("endLine", String(place.end.line))]
          // GitHub takes columns only within one line; its last column is part of the range.
          if place.start.line == place.end.line {
            let last = max(place.start.column, place.end.column - 1)
            properties += [("col", String(place.start.column)), ("endColumn", String(last))]
          }
        }
      }
      properties.append(("title", finding.rule.code))
      let list = properties.map { "\($0.0)=\(Self.property($0.1))" }.joined(separator: ",")
      let help = finding.help.map { "\nhelp: \(visible($0))" } ?? ""
      let command = finding.severity == .note ? "notice" : finding.severity.name
      return "::\(command) \(list)::\(Self.data(visible(finding.message) + help))\n"
    }.joined()
  }

  private static func data(_ text: String) -> String {
    encode(text) { byte in byte == UInt8(ascii: "%") || byte == 0x0A || byte == 0x0D }
  }

  private static func property(_ text: String) -> String {
    encode(text) { byte in
      byte == UInt8(ascii: "%") || byte == 0x0A || byte == 0x0D || byte == UInt8(ascii: ":")
        || byte == UInt8(ascii: ",")
    }
  }

  private static func encode(_ text: String, _ isSpecial: (UInt8) -> Bool) -> String {
    String(decoding: text.utf8.flatMap { isSpecial($0) ? Percent.encoded($0) : [$0] }, as: UTF8.self)
  }
}
