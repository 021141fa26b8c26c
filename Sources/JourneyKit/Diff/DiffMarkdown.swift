internal import JourneyDiff
internal import JourneyModel
internal import JourneyWords

/// A comparison for the comment of a pull request: what matters first, whole sections left out where it grows too long.
struct DiffMarkdown {
  private let comparison: WorkspaceComparison
  /// Who reads a comment knows titles, and not the names in the files.
  private let titles: ChangeTitles

  init(comparison: WorkspaceComparison) {
    (self.comparison, titles) = (comparison, ChangeTitles(comparison.difference))
  }

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
    var head = "<!-- waymark-diff:\(marker) -->\n## \(escaped(heading))\n\n"
    head +=
      "**\(escaped(words.counts(all))).** \(escaped("\(comparison.from.shortLabel) → \(comparison.to.shortLabel)"))\n\n"
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
      let own = told.filter { $0.code.kind == kind && $0.code != .noClearChange }
      // What to worry about is the first of its kind; answers are in their order already.
      let changes =
        kind == .judgement ? own.filter { $0.code.sign == "!" } + own.filter { $0.code.sign != "!" } : own
      switch kind {
      case .answers, .judgement: add(kind, changes.count, list(changes, kind, unclear: all))
      case .structure:
        add(kind, changes.count, table(changes, implied: all.count(where: \.isImplied)))
        for (journey, chart) in charts {
          add(kind, 0, (charts.count > 1 ? "**\(escaped(comparison.title(of: journey)))**\n\n" : "") + chart)
        }
      case .responsibility, .facts, .assumptions: add(kind, changes.count, folded(changes, words.title(kind)))
      case .text:
        let texts = changes.filter { $0.code != .otherFacts }
        let others = changes.filter { $0.code == .otherFacts }
        add(kind, others.count, folded(others, words.otherChanges))
        add(kind, texts.count, folded(texts, words.title(kind)))
      }
    }
    return fitted(head, sections)
  }

  /// With the journey, if nothing but one changed.
  private var heading: String {
    let changed = comparison.difference.journeys.filter { !$0.changes.isEmpty }
    guard changed.count == 1, let one = changed.first, one.from != nil, one.to != nil,
      comparison.difference.changes.allSatisfy({ $0.code == .otherFacts })
    else { return words.whatChangedInJourneys }
    return words.whatChanged(in: comparison.title(of: one))
  }

  private var charts: [(journey: JourneyDifference, text: String)] {
    comparison.difference.journeys.map { ($0, MermaidChanges(comparison.difference, $0).text) }.filter { !$0.1.isEmpty }
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

  /// Those that failed as a table, the others in a line: most comments have nothing to worry about.
  private var gates: String {
    guard !comparison.outcomes.isEmpty else { return "" }
    func gates(_ result: GateOutcome.GateResult) -> [GateOutcome] { comparison.outcomes.filter { $0.result == result } }
    let failed = gates(.failed).map { outcome in
      let subjects = comparison.difference.subjects(failing: outcome)
      let names = subjects.prefix(5).map { $0.title.isEmpty ? $0.name : $0.title }.joined(separator: ", ")
      return ["✗ \(outcome.gate.text)", outcome.result.rawValue, names + (subjects.count > 5 ? ", …" : "")]
    }
    let passed = gates(.passed).map(\.gate.text)
    let others = gates(.notApplicable).map { "\($0.gate.text) (\($0.reason.map(words.reason) ?? ""))" }
    let line = [
      failed.isEmpty ? "✓ " + words.noGateFailed : nil,
      passed.isEmpty ? nil : words.passed(passed.joined(separator: ", ")),
      others.isEmpty ? nil : words.notApplicable(others.joined(separator: "; ")),
    ].compactMap(\.self).joined(separator: " ")
    return (failed.isEmpty ? "" : table(words.gateColumns, failed)) + (line.isEmpty ? "" : "\(escaped(line))\n\n")
  }

  private func table(_ changes: [JourneyChange], implied: Int) -> String {
    guard !changes.isEmpty else { return "" }
    let rows = changes.prefix(Self.rows).map { change in
      ["\(change.code.sign) \(change.code.label(in: words))", named(change), words.detail(titles.spoken(change))]
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
    let detail = escaped(words.detail(titles.spoken(change)))
    return "- \(change.code.sign) **\(escaped(together.map(named).joined(separator: ", ")))**: "
      + escaped(change.code.label(in: words)) + (detail.isEmpty ? "" : " · \(detail)") + "\n"
  }

  /// By its title, and by that of its journey where several changed.
  private func named(_ change: JourneyChange) -> String {
    let subject = change.subject
    if let old = titles.replaced(by: change) { return "\(old) → \(subject.title)" }
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
