internal import JourneyFeedback
internal import JourneyMetrics
internal import JourneyModel
internal import JourneyRender
internal import JourneyReview
internal import JourneySource
internal import JourneySyntax

extension Waymark {
  /// `docs/findings.md`: how to look a finding up, the codes by what one was doing, every page, and the formats.
  package static var findingsPage: String {
    let list = FindingsIndex.groups.map { group in
      "### \(group.title)\n\n\(group.rules.map(\.listed).joined())\n"
    }
    let pages = Rule.catalog.map { "\n#" + Explanation($0).page }
    return """
      # Findings

      What `waymark check` says, why, and what to write instead.

      - **You have a message**, such as `error[unknown-channel]: no channel is named "wbe"`. Search this page for the code
        in brackets, or run `waymark explain unknown-channel`.
      - **You have no message**: look through the [list below](#all-codes). It is ordered by what you were doing.

      Errors fail a check. Warnings fail it with `--strict`. Notes never do. A code keeps its meaning from one version
      to the next. [For programs](#for-programs) says how to read findings in CI.

      This file is made from the program (`ACCEPT=1 swift test --filter FindingsPage`), so edit the rules, not this text.

      ## All codes

      \(list.joined())\(pages.joined().dropFirst())
      ## For programs

      `waymark check --format` prints findings for people (`text`, `short`) and for programs. The exit status is the
      same in every format. The count goes to standard error.

      - `json`: one object, `version` 1, described by [check.schema.json](check.schema.json). It has `files`, `errors`,
        `warnings`, `notes` (counts) and `findings`. `exceptions` counts what `ignore`, `severity` and the baseline did.
      - A finding in `json` has `code`, `severity` (`error`, `warning`, `note`), `message`, `place`, `related` (a list of
        `message` and `place`), `help` and `fix`. `place`, `help` and `fix` may be null.
      - A fix in `json` has `title`, `safe` and `edits`. Each edit has a `place` and the `text` that takes its place.
      - A place in `json` has `file`, `line`, `column`, `endLine` and `endColumn` (from 1, in Unicode scalars, the end
        exclusive), and `start` and `end` (bytes from 0).
      - `json` may get new members. A change to an existing member makes a version 2.
      - `github`, `gitlab` and `sarif` name files from the top of the repository, whatever folder you work in.
        [Waymark in CI](ci.md) says how to use them.
      - `github`: workflow commands. GitHub shows them in the pull request's files.
      - `gitlab`: a code quality report. Fingerprints hold code, file and message, not the line. So a finding is
        recognised after lines have moved.
      - `sarif`: SARIF 2.1.0 with the rules that were broken; the same fingerprints.
      - `junit`: a test suite for each file. What does not fail the check is a skipped test.

      `waymark check --fix` makes the fixes that are safe, and `--fix --diff` shows them. Others, such as
      `did you mean "web"?`, are a guess, so an editor can offer them.

      All formats escape control characters, bidirectional overrides and characters without a shape, also in names of
      files.

      """
  }
}

/// The rules in the order of the work: by what somebody was doing when they met the finding.
enum FindingsIndex {
  static let groups: [(title: String, rules: [Rule])] = [
    ("Writing a journey: how a line is written", Rule.syntaxCatalog),
    ("Writing a journey: names, flow, targets and actions", Rule.modelCatalog + Rule.reviewCatalog),
    ("Counting an export", Rule.feedbackCatalog + Rule.exportCatalog),
    ("Using a tally", Rule.metricsCatalog),
    ("Counting in another engine (`--sql`, `--from-counts`)", Rule.sqlCatalog),
    ("Drawing with your own theme or page", Rule.renderCatalog),
    ("Living with a finding: `ignore`, `severity`, the baseline", Rule.exceptionCatalog + [.staleBaseline]),
    ("Files and sizes", Rule.fileCatalog.filter { $0.code != Rule.staleBaseline.code } + [.reviewTooLarge, .badImage]),
  ].map { title, rules in (title, rules.sorted { $0.code < $1.code }) }
}

extension Rule {
  fileprivate var listed: String { "- [`\(code)`](#\(code)-\(severity.name)): \(summary)\n" }
}
