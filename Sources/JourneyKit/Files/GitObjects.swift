internal import JourneySource

/// What git has stored, read by git's own program: objects only, no hooks, no filters, nothing fetched and nothing written.
struct GitObjects {
  /// A folder in the repository; git finds the repository from it.
  private let folder: String

  init(in folder: String) { self.folder = folder }

  /// One file of a commit.
  struct StoredFile {
    /// From the top of the repository.
    let path: String
    let bytes: [UInt8]
  }

  /// The folder's place below the top of its repository: `` or `journeys/`.
  func prefix() throws(WaymarkError) -> String {
    try line(["rev-parse", "--show-prefix"], or: "\"\(folder)\" is not in a git repository", help: "name two folders")
  }

  /// The commit that a revision names.
  func commit(_ revision: String) throws(WaymarkError) -> String {
    let help =
      isShallow
      ? "the clone is shallow; fetch the whole history: git fetch --unshallow, in CI: fetch-depth: 0"
      : "see which there are: git log --oneline --all"
    return try line(
      ["rev-parse", "--verify", "--quiet", "--end-of-options", "\(revision)^{commit}"],
      or: "git knows no revision \"\(revision)\"", help: help)
  }

  /// Where two commits parted.
  func mergeBase(_ first: String, _ second: String) throws(WaymarkError) -> String {
    try line(
      ["merge-base", first, second], or: "the two revisions have no common base here",
      help: isShallow
        ? "the clone is shallow; fetch the whole history: git fetch --unshallow, in CI: fetch-depth: 0"
        : "compare them directly: A..B")
  }

  private var isShallow: Bool {
    (try? run(["rev-parse", "--is-shallow-repository"]))?.starts(with: Array("true".utf8)) == true
  }

  /// The journey files and tallies of a commit at or below a path, in the order of their paths.
  ///
  /// Links and submodules are not followed, and folders whose names begin with a dot are not entered.
  func files(of commit: String, at path: String) throws(WaymarkError) -> [StoredFile] {
    let listing = try run(["ls-tree", "-r", "-z", "--full-tree", commit] + (path.isEmpty ? [] : ["--", path]))
    var found: [(path: String, object: String)] = []
    for entry in listing.split(separator: 0) {
      guard let text = String(validating: entry, as: UTF8.self), let tab = text.firstIndex(of: "\t") else { continue }
      let facts = text[..<tab].split(separator: " ")
      let name = String(text[text.index(after: tab)...])
      guard facts.count == 3, facts[0].hasPrefix("100"), facts[1] == "blob",
        WorkspaceFiles.FileRole(name: name) != nil,
        !name.dropFirst(path.utf8.count).split(separator: "/").contains(where: { $0.hasPrefix(".") })
      else { continue }
      found.append((name, String(facts[2])))
    }
    guard found.count <= Limits.files else {
      throw WaymarkError("the commit has more than \(Limits.files) files at \"\(path)\"", help: "name a folder in it")
    }
    guard !found.isEmpty else { return [] }
    let answer = try run(
      ["cat-file", "--batch"], input: Array((found.map(\.object).joined(separator: "\n") + "\n").utf8))
    return try Self.contents(of: found, in: answer)
  }

  /// `<object> blob <size>`, a line end, the bytes, a line end; in the order asked.
  private static func contents(
    of found: [(path: String, object: String)], in answer: [UInt8]
  ) throws(WaymarkError) -> [StoredFile] {
    var files: [StoredFile] = []
    var rest = answer[...]
    for (path, _) in found {
      guard let end = rest.firstIndex(of: 0x0A),
        let size = Int(String(decoding: rest[..<end], as: UTF8.self).split(separator: " ").last ?? ""), size >= 0,
        rest.endIndex - end - 1 > size
      else { throw WaymarkError("git cannot read \"\(path)\" of the commit", help: "see what it says: git fsck") }
      guard size <= Limits.file else {
        throw WaymarkError("\"\(path)\" of the commit has more than \(Limits.file >> 20) MiB")
      }
      files.append(StoredFile(path: path, bytes: Array(rest[(end + 1)..<(end + 1 + size)])))
      rest = rest[(end + 2 + size)...]
    }
    return files
  }

  private func line(_ arguments: [String], or message: String, help: String?) throws(WaymarkError) -> String {
    let output: [UInt8]
    do throws(WaymarkError) {
      output = try run(arguments)
    } catch {
      throw error.message == Self.missing.message ? error : WaymarkError(message, help: help)
    }
    return String(decoding: output.prefix { $0 != 0x0A }, as: UTF8.self)
  }

  private static let missing = WaymarkError("there is no program \"git\"", help: "install git, or compare two folders")

  private func run(_ arguments: [String], input: [UInt8] = []) throws(WaymarkError) -> [UInt8] {
    let settings = ["-C", folder, "--no-pager", "--no-replace-objects", "-c", "core.fsmonitor=false"]
    let outcome: System.RunOutcome
    do throws(System.Failure) {
      outcome = try System.run(
        "git", settings + arguments, input: input,
        variables: ["GIT_NO_LAZY_FETCH=1", "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0", "LC_ALL=C"],
        limit: Limits.workspace + (1 << 20))
    } catch .isMissing {
      throw Self.missing
    } catch {
      throw WaymarkError("git could not read the repository: \(error.reason)")
    }
    guard outcome.status == 0 else {
      let reason = String(decoding: outcome.error.prefix { $0 != 0x0A }, as: UTF8.self)
      throw WaymarkError("git could not read the repository: \(reason)")
    }
    return outcome.output
  }
}
