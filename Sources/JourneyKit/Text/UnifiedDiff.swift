/// The change from one text to another as `diff -u` prints it: three lines of context, `@@ -1,4 +1,5 @@`.
///
/// Lines are matched by Myers' algorithm ("An O(ND) difference algorithm and its variations", 1986). Texts with more
/// than 1,000 changed lines are shown as replaced between their common beginning and end.
struct UnifiedDiff {
  private enum DiffLine {
    case same(ArraySlice<UInt8>)
    case removed(ArraySlice<UInt8>)
    case added(ArraySlice<UInt8>)
  }

  private static let context = 3
  private static let mostChanges = 1000

  private let lines: [DiffLine]
  private let path: String
  private let paint: TerminalPaint
  private let isForPeople: Bool

  /// Where `isForPeople`, what cannot be seen is escaped; otherwise `patch` can read the text.
  init(from old: [UInt8], to new: [UInt8], path: String, paint: TerminalPaint, isForPeople: Bool) {
    lines = Self.compare(Self.split(old), Self.split(new))
    self.path = path
    self.paint = paint
    self.isForPeople = isForPeople
  }

  /// Empty where nothing differs.
  var text: String {
    let hunks = hunks
    guard !hunks.isEmpty else { return "" }
    let head = paint("--- \(visible(path))", .bold) + "\n" + paint("+++ \(visible(path))", .bold) + "\n"
    return hunks.reduce(into: head) { $0 += text(of: $1) }
  }

  /// The runs of lines that differ: which bytes of the old text give way, and what comes there.
  static func replacements(from old: [UInt8], to new: [UInt8]) -> [(bytes: Range<Int>, text: [UInt8])] {
    var replacements: [(bytes: Range<Int>, text: [UInt8])] = []
    var (place, isChange) = (0, false)
    for line in compare(split(old), split(new)) {
      if case .same(let bytes) = line {
        (place, isChange) = (place + bytes.count, false)
        continue
      }
      if !isChange { replacements.append((place..<place, [])) }
      isChange = true
      let last = replacements.count - 1
      switch line {
      case .removed(let bytes):
        place += bytes.count
        replacements[last].bytes = replacements[last].bytes.lowerBound..<place
      case .added(let bytes): replacements[last].text += bytes
      case .same: break
      }
    }
    return replacements
  }

  /// Lines with their ends, so that a missing last `\n` is a difference too.
  private static func split(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for index in bytes.indices where bytes[index] == UInt8(ascii: "\n") {
      lines.append(bytes[start...index])
      start = index + 1
    }
    if start < bytes.count { lines.append(bytes[start...]) }
    return lines
  }

