import JourneySource
import JourneySyntax

/// No node stands in two places of the tree, so that a walk ends, and all lie in the file.
func followParser(_ bytes: [UInt8]) throws(Broken) {
  let parsed = parse(bytes, file: FileID(0))
  try hold(parsed.diagnostics, within: bytes)
  let tree = parsed.value
  var places = [Int](repeating: 0, count: tree.nodes.count)
  for (index, node) in tree.nodes.enumerated() {
    try hold(0 <= node.span.start && node.span.end <= bytes.count, "node \(index) lies at \(node.span)")
    for id in node.facts + node.block {
      try hold(places.indices.contains(id.index), "node \(index) holds node \(id.index)")
      places[id.index] += 1
    }
  }
  try hold(places.first == 0 && places.allSatisfy { $0 <= 1 }, "a node stands in several places")
}

/// Formatting keeps the tree and the comments of a file without errors, and formatting again changes nothing.
func followFormatter(_ bytes: [UInt8]) throws(Broken) {
  let before = parse(bytes, file: FileID(0))
  let text = format(before.value)
  guard !before.hasErrors else { return }
  let comments = before.value.comments
  try hold(comments.count == written(bytes) ?? comments.count, "parsing lost comments")
  let after = parse(Array(text.utf8), file: FileID(0))
  try hold(!after.hasErrors, "formatting made an error: \(after.diagnostics.map(\.message))")
  try hold(after.value.dump(braces: false) == before.value.dump(braces: false), "formatting changed the tree")
  try hold(after.value.comments.sorted() == comments.sorted(), "formatting changed the comments")
  try hold(format(after.value) == text, "formatting again changed the text")
}

extension Diagnosed {
  fileprivate var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

extension Tree {
  /// Comments without the blank lines between them.
  fileprivate var comments: [String] {
    nodes.flatMap { node in
      let trivia = node.trivia
      return trivia.leading + [trivia.trailing, trivia.afterClosing].compactMap { $0 } + trivia.closing
    }.filter { !$0.isEmpty }
  }
}

/// How many comments a file has, where that can be told without understanding it: ASCII without quotes, and without
/// the lines that git leaves in a conflict.
private func written(_ bytes: [UInt8]) -> Int? {
  let lines = bytes.split(separator: 0x0A)
  let isPlain = bytes.allSatisfy { (0x20..<0x7F).contains($0) && $0 != 0x22 && $0 != 0x27 && $0 != 0x60 || $0 == 0x0A }
  guard isPlain, !lines.contains(where: { Set($0.prefix(7)).count == 1 && $0.count >= 7 }) else { return nil }
  return lines.count { $0.contains(0x23) }
}
