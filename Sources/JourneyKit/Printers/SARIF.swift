internal import JourneySource

extension Findings {
  /// SARIF 2.1.0, the form that code scanning services read: one run, the rules that were broken, a result a finding.
  func sarif() -> String {
    var rules: [String: Rule] = [:]
    for finding in diagnostics { rules[finding.rule.code] = finding.rule }
    let codes = rules.keys.sorted()
    let indexes = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($0.element, $0.offset) })
    let driver: JSON = .object([
      ("name", .string("Waymark")), ("version", .string(Waymark.version)),
      ("rules", .array(codes.compactMap { rules[$0] }.map(Self.rule))),
    ])
    var fingerprints = Fingerprints()
    let results = located().map { located in
      Self.result(located, rule: indexes[located.diagnostic.rule.code] ?? 0, fingerprints.next(for: located))
    }
    return JSON.object([
      ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")),
      ("version", .string("2.1.0")),
      (
        "runs",
        .array([
          .object([
            ("tool", .object([("driver", driver)])), ("columnKind", .string("unicodeCodePoints")),
            ("results", .array(results)),
          ])
        ])
      ),
    ]).text
  }

  private static func rule(_ rule: Rule) -> JSON {
    let help = "\(visible(lines: rule.why))\n\nFor an example: `waymark explain \(rule.code)`"
    return .object([
      ("id", .string(rule.code)),
      ("shortDescription", message(rule.summary)),
      ("help", .object([("text", .string(help)), ("markdown", .string(help))])),
      ("defaultConfiguration", .object([("level", .string(rule.severity.name))])),
    ])
  }

  private static func result(_ located: Located, rule: Int, _ fingerprint: String) -> JSON {
    let finding = located.diagnostic
    let help = finding.help.map { "\nhelp: \(visible($0))" } ?? ""
    var members: [(String, JSON)] = [
      ("ruleId", .string(finding.rule.code)), ("ruleIndex", .integer(rule)),
      ("level", .string(finding.severity.name)),
      ("message", .object([("text", .string(visible(finding.message) + help))])),
    ]
    if let place = located.place { members.append(("locations", .array([location(place)]))) }
    if !located.related.isEmpty {
      let related = located.related.enumerated().map { index, related in
        location(related.place, id: index, message: related.message)
      }
      members.append(("relatedLocations", .array(related)))
    }
    if let fix = finding.fix, let place = located.edits.first?.place {
      members.append(("fixes", .array([Self.fix(fix, located.edits, in: place)])))
    }
    members.append(("partialFingerprints", .object([("waymark/v1", .string(fingerprint))])))
    return .object(members)
  }

  private static func fix(
    _ fix: Fix, _ edits: [(place: Located.LocatedSpan, text: String)], in file: Located.LocatedSpan
  ) -> JSON {
    .object([
      ("description", message(fix.title)),
      (
        "artifactChanges",
        .array([
          .object([
            ("artifactLocation", artifact(file)),
            (
              "replacements",
              .array(
                edits.map { edit in
                  .object([
                    ("deletedRegion", region(edit.place)), ("insertedContent", .object([("text", .string(edit.text))])),
                  ])
                })
            ),
          ])
        ])
      ),
    ])
  }

  private static func artifact(_ place: Located.LocatedSpan) -> JSON {
    let isAbsolute = place.path.hasPrefix("/")
    var artifact: [(String, JSON)] = [("uri", .string((isAbsolute ? "file://" : "") + Percent.uri(place.path)))]
    if !isAbsolute { artifact.append(("uriBaseId", .string("%SRCROOT%"))) }
    return .object(artifact)
  }

  private static func region(_ place: Located.LocatedSpan) -> JSON {
    .object([
      ("startLine", .integer(place.start.line)), ("startColumn", .integer(place.start.column)),
      ("endLine", .integer(place.end.line)), ("endColumn", .integer(place.end.column)),
    ])
  }

  private static func location(_ place: Located.LocatedSpan, id: Int? = nil, message text: String? = nil) -> JSON {
    var physical: [(String, JSON)] = [("artifactLocation", artifact(place))]
    if place.hasText { physical.append(("region", region(place))) }
    var members: [(String, JSON)] = []
    if let id { members.append(("id", .integer(id))) }
    members.append(("physicalLocation", .object(physical)))
    if let text { members.append(("message", message(text))) }
    return .object(members)
  }

  private static func message(_ text: String) -> JSON { .object([("text", .string(visible(text)))]) }
}
