package import JourneyMetrics
package import JourneySource

/// The files of a workspace as they were read: journey files, tallies, and what could not be read.
///
/// Read them from disk with ``read(_:)``, or make them of text that an editor or a server holds.
public struct WorkspaceFiles: Sendable {
  package enum FileRole: Int, Sendable, Comparable {
    case journey, tally
    /// A tally beside a journey file that was named alone: read for the feedbacks of that file only.
    case tallyBeside
    /// A joint tally in memory. On disk they are read when a review asks for them.
    case joint
    case unread

    package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  /// Ordered by path; a finding's `FileID` is an index into it.
  package internal(set) var files: [SourceFile] = []
  /// Beside `files`.
  package internal(set) var roles: [FileRole] = []
  /// Beside `files`: where each can be written back to; nil for standard input and text in memory.
  package internal(set) var origins: [String?] = []
  /// The folders that were named, and those of files named alone: what paths in the files start from.
  package internal(set) var roots: [String] = []
  /// The files that findings are printed of, by index; nil: all of them, and the workspace as a whole.
  var reported: Set<Int>?
  /// The folder of the workspace around the files that were named, as people know it.
  var surroundings = "."
  /// What could not be read, and why.
  package internal(set) var diagnostics: [Diagnostic] = []

  /// Where they were read from.
  let fileSystem: any FileSystem

  init(in fileSystem: any FileSystem = Disk()) { self.fileSystem = fileSystem }

  /// Files that exist in memory only, such as an editor's buffers. The path says what each is: `*.tally.csv` is a
  /// tally, `*.joint.csv` a joint tally, anything else a journey file.
  public init(_ files: [(path: String, text: String)]) {
    self.init()
    for file in files.sorted(by: { Array($0.path.utf8).lexicographicallyPrecedes(Array($1.path.utf8)) }) {
      let role = FileRole(name: file.path) ?? (file.path.hasSuffix(Self.jointSuffix) ? .joint : .journey)
      add(SourceFile(path: file.path, bytes: Array(file.text.utf8)), role, origin: nil)
    }
  }

  mutating func add(_ file: SourceFile, _ role: FileRole, origin: String?) {
    files.append(file)
    roles.append(role)
    origins.append(origin)
  }

  /// The journey files with the index that findings use for them.
  package var journeys: [(id: FileID, file: SourceFile)] {
    files.indices.filter { roles[$0] == .journey }.map { (FileID($0), files[$0]) }
  }

  /// The tallies, in the same order; those beside a file named alone only where they are of a feedback in `declared`.
  package func tallies(of declared: Set<String>) -> Diagnosed<[Tally]> {
    var tallies: [Tally] = []
    var diagnostics: [Diagnostic] = []
    var room = Limits.cells
    for (index, file) in files.enumerated() where isTally(index, of: declared) {
      let tally = parseTally(file.bytes, file: FileID(index), room: room)
      room -= tally.value.answered.count
      diagnostics += tally.diagnostics
      tallies.append(tally.value)
    }
    if tallies.isEmpty, let first = roles.firstIndex(of: .tallyBeside) {
      diagnostics.append(.tallyNotRead(Path.name(of: files[first].path), at: Span(FileID(first), 0, 0)))
    }
    return Diagnosed(tallies, diagnostics)
  }

  /// The folder that paths in a file start from: of those named on the command line, the nearest above it.
  func folder(of file: FileID) -> String {
    guard let origin = origins[Int(file.index)], let declared = try? fileSystem.resolve(origin) else { return "." }
    let above = roots.compactMap { root in (try? fileSystem.resolve(root)).map { (root, resolved: $0) } }
      .filter { Path.isBelow(declared, $0.resolved) }
    return above.max { $0.resolved.utf8.count < $1.resolved.utf8.count }?.0 ?? "."
  }

  private func isTally(_ index: Int, of declared: Set<String>) -> Bool {
    switch roles[index] {
    case .tally: true
    case .tallyBeside: declared.contains(String(Path.name(of: files[index].path).dropLast(".tally.csv".count)))
    case .journey, .joint, .unread: false
    }
  }
}

extension WorkspaceFiles.FileRole {
  /// What a file is by its name; nil for one that Waymark does not read.
  package init?(name: String) {
    if name.hasSuffix(".journey") {
      self = .journey
    } else if name.hasSuffix(".tally.csv") {
      self = .tally
    } else {
      return nil
    }
  }
}
