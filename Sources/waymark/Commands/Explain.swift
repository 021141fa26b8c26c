internal import ArgumentParser
internal import JourneyKit

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Says what a finding means, with an example and the way out.",
    discussion: """
      Without a code it lists all of them.

      EXAMPLES
        waymark explain unknown-channel
      """)

  @Argument(
    help: ArgumentHelp("The code in brackets: error[unknown-channel].", valueName: "code"),
    completion: .custom { _, _, _ in Waymark.rules.map(\.code) })
  var code: String?

  func run() throws {
    if let code { return try StandardStream.output.write(try Waymark.explain(code).page) }
    let widest = Waymark.rules.map(\.code.count).max() ?? 0
    for rule in Waymark.rules {
      let gap = String(repeating: " ", count: widest - rule.code.count + 2)
      try StandardStream.output.write("\(rule.code)\(gap)\(rule.summary)\n")
    }
  }
}
