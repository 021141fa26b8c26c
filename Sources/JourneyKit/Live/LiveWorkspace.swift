internal import JourneySource

/// A workspace that an editor has open: the files on the disk with the editor's unsaved texts over them, read again as
/// they change.
///
/// The disk is read only when somebody says that it changed. A keystroke costs parsing one file and resolving all.
/// For one thread.
package final class LiveWorkspace {
  /// What is read: a folder, or a journey file that is in none. Absolute, without links.
  package private(set) var root: String
  /// What the paths of findings start from.
  private let folder: String
  /// Whether it is a folder's, and not one of a file alone.
  private let isFolder: Bool
  private var texts: [String: [UInt8]] = [:]
  private var read: WorkspaceFiles?
  /// By absolute path: where a file is among those read.
  private var places: [String: Int] = [:]
  private let trees = TreeCache()
  private var made: LiveSnapshot?

  /// The workspace of a folder, by the same rule as on the command line: its `journeys`, where it has that.
  package init(folder: String) {
    self.folder = folder
    isFolder = true
    root = WorkspaceFiles.standard(in: folder, Disk())
  }

  /// A file alone, with the tallies beside it.
  package init(file: String) {
    folder = Path.folder(of: file)
    isFolder = false
    root = file
  }

  /// Whether a file would be read with it.
  package func covers(_ path: String) -> Bool { Path.isBelow(path, root) }

  /// What the editor holds of a file; nil once it has let go of it.
  package func set(_ text: [UInt8]?, of path: String) {
    let isNew = (texts[path] == nil) != (text == nil)
    guard isNew || texts[path] != text else { return }
    texts[path] = text
    made = nil
    // A text for a file that was read takes its place; anything else may change which files there are, or which fit.
    if let text, let place = places[path], text.count <= Limits.file, var files = read {
      files.files[place] = SourceFile(path: files.files[place].path, bytes: text)
      read = files.files.reduce(0) { $0 + $1.bytes.count } <= Limits.workspace ? files : nil
    } else {
      read = nil
    }
  }

  /// Something was written, made, moved or deleted.
  package func diskChanged() {
    (read, made) = (nil, nil)
    if isFolder { root = WorkspaceFiles.standard(in: folder, Disk()) }
  }

  /// Tells whether files may be others than they were, without reading them.
  package var stamp: UInt64 {
    var stamp = StableHash()
    for file in (try? Walk(below: root, in: Disk(), current: nil).candidates) ?? [] {
      guard let status = try? System.status(of: file.origin, followingLinks: true) else { continue }
      let facts = [status.size, status.modified, Int(truncatingIfNeeded: status.identity.inode)]
      stamp.add("\(file.origin) \(facts)".utf8)
    }
    return stamp.value
  }

  /// The workspace as it is now.
  package var snapshot: LiveSnapshot {
    if let made { return made }
    let snapshot = LiveSnapshot(files: files(), trees: trees, folder: folder)
    made = snapshot
    return snapshot
  }

  private func files() -> WorkspaceFiles {
    if let read { return read }
    let overlay = Overlay(texts)
    // Without any journey file there is nothing to find, and nothing to say.
    let files = (try? WorkspaceFiles.read([root], in: overlay, current: folder)) ?? WorkspaceFiles(in: overlay)
    read = files
    places = [:]
    for (index, origin) in files.origins.enumerated() {
      if let origin, files.roles[index] != .unread { places[origin] = index }
    }
    return files
  }
}

extension LiveWorkspace {
  /// Whether a path leads to a folder.
  package static func isFolder(_ path: String) -> Bool { Disk().kind(of: path) == .folder }

  /// A path without links; of one that is not there the folder's, as far as there is one.
  package static func resolved(_ path: String) -> String { Path.resolved(path) }
}
