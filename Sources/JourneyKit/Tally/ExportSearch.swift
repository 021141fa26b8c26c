internal import JourneyFeedback
internal import JourneySource

/// Finds and opens the exports of a feedback below one folder.
///
/// Nothing outside that folder is read, whatever links lead to: not even the names in a folder. `*` stands for any
/// letters but a slash, and for no dot at the start.
struct ExportSearch {
  /// As people know it.
  let folder: String
  /// Whether the command line names it.
  let isNamed: Bool
  private let root: String
  private(set) var found: [FoundExport] = []
  private(set) var diagnostics: [Diagnostic] = []
  private var known: Set<System.Identity> = []

  struct FoundExport {
    /// Below the folder.
    let path: String
    let resolved: String
    let size: Int
  }

  init(in folder: String, isNamed: Bool) throws(WaymarkError) {
    self.folder = folder
    self.isNamed = isNamed
    root = try WaymarkError.from("cannot read the folder \"\(folder)\"") { () throws(System.Failure) in
      guard try System.status(of: folder, followingLinks: true).kind == .folder else { throw .isNoFolder }
      return try System.resolve(folder)
    }
  }

  /// Adds the files that a pattern names; each file once, even where several patterns name it.
  mutating func add(_ pattern: Spanned<String>) {
    var paths = [""]
    let parts = pattern.value.split(separator: "/").map(String.init).filter { $0 != "." }
    for (depth, part) in parts.enumerated() {
      paths = paths.flatMap { path -> [String] in
        part.utf8.contains(UInt8(ascii: "*"))
          ? names(in: path, pattern, like: part).map { Path.join(path, $0) } : [Path.join(path, part)]
      }
      if depth < parts.count - 1 { paths = paths.filter { isFolder($0) } }
    }
    var count = 0
    for path in paths.prefix(Limits.files) where take(path, pattern) { count += 1 }
    if count == 0 { reportMissing(pattern) }
  }

  private func isFolder(_ path: String) -> Bool {
    (try? System.status(of: Path.join(root, path), followingLinks: true).kind) == .folder
  }

  /// The names in a folder that fit, in byte order; not those of tallies, which are counts already.
  private mutating func names(in path: String, _ pattern: Spanned<String>, like part: String) -> [String] {
    let sign = Array(part.utf8)
    return entries(of: path, pattern).filter { !$0.hasSuffix(".tally.csv") && matches(Array($0.utf8), sign) }
  }

  private mutating func entries(of path: String, _ pattern: Spanned<String>) -> [String] {
    guard let resolved = try? System.resolve(Path.join(root, path)) else { return [] }
    guard Path.isBelow(resolved, root) else {
      diagnostics.append(.exportLeaves(path, folder, at: pattern.span))
      return []
    }
    let entries = (try? System.entries(of: resolved)) ?? []
    // Excel puts a file with such a name beside a workbook as long as it is open.
    return entries.compactMap { String(validating: $0.name, as: UTF8.self) }.filter { !$0.hasPrefix("~$") }
      .sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }

  /// Whether there is anything of that name; what must not be read is a finding.
  private mutating func take(_ path: String, _ pattern: Spanned<String>) -> Bool {
    let joined = Path.join(root, path)
    guard let resolved = try? System.resolve(joined) else {
      let isLink = (try? System.status(of: joined, followingLinks: false)) != nil
      if isLink { diagnostics.append(.exportUnreadable(path, "this link leads nowhere", at: pattern.span)) }
      return isLink
    }
    guard Path.isBelow(resolved, root) else {
      diagnostics.append(.exportLeaves(path, folder, at: pattern.span))
      return true
    }
    guard let status = try? System.status(of: resolved, followingLinks: false) else { return false }
    switch status.kind {
    case .file:
      if known.insert(status.identity).inserted {
        found.append(FoundExport(path: path, resolved: resolved, size: status.size))
      }
    case .folder:
      if pattern.value.utf8.contains(UInt8(ascii: "*")) { return false }
      diagnostics.append(.exportUnreadable(path, "it is a folder", at: pattern.span))
    case .link, .other: diagnostics.append(.exportNotAFile(path, at: pattern.span))
    }
    return true
  }

  private mutating func reportMissing(_ pattern: Spanned<String>) {
    let parts = pattern.value.split(separator: "/").map(String.init)
    let parent = parts.dropLast().joined(separator: "/")
    var nearest: String?
    if !parent.contains("*"), let last = parts.last {
      let names = entries(of: parent, pattern).filter { !$0.hasPrefix(".") }
      nearest = names.closest(to: last).map { Path.join(parent, $0) }
    }
    diagnostics.append(.missingExport(pattern, in: self, nearest: nearest))
  }

  /// A warning where git would take exports in, which lie in a work tree and are not ignored.
  func unprotected(at span: Span) -> [Diagnostic] {
    var rules: [String: GitIgnore?] = [:]
    var open: [(file: FoundExport, line: String)] = []
    for file in found.prefix(Self.mostLookedAt) {
      let folder = Path.folder(of: file.resolved)
      guard var ignore = rules[folder] ?? GitIgnore(above: folder) else {
        rules[folder] = .some(nil)
        continue
      }
      if !ignore.ignores(file.resolved) {
        let isFolder = file.path.contains("/")
        open.append((file, ignore.line(for: isFolder ? folder : file.resolved, isFolder: isFolder)))
      }
      rules[folder] = ignore
    }
    return open.first.map { [.exportInGit($0.file.path, more: open.count - 1, line: $0.line, at: span)] } ?? []
  }

  private static let mostLookedAt = 1_000

  /// Opens what was found; what cannot be opened is a finding.
  ///
  /// - Parameter progress: told of the bytes that were read.
  func opened(at span: Span, progress: @escaping @Sendable (Int) -> Void) -> Diagnosed<[ExportFile]> {
    var result = Diagnosed<[ExportFile]>([])
    for one in found {
      do throws(System.Failure) {
        let file = try OpenFile(one.resolved, isHeld: found.count <= Self.mostHeld)
        let source = ByteSource(count: file.size) { offset, buffer, range in
          let count = file.read(from: offset, into: &buffer, range)
          progress(max(count, 0))
          return count
        }
        result.value.append(ExportFile(path: one.path, source: source))
      } catch {
        result.diagnostics.append(.exportUnreadable(one.path, error.reason, at: span))
      }
    }
    return result
  }

  private static let mostHeld = 100
}

/// Whether a name fits a pattern with `*`, byte by byte: each star takes as little as it can, and more when the rest
/// does not fit.
func matches(_ name: [UInt8], _ pattern: [UInt8]) -> Bool {
  let star = UInt8(ascii: "*")
  if name.first == UInt8(ascii: "."), pattern.first != UInt8(ascii: ".") { return false }
  var (at, sign) = (0, 0)
  var last: (sign: Int, at: Int)?
  while at < name.count {
    if sign < pattern.count, pattern[sign] == star {
      last = (sign, at)
      sign += 1
    } else if sign < pattern.count, pattern[sign] == name[at] {
      at += 1
      sign += 1
    } else if let back = last {
      at = back.at + 1
      last = (back.sign, at)
      sign = back.sign + 1
    } else {
      return false
    }
  }
  return pattern[sign...].allSatisfy { $0 == star }
}
