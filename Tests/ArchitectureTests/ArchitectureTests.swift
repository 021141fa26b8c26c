import Support
import Testing

@Suite struct ArchitectureTests {
  /// The table of `docs/architecture.md`: what each target may import, besides what those import.
  static let table: [(target: String, imports: [String])] = [
    ("CLibXML2", []),
    ("JourneySource", []),
    ("Markup", ["CLibXML2", "JourneySource"]),
    ("JourneySyntax", ["JourneySource"]),
    ("JourneyModel", ["JourneySyntax"]),
    ("JourneyMetrics", ["JourneyModel"]),
    ("CZlib", []),
    ("CByteScan", []),
    ("Workbook", ["JourneySource", "Markup", "CZlib"]),
    ("JourneyFeedback", ["JourneyMetrics", "CByteScan", "Workbook"]),
    ("JourneyReview", ["JourneyMetrics"]),
    ("JourneyDiff", ["JourneyReview"]),
    ("JourneyWords", ["JourneyFeedback", "JourneyDiff", "Templates"]),
    ("JourneyLayout", ["JourneyWords"]),
    ("JourneyRender", ["JourneyLayout", "Markup"]),
    ("Templates", []),
    ("JourneyKit", ["JourneyRender", "JourneyFeedback", "Templates"]),
    ("waymark", ["JourneyKit", "ArgumentParser"]),
    ("LanguageServer", ["JourneySource"]),
    ("JourneyService", ["JourneyKit", "LanguageServer"]),
    ("JourneyPreview", ["JourneyKit", "LanguageServer"]),
    ("HummingbirdCore", ["NIOCore", "NIOPosix", "NIOHTTPTypes", "HTTPTypes", "Logging", "ServiceLifecycle"]),
    ("Preview", ["JourneyPreview", "HummingbirdCore"]),
    ("waymark-live", ["JourneyService", "Preview"]),
  ]

  /// Modules of the system, and the only targets that may import each.
  static let system: [String: Set<String>] = [
    "Swift": ["JourneySyntax"],
    "Glibc": ["JourneyKit", "waymark-live"],
    "Synchronization": ["JourneyKit", "JourneyFeedback", "JourneyPreview", "Preview", "waymark"],
    "Dispatch": ["JourneyKit", "JourneyFeedback"],
    "FoundationEssentials": ["JourneyKit"],
  ]

  /// Files that hold a table and nothing else; they may be long.
  static let tables: Set<String> = ["Sources/JourneyLayout/Text/AdvanceWidths.swift"]

  @Test func `there is code to look at`() {
    #expect(ProgramFile.all.count > 40)
    #expect(
      Set(ProgramFile.all.map(\.target))
        == Set(Self.table.map(\.target)).subtracting(["CLibXML2", "CZlib", "CByteScan", "HummingbirdCore"]))
  }

  @Test(arguments: ProgramFile.all)
  func `imports point up the table only`(file: ProgramFile) throws {
    let allowed = try #require(Self.reachable(from: file.target), "\(file.target) is not in the table")
    for module in file.imports {
      let isAllowed = allowed.contains(module) || Self.system[module]?.contains(file.target) == true
      #expect(isAllowed, "\(file.path) imports \(module)")
      #expect(module != "CLibXML2" || file.target == "Markup", "only Markup may see libxml2")
    }
  }

  @Test(arguments: ProgramFile.all)
  func `a file holds one idea and is short`(file: ProgramFile) {
    guard !Self.tables.contains(file.path) else { return }
    #expect(file.code.lines.count <= 301, "\(file.path) has \(file.code.lines.count) lines")
  }

  @Test(arguments: ProgramFile.all)
  func `nothing in it can trap on purpose`(file: ProgramFile) {
    for trap in Trap.find(in: file.code) { Issue.record("\(file.path):\(trap.line): \(trap.reason)") }
  }

  @Test(arguments: ProgramFile.all)
  func `nothing is left for later`(file: ProgramFile) {
    for word in ["TODO", "FIXME", "HACK"] { #expect(!file.text.contains(word), "\(file.path) says \(word)") }
  }

  /// Whose texts people read on maps, pages and in reviews.
  static let silent: Set<String> = ["JourneyReview", "JourneyLayout", "JourneyRender"]

  @Test(arguments: ProgramFile.all.filter { silent.contains($0.target) })
  func `no sentence is made outside the words`(file: ProgramFile) {
    // Rules say in their own file what is wrong with a theme, a logo or a template.
    guard !file.text.contains(" = Rule("), !file.text.contains("Diagnostic(") else { return }
    for (number, line) in file.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let code = line.drop { $0 == " " }
      guard !code.hasPrefix("//") else { continue }
      for literal in code.matches(of: /"([^"]*)"/) {
        let words = literal.output.1.split(separator: " ").filter { $0.wholeMatch(of: /[A-Za-z’']+[.,:;]?/) != nil }
        #expect(
          words.count < 3 || literal.output.1.hasPrefix("waymark "), "\(file.path):\(number + 1): \(literal.output.1)")
      }
    }
  }

  @Test func `the table is read through`() {
    #expect(Self.reachable(from: "JourneyModel") == ["JourneySyntax", "JourneySource"])
    #expect(Self.reachable(from: "JourneySource")?.isEmpty == true)
    #expect(Self.reachable(from: "Nowhere") == nil)
  }

  @Test func `an import is recognised however it is written`() {
    let file = ProgramFile(
      target: "", path: "", text: "",
      code: SwiftCode(
        "package import A\n@preconcurrency internal import B\nimport struct C.D\n// import E\nlet import1 = 2\n"))
    #expect(file.imports == ["A", "B", "C"])
  }

  static func reachable(from target: String) -> Set<String>? {
    guard let row = table.first(where: { $0.target == target }) else { return nil }
    return row.imports.reduce(into: Set(row.imports)) { $0.formUnion(reachable(from: $1) ?? []) }
  }
}
