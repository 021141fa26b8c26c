internal import JourneySource

/// What is compared with what, as it is written on the command line.
public struct DiffInputs: Sendable {
  /// `A B`, `REV..REV [PATH]`, `REV...REV [PATH]`, `REV`, `PATH`, or nothing.
  public var arguments: [String] = []
  /// A planned journey that is compared with the one that it is to replace.
  public var future: String?

  /// Nothing named: the last commit and the work tree.
  public init() {}
}

extension DiffInputs {
  /// Both sides, read. A side may be empty, where all is new or gone; that both are is a mistake, and no "no changes".
  func read() throws(WaymarkError) -> (DiffSource, DiffSource) {
    let (from, to) = try sides()
    guard !from.files.files.isEmpty || !to.files.files.isEmpty else {
      throw WaymarkError("there is no .journey file in \"\(from.label)\" or \"\(to.label)\"", help: "name their folder")
    }
    return (from, to)
  }

  private func sides() throws(WaymarkError) -> (DiffSource, DiffSource) {
    if future != nil {
      guard arguments.count < 2 else {
        throw WaymarkError("--future compares two journeys of one workspace", help: "name one folder")
      }
      let side = try DiffSource.disk(arguments.first)
      return (side, side)
    }
    let git = GitObjects(in: ".")
    guard let first = arguments.first else { return try worktree("HEAD", nil, git) }
    guard arguments.count <= 2 else { throw WaymarkError("a diff has two sides", help: "write: waymark diff A B") }
    let second = arguments.dropFirst().first
    if !Self.isThere(first), let range = Self.range(first) { return try between(range, second, git) }
    guard let second else { return try Self.isThere(first) ? worktree("HEAD", first, git) : worktree(first, nil, git) }
    return (try side(first, git), try side(second, git))
  }

  private func worktree(_ revision: String, _ path: String?, _ git: GitObjects) throws(WaymarkError) -> (
    DiffSource, DiffSource
  ) {
    let commit = try git.commit(revision)
    let old = try DiffSource.stored(revision, commit: commit, path: path, in: git)
    return (old, try DiffSource.disk(path))
  }

  private func between(
    _ range: (from: String, to: String, isFromBase: Bool), _ path: String?, _ git: GitObjects
  ) throws(WaymarkError) -> (DiffSource, DiffSource) {
    let (from, to) = (try git.commit(range.from), try git.commit(range.to))
    let base = range.isFromBase ? try git.mergeBase(from, to) : from
    return (
      try DiffSource.stored(range.from, commit: base, path: path, in: git),
      try DiffSource.stored(range.to, commit: to, path: path, in: git)
    )
  }

  /// A path on the disk, `REV:PATH`, or a revision.
  private func side(_ text: String, _ git: GitObjects) throws(WaymarkError) -> DiffSource {
    if Self.isThere(text) { return try DiffSource.disk(text) }
    if let colon = text.firstIndex(of: ":") {
      let revision = String(text[..<colon])
      let path = String(text[text.index(after: colon)...])
      let side = try DiffSource.stored(revision, commit: git.commit(revision), path: path, in: git)
      guard side.files.files.isEmpty else { return side }
      throw WaymarkError("there is no .journey file in \"\(text)\"", help: "see what is: git ls-tree -r \(revision)")
    }
    // A name that is neither a path nor a revision was more likely meant as a path.
    guard let commit = try? git.commit(text) else {
      throw WaymarkError(
        "\"\(text)\" is neither a path here nor a revision of git", help: "write: waymark diff OLD NEW, or REV..REV")
    }
    return try DiffSource.stored(text, commit: commit, path: nil, in: git)
  }

  private static func isThere(_ path: String) -> Bool {
    (try? System.status(of: path, followingLinks: true)) != nil
  }

  /// `A..B` and `A...B`; an end left out is HEAD.
  private static func range(_ text: String) -> (from: String, to: String, isFromBase: Bool)? {
    guard let dots = text.firstRange(of: ".."), !text.hasPrefix("../"), !text.contains("/../") else { return nil }
    let isFromBase = text[dots.upperBound...].hasPrefix(".")
    let rest = text[dots.upperBound...].dropFirst(isFromBase ? 1 : 0)
    let (from, to) = (String(text[..<dots.lowerBound]), String(rest))
    return (from.isEmpty ? "HEAD" : from, to.isEmpty ? "HEAD" : to, isFromBase)
  }
}
