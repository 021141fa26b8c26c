internal import JourneySource

/// What git ignores in a work tree, by its `.gitignore` files, `.git/info/exclude` and the user's own list.
///
/// Read here and not asked of git: no program is started in a folder that others wrote, and none need be there. What a
/// setting of git's (`core.excludesFile`) adds elsewhere is not known, so a file may be called unprotected that is not; nor
/// is it seen that git already keeps a file in spite of these rules.
struct GitIgnore {
  /// The top folder of the work tree, resolved.
  let root: String
  private let everywhere: [Pattern]
  private var byFolder: [String: [Pattern]] = [:]

  /// Of a list of patterns, in bytes; longer ones are not read, and ignore nothing.
  private static let longest = 1 << 20

  /// The rules for files in a folder; nil where it lies in no work tree.
  init?(above folder: String) {
    guard let root = Self.workTree(above: folder) else { return nil }
    self.root = root
    let home = System.environment("HOME").map { Path.join($0, ".config") }
    let own = System.environment("XDG_CONFIG_HOME") ?? home
    let lists = [own.map { Path.join($0, "git/ignore") }, Path.join(root, ".git/info/exclude")].compactMap(\.self)
    everywhere = lists.flatMap(Self.patterns(in:))
  }

  /// The nearest folder above, or this one, that holds `.git`; resolved.
  static func workTree(above folder: String) -> String? {
    guard var folder = try? System.resolve(folder) else { return nil }
    while true {
      if (try? System.status(of: Path.join(folder, ".git"), followingLinks: false)) != nil { return folder }
      if folder == "/" { return nil }
      folder = Path.folder(of: folder)
    }
  }

  /// The line for a `.gitignore` at the top of the work tree that names this file or folder.
  func line(for path: String, isFolder: Bool) -> String {
    let below = path.dropFirst(root == "/" ? 0 : root.utf8.count)
    let escaped = below.map { "\\*?[]!# ".contains($0) ? "\\\($0)" : String($0) }.joined()
    return escaped + (isFolder ? "/" : "")
  }

  /// Whether git would leave the file out. A file below an ignored folder is ignored whatever else is said of it.
  mutating func ignores(_ file: String) -> Bool {
    guard Path.isBelow(file, root), file != root else { return true }
    let parts = file.dropFirst(root == "/" ? 1 : root.utf8.count + 1).split(separator: "/")
    return parts.indices.contains { last in isIgnored(parts[...last].map(String.init), isFolder: last < parts.count - 1)
    }
  }

  /// By the last pattern that fits, of the nearest list that has one.
  private mutating func isIgnored(_ parts: [String], isFolder: Bool) -> Bool {
    for depth in (0..<parts.count).reversed() {
      let folder = parts[..<depth].reduce(root) { $0 == "/" ? "/" + $1 : "\($0)/\($1)" }
      if byFolder[folder] == nil { byFolder[folder] = Self.patterns(in: Path.join(folder, ".gitignore")) }
      let below = Array(parts[depth...].joined(separator: "/").utf8)
      if let last = byFolder[folder]?.last(where: { $0.fits(below, isFolder) }) { return !last.isException }
    }
    let whole = Array(parts.joined(separator: "/").utf8)
    return everywhere.last { $0.fits(whole, isFolder) }.map { !$0.isException } ?? false
  }

  private static func patterns(in path: String) -> [Pattern] {
    guard let bytes = try? System.read(path, limit: longest, followingLinks: false) else { return [] }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    return bytes[start...].split(separator: 0x0A).compactMap { Pattern($0.last == 0x0D ? $0.dropLast() : $0) }
  }
}

extension GitIgnore {
  /// A line of a `.gitignore`. It is followed along a path in all ways at once, so that no pattern takes longer than its
  /// length times the path's.
  private struct Pattern {
    private enum PatternToken {
      case byte(UInt8)
      /// `?`
      case one
      /// `[a-z]`
      case oneOf([ClosedRange<UInt8>], isExcept: Bool)
      /// `*`: anything without a slash.
      case some
      /// `**/`: any folders, or none.
      case folders
      /// `**` at the end.
      case all
    }

    let isException: Bool
    private let isFolder: Bool
    /// Whether it is for a path from its folder on; otherwise for a name anywhere below.
    private let isPath: Bool
    private let tokens: [PatternToken]

