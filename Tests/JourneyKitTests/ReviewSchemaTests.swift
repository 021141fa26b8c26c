import Foundation
import JourneyKit
import Support
import Testing

/// The JSON of a review and of a check against their schemas, by PyPI's jsonschema; skipped, visibly, where that is not installed.
@Suite struct ReviewSchemaTests {
  static let isInstalled = (try? run("import jsonschema", [])) == 0

  @Test(.enabled(if: isInstalled, "python3 has no jsonschema"), arguments: ["journeys", "journeys/airport"])
  func `the JSON keeps to its schema`(path: String) throws {
    let review = try Waymark.review(try WorkspaceFiles.read([Golden.root.appending(path: path).path]))
    #expect(try Self.validates(review.printed(as: .json), by: "review"))
  }

  @Test(.enabled(if: isInstalled, "python3 has no jsonschema"))
  func `the JSON of a later version, with more members, keeps to the schema`() throws {
    let review = try Waymark.review(try WorkspaceFiles.read([Golden.root.appending(path: "journeys").path]))
    let text = try review.printed(as: .json).replacing("{\n", with: "{\n\"new in version 1.9\": [1],\n")
    #expect(text.contains("new in version"))
    #expect(try Self.validates(text, by: "review"))
  }

  @Test(
    .enabled(if: isInstalled, "python3 has no jsonschema"),
    arguments: [
      "", "journey a \"A\" {\n}\n", "journey a {\n phase p \"P\" {\n touchpoint t \"T\" owner nobody\n }\n}\n",
      "department d \"D\"\ndepartment d \"E\"\n", "\u{0}\u{202E}", "feedback f \"F\" {\n file \"none.csv\"\n}\n",
    ])
  func `the JSON of a check keeps to its schema`(text: String) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "waymark-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(text.utf8).write(to: folder.appending(path: "a.journey"))
    let found = Waymark.check(try WorkspaceFiles.read([folder.path])).printed(as: .json)
    #expect(try Self.validates(found, by: "check"), "\(found)")
    #expect(try !Self.validates(found.replacing("\"version\": 1", with: "\"version\": 2"), by: "check"))
  }

  @Test(arguments: ["review", "check"]) func `the schema is JSON`(name: String) throws {
    let data = try Data(contentsOf: Golden.root.appending(path: "docs/\(name).schema.json"))
    #expect(try JSONSerialization.jsonObject(with: data) is [String: Any])
  }

  private static func validates(_ text: String, by schema: String) throws -> Bool {
    let file = FileManager.default.temporaryDirectory.appending(path: "waymark-\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(text.utf8).write(to: file)
    return try run(script, [Golden.root.appending(path: "docs/\(schema).schema.json").path, file.path]) == 0
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
