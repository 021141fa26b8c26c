internal import JourneySource
internal import JourneySyntax

extension WorkspaceFiles {
  /// Reads the workspace at the paths: folders, `.journey` files, `-` for standard input.
  ///
  /// Without a path it is `journeys` where that exists, else the current folder. What could not be read is a finding;
  /// only a path that does not exist, or a workspace without any journey file, is refused.
  public static func read(_ paths: [String]) throws(WaymarkError) -> WorkspaceFiles {
    try read(paths.isEmpty ? [standard(in: ".", Disk())] : paths, in: Disk(), current: System.currentFolder)
  }

  /// The same with texts that an editor holds and has not saved, by path, in place of what is on the disk.
  public static func read(_ paths: [String], unsaved: [String: String]) throws(WaymarkError) -> WorkspaceFiles {
    let texts = Dictionary(
      unsaved.map { (Path.resolved($0.key), Array($0.value.utf8)) }, uniquingKeysWith: { first, _ in first })
    let overlay = Overlay(texts)
    // An overlay knows files by their whole path.
    let places = (paths.isEmpty ? [standard(in: ".", overlay)] : paths).map { $0 == "-" ? $0 : Path.resolved($0) }
    return try read(places, in: overlay, current: System.currentFolder)
  }

  static func read(
    _ paths: [String], in fileSystem: any FileSystem, current: String?
  ) throws(WaymarkError) -> WorkspaceFiles {
    var candidates: [Candidate] = []
    var sources = WorkspaceFiles(in: fileSystem)
    for path in paths {
      if path == "-" {
        if sources.files.contains(where: { $0.path == "<stdin>" }) { continue }
        sources.add(SourceFile(path: "<stdin>", bytes: try standardInput()), .journey, origin: nil)
      } else {
        candidates += try Self.candidates(at: path, in: fileSystem, current: current)
        sources.roots.append(FileRole(name: path) == nil ? path : Path.folder(of: path))
      }
    }
    try sources.take(candidates)
    guard sources.roles.contains(where: { $0 == .journey || $0 == .unread }) else {
      for path in paths {
        if let miss = nearMiss(in: path, fileSystem) {
          throw WaymarkError(
            "there is no .journey file in \"\(path)\", only \"\(miss.name)\"", help: "rename it to \"\(miss.mended)\"")
        }
      }
      if let tally = paths.first(where: {
        FileRole(name: $0) == .tally && fileSystem.kind(of: $0) == .file
      }) {
        throw WaymarkError(
          "\"\(tally)\" is a tally, and a tally needs its journeys",
          help: "name the folder: \(Path.folder(of: tally))")
      }
      let places = paths.map { "\"\($0)\"" }.joined(separator: " or ")
      throw WaymarkError("there is no .journey file in \(places)", help: "waymark init makes a workspace to start from")
    }
    return sources
  }

  /// What to type for a path that is not there: the name that was likely meant, or how git leaves out what was deleted.
  private static func help(forMissing path: String, _ fileSystem: any FileSystem) -> String? {
    let folder = Path.folder(of: path)
    if let near = fileSystem.names(in: folder).closest(to: Path.name(of: path)) {
      return "did you mean \"\(Path.join(folder, near))\"?"
    }
    guard FileRole(name: path) != nil else { return nil }
    return "leave out deleted files: git diff --name-only --diff-filter=d"
  }

  /// A file that its name only nearly makes a journey file: `claims.journey.txt`, `CLAIMS.JOURNEY`.
  private static func nearMiss(in folder: String, _ fileSystem: any FileSystem) -> (name: String, mended: String)? {
    let files = ((try? fileSystem.entries(of: folder)) ?? []).filter { $0.kind != .folder }
    for name in files.compactMap({ String(validating: $0.name, as: UTF8.self) }).sorted() {
      let parts = name.split(separator: ".", omittingEmptySubsequences: false)
      if let place = parts.lastIndex(where: { $0.lowercased() == "journey" }), place > 0, !parts[0].isEmpty {
        return (name, parts[..<place].joined(separator: ".") + ".journey")
      }
    }
    return nil
  }

  /// What is read of a folder where nobody names anything in it.
  static func standard(in folder: String, _ fileSystem: any FileSystem) -> String {
    let journeys = Path.join(folder, "journeys")
    return fileSystem.kind(of: journeys) == .folder ? journeys : folder
  }

