internal import JourneyDiff
internal import JourneyModel
internal import JourneyWords

/// A comparison for the comment of a pull request: what matters first, whole sections left out where it grows too long.
struct DiffMarkdown {
  let comparison: WorkspaceComparison

  /// GitHub takes 65,536 characters; what is beside ours needs some of them.
  static let budget = 60_000
  private static let rows = 20

  private var words: Words { comparison.words }

  var text: String {
    let all = comparison.difference.all
    let marker = comparison.options.name.unicodeScalars.filter {
      $0.properties.isAlphabetic || "-_0123456789".unicodeScalars.contains($0)
    }
    var page = "<!-- waymark-diff:\(String(String.UnicodeScalarView(marker))) -->\n"
    page += "## \(escaped("\(comparison.from.label) → \(comparison.to.label)"))\n\n"
    page += "\(escaped(words.counts(all))).\n\n"
    if comparison.isFormOnly { page += "\(escaped(words.onlyTheFormChanged))\n\n" }
    page += gates(all)
    for journey in comparison.difference.journeys where journey.isAnother {
      page += "\(escaped(words.anotherJourney(comparison.title(of: journey))))\n\n"
    }
    page += list(all.filter { $0.code.kind == .answers && $0.code != .noClearChange }, .answers)
    page += list(all.filter { $0.code.kind == .judgement }, .judgement)
    var sections = [(ChangeClass.structure, structure(all))]
    for journey in comparison.difference.journeys {
      let drawing = MermaidChanges(comparison.difference, journey).text
      if !drawing.isEmpty { sections.append((.structure, drawing)) }
    }
    for kind in [ChangeClass.responsibility, .facts, .assumptions, .text] {
      sections.append((kind, folded(all.filter { $0.code.kind == kind }, kind)))
    }
    return fitted(page, sections, all)
  }

  /// Whole sections go, the last first, each with a line that says so.
  private func fitted(_ head: String, _ sections: [(ChangeClass, String)], _ all: [JourneyChange]) -> String {
    var kept = sections
    var left: [ChangeClass] = []
    func joined() -> String {
      let notes = ChangeClass.allCases.filter(left.contains).map { kind in
        "\(escaped(words.leftOut(all.count { $0.code.kind == kind }, words.title(kind))))\n\n"
      }
      return head + kept.map(\.1).joined() + notes.joined()
    }
    var text = joined()
    while text.utf16.count > Self.budget, let last = kept.popLast() {
      if !last.1.isEmpty { left.append(last.0) }
      text = joined()
    }
    guard text.utf16.count > Self.budget else { return text }
    // The head alone is too long: whole lines of it.
    var cut = ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      guard cut.utf16.count + line.utf16.count < Self.budget - 200 else { break }
      cut += line + "\n"
    }
    return cut + "\n\(escaped(words.leftOut(all.count, words.title(.answers))))\n"
  }

  private func gates(_ all: [JourneyChange]) -> String {
    guard !comparison.outcomes.isEmpty else { return "" }
    var table = "| \(words.gates) | | |\n|---|---|---|\n"
    for outcome in comparison.outcomes {
      let names = (outcome.changes.map { all[$0].subject } + outcome.subjects).prefix(Self.rows).map(\.name)
      let why = outcome.reason.map(words.reason) ?? names.joined(separator: ", ")
      let sign = outcome.result == .failed ? "✗" : outcome.result == .passed ? "✓" : "–"
      table += "| \(sign) \(outcome.gate.text) | \(outcome.result.rawValue) | \(escaped(why)) |\n"
    }
    return table + "\n"
  }

  private func structure(_ all: [JourneyChange]) -> String {
    let changes = all.filter { $0.code.kind == .structure }
    guard !changes.isEmpty else { return "" }
    var table = "### \(words.title(.structure))\n\n| | | |\n|---|---|---|\n"
    for change in changes.prefix(Self.rows) {
      table +=
        "| \(change.code.sign) \(change.code.rawValue) | \(escaped(named(change))) | \(escaped(words.detail(change))) |\n"
    }
    let more = changes.dropFirst(Self.rows)
    if more.isEmpty { return table + "\n" }
    return table + "\n" + folded(Array(more), .structure)
  }

  private func list(_ changes: [JourneyChange], _ kind: ChangeClass) -> String {
    changes.isEmpty ? "" : "### \(words.title(kind))\n\n" + changes.map(line).joined() + "\n"
  }

  private func folded(_ changes: [JourneyChange], _ kind: ChangeClass) -> String {
    guard !changes.isEmpty else { return "" }
    let title = "\(words.title(kind)) (\(words.decimal(Double(changes.count))))"
    return "<details><summary>\(escaped(title))</summary>\n\n\(changes.map(line).joined())\n</details>\n\n"
  }

  private func line(_ change: JourneyChange) -> String {
    let parts = ["**\(escaped(named(change)))**", escaped(words.detail(change))].filter { !$0.isEmpty }
    return "- \(change.code.sign) \(change.code.rawValue): \(parts.joined(separator: " · "))\n"
  }

  private func named(_ change: JourneyChange) -> String {
    change.subject.title.isEmpty || change.subject.kind == .arrow ? change.subject.name : change.subject.title
  }

  private func escaped(_ text: String) -> String { MarkdownText.escaped(text) }
}
