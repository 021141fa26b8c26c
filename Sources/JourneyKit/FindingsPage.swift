internal import JourneySource

extension Waymark {
  /// `docs/findings.md`: the formats, a list of all codes, then every page.
  package static var findingsPage: String {
    let list = Rule.catalog.map { rule in
      "- [`\(rule.code)`](#\(rule.code)-\(rule.severity.name)): \(rule.summary)\n"
    }
    let pages = Rule.catalog.map { "\n#" + Explanation($0).page }
    return """
      # Findings

      What `waymark check` says, why, and what to write instead. `waymark explain CODE` shows the same page. This file
      is made from the program (`ACCEPT=1 swift test --filter FindingsPage`), so edit the rules, not this text.

      Errors fail a check. Warnings fail it with `--strict`. Notes never do. A code keeps its meaning from one version
      to the next.

      ## For programs

      `waymark check --format` prints findings for people (`text`, `short`) and for programs. The exit status is the
      same in every format; the count goes to standard error.

      - `json`: one object, `version` 1, described by [check.schema.json](check.schema.json), with `files`, `errors`,
        `warnings`, `notes` (counts) and `findings`. A finding
        has `code`, `severity` (`error`, `warning`, `note`), `message`, `place`, `related` (a list of `message` and
        `place`) and `help`; `place` and `help` may be null. A place has `file`, `line`, `column`, `endLine`,
        `endColumn` (from 1, in Unicode scalars, the end exclusive) and `start`, `end` (bytes from 0). New members may
        be added; a change of what is there makes a version 2.
      - `github`: workflow commands, shown in the pull request's files.
      - `gitlab`: a code quality report. Fingerprints hold code, file and message, not the line, so that a finding is
        known again after lines have moved.
      - `sarif`: SARIF 2.1.0 with the rules that were broken; the same fingerprints.
      - `junit`: a test suite a file. What does not fail the check is a skipped test.

      Control characters, bidirectional overrides and characters without a shape are escaped in all of them, in names of
      files too.

      ## All codes

      \(list.joined())\(pages.joined())
      """
  }
}
