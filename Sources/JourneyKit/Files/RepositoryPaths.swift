/// Paths as the services that host a repository know them: from its top, whatever folder a job works in.
struct RepositoryPaths {
  private let current: String?
  private let top: String?

  /// Of the repository around the current folder.
  init() {
    current = System.currentFolder
    top = current.flatMap(GitIgnore.workTree)
  }

  /// The path of a file on the disk; as it is for a file outside, for standard input, and where there is no repository.
  func path(_ path: String) -> String {
    guard let top, let current, path != "<stdin>" else { return path }
    let isAbsolute = path.utf8.first == UInt8(ascii: "/")
    guard let parts = Path.plain(isAbsolute ? path : Path.join(current, path)) else { return path }
    let whole = "/" + parts.joined(separator: "/")
    return Path.isBelow(whole, top) && whole != top
      ? String(whole.dropFirst(top == "/" ? 1 : top.utf8.count + 1)) : path
  }
}
