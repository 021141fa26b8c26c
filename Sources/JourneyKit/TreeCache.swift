internal import JourneySource
internal import JourneySyntax
internal import Synchronization

/// The trees of files that were parsed before, by what is in them: of many files that are looked at again after each
/// change, only those that changed are parsed.
final class TreeCache: Sendable {
  private struct CachedTree {
    let bytes: [UInt8]
    let tree: Diagnosed<Tree>
  }

  private let entries = Mutex<[FileID: CachedTree]>([:])
  private let count = Atomic(0)

  /// How many files were parsed.
  var parsed: Int { count.load(ordering: .relaxed) }

  /// The tree of a file, where neither its bytes nor its place among the files changed.
  func tree(of bytes: [UInt8], file: FileID) -> Diagnosed<Tree> {
    let known = entries.withLock { $0[file] }
    if let known, known.bytes == bytes { return known.tree }
    let tree = parse(bytes, file: file)
    count.add(1, ordering: .relaxed)
    entries.withLock { $0[file] = CachedTree(bytes: bytes, tree: tree) }
    return tree
  }
}
