package import JourneySource
internal import JourneyWords

/// What Waymark found in a workspace, in the order of its files and lines.
public struct Findings: Sendable {
  package let diagnostics: [Diagnostic]
  package private(set) var files: [SourceFile]
  /// How many files the workspace has; findings may also be about a theme or a page template.
  let count: Int
  /// What was found in files that were read and not named.
  let elsewhere: [Elsewhere]
  /// What is not in the list, or not as bad as usual, because somebody said so.
  var exceptions = ExceptionCounts()

  /// How many findings the files of a workspace have that were not named.
  package struct Elsewhere: Sendable {
    let folder: String
    let errors: Int
    let warnings: Int
  }

  /// How many more there are, of files with more than anyone reads; the gravest were kept.
  public private(set) var omitted: Int

  /// Sorted by file, place and severity (errors first); those of the workspace as a whole come first.
  ///
  /// - Parameter count: how many of the files are the workspace's; nil: all.
  package init(
    _ diagnostics: [Diagnostic], in files: [SourceFile], counting count: Int? = nil, elsewhere: [Elsewhere] = []
  ) {
    self.files = files
    self.count = count ?? files.count
    self.elsewhere = elsewhere
    let keys = diagnostics.map(Self.key)
    let order = diagnostics.indices.sorted {
      (keys[$0].0, keys[$0].1, keys[$0].2, $0) < (keys[$1].0, keys[$1].1, keys[$1].2, $1)
    }
    let kept = order.count > Limits.findings ? Self.gravest(of: order, in: diagnostics) : order
    self.diagnostics = kept.map { diagnostics[$0] }
    omitted = diagnostics.count - kept.count
  }

  /// At most `Limits.findings` of each file, in the order given: errors before warnings before notes.
  private static func gravest(of order: [Int], in findings: [Diagnostic]) -> [Int] {
    var room: [Int: [Diagnostic.Severity: Int]] = [:]
    for finding in findings { room[key(finding).0, default: [:]][finding.severity, default: 0] += 1 }
    for (file, counts) in room {
      var left = Limits.findings
      for severity in Diagnostic.Severity.allCases.reversed() {
        let kept = min(left, counts[severity] ?? 0)
        room[file]?[severity] = kept
        left -= kept
      }
    }
    return order.filter { index in
      let finding = findings[index]
      let file = key(finding).0
      guard let left = room[file]?[finding.severity], left > 0 else { return false }
      room[file]?[finding.severity] = left - 1
      return true
    }
  }

  /// File, place, severity.
  private static func key(_ finding: Diagnostic) -> (Int, Int, Int) {
    (finding.span.map { Int($0.file.index) } ?? -1, Int(finding.span?.start ?? 0), -finding.severity.rawValue)
  }

  /// How many of each there are.
  public var errors: Int { number(of: .error) }
  /// Findings that `check` lets pass and `check --strict` does not.
  public var warnings: Int { number(of: .warning) }
  /// Findings that never fail.
  public var notes: Int { number(of: .note) }

  /// Whether a check fails: for errors, and for warnings too where `strict`.
  ///
  /// It fails for those of files that were not named, too: what was named may have broken them.
  public func fail(strict: Bool) -> Bool {
    errors > 0 || strict && warnings > 0 || elsewhere.contains { $0.errors > 0 || strict && $0.warnings > 0 }
  }

  /// A line for each workspace whose other files fail, which are not in the list: how many findings, and how to see them.
  public func remarks(strict: Bool) -> [String] {
    elsewhere.compactMap { place in
      let counts = [(place.errors, "error")] + (strict ? [(place.warnings, "warning")] : [])
      let parts = counts.filter { $0.0 > 0 }.map { Self.plural($0.0, $0.1) }
      guard !parts.isEmpty else { return nil }
      return "\(parts.joined(separator: " and ")) in files that were not named: waymark check \(visible(place.folder))"
    }
  }

  /// Errors and warnings only.
  public var withoutNotes: Findings { with(diagnostics.filter { $0.severity > .note }) }

