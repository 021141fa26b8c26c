internal import JourneySource

/// The workspace that a file is in, found from the file alone: it is the same from whichever folder Waymark is called.
struct WorkspaceAround: Equatable {
  let folder: String
  /// False where nothing above the file makes a workspace: then it is the files of its own folder.
  let isWorkspace: Bool

  /// The nearest folder above the file that holds a `workspace` line, is called `journeys`, or is the top of a git
  /// repository. What everybody may write to, such as `/tmp`, is nobody's workspace.
  init(of file: String) {
    let own = Path.folder(of: file)
    var folder = own
    for _ in 0..<Limits.folders {
      guard let status = try? System.status(of: folder, followingLinks: true), status.permissions & 0o002 == 0 else {
        break
      }
      if Path.name(of: folder) == "journeys" || Self.isTopOfRepository(folder) || Self.holdsWorkspace(folder) {
        (self.folder, isWorkspace) = (folder, true)
        return
      }
      let above = Path.folder(of: folder)
      if above == folder { break }
      folder = above
    }
    (self.folder, isWorkspace) = (own, false)
  }

  private static func isTopOfRepository(_ folder: String) -> Bool {
    (try? System.status(of: Path.join(folder, ".git"), followingLinks: true)) != nil
  }

  private static func holdsWorkspace(_ folder: String) -> Bool {
    let names = ((try? System.entries(of: folder)) ?? []).compactMap { String(validating: $0.name, as: UTF8.self) }
    return names.contains { name in
      guard !name.hasPrefix("."), WorkspaceFiles.FileRole(name: name) == .journey,
        let bytes = try? System.read(Path.join(folder, name), limit: Limits.file)
      else { return false }
      return declaresWorkspace(bytes)
    }
  }

  /// Whether a line starts with `workspace`, whatever stands before it in the file.
  private static func declaresWorkspace(_ bytes: [UInt8]) -> Bool {
    let word = Array("workspace".utf8)
    return bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).contains { line in
      guard line.starts(with: word) else { return false }
      return line.dropFirst(word.count).first.map { $0 == 0x20 || $0 == 0x09 || $0 == 0x22 || $0 == 0x7B } ?? true
    }
  }

  /// Its files. What cannot be read there is no matter of the file named.
  func candidates(current: String?) -> [Candidate] {
    let found: [Candidate]
    if isWorkspace {
      found = (try? Walk(below: folder, in: Disk(), current: nil).candidates) ?? []
    } else {
      found = ((try? System.entries(of: folder)) ?? []).compactMap { entry in
        guard let name = String(validating: entry.name, as: UTF8.self), !name.hasPrefix("."),
          let role = WorkspaceFiles.FileRole(name: name), entry.kind == .file
        else { return nil }
        let path = Path.join(folder, name)
        return Candidate(path: path, origin: path, role: role, followsLinks: false)
      }
    }
    return found.map { one in
      Candidate(
        path: Path.relative(one.path, to: current), origin: one.origin, role: one.role, followsLinks: one.followsLinks,
        problem: one.problem)
    }
  }
}

extension WorkspaceFiles {
  /// Reads the paths like ``read(_:)``, and for each file named the workspace around it, since its names may be declared
  /// there. Findings are printed of what was named alone. Programs that pass on changed files one by one, such as
  /// pre-commit, need it so.
  ///
  /// Files of several workspaces are read each with its own; folders and standard input are one workspace, as for
  /// ``read(_:)``.
  public static func readAround(_ paths: [String]) throws(WaymarkError) -> [WorkspaceFiles] {
    let current = System.currentFolder
    let folders = paths.filter { Self.kind(of: $0) == .folder }.compactMap { try? System.resolve($0) }
    var groups: [(around: WorkspaceAround?, paths: [String])] = []
    for path in paths {
      let file = path == "-" || FileRole(name: path) == nil || kind(of: path) != .file ? nil : place(of: path)
      // Read with the folder that is named as well.
      if let file, folders.contains(where: { Path.isBelow(file, $0) }) { continue }
      let around = file.map(WorkspaceAround.init)
      if let index = groups.firstIndex(where: { $0.around == around }) {
        groups[index].paths.append(path)
      } else {
        groups.append((around, [path]))
      }
    }
    if groups.isEmpty { return [try read(paths)] }
    var all: [WorkspaceFiles] = []
    for group in groups {
      if let around = group.around {
        all.append(try read(group.paths, around, current))
      } else {
        all.append(try read(group.paths))
      }
    }
    return all
  }

  /// The workspace around files that were named and read alone; nil where something else was named, too.
  public static func surroundings(of paths: [String]) -> String? {
    let current = System.currentFolder
    let folders = paths.map { path in
      FileRole(name: path) == .journey && kind(of: path) == .file
        ? place(of: path).map { WorkspaceAround(of: $0).folder } : nil
    }
    guard let first = folders.first, let folder = first, folders.allSatisfy({ $0 == folder }) else { return nil }
    return Path.relative(folder, to: current)
  }

  private static func kind(of path: String) -> System.FileKind? {
    try? System.status(of: path, followingLinks: true).kind
  }

  /// Where a file is, whatever it may be a link to.
  private static func place(of path: String) -> String? {
    (try? System.resolve(Path.folder(of: path))).map { Path.join($0, Path.name(of: path)) }
  }

  private static func read(
    _ paths: [String], _ around: WorkspaceAround, _ current: String?
  ) throws(WaymarkError) -> WorkspaceFiles {
    var sources = WorkspaceFiles()
    var named: [Candidate] = []
    var known: Set<String> = []
    // A link to a file that is named as well is that file.
    let isLink = { (path: String) in (try? System.status(of: path, followingLinks: false).kind) == .link }
    for path in paths.filter({ !isLink($0) }) + paths.filter(isLink) {
      if let file = try? System.resolve(path), !known.insert(file).inserted { continue }
      named += try candidates(at: path, in: Disk(), current: current).filter { $0.role != .tallyBeside }
      let root = Path.folder(of: path)
      if !sources.roots.contains(root) { sources.roots.append(root) }
    }
    let others = around.candidates(current: current).filter { other in
      (try? System.resolve(other.origin)).map { !known.contains($0) } ?? true
    }
    try sources.take(named + others)
    let shown = Set(named.map(\.path))
    sources.reported = Set(sources.files.indices.filter { shown.contains(sources.files[$0].path) })
    sources.surroundings = Path.relative(around.folder, to: current)
    return sources
  }
}
