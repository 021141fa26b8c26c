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
  public static func fix(_ workspaces: [Sources]) -> Fixing {
    let before = workspaces
    var (now, count) = (workspaces, 0)
    var left = check(now)
    for _ in 0..<most {
      var next = now
      var made = 0
      for index in next.indices { made += next[index].makeSafeFixes() }
      guard made > 0 else { break }
      let found = check(next)
      guard found.errors <= left.errors else { break }
      (now, left, count) = (next, found, count + made)
    }
    let files = zip(before, now).flatMap { before, now in now.changes(since: before) }
    return Fixing(files: files, count: count, findings: left)
  }

  /// Fixing one mistake may show the next; hardly ever the tenth.
  private static let most = 10
}

extension Sources {
  /// Makes the safe fixes of the files that findings are printed of; gives how many.
  fileprivate mutating func makeSafeFixes() -> Int {
    var edits: [Int: [Fix.Edit]] = [:]
    for finding in JourneyAnalysis(self).annotated.diagnostics {
      guard let fix = finding.fix, fix.isSafe, let file = fix.edits.first.map({ Int($0.span.file.index) }),
        roles.indices.contains(file), roles[file] == .journey, reported?.contains(file) ?? true
      else { continue }
      edits[file, default: []] += fix.edits
    }
    var made = 0
    for (file, all) in edits.sorted(by: { $0.key < $1.key }) {
      let edited = files[file].bytes.edited(by: all)
      made += edited.made
      files[file] = SourceFile(path: files[file].path, bytes: edited.bytes)
    }
    return made
  }

  fileprivate func changes(since before: Sources) -> [Formatting.FormattedFile] {
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
