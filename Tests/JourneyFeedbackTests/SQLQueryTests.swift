import Foundation
import JourneyFeedback
import JourneyMetrics
import JourneyModel
import JourneySource
import JourneySyntax
import Support
import Testing

/// A query of a feedback in a dialect, recorded under `Tests/Golden/sql`; `Tests/CrossEngine/run` runs what is there.
struct QueryCase: Sendable, CustomTestStringConvertible {
  let feedback: String
  let journey: String
  let dialect: SQLDialect
  let form: ExportForm

  var testDescription: String { "\(feedback) for \(dialect)" }

  /// What `Tests/CrossEngine/forms.json` says of the exports there.
  private struct Form: Decodable {
    let files: [String]
    let delimiter: String
    let columns: [String]
    let id: String?
    let vendors: Bool?
  }

  static let all: [QueryCase] = {
    let url = Golden.root.appending(path: "Tests/CrossEngine/forms.json")
    let forms = (try? JSONDecoder().decode([String: Form].self, from: Data(contentsOf: url))) ?? [:]
    return SQLDialect.allCases.flatMap { dialect in
      forms.sorted { $0.key < $1.key }.map { name, form in
        QueryCase(
          feedback: name, journey: "Tests/CrossEngine/shop.journey", dialect: dialect,
          form: ExportForm(
            files: form.files, columns: form.columns, delimiter: form.delimiter.first ?? ",",
            answerID: form.id.map { .init(column: $0, isVendors: form.vendors == true) }))
      } + [
        QueryCase(
          feedback: "airport-2017", journey: "journeys/airport/airport.journey", dialect: dialect, form: ExportForm())
      ]
    }
  }()
}

@Suite struct SQLQueryTests {
  @Test(arguments: QueryCase.all)
  func `a query is as recorded`(query: QueryCase) throws {
    // No query counts clusters; it says so.
    let text = try String(contentsOf: Golden.root.appending(path: query.journey), encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("  cluster ") }
    let workspace = try Workspace(reading: Array(text.joined(separator: "\n").utf8))
    let feedback = try #require(workspace.feedbacks.first { $0.name == query.feedback })
    let result = sql(for: feedback, in: workspace, dialect: query.dialect, form: query.form)
    #expect(result.diagnostics.allSatisfy { $0.severity < .error }, "\(result.diagnostics.map(\.message))")
    try Golden(query.feedback, in: "sql").expect(result.value, as: "\(query.dialect).sql")
  }

  /// A time that a feedback declares is the same whole second in a query as where Waymark counts it: halves go up.
  @Test(arguments: [
    ("0.4s", 0), ("0.5s", 1), ("1.5s", 2), ("2.49s", 2), ("0.0249m", 1), ("0.03m", 2), ("1.125", 68), ("0.0083", 0),
    ("0.0084", 1), ("2d", 172_800),
  ])
  func `a declared time is the same second in a query`(written: String, seconds: Int) throws {
    let declared = try Declared.apply(
      "period 2026\n answer resolution \"M\" of apply/form in minutes { \"said\" is \(written) }")
    #expect(declared.tally("M,N\nsaid,1\n").rows == ["form resolution 2026 \(DurationBucket(of: seconds).start) ×1"])
    for dialect in SQLDialect.allCases {
      let form = ExportForm(files: ["x.csv"], columns: ["M", "N"], delimiter: ",", answerID: nil)
      let query = sql(for: declared.feedback, in: declared.workspace, dialect: dialect, form: form)
      #expect(query.diagnostics.isEmpty && query.value.contains("in ('said') then '\(seconds)' "))
    }
  }
}

extension Workspace {
  /// What a journey file declares, which must be without errors.
  init(reading bytes: [UInt8]) throws {
    let tree = parse(bytes, file: FileID(0))
    let resolved = resolve([tree.value])
    let errors = (tree.diagnostics + resolved.diagnostics).filter { $0.severity == .error }
    let texts = errors.map { "\($0.span?.start ?? 0): \($0.message)" }
    try #require(texts.isEmpty, "\(texts)")
    self = resolved.value
  }
}