    /// Nil for a comment, a blank line, and what git cannot read either.
    init?(_ line: ArraySlice<UInt8>) {
      var line = line
      // Blanks at the end count where a backslash is before them only.
      while line.last == 0x20, line.dropLast().last != 0x5C { line = line.dropLast() }
      guard let first = line.first, first != 0x23 else { return nil }
      isException = first == 0x21
      if isException { line = line.dropFirst() }
      isFolder = line.last == 0x2F
      if isFolder { line = line.dropLast() }
      isPath = line.contains(0x2F)
      if line.first == 0x2F { line = line.dropFirst() }
      guard !line.isEmpty, let tokens = Self.tokens(of: Array(line)) else { return nil }
      self.tokens = tokens
    }

    private static func tokens(of bytes: [UInt8]) -> [PatternToken]? {
      var (tokens, index): ([PatternToken], Int) = ([], 0)
      while index < bytes.count {
        switch bytes[index] {
        case 0x5C:
          guard index + 1 < bytes.count else { return nil }
          tokens.append(.byte(bytes[index + 1]))
          index += 2
        case 0x3F:
          tokens.append(.one)
          index += 1
        case 0x2A:
          let stars = bytes[index...].prefix { $0 == 0x2A }.count
          let (isStart, next) = (index == 0 || bytes[index - 1] == 0x2F, index + stars)
          if stars == 2, isStart, next == bytes.count {
            tokens += [.one, .all]
            index = next
          } else if stars == 2, isStart, bytes[next] == 0x2F {
            tokens.append(.folders)
            index = next + 1
          } else {
            tokens.append(.some)
            index = next
          }
        case 0x5B:
          guard let (token, end) = set(in: bytes, from: index + 1) else { return nil }
          tokens.append(token)
          index = end
        default:
          tokens.append(.byte(bytes[index]))
          index += 1
        }
      }
      return tokens
    }

    /// What is between brackets, and where it ends; nil where it does not, or holds a named class.
    private static func set(in bytes: [UInt8], from start: Int) -> (PatternToken, Int)? {
      var index = start
      let isExcept = index < bytes.count && (bytes[index] == 0x21 || bytes[index] == 0x5E)
      if isExcept { index += 1 }
      let first = index
      var ranges: [ClosedRange<UInt8>] = []
      while index < bytes.count, bytes[index] != 0x5D || index == first {
        if bytes[index] == 0x5B, index + 1 < bytes.count, bytes[index + 1] == 0x3A { return nil }
        if bytes[index] == 0x5C { index += 1 }
        guard index < bytes.count else { return nil }
        let low = bytes[index]
        index += 1
        var high = low
        if index + 1 < bytes.count, bytes[index] == 0x2D, bytes[index + 1] != 0x5D {
          index += bytes[index + 1] == 0x5C ? 2 : 1
          guard index < bytes.count else { return nil }
          high = bytes[index]
          index += 1
        }
        if low <= high { ranges.append(low...high) }
      }
      return index < bytes.count ? (.oneOf(ranges, isExcept: isExcept), index + 1) : nil
    }

    func fits(_ path: [UInt8], _ isFolder: Bool) -> Bool {
      if self.isFolder, !isFolder { return false }
      let text = isPath ? path[...] : path.suffix(from: path.lastIndex(of: 0x2F).map { $0 + 1 } ?? 0)
      var here = skipping(from: [0], atStart: true)
      for byte in text {
        var next: Set<Int> = []
        for state in here where state < tokens.count {
          switch tokens[state] {
          case .byte(let wanted): if byte == wanted { next.insert(state + 1) }
          case .one: if byte != 0x2F { next.insert(state + 1) }
          case .oneOf(let ranges, let isExcept):
            if byte != 0x2F, ranges.contains(where: { $0.contains(byte) }) != isExcept { next.insert(state + 1) }
          case .some: if byte != 0x2F { next.insert(state) }
          case .folders, .all: next.insert(state)
          }
        }
        here = skipping(from: next, atStart: byte == 0x2F)
        if here.isEmpty { return false }
      }
      return here.contains(tokens.count)
    }

    /// With the states that are reached without a letter.
    private func skipping(from states: Set<Int>, atStart: Bool) -> Set<Int> {
      var (reached, open) = (states, Array(states))
      while let state = open.popLast() {
        guard state < tokens.count else { continue }
        let skips =
          switch tokens[state] {
          case .some, .all: true
          case .folders: atStart
          default: false
          }
        if skips, reached.insert(state + 1).inserted { open.append(state + 1) }
      }
      return reached
    }
  }
}
