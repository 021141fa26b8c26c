/// What `waymark explain` says about the words of the language, made from the vocabulary.
package enum WordPage {
  /// All words that have a page, in order: the keywords and the metrics.
  package static let words = (Keyword.allCases.map(\.rawValue) + Shape.metric.choices).uniqued.sorted()

  /// The page of a word, in Markdown; nil where the language has no such word.
  package static func text(of word: String) -> String? {
    let keyword = Keyword(rawValue: word)
    let uses =
      keyword.map { keyword in
        GrammarContext.allCases.flatMap { place in place.vocabulary.filter { $0.keyword == keyword }.map { (place, $0) }
        }
      } ?? []
    guard !uses.isEmpty || Shape.metric.choices.contains(word) else { return nil }
    var page = "# \(word)\n"
    if Shape.metric.choices.contains(word) { page += metric(word) }
    for (place, entry) in uses { page += use(of: entry, in: place) }
    if let note = keyword.flatMap({ notes[$0] }) { page += "\n\(note)\n" }
    for block in blocks(of: uses.map(\.1)) { page += block }
    return page
  }

  /// A sentence about a metric; nil for any other word.
  package static func summary(of metric: String) -> String? { MetricMeaning.text(of: metric) }

  /// The word whose page tells of another one: of a part of a flow, or of what other tools and people say.
  package static func word(meantBy word: String) -> String? {
    if ["arrow", "arrows", "->", "label", "exits", "entries", "edge", "path"].contains(word) || FlowEnd.isWay(word) {
      return "flow"
    }
    if ["ignored", "zendesk", "qualtrics", "typeform", "surveymonkey", "medallia", "exports", "answers"].contains(word)
    {
      return "feedback"
    }
    if let metric = Synonyms.choice(word, among: Shape.metric.choices) { return metric }
    return Synonyms.table[word]?.first?.rawValue
  }

  private static func use(of word: Word, in place: GrammarContext) -> String {
    var text = "\nIn \(place.noun): \(word.keyword.meaning(in: place)).\n\n"
    text += "    \(word.form)\n\nFor example:\n\n    \(word.example)\n"
    if let second = second[word.keyword]?[place] {
      text += second.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)\n" }.joined()
    }
    return text
  }

  /// The words that may stand in the blocks of a thing.
  private static func blocks(of words: [Word]) -> [String] {
    words.filter { $0.isThing && $0.inside != .nothing }.map(\.inside).uniqued.map { place in
      let widest = place.vocabulary.map(\.keyword.rawValue.count).max() ?? 0
      return "\n\(place.noun.prefix(1).uppercased() + place.noun.dropFirst()) knows:\n\n"
        + place.vocabulary.map { word in
          let name = word.keyword.rawValue
          return
            "    \(name)\(String(repeating: " ", count: widest - name.count + 2))\(word.keyword.meaning(in: place))\n"
        }.joined()
    }
  }

  private static func metric(_ name: String) -> String {
    let bound = name == "resolution" ? "<= 2d" : name == "nps" ? ">= 40" : ">= 80%"
    let answer: String? =
      switch name {
      case "csat": "answer csat \"How satisfied are you?\" of open-account/form scale 1..5"
      case "effort": "answer effort \"How easy was it?\" of open-account/form scale 1..7 higher-is-easier"
      case "nps": "answer nps \"Would you recommend us?\" of open-account scale 0..10"
      case "resolution": "answer resolution from \"Created at\" to \"Solved at\" of open-account/form"
      case "fcr": "answer fcr \"Solved?\" of open-account/form { \"Yes\" is yes \"No\" is no }"
      default: nil
      }
    return "\n\(MetricMeaning.text(of: name) ?? "")\n\nIn a feedback, and as a target:\n\n"
      + "    \(answer ?? "")\n    target \(name) \(bound)\n"
  }

  /// What form and examples do not say.
  private static let notes: [Keyword: String] = [
    .flow: """
    Each line is an arrow. After ":" comes its label. "share" says how many of those who leave the first touchpoint go
    this way, "wait" how long it takes. "entry" begins a line where customers come in, "exit" ends one where they leave.
    A text right after "exit" is the name of that exit. Several arrows may lead to it: form -> exit "gives up".
    A text after ":" is the label of one arrow: form -> exit : "gives up". The map draws the two differently.

    "as-written" adds an arrow from each touchpoint to the one below it. An arrow of your own does not take those away.
    Where customers skip a touchpoint, write "aside" in it, and draw the arrows to it and from it yourself:

        touchpoint online "Applies online"
        touchpoint counter "Goes to the counter" aside
        touchpoint welcome "Is welcomed"

        flow {
          as-written
          online -> counter : "needs a stamp" share 20%
          counter -> welcome
        }
    """,
    .persona: """
    What a persona says and needs in its own block is on its card: waymark review --persona maya. Write "persona" after a
    feeling, a thought or a need, and the maps show who has it.
    """,
  ]

  /// A second example where one line does not show enough.
  private static let second: [Keyword: [GrammarContext: String]] = [
    .feels: [.touchpoint: "feels 0 persona maya"],
    .flow: [
      .journey: """
      flow {
        as-written
        entry "A friend's link" -> form
        form -> call : "photo rejected" share 18% wait 2d
        call -> form : "tries again"
        form -> exit "gives up" share 7%
      }
      """
    ],
    .journey: [
      .file: """
      journey coffee "Buying a coffee" {
        phase order "Order" {
          touchpoint pay "Orders and pays" channel shop owner counter feels +1
        }
      }
      """
    ],
    .phase: [.journey: "phase order \"Order\" {\n  touchpoint pay \"Orders and pays\" channel shop owner counter\n}"],
    .touchpoint: [
      .phase: "touchpoint pay \"Orders and pays\" channel shop owner counter {\n  feels +1\n  pain \"Cards only\"\n}"
    ],
    .feedback: [
      .file: """
      feedback after-call "Survey after a call" {
        file "private/after-call-*.csv"
        date "RecordedDate"
        answer csat "Q1" of support/call scale 1..5
      }
      """
    ],
  ]
}

extension Word {
  /// How the word is written: `feels NUMBER ["TEXT"]`.
  package var form: String {
    if isThing {
      let name = isNameless ? "[NAME] [\"TITLE\"]" : "NAME \"TITLE\""
      return "\(keyword.rawValue) \(name)" + (inside == .nothing ? "" : " { … }")
    }
    let behind = inside.vocabulary.map { "[\($0.keyword.rawValue) …]" }
    return ([keyword.rawValue] + slots.map(\.form) + behind).joined(separator: " ")
  }
}

extension Slot {
  /// How it is written: `NAME`, `["TEXT"]`.
  package var form: String {
    switch self {
    case .one(let shape): shape.form
    case .maybe(let shape): "[\(shape.form)]"
    case .maybeName: "[NAME]"
    case .list(let shape): "\(shape.form), …"
    case .word(let fixed): fixed
    case .maybeWord(let fixed): "[\(fixed)]"
    case .tail(let fixed, let shape): "[\(fixed) \(shape.form)]"
    }
  }
}

extension Shape {
  fileprivate var form: String {
    if !choices.isEmpty { return choices.joined(separator: "|") }
    if kinds == .string { return "\"TEXT\"" }
    return noun.split(separator: " ").last.map { $0.uppercased() } ?? "VALUE"
  }
}

extension Sequence where Element: Hashable {
  /// Each element where it first stands.
  fileprivate var uniqued: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
