package import JourneyKit
internal import JourneyModel
package import JourneySource
package import JourneySyntax

/// A thing of a file with those within it, as editors list them.
package struct OutlineItem: Sendable {
  package let keyword: Keyword
  /// What people know it by.
  package let title: String
  /// What files know it by; nil where it is not written.
  package let name: String?
  /// With its block.
  package let range: Range<Int>
  /// Of its name or title.
  package let selection: Range<Int>
  package let children: [OutlineItem]
}

/// The shape of one journey file: what it declares, where its blocks end, what is around a place.
package struct FileShape: Sendable {
  private let tree: Tree
  private let tokens: [SyntaxToken]
  /// Where the `}` of each `{` ends, by where that begins.
  private let closings: [Int: Int]
  private let bytes: [UInt8]

  package init(_ snapshot: LiveSnapshot, _ file: FileID) {
    tree = snapshot.tree(of: file)
    bytes = snapshot.files[Int(file.index)].bytes
    tokens = SyntaxToken.all(in: bytes)
    var (closings, open): ([Int: Int], [Int]) = ([:], [])
    for token in tokens {
      if token.kind == .open { open.append(token.range.lowerBound) }
      if token.kind == .close, let start = open.popLast() { closings[start] = token.range.upperBound }
    }
    for start in open { closings[start] = bytes.count }
    self.closings = closings
  }

  /// The bytes of a line with its block.
  func extent(of node: Node) -> Range<Int> {
    guard let opening = node.opening, let end = closings[Int(opening.start)] else { return node.span.range }
    return Int(node.span.start)..<max(end, Int(node.span.end))
  }

  /// Everything that has a name or a title, as a tree.
  package var outline: [OutlineItem] { items(in: tree.root, depth: 0) }

  private func items(in node: Node, depth: Int) -> [OutlineItem] {
    guard depth < Limits.depth else { return [] }
    return node.block.map { tree[$0] }.compactMap { node in
      guard node.kind == .thing, let keyword = node.keyword else { return nil }
      let title = node.title?.value ?? node.name?.value ?? keyword.value.rawValue
      return OutlineItem(
        keyword: keyword.value, title: title.isEmpty ? keyword.value.rawValue : title, name: node.name?.value,
        range: extent(of: node), selection: (node.name?.span ?? node.title?.span ?? keyword.span).range,
        children: items(in: node, depth: depth + 1))
    }
  }

  /// The stretches that an editor can close: blocks, runs of comments, texts over several lines; the last as comments or not.
  package var folds: [(range: Range<Int>, isComment: Bool)] {
    var folds = closings.map { (range: $0.key..<$0.value, isComment: false) }
    var run: Range<Int>?
    for token in tokens {
      if token.kind == .comment, isFirstOnLine(token.range.lowerBound) {
        if let before = run, bytes[before.upperBound..<token.range.lowerBound].count(where: { $0 == 0x0A }) == 1 {
          run = before.lowerBound..<token.range.upperBound
        } else {
          if let run { folds.append((run, true)) }
          run = token.range
        }
      } else if token.kind == .string, bytes[token.range].contains(0x0A) {
        folds.append((token.range, false))
      }
    }
    if let run { folds.append((run, true)) }
    return folds.filter { bytes[$0.range].contains(0x0A) }.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private func isFirstOnLine(_ start: Int) -> Bool {
    bytes[..<start].last { $0 != 0x20 && $0 != 0x09 }.map { $0 == 0x0A || $0 == 0x0D } ?? true
  }

  /// What is around a place, from the word to the whole file.
  package func surroundings(of offset: Int) -> [Range<Int>] {
    var ranges = tokens.filter { $0.range.lowerBound <= offset && offset <= $0.range.upperBound }.map(\.range)
    for node in tree.nodes.dropFirst() {
      for range in [node.span.range, extent(of: node)] where range.contains(offset) || range.upperBound == offset {
        ranges.append(range)
      }
    }
    ranges.append(0..<bytes.count)
    var around: [Range<Int>] = []
    for range in ranges.sorted(by: { ($0.count, $1.lowerBound) < ($1.count, $0.lowerBound) }) {
      // Each must hold the one before it.
      if let last = around.last,
        last == range || range.lowerBound > last.lowerBound || range.upperBound < last.upperBound
      {
        continue
      }
      around.append(range)
    }
    return around
  }
}