  private static func compare(_ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]) -> [DiffLine] {
    var head = 0
    while head < old.count, head < new.count, old[head] == new[head] { head += 1 }
    var tail = 0
    while tail < old.count - head, tail < new.count - head, old[old.count - 1 - tail] == new[new.count - 1 - tail] {
      tail += 1
    }
    let (before, after) = (Array(old[head..<(old.count - tail)]), Array(new[head..<(new.count - tail)]))
    let middle = changes(before, after) ?? before.map(DiffLine.removed) + after.map(DiffLine.added)
    return old[..<head].map(DiffLine.same) + middle + old[(old.count - tail)...].map(DiffLine.same)
  }

  /// Myers' greedy search: `furthest[k]` is how far down diagonal k one gets with so many changes.
  private static func changes(_ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]) -> [DiffLine]? {
    let most = min(old.count + new.count, mostChanges)
    let middle = most + 1
    var furthest = Array(repeating: 0, count: 2 * most + 3)
    var trace: [ArraySlice<Int>] = []
    for count in 0...most {
      trace.append(furthest[(middle - count - 1)...(middle + count + 1)])
      for diagonal in stride(from: -count, through: count, by: 2) {
        let down = comesDown(diagonal, count, furthest[middle + diagonal - 1], furthest[middle + diagonal + 1])
        var x = down ? furthest[middle + diagonal + 1] : furthest[middle + diagonal - 1] + 1
        while x < old.count, x - diagonal < new.count, old[x] == new[x - diagonal] { x += 1 }
        furthest[middle + diagonal] = x
        if x >= old.count, x - diagonal >= new.count { return walkBack(trace, old, new, middle) }
      }
    }
    return nil
  }

  private static func comesDown(_ diagonal: Int, _ count: Int, _ left: Int, _ right: Int) -> Bool {
    diagonal == -count || diagonal != count && left < right
  }

  private static func walkBack(
    _ trace: [ArraySlice<Int>], _ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>], _ middle: Int
  ) -> [DiffLine] {
    var lines: [DiffLine] = []
    var (x, y) = (old.count, new.count)
    for count in trace.indices.reversed() {
      let furthest = trace[count]
      let diagonal = x - y
      let down = comesDown(
        diagonal, count, furthest[middle + diagonal - 1], furthest[middle + diagonal + 1])
      let from = diagonal + (down ? 1 : -1)
      let (startX, startY) = (furthest[middle + from], furthest[middle + from] - from)
      while x > 0, y > 0, x > startX, y > startY,
        count == 0 || x - startX > (down ? 0 : 1) || y - startY > (down ? 1 : 0)
      {
        lines.append(.same(old[x - 1]))
        (x, y) = (x - 1, y - 1)
      }
      guard count > 0 else { break }
      if down {
        lines.append(.added(new[y - 1]))
        y -= 1
      } else {
        lines.append(.removed(old[x - 1]))
        x -= 1
      }
    }
    return lines.reversed()
  }

  /// Runs of changes with their context, as ranges of lines; runs that touch are one.
  private var hunks: [Range<Int>] {
    var hunks: [Range<Int>] = []
    for (index, line) in lines.enumerated() {
      if case .same = line { continue }
      let range = max(0, index - Self.context)..<min(lines.count, index + Self.context + 1)
      if let last = hunks.last, last.upperBound >= range.lowerBound {
        hunks[hunks.count - 1] = last.lowerBound..<range.upperBound
      } else {
        hunks.append(range)
      }
    }
    return hunks
  }

  private func text(of hunk: Range<Int>) -> String {
    let before = Self.counts(in: lines[..<hunk.lowerBound])
    let inside = Self.counts(in: lines[hunk])
    let old = Self.range(after: before.old, inside.old)
    let new = Self.range(after: before.new, inside.new)
    var result = paint("@@ -\(old) +\(new) @@", .cyan) + "\n"
    for line in lines[hunk] {
      switch line {
      case .same(let bytes): result += shown(" ", bytes, nil)
      case .removed(let bytes): result += shown("-", bytes, .plainRed)
      case .added(let bytes): result += shown("+", bytes, .green)
      }
    }
    return result
  }

  private static func counts(in lines: ArraySlice<DiffLine>) -> (old: Int, new: Int) {
    lines.reduce(into: (old: 0, new: 0)) { counts, line in
      switch line {
      case .same: counts = (counts.old + 1, counts.new + 1)
      case .removed: counts.old += 1
      case .added: counts.new += 1
      }
    }
  }

  private static func range(after start: Int, _ count: Int) -> String {
    count == 1 ? "\(start + 1)" : "\(count == 0 ? start : start + 1),\(count)"
  }

  private func shown(_ sign: String, _ bytes: ArraySlice<UInt8>, _ hue: TerminalPaint.Hue?) -> String {
    let ends = bytes.last == UInt8(ascii: "\n")
    var line = String(decoding: ends ? bytes.dropLast() : bytes, as: UTF8.self)
    if isForPeople {
      line = line.split(separator: "\t", omittingEmptySubsequences: false).map { visible(String($0)) }
        .joined(separator: "\t")
    }
    line = sign + line
    return (hue.map { paint(line, $0) } ?? line) + (ends ? "\n" : "\n\\ No newline at end of file\n")
  }
}
