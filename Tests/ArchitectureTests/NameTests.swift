import Testing

/// One meaning a word: nobody has to ask which `Place` is meant, or which of three files `Reading.swift`.
@Suite struct NameTests {
  /// What a line of code declares: `package struct Journey: Sendable {` declares `Journey`.
  static func declared(in line: some StringProtocol) -> String? {
    let words = String(line).split(whereSeparator: {
      !($0.isLetter || $0.isNumber || $0 == "_" || $0 == "@" || $0 == "`")
    }).map(String.init)
    let kinds: Set = ["struct", "class", "enum", "protocol", "actor", "typealias"]
    let modifiers: Set = [
      "public", "package", "internal", "fileprivate", "private", "final", "indirect", "nonisolated",
    ]
    guard let index = words.firstIndex(where: kinds.contains), index + 1 < words.count,
      words[..<index].allSatisfy({ modifiers.contains($0) || $0.hasPrefix("@") })
    else { return nil }
    let name = words[index + 1].filter { $0 != "`" }
    return name == "func" || name == "var" ? nil : name
  }

  @Test func `each type has a name of its own`() {
    var places: [String: [String]] = [:]
    for file in ProgramFile.all {
      for (number, line) in file.code.lines.enumerated() {
        // `ID` is of the type around it, as in `Journey.ID`; the other is named so by the standard library.
        if let name = Self.declared(in: line), !["ID", "StringInterpolation"].contains(name) {
          places[name, default: []].append("\(file.path):\(number + 1)")
        }
      }
    }
    #expect(places.count > 300)
    for (name, found) in places.sorted(by: { $0.key < $1.key }) where found.count > 1 {
      Issue.record("\(name) is declared at \(found.joined(separator: ", "))")
    }
  }

  @Test func `each file has a name of its own`() {
    let files = Dictionary(grouping: ProgramFile.all) { $0.path.split(separator: "/").last.map(String.init) ?? "" }
    for (name, found) in files.sorted(by: { $0.key < $1.key }) where found.count > 1 {
      Issue.record("\(name): \(found.map(\.path).joined(separator: ", "))")
    }
  }

  @Test(arguments: [
    ("package struct Journey: Sendable {", "Journey"), ("  private final class Shard: Sendable { }", "Shard"),
    ("@Suite struct A {", "A"), ("  package typealias ID = Index<Goal>", "ID"), ("public indirect enum `is` {", "is"),
  ])
  func `a declaration is recognised`(line: String, name: String) { #expect(Self.declared(in: line) == name) }

  @Test(arguments: [
    "  class func make() {", "let struct1 = 2", "extension Journey {", "case structure", "import struct A.B", "",
  ])
  func `what declares no type is passed over`(line: String) { #expect(Self.declared(in: line) == nil) }
}