  /// Those alone for which a check fails.
  public func failing(strict: Bool) -> Findings {
    with(diagnostics.filter { $0.severity >= (strict ? .warning : .error) })
  }

  /// Whether a name is declared nowhere in what was read.
  public var haveUnknownNames: Bool {
    let words = ["unknown-word", "unknown-choice", "unknown-touchpoint"]
    return diagnostics.contains { $0.rule.code.hasPrefix("unknown-") && !words.contains($0.rule.code) }
  }

  /// The same with the paths of files as services that host a repository know them: from its top, whatever folder the
  /// program works in. For formats that such services read.
  public var fromTopOfRepository: Findings {
    let paths = RepositoryPaths()
    var findings = self
    findings.files = files.map { SourceFile(path: paths.path($0.path), bytes: $0.bytes) }
    return findings
  }

  /// Other findings about the same files.
  func with(_ diagnostics: [Diagnostic]) -> Findings {
    var findings = Findings(diagnostics, in: files, counting: count, elsewhere: elsewhere)
    findings.omitted += omitted
    findings.exceptions = exceptions
    return findings
  }

  private func number(of severity: Diagnostic.Severity) -> Int {
    diagnostics.reduce(0) { $0 + ($1.severity == severity ? 1 : 0) }
  }

  /// `2 errors and 1 warning in 3 files; 4 ignored`; for people.
  public var summary: String {
    [counts, exceptions.text].compactMap(\.self).joined(separator: "; ")
  }

  private var counts: String {
    let parts = [(errors, "error"), (warnings, "warning"), (notes, "note")].filter { $0.0 > 0 }
      .map { Self.plural($0.0, $0.1) }
    let place = Self.plural(count, "file")
    guard let last = parts.last else { return "no findings in \(place)" }
    let list = parts.count > 1 ? parts.dropLast().joined(separator: ", ") + " and " + last : last
    // A file of which the rest is not read may have any number of them.
    let isCut = diagnostics.contains { $0.rule.code == "too-many-errors" }
    let more = omitted > 0 ? "; \(omitted) more \(omitted == 1 ? "is" : "are") not shown" : ""
    return isCut ? "at least \(list) in \(place)" : "\(list) in \(place)" + more
  }

  private static func plural(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}

/// How findings are printed. All but `text` and `short` are for programs; their forms are stable.
public enum FindingsFormat: String, Sendable, CaseIterable {
  /// For people: the line with carets under what is meant, and what to type instead.
  case text
  /// A line each: `file:line:column: error[code]: message`.
  case short
  /// Waymark's own, version 1.
  case json
  /// Workflow commands that GitHub shows in a pull request.
  case github
  /// GitLab's code quality report.
  case gitlab
  /// SARIF 2.1.0.
  case sarif
  /// JUnit XML, a test suite a file.
  case junit

  /// Whether a service that hosts the repository reads it, and looks for the files from the repository's top.
  public var isForRepository: Bool { [.github, .gitlab, .sarif].contains(self) }
}

extension Findings {
  /// All findings in one of the formats, none of which can be taken for a command by a CI runner, but for GitHub's own;
  /// empty where a format has nothing to say without findings.
  ///
  /// `colour` holds for `text` and `short` only. `strict` says whether warnings count as failures where a format
  /// tells failures from remarks.
  public func printed(as format: FindingsFormat, colour: Bool = false, strict: Bool = false) -> String {
    switch format {
    case .text: RunnerCommands.broken(text(colour: colour), as: .words)
    case .short: RunnerCommands.broken(short(colour: colour), as: .words)
    case .json: RunnerCommands.broken(json(), as: .json)
    case .github: RunnerCommands.broken(github(), as: .words, exceptLines: true)
    case .gitlab: RunnerCommands.broken(gitlab(), as: .json)
    case .sarif: RunnerCommands.broken(sarif(), as: .json)
    case .junit: RunnerCommands.broken(junit(strict: strict), as: .markup)
    }
  }
}

extension Diagnostic.Severity {
  var name: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .note: "note"
    }
  }
}
