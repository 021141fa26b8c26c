internal import JourneyModel
internal import JourneySource

/// What a workspace says about its findings with `ignore` and `severity`, applied to them.
///
/// An error says that something cannot be read or is drawn wrong, so no line takes one away or makes it less.
struct Exceptions {
  private let ignored: [IgnoredFinding]
  private let severities: [String: SeverityChoice]
  private let workspace: Workspace

  init(of workspace: Workspace) {
    self.workspace = workspace
    ignored = workspace.ignored
    // Where one code is there twice, the later line holds.
    severities = Dictionary(workspace.severities.map { ($0.code.value, $0) }) { $1 }
  }

  /// The findings that are left, with what is wrong in the lines themselves; and how many they were about.
  func applied(to findings: [Diagnostic]) -> (findings: [Diagnostic], counts: ExceptionCounts) {
    guard !ignored.isEmpty || !severities.isEmpty else { return (findings, ExceptionCounts()) }
    var (left, counts, used): ([Diagnostic], ExceptionCounts, Set<Int>) = ([], ExceptionCounts(), [])
    for finding in findings {
      let lines = ignored.indices.filter { ignored[$0].holds(for: finding) }
      if finding.rule.severity < .error, !lines.isEmpty {
        used.formUnion(lines)
        counts.ignored += 1
      } else if let choice = severities[finding.rule.code], finding.rule.severity < .error,
        choice.severity != finding.severity
      {
        left.append(finding.with(choice.severity))
        counts.changed += 1
      } else {
        left.append(finding)
      }
    }
    left += workspace.severities.compactMap { mistake(in: $0.code, "severity") }
    // After an error other checks may not have looked.
    let isJudged = !findings.contains { $0.rule.severity == .error }
    for (index, line) in ignored.enumerated() {
      if let mistake = mistake(in: line.code, "ignore") ?? line.withoutReason {
        left.append(mistake)
      } else if isJudged, !used.contains(index) {
        left.append(.unusedIgnore(line))
      }
    }
    return (left, counts)
  }

  private func mistake(in code: Spanned<String>, _ word: String) -> Diagnostic? {
    guard let rule = Rule.catalog.first(where: { $0.code == code.value }) else { return .unknownFinding(code) }
    return rule.severity == .error ? .cannotIgnore(code, word) : nil
  }
}

extension IgnoredFinding {
  fileprivate func holds(for finding: Diagnostic) -> Bool {
    guard code.value == finding.rule.code else { return false }
    guard let scope else { return true }
    guard let span = finding.span else { return false }
    return span.file == scope.file && span.start >= scope.start && span.start <= scope.end
  }

  fileprivate var withoutReason: Diagnostic? {
    reason.value.contains { !$0.isWhitespace } ? nil : .ignoredWithoutReason(self)
  }
}

/// How many findings are not printed, or not as bad as usual, because somebody said so.
struct ExceptionCounts: Sendable {
  var ignored = 0
  /// Those with another severity.
  var changed = 0
  /// Those of the baseline.
  var known = 0

  static func += (sum: inout Self, more: Self) {
    sum.ignored += more.ignored
    sum.changed += more.changed
    sum.known += more.known
  }

  /// `4 ignored, 80 in the baseline`; nil for none.
  var text: String? {
    let parts = [(ignored, "ignored"), (changed, "with another severity"), (known, "in the baseline")]
    let list = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    return list.isEmpty ? nil : list
  }
}
