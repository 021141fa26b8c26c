internal import JourneySource

/// Where the files of a workspace are: on the disk, or there with an editor's unsaved texts over it.
///
/// Exports and what Waymark writes are no part of it: those are on the disk alone (`System`).
protocol FileSystem: Sendable {
  func status(of path: String, followingLinks: Bool) throws(System.Failure) -> System.FileStatus
  /// Everything in a folder, in any order.
  func entries(of folder: String) throws(System.Failure) -> [System.FolderEntry]
  /// The path with every link resolved, absolute.
  func resolve(_ path: String) throws(System.Failure) -> String
  /// The bytes of a regular file of at most `limit` bytes.
  func read(_ path: String, limit: Int, followingLinks: Bool) throws(System.Failure) -> [UInt8]
}

extension FileSystem {
  /// What a path leads to; nil where there is nothing.
  func kind(of path: String) -> System.FileKind? { try? status(of: path, followingLinks: true).kind }

  /// The names in a folder that are text, in order; none where it cannot be read.
  func names(in folder: String) -> [String] {
    ((try? entries(of: folder)) ?? []).compactMap { String(validating: $0.name, as: UTF8.self) }.sorted()
  }
}

/// The files as the system has them.
struct Disk: FileSystem {
  func status(of path: String, followingLinks: Bool) throws(System.Failure) -> System.FileStatus {
    try System.status(of: path, followingLinks: followingLinks)
  }

  func entries(of folder: String) throws(System.Failure) -> [System.FolderEntry] { try System.entries(of: folder) }

  func resolve(_ path: String) throws(System.Failure) -> String { try System.resolve(path) }

  func read(_ path: String, limit: Int, followingLinks: Bool) throws(System.Failure) -> [UInt8] {
    try System.read(path, limit: limit, followingLinks: followingLinks)
  }
}

/// Texts that lie over the files of a disk, or where it has none: what an editor holds and has not saved.
struct Overlay: FileSystem {
  /// By absolute path without links.
  private let texts: [String: [UInt8]]
  private let below: any FileSystem

  init(_ texts: [String: [UInt8]], over below: any FileSystem = Disk()) {
    self.texts = texts
    self.below = below
  }

  func status(of path: String, followingLinks: Bool) throws(System.Failure) -> System.FileStatus {
    guard let text = texts[path] else { return try below.status(of: path, followingLinks: followingLinks) }
    guard let status = try? below.status(of: path, followingLinks: followingLinks) else {
      let identity = System.Identity(device: .max, inode: StableHash(path.utf8).value)
      return System.FileStatus(kind: .file, size: text.count, permissions: 0o644, identity: identity)
    }
    return System.FileStatus(
      kind: status.kind, size: text.count, permissions: status.permissions, identity: status.identity)
  }

  func entries(of folder: String) throws(System.Failure) -> [System.FolderEntry] {
    let new = texts.keys.filter { Path.folder(of: $0) == folder }.map { Array(Path.name(of: $0).utf8) }
    guard !new.isEmpty else { return try below.entries(of: folder) }
    let saved = (try? below.entries(of: folder)) ?? []
    let known = Set(saved.map(\.name))
    return saved + new.filter { !known.contains($0) }.map { System.FolderEntry(name: $0, kind: .file) }
  }

  func resolve(_ path: String) throws(System.Failure) -> String {
    do throws(System.Failure) { return try below.resolve(path) } catch {
      if texts[path] != nil { return path }
      throw error
    }
  }

  func read(_ path: String, limit: Int, followingLinks: Bool) throws(System.Failure) -> [UInt8] {
    guard let text = texts[path] else {
      return try below.read(path, limit: limit, followingLinks: followingLinks)
    }
    guard text.count <= limit else { throw .tooLarge }
    return text
  }
}
