internal import JourneySource

/// One side of a comparison, as it was read.
struct DiffSource {
  /// As people know it: a revision, or a path.
  let label: String
  /// The commit; nil for files on the disk.
  let revision: String?
  let files: WorkspaceFiles
  /// The top of the workspace: what paths of both sides are compared without.
  let root: String
  /// Tallies that git has only a pointer to, because their bytes are elsewhere (git LFS).
  private(set) var pointers: [String] = []

  /// What a path is called on both sides.
  func relative(_ path: String) -> String {
    root.isEmpty || root == "." ? path : path.hasPrefix(root + "/") ? String(path.dropFirst(root.utf8.count + 1)) : path
  }
}

extension DiffSource {
  /// As it is printed for people: a commit by its first letters.
  var shortLabel: String {
    let digits = label.prefix { $0.isHexDigit && $0.isASCII }
    return digits.utf8.count >= 40 && revision != nil ? String(digits.prefix(7)) + label.dropFirst(digits.count) : label
  }

  /// A workspace on the disk.
  static func disk(_ path: String?) throws(WaymarkError) -> DiffSource {
    let files = try WorkspaceFiles.read(path.map { [$0] } ?? [])
    let root = files.roots.first ?? "."
    let isFile = path.map { WorkspaceFiles.FileRole(name: $0) != nil } ?? false
    let shown = Path.shown(root, from: System.currentFolder)
    return DiffSource(
      label: path ?? "the work tree", revision: nil, files: files,
      root: isFile ? Path.folder(of: Path.shown(path ?? ".", from: System.currentFolder)) : shown
    ).withoutPointers()
  }

  /// A workspace of a commit.
  ///
  /// - Parameters:
  ///   - revision: as it was named.
  ///   - path: from the current folder; nil for the folder `journeys` where the commit has one there, else all.
  static func stored(
    _ revision: String, commit: String, path: String?, in git: GitObjects
  ) throws(WaymarkError) -> DiffSource {
    let prefix = try git.prefix()
    var place = path.map { below(prefix, $0) } ?? prefix + "journeys"
    var stored = try git.files(of: commit, at: Self.folder(of: place))
    if path == nil, stored.isEmpty {
      place = prefix
      stored = try git.files(of: commit, at: Self.folder(of: place))
    }
    var files = WorkspaceFiles()
    let isFile = WorkspaceFiles.FileRole(name: place) == .journey
    for file in stored.sorted(by: { Array($0.path.utf8).lexicographicallyPrecedes(Array($1.path.utf8)) }) {
      guard var role = WorkspaceFiles.FileRole(name: file.path) else { continue }
      if isFile {
        if role == .journey, file.path != place { continue }
        if role == .tally { role = .tallyBeside }
      }
      files.add(SourceFile(path: file.path, bytes: file.bytes), role, origin: nil)
    }
    let root = isFile ? Path.folder(of: place) : place
    return DiffSource(
      label: path.map { "\(revision):\($0)" } ?? revision, revision: commit, files: files,
      root: root.hasSuffix("/") ? String(root.dropLast()) : root
    ).withoutPointers()
  }

  /// The folder to list: of a file its own, for its tallies are there.
  private static func folder(of place: String) -> String {
    guard WorkspaceFiles.FileRole(name: place) != nil else { return place }
    let folder = Path.folder(of: place)
    return folder == "." ? "" : folder
  }

  /// A path from the current folder as one from the top of the repository.
  private static func below(_ prefix: String, _ path: String) -> String {
    let path = Path.relative(path, to: System.currentFolder)
    return (Path.plain(prefix + path) ?? []).joined(separator: "/")
  }

  private func withoutPointers() -> DiffSource {
    var kept = WorkspaceFiles()
    var found = self
    for index in files.files.indices {
      let file = files.files[index]
      if file.bytes.starts(with: Array("version https://git-lfs".utf8)) {
        found.pointers.append(file.path)
      } else {
        kept.add(file, files.roles[index], origin: files.origins[index])
      }
    }
    guard !found.pointers.isEmpty else { return self }
    return DiffSource(label: label, revision: revision, files: kept, root: root, pointers: found.pointers)
  }
}
