internal import JourneySource

/// What files become when everything is typed that is safe to type, and what is found then.
public struct Fixing: Sendable {
  /// The files that change, ordered by path.
  public let files: [Formatting.FormattedFile]
  /// How many findings were fixed.
  public let count: Int
  /// What is left, in the files as they are then.
  public let findings: Findings

  /// `fixed 2 findings in 1 file`; for people.
  public var summary: String {
    let findings = count == 1 ? "1 finding" : "\(count) findings"
    return "fixed \(findings) in \(files.count == 1 ? "1 file" : "\(files.count) files")"
  }
}

extension Waymark {
  /// Makes the safe fixes of journey files, as often as there are any; writes nothing.
  ///
  /// A round that would leave more errors than there were is not made.
  public static func fix(_ workspaces: [WorkspaceFiles]) -> Fixing {
    var (now, count) = (workspaces.map { JourneyAnalysis($0) }, 0)
    var left = check(now)
    for _ in 0..<most {
      let fixed = now.map(\.withSafeFixes)
      let made = fixed.reduce(0) { $0 + $1.made }
      guard made > 0 else { break }
      let next = fixed.map { JourneyAnalysis($0.sources) }
      let found = check(next)
      guard found.errors <= left.errors else { break }
      (now, left, count) = (next, found, count + made)
    }
    let files = zip(workspaces, now).flatMap { before, now in now.sources.changes(since: before) }
    return Fixing(files: files, count: count, findings: left)
  }

  /// Fixing one mistake may show the next; hardly ever the tenth.
  private static let most = 10
}

extension JourneyAnalysis {
  /// Its files after the safe fixes of those that findings are printed of, and how many were made.
  fileprivate var withSafeFixes: (sources: WorkspaceFiles, made: Int) {
    var (sources, made) = (sources, 0)
    var edits: [Int: [Fix.Edit]] = [:]
    for finding in annotated.diagnostics {
      guard let fix = finding.fix, fix.isSafe, let file = fix.edits.first.map({ Int($0.span.file.index) }),
        sources.roles.indices.contains(file), sources.roles[file] == .journey,
        sources.reported?.contains(file) ?? true
      else { continue }
      edits[file, default: []] += fix.edits
    }
    for (file, all) in edits.sorted(by: { $0.key < $1.key }) {
      let edited = sources.files[file].bytes.edited(by: all)
      made += edited.made
      sources.files[file] = SourceFile(path: sources.files[file].path, bytes: edited.bytes)
    }
    return (sources, made)
  }
}

extension WorkspaceFiles {
  fileprivate func changes(since before: WorkspaceFiles) -> [Formatting.FormattedFile] {
    files.indices.filter { files[$0].bytes != before.files[$0].bytes }.map {
      Formatting.FormattedFile(
        path: files[$0].path, origin: origins[$0], old: before.files[$0].bytes, new: files[$0].bytes)
    }
  }
}

extension [UInt8] {
  /// The bytes after edits, and how many were made: of two that overlap the first alone.
  func edited(by edits: [Fix.Edit]) -> (bytes: [UInt8], made: Int) {
    var (result, from, made): ([UInt8], Int, Int) = ([], 0, 0)
    for edit in edits.sorted(by: { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }) {
      let range = edit.span.range
      guard range.lowerBound >= from, range.upperBound <= count else { continue }
      result += self[from..<range.lowerBound] + Array(edit.text.utf8)
      from = range.upperBound
      made += 1
    }
    return (result + self[from...], made)
  }
}
