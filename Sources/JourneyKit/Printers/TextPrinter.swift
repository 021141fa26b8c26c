internal import JourneySource

extension Findings {
  /// For people: a headline that stands alone, the line it is about, what else explains it, and what to type instead.
  func text(colour: Bool) -> String {
    var result = ""
    let paint = TerminalPaint(isOn: colour)
    forEachLocated { located, locator in
      if !result.isEmpty { result += "\n" }
      let finding = located.diagnostic
      let hue = paint.hue(of: finding.severity)
      result += paint("\(finding.severity.name)[\(finding.rule.code)]", hue)
      result += paint(": \(visible(finding.message))", .bold) + "\n"
      let places = [located.place].compactMap(\.self) + located.related.map(\.place)
      let gutter = places.map { String($0.start.line).utf8.count }.max() ?? 1
      if let place = located.place {
        result += "  \(place.text)\n"
        if finding.showsLine { result += excerpt(of: place, from: locator, gutter: gutter, mark: "^", hue, paint) }
      }
      for related in located.related {
        result += "  \(related.place.text): \(visible(related.message))\n"
        result += excerpt(of: related.place, from: locator, gutter: gutter, mark: "-", .cyan, paint)
      }
      if let help = finding.help { result += "  \(paint("help:", .boldCyan)) \(visible(help))\n" }
    }
    return result
  }

  private func excerpt(
    of place: Located.LocatedSpan, from locator: Locator, gutter: Int, mark: Character, _ hue: TerminalPaint.Hue,
    _ paint: TerminalPaint
  ) -> String {
    guard let line = locator.line(at: place) else { return "" }
    let excerpt = Excerpt(line.bytes, line: line.line, marked: line.marked)
    let number = String(place.start.line)
    let padded = String(repeating: " ", count: gutter - number.utf8.count) + number
    let empty = String(repeating: " ", count: gutter)
    let marks = String(repeating: mark, count: excerpt.length)
    return """
        \(paint("\(padded) |", .dim))\(excerpt.text.isEmpty ? "" : " ")\(excerpt.text)
        \(paint("\(empty) |", .dim)) \(String(repeating: " ", count: excerpt.indent))\(paint(marks, hue))

      """
  }
}

/// Colour of a terminal, or none.
struct TerminalPaint {
  enum Hue: String {
    case red = "1;31"
    case yellow = "1;33"
    case blue = "1;34"
    case cyan = "36"
    case boldCyan = "1;36"
    case green = "32"
    case plainRed = "31"
    case bold = "1"
    case dim = "2"
  }

  let isOn: Bool

  func callAsFunction(_ text: String, _ hue: Hue) -> String {
    isOn ? "\u{1B}[\(hue.rawValue)m\(text)\u{1B}[0m" : text
  }

  func hue(of severity: Diagnostic.Severity) -> Hue {
    switch severity {
    case .error: .red
    case .warning: .yellow
    case .note: .blue
    }
  }
}
