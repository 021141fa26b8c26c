internal import Foundation

/// The sentences of a Markdown page: its paragraphs and the items of its lists, without code, tables and headings.
public struct Prose: Sendable {
  /// A paragraph, or an item of a list.
  public struct Paragraph: Sendable, CustomStringConvertible {
    /// The line of the page at which it begins, from 1.
    public let line: Int
    /// Its text on one line, code in it included.
    public let text: String

    /// The text without code in it, which is no English.
    public var words: String { text.replacing(/`[^`]*`/, with: "…") }
    /// Its sentences, without code, addresses of links and what is in brackets; a colon ends one, too.
    public var sentences: [String] {
      words.replacing(/\]\([^)]*\)/, with: "]").replacing(/\([^)]*\)/, with: "")
        .split(separator: /[.?!:]["*”)]*\s+/).map(String.init)
    }
    /// Its line and its first words.
    public var description: String { "line \(line): \(text.prefix(60))…" }
  }

  /// The paragraphs, in order.
  public let paragraphs: [Paragraph]
  /// Headings and rows of tables, in order: no sentences, but words that people read.
  public let lines: [Paragraph]

  /// The pages that people read, by their paths in the repository.
  public static let pages: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: Golden.root.appending(path: "docs").path)) ?? []
    return ["README.md", "SECURITY.md", "CONTRIBUTING.md"]
      + names.filter { $0.hasSuffix(".md") }.sorted().map { "docs/\($0)" }
  }()

  /// Reads a page of the repository.
  public init(page: String) throws {
    self.init(try String(contentsOf: Golden.root.appending(path: page), encoding: .utf8))
  }

  /// Reads the text of a page.
  public init(_ text: String) {
    var (found, lines): ([Paragraph], [Paragraph]) = ([], [])
    var (start, open, isCode) = (0, [Substring](), false)
    func close() {
      if !open.isEmpty { found.append(Paragraph(line: start, text: open.joined(separator: " "))) }
      open = []
    }
    for (index, whole) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = whole.drop { $0 == " " }
      let isFence = line.hasPrefix("```")
      if isFence { isCode.toggle() }
      let isAlone = line.hasPrefix("|") || line.hasPrefix("#")
      if isFence || isCode || line.isEmpty || isAlone {
        close()
        if isAlone, !isCode { lines.append(Paragraph(line: index + 1, text: String(line))) }
        continue
      }
      if line.prefixMatch(of: /(?:[-*]|\d+\.)\s/) != nil { close() }
      if open.isEmpty { start = index + 1 }
      open.append(line)
    }
    close()
    paragraphs = found
    self.lines = lines
  }
}
