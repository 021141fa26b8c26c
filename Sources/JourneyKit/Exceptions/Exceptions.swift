internal import JourneyModel
internal import JourneySource

/// What a workspace says about its findings with `ignore` and `severity`, applied to them.
///
/// An error says that something cannot be read or is drawn wrong, so no line takes one away or makes it less.
struct Exceptions {
  /// A kind of finding in the lines of a thing, or anywhere.
  private struct IgnoredPlace: Hashable {
    let code: String
    let scope: Span?
  }

  private let places: Set<IgnoredPlace>
  private let scopes: NestedSpans
  private let severities: [String: SeverityChoice]
  private let workspace: Workspace

  init(of workspace: Workspace) {
    self.workspace = workspace
    places = Set(workspace.ignored.map { IgnoredPlace(code: $0.code.value, scope: $0.scope) })
    scopes = NestedSpans(workspace.ignored.compactMap(\.scope))
    // Where one code is there twice, the later line holds.
    severities = Dictionary(workspace.severities.map { ($0.code.value, $0) }) { $1 }
  }

  /// The findings that are left, with what is wrong in the lines themselves; and how many they were about.
  func applied(to findings: [Diagnostic]) -> (findings: [Diagnostic], counts: ExceptionCounts) {
    guard !places.isEmpty || !severities.isEmpty else { return (findings, ExceptionCounts()) }
    var (left, counts, used): ([Diagnostic], ExceptionCounts, Set<IgnoredPlace>) = ([], ExceptionCounts(), [])
    for finding in findings {
      let ignoring = self.places(ignoring: finding)
      if finding.rule.severity < .error, !ignoring.isEmpty {
        used.formUnion(ignoring)
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
    left += workspace.severities.enumerated().compactMap { mistake(in: $1.code, "severity", number: $0) }
    // After an error other checks may not have looked.
    let isJudged = !findings.contains { $0.rule.severity == .error }
    for (number, line) in workspace.ignored.enumerated() {
      if let mistake = mistake(in: line.code, "ignore", number: number) ?? line.withoutReason {
        left.append(mistake)
      } else if isJudged, !used.contains(IgnoredPlace(code: line.code.value, scope: line.scope)) {
        left.append(.unusedIgnore(line))
      }
    }
    return (left, counts)
  }

  private static let rules = Dictionary(uniqueKeysWithValues: Rule.catalog.map { ($0.code, $0) })

  private func places(ignoring finding: Diagnostic) -> [IgnoredPlace] {
    let around: [Span?] = finding.span.map { scopes.around($0) } ?? []
    return ([nil] + around).map { IgnoredPlace(code: finding.rule.code, scope: $0) }.filter(places.contains)
  }

  /// - Parameter number: of the line; the nearest code is looked up for the first of them, for there may be many.
  private func mistake(in code: Spanned<String>, _ word: String, number: Int) -> Diagnostic? {
    guard let rule = Self.rules[code.value] else { return .unknownFinding(code, isCompared: number < 100) }
    return rule.severity == .error ? .cannotIgnore(code, word) : nil
  }
}

extension IgnoredFinding {
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
