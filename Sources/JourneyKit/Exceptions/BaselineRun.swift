internal import JourneySource

/// A run of `check` against the baseline: each entry lets one finding pass.
struct BaselineRun {
  private let baseline: Baseline
  private var open: [Int]
  /// What was found, with the reason of its entry; to be written again.
  private var found: [(identity: FindingIdentity, reason: String)] = []

  init(_ baseline: Baseline) {
    (self.baseline, open) = (baseline, Array(baseline.entries.indices))
  }

  /// The findings of a workspace that are not in the baseline.
  mutating func new(in findings: [Diagnostic], of analysis: JourneyAnalysis) -> [Diagnostic] {
    let names = FindingNames(analysis)
    // The entries that wait for a finding, the first one last.
    var waiting: [FindingIdentity: [Int]] = [:]
    for index in open.reversed() {
      waiting[names.current(baseline.entries[index].identity), default: []].append(index)
    }
    var passed: Set<Int> = []
    let new = findings.filter { finding in
      // A note never fails a check, so nobody need live with it.
      guard finding.severity > .note else { return true }
      let identity = names.identity(of: finding).written
      let entry = waiting[identity]?.popLast()
      found.append((identity, entry.map { baseline.entries[$0].reason } ?? ""))
      if let entry { passed.insert(entry) }
      return entry == nil
    }
    open.removeAll(where: passed.contains)
    return new
  }

  /// How many findings passed.
  var known: Int { baseline.entries.count - open.count }

  /// A finding for each entry that let nothing pass, in the file of the baseline.
  func stale(in file: FileID) -> [Diagnostic] {
    let lines = LineIndex(baseline.file.bytes)
    return open.map { index in
      let entry = baseline.entries[index]
      let line = lines.range(ofLine: entry.line)
      return .staleBaseline(entry.identity, at: Span(file, line.lowerBound, line.upperBound), path: baseline.path)
    }
  }

  /// The baseline as it should be.
  var renewed: String {
    let rows = found.sorted { FindingIdentity.precedes($0.identity, $1.identity) }
    return Baseline.columns.joined(separator: ",") + "\n"
      + rows.map { CSVRow(($0.identity.cells + [$0.reason.onOneLine]).map { .text($0) }).text }.joined()
  }
}

extension FindingIdentity {
  /// As it is read from the file after it was written: on one line, without blanks at the ends, and without formulas.
  fileprivate var written: FindingIdentity {
    func cell(_ text: String) -> String { SpreadsheetCell(text.onOneLine.withoutOuterBlanks).content }
    return FindingIdentity(code: code, journey: cell(journey), subject: cell(subject), detail: cell(detail))
  }
}

extension String {
  fileprivate var onOneLine: String { split(whereSeparator: \.isNewline).joined(separator: " ") }
}
