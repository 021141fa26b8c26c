import Foundation
import Fuzzing
import JourneyFeedback
import JourneyMetrics
import JourneySource
import Support
import Testing

/// The exports that `Tests/CrossEngine/run` gives to DuckDB, PostgreSQL and Spark, tallied by Waymark: all of them must
/// come to what plain Python makes of them.
@Suite(.enabled(if: Exports.made != nil, "there is no python3 to make the exports with")) struct SQLEngineTests {
  @Test(arguments: QueryCase.all.filter { $0.dialect == .duckdb && !$0.form.files.isEmpty })
  func `Waymark counts what the engines count`(query: QueryCase) throws {
    let (declared, files, expected) = try query.exports()
    var options = CountingOptions()
    options.zoneFile = { name in
      (try? Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/\(name)"))).map { [UInt8]($0) }
    }
    let result = declared.tally(files, options: options)
    // Of rows of nobody in two files no engine can tell.
    let said: Set = ["ambiguous-date", "ambiguous-number", "equal-rows"]
    #expect(result.value.audit.addsUp && result.diagnostics.allSatisfy { said.contains($0.rule.code) })
    let counted = result.value.tally.text.split(separator: "\n")
    let wanted = expected.split(separator: "\n")
    let difference = zip(counted, wanted).first { $0 != $1 }
    #expect(
      difference == nil && counted.count == wanted.count,
      "\(counted.count) rows, not \(wanted.count); \(difference.map { "\($0.0) is not \($0.1)" } ?? "")")
  }

  @Test(arguments: QueryCase.all.filter { $0.dialect == .duckdb && !$0.form.files.isEmpty })
  func `the form of exports is read from their first lines`(query: QueryCase) throws {
    let (declared, files, _) = try query.exports()
    let form = exportForm(of: declared.feedback, files: files.map { ExportFile(path: $0.0, source: ByteSource($0.1)) })
    #expect(form.diagnostics.isEmpty)
    #expect(form.value.columns == query.form.columns)
    #expect(form.value.files == query.form.files)
    #expect(form.value.delimiter == query.form.delimiter)
    #expect(form.value.answerID?.column == query.form.answerID?.column)
    #expect(form.value.answerID?.isVendors == query.form.answerID?.isVendors)
  }

  @Test(arguments: QueryCase.all.filter { $0.dialect == .duckdb && !$0.form.files.isEmpty })
  func `counts are taken back whatever the order of columns and rows`(query: QueryCase) throws {
    let (declared, _, expected) = try query.exports()
    let lines = expected.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    let turned = [lines[0]] + lines.dropFirst().reversed()
    let text = turned.map { $0.reversed().map { "\"\($0)\"" }.joined(separator: ",") + "\r\n" }.joined()
    let taken = tallyFromCounts(
      Array("\u{FEFF}\(text)".utf8), of: declared.feedback, in: declared.workspace, file: FileID(0))
    #expect(taken.diagnostics.isEmpty)
    #expect(taken.value.text == expected)
  }
}

/// The exports and their tallies by plain Python, made once.
enum Exports {
  static let made: URL? = {
    let folder = FileManager.default.temporaryDirectory.appending(path: "waymark-exports-\(UUID().uuidString)")
    for script in ["exports.py", "oracle.py"] {
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = ["python3", Golden.root.appending(path: "Tests/CrossEngine/\(script)").path, folder.path]
      guard (try? process.run()) != nil else { return nil }
      process.waitUntilExit()
      guard process.terminationStatus == 0 else { return nil }
    }
    return folder
  }()
}

extension QueryCase {
  fileprivate func exports() throws -> (Declared, [(String, [UInt8])], String) {
    let folder = try #require(Exports.made)
    let declared = try Declared(
      String(contentsOf: Golden.root.appending(path: journey), encoding: .utf8), named: feedback)
    let files = try form.files.map { ($0, [UInt8](try Data(contentsOf: folder.appending(path: $0)))) }
    let expected = try String(contentsOf: folder.appending(path: "\(feedback).oracle.csv"), encoding: .utf8)
    return (declared, files, expected)
  }
}
