import Foundation
import JourneyKit
import Support
import Testing

/// The JSON of a review against its schema, by PyPI's jsonschema; skipped, visibly, where that is not installed.
@Suite struct ReviewSchemaTests {
  static let isInstalled = (try? run("import jsonschema", [])) == 0

  @Test(.enabled(if: isInstalled, "python3 has no jsonschema"), arguments: ["journeys", "journeys/airport"])
  func `the JSON keeps to its schema`(path: String) throws {
    let review = try Waymark.review(try Sources.read([Golden.root.appending(path: path).path]))
    let file = FileManager.default.temporaryDirectory.appending(path: "waymark-\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(review.printed(as: .json).utf8).write(to: file)
    let schema = Golden.root.appending(path: "docs/review.schema.json").path
    #expect(try Self.run(Self.script, [schema, file.path]) == 0)
  }

  @Test func `the schema is JSON`() throws {
    let data = try Data(contentsOf: Golden.root.appending(path: "docs/review.schema.json"))
    #expect(try JSONSerialization.jsonObject(with: data) is [String: Any])
  }

  private static let script = """
    import json, sys, jsonschema
    schema, review = (json.load(open(path)) for path in sys.argv[1:])
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(review)
    """

  private static func run(_ script: String, _ arguments: [String]) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script] + arguments
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
