import Foundation
import JourneyFeedback
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
    let bytes = try Data(contentsOf: Golden.root.appending(path: query.journey))
    let workspace = try Workspace(reading: [UInt8](bytes))
    let feedback = try #require(workspace.feedbacks.first { $0.name == query.feedback })
    let result = sql(for: feedback, in: workspace, dialect: query.dialect, form: query.form)
    #expect(result.diagnostics.allSatisfy { $0.severity < .error }, "\(result.diagnostics.map(\.message))")
    try Golden(query.feedback, in: "sql").expect(result.value, as: "\(query.dialect).sql")
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