  private static func standardInput() throws(WaymarkError) -> [UInt8] {
    try WaymarkError.from("cannot read standard input") { () throws(System.Failure) in
      try System.readStandardInput(limit: Limits.file)
    }
  }

  static func candidates(
    at path: String, in fileSystem: any FileSystem, current: String?
  ) throws(WaymarkError) -> [Candidate] {
    let status: System.FileStatus
    do throws(System.Failure) {
      status = try fileSystem.status(of: path, followingLinks: true)
    } catch {
      throw WaymarkError(
        "cannot read \"\(path)\": \(error.reason)", help: error == .isMissing ? help(forMissing: path, fileSystem) : nil
      )
    }
    switch status.kind {
    case .folder:
      return try WaymarkError.from("cannot read \"\(path)\"") { () throws(System.Failure) in
        try Walk(below: path, in: fileSystem, current: current).candidates
      }
    case .file:
      guard let role = FileRole(name: path) else {
        throw WaymarkError("\"\(path)\" is not a .journey file", help: "name a folder, or files that end in .journey")
      }
      let named = Candidate(path: Path.shown(path, from: current), origin: path, role: role, followsLinks: true)
      return [named] + (role == .journey ? tallies(beside: path, in: fileSystem, current: current) : [])
    default:
      throw WaymarkError(
        "\"\(path)\" is a pipe, a socket or a device, not a file", help: "write - to read standard input")
    }
  }

  /// The tallies of a file's feedbacks lie in its folder.
  private static func tallies(
    beside path: String, in fileSystem: any FileSystem, current: String?
  ) -> [Candidate] {
    let folder = Path.folder(of: path)
    let entries = (try? fileSystem.entries(of: folder)) ?? []
    return entries.compactMap { entry in
      guard let name = String(validating: entry.name, as: UTF8.self), FileRole(name: name) == .tally else { return nil }
      let origin = Path.join(folder, name)
      return Candidate(
        path: Path.shown(origin, from: current), origin: origin, role: .tallyBeside, followsLinks: false)
    }
  }

  /// Reads the candidates in the order of their paths, each once. One named on the command line must be readable.
  mutating func take(_ candidates: [Candidate]) throws(WaymarkError) {
    var total = 0
    var taken: Set<String> = []
    let ordered = candidates.map { (key: Array($0.path.utf8), candidate: $0) }
      .sorted { a, b in
        a.key == b.key
          ? a.candidate.role < b.candidate.role : a.key.lexicographicallyPrecedes(b.key)
      }
    for (index, candidate) in ordered.map(\.candidate).enumerated() {
      let (isNew, other) = taken.insert(candidate.path)
      if !isNew, other.utf8.elementsEqual(candidate.path.utf8) { continue }
      guard index < Limits.files else { return refuseRest(from: candidate) }
      if let problem = candidate.problem {
        refuse(candidate, problem.rule, problem.message, help: problem.help)
        continue
      }
      guard isNew else {
        refuse(
          candidate, .unreadableFile, "another file has the same name in other bytes, and is read instead",
          help: "delete the one that is out of date")
        continue
      }
      do throws(System.Failure) {
        let bytes = try fileSystem.read(
          candidate.origin, limit: min(Limits.file, Limits.workspace - total), followingLinks: candidate.followsLinks)
        total += bytes.count
        add(SourceFile(path: candidate.path, bytes: bytes), candidate.role, origin: candidate.origin)
      } catch .tooLarge {
        if Limits.workspace - total < Limits.file { return refuseRest(from: candidate) }
        refuse(candidate, .fileTooLarge, "this file has more than \(Limits.file >> 20) MiB")
      } catch {
        if candidate.followsLinks { throw WaymarkError("cannot read \"\(candidate.path)\": \(error.reason)") }
        refuse(candidate, .unreadableFile, "cannot read this file: \(error.reason)")
      }
    }
  }

  private mutating func refuseRest(from candidate: Candidate) {
    refuse(
      candidate, .workspaceTooLarge,
      "the workspace has more than \(Limits.files) files or \(Limits.workspace >> 20) MiB; the rest is not read")
  }

  private mutating func refuse(_ candidate: Candidate, _ rule: Rule, _ message: String, help: String? = nil) {
    let place = Span(FileID(files.count), 0, 0)
    diagnostics.append(Diagnostic(rule, at: place, message, help: help))
    add(SourceFile(path: candidate.path, bytes: []), .unread, origin: nil)
  }
}
