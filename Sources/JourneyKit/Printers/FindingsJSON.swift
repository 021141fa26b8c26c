internal import JourneySource

extension Findings {
  /// Waymark's own form, version 1: lines and columns from 1 (Unicode scalars, the end exclusive), offsets in bytes
  /// from 0. What is not there is null.
  func json() -> String {
    JSON.object([
      ("version", .integer(1)),
      ("files", .integer(count)), ("errors", .integer(errors)), ("warnings", .integer(warnings)),
      ("notes", .integer(notes)),
      (
        "exceptions",
        .object([
          ("ignored", .integer(exceptions.ignored)), ("otherSeverity", .integer(exceptions.changed)),
          ("baseline", .integer(exceptions.known)),
        ])
      ),
      ("findings", .array(located().map(Self.json))),
    ]).text
  }

  private static func json(_ located: Located) -> JSON {
    let finding = located.diagnostic
    return .object([
      ("code", .string(finding.rule.code)),
      ("severity", .string(finding.severity.name)),
      ("message", .string(finding.message)),
      ("place", located.place.map(json) ?? .null),
      (
        "related",
        .array(located.related.map { .object([("message", .string($0.message)), ("place", json($0.place))]) })
      ),
      ("help", .optional(finding.help)),
      ("fix", finding.fix.map { fix($0, located.edits) } ?? .null),
    ])
  }

  private static func fix(_ fix: Fix, _ edits: [(place: Located.LocatedSpan, text: String)]) -> JSON {
    .object([
      ("title", .string(fix.title)), ("safe", .bool(fix.isSafe)),
      ("edits", .array(edits.map { .object([("place", json($0.place)), ("text", .string($0.text))]) })),
    ])
  }

  private static func json(_ place: Located.LocatedSpan) -> JSON {
    .object([
      ("file", .string(place.path)),
      ("line", .integer(place.start.line)), ("column", .integer(place.start.column)),
      ("endLine", .integer(place.end.line)), ("endColumn", .integer(place.end.column)),
      ("start", .integer(Int(place.span.start))), ("end", .integer(Int(place.span.end))),
    ])
  }
}
