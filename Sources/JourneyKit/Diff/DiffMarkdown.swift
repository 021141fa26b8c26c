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

  /// A part that is left out whole where there is no room for it.
  private struct MarkdownSection {
    let kind: ChangeClass
    let count: Int
    let text: String
  }

  var text: String {
    let all = comparison.difference.all
    let told = all.filter { !$0.isImplied }
    var head = "<!-- waymark-diff:\(marker) -->\n## \(escaped(words.whatChangedInJourneys))\n\n"
    head += "**\(escaped(words.counts(all))).** \(escaped("\(comparison.from.label) → \(comparison.to.label)"))\n\n"
    if comparison.isFormOnly { head += "\(escaped(words.onlyTheFormChanged))\n\n" }
    head += gates
    for journey in comparison.difference.journeys where journey.isAnother {
      head += "\(escaped(words.anotherJourney(comparison.title(of: journey))))\n\n"
    }
    var sections: [MarkdownSection] = []
    func add(_ kind: ChangeClass, _ count: Int, _ text: String) {
      if !text.isEmpty { sections.append(MarkdownSection(kind: kind, count: count, text: text)) }
    }
    for kind in ChangeClass.allCases {
      let changes = told.filter { $0.code.kind == kind && $0.code != .noClearChange }
      switch kind {
      case .answers, .judgement: add(kind, changes.count, list(changes, kind, unclear: all))
      case .structure:
        add(kind, changes.count, table(changes, implied: all.count(where: \.isImplied)))
        for journey in comparison.difference.journeys {
          add(kind, 0, MermaidChanges(comparison.difference, journey).text)
        }
      case .responsibility, .facts, .assumptions, .text: add(kind, changes.count, folded(changes, words.title(kind)))
      }
    }
    return fitted(head, sections)
  }

  /// What the next comment is found by: nothing in it ends the comment of HTML.
  private var marker: String {
    String(
      String.UnicodeScalarView(
        comparison.options.name.unicodeScalars.filter {
          $0.properties.isAlphabetic || "-_0123456789".unicodeScalars.contains($0)
        }))
  }

  /// Whole sections go, the last first, each with a line that says so.
  private func fitted(_ head: String, _ sections: [MarkdownSection]) -> String {
    let budget = comparison.options.isWhole ? Int.max : Self.budget
    var kept = sections.count
    var size = head.utf16.count + sections.reduce(0) { $0 + $1.text.utf16.count }
    while size > budget, kept > 0 {
      kept -= 1
      size += note(sections[kept]).utf16.count - sections[kept].text.utf16.count
    }
    let parts = sections.indices.map { $0 < kept ? sections[$0].text : note(sections[$0]) }
    guard size > budget else { return head + parts.joined() }
    // The head alone is too long: whole lines of it.
    var cut = ""
    for line in head.split(separator: "\n", omittingEmptySubsequences: false) {
      guard cut.utf16.count + line.utf16.count < budget - 1000 else { break }
      cut += line + "\n"
    }
    return cut + "\n" + parts.joined()
  }

  private func note(_ section: MarkdownSection) -> String {
    section.count == 0 ? "" : "\(escaped(words.leftOut(section.count, words.title(section.kind))))\n\n"
  }

  private var gates: String {
    guard !comparison.outcomes.isEmpty else { return "" }
    let rows = comparison.outcomes.map { outcome in
      let subjects = comparison.difference.subjects(failing: outcome)
      let names = subjects.prefix(5).map { $0.title.isEmpty ? $0.name : $0.title }.joined(separator: ", ")
      let more = subjects.count > 5 ? ", …" : ""
      let sign = outcome.result == .failed ? "✗" : outcome.result == .passed ? "✓" : "–"
      return [
        "\(sign) \(outcome.gate.text)", outcome.result.rawValue, outcome.reason.map(words.reason) ?? names + more,
      ]
    }
    return table(words.gateColumns, rows)
  }

  private func table(_ changes: [JourneyChange], implied: Int) -> String {
    guard !changes.isEmpty else { return "" }
    let rows = changes.prefix(Self.rows).map { change in
      ["\(change.code.sign) \(change.code.label(in: words))", named(change), words.detail(change)]
    }
    var text = "### \(words.title(.structure))\n\n" + table(words.changeColumns, rows)
    let more = Array(changes.dropFirst(Self.rows))
    if !more.isEmpty { text += folded(more, words.title(.structure)) }
    if implied > 0 { text += "\(escaped(words.impliedChanges(implied))).\n\n" }
    return text
  }

  private func table(_ columns: [String], _ rows: [[String]]) -> String {
    func line(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |\n" }
    return line(columns) + line(columns.map { _ in "---" }) + rows.map { line($0.map(escaped)) }.joined() + "\n"
  }

  private func list(_ changes: [JourneyChange], _ kind: ChangeClass, unclear all: [JourneyChange]) -> String {
    let unclear = kind == .answers ? all.count { $0.code == .noClearChange } : 0
    guard !changes.isEmpty || unclear > 0 else { return "" }
    var text = "### \(words.title(kind))\n\n" + changes.asLines.prefix(Self.rows).map(line).joined()
    if unclear > 0 { text += "- \(escaped(words.unchanged(unclear))).\n" }
    let more = changes.asLines.dropFirst(Self.rows).flatMap(\.self)
    return text + "\n" + (more.isEmpty ? "" : folded(more, words.title(kind)))
  }

  private func folded(_ changes: [JourneyChange], _ title: String) -> String {
    guard !changes.isEmpty else { return "" }
    let summary = escaped("\(title) (\(words.decimal(Double(changes.count))))")
    return "<details><summary>\(summary)</summary>\n\n\(changes.asLines.map(line).joined())\n</details>\n\n"
  }

  private func line(_ together: [JourneyChange]) -> String {
    guard let change = together.first else { return "" }
    let detail = escaped(words.detail(change))
    return "- \(change.code.sign) **\(escaped(together.map(named).joined(separator: ", ")))**: "
      + escaped(change.code.label(in: words)) + (detail.isEmpty ? "" : " · \(detail)") + "\n"
  }

  /// By its title, and by that of its journey where several changed.
  private func named(_ change: JourneyChange) -> String {
    let subject = change.subject
    let name =
      subject.kind == .file
      ? [subject.name, subject.title].filter { !$0.isEmpty }.joined(separator: ": ")
      : subject.title.isEmpty ? subject.name : subject.title
    guard let journey = subject.journey, subject.kind != .journey, isOfSeveral else { return name }
    return "\(name) (\(journey))"
  }

  private var isOfSeveral: Bool { comparison.difference.journeys.count { !$0.changes.isEmpty } > 1 }

  private func escaped(_ text: String) -> String { MarkdownText.escaped(text) }
}
