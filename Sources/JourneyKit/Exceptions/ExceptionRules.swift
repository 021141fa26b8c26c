internal import JourneyModel
internal import JourneySource

extension Diagnostic {
  static func unknownFinding(_ code: Spanned<String>, isCompared: Bool) -> Self {
    let nearest = isCompared ? Rule.catalog.map(\.code).closest(to: code.value) : nil
    return .init(
      .unknownFinding, at: code.span, "no finding has the code \"\(code.value)\"",
      help: nearest.map { "did you mean \"\($0)\"?" } ?? "copy the code from the brackets of the finding",
      fix: nearest.map { .likely(code.span, $0) })
  }

  static func cannotIgnore(_ code: Spanned<String>, _ word: String) -> Self {
    .init(
      .cannotIgnore, at: code.span, "\"\(code.value)\" is an error, and \"\(word)\" is for warnings and notes",
      help: "fix what it reports, and delete this line")
  }

  static func ignoredWithoutReason(_ line: IgnoredFinding) -> Self {
    .init(
      .cannotIgnore, at: line.reason.span, "there is no reason to ignore \"\(line.code.value)\"",
      help: "write why, for whoever reads this in a year")
  }

  static func unusedIgnore(_ line: IgnoredFinding) -> Self {
    .init(
      .unusedIgnore, at: line.code.span,
      "there is no \"\(line.code.value)\" \(line.scope == nil ? "in the workspace" : "here"), so nothing is ignored",
      help: "delete this line")
  }
}

extension Diagnostic {
  static func staleBaseline(_ entry: FindingIdentity, at line: Span, path: String) -> Self {
    let place = [entry.journey, entry.subject].filter { !$0.isEmpty }.joined(separator: "/")
    return .init(
      .staleBaseline, at: line, "the baseline lists \"\(entry.code)\" of \"\(place)\", and it is no longer found",
      help: "delete this line, or write the file again: waymark check --baseline \(path) --write-baseline")
  }
}

/// Findings about `ignore`, `severity` and the baseline.
extension Rule {
  static let exceptionCatalog: [Rule] = [unknownFinding, cannotIgnore, unusedIgnore]

  static let unknownFinding = Rule(
    "unknown-finding", .error, "A line names a finding that does not exist.",
    why: """
      `ignore` and `severity` name a finding by its code, the word in brackets: `warning[missing-owner]`. With a wrong
      code the line would do nothing, and nobody would notice.

      Copy the code from the finding, or look it up: `waymark explain` lists all.
      """,
    example: """
      workspace "Coffee" {
        severity missing-ownr error
      }

      """,
    instead: """
      workspace "Coffee" {
        severity missing-owner error
      }

      """)

  static let cannotIgnore = Rule(
    "cannot-ignore", .error, "A line ignores an error, makes it less than an error, or gives no reason.",
    why: """
      An error says that Waymark cannot read something, or would draw or count it wrong. Nobody would see that on the
      map. So `ignore` and `severity` are for warnings and notes. An `ignore` says why, because others will ask.

      Fix the error. A workspace that begins with many of them can list them in a file: `waymark check --baseline FILE`.
      """,
    example: """
      workspace "Coffee" {
        ignore unknown-channel because "We will declare it later"
      }

      """,
    instead: """
      workspace "Coffee" {
        ignore missing-owner because "Owners are decided in spring"
      }
      department bar "Bar"
      journey coffee "Buying a coffee" {
        phase inside "Inside" {
          touchpoint order "Orders" owner bar
          touchpoint pay "Pays"
        }
      }

      """)

  static let unusedIgnore = Rule(
    "unused-ignore", .warning, "A line ignores a finding that is not there.",
    why: """
      The finding was fixed, or it is somewhere else. In a touchpoint, `ignore` is for findings in its own lines; in a
      journey, for those in its block; in the workspace, for all. If the line stayed, it would hide the next such
      finding.

      Delete the line, or move it to where the finding is.
      """,
    example: """
      journey coffee "Buying a coffee" {
        phase inside "Inside" {
          touchpoint order "Orders" owner bar
          touchpoint pay "Pays" owner bar {
            ignore missing-owner because "A partner does this"
          }
        }
      }

      """,
    instead: """
      journey coffee "Buying a coffee" {
        phase inside "Inside" {
          touchpoint order "Orders" owner bar
          touchpoint pay "Pays" {
            ignore missing-owner because "A partner does this"
          }
        }
      }

      """)

  static let staleBaseline = Rule(
    "stale-baseline", .error, "The baseline lists a finding that is no longer there.",
    why: """
      Somebody fixed it: good. If the line stayed, the same mistake could come back and nobody would notice. So a
      baseline only gets shorter. It follows `was`, so a new name alone makes no line stale.

      Delete the line, or write the file again. That keeps the reasons of all other lines, and takes in what is new too.
      """,
    example: "waymark check --baseline baseline.csv # after the last of its findings was fixed\n",
    instead: "waymark check --baseline baseline.csv --write-baseline\n")
}
