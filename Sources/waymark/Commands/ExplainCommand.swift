internal import ArgumentParser
internal import JourneyKit

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    _superCommandName: "waymark",
    abstract: "Says what a word of the language or a finding means, with examples.",
    discussion: """
      Without a word, it lists all words and codes.

      EXAMPLES
        waymark explain feels
        waymark explain unknown-channel
      """)

  @Argument(
    help: ArgumentHelp("A word of the language, or a code in brackets: error[unknown-channel].", valueName: "word"),
    completion: .custom { _, _, _ in Waymark.words + Waymark.rules.map(\.code) })
  var word: String?

  func run() throws {
    if let word { return try StandardStream.output.write(try Waymark.explain(word).page) }
    let words = Waymark.words.joined(separator: " ")
    try StandardStream.output.write("Words: \(words)\n\nFindings (docs/findings.md has them on one page):\n")
    let widest = Waymark.rules.map(\.code.count).max() ?? 0
    for rule in Waymark.rules {
      let gap = String(repeating: " ", count: widest - rule.code.count + 2)
      try StandardStream.output.write("\(rule.code)\(gap)\(rule.summary)\n")
    }
  }
}
