/// Paths as text, with forward slashes.
enum Path {
  static func join(_ folder: String, _ name: String) -> String {
    if folder.isEmpty || folder == "." { return name }
    return folder.utf8.last == UInt8(ascii: "/") ? folder + name : "\(folder)/\(name)"
  }

  /// What lies before the last slash; `.` where there is none.
  static func folder(of path: String) -> String {
    let path = trimmed(path)
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  static func name(of path: String) -> String {
    let path = trimmed(path)
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return String(path[path.utf8.index(after: slash)...])
  }

  /// As people should see it: without `./` in front or `/` behind, and relative to the current folder below it.
  static func shown(_ path: String, from current: String?) -> String {
    var path = trimmed(path)
    if let current, path.hasPrefix(current + "/") { path = String(path.dropFirst(current.count + 1)) }
    while path.hasPrefix("./") { path = String(path.dropFirst(2)) }
    return path
  }

  /// An absolute path as it is seen from another one; itself where the two have no folder in common.
  static func relative(_ path: String, to current: String?) -> String {
    guard let current, path.utf8.first == UInt8(ascii: "/") else { return shown(path, from: current) }
    if path == current { return "." }
    let (ours, theirs) = (current.split(separator: "/"), path.split(separator: "/"))
    let common = zip(ours, theirs).prefix { $0 == $1 }.count
    guard common > 0, common < theirs.count || common < ours.count else { return path }
    return (Array(repeating: "..", count: ours.count - common) + theirs[common...]).joined(separator: "/")
  }

  /// The path without `.` and `..`, as it is written; nil where it leaves the folder that it starts from.
  static func plain(_ path: String) -> [Substring]? {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(part)
      } else if parts.popLast() == nil {
        return nil
      }
    }
    return parts
  }

  /// Whether a resolved path is `root` or lies below it.
  static func isBelow(_ path: String, _ root: String) -> Bool {
    path == root || path.hasPrefix(root == "/" ? "/" : root + "/")
  }

  /// A path without links; of one that is not there the folder's, as far as there is one.
  static func resolved(_ path: String) -> String {
    if let resolved = try? System.resolve(path) { return resolved }
    guard let folder = try? System.resolve(folder(of: path)) else { return path }
    return join(folder, name(of: path))
  }

  private static func trimmed(_ path: String) -> String {
    var path = path
    while path.utf8.count > 1, path.utf8.last == UInt8(ascii: "/") { path.removeLast() }
    return path
  }
}
