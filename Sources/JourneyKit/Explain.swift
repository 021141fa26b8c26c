internal import JourneyFeedback
internal import JourneyMetrics
internal import JourneyRender
internal import JourneyReview
internal import JourneySource
internal import JourneySyntax
internal import JourneyWords

/// A rule of `check`, or a word of the language, as its page tells it.
public struct Explanation: Sendable {
  /// The rule's code, `unknown-channel`, or the word.
  public let code: String
  /// The whole page, in Markdown.
  public let page: String

  init(_ rule: Rule) {
    code = rule.code
    page = Self.page(of: rule)
  }

  init?(word: String) {
    guard let text = WordPage.text(of: word) else { return nil }
    code = word
    page = text
  }

  /// The page of the word that says what another word was looked up for.
  init(_ other: Explanation, for word: String) {
    code = other.code
    page = "\"\(word)\" is explained under \"\(other.code)\".\n\n\(other.page)"
  }

  private static func page(of rule: Rule) -> String {
    var page = "# \(rule.code) (\(rule.severity.name))\n\n\(rule.summary)\n\n\(rule.why)\n"
    guard !rule.example.isEmpty else { return page }
    let kind = rule.exampleKind
    page += "\n```\(kind.rawValue)\n\(ended(rule.example))```\n\n"
    if let sources = rule.exampleSources(rule.example) {
      let findings = Waymark.check(sources)
      let raised = Findings(findings.diagnostics.filter { $0.rule.code == rule.code }, in: findings.files)
      if !raised.diagnostics.isEmpty { page += "```text\n\(raised.printed(as: .text))```\n\n" }
    }
    return page + "Instead:\n\n```\(kind.rawValue)\n\(ended(rule.instead))```\n"
  }

  private static func ended(_ text: String) -> String { text.hasSuffix("\n") ? text : text + "\n" }
}

extension Rule {
  /// What the example of a rule is; names the language of its block in the page.
  enum ExampleKind: String {
    case journey
    case tally = "csv"
    case page = "xml"
    /// A theme, or an export: shown as it is.
    case plain = "text"
    case shell = "sh"
  }

  var exampleKind: ExampleKind {
    let sessions = Rule.fileCatalog + Rule.exportCatalog + Rule.sqlCatalog + [.tooFewAnswers]
    if sessions.contains(where: { $0.code == code }) { return .shell }
    if Rule.renderCatalog.contains(where: { $0.code == code }) { return example.hasPrefix("<") ? .page : .plain }
    if Rule.feedbackCatalog.contains(where: { $0.code == code }) { return .plain }
    return Rule.metricsCatalog.contains { $0.code == code } ? .tally : .journey
  }

  /// What the tallies of examples count answers about.
  private static let tallied = """
    journey apply "Applying" {
      phase apply "Apply" {
        touchpoint form "Fills in the form"
      }
    }
    feedback survey "Survey" {
      file "private/survey.csv"
      date "Date"
      answer csat "Q1" of apply/form scale 1..5
    }

    """

  /// The example, or what stands instead of it, as a workspace; nil where no text raises the finding.
  func exampleSources(_ text: String) -> WorkspaceFiles? {
    guard !text.isEmpty else { return nil }
    return switch exampleKind {
    case .journey: WorkspaceFiles([("example.journey", text)])
    case .tally: WorkspaceFiles([("apply.journey", Self.tallied), ("example.tally.csv", text)])
    case .page, .plain, .shell: nil
    }
  }
}

extension Waymark {
  /// The page of the rule with this code, which may be given as findings print it: `error[unknown-channel]`; or of the
  /// word of the language.
  public static func explain(_ text: String) throws(WaymarkError) -> Explanation {
    let inner = text.split(separator: "[", maxSplits: 1).last?.prefix { $0 != "]" }
    let code = inner?.lowercased() ?? ""
    if let rule = Rule.catalog.first(where: { $0.code == code }) { return Explanation(rule) }
    if let explanation = Explanation(word: code) { return explanation }
    if let meant = WordPage.word(meantBy: code), let explanation = Explanation(word: meant) {
      return Explanation(explanation, for: code)
    }
    if ["workshop", "ballot", "ballots", "vote", "votes", "pack", "poster", "worksheet"].contains(code) {
      throw WaymarkError(
        "\"\(text)\" is not a word of journey files",
        help: "read waymark review --help about workshops and --votes")
    }
    let nearest = (WordPage.words + Rule.catalog.map(\.code)).closest(to: code)
    throw WaymarkError(
      "\"\(text)\" is neither a word of the language nor the code of a finding",
      help: nearest.map { "did you mean \"\($0)\"?" } ?? "waymark explain lists all words and codes")
  }

  /// All words of the language that `explain` knows, in order.
  public static var words: [String] { WordPage.words }

  /// Codes and summaries of all rules, ordered by code.
  public static var rules: [(code: String, summary: String)] { Rule.catalog.map { ($0.code, $0.summary) } }
}
