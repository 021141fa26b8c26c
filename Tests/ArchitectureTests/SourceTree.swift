import Foundation
import Support
import Testing

/// A Swift file of the program.
struct ProgramFile: CustomTestStringConvertible, Sendable {
  let target: String
  /// From the repository's root.
  let path: String
  let text: String
  let code: SwiftCode

  var testDescription: String { path }

  /// Every Swift file below `Sources`, and those of the target `Templates`.
  static let all: [ProgramFile] = {
    let root = Golden.root.path
    let walked = ["Sources", "templates"].flatMap { folder in
      (FileManager.default.enumerator(atPath: "\(root)/\(folder)")?.compactMap { $0 as? String } ?? [])
        .map { "\(folder)/\($0)" }
    }
    return walked.filter { $0.hasSuffix(".swift") }.sorted().compactMap { path in
      guard let text = try? String(contentsOfFile: "\(root)/\(path)", encoding: .utf8) else { return nil }
      let parts = path.split(separator: "/")
      let target = parts[0] == "templates" ? "Templates" : String(parts[1])
      return ProgramFile(target: target, path: path, text: text, code: SwiftCode(text))
    }
  }()

  /// What the file imports: module names, without `import struct A.B`'s part behind the dot.
  var imports: [String] {
    code.lines.compactMap { line in
      let words = line.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == ";" })
      guard let index = words.firstIndex(of: "import"), words[..<index].allSatisfy(Self.isModifier) else { return nil }
      let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
      let rest = words[(index + 1)...].drop { kinds.contains($0) }
      return rest.first.map { String($0.prefix { $0 != "." }) }
    }
  }

  private static func isModifier(_ word: Substring) -> Bool {
    ["public", "package", "internal", "fileprivate", "private"].contains(word) || word.hasPrefix("@")
  }
}
